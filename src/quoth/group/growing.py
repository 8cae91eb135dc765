"""A story while documents are being put into it: the sum of their words and their days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import sqrt

Vector = Mapping[str, float]


@dataclass(slots=True)
class Growing:
    """A story as numbers of documents with their vectors, which have length one."""

    members: dict[int, Vector] = field(default_factory=dict)
    days: dict[int, date] = field(default_factory=dict)
    channels: dict[int, str] = field(default_factory=dict)
    _total: dict[str, float] = field(default_factory=dict)
    _square: float = 0.0
    """Squared length of the total, kept up to date so that likeness costs no more than the document's words."""

    def add(self, number: int, vector: Vector, day: date | None, channel: str | None = None) -> None:
        """Takes a document in; ``channel`` is the outlet whose untitled post it is."""
        self._change(vector, 1.0)
        self.members[number] = vector
        if day is not None:
            self.days[number] = day
        if channel is not None:
            self.channels[number] = channel

    def remove(self, number: int) -> None:
        """Gives a document up."""
        self._change(self.members.pop(number), -1.0)
        self.days.pop(number, None)
        self.channels.pop(number, None)
        if not self.members:
            self._total.clear()
            self._square = 0.0

    def _change(self, vector: Vector, sign: float) -> None:
        for word, weight in vector.items():
            before = self._total.get(word, 0.0)
            after = before + sign * weight
            self._total[word] = after
            self._square += after * after - before * before

    def likeness(self, vector: Vector) -> float:
        """Cosine between a vector of length one and the story's total."""
        shared = sum(weight * self._total.get(word, 0.0) for word, weight in vector.items())
        return shared / sqrt(max(self._square, 1e-9))

    def direction(self) -> Vector:
        """The story's own vector, of length one; empty where it has no documents."""
        length = sqrt(max(self._square, 1e-9))
        return {word: weight / length for word, weight in self._total.items() if weight > 1e-9}

    def days_from(self, day: date | None) -> int | None:
        """Days from a day to the nearest document; None where either is undated."""
        if day is None or not self.days:
            return None
        return min(abs((day - other).days) for other in self.days.values())

    def days_apart(self, other: Growing) -> int | None:
        """Fewest days between documents of two stories; None where either has no dated one."""
        if not self.days or not other.days:
            return None
        first, second = sorted((sorted(self.days.values()), sorted(other.days.values())))
        return max(0, (second[0] - first[-1]).days)
