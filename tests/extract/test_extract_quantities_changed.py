"""What an amount is of where something is changed to it, set at it, or told beside others; tolls that a verb tells; ages that are bounds."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_quantities import Figures, read


@pytest.mark.parametrize(
    ("text", "figures", "unit", "of"),
    [
        ("The bill would double the tax credit to $2,000.", (2000, 2000, 2000), "USD", "tax credit"),
        ("The council capped deductions at $50,000.", (50_000, 50_000, 50_000), "USD", "deductions"),
        ("His bail was set at $250,000.", (250_000, 250_000, 250_000), "USD", "bail"),
        ("They put growth at 3 percent or better for the quarter.", (3, 3, None), "percent", "growth"),
        ("Dolan set a new high at 9 percent in the poll.", (9, 9, 9), "percent", None),
        ("About 33 percent of the total number of voters stayed.", (33, None, None), "percent", "voters"),
        ("More than half the states opted out.", (0.5, 0.5, None), "share", "states"),
        ("That is an increase of over 4,300 points.", (4300, 4300, None), "points", "increase"),
        ("The gap had narrowed to 6 points.", (6, 6, 6), "points", "gap"),
        ("The toll from the quake has reached 61.", (61, 61, 61), "people", "killed"),
        ("The number killed there could be more than 100.", (100, 100, None), "people", "killed"),
        ("A magnitude-7.3 earthquake struck Miln.", (7.3, 7.3, 7.3), "magnitude", "earthquake"),
        ("They asked the clerks about two things.", (2, 2, 2), None, "things"),
        ("Nearly three-dozen actors left.", (36, None, None), "people", "actors"),
        ("The firm grew to almost $20 trillion- the most ever.", (20e12, None, None), "USD", "firm"),
        ("The rate ticked up to 6.2 percent.", (6.2, 6.2, 6.2), "percent", "rate"),
        ("The guild has up to 40 members.", (40, None, 40), "people", "members"),
        ("The wage edged up only 1 cent.", (1, 1, 1), "cents", "wage"),
        ("They met after the murder of 49 people.", (49, 49, 49), "people", "killed"),
        ("She helps seekers age 55 and older find work.", (55, 55, None), "age", "seekers"),
        ("They must reunite children under five.", None, None, None),
    ],
)
def test_an_amount_is_of_what_is_changed_or_set(text: str, figures: Figures | None, unit: str | None, of: str | None) -> None:
    found = read(text)[-1]
    if figures is None:
        assert ((found.value, found.low, found.high), found.unit, found.of) == ((5, None, 5), "age", "children")
        return
    assert ((found.value, found.low, found.high), found.unit, found.of) == (figures, unit, of)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The act cuts the tax rate from 35 percent to 21 percent.", ["tax rate", "tax rate"]),
        ("Dolan leads by a 47 percent to 45 percent margin.", ["margin", "margin"]),
        ("About 60 percent of gun owners want it. About 30 percent say it is too loud.", ["gun owners", "gun owners"]),
        ("His advantage declined from 16 points to 5 points.", ["advantage", "advantage"]),
    ],
)
def test_two_shares_are_of_one_thing(text: str, of: list[str]) -> None:
    assert [one.of for one in read(text)] == of


@pytest.mark.parametrize(
    "text",
    [
        "Such graduates are three times more likely to thrive.",
        "They pay four times as much.",
        "The firm signed them for nine figures.",
        "Both ran as 40-something senators.",
        "She led a meeting on day 12 of the siege.",
        "He fired a .380 caliber handgun.",
    ],
)
def test_a_factor_and_a_name_count_nothing(text: str) -> None:
    assert not read(text)


def test_who_is_so_old_has_an_age() -> None:
    (found,) = read("John Reeve, who is 81, is at a hospital.")
    assert (found.value, found.unit, found.of) == (81, "age", "John Reeve")


def test_those_who_do_something_are_people() -> None:
    assert read("Of the 61 million who voted, most were old.")[0].unit == "people"


def test_a_sum_that_somebody_spends_counts_no_people() -> None:
    found = read("At least seven senators owned shares of firms that spent billions.")
    assert (found[-1].unit, found[-1].of) == (None, "spent")
