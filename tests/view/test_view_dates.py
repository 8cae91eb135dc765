from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.view.dates import LAST, Days, date_key, date_label, days_of, is_uncertain, spell_dates, weekday_label, year_of


@pytest.mark.parametrize(
    ("edtf", "label"),
    [
        ("2031-03-16", "Sun 16 Mar 2031"),
        ("2031-03", "Mar 2031"),
        ("2031", "2031"),
        ("2031-03-16T09:14:00Z", "Sun 16 Mar 2031, 09:14 UTC"),
        ("2031-03-16T09:14", "Sun 16 Mar 2031, 09:14"),
        ("2031-03-16T09:14+03:00", "Sun 16 Mar 2031, 06:14 UTC"),
        ("2031-03-16T01:14:09+0300", "Sun 16 Mar 2031, 01:14 UTC+0300 (Sat, 22:14 UTC)"),
        ("2031-02-30T09:14+03:00", "30 Feb 2031, 09:14 UTC+03:00"),
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
        ("2031-34", "second quarter of 2031"),
        ("2031-40", "first half of 2031"),
        ("2031-41?", "perhaps second half of 2031"),
        ("2031-42", "2031-42"),
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
    assert date_label("2031-03~", year="2031") == "about March"


def test_a_half_and_a_quarter_stand_where_they_begin_and_last_to_their_end() -> None:
    assert sorted(["2031-12-24", "2031-41", "2031-08-01", "2031-33"], key=date_key) == [
        "2031-33",
        "2031-41",
        "2031-08-01",
        "2031-12-24",
    ]
    assert days_of("2031-41") == days("2031-07-01", "2031-12-31", exact=False)
    assert days_of("2031-33") == days("2031-01-01", "2031-03-31", exact=False)


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


def days(first: str | None, last: str | None, *, exact: bool) -> Days:
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None, exact)


@pytest.mark.parametrize(
    ("edtf", "found"),
    [
        ("2031-03-16", days("2031-03-16", "2031-03-16", exact=True)),
        ("2031-03-16T09:14:00Z", days("2031-03-16", "2031-03-16", exact=True)),
        ("2031-03-16?", days("2031-03-16", "2031-03-16", exact=True)),
        ("2032-02", days("2032-02-01", "2032-02-29", exact=False)),
        ("2031-02~", days("2031-02-01", "2031-02-28", exact=False)),
        ("2031-12", days("2031-12-01", "2031-12-31", exact=False)),
        ("2031", days("2031-01-01", "2031-12-31", exact=False)),
        ("2031-22", days("2031-01-01", "2031-12-31", exact=False)),
        ("2031-03-XX", days("2031-03-01", "2031-03-31", exact=False)),
        ("203X", days("2030-01-01", "2039-12-31", exact=False)),
        ("2031-03-14/2031-03-16", days("2031-03-14", "2031-03-16", exact=True)),
        ("[2031-03-17,2031-03-18]", days("2031-03-17", "2031-03-18", exact=True)),
        ("{2031-03-17..2031-03-19}", days("2031-03-17", "2031-03-19", exact=True)),
        ("2031-03-16/..", days("2031-03-16", None, exact=False)),
        ("../2031-03", days(None, "2031-03-31", exact=False)),
        ("[..2031-03-16]", days(None, "2031-03-16", exact=False)),
    ],
)
def test_a_date_is_the_days_that_it_may_be(edtf: str, found: Days) -> None:
    assert days_of(edtf) == found


@pytest.mark.parametrize("edtf", [None, "", "2031-02-30", "2031-99", "-0044-03-15", "in the days of yore"])
def test_a_date_that_is_none_is_no_day(edtf: str | None) -> None:
    assert days_of(edtf) is None


@given(st.text(alphabet="0123456789-/[]{},.?~%XTZ:+ ", max_size=40))
def test_no_date_ends_before_it_begins_and_none_fails(edtf: str) -> None:
    found = days_of(edtf)
    assert found is None or found.first is None or found.last is None or found.first <= found.last


@given(st.dates(max_value=date(9998, 12, 31)))
def test_a_known_day_is_that_day_alone(day: date) -> None:
    assert days_of(day.isoformat()) == Days(day, day, exact=True)


def test_a_day_of_the_week_is_told_as_no_more_than_that() -> None:
    assert weekday_label(5) == "a Friday"
    assert weekday_label(None) == "date unknown"


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("the call, 2031-03-14", "the call, Fri 14 Mar 2031"),
        ("later (2031-03-16T16:31:19+00:00 after 2031-03-16)", "later (Sun 16 Mar 2031, 16:31 UTC after Sun 16 Mar 2031)"),
        ("file 2031-03-14-call.txt", "file 2031-03-14-call.txt"),
        ("from 1,200 to 4,000", "from 1,200 to 4,000"),
    ],
)
def test_the_days_within_a_sentence_are_spelled_out(text: str, spelled: str) -> None:
    assert spell_dates(text) == spelled
