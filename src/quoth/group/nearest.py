"""What is nearest to a document: what its likeness to others is held against.

How high its highest cosines are is its scale (local scaling: Zelnik-Manor and Perona 2004). Which documents are nearest to it says of two documents
whether they stand in one neighbourhood (shared nearest neighbours: Jarvis and Patrick 1973): of two alike events a report may be as near to one of the
other as to one of its own, and yet what is near to it is of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

import numpy as np

from quoth.group.index import GRAIN, Numbers, Reals

SCALED = ("words", "names", "lede")
NEAREST = 3
"""Documents whose mean cosine is a document's scale."""
SCALES = (0.2, 0.5)
"""Bounds of a scale: below, the nearest are no neighbours, as in a corpus of three articles; above, they are copies, which say nothing of how
much alike two reports are."""
CIRCLE = 10
"""Documents that are its neighbours."""

Tops: TypeAlias = Mapping[str, Sequence[float]]
"""By kind, the highest cosines of a document with those that it is compared with."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest of one document."""

    tops: Tops
    circle: Mapping[str, float]
    """Its neighbours by identifier, with the sum of their cosines; the nearest first, of two alike the one whose identifier comes first."""

    @staticmethod
    def of(cosines: Mapping[str, Reals], names: Sequence[str]) -> Nearest:
        """Those of a document, given its cosines with others by kind, not scaled, and the identifiers of these."""
        tops = {kind: _highest(cosines[kind].tolist()) for kind in SCALED}
        sums = sum((cosines[kind] for kind in SCALED), start=np.zeros(len(names)))
        least = np.partition(sums, -CIRCLE)[-CIRCLE] if len(sums) > CIRCLE else 0.0
        near = np.flatnonzero(sums >= least).tolist()
        return Nearest(tops, _first(zip([names[one] for one in near], sums[near].tolist(), strict=True)))

    def beside(self, cosines: Mapping[str, float], name: str) -> Nearest:
        """The same where one more document came."""
        tops = {kind: _highest([*self.tops[kind], cosines[kind]]) for kind in SCALED}
        return Nearest(tops, _first([*self.circle.items(), (name, sum(cosines[kind] for kind in SCALED))]))


def _highest(values: Iterable[float]) -> list[float]:
    return sorted(values, reverse=True)[:NEAREST]


def _first(near: Iterable[tuple[str, float]]) -> dict[str, float]:
    return dict(sorted(near, key=lambda one: (-one[1], one[0]))[:CIRCLE])


class Around:
    """What is nearest to each of some documents, by their numbers."""

    def __init__(self, nearest: Iterable[Nearest], names: Sequence[str]) -> None:
        """``nearest`` of documents, with the identifiers of these."""
        every = list(nearest)
        self.scales = scales_of(one.tops for one in every)
        self._circles = [{name: 1.0, **_weights(one.circle)} for name, one in zip(names, every, strict=True)]
        self._lengths = np.array([sqrt(sum(weight * weight for weight in circle.values())) for circle in self._circles], np.float64)
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, circle in enumerate(self._circles):
            for name, weight in circle.items():
                self._holders[name].append((number, weight))

    def common(self, number: int, others: Numbers) -> Reals:
        """How far a document's circle is that of others: the cosine of their members, each the heavier the nearer it is; each stands in its own."""
        sums: dict[int, float] = defaultdict(float)
        for name, weight in self._circles[number].items():
            for holder, other in self._holders[name]:
                sums[holder] += weight * other
        found = np.array([sums.get(other, 0.0) for other in others.tolist()], np.float64)
        return np.asarray(found / (self._lengths[number] * self._lengths[others]))


def _weights(circle: Mapping[str, float]) -> dict[str, float]:
    """The roots of the sums of cosines, in whole grains: the least near of a document about which little is near hardly counts."""
    return {name: round(sqrt(near) / GRAIN) * GRAIN for name, near in circle.items()}


def scales_of(tops: Iterable[Tops]) -> dict[str, Reals]:
    """By kind, the measure that each document's cosines are held to: the mean of its highest."""
    every = list(tops)
    means = {kind: np.array([sum(one[kind]) / NEAREST for one in every], np.float64) for kind in SCALED}
    return {kind: np.clip(found, *SCALES) for kind, found in means.items()}
