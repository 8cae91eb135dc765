from __future__ import annotations

import pytest
from tests.extract.test_extract_referents import parse, read

from quoth.extract.referents import Referents, find_referents
from quoth.extract.statements import find_statements
from quoth.records import Referent, Span, Statement


def meant(told: Referents, words: str, after: str = "") -> Referent | None:
    text = told.parsed.document.text
    start = text.index(words, text.index(after) + len(after))
    return told.resolve(Span(start, start + len(words)))[0]


def whom(told: Referents, words: str, after: str = "") -> str | None:
    found = meant(told, words, after)
    return found.name if found else None


def members(told: Referents, words: str) -> list[str]:
    found = meant(told, words)
    return [one.name for one in told.members(found)] if found else []


# --- documents ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The lawsuit says that Marek Dolan sold the gates in May.", "The lawsuit", "lawsuit"),
        ("Marek Dolan sold the gates in May, according to disclosure forms.", "disclosure forms", "disclosure forms"),
        ("The gates were sold in May, according to a leaked inventory.", "a leaked inventory", "leaked inventory"),
        (
            "The gates were sold in May, according to an email obtained by the Halden Star.",
            "an email obtained by the Halden Star",
            "email",
        ),
        ("Three polls show that the mayor of Westmere is ahead.", "Three polls", "Three polls"),
    ],
)
def test_a_document_that_is_given_to_nobody_speaks_for_itself(text: str, source: str, name: str) -> None:
    assert whom(read(text), source) == name


def test_whose_words_a_statement_is_stays_open_where_the_text_does_not_say() -> None:
    told = read("The allegation was short. The statement said that the gates leak.")
    assert meant(told, "The statement") is None


def test_a_work_speaks_for_itself_and_a_statement_for_whose_it_is() -> None:
    told = read("The Kremlin's report said that the water was clean. The Kremlin's statement said that nobody was hurt.")
    assert whom(told, "The Kremlin's report") == "Kremlin's report"
    assert whom(told, "The Kremlin's statement") == "Kremlin"


def test_a_document_told_of_again_is_the_same_one() -> None:
    told = read("An audit of the old gates took a year. Dolan did not read it. The audit says that the gates leak.")
    found = meant(told, "The audit")
    assert found is not None
    assert [one.text for one in found.mentions] == ["An audit of the old gates", "The audit"]


def test_the_words_for_a_document_hold_who_released_it() -> None:
    told = read("A long audit released by the Department of Defense last month says that the gates leak.")
    found = meant(told, "A long audit released by the Department of Defense last month")
    assert found is not None
    assert found.mentions[0].text == "A long audit released by the Department of Defense last month"


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "The Foreign Ministry of Kenya spoke first. The bridge is shut, according to a ministry statement.",
            "Foreign Ministry of Kenya",
        ),
        ("The Foreign Ministry and the Defence Ministry spoke first. The bridge is shut, according to a ministry statement.", None),
        ("The bridge is shut, according to a ministry statement. The Foreign Ministry of Kenya agreed.", None),
    ],
)
def test_a_noun_before_a_document_means_the_one_body_of_it_told_of_before(text: str, whose: str | None) -> None:
    assert whom(read(text), "a ministry statement") == whose


def test_a_document_that_says_nothing_is_nobody() -> None:
    assert not read("The report lay on the table. They burnt the lawsuit.").all


@pytest.mark.parametrize("words", ["The network", "The paper"])
def test_the_press_is_called_by_what_it_is(words: str) -> None:
    told = read(f"The BBC showed the letter on Monday. {words} said that it was real.")
    assert whom(told, words) == "BBC News"


# --- names -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Dolan found no fault in Michael Wolan's book. Wolan said it was all true.", "Wolan", "Michael Wolan"),
        ('Rep. Paul Jordan asked for the papers. "It is late," Jordan said.', "Jordan", "Paul Jordan"),
        ('"It is late," said Rep. Anna Waters. Waters said the gates were old.', "Waters", "Anna Waters"),
        ("Rep. Stephen King asked for the papers. The gates were old, King said.", "King", "Stephen King"),
        ("Lee Jae-min, the mayor of Westmere, vowed to open the gates.", "Lee Jae-min", "Lee Jae-min"),
    ],
)
def test_a_surname_is_known_by_the_name_in_full(text: str, source: str, name: str) -> None:
    told = read(text)
    place = text.rindex(source)
    found, _ = told.resolve(Span(place, place + len(source)))
    assert found is not None
    assert (found.name, found.kind) == (name, "person")


def test_a_word_that_the_document_writes_small_is_no_surname_where_the_tagger_sees_none() -> None:
    told = read('"It is late," said Rep. Anna Waters. The old waters broke the gates. Waters of the river are deep.')
    assert "Waters" not in [one.text for one in told.all[0].mentions[1:]]


def test_whoever_is_called_president_is_a_person() -> None:
    told = read(
        "President Ostrow promised a wall. The Ostrow camp was glad. Ostrow signed the bill. Critics of Ostrow were not. Ostrow says no. He said it was late."
    )
    assert whom(told, "He") == "Ostrow"


def test_a_name_with_an_office_behind_it_is_a_persons() -> None:
    told = read("Omair Basel, a senior economist at the Harrow Institute, said that prices would fall.")
    assert [one.kind for one in told.all if one.name == "Omair Basel"] == ["person"]


def test_a_long_form_run_together_with_a_link_names_nobody_new() -> None:
    told = read("Mayor Ann Lee Annabel (Ann) May LeeDam opens in March said no. The gates were old, Lee told reporters.")
    assert whom(told, "Lee", after="old, ") == "Ann Lee"


# --- people of several titles, lists, and who is called something else --------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "Anna Reeve, founder and CEO of Iraq and Afghanistan Nurses of America,",
        "Susan Reeve, a criminal defense lawyer and a professor at the St. Louis University School of Law",
    ],
)
def test_two_titles_are_one_persons(source: str) -> None:
    assert whom(read(f'"It is late," said {source}. "We know it."'), source) == source.partition(",")[0]


def test_a_list_goes_on_behind_what_its_first_member_is() -> None:
    source = "Anna Reeve, head of the River Institute, and other scientists"
    assert members(read(f"The gates are old, according to {source}."), source) == ["Anna Reeve", "other scientists"]


def test_somebody_named_is_called_by_party_or_trade_for_a_change() -> None:
    told = read("Jonas Hale voted against the dam on Monday. The Westmere Democrat said that it was too old.")
    assert whom(told, "The Westmere Democrat") == "Jonas Hale"


def test_whoever_is_called_so_is_not_guessed_between_two() -> None:
    told = read("Jonas Hale and Tomas Verin voted against the dam. The Westmere Democrat said that it was too old.")
    assert whom(told, "The Westmere Democrat") not in {"Jonas Hale", "Tomas Verin"}


def test_a_body_is_meant_by_what_it_is_right_before_its_name() -> None:
    told = read("Early on Monday news website Harrowleaks said that the gates were old.")
    assert whom(told, "news website Harrowleaks") == "Harrowleaks"


def test_who_took_a_picture_is_not_in_view() -> None:
    told = read(
        '"It is late," Tomas Verin said.\n\nThe old gates leak in Westmere. Peter Marsh/Agency\n\n"The gates are old," he said.'
    )
    assert whom(told, "he", after="gates are old") == "Tomas Verin"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("60 percent of voters", "60 percent of voters"),
        ("A once-proud union of voters", "once-proud union of voters"),
    ],
)
def test_a_share_of_a_group_is_a_group(source: str, name: str) -> None:
    assert whom(read(f"{source} say that the dam is old."), source) == name


# --- pronouns ----------------------------------------------------------------------------------------------------------------


def test_a_pronoun_in_the_same_sentence_means_who_is_known_to_be_a_woman() -> None:
    told = read("Chris Dolan called Hillary Reeve a disgrace after she accused the police.")
    assert whom(told, "she") == "Hillary Reeve"


def test_a_pronoun_in_the_next_sentence_means_the_subject() -> None:
    told = read("Chris Dolan called Peter Reeve a disgrace. He said the gates were old.")
    assert whom(told, "He") == "Chris Dolan"


def test_who_is_said_of_people_and_not_of_the_body_they_are_in() -> None:
    told = read("There were new warnings from doctors at the Harrow Institute who said that it was too late.")
    assert whom(told, "who") == "doctors at the Harrow Institute"


def test_which_is_said_of_the_list_that_stands_before_what_it_is() -> None:
    told = read("The push came from China and France, the world's two biggest builders, which together vowed to open the gates.")
    assert members(told, "which") == ["China", "France"]


def statement(text: str, cue: str) -> Statement:
    parsed = parse(text)
    return next(one for one in find_statements(parsed, find_referents(parsed)) if one.cue.text == cue)


def test_he_in_a_quotation_is_not_who_is_quoted() -> None:
    text = 'Paul Dolan, who was there, said: "Out of nowhere, he told us that the gates were old. It was late."'
    inner = statement(text, "told")
    assert (inner.speaker, inner.undecided) == (None, "he: not who is quoted")


def test_the_former_president_is_not_the_former_vice_president() -> None:
    told = read("Former Vice President Jonas Hale spoke on Monday. The former president said that the gates were old.")
    assert whom(told, "The former president") != "Jonas Hale"


def test_an_address_on_the_web_does_not_make_a_surname_a_common_word() -> None:
    told = read('"It is late," said Rep. Anna Waters. See example.org/waters/today. Waters said the gates were old.')
    assert whom(told, "Waters", after="today. ") == "Anna Waters"


def test_polls_that_continue_to_show_something_are_who_says_so() -> None:
    assert whom(read("Polls continue to show that the mayor is ahead."), "Polls") == "Polls"
