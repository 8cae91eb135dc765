"""Parts of one run of events put together: a story's days and sides, which are not alike document by document but tell of the same people and places.

Average linkage parts long coverage into its single events. Here whole stories are compared by the sum of their words, the smallest first, each with the
one that it is most like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp

from quoth.group.growing import Growing
from quoth.group.index import Vector
from quoth.group.likeness import FADE
from quoth.group.months import MEMBERS, clash

LIKE, LIKE_DATED = 0.25, 0.18
"""Cosine from which a straggler belongs to another story; the second where both have dates, so that nearness in time stands
for part of it."""
JOIN, JOIN_DATED = 0.45, 0.25
"""The same of larger stories."""
SERIES = 0.5
"""Share of that which is asked where both hold untitled posts of one channel."""
REACH = 12
"""Days between two stories from which on no likeness makes up for the gap: there even stragglers of one channel would have to be the same."""
FEW, PART = 2, 0.1
"""Documents of a story, or their share of the other's, up to which it is a straggler: one report is less like the whole than a half is."""
PROBES = 25
"""Heaviest words of a story by which others that hold them are looked up."""


@dataclass(slots=True)
class Run:
    """A story that is being put together."""

    story: Growing
    probes: set[str] = field(default_factory=set)
    """The words that it, and each of its parts, was ever looked up by: what shares none of them was not compared with it."""
    mean: Vector = field(default_factory=dict)
    cast: Vector = field(default_factory=dict)

    def settle(self) -> list[str]:
        """Reckon its direction; returns its heaviest words."""
        self.mean, self.cast = self.story.words.direction(), self.story.names.direction()
        heaviest = sorted(self.mean, key=lambda word: (-self.mean[word], word))[:PROBES]
        self.probes.update(heaviest)
        return heaviest


def gather(stories: Sequence[Growing]) -> list[Run]:
    """The stories, those made one that are alike."""
    gathering = Gathering({number: Run(story) for number, story in enumerate(stories)})
    for number in gathering.shelf:
        gathering.look_up_by(number)
    before = len(gathering.shelf) + 1
    while len(gathering.shelf) < before:
        before = len(gathering.shelf)
        gathering.join_once()
    return list(gathering.shelf.values())


@dataclass(frozen=True, slots=True)
class Gathering:
    """The stories while they are put together, by number."""

    shelf: dict[int, Run]
    by_word: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    heaviest: dict[int, list[str]] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    """When each became what it is, in joins made before."""
    compared: dict[int, int] = field(default_factory=dict)
    """When each was last compared."""
    joins: list[int] = field(default_factory=list)

    def look_up_by(self, number: int) -> None:
        """Let a story be found by its heaviest words."""
        self.heaviest[number] = self.shelf[number].settle()
        self.changed[number] = len(self.joins)
        for word in self.heaviest[number]:
            self.by_word[word].add(number)

    def join_once(self) -> None:
        """Each story into the one that it is most like, where it is like enough."""
        shelf = self.shelf
        for number in sorted(shelf, key=lambda one: (len(shelf[one].story.members), min(shelf[one].story.members))):
            one = shelf[number]
            ranked = [(_fit(one, shelf[other]), len(shelf[other].story.members), -other) for other in self._others(number)]
            self.compared[number] = len(self.joins)
            fit, _, best = max(ranked, default=(0.0, 0, 0))
            if fit >= 1.0:
                shelf[-best].story.take(one.story)
                shelf[-best].probes |= one.probes
                del shelf[number]
                self.joins.append(number)
                self.look_up_by(-best)

    def _others(self, number: int) -> list[int]:
        """Whom a story may be one with: those that share a heavy word, and were not found unlike it as both are now."""
        others = set[int]().union(*(self.by_word[word] for word in self.heaviest[number])) & self.shelf.keys() - {number}
        last = self.compared.get(number, -1)
        return [other for other in others if self.changed[other] > last or self.changed[number] > last]


def _fit(one: Run, other: Run) -> float:
    """How much a story is like another, days between them taken into account; 1 is enough to be one with it."""
    first, second = one.story, other.story
    days = first.days_apart(second)
    if days is not None and days > REACH:
        return 0.0
    few = len(first.members) <= max(FEW, len(second.members) * PART)
    least = (LIKE if few else JOIN) if days is None else (LIKE_DATED if few else JOIN_DATED) * exp(days / FADE)
    if first.channels and _shared(first.channels.values(), second.channels.values()):
        least *= SERIES
    if min(len(first.members), len(second.members)) >= MEMBERS:
        least *= 1.0 + clash(first.months, second.months)
    if least >= 1.0 or (fit := second.words.likeness(one.mean) / least) < 1.0:  # no likeness makes up for such a gap
        return 0.0
    return fit if _same_cast(one, other, least) else 0.0


def _same_cast(one: Run, other: Run, least: float) -> bool:
    """Whether they tell of the same people and places, as far as they name any: of two alike events the words are alike, the names are not."""
    if not one.cast or not other.cast:
        return True
    return other.story.names.likeness(one.cast) >= least


def _shared(some: Iterable[str], others: Iterable[str]) -> bool:
    return not set(some).isdisjoint(others)
