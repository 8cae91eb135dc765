"""When a contact was or is to be, where the date stands in a clause of its own or beside another."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts import read, who


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dolan has cancelled a visit to Arden that was planned for Friday.", "2025-03-21"),
        ("Dolan has cancelled a meeting with Reeve that was scheduled for Friday.", "2025-03-21"),
        ("Dolan pulled out of talks with Reeve planned for Friday.", "2025-03-21"),
        ("Dolan's visit to Arden, which was planned for Friday, has been postponed.", "2025-03-21"),
        ("Dolan called off a meeting with Reeve that was scheduled for Friday.", "2025-03-21"),
    ],
)
def test_what_was_called_off_was_to_be_on_the_day_it_was_planned_for(text: str, day: str) -> None:
    (found,) = read(text)
    assert (found.date, found.status) == (day, "cancelled")


def test_a_meeting_that_was_planned_and_held_was_on_the_day_before_the_writing() -> None:
    (found,) = read("Dolan's meeting with Reeve, which was planned for Friday, took place.")
    assert (found.date, found.status) == ("2025-03-14", "held")


def test_what_somebody_met_is_scheduled_for_does_not_date_the_meeting() -> None:
    (found,) = read("Dolan met Reeve, who was scheduled for Friday.")
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dolan invited Reeve to Tessen for talks on 21 March.", "2025-03-21"),
        ("Dolan has invited Reeve for a meeting with officials next week.", "2025-03-24/2025-03-30"),
        ("On Friday, Dolan invited Reeve to a meeting.", None),
        ("Dolan on Friday invited Reeve to a meeting on 21 March.", "2025-03-21"),
    ],
)
def test_an_invitation_dates_the_occasion_by_what_stands_behind_it(text: str, day: str | None) -> None:
    (found,) = read(text)
    assert (found.date, found.status) == (day, "planned")


def test_a_contact_of_last_night_was_on_either_of_its_days() -> None:
    (found,) = read("Dolan met Reeve last night.")
    assert found.date == "[2025-03-16,2025-03-17]"


def test_a_day_beside_a_name_is_no_party() -> None:
    found = read("Dolan will receive his colleague, Anna Reeve, next Monday.")
    assert [(who(one), one.date) for one in found] == [(["Dolan", "Reeve"], "2025-03-24")]
