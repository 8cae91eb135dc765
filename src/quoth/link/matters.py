"""Which of an outlet's documents is meant by one that cites the outlet: the one on the same matter, of the days before.

How rare words are is told by the general background and a sample of a thousand documents (``lexicon.sampling``), which depends on which documents
there are and not on when they came, and which news of the day does not enter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import sqrt

import numpy as np
import numpy.typing as npt

from quoth.lexicon.commonness import BACKGROUND, commonness
from quoth.lexicon.sampling import ordinal, sample
from quoth.link.days import day_of, days_between, is_earlier
from quoth.link.shingles import Hashes, word_hash

SAMPLE = 1000
"""Documents that tell how rare words are."""
DAYS = 10
"""A report is cited within days of its publication; older pieces on one matter are other matters."""
LEAST = 0.12
"""Likeness of the two documents' words (cosine with inverse document frequency) from which they are on the same matter."""
LEAST_UNDATED = 0.2
"""The same where either has no date, so that the days do not bound the choice."""
LEAD = 1.25
"""How much likelier the best document must be than the next for the edge to count as decided."""
PASSAGE = 2
"""How many times as much a word counts that stands in the passage that cites: an article on many things cites another for one of them."""
WORTH = 1000
"""Parts of a unit in which worth is counted: sums of whole numbers are the same in any order."""
UNDATED = 10**7
"""Stands for the day of what has none: after all days."""

Words = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Matter:
    """What one document is about."""

    document: str
    published: str | None
    words: Words
    """Hashes of its words, in order, each once."""
    passage: Words = field(default_factory=lambda: np.zeros(0, np.uint32))
    """Of those the ones that stand where it cites the outlet in question."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The document of an outlet that another means, as far as words tell."""

    document: str
    score: float
    second: float | None
    """The score of the next one; None where there is none."""


def brief(words: Hashes) -> Words:
    """Hashes of words as they are kept: half as long, in order, each once."""
    return np.unique((words >> np.uint64(32)).astype(np.uint32))


def sampled(matters: Iterable[Matter]) -> list[Words]:
    """The words of those that tell how rare words are."""
    held = {one.document: one for one in matters}
    found = sample({document: ordinal(day_of(one.published)) for document, one in held.items()}, SAMPLE)
    return [held[document].words for document in found.documents]


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """What sharing a word is worth: its squared inverse document frequency."""

    words: Words
    worth: Numbers
    other: int
    """That of a word which neither the sample nor the background has."""

    @staticmethod
    def of(told: Collection[Words]) -> Rarity:
        """By the documents of a sample and the general background."""
        here, counts = np.unique(np.concatenate([np.zeros(0, np.uint32), *told]), return_counts=True)
        common, shares = _background()
        words = np.union1d(here, common)
        frequency = np.ones(len(words))
        frequency[np.searchsorted(words, here)] += counts
        frequency[np.searchsorted(words, common)] += BACKGROUND * shares
        total = len(told) + BACKGROUND
        return Rarity(words, _worth(total / frequency), int(_worth(np.array([total], np.float64))[0]))

    def weigh(self, words: Words) -> Numbers:
        """What each of the words is worth."""
        at = np.minimum(np.searchsorted(self.words, words), len(self.words) - 1)
        return np.asarray(np.where(self.words[at] == words, self.worth[at], self.other), np.int64)


def _worth(inverse: npt.NDArray[np.float64]) -> Numbers:
    worth: Numbers = np.rint(np.maximum(0.0, np.log(inverse) - 1.0) ** 2 * WORTH).astype(np.int64)
    return worth


@cache
def _background() -> tuple[Words, npt.NDArray[np.float64]]:
    """The words of the general background, in order, with the share of texts that hold each."""
    shares = {word_hash(word) >> 32: share for word, share in commonness().items()}
    words = sorted(shares)
    return np.array(words, np.uint32), np.array([shares[word] for word in words])


@dataclass(frozen=True, slots=True, eq=False)
class Reports:
    """Documents of one outlet, laid out so that another can be held against many at once: by day, those without one last."""

    matters: Sequence[Matter]
    days: Numbers
    words: Words
    """Of all, one after the other."""
    worth: Numbers
    begins: Numbers
    norms: Numbers

    @staticmethod
    def of(matters: Iterable[Matter], rarity: Rarity) -> Reports:
        """These documents; those without a word are left out."""
        ordered = sorted((one for one in matters if len(one.words)), key=lambda one: (_day(one), one.document))
        words = np.concatenate([np.zeros(0, np.uint32), *(one.words for one in ordered)])
        begins = np.concatenate(([0], np.cumsum([len(one.words) for one in ordered]))).astype(np.int64)
        worth = rarity.weigh(words)
        norms = np.add.reduceat(worth, begins[:-1]) if ordered else np.zeros(0, np.int64)
        return Reports(ordered, np.array([_day(one) for one in ordered], np.int64), words, worth, begins, norms)

    def nearest(self, citing: Matter, rarity: Rarity) -> Nearest | None:
        """The likeliest of those that came out before; None where none shares a word that is worth anything."""
        times = np.where(np.isin(citing.words, citing.passage), PASSAGE, 1)
        norm, found = int((rarity.weigh(citing.words) * times**2).sum()), list[tuple[float, str, int]]()
        for first, last in self._of_the_days(citing):
            shared = self._shared(citing.words, times, first, last)
            for at in np.flatnonzero(shared).tolist():
                score = int(shared[at]) / sqrt(int(self.norms[first + at]) * norm)
                found.append((score, self.matters[first + at].document, first + at))
        ranked = (one for one in sorted(found, reverse=True) if could_cite(citing, self.matters[one[2]]))
        best, second = next(ranked, None), next(ranked, None)
        return Nearest(best[1], best[0], second[0] if second else None) if best else None

    def _of_the_days(self, citing: Matter) -> list[tuple[int, int]]:
        """Where those stand that may have come out before: of the days before, and those without a day."""
        day, dated = _day(citing), int(np.searchsorted(self.days, UNDATED))
        if day == UNDATED:
            return [(0, len(self.days))]
        first, last = np.searchsorted(self.days[:dated], (day - DAYS, day + 1)).tolist()
        return [(first, last), (dated, len(self.days))]

    def _shared(self, words: Words, times: Numbers, first: int, last: int) -> Numbers:
        """What the words that each shares are worth together, each so many times."""
        if first == last or not len(words):
            return np.zeros(0, np.int64)
        part = slice(int(self.begins[first]), int(self.begins[last]))
        at = np.minimum(np.searchsorted(words, self.words[part]), len(words) - 1)
        worth = np.where(words[at] == self.words[part], self.worth[part] * times[at], 0)
        return np.asarray(np.add.reduceat(worth, self.begins[first:last] - self.begins[first]), np.int64)


def _day(matter: Matter) -> int:
    day = day_of(matter.published)
    return UNDATED if day is None else day.toordinal()


def could_cite(citing: Matter, other: Matter) -> bool:
    """Whether another document was out, and not for long, when one was written that may cite it."""
    if other.document == citing.document or is_earlier(citing.published, other.published):
        return False
    days = days_between(other.published, citing.published)
    return days is None or days <= DAYS


def nearer(one: Nearest | None, other: Nearest | None) -> Nearest | None:
    """The nearest of two lots of documents, from the nearest of either."""
    if one is None or other is None:
        return one or other
    best, next_ = (one, other) if (one.score, one.document) > (other.score, other.document) else (other, one)
    return Nearest(best.document, best.score, max(next_.score, best.second or 0.0))


def is_meant(nearest: Nearest, *, dated: bool) -> bool:
    """Whether it is on the same matter; ``dated`` where both documents are."""
    return nearest.score >= (LEAST if dated else LEAST_UNDATED)


def is_decided(nearest: Nearest, *, dated: bool) -> bool:
    """Whether no other may be meant."""
    return dated and nearest.score >= LEAD * (nearest.second or 0.0)
