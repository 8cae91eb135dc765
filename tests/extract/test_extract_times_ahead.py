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
