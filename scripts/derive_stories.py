"""Derive the weights of stories from the halves to tune on: ``python scripts/derive_stories.py DATA``.

Writes ``likeness.tsv`` anew from pairs of documents of the sub-topics of ECB+ and of the round-ups: a logistic regression (ridge) over what a pair
shares, all weights but that of distance in time held at or above 0. A pair counts by the inverse root of its stories' sizes, and both corpora
count the same. Then prints B³ on these halves by the average from which stories are joined, each topic by the weights of the others: ``JOIN`` in
``group/stories.py`` is where both are high. Only weights are kept, no text. Takes under a minute.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import exp
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoth.group.likeness import FADE, FLOOR, compare, time_features, weigh
from quoth.group.linkage import Fading, Linkage
from quoth.group.titles import read_heading
from quoth.group.words import count_words
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import SetAside
from quoth.score.figures import Figure
from quoth.score.stories import Told, judge, load_subtopics, tell_roundups
from quoth.segment import segment_document
from quoth.settings import Settings

TABLE = Path(__file__).parent.parent / "src" / "quoth" / "lexicon" / "likeness.tsv"
FOLDS, TOTAL, RIDGE = 10, 1000.0, 1.0
TIME = ("near", "far")
Reals: TypeAlias = NDArray[np.float64]
Truths: TypeAlias = NDArray[np.bool_]
Weights: TypeAlias = tuple[float, Reals]


@dataclass(frozen=True)
class Pairs:
    """The compared pairs of the half to tune on."""

    told: Sequence[Told]
    names: tuple[str, ...]
    one: NDArray[np.int64]
    other: NDArray[np.int64]
    features: Reals
    same: Truths
    counts: Reals
    fold: Sequence[str]
    """Of each document the part that is left out together."""

    def lies_in(self, fold: str) -> Truths:
        """Which pairs have a document in a part."""
        inside = np.array([name == fold for name in self.fold])
        return np.asarray(inside[self.one] | inside[self.other])


def pair_up(told: Sequence[Told], fold: Callable[[Told], str]) -> Pairs:
    """The pairs of these articles, compared among themselves."""
    words = [count_words(one.document, one.segments) for one in told]
    days = [read_heading(one.document, one.segments).day for one in told]
    compared = list(compare(weigh(words), days))
    features = [{**one.features, **time_features(one.gaps)} for one in compared]
    names = tuple(features[0])
    first = np.concatenate([np.full(len(one.others), number) for number, one in enumerate(compared)])
    second = np.concatenate([one.others for one in compared])
    table = np.concatenate([np.stack([one[name] for name in names], -1) for one in features])
    sizes = Counter(one.story for one in told)
    root = np.sqrt(np.array([float(sizes[one.story]) for one in told]))
    story = np.array([one.story for one in told])
    counts = 1.0 / (root[first] * root[second])
    return Pairs(told, names, first, second, table, story[first] == story[second], counts, [fold(one) for one in told])


def fit(parts: Sequence[tuple[Pairs, Truths]]) -> Weights:
    """Constant and weights over the chosen pairs of each corpus."""
    features = np.concatenate([pairs.features[chosen] for pairs, chosen in parts])
    same = np.concatenate([pairs.same[chosen] for pairs, chosen in parts])
    counts = np.concatenate([pairs.counts[chosen] / pairs.counts[chosen].sum() * TOTAL for pairs, chosen in parts])
    spread = features.std(axis=0) + 1e-9
    scaled, signs = features / spread, np.where(same, -1.0, 1.0)

    def loss(weights: Reals) -> tuple[float, Reals]:
        odds = scaled @ weights[1:] + weights[0]
        slope = counts * (1.0 / (1.0 + np.exp(-odds)) - same)
        total = (counts * np.logaddexp(0.0, signs * odds)).sum() + (weights[1:] ** 2).sum() / 2 / RIDGE
        return float(total), np.concatenate([[slope.sum()], scaled.T @ slope + weights[1:] / RIDGE])

    bounds = [(None, None)] + [(None, 0.0) if name == "far" else (0.0, None) for name in parts[0][0].names]
    best = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return float(best[0]), best[1:] / spread


def left_out(pairs: Pairs, other: Pairs) -> Reals:
    """The log odds of all pairs, time left aside, those of each part by what the rest and the other corpus give."""
    odds = np.full(len(pairs.same), FLOOR)
    for fold in sorted(set(pairs.fold)):
        inside = pairs.lies_in(fold)
        constant, weights = fit([(pairs, ~inside), (other, np.ones(len(other.same), dtype=bool))])
        text = np.array([0.0 if name in TIME else weight for name, weight in zip(pairs.names, weights, strict=True)])
        odds[inside] = pairs.features[inside] @ text + constant
    return np.asarray(np.clip(odds, FLOOR, -FLOOR))


def group(pairs: Pairs, odds: Reals, least: float, fading: Fading) -> Figure:
    """B³ of the stories joined from an average of ``least``."""
    known = [
        (one, other, score)
        for one, other, score in zip(pairs.one.tolist(), pairs.other.tolist(), odds.tolist(), strict=True)
        if score > FLOOR
    ]
    days = [day.toordinal() if (day := read_heading(one.document, one.segments).day) else None for one in pairs.told]
    alone = [[number] for number in range(len(pairs.told))]
    groups = Linkage(alone, known, floor=FLOOR, days=days, fading=fading).join(least)
    return judge(pairs.told, {pairs.told[number].document.id: str(name) for name, part in enumerate(groups) for number in part})


def write(constant: float, names: Sequence[str], weights: Reals) -> None:
    """The table below its head, which stays."""
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")] if TABLE.exists() else []
    rows = [("feature", "weight"), ("constant", f"{constant:.2f}")]
    rows += [(name, f"{weight:.2f}") for name, weight in zip(names, weights.tolist(), strict=True)]
    TABLE.write_text("\n".join([*head, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")


def main() -> int:
    """Fit, print, write."""
    data = Path(sys.argv[1])
    items = [
        item for found in find_inputs([data / "roundups" / "articles.jsonl"]) for item in read_input(found, settings=Settings())
    ]
    documents = [document for item in items if not isinstance(item, SetAside) for document in item[1]]
    topics = pair_up(
        [one for one in load_subtopics(data / "ecbplus", segment_document) if one.half == "tune"], lambda one: one.topic
    )
    rounds = pair_up(
        [one for one in tell_roundups(documents, segment_document) if one.half == "tune"],
        lambda one: str(int(re.sub(r"\D", "", sha256(one.story.encode()).hexdigest())) % FOLDS),
    )
    odds = left_out(topics, rounds), left_out(rounds, topics)
    constant, weights = fit([(pairs, np.ones(len(pairs.same), dtype=bool)) for pairs in (topics, rounds)])
    near, far = (float(weights[topics.names.index(name)]) for name in TIME)

    def fading(days: int) -> float:
        return near * exp(-days / FADE) + far * (1.0 - exp(-days / FADE))

    for least in np.arange(-1.5, 0.51, 0.25).tolist():
        ours, theirs = group(topics, odds[0], least, fading), group(rounds, odds[1], least, fading)
        print(f"{least:>6.2f}  ecbplus {ours.f1:.3f}  roundups {theirs.f1:.3f}")
    write(constant, topics.names, weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
