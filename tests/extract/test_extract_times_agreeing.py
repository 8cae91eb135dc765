"""Weekdays of one article that mean one day."""

from __future__ import annotations

from tests.extract.test_extract_times_news import dates


def test_a_weekday_whose_clause_tells_no_tense_is_the_one_to_come_that_the_article_tells_of() -> None:
    told = dates("Five towns will vote on Thursday. Thursday is no different for the mayor.")
    assert [value for _, value, _ in told] == ["2025-03-20", "2025-03-20"]


def test_where_the_article_tells_of_a_weekday_gone_by_too_it_stays() -> None:
    told = dates("The towns voted on Thursday. They will vote again on Thursday. Thursday is no different for the mayor.")
    assert [value for _, value, _ in told] == ["2025-03-13", "2025-03-20", "2025-03-13"]
