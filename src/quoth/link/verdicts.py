"""Whether two statements make one claim: whoever accepts one accepts the main point of the other, or rejects it; and whether they tell the same in
every detail.

Three kinds of evidence (``evidence.py``) are weighed by logistic regressions, one for each question, whose weights stand in
``lexicon/sameness.tsv`` and ``lexicon/sameness_in_detail.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from quoth.language.pairs.reader import load_pair_reader
from quoth.lexicon.sameness import ANSWERS, Question, sameness_weights
from quoth.link.evidence import Told, gather_evidence
from quoth.link.findings import Relation

SAME, OPPOSED = 0.4, 0.25
"""Probability from which two statements have one main point, and from which one opposes that of the other. Chosen on folds of the tuned halves
that nothing was fitted on."""

Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two statements stand to each other."""

    point: Relation
    """As to the main point: ``same`` also where one tells more."""
    detail: Relation
    """As to every detail: ``same`` only where nothing is told otherwise, ``related`` where values differ."""
    shares: Mapping[Relation, float]
    """How probable each answer is as to the main point."""

    @property
    def one_claim(self) -> float:
        """How probable it is that both have one main point, affirmed or denied."""
        return self.shares["same"] + self.shares["opposed"]


def judge(pairs: Sequence[tuple[Told, Told]]) -> list[Verdict]:
    """A verdict on each pair; the order of two statements does not matter. Raises ``Unavailable`` where the network cannot be had."""
    evidence = gather_evidence(pairs, load_pair_reader())
    details = weigh(evidence, "detail").argmax(axis=1)
    return [
        _verdict(dict(zip(ANSWERS, row, strict=True)), ANSWERS[detail])
        for row, detail in zip(weigh(evidence).tolist(), details.tolist(), strict=True)
    ]


def weigh(evidence: Sequence[Mapping[str, float]], question: Question = "point") -> Reals:
    """How probable each of ``ANSWERS`` is, shape (pairs, answers)."""
    columns, weights, constant = _weights(question)
    values = np.array([[each.get(name, 0.0) for name in columns] for each in evidence]).reshape(-1, len(columns))
    scores = values @ weights + constant
    odds = np.exp(scores - scores.max(axis=1, keepdims=True, initial=0.0))
    shares: Reals = odds / odds.sum(axis=1, keepdims=True)
    return shares


@cache
def _weights(question: Question) -> tuple[tuple[str, ...], Reals, Reals]:
    worth = sameness_weights(question)
    return tuple(worth.evidence), np.array(list(worth.evidence.values())), np.array(worth.constant)


def _verdict(shares: Mapping[Relation, float], detail: Relation) -> Verdict:
    if shares["same"] >= max(SAME, shares["opposed"]):
        return Verdict("same", detail, shares)
    if shares["opposed"] >= OPPOSED:
        return Verdict("opposed", detail, shares)
    return Verdict("related" if shares["related"] >= shares["unrelated"] else "unrelated", detail, shares)
