"""A story while others are being joined to it: the sums of its documents' words and names, its days and channels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from types import MappingProxyType

from quoth.group.index import Vector

_NONE: Vector = MappingProxyType({})


@dataclass(slots=True)
class Sum:
    """A sum of vectors."""

    total: dict[str, float] = field(default_factory=dict)
    square: float = 0.0
    """Squared length, kept up to date so that a likeness costs no more than the shorter vector's words."""

    def add(self, vector: Iterable[tuple[str, float]]) -> None:
        """Takes a vector in."""
        for word, weight in vector:
            before = self.total.get(word, 0.0)
            self.total[word] = before + weight
            self.square += weight * (2.0 * before + weight)

    def likeness(self, vector: Vector) -> float:
        """Cosine with a vector of length one."""
        total = self.total
        shared = sum([weight * total[word] for word, weight in _in_common(vector, total)])
        return shared / sqrt(max(self.square, 1e-9))

    def shared(self, other: Sum) -> float:
        """Dot product with another sum."""
        return sum([weight * other.total[word] for word, weight in _in_common(self.total, other.total)])

    def alike(self, other: Sum) -> float:
        """Cosine with another sum."""
        return self.shared(other) / sqrt(max(self.square, 1e-9)) / sqrt(max(other.square, 1e-9))


def _in_common(vector: Vector, other: Vector) -> list[tuple[str, float]]:
    """What a vector has of the words of both, in the order of words: found without a look at each, because two vectors share few."""
    return [(word, vector[word]) for word in sorted(vector.keys() & other.keys())]


@dataclass(slots=True)
class Growing:
    """A story as numbers of documents with their vectors, which have length one."""

    members: dict[int, Vector] = field(default_factory=dict)
    days: tuple[date, date] | None = None
    """The first and the last, where any is known."""
    channels: dict[int, str] = field(default_factory=dict)
    words: Sum = field(default_factory=Sum)
    names: Sum = field(default_factory=Sum)
    months: Sum = field(default_factory=Sum)

    def add(
        self, number: int, words: Vector, names: Vector, day: date | None, channel: str | None = None, *, months: Vector = _NONE
    ) -> None:
        """Takes a document in; ``channel`` is the outlet whose untitled post it is."""
        self.members[number] = words
        self.words.add(words.items())
        self.names.add(names.items())
        self.months.add(months.items())
        if day is not None:
            self._stretch((day, day))
        if channel is not None:
            self.channels[number] = channel

    def take(self, other: Growing) -> None:
        """Takes all documents of another story in."""
        self.members |= other.members
        if other.days is not None:
            self._stretch(other.days)
        self.channels |= other.channels
        self.words.add(other.words.total.items())
        self.names.add(other.names.total.items())
        self.months.add(other.months.total.items())

    def days_apart(self, other: Growing) -> int | None:
        """Fewest days between documents of two stories; None where either has no dated one."""
        if self.days is None or other.days is None:
            return None
        return max(0, (other.days[0] - self.days[1]).days, (self.days[0] - other.days[1]).days)

    def _stretch(self, days: tuple[date, date]) -> None:
        first, last = self.days or days
        self.days = min(first, days[0]), max(last, days[1])
