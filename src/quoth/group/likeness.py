"""How likely it is that two documents tell of one run of events: by words, names, figures, dates that they give, and nearness in time.

A logistic regression over what a pair shares (weights in ``lexicon/likeness.tsv``). Cosines stand there twice: as they are, and as a share of what
either document has with those nearest to it, so that a short report is not held to the measure of a long one, nor two alike events in thick
coverage to that of two in thin (local scaling: Zelnik-Manor and Perona 2004).
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

DATES = {"years": ("year",), "days": ("month", "day"), "weekdays": ("weekday",)}
KINDS = ("words", "names", "figures", *DATES)
SCALED = ("words", "names")

Scores: TypeAlias = Sequence[Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Compared:
    """One document with those that share words with it: their numbers, in order, and the features, by name."""

    others: Numbers
    features: Mapping[str, Reals]
    gaps: Reals
    """Days from this document to each; not a number where either is undated."""


def weigh(texts: Sequence[Words]) -> dict[str, list[Vector]]:
    """By kind the vector of each document."""
    frequency = _frequencies(words.counts for words in texts)
    dated = _frequencies(words.dates for words in texts)
    worth = {word: rarity(word, number, len(texts)) for word, number in frequency.items()}
    worth_of_date = {name: log((len(texts) + 1) / number) for name, number in dated.items()}
    found: dict[str, list[Vector]] = {kind: [] for kind in KINDS}
    for words in texts:
        weighed = {word: (1 + log(count)) * worth[word] for word, count in words.counts.items()}
        found["words"].append(unit(weighed, kept=KEPT))
        found["names"].append(unit({word: weighed[word] for word in words.names}, kept=KEPT))
        found["figures"].append(unit({word: weight for word, weight in weighed.items() if word[0].isdigit()}, kept=KEPT))
        dates = {name: (1 + log(count)) * worth_of_date[name] for name, count in words.dates.items()}
        for kind, classes in DATES.items():
            found[kind].append(unit({name: weight for name, weight in dates.items() if name.partition(":")[0] in classes}))
    return found


def _frequencies(texts: Iterable[Iterable[str]]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for text in texts for word in text)


def compare(vectors: Mapping[str, Sequence[Vector]], days: Sequence[date | None]) -> Iterator[Compared]:
    """Each document with those after it that share enough words with it; ``vectors`` by kind, as ``weigh`` has them."""
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
        yield Compared(others, features, ordinals[others] - ordinals[number])


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
