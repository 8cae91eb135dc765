"""The quality gate: figures beside the floors that they must not fall below, and that are only raised."""

from __future__ import annotations

from collections.abc import Mapping

MARGIN = 0.005
"""How far below a measured figure its floor is set."""


def held(name: str, reader: str, default: str) -> str:
    """What a figure is called in the floors: those of another reader than the default one name it."""
    return name if reader == default else f"{reader}: {name}"


def below_floors(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """What is wrong with the figures of one reader beside all floors: below its floor, without a floor, or not measured."""
    ours = {name: floor for name, floor in floors.items() if _reader(name) in set(map(_reader, figures))}
    below = [
        f"{name}: {value:.3f} is below its floor {ours[name]:.3f}" for name, value in figures.items() if value < ours.get(name, 0)
    ]
    missing = [f"{name}: measured, but has no floor. Set one with --raise" for name in figures if name not in ours]
    lost = [f"{name}: has a floor, but was not measured" for name in ours if name not in figures]
    return below + missing + lost


def _reader(name: str) -> str:
    before, colon, _ = name.partition(": ")
    return before if colon else ""


def raise_floors(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors with those of the figures a little below them; none is lower than it was."""
    lifted = {
        name: max(floors.get(name, 0.0), round(max(0.0, int(value * 1000) / 1000 - MARGIN), 3)) for name, value in figures.items()
    }
    return {**floors, **lifted}
