"""Dates whose digits are not all known are as long as they may be, whatever years those are."""

from __future__ import annotations

from datetime import date

import pytest

from quoth.link.days import Stretch, stretch_of


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("20XX-02", date(2000, 2, 1), date(2099, 2, 28)),
        ("20XX-02-29", date(2000, 2, 29), date(2099, 2, 28)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
        ("1XXX", date(1000, 1, 1), date(1999, 12, 31)),
    ],
)
def test_a_stretch_reaches_from_the_first_to_the_last_day_that_there_is(edtf: str, first: date, last: date) -> None:
    assert stretch_of(edtf) == Stretch(first, last)


@pytest.mark.parametrize("edtf", ["0000-01-01", "0XXX", "../2031", "", None])
def test_what_has_no_first_year_or_is_open_is_no_stretch(edtf: str | None) -> None:
    assert stretch_of(edtf) is None
