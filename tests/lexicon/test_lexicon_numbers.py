from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.lexicon.contacts import contact_words
from quoth.lexicon.numbers import read_figure, read_number, read_ordinal
from quoth.lexicon.times import begins_phrase, find_phrase, time_words
from quoth.lexicon.units import unit_words

SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spell(number: int) -> list[str]:
    """A number below a million in words."""
    if number >= 1000:
        rest = spell(number % 1000) if number % 1000 else []
        return [*spell(number // 1000), "thousand", *rest]
    if number >= 100:
        return [SMALL[number // 100], "hundred", *(["and", *spell(number % 100)] if number % 100 else [])]
    if number >= 20:
        return [TENS[number // 10], *(["-", SMALL[number % 10]] if number % 10 else [])]
    return [SMALL[number]]


@given(number=st.integers(0, 999_999))
def test_a_number_spelled_out_is_read_back(number: int) -> None:
    assert read_number(spell(number)) == number


@given(number=st.integers(0, 10**12))
def test_digits_are_read_with_and_without_their_commas(number: int) -> None:
    assert read_figure(f"{number:,}") == read_figure(str(number)) == number


@pytest.mark.parametrize(
    ("words", "value"),
    [("2.4 million", 2_400_000), ("1.5bn", 1.5e9), ("two dozen", 24), ("a hundred", 100), ("three hundred thousand", 300_000)],
)
def test_scales_multiply_what_stands_before_them(words: str, value: float) -> None:
    assert read_number(words.split()) == pytest.approx(value)


@pytest.mark.parametrize("words", ["", "and", "several", "third", "dam", "2nd"])
def test_what_is_no_number_is_none(words: str) -> None:
    assert read_number(words.split()) is None


@pytest.mark.parametrize(("word", "place"), [("third", 3), ("2nd", 2), ("31st", 31), ("three", None)])
def test_ordinals_are_read_as_places(word: str, place: int | None) -> None:
    assert read_ordinal(word) == place


def test_the_word_lists_hold_lower_case_words_only() -> None:
    units = [word for kind in ("measure", "currency", "people", "event", "tally", "bound", "pair") for word in unit_words(kind)]
    contacts = [
        word for kind in ("verb", "noun", "light", "halt", "ask", "motive", "means", "audience") for word in contact_words(kind)
    ]
    assert units
    assert contacts
    assert all(word == word.lower() for word in [*units, *contacts, *time_words()])


@pytest.mark.parametrize(("text", "number"), [("3½", 3.5), ("½", 0.5), ("1,200¼", 1200.25), ("2½m", 2_500_000.0)])
def test_a_figure_may_end_in_a_fraction(text: str, number: float) -> None:
    assert read_figure(text) == number


def test_a_phrase_is_found_by_its_first_words_the_longest_first() -> None:
    assert begins_phrase("new")
    assert not begins_phrase("tuesday")
    found = find_phrase(["new", "year", "'s", "eve", "was"])
    assert found is not None
    assert (found[0], found[1].value) == (4, "12-31")
    assert find_phrase(["new", "mill"]) is None
    assert find_phrase([]) is None
