from __future__ import annotations

from typing import Any

import pytest

from quoth.link.counts import agree, conflict, figure_of, figure_of_time
from quoth.records import Anchor, Quantity, Span, TimeExpression

AROUND = ("dam", "flood", "valley")


def figure(value: float, of: str = "killed", unit: str | None = "people", text: str | None = None, **more: Any) -> Quantity:
    bounds: dict[str, Any] = {"low": value, "high": value} | more
    return Quantity("q", "d", Span(0, 1), text or f"{value:g} {of}", value, bounds["low"], bounds["high"], unit, of, None, None)


def about(value: float, of: str = "rockets", unit: str | None = None) -> Quantity:
    return figure(value, of, unit, low=None, high=None)


def over(value: float, of: str = "killed", unit: str | None = "people") -> Quantity:
    return figure(value, of, unit, high=None)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (figure(3), figure(5, "dead"), True),
        (figure(612), figure(600), False),
        (figure(28, "bundles", None), figure(27, "bundles", None), True),
        (over(40), figure(43), False),
        (over(31_000), over(26_000), True),
        (about(3_300), about(3_500), True),
        (about(6.0, "quake", "magnitude"), figure(5.9, "earthquake", "magnitude"), False),
        (figure(6.1, "quake", "magnitude"), figure(5.9, "earthquake", "magnitude"), True),
        (figure(6.1, "quake", "magnitude"), figure(4.0, "aftershock", "magnitude"), False),
        (figure(3), figure(5, "injured"), False),
        (figure(3, "treated"), figure(7, "treated"), True),
        (figure(3, "treated"), figure(7, "injured"), False),
        (figure(1.9, "measured", "sievert per hour"), figure(0.6, "peak", "sievert per hour"), True),
        (figure(1.9, "measured", "microsievert"), figure(0.0019, "level", "millisievert"), False),
        (figure(5, "villages", None), figure(7, "villages", None), True),
        (figure(15, "villages", None), figure(12, "villages", None, "12 worst-hit villages"), False),
        (figure(58, "distance", "km"), figure(36, "distance", "mi"), False),
        (figure(1_150, "distance", "km"), figure(1_500, "distance", "km"), True),
    ],
)
def test_figures_of_one_thing_conflict_where_they_cannot_both_be_right(one: Quantity, other: Quantity, *, differ: bool) -> None:
    first, second = figure_of(one, AROUND), figure_of(other, AROUND)
    assert first is not None
    assert second is not None
    assert conflict(first, second) == conflict(second, first) == differ


@pytest.mark.parametrize(
    ("quantity", "before"),
    [
        (figure(30, "wounded", text="30 of the 80 wounded"), ""),
        (figure(30, "wounded", text="30 of them"), ""),
        (figure(1_500, "flights", None), "and delayed another "),
        (figure(0.5, "houses", "share"), ""),
    ],
)
def test_parts_and_rests_are_no_figures_of_the_whole(quantity: Quantity, before: str) -> None:
    assert figure_of(quantity, AROUND, before=before) is None


def test_seven_of_its_villages_are_seven_villages() -> None:
    assert figure_of(figure(7, "villages", None, "seven of its villages"), AROUND) is not None


def test_depth_is_not_width() -> None:
    deep = figure_of(figure(16, "crater", "ft"), AROUND, after="-Deep Crater")
    wide = figure_of(figure(40, "crater", "ft"), AROUND, after=" crater")
    assert deep is not None
    assert wide is not None
    assert not conflict(deep, wide)


def test_lengths_of_time_are_compared_where_the_words_around_agree() -> None:
    def lasting(value: str, around: tuple[str, ...]) -> Any:
        return figure_of_time(TimeExpression("t", "d", Span(0, 1), value, "DURATION", value, None, Anchor(None, "unknown")), around)

    assert conflict(lasting("PT2H", AROUND), lasting("PT3H", AROUND))
    assert not conflict(lasting("PT2H", AROUND), lasting("PT3H", ("vote",)))
    assert agree(lasting("PT120M", AROUND), lasting("PT2H", AROUND))
    assert lasting("P1M", AROUND) is None
