"""Days said without their week or year: which are to come and which are past, where the nearest verb alone would not tell."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_times_news import values


def last(text: str, published: str = "2025-03-17") -> str | None:
    """The value of the last expression of a text, published on a Monday."""
    return values(text, published)[-1][2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The speaker announced a full vote for Thursday.", "2025-03-20"),
        ("I urge her to accept the invitation for Thursday.", "2025-03-20"),
        ("They sought the reason for Thursday's delay.", "2025-03-13"),
        ("Two members have pledged their support at the scheduled vote on Thursday.", "2025-03-20"),
        ("He hopes that she attends Thursday's planned hearing.", "2025-03-20"),
        ("If we do not hear from both on Thursday, let us vote.", "2025-03-20"),
        ("A majority are prepared to hold one on Thursday.", "2025-03-20"),
        ("A majority were prepared to hold one on Thursday.", "2025-03-13"),
    ],
)
def test_a_weekday_that_something_is_arranged_for_is_to_come(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry vowed that it would retaliate after the Friday killing.", "2025-03-14"),
        ("The minister will speak about Friday's explosion.", "2025-03-14"),
        ("The explosion on Friday will be looked into.", "2025-03-14"),
        ("The minister will speak about Friday's vote.", "2025-03-21"),
        ("The minister will speak about Friday's planned raid.", "2025-03-21"),
    ],
)
def test_a_mishap_is_told_of_after_it(text: str, expected: str) -> None:
    assert last(text) == expected


def test_what_somebody_going_on_says_is_not_ahead_as_the_going_is() -> None:
    text = (
        "Members appear to have the votes to push Judge Harlow through, and they are moving to speed him to the floor, saying Friday's "
        "testimony by Ada Blake Reeve alleging a theft 36 years ago was compelling."
    )
    assert values(text)[0] == ("Friday", "DATE", "2025-03-14")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council has until May 6 to pass a package to fund it through Dec. 30.", "2025-12-30"),
        ("The bill extends the funding through Nov. 8.", "2025-11-08"),
        ("The fire burned through Nov. 8.", "2024-11-08"),
        ("It has become an issue just weeks before May 6 elections.", "2025-05-06"),
        ("The council never received a request to keep the guards beyond January.", "2025-01"),
        ("It grew more slowly in the April through June.", "2024-06"),
    ],
)
def test_a_day_up_to_which_something_goes_on_has_the_year_in_which_it_can(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A march was set to begin on Sunday, but officers closed the square.", "2025-03-16"),
        ("Guards fired hours before a curfew was scheduled to begin on Friday.", "2025-03-14"),
        ("The mill was set to reopen on Tuesday.", "2025-03-18"),
        ("A march is set to begin on Sunday.", "2025-03-23"),
        ("The mayor ordered guards to take over the bridge on Friday.", "2025-03-14"),
        ("The mayor orders guards to leave the bridge on Friday.", "2025-03-21"),
        ("The protests began to ebb on Wednesday.", "2025-03-12"),
        ("The mayor plans to leave on Wednesday.", "2025-03-19"),
    ],
)
def test_what_was_arranged_or_begun_in_the_past_is_of_the_nearest_day(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cole Hart is the second man to die in the harbour park at the weekend", "2025-W11-WE"),
        ("A plan to climb the ridge at the weekend", "2025-W12-WE"),
    ],
)
def test_one_in_a_row_of_those_who_did_something_has_done_it(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill turned him away, only to admit him days later.", "PAST_REF"),
        ("The mill will admit him days later.", "FUTURE_REF"),
        ("The mayor spoke in 2011. Roughly 40 years later, in print, she wrote of it.", "PAST_REF"),
        ("In the following weeks the mill was sold.", "PAST_REF"),
        ("In the following weeks the mill will be sold.", "FUTURE_REF"),
        ("The mayor called for peace following days of protests.", "PXD"),
        ("Two weeks after...", "P2W"),
    ],
)
def test_what_came_later_in_a_tale_of_the_past_is_not_to_come(text: str, expected: str) -> None:
    assert last(text) == expected
