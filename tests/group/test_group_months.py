from __future__ import annotations

import pytest

from quoth.group.growing import Sum
from quoth.group.index import Vector
from quoth.group.months import clash, find_months


def told(*months: Vector) -> Sum:
    found = Sum()
    for month in months:
        found.add(month.items())
    return found


def month(number: int) -> Vector:
    return find_months({f"month:{number}": 1})


def test_months_are_told_whatever_their_year() -> None:
    assert find_months({"month:5": 1, "month:2013-5": 1, "day:5-2": 1, "weekday:3": 2, "year:2013": 1}) == month(5)


def test_no_month_is_nothing() -> None:
    assert not find_months({"year:2013": 1})


def test_a_month_has_a_share_of_those_beside_it_round_the_year() -> None:
    assert set(month(12)) == {"11", "12", "1"}
    assert month(12)["12"] > month(12)["1"] == month(12)["11"]


def test_groups_that_name_months_far_apart_clash_the_more_the_more_agree() -> None:
    assert clash(told(month(2)), told(month(8))) < clash(told(*[month(2)] * 4), told(*[month(8)] * 4))


@pytest.mark.parametrize("other", [told(month(7), month(7)), told()])
def test_nothing_clashes_with_the_same_months_nor_with_none(other: Sum) -> None:
    assert clash(told(month(7), month(7)), other) == pytest.approx(0.0)


def test_a_month_clashes_less_with_the_next_than_with_a_later_one() -> None:
    summer = told(*[month(6)] * 3)
    assert clash(summer, told(*[month(7)] * 3)) < clash(summer, told(*[month(8)] * 3)) < clash(summer, told(*[month(9)] * 3))
