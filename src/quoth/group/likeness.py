"""How likely it is that two documents tell of one run of events: by words, names, figures, dates that they give, and nearness in time.

A logistic regression over what a pair shares (weights in ``lexicon/likeness.tsv``). Cosines of words, names and ledes are a share of what either
document has with those nearest to it, so that a short report is not held to the measure of a long one, nor two alike events in thick coverage to
that of two in thin (``nearest``). How many of those nearest to one are nearest to the other counts beside, and how many rare words two documents
share, against how long they are: two reports that are nearest to each other because nothing else is near share few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp, log

import numpy as np

from quoth.group.index import GRAIN, Index, Numbers, Reals, Vector, unit
from quoth.group.nearest import SCALED, Around, Nearest
from quoth.group.words import Words
from quoth.group.worth import Worth
from quoth.lexicon.likeness import likeness_weights

KEPT = 80
"""Heaviest words of a document that are kept; the rest is noise."""
LEAST = 0.05
"""Cosine from which two documents are compared at all."""
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
BLOCK = 64
"""Documents compared together."""
FEW, CROWD = 20, 100
"""Documents of a corpus up to which what is nearest to each says nothing (among ten all are near to all), and from which on it says all. Not forty:
on small draws from the halves tuned on that lost what a hundred does not."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a document is compared."""

    vectors: Mapping[str, Vector]
    """By kind, of length one."""
    rare: frozenset[str]
    """The rare words that it holds."""
    length: float
    """Logarithm of how many words it has."""
    alone: float
    """How little its nearest say, 0 to 1: 1 in a corpus of ``FEW`` documents, 0 in one of ``CROWD`` and more."""


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

    def nearest(self, names: Sequence[str]) -> Nearest:
        """The nearest of the document; ``names`` are the identifiers of all. The cosines are not to be scaled yet."""
        return Nearest.of(self.features, [names[other] for other in self.others.tolist()])


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
    length = log(max(SHORTEST, sum(words.counts.values())))
    return Profile(vectors, rare, length, 1.0 - min(1.0, max(0, worth.total - FEW) / (CROWD - FEW)))


class Field:
    """Documents that are compared with each other: those that share enough words, and are not too far apart in time."""

    def __init__(self, profiles: Sequence[Profile], days: Sequence[date | None]) -> None:
        """``profiles`` of documents, with their days."""
        self._indexes = {kind: Index([one.vectors[kind] for one in profiles]) for kind in KINDS}
        self._rare = Index([one.rare for one in profiles])
        self._lengths = np.array([one.length for one in profiles], np.float64)
        self._alone = np.array([one.alone for one in profiles], np.float64)
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
        """What is counted of one document and each of the others: rare words shared, their lengths, whether both give figures, and how little their
        nearest say."""
        lengths = self._lengths
        return {
            "shared": np.log1p(shared),
            "length": np.minimum(lengths[number], lengths[others]),
            "longer": np.abs(lengths[number] - lengths[others]),
            "counted": self._figures[number] * self._figures[others],
            "alone": np.maximum(self._alone[number], self._alone[others]),
        }


def compare(profiles: Sequence[Profile], days: Sequence[date | None], around: Around) -> list[Compared]:
    """Each document with those after it that share enough words with it; ``around`` has what is nearest to all."""
    return sorted((scale(one.after(), around) for one in Field(profiles, days).compare()), key=lambda one: one.number)


def compare_all(
    profiles: Sequence[Profile], days: Sequence[date | None], names: Sequence[str]
) -> tuple[list[Nearest], list[Compared]]:
    """What is nearest to each document, and each with those after it that share enough words with it; ``names`` are their identifiers."""
    found = sorted(((one.nearest(names), one.after()) for one in Field(profiles, days).compare()), key=lambda both: both[1].number)
    nearest = [own for own, _ in found]
    around = Around(nearest, names)
    return nearest, [scale(one, around) for _, one in found]


def scale(compared: Compared, around: Around) -> Compared:
    """The same, each cosine as a share of what either document has with those nearest to it, and how many of these they have in common."""
    features, number, others = compared.features, compared.number, compared.others
    scaled = {kind: features[kind] / np.sqrt(around.scales[kind][number] * around.scales[kind][others]) for kind in SCALED}
    return replace(compared, features={**features, **scaled, "around": around.common(number, others)})


def time_features(gaps: Reals) -> dict[str, Reals]:
    """Nearness and distance in time, which are one together; both nothing where either document is undated."""
    left = np.exp(-np.abs(gaps) / FADE)
    return {"near": np.nan_to_num(left), "far": np.nan_to_num(1.0 - left)}


def log_odds(features: Mapping[str, Reals]) -> Reals:
    """That the pairs with these features are of one story, days left aside; never below ``FLOOR``."""
    alone = features["alone"]
    total = (1.0 - alone) * _total(features, likeness_weights()) + alone * _total(features, likeness_weights(alone=True))
    return np.asarray(np.rint(np.clip(total, FLOOR, -FLOOR) / GRAIN) * GRAIN)


def _total(features: Mapping[str, Reals], weights: Mapping[str, float]) -> Reals:
    found = (weights[name] * values for name, values in features.items() if name != "alone")
    return np.asarray(sum(found, start=np.float64(weights["constant"])))


def fading(days: int) -> float:
    """What so many days between them add to the log odds of two groups of documents."""
    weights, left = likeness_weights(), exp(-days / FADE)
    return weights["near"] * left + weights["far"] * (1.0 - left)
