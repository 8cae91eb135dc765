"""How likely it is that two documents tell of one run of events: by words, names, figures, dates that they give, and nearness in time.

A logistic regression over what a pair shares (weights in ``lexicon/likeness.tsv``). Cosines of words, names and ledes are a share of what either
document has with those nearest to it, so that a short report is not held to the measure of a long one, nor two alike events in thick coverage to
that of two in thin (local scaling: Zelnik-Manor and Perona 2004). How many rare words two documents share counts beside, against how long they are:
two reports that are nearest to each other because nothing else is near share few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log
from typing import TypeAlias

import numpy as np

from quoth.group.index import Index, Numbers, Reals, Vector, unit
from quoth.group.words import Words
from quoth.lexicon.commonness import rarity
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

Scores: TypeAlias = Sequence[Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What of the documents is compared, in their order."""

    vectors: Mapping[str, Sequence[Vector]]
    """By kind, of length one."""
    rare: Sequence[Numbers]
    """Which rare words each holds, as numbers in order."""
    lengths: Reals
    """Logarithms of how many words each has."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One document with those that share words with it: their numbers, in order, and the features, by name."""

    others: Numbers
    features: Mapping[str, Reals]
    gaps: Reals
    """Days from this document to each; not a number where either is undated."""


def weigh(texts: Sequence[Words]) -> Weighed:
    """Vectors, rare words and lengths of the documents."""
    frequency = _frequencies(words.counts for words in texts)
    dated = _frequencies(words.dates for words in texts)
    worth = {word: rarity(word, number, len(texts)) for word, number in frequency.items()}
    worth_of_date = {name: log((len(texts) + 1) / number) for name, number in dated.items()}
    shared = (word for word, nats in worth.items() if nats >= RARE and frequency[word] > 1)
    numbers = {word: number for number, word in enumerate(shared)}
    found: dict[str, list[Vector]] = {kind: [] for kind in KINDS}
    for words in texts:
        weighed = {word: (1 + log(count)) * worth[word] for word, count in words.counts.items()}
        found["words"].append(unit(weighed, kept=KEPT))
        found["names"].append(unit({word: weighed[word] for word in words.names}, kept=KEPT))
        found["lede"].append(unit({word: weighed[word] for word in words.lede}, kept=KEPT))
        found["figures"].append(unit({word: weight for word, weight in weighed.items() if word[0].isdigit()}, kept=KEPT))
        dates = {name: (1 + log(count)) * worth_of_date[name] for name, count in words.dates.items()}
        for kind, classes in DATES.items():
            found[kind].append(unit({name: weight for name, weight in dates.items() if name.partition(":")[0] in classes}))
    rare = [np.array(sorted(numbers[word] for word in words.counts if word in numbers), dtype=np.int64) for words in texts]
    return Weighed(found, rare, np.log([max(SHORTEST, sum(words.counts.values())) for words in texts]))


def _frequencies(texts: Iterable[Iterable[str]]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for text in texts for word in text)


def compare(weighed: Weighed, days: Sequence[date | None]) -> Iterator[Compared]:
    """Each document with those after it that share enough words with it."""
    vectors = weighed.vectors
    indexes = {kind: Index(vectors[kind]) for kind in KINDS}
    scales = {
        kind: np.array([_scale(indexes[kind].cosines(one), number) for number, one in enumerate(vectors[kind])]) for kind in SCALED
    }
    ordinals = np.array([day.toordinal() if day else np.nan for day in days])
    for number in range(len(days)):
        cosines = {kind: indexes[kind].cosines(vectors[kind][number]) for kind in KINDS}
        others = np.flatnonzero(cosines["words"] >= LEAST)
        others = others[(others > number) & ~(np.abs(ordinals[others] - ordinals[number]) > WINDOW)]
        features = {kind: cosines[kind][others] for kind in KINDS}
        for kind in SCALED:
            features[kind] = features[kind] / np.sqrt(scales[kind][number] * scales[kind][others])
        features |= _measures(weighed, number, others)
        yield Compared(others, features, ordinals[others] - ordinals[number])


def _measures(weighed: Weighed, number: int, others: Numbers) -> dict[str, Reals]:
    """What is counted of one document and each of the others: rare words shared, their lengths, and whether both give figures."""
    rare, lengths, figures = weighed.rare, weighed.lengths, weighed.vectors["figures"]
    shared = [len(np.intersect1d(rare[number], rare[other], assume_unique=True)) for other in others.tolist()]
    return {
        "shared": np.log1p(np.array(shared, dtype=np.float64)),
        "length": np.minimum(lengths[number], lengths[others]),
        "longer": np.abs(lengths[number] - lengths[others]),
        "counted": np.array([float(bool(figures[number]) and bool(figures[other])) for other in others.tolist()]),
    }


def _scale(cosines: Reals, number: int) -> float:
    """The mean of a document's highest cosines with others."""
    cosines[number] = 0.0
    nearest = np.sort(cosines)[-NEAREST:] if len(cosines) <= NEAREST else np.partition(cosines, -NEAREST)[-NEAREST:]
    return float(np.clip(nearest.mean(), *SCALES))


def time_features(gaps: Reals) -> dict[str, Reals]:
    """Nearness and distance in time, which are one together; both nothing where either document is undated."""
    left = np.exp(-np.abs(gaps) / FADE)
    return {"near": np.nan_to_num(left), "far": np.nan_to_num(1.0 - left)}


def log_odds(features: Mapping[str, Reals]) -> Reals:
    """That the pairs with these features are of one story, days left aside; never below ``FLOOR``."""
    weights = likeness_weights()
    total = sum((weights[name] * values for name, values in features.items()), start=np.float64(weights["constant"]))
    return np.clip(np.asarray(total), FLOOR, -FLOOR)


def fading(days: int) -> float:
    """What so many days between them add to the log odds of two groups of documents."""
    weights, left = likeness_weights(), exp(-days / FADE)
    return weights["near"] * left + weights["far"] * (1.0 - left)
