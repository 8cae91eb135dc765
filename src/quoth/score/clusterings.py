"""Two groupings of the same things beside each other: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), the entity-based CEAF
(Luo 2005), their mean, which CoNLL-2012 ranks by, and what is right of the pairs put together.

A grouping is a mapping of items to groups; both must have the same items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from scipy.optimize import linear_sum_assignment

from quoth.score.figures import Figure, counted

Grouping: TypeAlias = Mapping[str, Hashable]


@dataclass(frozen=True, slots=True)
class Compared:
    """A grouping beside the gold's."""

    muc: Figure
    b_cubed: Figure
    ceaf: Figure

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def compare(found: Grouping, gold: Grouping) -> Compared:
    """The measures of ``found`` against ``gold``."""
    shared = Counter((found[item], gold[item]) for item in gold)
    ours, theirs = Counter(found.values()), Counter(gold.values())
    return Compared(_muc(shared, ours, theirs), _b_cubed(shared, ours, theirs), _ceaf(shared, ours, theirs))


Sizes: TypeAlias = Mapping[Hashable, int]
Shared: TypeAlias = Mapping[tuple[Hashable, Hashable], int]


def _muc(shared: Shared, ours: Sizes, theirs: Sizes) -> Figure:
    """Links: a group of n that the other side has in p parts has n - p right links of n - 1."""
    items, parts = sum(ours.values()), len(shared)
    return counted(items - parts, items - len(ours), items - len(theirs))


def _b_cubed(shared: Shared, ours: Sizes, theirs: Sizes) -> Figure:
    items = sum(ours.values())
    precision = sum(count * count / ours[one] for (one, _), count in shared.items())
    recall = sum(count * count / theirs[other] for (_, other), count in shared.items())
    return Figure(precision / items if items else 0.0, recall / items if items else 0.0, items, items)


def _ceaf(shared: Shared, ours: Sizes, theirs: Sizes) -> Figure:
    """Each group paired with at most one of the other side so that their likeness (phi 4) is greatest."""
    rows = {one: number for number, one in enumerate(ours)}
    columns = {other: number for number, other in enumerate(theirs)}
    alike = np.zeros((len(rows), len(columns)))
    for (one, other), count in shared.items():
        alike[rows[one], columns[other]] = 2 * count / (ours[one] + theirs[other])
    total = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return Figure(total / len(ours) if ours else 0.0, total / len(theirs) if theirs else 0.0, len(ours), len(theirs))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of items of different places: those put together, those that belong together, and those that are both."""

    right: int
    found: int
    gold: int

    @property
    def figure(self) -> Figure:
        """Precision and recall of the pairs put together."""
        return counted(self.right, self.found, self.gold)

    @property
    def false(self) -> int:
        """Pairs put together that do not belong together."""
        return self.found - self.right


def compare_pairs(found: Grouping, gold: Grouping, place: Grouping) -> Pairs:
    """The pairs of items that stand in different places (``place``: documents), counted without listing them."""
    return Pairs(
        right=_apart(((found[item], gold[item]), place[item]) for item in gold),
        found=_apart((found[item], place[item]) for item in gold),
        gold=_apart((gold[item], place[item]) for item in gold),
    )


def _apart(items: Iterable[tuple[Hashable, Hashable]]) -> int:
    """Pairs of one group and two places."""
    both = Counter(items)
    groups: Counter[Hashable] = Counter()
    for (group, _), count in both.items():
        groups[group] += count
    return (sum(count * count for count in groups.values()) - sum(count * count for count in both.values())) // 2
