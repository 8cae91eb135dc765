"""Figures that somebody gives with a verb that is a word of saying only beside them."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.figured import find_figured
from quoth.extract.tagger.attributor import Trained


def figured(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each."""
    parsed = parse(text)
    found = []
    for one in find_figured(parsed.paragraphs):
        paragraph = parsed.paragraphs[one.paragraph]
        assert one.source is not None
        source, cue, content = (text[slice(*paragraph.span(*part))] for part in (one.source, one.cue, one.contents[0][1]))
        found.append((source, cue, content))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire brigade puts the toll at six dead and 30 injured.", ("The fire brigade", "puts", "the toll at six dead and 30 injured")),
        ("The council has put the number of flooded homes at 2,400.", ("The council", "has put", "the number of flooded homes at 2,400")),
        ("Orla Penn, a spokeswoman, put the cost at more than $9 million, but others doubted it.", ("Orla Penn, a spokeswoman,", "put", "the cost at more than $9 million")),
        ("The union puts the bill at 1.1 billion and the jobs at some 300.", ("The union", "puts", "the bill at 1.1 billion and the jobs at some 300")),
        ("A survey put that support at 69 percent.", ("A survey", "put", "that support at 69 percent")),
        ("The hospital has lowered its count to seven.", ("The hospital", "has lowered", "its count to seven")),
        ("The harbour office revised its estimate for May to 40 ships from 55.", ("The harbour office", "revised", "its estimate for May to 40 ships from 55")),
        ("The Courier speaks of eleven.", ("The Courier", "speaks of", "eleven")),
        ("Two trains were late, the Courier was told by a union official.", ("a union official", "was told by", "Two trains were late")),
    ],
)  # fmt: skip
def test_a_figure_is_given_by_whom_the_sentence_names(text: str, expected: tuple[str, str, str]) -> None:
    assert figured(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Two more deaths raised the toll to nine.",
        "That would raise his tally to 43.",
        "A boy died of his wounds, raising the toll to nine.",
        "The brewery reduced its number of beds from 250 to 30.",
        "She put the number on the door at 9 p.m.",
        "They raised the figure of a saint to a height of 30 metres.",
        "Crews put the crowd at ease at 10.",
        "He spoke of May 12.",
        "She put the lamp on the table at 10 in the evening.",
        "He put lamps at 40 corners.",
        "The Courier was told to leave by noon.",
    ],
)
def test_what_happened_and_hours_give_no_figure(text: str) -> None:
    assert figured(text) == []


def test_the_reader_that_ships_has_them_beside_its_own() -> None:
    parsed = parse("It was a bad night. The fire brigade puts the toll at six dead and 30 injured.")
    found = Trained().attribute(parsed).attributions
    assert [parsed.paragraphs[0].tokens[one.head].text for one in found] == ["puts"]
