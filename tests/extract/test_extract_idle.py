"""Words of saying inside another's words that tell of no saying are no statements."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.idle import is_idle, is_nobodys
from quoth.extract.attribution.ranges import Range
from quoth.extract.attributors import Rules
from quoth.extract.statements import Nobody, find_statements
from quoth.extract.tagger.attributor import Trained
from quoth.syntax import ParsedDocument


def inner(text: str, reader: Rules | Trained) -> list[tuple[str, str]]:
    """Cue and content of each statement that stands in another's content."""
    parsed = parse(text)
    found = find_statements(parsed, Nobody(), reader.attribute(parsed).attributions)
    return [(one.cue.text, one.content.text) for one in found if one.parent is not None]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the council should think that the dam will hold.",
        "The mayor told reporters what Marn had said.",
        "The mayor said that the wardens wanted the council to say that the dam will hold.",
        "The mayor said that you can say that the dam will hold.",
    ],
)
@pytest.mark.parametrize("reader", [Rules(), Trained()], ids=["rules", "trained"])
def test_what_might_be_said_is_no_statement_in_anothers_words(text: str, reader: Rules | Trained) -> None:
    assert [cue for cue, _ in inner(text, reader) if cue != "wanted"] == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said that Marn had said that the dam would hold.", "had said"),
        ("The mayor said that Marn could not say whether the dam would hold.", "could not say"),
        ("The mayor said that Marn would say that the dam would hold.", "would say"),
        ("The mayor said that Marn denied it.", "denied"),
        ("The mayor said that the day of the leak, which Marn has repeatedly denied, was a Monday.", "has repeatedly denied"),
        ("“Now that the dam has held, I do not believe that,” the mayor said.", "do not believe"),
    ],
)
def test_what_was_said_or_answered_is_one(text: str, cue: str) -> None:
    assert cue in [found for found, _ in inner(text, Trained())]


def test_what_might_be_said_is_one_where_nobody_tells_of_it() -> None:
    parsed = parse("The council should say that the dam will hold.")
    assert [one.cue.text for one in find_statements(parsed, Nobody(), Rules().attribute(parsed).attributions)] == ["should say"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said that the wardens reached out to warn the council that the dam would fail.", "to warn"),
        ("The mayor said that Marn was forced to write the incorrect report about the dam.", "to write"),
        ("Marn is expected to say that the dam failed, according to the mayor.", "to say"),
        ("“I want to thank the wardens for their work,” the mayor said.", "to thank"),
    ],
)
def test_what_was_done_or_is_to_come_is_said(text: str, cue: str) -> None:
    parsed = parse(text)
    (attribution,) = [one for one in _infinitives(parsed) if text[slice(*parsed.paragraphs[0].span(*one.cue))] == cue]
    assert not is_idle(parsed.paragraphs[0], attribution)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the wardens did not reach out to warn the council.",
        "The mayor said that the wardens were going to say that the dam failed.",
        "Marn is expecting the wardens to say that the dam failed, according to the mayor.",
        "The mayor said that Marn wants to thank the wardens for their work.",
        "The mayor said that Marn was urged to say that the dam failed.",
    ],
)
def test_what_was_wanted_or_not_done_is_not(text: str) -> None:
    parsed = parse(text)
    assert all(is_idle(parsed.paragraphs[0], one) for one in _infinitives(parsed))


def _infinitives(parsed: ParsedDocument) -> list[Attribution]:
    """Each infinitive of saying as an attribution of the words behind it."""
    (paragraph,) = parsed.paragraphs
    verbs = [token.index + 1 for token in paragraph.tokens if token.tag == "TO"]
    return [
        Attribution(0, verb, "verb", "S", Range(verb - 1, verb), None, ((0, Range(verb + 1, verb + 2)),), 1.0) for verb in verbs
    ]


@pytest.mark.parametrize(("over", "idle"), [("have come", False), ("hope", True), ("wanted", True), ("have not come", True)])
def test_what_somebody_has_come_to_believe_is_believed(over: str, *, idle: bool) -> None:
    parsed = parse(f"Many wardens {over} to believe that the dam will hold.")
    (told,) = _infinitives(parsed)
    assert is_idle(parsed.paragraphs[0], told) is idle


@pytest.mark.parametrize(
    ("text", "first", "last", "unsaid"),
    [
        ("This move would also be classified as a raid on the dam.", "would", "as", True),
        ("The bill will be discussed in the council.", "will", "discussed", True),
        ("It should be noted that the dam held.", "should", "noted", False),
        ("Marn could be heard saying that the dam held.", "could", "saying", False),
        ("The move could be seen as a retreat.", "could", "as", False),
        ("The report could not be confirmed on Monday.", "could", "confirmed", False),
    ],
)
def test_what_may_be_said_of_something_by_nobody_is_not_said(text: str, first: str, last: str, *, unsaid: bool) -> None:
    (paragraph,) = parse(text).paragraphs
    words = [token.text for token in paragraph.tokens]
    cue = Range(words.index(first), words.index(last))
    head = next(token.index for token in paragraph.tokens if cue.holds(token.index) and token.tag == "VBN")
    one = Attribution(0, head, "verb", "S", cue, None, ((0, Range(cue.last + 1, len(words) - 2)),), 1.0)
    assert is_nobodys(paragraph, one) is unsaid


@pytest.mark.parametrize("reader", [Rules(), Trained()], ids=["rules", "trained"])
def test_what_others_are_told_to_say_is_no_statement(reader: Rules | Trained) -> None:
    text = '"It is done," Reeve said. "Just say I\'m not going to build the dam. I\'m a coward."'
    assert inner(text, reader) == []


@pytest.mark.parametrize("reader", [Rules(), Trained()], ids=["rules", "trained"])
@pytest.mark.parametrize("text", ["The war has claimed the lives of 67 people.", "The fire has claimed nearly 1,900 lives."])
def test_what_claims_lives_says_nothing(text: str, reader: Rules | Trained) -> None:
    assert reader.attribute(parse(text)).attributions == ()
