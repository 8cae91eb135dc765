from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.read.dates import DayOfYear, date_in_name, find_full_dates, read_date, read_day, with_year


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2022-10-25", "2022-10-25"),
        ("20221024", "2022-10-24"),
        ("2022-10-24T12:00:00Z", "2022-10-24T12:00:00+00:00"),
        ("2022-10-24 12:00:00+0300", "2022-10-24T12:00:00+03:00"),
        ("2022-10-24T12:00:00.123", "2022-10-24T12:00:00"),
        ("1666602000", "2022-10-24T09:00:00+00:00"),
        (1666602000000, "2022-10-24T09:00:00+00:00"),
        ("Mon, 24 Oct 2022 12:00:00 GMT", "2022-10-24T12:00:00+00:00"),
        ("October 24, 2022", "2022-10-24"),
        ("Monday, Oct. 24, 2022, 5:30 p.m.", "2022-10-24T17:30:00"),
        ("24. Oktober 2022, 12:30", "2022-10-24T12:30:00"),
        ("24 октября 2022", "2022-10-24"),
        ("le 24 octobre 2022", "2022-10-24"),
    ],
)
def test_dates_of_metadata_become_iso_8601(value: object, iso: str) -> None:
    assert read_date(value) == iso


@pytest.mark.parametrize("value", ["", "soon", "2022", "Monday", "October 2022", "2022-13-40", "03/12/2022", None, True, [], {}])
def test_what_is_no_whole_date_is_none(value: object) -> None:
    assert read_date(value) is None


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_an_iso_date_reads_as_itself(day: date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_english_dates_in_both_orders_read_alike(day: date) -> None:
    assert find_full_dates(f"On {day:%B} {day.day}, {day.year} it rained.") == [day]
    assert find_full_dates(f"On {day.day} {day:%B} {day.year} it rained.") == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("October 24", (10, 24, None)),
        ("24 окт", (10, 24, None)),
        ("Oct. 24, 2022", (10, 24, 2022)),
        ("24.10.2022", (10, 24, 2022)),
        ("Sunday", None),
        ("May", None),
    ],
)
def test_a_dateline_day_is_read_with_or_without_its_year(words: str, day: tuple[int, int, int | None] | None) -> None:
    assert read_day(words) == day


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)), st.integers(-90, 90))
def test_a_missing_year_is_that_of_a_dated_neighbour_within_a_quarter(day: date, apart: int) -> None:
    if (day.month, day.day) != (2, 29):
        assert with_year(DayOfYear(day.month, day.day, None), [day + timedelta(apart)]) == day


def test_a_missing_year_stays_missing_far_from_any_date() -> None:
    assert with_year(DayOfYear(5, 30, None), [date(2023, 1, 2)]) is None
    assert with_year(DayOfYear(5, 30, None), []) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2022-10-24_report.txt", "2022-10-24"),
        ("a_20221024.txt", "2022-10-24"),
        ("2022/10/24/x.html", "2022-10-24"),
        ("000_cc2f96e41fdde867.txt", None),
        ("id-12345678901.txt", None),
        ("2022-13-24.txt", None),
    ],
)
def test_a_file_name_gives_a_date_only_where_one_is_written_in_it(name: str, day: str | None) -> None:
    assert date_in_name(name) == day
