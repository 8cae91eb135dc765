"""Days told beside another day, a season long past or a day that has a name, and the weeks of a Sunday."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_times_ahead import last
from tests.extract.test_extract_times_news import dates, values

SUNDAY = "2025-03-16"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("He was forced to concede last week.", "2025-03-17", "2025-W11"),
        ("They plan to start passing bills this week.", SUNDAY, "2025-W12"),
        ("They sued this week.", SUNDAY, "2025-W11"),
        ("They will meet next week.", SUNDAY, "2025-W12"),
    ],
)
def test_on_a_sunday_this_week_is_the_next_where_it_is_to_come(text: str, published: str, expected: str) -> None:
    assert last(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on Thursday. On the night of the fire Reeve slept.", "XXXX-XX-XXTNI"),
        ("On the night of 5 March Reeve slept.", "2025-03-05TNI"),
        ("On the evening of Friday Reeve slept.", "2025-03-14TEV"),
        ("He claimed the Sunday after the attack that nobody knew.", "XXXX-WXX-7"),
        ("He claimed it the Sunday before last.", "2025-03-16"),
        ("He spoke on Sunday after the attack.", "2025-03-16"),
    ],
)
def test_a_weekday_counted_from_something_else_stays_open(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned on Monday. The mayor visited it three days later.", "XXXX-XX-XX"),
        ("The mill burned on March 3. The mayor visited it three days later.", "2025-03-06"),
        ("The cuts begin on April 1, followed a day later by more.", "2025-04-02"),
    ],
)
def test_days_later_in_a_tale_of_the_past_are_not_after_its_writing(text: str, expected: str) -> None:
    assert last(text) == expected


def test_a_day_that_only_names_what_it_is_of_does_not_move_the_tale() -> None:
    text = "They met on Thursday to speak of the Jan. 8 raid. Officials had denied it one day earlier."
    assert last(text) == "2025-03-12"
    assert last("The Jan. 8 raid hurt ten. Officials denied it one day later.") == "2025-01-09"


def test_that_summer_is_of_the_year_told_of() -> None:
    assert last("They met in 1982. He swam that summer.") == "1982-SU"
    assert last("He swam that summer.") == "XXXX-SU"


@pytest.mark.parametrize("words", ["that evening", "in the evening"])
def test_an_evening_told_of_after_a_summer_long_past_is_no_day_of_the_article(words: str) -> None:
    assert last(f"She spoke on Saturday. In the summer of 1982, she swam. They drank {words}.") == "XXXX-XX-XXTEV"
    assert last(f"In the summer of 1982, she swam. She spoke on Saturday. They drank {words}.") == "2025-03-15TEV"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("It passed in the wake of the Sept. 11 attacks.", "2020-01-09", "2001-09-11"),
        ("It passed after the Sept. 11 terrorist attacks.", "2020-01-09", "2001-09-11"),
        ("It passed after the Sept. 11 attack.", "2020-01-09", "2019-09-11"),
        ("It was on the anniversary of the Sept. 11 attacks.", "2012-10-10", "2001-09-11"),
        ("They spoke of the Sept. 11 attacks.", "2012-10-10", "XXXX-09-11"),
        ("They knew of the raid on 9/11.", "2012-10-24", "XXXX-09-11"),
        ("They knew of the raid on 9/11.", "2012-03-24", "2001-09-11"),
        ("It is the worst since 9/11.", "2012-10-24", "2001-09-11"),
    ],
)
def test_a_day_with_a_name_is_of_its_year_and_open_after_its_return(text: str, published: str, expected: str) -> None:
    assert last(text, published) == expected


def test_a_day_whose_name_may_mean_either_lends_its_year_to_none() -> None:
    text = "They knew of the raid on 9/11. It came on the afternoon of September 11."
    assert [edtf for _, _, edtf in dates(text, "2012-10-24")] == ["XXXX-09-11", "2012-09-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned just after 8:30pm Thursday night inside the harbour.", "2025-03-13T20:30"),
        ("The mill burned at 7:15 a.m. Wednesday morning.", "2025-03-12T07:15"),
        ("The mill burned at midnight, early Sunday morning.", "2025-03-16T00:00"),
        ("They met on Tuesday. The mill burned at 9:30 last night.", "2025-03-16T21:30"),
        ("They met on Tuesday. A midnight curfew went into effect Saturday night.", "2025-03-16T00:00"),
        ("They met on Tuesday. An 8 p.m. curfew went into effect on Saturday.", "2025-03-15T20:00"),
        ("They met on Tuesday. An 8 p.m. curfew was set to begin on Saturday.", "2025-03-15T20:00"),
        ("They met on Wednesday. An 8 p.m. curfew was announced on the square before Saturday.", "2025-03-12T20:00"),
        ("They met on Wednesday. They closed it at 8 p.m. and guards came on Saturday.", "2025-03-12T20:00"),
    ],
)
def test_an_hour_is_of_the_day_that_its_own_phrase_or_clause_names(text: str, expected: str) -> None:
    assert next(value for _, _, value in values(text) if "T" in (value or "")[10:]) == expected
