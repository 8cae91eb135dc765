"""How likely it is that two documents tell of one run of events: by words, names, figures, dates that they give, and nearness in time.

A logistic regression over what a pair shares (weights in ``lexicon/likeness.tsv``). Cosines of words, names and ledes are a share of what either
document has with those nearest to it, so that a short report is not held to the measure of a long one, nor two alike events in thick coverage to
that of two in thin (local scaling: Zelnik-Manor and Perona 2004). How many rare words two documents share counts beside, against how long they are:
two reports that are nearest to each other because nothing else is near share few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp, log
from typing import TypeAlias

import numpy as np

from quoth.group.index import GRAIN, Index, Numbers, Reals, Vector, unit
from quoth.group.words import Words
from quoth.group.worth import Worth
from quoth.lexicon.likeness import likeness_weights

KEPT = 80
"""Heaviest words of a document that are kept; the rest is noise."""
LEAST = 0.05
"""Cosine from which two documents are compared at all."""
NEAREST = 3
"""Documents whose mean cosine is a document's scale."""
SCALES = (0.2, 0.5)
"""Bounds of a scale: below, the nearest are no neighbours, as in a corpus of three articles; above, they are copies, which say nothing of how
much alike two reports are."""
FADE = 5.0
"""Days after which e times less is left of nearness in time. Not chosen below that, though the groups measured on are each of one day."""
WINDOW = 45
"""Days apart from which two documents are not compared: no likeness makes up for such a gap."""
FLOOR = -6.0
"""Log odds below which it makes no difference how unlike two documents are; also those of documents that are not compared."""

RARE = 2.0
"""Rarity from which on a word counts as rare, in nats."""
SHORTEST = 150
"""Words of a document below which it makes no difference how short it is."""

DATES = {"days": ("month", "day"), "weekdays": ("weekday",)}
KINDS = ("words", "names", "lede", "figures", *DATES)
SCALED = ("words", "names", "lede")
BLOCK = 64
"""Documents compared together."""

Tops: TypeAlias = Mapping[str, Sequence[float]]
"""By kind, the highest cosines of a document with those that it is compared with."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a document is compared."""

    vectors: Mapping[str, Vector]
    """By kind, of length one."""
    rare: frozenset[str]
    """The rare words that it holds."""
    length: float
    """Logarithm of how many words it has."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One document with others that share words with it: their numbers, in order, and the features, by name."""

    number: int
    others: Numbers
    features: Mapping[str, Reals]
    gaps: Reals
    """Days from this document to each; not a number where either is undated."""

    def after(self) -> Compared:
        """The same with those alone that come after it."""
        later = self.others > self.number
        features = {name: values[later] for name, values in self.features.items()}
        return Compared(self.number, self.others[later], features, self.gaps[later])

    def tops(self) -> Tops:
        """The highest of the cosines that are scaled."""
        return {kind: sorted(self.features[kind].tolist(), reverse=True)[:NEAREST] for kind in SCALED}


def weigh(texts: Iterable[Words], worth: Worth) -> list[Profile]:
    """What of these texts is compared."""
    return [_weigh(one, worth) for one in texts]


def _weigh(words: Words, worth: Worth) -> Profile:
    nats = worth.of_words(words.counts)
    weighed = {word: (1 + log(count)) * nats[word] if count > 1 else nats[word] for word, count in words.counts.items()}
    vectors = {
        "words": unit(weighed, kept=KEPT),
        "names": unit({word: weighed[word] for word in words.names}, kept=KEPT),
        "lede": unit({word: weighed[word] for word in words.lede}, kept=KEPT),
        "figures": unit({word: weight for word, weight in weighed.items() if word[0].isdigit()}, kept=KEPT),
    }
    dates = {name: (1 + log(count)) * worth.of_date(name) for name, count in words.dates.items()}
    for kind, classes in DATES.items():
        vectors[kind] = unit({name: weight for name, weight in dates.items() if name.partition(":")[0] in classes})
    rare = frozenset(word for word, worth_of_it in nats.items() if worth_of_it >= RARE)
    return Profile(vectors, rare, log(max(SHORTEST, sum(words.counts.values()))))


class Field:
    """Documents that are compared with each other: those that share enough words, and are not too far apart in time."""

    def __init__(self, profiles: Sequence[Profile], days: Sequence[date | None]) -> None:
        """``profiles`` of documents, with their days."""
        self._indexes = {kind: Index([one.vectors[kind] for one in profiles]) for kind in KINDS}
        self._rare = Index([one.rare for one in profiles])
        self._lengths = np.array([one.length for one in profiles], np.float64)
        self._figures = np.array([bool(one.vectors["figures"]) for one in profiles], np.float64)
        self._days = np.array([day.toordinal() if day else np.nan for day in days], np.float64)
        self._in_time = np.argsort(self._days, kind="stable")
        self._sorted = self._days[self._in_time]
        self._dated = int(np.count_nonzero(~np.isnan(self._days)))

    def compare(self, *, only: Numbers | None = None) -> Iterator[Compared]:
        """Each document, or ``only`` some, with all others that it is compared with; cosines are not scaled. In order of their days."""
        rows = self._in_time if only is None else only[np.argsort(self._days[only], kind="stable")]
        for start in range(0, len(rows), BLOCK):
            block = rows[start : start + BLOCK]
            others = np.sort(self._within(block))
            products = {kind: index.products(block, others) for kind, index in self._indexes.items()}
            rare = self._rare.products(block, others)
            for row, number in enumerate(block.tolist()):
                gaps = self._days[others] - self._days[number]
                here = np.flatnonzero((products["words"][row] >= LEAST) & (others != number) & ~(np.abs(gaps) > WINDOW))
                cosines = {kind: found[row][here] for kind, found in products.items()}
                yield Compared(number, others[here], cosines | self._measures(number, others[here], rare[row][here]), gaps[here])

    def _within(self, block: Numbers) -> Numbers:
        """Those that are not too far in time from all of a block, in order of time."""
        days = self._days[block]
        if np.isnan(days).any():
            return self._in_time
        first, last = np.searchsorted(self._sorted[: self._dated], (days[0] - WINDOW, days[-1] + WINDOW + 1))
        return np.concatenate((self._in_time[first:last], self._in_time[self._dated :]))

    def _measures(self, number: int, others: Numbers, shared: Reals) -> dict[str, Reals]:
        """What is counted of one document and each of the others: rare words shared, their lengths, and whether both give figures."""
        lengths = self._lengths
        return {
            "shared": np.log1p(shared),
            "length": np.minimum(lengths[number], lengths[others]),
            "longer": np.abs(lengths[number] - lengths[others]),
            "counted": self._figures[number] * self._figures[others],
        }


def compare(
    profiles: Sequence[Profile], days: Sequence[date | None], *, scales: Mapping[str, Reals] | None = None
) -> list[Compared]:
    """Each document with those after it that share enough words with it. ``scales`` as ``scales_of`` has them; else they are found."""
    if scales is None:
        return compare_all(profiles, days)[1]
    return sorted((scale(one.after(), scales) for one in Field(profiles, days).compare()), key=lambda one: one.number)


def compare_all(profiles: Sequence[Profile], days: Sequence[date | None]) -> tuple[list[Tops], list[Compared]]:
    """What each document's cosines are held to, and each with those after it that share enough words with it."""
    found = sorted(((one.tops(), one.after()) for one in Field(profiles, days).compare()), key=lambda both: both[1].number)
    tops = [own for own, _ in found]
    scales = scales_of(tops)
    return tops, [scale(one, scales) for _, one in found]


def scales_of(tops: Iterable[Tops]) -> dict[str, Reals]:
    """By kind, the measure that each document's cosines are held to: the mean of its highest."""
    every = list(tops)
    means = {kind: np.array([sum(one[kind]) / NEAREST for one in every], np.float64) for kind in SCALED}
    return {kind: np.clip(found, *SCALES) for kind, found in means.items()}


def scale(compared: Compared, scales: Mapping[str, Reals]) -> Compared:
    """The same, each cosine as a share of what either document has with those nearest to it."""
    scaled = {
        kind: compared.features[kind] / np.sqrt(scales[kind][compared.number] * scales[kind][compared.others]) for kind in SCALED
    }
    return replace(compared, features={**compared.features, **scaled})


def time_features(gaps: Reals) -> dict[str, Reals]:
    """Nearness and distance in time, which are one together; both nothing where either document is undated."""
    left = np.exp(-np.abs(gaps) / FADE)
    return {"near": np.nan_to_num(left), "far": np.nan_to_num(1.0 - left)}


def log_odds(features: Mapping[str, Reals]) -> Reals:
    """That the pairs with these features are of one story, days left aside; never below ``FLOOR``."""
    weights = likeness_weights()
    total = sum((weights[name] * values for name, values in features.items()), start=np.float64(weights["constant"]))
    return np.asarray(np.rint(np.clip(np.asarray(total), FLOOR, -FLOOR) / GRAIN) * GRAIN)


def fading(days: int) -> float:
    """What so many days between them add to the log odds of two groups of documents."""
    weights, left = likeness_weights(), exp(-days / FADE)
    return weights["near"] * left + weights["far"] * (1.0 - left)
