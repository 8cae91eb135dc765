"""A quotation is its speaker's to both ends."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_owners import given
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.entire import entire
from quoth.extract.attribution.quotations import find_quotations
from quoth.syntax import ParsedDocument

WHOLE = "“The dam shows once more that nobody looks after it, and the valley pays for that,”"


def contents(parsed: ParsedDocument, *found: Attribution) -> list[list[str]]:
    text, paragraph = parsed.document.text, parsed.paragraphs[0]
    filled = entire(parsed.paragraphs, find_quotations(parsed.paragraphs), found)
    return [[text[slice(*paragraph.span(*part))] for _, part in one.contents] for one in filled]


@pytest.mark.parametrize("part", ["and the valley pays for that,”", "“The dam shows once more", "nobody looks after it"])
def test_who_says_a_part_of_a_quotation_says_all_of_it(part: str) -> None:
    parsed = parse(f"{WHOLE} the mayor said.")
    assert contents(parsed, given(parsed, "the mayor", "said", part)) == [[WHOLE]]


def test_words_that_lead_into_a_quotation_stay_with_it() -> None:
    said = "that deep cuts “would leave the smallest fleet in years, thousands of sailors and a harbour without a guard.”"
    parsed = parse(f"The ministry warned {said} Nobody answered.")
    begun = given(parsed, "The ministry", "warned", "that deep cuts “would leave the smallest fleet in years")
    assert contents(parsed, begun) == [[said]]


def test_what_two_share_stays_as_they_share_it() -> None:
    parsed = parse(f"Ilse Marn shouted: {WHOLE} the mayor said.")
    shared = (
        given(parsed, "Ilse Marn", "shouted", "“The dam shows once more"),
        given(parsed, "the mayor", "said", "and the valley pays for that,”"),
    )
    assert contents(parsed, *shared) == [["“The dam shows once more"], ["and the valley pays for that,”"]]


def test_an_unclosed_quotation_is_left_as_it_was_found() -> None:
    parsed = parse("The mayor said “the dam is old and the valley pays for that. Nobody answered her for a year.")
    assert contents(parsed, given(parsed, "The mayor", "said", "the dam is old")) == [["the dam is old"]]
