from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.view.dates import LAST, date_key, date_label, is_uncertain, year_of


@pytest.mark.parametrize(
    ("edtf", "label"),
    [
        ("2031-03-16", "Sun 16 Mar 2031"),
        ("2031-03", "Mar 2031"),
        ("2031", "2031"),
        ("2031-03-16T09:14:00Z", "Sun 16 Mar 2031, 09:14 UTC"),
        ("2031-03-16T09:14+03:00", "Sun 16 Mar 2031, 09:14 UTC+03:00"),
        ("2031-03-16?", "perhaps Sun 16 Mar 2031"),
        ("2031-03~", "about Mar 2031"),
        ("2031-03-16%", "perhaps about Sun 16 Mar 2031"),
        ("[2031-03-17,2031-03-18]", "Mon 17 Mar or Tue 18 Mar 2031"),
        ("{2031-03-17,2031-04-18}", "Mon 17 Mar and Fri 18 Apr 2031"),
        ("[2031-12-31,2032-01-01]", "Wed 31 Dec 2031 or Thu 1 Jan 2032"),
        ("2031-03-14/2031-03-16", "Fri 14 Mar – Sun 16 Mar 2031"),
        ("2031-03/..", "since Mar 2031"),
        ("../2031-03", "until Mar 2031"),
        ("2031-22", "summer 2031"),
        ("2031-03-XX", "a day in Mar 2031"),
        ("2031-XX-XX", "some time in 2031"),
        ("203X", "the 2030s"),
        (None, "date unknown"),
        ("", "date unknown"),
        ("in the days of yore", "in the days of yore"),
    ],
)
def test_a_date_is_labelled_as_a_reader_would_say_it(edtf: str | None, label: str) -> None:
    assert date_label(edtf) == label


def test_a_year_that_goes_without_saying_is_left_out_and_no_other() -> None:
    assert date_label("2031-03-16", year="2031") == "Sun 16 Mar"
    assert date_label("2030-03-16", year="2031") == "Sat 16 Mar 2030"
    assert date_label("2031-03-14/2031-03-16", year="2031") == "Fri 14 Mar – Sun 16 Mar"
    assert date_label("[2031-03-17,2031-03-18]", year="2031") == "Mon 17 Mar or Tue 18 Mar"


@pytest.mark.parametrize(
    ("edtf", "uncertain"),
    [
        ("2031-03-16", False),
        ("2031-03-16T10:00", False),
        ("2031-03", True),
        ("2031-03-16?", True),
        ("[2031-03-17,2031-03-18]", True),
        (None, True),
    ],
)
def test_less_than_one_known_day_is_uncertain(edtf: str | None, uncertain: bool) -> None:  # noqa: FBT001 - the case's expectation
    assert is_uncertain(edtf) is uncertain


@given(st.dates(), st.dates())
def test_days_sort_by_their_key_as_they_follow_each_other(left: object, right: object) -> None:
    assert (date_key(str(left)) < date_key(str(right))) == (str(left) < str(right))


@given(st.text(alphabet="0123456789-/[]{},.?~%XTZ:+ ab", max_size=40))
def test_no_text_makes_labels_fail_and_what_has_no_year_comes_last(edtf: str) -> None:
    assert date_label(edtf)
    assert date_key(edtf) <= LAST
    assert (year_of(edtf) is None) == (date_key(edtf) == LAST)
