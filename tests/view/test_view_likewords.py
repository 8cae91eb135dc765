"""Words like a claim's are found where they stand, and names alone are no such words."""

from __future__ import annotations

import pytest

from quoth.records import Segment, Span
from quoth.view.likewords import seek

CLAIM = "the ferry company had dumped diesel into the Korva estuary at night"


def find(*paragraphs: str, claim: str = CLAIM, kind: str = "body") -> str | None:
    text = "\n\n".join(paragraphs)
    segments, at = [], 0
    for paragraph in paragraphs:
        segments.append(Segment("related" if kind == "related" else "body", at, at + len(paragraph)))
        at += len(paragraph) + 2
    sought = seek([claim], {"one": text, "other": "Nothing of it."})
    place: Span | None = sought.place(text, segments) if "one" in sought.likely else None
    return text[place.start : place.end] if place else None


def test_the_sentence_that_says_it_in_other_words_is_found() -> None:
    said = "A company that runs ferries dumped its diesel in the Korva estuary one night, Ilse Korb wrote."
    assert find("The harbour is calm. " + said + " Nobody answered.") == said


@pytest.mark.parametrize(
    "text",
    [
        "The Korva estuary is forty miles long.",
        "The Korva Ferry Company opened an office on the Korva estuary.",
        "At night the company sings.",
        "",
    ],
)
def test_a_few_of_its_words_or_its_names_alone_are_not_enough(text: str) -> None:
    assert find(text) is None


def test_what_is_not_the_article_s_own_text_is_not_looked_through() -> None:
    line = "Ferry company dumped diesel into Korva estuary at night"
    assert find(line) == line
    assert find(line, kind="related") is None


def test_a_claim_of_two_words_tells_too_little_to_look_for() -> None:
    assert find("It rained, it rained and it rained again.", claim="It rained") is None


def test_of_several_the_sentence_that_holds_most_is_shown() -> None:
    much = "The ferry company had dumped diesel into the estuary at night."
    assert find("Diesel was dumped by the ferry company at night.", much) == much


@pytest.mark.parametrize(
    "text",
    [
        "The explosion killed at least nine people, the agency was told.",
        "Rescuers confirm 9 dead.",
        "The toll of the explosion at the depot has risen to nine.",
    ],
)
def test_the_same_figure_of_the_same_is_found_in_other_words(text: str) -> None:
    claim = "nine people had been killed in the explosion at the depot on Saturday, March 16"
    assert find("It rained. " + text + " Nobody else spoke.", claim=claim) == text


@pytest.mark.parametrize(
    "text",
    [
        "As of 09:00 three people were killed.",
        "On 9 March three people were killed in the city.",
        "Nine ships lay in the harbour.",
        "Three people were killed.",
    ],
)
def test_another_figure_a_day_or_an_hour_is_not_the_same_figure(text: str) -> None:
    assert find(text, claim="nine people had been killed in the explosion at the depot on Saturday, March 16") is None


def test_a_long_common_word_weighs_no_more_than_it_is_rare() -> None:
    assert find("Korb herself said it at a party.", claim="Korb tried to force herself on him while both were pilots") is None


TOLD = [
    "the ferry company had dumped diesel into the Korva estuary at night",
    "the company was dumping diesel beside the salmon farm",
    "managers let crews dump diesel instead of paying the refinery",
    "barrels of diesel were being dumped by the company every week",
]


def found(sentence: str, told: list[str]) -> bool:
    text = f"The harbour is calm today. {sentence}"
    sought = seek(told, {"one": text, "other": "Nothing of it."})
    return "one" in sought.likely and sought.place(text, [Segment("body", 0, len(text))]) is not None


def test_a_sentence_with_what_many_tellings_have_in_common_and_more_of_some_is_found() -> None:
    said = "Ilse Korb spent the week telling whoever would listen that crews dump the diesel by the barrels."
    assert found(said, [*TOLD, "it", "the allegation"])
    assert not found(said, TOLD[:2])
    assert not found("Crews of the company left the refinery every week.", TOLD)
    assert not found("Diesel is dumped.", TOLD)


def test_names_that_all_tellings_share_are_nothing_in_common() -> None:
    told = [
        f"Korva Ferries and Port Ormel {what}"
        for what in ("shut", "opened an office", "hired crews", "paid the refinery", "sold barrels")
    ]
    assert not found("Korva Ferries and Port Ormel stand beside the crews.", told)


def test_of_several_figures_one_of_the_same_is_enough() -> None:
    claim = "twelve people were killed and 900 injured when the ferry burnt off Pell"
    assert find("The fire killed twelve of the crew.", claim=claim)
    assert find("Doctors counted 900 injured.", claim=claim)
    assert find("The fire injured twelve of the crew.", claim=claim) is None


@pytest.mark.parametrize("text", ["The harbour papers have put the number at nine.", "The coroner has lowered her count to nine."])
def test_the_same_figure_behind_a_word_that_only_counts_is_found(text: str) -> None:
    assert find("It rained. " + text, claim="nine people had been killed in the explosion at the depot") == text


def test_of_a_count_that_is_claimed_what_tells_no_count_tells_nothing() -> None:
    claim = "the explosion at the pumping depot of the Korva ferry killed nine people"
    assert find("An explosion shook the pumping depot of the Korva ferry.", claim=claim) is None
    assert find("An explosion at the pumping depot of the Korva ferry killed four.", claim=claim) is not None


def test_where_one_paragraph_has_the_figure_and_another_more_words_the_figure_is_shown() -> None:
    claim = "the explosion at the pumping depot of the Korva ferry on the northern pier killed nine people"
    much = "The explosion at the pumping depot of the Korva ferry on the northern pier killed four people."
    assert find(much, "Nine are dead, a nurse said.", claim=claim) == "Nine are dead, a nurse said."


def test_a_number_that_counts_nobody_does_not_outweigh_the_words() -> None:
    claim = "the harbour panel of eight had settled every question of the northern ferry law"
    much = "Every question of the northern ferry law had been settled, the harbour panel said."
    assert find("The panel of eight settled a question of the ferry law.", much, claim=claim) == much


def test_what_many_tellings_have_in_common_is_found_where_who_does_it_is_not_named() -> None:
    told = [
        "Korva Ferries had dumped diesel into the estuary at night",
        "Korva Ferries was dumping diesel beside the salmon farm",
        "Korva Ferries let crews dump diesel instead of paying the refinery",
        "barrels of diesel were being dumped by Korva Ferries every week",
    ]
    assert found("You told the world that we dump diesel beside the farm where our barrels stand.", told)
    assert not found("Korva Ferries opened a salmon farm beside the refinery.", told)
