"""Contents that are only a name for something, and who says what an infinitive behind somebody asked tells."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.repairs import repair_ending
from quoth.extract.statements import Nobody, find_statements


def said(text: str) -> dict[str, tuple[str | None, str]]:
    """Source and content by cue."""
    found = find_statements(parse(text), Nobody())
    return {one.cue.text: (one.source.text if one.source else None, one.content.text) for one in found}


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Brand said the debate was infected with what he called tribalism.", "called", "he", "tribalism"),
        ("Brand said she admired him for what she calls a war of words.", "calls", "she", "a war of words"),
        ("Brand said he would stand up to what the campaign sees as an attack.", "sees as", "the campaign", "an attack"),
    ],
)
def test_what_somebody_calls_a_thing_is_the_name_that_they_give_it(text: str, cue: str, source: str, content: str) -> None:
    assert said(text)[cue] == (source, content)


def test_who_is_called_on_to_do_something_does_it() -> None:
    found = said("Axel Brand called on Karl Ilsen to apologise for suggesting that the boat was stolen.")
    assert found["suggesting"] == ("Karl Ilsen", "that the boat was stolen")


def test_feeling_like_something_says_what_it_feels_like() -> None:
    assert said("Ilsen felt like the dam was going to break.")["felt"] == ("Ilsen", "like the dam was going to break")


def test_who_closes_a_sentence_says_who_told_it_too() -> None:
    paragraph = parse("Witnesses told police that he hid, Brand said.").paragraphs[0]
    inner = Attribution(0, 1, "verb", "S", Range(1, 1), Range(0, 0), ((0, Range(3, 5)),), 0.9)
    outer = Attribution(0, 8, "verb", "<S", Range(8, 8), Range(7, 7), ((0, Range(3, 5)),), 0.9)
    assert repair_ending(paragraph, outer, [inner, outer]).contents == ((0, Range(0, 5)),)
    assert repair_ending(paragraph, outer, [outer]) == outer
    assert repair_ending(paragraph, inner, [inner, outer]) == inner
