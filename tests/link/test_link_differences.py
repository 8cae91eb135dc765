from __future__ import annotations

import pytest

from quoth.link.counts import figure_of
from quoth.link.differences import Account, differ, stems
from quoth.records import Anchor, Quantity, Span, TimeExpression


def account(words: str, *figures: tuple[float, str], day: str | None = None) -> Account:
    quantities = [
        Quantity("q", "d", Span(0, 1), f"{value:g} {of}", value, value, value, "people", of, None, None) for value, of in figures
    ]
    read = [figure_of(one, stems(words)) for one in quantities]
    times = (TimeExpression("t", "d", Span(0, 1), "that day", "DATE", day, day, Anchor(None, "unknown")),) if day else ()
    return Account(words, (), tuple(one for one in read if one is not None), times, stems(words))


def kind(first: Account, second: Account) -> str | None:
    point = differ(first, second)
    assert (differ(second, first) is None) == (point is None)
    return point.kind if point else None


def test_two_tolls_differ() -> None:
    assert (
        kind(account("three people died in the flood", (3, "killed")), account("five were killed by it", (5, "killed"))) == "figure"
    )


def test_tolls_of_two_days_are_no_contradiction() -> None:
    first = account("three people died in the flood", (3, "killed"), day="2031-03-15")
    assert kind(first, account("five were killed by it", (5, "killed"), day="2031-03-17")) is None


def test_a_figure_beside_one_that_agrees_is_of_something_else() -> None:
    first = account("three workers were hit, two died", (3, "killed"), (2, "killed"))
    assert kind(first, account("two were killed", (2, "killed"))) is None


def test_two_weekdays_of_one_thing_differ_and_of_two_things_do_not() -> None:
    first = account("The fire at the pumping station broke out on Friday")
    assert kind(first, account("A fire destroyed the pumping station early on Saturday")) == "date"
    assert kind(first, account("The council meets on Saturday")) is None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("A meteorite made the crater at Tessen", "The crater at Tessen was not made by a meteorite", "polarity"),
        ("Villagers claimed that the wells were poisoned", "The mayor said the allegations were unfounded", "polarity"),
        ("A meteorite made the crater at Tessen", "The mayor would not say what made the crater at Tessen", None),
        ("A meteorite made the crater at Tessen", "The crater at Tessen is deep", None),
        ("The mayor did not come", "The council never met", None),
        ("A man was seized at the mill", "The mayor said a man was seized at the mill, and that no flood was looked for", None),
        ("The fire at the mill was real", "The fire at the mill was not a hoax", None),
        ("The mill at Tessen burns", "Burning mill at Tessen is a hoax", "polarity"),
        ("Was the mill at Tessen burnt? Probably not", "The mill at Tessen is burnt", "polarity"),
        ("The mayor failed a test and was suspended", "There is no truth whatsoever to these claims", "polarity"),
        ("The mayor could not confirm the fire at the mill", "The fire at the mill seemed large", None),
        (
            "The papers reported late Wednesday that the mayor would fly to the mill",
            "The mayor may fly to the mill on Thursday",
            None,
        ),
        ("Ada Lund, mother of 13, was hurt at the mill", "Ada Lund, a mother of twelve, was hurt", "figure"),
    ],
)
def test_what_one_denies_of_the_other_is_told_apart_from_silence_and_detail(first: str, second: str, expected: str | None) -> None:
    assert kind(account(first), account(second)) == expected
