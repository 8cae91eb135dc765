"""Parts of one run of events put together: a story's days and sides, which are not alike document by document but tell of the same people and places.

Average linkage parts long coverage into its single events. Here whole stories are compared by the sum of their words, the smallest first, each with the
one that it is most like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from math import exp

from quoth.group.growing import Growing
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
SPAN = 32
"""Days of a span: a story is looked up in those that it touches or comes near to."""
NEVER = -1000
"""The span of stories without a day."""


@dataclass(slots=True)
class Run:
    """A story that is being put together."""

    story: Growing
    probes: set[str] = field(default_factory=set)
    """The words that it, and each of its parts, was ever looked up by: what shares none of them was not compared with it."""

    def settle(self) -> list[str]:
        """Its heaviest words, as it is now."""
        heaviest = [word for _, word in nsmallest(PROBES, ((-weight, word) for word, weight in self.story.words.total.items()))]
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
    by_span: dict[int, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(dict))
    """By each span of days that it touches, and each word that it was ever looked up by."""
    heaviest: dict[int, list[str]] = field(default_factory=dict)
    words: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """All words that each was ever looked up by."""
    spans: dict[int, range] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    """When each became what it is, in joins made before."""
    compared: dict[int, int] = field(default_factory=dict)
    """When each was last compared."""
    joins: list[int] = field(default_factory=list)

    def look_up_by(self, number: int) -> None:
        """Let a story be found by its heaviest words, in its days."""
        self.heaviest[number] = self.shelf[number].settle()
        self.changed[number] = len(self.joins)
        before, spans = self.spans.get(number), _spans(self.shelf[number].story.days)
        new = self.heaviest[number] if before == spans else self.words[number].union(self.heaviest[number])
        for span in spans:
            held = self.by_span[span]
            for word in new:
                held.setdefault(word, []).append(number)
        self.words[number].update(self.heaviest[number])
        self.spans[number] = spans

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
        """Whom a story may be one with: those that share a heavy word, are not too far in time, and were not found unlike it as both are now."""
        near, words = _spans(self.shelf[number].story.days, REACH), self.heaviest[number]
        spans = (self.by_span.get(span, {}) for span in (self.by_span if NEVER in near else (*near, NEVER)))
        others = set[int]().union(*(held[word] for held in spans for word in words if word in held))
        last = self.compared.get(number, -1)
        since = others if self.changed[number] > last else [other for other in others if self.changed[other] > last]
        return [other for other in since if other in self.shelf and other != number]


def _spans(days: tuple[date, date] | None, reach: int = 0) -> range:
    """The spans of days that a stretch touches, or comes so near to; that of what has no day."""
    if days is None:
        return range(NEVER, NEVER + 1)
    return range((days[0].toordinal() - reach) // SPAN, (days[1].toordinal() + reach) // SPAN + 1)


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
    if least >= 1.0 or (fit := second.words.alike(first.words) / least) < 1.0:  # no likeness makes up for such a gap
        return 0.0
    return fit if _same_cast(first, second, least) else 0.0


def _same_cast(one: Growing, other: Growing, least: float) -> bool:
    """Whether they tell of the same people and places, as far as they name any: of two alike events the words are alike, the names are not."""
    if not one.names.total or not other.names.total:
        return True
    return other.names.alike(one.names) >= least


def _shared(some: Iterable[str], others: Iterable[str]) -> bool:
    return not set(some).isdisjoint(others)
