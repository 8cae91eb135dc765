"""Shares, points and bounds that a denial turns round."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_quantities import Figures, read


@pytest.mark.parametrize(
    ("text", "figures", "unit", "of"),
    [
        ("A few hundred ships left.", (None, 200, None), None, "ships"),
        ("The camp lies a few dozen miles from the city.", (None, 24, None), "mi", "distance from city"),
        ("Several thousand people marched.", (None, 2000, None), "people", "marched"),
        ("A couple of hundred soldiers left.", (None, 200, None), "people", "soldiers"),
        ("The price was never above 40 florins.", (40, None, 40), "florins", "price"),
        ("The mill cannot be had for less than $5 million.", (5e6, 5e6, None), "USD", None),
        ("It did not publish more than 190 letters.", (190, 190, None), None, "letters"),
        ("Only 24 percent of those polled said that they would vote.", (24, 24, 24), "percent", "those polled"),
        ("Dolan won 50 percent of “very conservative” voters.", (50, 50, 50), "percent", "voters"),
        ("Dolan won by 40 points.", (40, 40, 40), "points", None),
        ("The index fell 39 points.", (39, 39, 39), "points", "index"),
        ("Reeve is ahead by six points.", (6, 6, 6), "points", None),
        ("Reeve made two points in her talk.", (2, 2, 2), None, "points"),
        ("Dozens of police stood there.", (None, 24, None), "people", "police"),
        ("There were zero cases in May.", (0, 0, 0), None, "cases"),
        ("Dolan had zero Cabinet departures.", (0, 0, 0), None, "departures"),
    ],
)
def test_a_figure_says_how_much_of_what(text: str, figures: Figures, unit: str | None, of: str | None) -> None:
    (found,) = read(text)
    assert ((found.value, found.low, found.high), found.unit, found.of) == (figures, unit, of)


def test_a_denial_turns_both_bounds_that_are_joined() -> None:
    low, high = read("The number of visas can never be less than 20,000 or more than 200,000.")
    assert (low.low, low.high) == (20_000, None)
    assert (high.low, high.high) == (None, 200_000)


def test_shares_that_are_subjects_in_one_sentence_are_of_one_thing() -> None:
    found = read("Only 23 percent of the farmers left, while 34 percent stayed and 38 percent did not say.")
    assert [one.of for one in found] == ["farmers"] * 3


def test_none_of_something_that_is_not_counted_is_no_figure() -> None:
    assert read("A zero-tolerance policy met zero resistance.") == ()


def test_a_bare_number_behind_by_counts_the_points_told_before() -> None:
    assert [one.unit for one in read("One has Dolan ahead by six points, and another has him ahead by three.")] == ["points"] * 2
