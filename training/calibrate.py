"""Scores that mean something: the share of attributions with such a score of which source, cue and content all are an annotator's, exactly.

Logistic regression on two numbers of the network (Platt 1999), fitted on PolNeAR's development part. How well it holds is measured by fitting on one
half of the articles and reading the other, and the other way round.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quoth.extract.statements import find_attributed
from quoth.extract.tagger.attributor import OUTER, evidence, guess
from quoth.extract.tagger.decode import Guess, choose
from quoth.extract.tagger.network import Calibration, Network
from quoth.extract.tagger.words import read_words
from quoth.language.english import English
from quoth.score.polnear import as_document, load_polnear
from quoth.segment import segment_document

Reals = NDArray[np.float64]
BINS = 10


@dataclass(frozen=True)
class Bin:
    """Attributions of similar scores."""

    low: float
    high: float
    count: int
    score: float
    """Mean score."""
    right: float
    """Share that is right."""


@dataclass(frozen=True)
class Reliability:
    """How well scores tell shares, on articles that they were not fitted on."""

    bins: tuple[Bin, ...]
    brier: float
    """Mean squared difference of score and outcome (Brier 1950)."""
    error: float
    """Expected calibration error: mean difference of score and share over the bins, weighted by their counts (Naeini et al. 2015)."""


def collect(folder: Path, network: Network) -> list[list[tuple[Guess, bool]]]:
    """For each article its outermost guesses, each with whether all its spans are the first annotator's."""
    parser, found = English(), []
    for article in load_polnear(folder):
        document = as_document(article)
        parsed = parser.parse(document, segment_document(document))
        rules = find_attributed(parsed)
        words = read_words(parsed, rules)
        tokens = [token for paragraph in parsed.paragraphs for token in paragraph.tokens]
        gold = {(one.source, one.cue, one.content) for one in article.attributions}
        chosen = choose(guess(parsed, words, rules, network), outer=OUTER, inner=1.1)
        spans = [
            tuple(tuple((tokens[a].start, tokens[b - 1].end) for a, b in part) for part in (one.source, one.cue, one.content))
            for one in chosen
        ]
        found.append([(one, parts in gold) for one, parts in zip(chosen, spans, strict=True)])
    return found


def fit(articles: Sequence[Sequence[tuple[Guess, bool]]]) -> Calibration:
    """The calibration that makes these outcomes likeliest (Newton's method, a slight ridge)."""
    given, right = _table(articles)
    weights = np.zeros(given.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-given @ weights))
        gradient = given.T @ (chance - right) + 1e-3 * weights
        curvature = (given * (chance * (1 - chance))[:, None]).T @ given + 1e-3 * np.eye(len(weights))
        weights = weights - np.linalg.solve(curvature, gradient)
    return Calibration(*(round(float(one), 4) for one in weights))


def _table(articles: Sequence[Sequence[tuple[Guess, bool]]]) -> tuple[Reals, Reals]:
    rows = [(evidence(one), right) for article in articles for one, right in article]
    return np.array([[1.0, *numbers] for numbers, _ in rows]), np.array([float(right) for _, right in rows])


def measure(articles: Sequence[Sequence[tuple[Guess, bool]]]) -> Reliability:
    """Scores fitted on every other article, read on the rest, and the other way round."""
    scores, outcomes = [], []
    for half in (0, 1):
        calibration = fit(articles[half::2])
        given, right = _table(articles[1 - half :: 2])
        scores.append(1 / (1 + np.exp(-given @ np.array(list(asdict(calibration).values())))))
        outcomes.append(right)
    return _reliability(np.concatenate(scores), np.concatenate(outcomes))


def _reliability(scores: Reals, right: Reals) -> Reliability:
    at = np.minimum((scores * BINS).astype(int), BINS - 1)
    bins = tuple(
        Bin(one / BINS, (one + 1) / BINS, int((at == one).sum()), float(scores[at == one].mean()), float(right[at == one].mean()))
        for one in range(BINS)
        if (at == one).any()
    )
    error = sum(one.count * abs(one.score - one.right) for one in bins) / len(scores)
    return Reliability(bins, float(((scores - right) ** 2).mean()), float(error))


def write(calibration: Calibration, path: Path) -> None:
    """Keep a calibration beside the weights."""
    path.write_text(json.dumps(asdict(calibration)) + "\n", encoding="utf-8")


def as_table(reliability: Reliability) -> str:
    """The reliability curve as a Markdown table."""
    rows = [f"| {one.low:.1f}–{one.high:.1f} | {one.count} | {one.score:.2f} | {one.right:.2f} |" for one in reliability.bins]
    head = ["| score | attributions | mean score | share right |", "|---|---|---|---|"]
    return "\n".join(
        [*head, *rows, "", f"Brier score {reliability.brier:.3f}, expected calibration error {reliability.error:.3f}."]
    )
