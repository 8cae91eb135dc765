"""Names that a list of titles or the entity tagger would cut, names and descriptions with more than a comma between them, and who is meant by
"the statement", "one" and "me"."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.test_extract_referents import parse, read
from tests.extract.test_extract_speakers import whom

from quoth.extract.reference.endings import begins_person
from quoth.extract.referents import find_referents
from quoth.extract.statements import find_statements
from quoth.records import Statement
from quoth.syntax import ParsedDocument, Token


def said(parsed: ParsedDocument) -> dict[str, tuple[str | None, str | None]]:
    """By the words said, cut to ten letters: who said them and to whom."""
    referents = find_referents(parsed)
    names = {one.id: one.name for one in referents.all}

    def named(one: Statement) -> tuple[str | None, str | None]:
        return names.get(one.speaker or ""), names.get(one.addressee or "")

    return {one.content.text[:10]: named(one) for one in find_statements(parsed, referents)}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Coast Guard said that the search was over. It found nobody.", "The Coast Guard", "Coast Guard"),
        ("A spokeswoman for the Coast Guard said that it was late.", "A spokeswoman", "spokeswoman for the Coast Guard"),
        ("The National Guard said that the gates were open.", "The National Guard", "National Guard"),
        ("The Ohio Republican said that the gates were open.", "The Ohio Republican", "Ohio Republican"),
    ],
)
def test_a_noun_for_people_may_end_a_name(text: str, words: str, name: str) -> None:
    assert whom(read(text), words) == name


def words_of(*texts: tuple[str, str, bool]) -> list[Token]:
    """Names as (text, label, whether it begins an entity), each but the last joined to the one behind it."""
    tokens = parse(" ".join(text for text, _, _ in texts)).paragraphs[0].tokens
    return [
        replace(token, dep="compound", head=token.index + 1, entity=label, begins_entity=begins, tag="NNP")
        for token, (_, label, begins) in zip(tokens, texts, strict=True)
    ]


def test_one_word_that_the_tagger_takes_for_a_person_ends_the_name_it_is_joined_to() -> None:
    assert not begins_person(words_of(("Brennan", "ORG", True), ("Lines", "PERSON", True)), 1)


def test_a_whole_name_of_a_person_begins_behind_another_name() -> None:
    assert begins_person(words_of(("Kestrel", "ORG", True), ("Anna", "PERSON", True), ("Reeve", "PERSON", False)), 1)


def test_a_name_with_an_article_of_its_own_is_no_persons() -> None:
    told = read("Marek Dolan was in Westmere. The gates of the Victor Crane are old. On Monday he said that it would sail.")
    assert whom(told, "he", after="On Monday ") == "Marek Dolan"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Nine ships wait, according to the harbour master there, Peter Dolan.", "the harbour master there", "Peter Dolan"),
        ("Marta Reeve, 77, a retired teacher, came early. She said that it was late.", "a retired teacher", "Marta Reeve"),
        ("Marta Reeve, 77, a retired teacher, came early. She said that it was late.", "She", "Marta Reeve"),
        ("The ship's owner, Westmere Lines Ltd., said that it was late.", "The ship's owner", "Westmere Lines Ltd."),
    ],
)
def test_more_than_a_comma_may_stand_between_a_name_and_what_it_is(text: str, words: str, name: str) -> None:
    assert whom(read(text), words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A clerk who took the minutes recalls “a number of hectares”.", "A clerk", "clerk"),
        ("The gates leak. “They took our shoes,” said one, a gate hand who asked for silence.", "one", "gate hand"),
    ],
)
def test_a_noun_is_somebody_where_who_follows(text: str, words: str, name: str) -> None:
    assert whom(read(text), words) == name


def test_whose_ministry_it_is_tells_which() -> None:
    told = read(
        "The Foreign Ministry was silent. Kestrel's defence minister, Tavo Reeve, was not. Mr Reeve's ministry said that it was late."
    )
    assert whom(told, "Mr Reeve's ministry") != whom(told, "The Foreign Ministry")


def test_the_statement_is_who_last_said_something_in_one() -> None:
    found = said(
        parse("The Westmere Council said in a statement that the gates leak. “They are old,” the statement said. “It is late.”")
    )
    assert found["“They are "] == ("Westmere Council", None)


def test_the_statement_is_nobodys_where_nobody_spoke_in_one() -> None:
    assert said(parse("The Westmere Council said that the gates leak. “They are old,” the statement said."))["“They are "] == (
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Marek Dolan told me that the gates leak.", "Kestrel Weekly"),
        ("Nobody knew it. If you had told me that the gates leak, I would have laughed.", None),
        ("“Marek Dolan told me that the gates leak,” said Anna Reeve.", "Anna Reeve"),
    ],
)
def test_who_writes_is_told_in_the_name_of_the_outlet(text: str, addressee: str | None) -> None:
    parsed = parse(text)
    found = said(replace(parsed, document=replace(parsed.document, outlet="Kestrel Weekly")))
    assert found["that the g"][1] == addressee


def test_whom_somebody_writes_to_and_asks_is_the_same() -> None:
    found = said(parse("Mirel Castor wrote to the council's director on Monday, asking him to open the gates."))
    assert [listener for speaker, listener in found.values() if speaker == "Mirel Castor"] == ["council's director"]


@pytest.mark.parametrize(
    "text", ["Bill Orn took to Twitter to complain.", "He was banned by Twitter, Bill Orn said.", "Bill Orn wrote on Telegram."]
)
def test_a_platform_is_no_person(text: str) -> None:
    assert {one.name: one.kind for one in read(text).all if one.name in {"Twitter", "Telegram"}} in (
        {"Twitter": "outlet"},
        {"Telegram": "outlet"},
    )


def test_a_party_with_a_constituency_is_nobody() -> None:
    found = read("Senator Mira Oland (D-N.Y.) said so. Rep. Joan Pirk, R-Ky., agreed. The union of T-Nord, a line, met.").all
    assert [one.name for one in found if one.kind != "group"] == ["Mira Oland", "Joan Pirk", "T-Nord"]


@pytest.mark.parametrize("name", ["Coca-Cola", "Jean-Pierre", "Al-Zahra", "T-Nord"])
def test_a_name_with_a_dash_between_commas_is_a_name(name: str) -> None:
    assert name in {one.name for one in read(f"The maker, {name}, said so on Monday.").all}


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Here is the full text of Reeve's testimony, which she gave on Monday:", "Anna Reeve"),
        ("Read Reeve's full remarks below:", "Anna Reeve"),
        ("Here is the full text of Reeve's interview:", None),
        ("Here is what Reeve's statement says:", None),
    ],
)
def test_a_text_given_in_full_is_whose_it_is_said_to_be(lead: str, name: str | None) -> None:
    text = f"Anna Reeve spoke on Monday.\n\n{lead}\n\nI was there. Thank you.\n\nI believe that the dam will hold."
    assert whom(read(text), "I", "Thank you.") == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Judge Ann Lee on a conference call with lawyers", "Ann Lee"),
        ("Marek Dolan in a speech at Westmere University", "Marek Dolan"),
        ("Ann Lee near the end of the hearing", "Ann Lee"),
        ("Marek Dolan, like Ann Lee,", "Marek Dolan"),
    ],
)
def test_where_and_when_somebody_spoke_does_not_stand_for_them(source: str, name: str) -> None:
    text = f"Judge Ann Lee and Marek Dolan, a senator, met in Halden. “The dam is safe and it will hold for years,” said {source}."
    assert whom(read(text), source, "years") == name


@pytest.mark.parametrize(
    "text",
    [
        "The levy would alarm some friends of Ann Lee, who fear that the dam is old.",
        "Ann Lee spoke. The council sided with Ann Lee and others who are against the dam.",
        "Marek Dolan could not silence Ann Lee or the women who were speaking about the dam.",
    ],
)
def test_who_with_a_verb_of_several_is_not_one_person(text: str) -> None:
    assert whom(read(text), "who", "Ann Lee") != "Ann Lee"


def test_who_with_a_verb_of_one_is_the_person_before_it() -> None:
    assert whom(read("The council sided with Ann Lee, who fears that the dam is old."), "who") == "Ann Lee"
