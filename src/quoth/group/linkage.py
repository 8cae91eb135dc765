"""Clusters by average linkage over pairs of which few are known: the two that are most alike on average are joined, until none are alike.

Distance in time counts once between two clusters, by the days between the end of one and the beginning of the other: a run of events goes on for
days, and its first report is far from its last. What the months that two clusters name say against them counts once too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeAlias

from quoth.group.growing import Sum
from quoth.group.index import Vector
from quoth.group.months import MEMBERS, clash

Pair: TypeAlias = tuple[int, int, float]
Stretch: TypeAlias = tuple[int, int]
"""First and last day."""
Fading: TypeAlias = Callable[[int], float]
"""What so many days between two clusters add to their average."""

AGAINST = 1.0
"""Log odds that other months take from the average of two clusters."""


class Linkage:
    """The clusters while they are being joined, each known by its smallest member. Costs what the known pairs cost, not all pairs."""

    def __init__(
        self,
        groups: Iterable[Sequence[int]],
        pairs: Iterable[Pair],
        *,
        floor: float,
        days: Sequence[int | None],
        fading: Fading,
        months: Sequence[Vector] = (),
    ) -> None:
        """``groups``: what is together from the start, every item in one; ``floor``: the score of every pair that is not among ``pairs``;
        ``days``: of each item, where it is known; ``months`` that each names, as ``find_months`` has them."""
        self.members = {min(group): sorted(group) for group in groups}
        self._floor, self._fading = floor, fading
        self._when = {name: _stretch([days[item] for item in group]) for name, group in self.members.items()}
        self._months = {name: Sum() for name in self.members}
        for name, group in self.members.items():
            for item in group if months else ():
                self._months[name].add(months[item].items())
        self._above: dict[int, dict[int, float]] = {name: {} for name in self.members}
        """By cluster, for each other, the sum of what their pairs' scores are above the floor."""
        of = {item: name for name, group in self.members.items() for item in group}
        for one, other, score in pairs:
            if of[one] != of[other]:
                self._add(of[one], of[other], score - floor)

    def _add(self, one: int, other: int, above: float) -> None:
        for first, second in ((one, other), (other, one)):
            self._above[first][second] = self._above[first].get(second, 0.0) + above

    def average(self, one: int, other: int) -> float:
        """The mean score of the pairs of two clusters, with what the days between them add and the months that they name take."""
        first, second = self._when[one], self._when[other]
        sizes = len(self.members[one]), len(self.members[other])
        time = self._fading(max(0, second[0] - first[1], first[0] - second[1])) if first and second else 0.0
        against = AGAINST * clash(self._months[one], self._months[other]) if min(sizes) >= MEMBERS else 0.0
        return self._floor + self._above[one][other] / (sizes[0] * sizes[1]) + time - against

    def join(self, least: float) -> list[list[int]]:
        """Joins while two clusters have an average of ``least`` or more; the clusters, by their smallest members."""
        waiting = [
            entry
            for one, others in self._above.items()
            for other in others
            if one < other
            if (entry := self._entry(one, other))[0] <= -least
        ]
        heapify(waiting)
        while waiting:
            ranked, one, other = heappop(waiting)
            if one in self.members and other in self._above[one] and ranked == self._entry(one, other)[0]:
                self._merge(one, other)
                for third in self._above[one]:
                    entry = self._entry(min(one, third), max(one, third))
                    if entry[0] <= -least:
                        heappush(waiting, entry)
        return [self.members[name] for name in sorted(self.members)]

    def _entry(self, one: int, other: int) -> tuple[float, int, int]:
        return -self.average(one, other), one, other

    def _merge(self, one: int, other: int) -> None:
        """The second into the first, which is the smaller."""
        self.members[one] = sorted(self.members[one] + self.members.pop(other))
        self._months[one].add(self._months.pop(other).total.items())
        self._when[one] = _stretch([*(self._when[one] or ()), *(self._when.pop(other) or ())])
        for third, above in self._above.pop(other).items():
            del self._above[third][other]
            if third != one:
                self._add(one, third, above)


def _stretch(days: Iterable[int | None]) -> Stretch | None:
    known = [day for day in days if day is not None]
    return (min(known), max(known)) if known else None
