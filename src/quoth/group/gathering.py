"""Parts of one run of events put together: a story's days and sides, which are not alike document by document but tell of the same people and places.

Average linkage parts long coverage into its single events. Here whole stories are compared by the sum of their words, the smallest first, each with the
one that it is most like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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
FEW, PART = 2, 0.1
"""Documents of a story, or their share of the other's, up to which it is a straggler: one report is less like the whole than a half is."""
PROBES = 25
"""Heaviest words of a story by which others that hold them are looked up."""
CROWDED = 500
"""Stories that share a word, from which on it is no use for finding the few that are alike."""


def gather(stories: Sequence[Growing]) -> list[Growing]:
    """The stories, those made one that are alike."""
    shelf = dict(enumerate(stories))
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, story in shelf.items():
        for word in _probes(story.words.direction()):
            by_word[word].add(number)
    before = len(shelf) + 1
    while len(shelf) < before:
        before = len(shelf)
        _join_once(shelf, by_word)
    return list(shelf.values())


def _join_once(shelf: dict[int, Growing], by_word: dict[str, set[int]]) -> None:
    """Each story into the one that it is most like, where it is like enough."""
    for number in sorted(shelf, key=lambda one: (len(shelf[one].members), min(shelf[one].members))):
        mean = shelf[number].words.direction()
        others = _near(mean, by_word, number) & shelf.keys()
        ranked = [(_fit(shelf[number], mean, shelf[other]), len(shelf[other].members), -other) for other in others]
        fit, _, best = max(ranked, default=(0.0, 0, 0))
        if fit >= 1.0:
            shelf[-best].take(shelf.pop(number))
            for word in _probes(shelf[-best].words.direction()):
                by_word[word].add(-best)


def _near(mean: Vector, by_word: dict[str, set[int]], number: int) -> set[int]:
    """Stories that share one of the heaviest words, words that very many stories share left aside."""
    found: set[int] = set()
    for word in _probes(mean):
        if len(by_word[word]) <= CROWDED:
            found |= by_word[word]
    return found - {number}


def _fit(story: Growing, mean: Vector, other: Growing) -> float:
    """How much a story is like another, days between them taken into account; 1 is enough to be one with it."""
    days = story.days_apart(other)
    few = len(story.members) <= max(FEW, len(other.members) * PART)
    least = (LIKE if few else JOIN) if days is None else (LIKE_DATED if few else JOIN_DATED) * exp(min(days, 100) / FADE)
    if _shared(story.channels.values(), other.channels.values()):
        least *= SERIES
    if min(len(story.members), len(other.members)) >= MEMBERS:
        least *= 1.0 + clash(story.months, other.months)
    if least >= 1.0 or (fit := other.words.likeness(mean) / least) < 1.0:  # no likeness makes up for such a gap
        return 0.0
    return fit if _same_cast(story, other, least) else 0.0


def _same_cast(story: Growing, other: Growing, least: float) -> bool:
    """Whether they tell of the same people and places, as far as they name any: of two alike events the words are alike, the names are not."""
    if not story.names.total or not other.names.total:
        return True
    return other.names.likeness(story.names.direction()) >= least


def _shared(some: Iterable[str], others: Iterable[str]) -> bool:
    return not set(some).isdisjoint(others)


def _probes(vector: Vector) -> list[str]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:PROBES]
