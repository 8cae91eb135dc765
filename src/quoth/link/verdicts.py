"""Whether two statements make one claim: whoever accepts one accepts the main point of the other, or rejects it.

Three kinds of evidence (``evidence.py``) are weighed by a logistic regression whose weights stand in ``lexicon/sameness.tsv``. Whether every
detail is the same is another question, which the structure answers (``compare.py``): there neither the network nor shared words help.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from quoth.language.pairs.reader import load_pair_reader
from quoth.lexicon.sameness import ANSWERS, sameness_weights
from quoth.link.evidence import Told, gather_evidence
from quoth.link.findings import Relation

SAME, OPPOSED = 0.4, 0.3
"""Probability from which two statements have one main point, and from which one opposes that of the other. Chosen on folds of the tuned halves
that nothing was fitted on."""

Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two statements stand to each other."""

    point: Relation
    """As to the main point: ``same`` also where one tells more."""
    shares: Mapping[Relation, float]
    """How probable each answer is."""

    @property
    def one_claim(self) -> float:
        """How probable it is that both have one main point, affirmed or denied."""
        return self.shares["same"] + self.shares["opposed"]


def judge(pairs: Sequence[tuple[Told, Told]]) -> list[Verdict]:
    """A verdict on each pair; the order of two statements does not matter. Raises ``Unavailable`` where the network cannot be had."""
    evidence = gather_evidence(pairs, load_pair_reader())
    return [_verdict(dict(zip(ANSWERS, row, strict=True))) for row in weigh(evidence).tolist()]


def weigh(evidence: Sequence[Mapping[str, float]]) -> Reals:
    """How probable each of ``ANSWERS`` is, shape (pairs, answers)."""
    columns, weights, constant = _weights()
    values = np.array([[each.get(name, 0.0) for name in columns] for each in evidence]).reshape(-1, len(columns))
    scores = values @ weights + constant
    odds = np.exp(scores - scores.max(axis=1, keepdims=True, initial=0.0))
    shares: Reals = odds / odds.sum(axis=1, keepdims=True)
    return shares


@cache
def _weights() -> tuple[tuple[str, ...], Reals, Reals]:
    worth = sameness_weights()
    return tuple(worth.evidence), np.array(list(worth.evidence.values())), np.array(worth.constant)


def _verdict(shares: Mapping[Relation, float]) -> Verdict:
    if shares["same"] >= max(SAME, shares["opposed"]):
        return Verdict("same", shares)
    if shares["opposed"] >= OPPOSED:
        return Verdict("opposed", shares)
    return Verdict("related" if shares["related"] >= shares["unrelated"] else "unrelated", shares)
