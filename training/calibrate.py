"""Scores that mean something: the share of attributions with such a score of which source, cue and content all are an annotator's, exactly.

Logistic regression on two numbers of the network (Platt 1999), fitted on PolNeAR's development part. How well it holds is measured by fitting on one
half of the articles and reading the other, and the other way round: ``PYTHONPATH=src:. python -m training.calibrate`` prints that of the shipped weights.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quoth.extract.tagger.attributor import OUTER, evidence, guess, read_by_rules, score_of
from quoth.extract.tagger.decode import Guess, choose
from quoth.extract.tagger.network import Calibration, Network
from quoth.extract.tagger.words import read_words
from quoth.language.english import English
from quoth.score.calibration import Calibration as Reliability
from quoth.score.calibration import Judged, calibrate
from quoth.score.polnear import as_document, load_polnear
from quoth.segment import segment_document

Reals = NDArray[np.float64]
Outcomes = Sequence[Sequence[tuple[Guess, bool]]]
"""For each article its outermost guesses, each with whether all its spans are the first annotator's."""


def collect(folder: Path, network: Network) -> list[list[tuple[Guess, bool]]]:
    """For each article its outermost guesses, each with whether all its spans are the first annotator's."""
    parser, found = English(entities=False), []
    for article in load_polnear(folder):
        document = as_document(article)
        parsed = parser.parse(document, segment_document(document))
        rules = read_by_rules(parsed)
        words = read_words(parsed, rules)
        tokens = [token for paragraph in parsed.paragraphs for token in paragraph.tokens]
        gold = {(one.source, one.cue, one.content) for one in article.attributions}
        chosen = choose(guess(parsed, words, rules, network)[0], outer=OUTER, inner=1.1)
        spans = [
            tuple(tuple((tokens[a].start, tokens[b - 1].end) for a, b in part) for part in (one.source, one.cue, one.content))
            for one in chosen
        ]
        found.append([(one, parts in gold) for one, parts in zip(chosen, spans, strict=True)])
    return found


def fit(articles: Outcomes) -> Calibration:
    """The calibration that makes these outcomes likeliest (Newton's method, a slight ridge)."""
    given, right = _table(articles)
    weights = np.zeros(given.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-given @ weights))
        gradient = given.T @ (chance - right) + 1e-3 * weights
        curvature = (given * (chance * (1 - chance))[:, None]).T @ given + 1e-3 * np.eye(len(weights))
        weights = weights - np.linalg.solve(curvature, gradient)
    return Calibration(*(round(float(one), 4) for one in weights))


def _table(articles: Outcomes) -> tuple[Reals, Reals]:
    rows = [(evidence(one), right) for article in articles for one, right in article]
    return np.array([[1.0, *numbers] for numbers, _ in rows]), np.array([float(right) for _, right in rows])


def measure(articles: Outcomes) -> Reliability:
    """How well scores hold that are fitted on every other article and read on the rest, and the other way round."""
    judged: list[Judged] = []
    for half in (0, 1):
        calibration = fit(articles[half::2])
        judged += [Judged(score_of(one, calibration), right) for article in articles[1 - half :: 2] for one, right in article]
    return calibrate(judged)


def write(calibration: Calibration, path: Path) -> None:
    """Keep a calibration beside the weights."""
    path.write_text(json.dumps(asdict(calibration)) + "\n", encoding="utf-8")


def as_table(reliability: Reliability) -> str:
    """The reliability curve as a Markdown table."""
    rows = [f"| {one.low:.1f}–{one.high:.1f} | {one.number} | {one.mean:.2f} | {one.right:.2f} |" for one in reliability.bins]
    head = ["| score | attributions | mean score | share right |", "|---|---|---|---|"]
    return "\n".join(
        [*head, *rows, "", f"Brier score {reliability.brier:.3f}, expected calibration error {reliability.error:.3f}."]
    )


if __name__ == "__main__":
    print(as_table(measure(collect(Path(os.environ.get("QUOTH_DATA", "../shared/data")) / "polnear" / "dev", Network()))))
