"""Derive the weights of stories from the halves to tune on: ``python scripts/derive_stories.py DATA``.

Writes ``likeness.tsv`` anew from pairs of documents of the sub-topics of ECB+, of the round-ups and of the rumours of FNC-1: a logistic regression
(ridge) over what a pair shares; what speaks for one story by its kind is held at or above 0. A pair counts by the inverse root of its stories' sizes,
and these corpora count the same. Weights are fitted twice, with and without what two documents have around them. Beside them stands news of many years read without its dates, for alike events of other times: there a pair more than
``APART`` days apart is of two stories, and no other pair is asked. Then prints B³ on the halves to tune on by the average from which stories are
joined, each topic by the weights of the others: ``JOIN`` in ``group/stories.py`` is where all are high. Only weights are kept, no text. Takes some
minutes.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from math import exp
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoth.group.likeness import FADE, FLOOR, compare_all, time_features, weigh
from quoth.group.linkage import Fading, Linkage
from quoth.group.months import find_months
from quoth.group.titles import read_heading
from quoth.group.words import count_words
from quoth.group.worth import Worth
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import Document, SetAside
from quoth.score.figures import Figure
from quoth.score.rumours import load_rumours
from quoth.score.stories import Told, judge, load_subtopics, tell_roundups
from quoth.segment import segment_document
from quoth.settings import Settings

TABLE = Path(__file__).parent.parent / "src" / "quoth" / "lexicon" / "likeness.tsv"
FOLDS, TOTAL, RIDGE = 6, 1000.0, 1.0
TIME = ("near", "far")
MEASURES = ("length", "longer", "counted")
"""What may speak either way."""
STRICTER = 0.25
"""What two documents must have more where nothing is known of what they have around them: without it stories are joined from an average of -0.75, with it
from -1.0."""
AROUND, ALONE = "around", "alone"
"""What is weighed only where the nearest say something, and how little they say: in all of these corpora they do."""
APART, LESS = 20, 0.4
"""Days from which on two articles of the dated news are of two stories, and how much these pairs count beside a corpus that tells both."""
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
    worth: float = 1.0
    """How much the corpus counts beside others."""

    def lies_in(self, fold: str) -> Truths:
        """Which pairs have a document in a part."""
        inside = np.array([name == fold for name in self.fold])
        return np.asarray(inside[self.one] | inside[self.other])


def pair_up(told: Sequence[Told], fold: Callable[[Told], str]) -> Pairs:
    """The pairs of these articles, compared among themselves."""
    words = [count_words(one.document, one.segments) for one in told]
    documents = [one.document for one in told]
    _, compared = compare_all(weigh(words, Worth.of(words)), [_day(one) for one in documents], [one.id for one in documents])
    features = [{**one.features, **time_features(one.gaps)} for one in compared]
    names = tuple(name for name in features[0] if name != ALONE)
    first = np.concatenate([np.full(len(one.others), number) for number, one in enumerate(compared)])
    second = np.concatenate([one.others for one in compared])
    table = np.concatenate([np.stack([one[name] for name in names], -1) for one in features])
    sizes = Counter(one.story for one in told)
    root = np.sqrt(np.array([float(sizes[one.story]) for one in told]))
    story = np.array([one.story for one in told])
    counts = 1.0 / (root[first] * root[second])
    return Pairs(told, names, first, second, table, story[first] == story[second], counts, [fold(one) for one in told])


def set_apart(documents: Sequence[Document]) -> Pairs:
    """The pairs of articles of other times, compared as if they bore no dates; each article is a story of its own."""
    dated = [(one, day.toordinal()) for one in documents if (day := _day(one))]
    undated = [replace(one, published=None) for one, _ in dated]
    pairs = pair_up([Told(one, tuple(segment_document(one)), one.id, one.id, "tune") for one in undated], lambda _: "")
    days = np.array([day for _, day in dated])
    counts = pairs.counts * (np.abs(days[pairs.one] - days[pairs.other]) > APART)
    return replace(pairs, counts=counts, worth=LESS)


def _day(document: Document) -> date | None:
    return read_heading(document, ()).day


def fit(parts: Sequence[tuple[Pairs, Truths]]) -> Weights:
    """Constant and weights over the chosen pairs of each corpus."""
    features = np.concatenate([pairs.features[chosen] for pairs, chosen in parts])
    same = np.concatenate([pairs.same[chosen] for pairs, chosen in parts])
    counts = np.concatenate([pairs.counts[chosen] / pairs.counts[chosen].sum() * TOTAL * pairs.worth for pairs, chosen in parts])
    spread = features.std(axis=0) + 1e-9
    scaled, signs = features / spread, np.where(same, -1.0, 1.0)

    def loss(weights: Reals) -> tuple[float, Reals]:
        odds = scaled @ weights[1:] + weights[0]
        slope = counts * (1.0 / (1.0 + np.exp(-odds)) - same)
        total = (counts * np.logaddexp(0.0, signs * odds)).sum() + (weights[1:] ** 2).sum() / 2 / RIDGE
        return float(total), np.concatenate([[slope.sum()], scaled.T @ slope + weights[1:] / RIDGE])

    bounds = [(None, None)] + [_bounds(name) for name in parts[0][0].names]
    best = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return float(best[0]), best[1:] / spread


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name in MEASURES:
        return None, None
    return (None, 0.0) if name == "far" else (0.0, None)


def left_out(pairs: Pairs, others: Sequence[Pairs]) -> Reals:
    """The log odds of all pairs, time left aside, those of each part by what the rest and the other corpora give."""
    odds = np.full(len(pairs.same), FLOOR)
    for fold in sorted(set(pairs.fold)):
        inside = pairs.lies_in(fold)
        constant, weights = fit([(pairs, ~inside), *((other, _all(other)) for other in others)])
        text = np.array([0.0 if name in TIME else weight for name, weight in zip(pairs.names, weights, strict=True)])
        odds[inside] = pairs.features[inside] @ text + constant
    return np.asarray(np.clip(odds, FLOOR, -FLOOR))


def _all(pairs: Pairs) -> Truths:
    return np.ones(len(pairs.same), dtype=bool)


def group(pairs: Pairs, odds: Reals, least: float, fading: Fading) -> Figure:
    """B³ of the stories joined from an average of ``least``."""
    known = [
        (one, other, score)
        for one, other, score in zip(pairs.one.tolist(), pairs.other.tolist(), odds.tolist(), strict=True)
        if score > FLOOR
    ]
    days = [day.toordinal() if (day := _day(one.document)) else None for one in pairs.told]
    months = [find_months(count_words(one.document, one.segments).dates) for one in pairs.told]
    alone = [[number] for number in range(len(pairs.told))]
    groups = Linkage(alone, known, floor=FLOOR, days=days, fading=fading, months=months).join(least)
    return judge(pairs.told, {pairs.told[number].document.id: str(name) for name, part in enumerate(groups) for number in part})


def without_around(pairs: Pairs) -> Pairs:
    """The same where nothing is known of what two documents have around them."""
    features = pairs.features.copy()
    features[:, pairs.names.index(AROUND)] = 0.0
    return replace(pairs, features=features)


def write(names: Sequence[str], fitted: Weights, alone: Weights) -> None:
    """The table below its head, which stays. Closeness in time is weighed once for both."""
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")] if TABLE.exists() else []
    rows = [("feature", "weight", "alone"), ("constant", f"{fitted[0]:.2f}", f"{alone[0] - STRICTER:.2f}")]
    for name, weight, other in zip(names, fitted[1].tolist(), alone[1].tolist(), strict=True):
        rows.append((name, f"{weight:.2f}", f"{weight if name in TIME else other:.2f}"))
    TABLE.write_text("\n".join([*head, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")


def read_articles(path: Path) -> list[Document]:
    """The articles of a file as ``quoth add`` reads them."""
    items = [item for found in find_inputs([path]) for item in read_input(found, settings=Settings())]
    return [document for item in items if not isinstance(item, SetAside) for document in item[1]]


def _part(one: Told) -> str:
    return str(int(re.sub(r"\D", "", sha256(one.story.encode()).hexdigest())) % FOLDS)


def load(data: Path) -> dict[str, Pairs]:
    """The halves to tune on, by the corpus."""
    told = {
        "ecbplus": load_subtopics(data / "ecbplus", segment_document),
        "roundups": tell_roundups(read_articles(data / "roundups" / "articles.jsonl"), segment_document),
        "rumours": load_rumours(data / "stance", segment_document),
    }
    return {
        name: pair_up([one for one in every if one.half == "tune"], (lambda one: one.topic) if name == "ecbplus" else _part)
        for name, every in told.items()
    }


def main() -> int:
    """Fit, print, write."""
    data = Path(sys.argv[1])
    corpora = load(data)
    apart = set_apart(read_articles(data / "reuse" / "articles.jsonl"))
    rest = {name: [*(other for other in corpora.values() if other is not pairs), apart] for name, pairs in corpora.items()}
    odds = {name: left_out(pairs, rest[name]) for name, pairs in corpora.items()}
    every, names = [*corpora.values(), apart], apart.names
    fitted = fit([(pairs, _all(pairs)) for pairs in every])
    near, far = (float(fitted[1][names.index(name)]) for name in TIME)

    def fading(days: int) -> float:
        return near * exp(-days / FADE) + far * (1.0 - exp(-days / FADE))

    for least in np.arange(-1.5, 0.51, 0.25).tolist():
        found = {name: group(pairs, odds[name], least, fading).f1 for name, pairs in corpora.items()}
        print(f"{least:>6.2f}  " + "  ".join(f"{name} {f1:.3f}" for name, f1 in found.items()))
    write(names, fitted, fit([(without_around(pairs), _all(pairs)) for pairs in every]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
