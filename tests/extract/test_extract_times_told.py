"""Lengths told in two units, nights, and the days of a tale: what is counted from which day."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_times import document

from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.records import Segment


def values(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """What is read of an article whose paragraphs stand on lines of their own."""
    ends = [at for at, letter in enumerate(f"{text}\n") if letter == "\n"]
    body = [Segment("body", start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    found = find_times(English().parse(document(text), body))
    return [(time.text, time.type, time.value, time.edtf) for time in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took six hours and 35 minutes.", [("six hours and 35 minutes", "PT6H35M")]),
        ("It took 3 hours, 20 minutes.", [("3 hours, 20 minutes", "PT3H20M")]),
        ("He got two years, three months and four days.", [("two years, three months and four days", "P2Y3M4D")]),
        ("It took two days and six hours.", [("two days and six hours", "P2DT6H")]),
        ("It took between an hour and ten minutes.", [("an hour", "PT1H"), ("ten minutes", "PT10M")]),
        ("It took not a month, a day.", [("a month", "P1M"), ("a day", "P1D")]),
        ("It took 20 minutes and three hours.", [("20 minutes", "PT20M"), ("three hours", "PT3H")]),
    ],
)
def test_a_length_in_two_units_is_one(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, kind, value, _ in values(text) if kind == "DURATION"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was taken in the night to Sunday.", ("the night to Sunday", "2025-03-15TNI", "[2025-03-15,2025-03-16]")),
        ("They met on Sunday. He had arrived the night before.", ("the night before", "2025-03-15TNI", "2025-03-15")),
        ("They met on 4 March. He had left by the next morning.", ("the next morning", "2025-03-05TMO", "2025-03-05")),
        ("They met on 4 March.\nThe following evening it rained.", ("The following evening", "2025-03-05TEV", "2025-03-05")),
    ],
)
def test_a_night_or_morning_told_beside_a_day_is_counted_from_it(text: str, expected: tuple[str, str, str]) -> None:
    words, kind, value, edtf = values(text)[-1]
    assert ((words, value, edtf), kind) == (expected, "TIME")


def test_a_night_before_something_is_not_counted_from_a_day() -> None:
    assert [words for words, _, _, _ in values("He left the night before the vote.")] == ["the night"]


@pytest.mark.parametrize("words", ["the next day", "the next morning", "the following day", "the day after"])
def test_the_day_after_in_a_tale_of_the_past_is_none_to_come(words: str) -> None:
    assert (values(f"The ministry said so on Monday.\nHe had left {words}.")[-1][2] or "").startswith("XXXX-XX-XX")
    assert (values(f"The ministry said so on Monday.\nHe will leave {words}.")[-1][2] or "").startswith("2025-03-18")
    assert (values(f"The ministry said so on Friday.\nHe had left {words}.")[-1][2] or "").startswith("2025-03-15")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dolan has cancelled a concert that was planned for Friday.", "2025-03-21"),
        ("A concert that was planned for Friday has been put off.", "2025-03-21"),
        ("Dolan praised a concert that was planned for Friday.", "2025-03-14"),
    ],
)
def test_what_is_called_off_lay_ahead(text: str, day: str) -> None:
    assert values(text)[-1][2] == day


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("He got six years, 18 months of them suspended.", ["P6Y", "P18M"]),
        ("He was jailed for two years, six months after the raid.", ["P2Y", "P6M"]),
    ],
)
def test_a_length_behind_another_of_which_more_is_told_is_one_of_its_own(text: str, lengths: list[str]) -> None:
    assert [value for _, kind, value, _ in values(text) if kind == "DURATION"] == lengths
