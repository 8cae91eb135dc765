"""Precision, recall, F1 and B³, and what is missed: what a person reads of a measurement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure. ``gold`` and ``found`` say how many things it was taken over; with none it is not measured (0)."""

    precision: float
    recall: float
    found: int
    gold: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that does not agree: missing from what was found, found beyond the truth, or found but wrong."""

    measure: str
    what: Literal["missing", "extra", "wrong"]
    document: str | None
    """The document's key in the truth; None for what is not of one document."""
    text: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures and misses of one kind, in the order in which a person reads them."""

    figures: Sequence[tuple[str, Figure]] = ()
    misses: Sequence[Miss] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures by measure, and all misses."""

    figures: Mapping[str, Figure] = field(default_factory=dict)
    misses: tuple[Miss, ...] = ()


def counted(right: int, found: int, gold: int) -> Figure:
    """Precision and recall from counts."""
    return Figure(right / found if found else 0.0, right / gold if gold else 0.0, found, gold)


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> Figure:
    """B³ (Bagga and Baldwin 1998) of a grouping: item → group. Items of the gold that were not found lower recall only."""
    both = [item for item in gold if item in found]
    precision = sum(_share(item, both, found, gold) for item in both)
    recall = sum(_share(item, list(gold), gold, found) for item in both)
    return Figure(precision / len(both) if both else 0.0, recall / len(gold) if gold else 0.0, len(both), len(gold))


def _share(item: str, items: Sequence[str], one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """Of the items that ``one`` groups with ``item``, the share that ``other`` groups with it too."""
    group = [each for each in items if one[each] == one[item]]
    return sum(other.get(each) == other[item] for each in group if each in other) / len(group)
