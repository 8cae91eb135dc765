from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.extract.timex.almanac import CALENDARS, find_feast, foreign_day, is_fixed, own_year
from quoth.lexicon.times import time_words

FEASTS = sorted({word.value for word in time_words().values() if word.kind == "feast"})


@pytest.mark.parametrize(
    ("calendar", "own", "gregorian"),
    [
        ("persian", (1404, 1, 1), date(2025, 3, 21)),
        ("persian", (1403, 12, 30), date(2025, 3, 20)),
        ("persian", (1357, 11, 22), date(1979, 2, 11)),
        ("hebrew", (5785, 7, 1), date(2024, 10, 3)),
        ("hebrew", (5708, 2, 5), date(1948, 5, 14)),
        ("hebrew", (5784, 13, 14), date(2024, 3, 24)),
    ],
)
def test_a_reckoned_calendar_gives_the_day_that_history_knows(calendar: str, own: tuple[int, int, int], gregorian: date) -> None:
    assert foreign_day(calendar, *own) == gregorian


@pytest.mark.parametrize(
    ("own", "gregorian"), [((1446, 9, 1), date(2025, 3, 1)), ((1444, 10, 1), date(2023, 4, 21)), ((1400, 1, 1), date(1979, 11, 20))]
)
def test_a_watched_calendar_is_off_by_a_day_at_most(own: tuple[int, int, int], gregorian: date) -> None:
    found = foreign_day("islamic", *own)
    assert found is not None
    assert abs((found - gregorian).days) <= 1


@given(year=st.integers(1250, 1500), month=st.integers(1, 12), calendar=st.sampled_from(["islamic", "persian"]))
def test_months_follow_each_other_with_29_to_31_days(year: int, month: int, calendar: str) -> None:
    first = foreign_day(calendar, year, month, 1)
    following = foreign_day(calendar, year + month // 12, month % 12 + 1, 1)
    assert first is not None
    assert following is not None
    assert 29 <= (following - first).days <= 31


@given(year=st.integers(5500, 5900))
def test_a_hebrew_year_has_one_of_its_six_lengths_and_begins_on_no_forbidden_day(year: int) -> None:
    first, following = foreign_day("hebrew", year, 7, 1), foreign_day("hebrew", year + 1, 7, 1)
    assert first is not None
    assert following is not None
    assert (following - first).days in {353, 354, 355, 383, 384, 385}
    assert first.isoweekday() not in {3, 5, 7}


@pytest.mark.parametrize(
    ("calendar", "month", "day"), [("islamic", 13, 1), ("persian", 7, 31), ("hebrew", 13, 1), ("persian", 1, 0)]
)
def test_a_day_that_a_calendar_has_not_is_none(calendar: str, month: int, day: int) -> None:
    assert foreign_day(calendar, 5785 if calendar == "hebrew" else 1404, month, day) is None


@given(rule=st.sampled_from(FEASTS), year=st.integers(1900, 2100))
def test_every_feast_of_the_lexicon_falls_in_the_year_asked_for(rule: str, year: int) -> None:
    found = find_feast(rule, year)
    assert found is not None
    if not is_fixed(rule):
        assert found.day is None or found.day.year == year
        assert found.day is not None or rule.startswith("islamic")


def test_a_movable_feast_without_a_year_stays_open() -> None:
    assert [find_feast(rule, None) for rule in ("easter", "11:4:4", "islamic 9")] == [find_feast("easter", None)] * 3
    found = find_feast("12-25", None)
    assert found is not None
    assert (found.value, found.edtf) == ("XXXX-12-25", "XXXX-12-25")


def test_a_rule_that_nobody_knows_is_no_feast() -> None:
    assert find_feast("someday", 2025) is None


@given(year=st.integers(1950, 2077))
def test_own_years_begin_around_the_gregorian_one(year: int) -> None:
    for calendar in CALENDARS:
        first = foreign_day(calendar, own_year(calendar, year), 7 if calendar == "hebrew" else 1, 1)
        assert first is not None
        assert abs(first - date(year, 7, 1)) < timedelta(days=370)
