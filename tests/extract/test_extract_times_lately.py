"""The day after the date, lengths that end now, days told so many years on, numbers that stand beside each other."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_times_ahead import last
from tests.extract.test_extract_times_news import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said Tuesday that it was over.", "2025-03-18"),
        ("The mayor wants a vote on Tuesday.", "2025-03-18"),
        ("The mayor said Wednesday that it was over.", "2025-03-12"),
        ("The mayor had said on Tuesday that it was over.", "2025-03-11"),
        ("No word has come since Tuesday.", "2025-03-11"),
        ("The mayor said last Tuesday that it was over.", "2025-03-11"),
    ],
)
def test_a_weekday_six_days_back_is_that_of_the_day_after(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices have risen over the last year.", "P1Y"),
        ("Prices have risen in the last decade.", "P10Y"),
        ("Prices rose last year.", "2024"),
        ("The law was signed three years ago today.", "2022-03-17"),
        ("The war ended fifty years ago this month.", "1975-03"),
        ("It was the longest of two nine-day rallies.", "P9D"),
        ("It struck as close to the city as the one two weeks ago.", "2025-W10"),
        ("They have done it since at least 1980.", "1980"),
        ("They agreed on a $73 million-a-year fund.", "P1Y"),
        ("It was the 12-day rally that ended on February 28th- the longest ever.", "2025-02-28"),
        ("The sea will rise by the year 2100.", "2100"),
        ("They are holding back his campaign after a debate on Thursday.", "2025-03-13"),
        ("In 2011 they laughed. That night convinced him.", "XXXX-XX-XXTNI"),
        ("They will march after the shooting at a school in February.", "2025-02"),
    ],
)
def test_lengths_and_days_are_those_that_are_meant(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "At the end of the day, they will agree.",
        "He runs the 21st Century Miln group.",
        "They will spend many late nights there.",
        "I think that one day you should run.",
        "They joined the Sunrise Movement.",
        "They stay until they are 26-years-old.",
    ],
)
def test_a_way_of_speaking_is_no_time(text: str) -> None:
    assert values(text, "2025-03-17") == []


def test_a_march_of_a_year_is_no_month() -> None:
    assert [one[2] for one in values("He joined the 1963 March on Miln.", "2025-03-17")] == ["1963"]


def test_an_hour_of_the_past_is_none_of_a_day_to_come() -> None:
    text = "The dean said that classes will resume Tuesday. Students were let out about 3 a.m."
    assert last(text) == "2025-03-17T03:00"
