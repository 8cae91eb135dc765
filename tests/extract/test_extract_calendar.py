from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment

DAYS = st.dates(date(1000, 1, 1), date(9000, 12, 31))
UNITS = st.sampled_from(["D", "W", "2W", "M", "Q", "Y", "10Y", "100Y"])


@given(day=DAYS, unit=UNITS)
def test_a_stretch_begins_no_later_than_the_day_it_holds(day: date, unit: str) -> None:
    moment = cal.stretch_of(day, unit)
    assert moment.day is not None
    assert moment.day <= day


@given(day=DAYS, unit=UNITS)
def test_every_stretch_has_valid_edtf_plain_and_approximate(day: date, unit: str) -> None:
    moment = cal.stretch_of(day, unit)
    assert parse_edtf(moment.edtf) is not None
    assert parse_edtf(cal.about(moment).edtf) is not None


@given(day=DAYS, amount=st.integers(-500, 500), unit=st.sampled_from(["D", "W", "2W"]))
def test_steps_of_whole_days_can_be_taken_back(day: date, amount: int, unit: str) -> None:
    there = cal.step(day, amount, unit)
    assert there is not None
    assert cal.step(there, -amount, unit) == day


@given(day=DAYS, amount=st.integers(-500, 500))
def test_steps_of_months_keep_the_day_or_the_months_last(day: date, amount: int) -> None:
    there = cal.step(day, amount, "M")
    assert there is not None
    assert there.day == min(day.day, cal.last_day(there.year, there.month))
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == amount


def test_steps_beyond_the_calendar_have_no_day() -> None:
    assert cal.step(date(9999, 12, 31), 1, "D") is None
    assert cal.step(date(1, 1, 1), -1, "M") is None


@given(day=DAYS)
def test_a_week_is_seven_days_from_monday_and_a_weekend_its_last_two(day: date) -> None:
    first, last = (date.fromisoformat(part) for part in (cal.week_of(day).edtf or "").split("/"))
    saturday, sunday = (date.fromisoformat(part) for part in (cal.weekend_of(day).edtf or "").split("/"))
    assert (first.isoweekday(), (last - first).days) == (1, 6)
    assert first <= day <= last
    assert ((saturday - first).days, sunday) == (5, last)


@pytest.mark.parametrize(("year", "month", "day"), [(2023, 2, 29), (None, 2, 30), (2023, 4, 31), (None, 6, 0)])
def test_a_day_that_the_calendar_has_not_is_none(year: int | None, month: int, day: int) -> None:
    assert cal.partial_day(year, month, day) is None


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [(3.0, "D", "P3D"), (30.0, "TM", "PT30M"), (1.0, "10Y", "P10Y"), (1.0, "2W", "P2W"), (None, "Y", "PXY"), (None, "TH", "PTXH"),
     (None, "10Y", "PXDE"), (2.5, "Y", "P2.5Y")],
)  # fmt: skip
def test_a_length_is_written_as_timex_writes_it(amount: float | None, unit: str, value: str) -> None:
    assert cal.duration(amount, unit) == Moment("DURATION", value, None)


def test_a_time_of_day_needs_a_day_for_its_edtf() -> None:
    assert cal.at_clock(cal.day_of(None), "20:00").edtf is None
    assert cal.at_clock(cal.day_of(date(2025, 3, 16)), "20:00+03:00").edtf == "2025-03-16T20:00:00+03:00"
    assert cal.at_clock(cal.day_of(date(2025, 3, 16)), "NI").value == "2025-03-16TNI"
