"""Whether a score means what it says: statements by how sure the reader was, beside the share of them that is right as a whole.

The Brier score is the mean of (score - right)², 0 where every score is 0 or 1 and right; the expected calibration error (Naeini et al. 2015) the
mean distance, over bins and weighed by their size, between mean score and share right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.records import Statement
from quoth.score.polnear import GoldAttribution, as_attribution

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement: how sure the reader was, and whether source, cue and content are all as in the gold."""

    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements whose scores lie from ``low`` to ``high``."""

    low: float
    high: float
    number: int
    mean: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that hold statements, and what follows from them."""

    bins: tuple[Bin, ...]
    brier: float
    error: float


def judge_whole(statements: Iterable[Statement], gold: Sequence[GoldAttribution]) -> list[Judged]:
    """The outermost statements of an article, each right where it is one of the gold's; a gold one makes one right, the surest."""
    left = Counter(gold)
    judged = []
    for one in sorted((one for one in statements if one.parent is None), key=lambda one: -one.score):
        spans = as_attribution(one)
        judged.append(Judged(one.score, left[spans] > 0))
        left[spans] -= 1
    return judged


def calibrate(judged: Sequence[Judged], *, bins: int = BINS) -> Calibration:
    """The calibration of scores from 0 to 1. Without statements it has no bins and measures 0."""
    groups: dict[int, list[Judged]] = {}
    for one in judged:
        groups.setdefault(min(int(one.score * bins), bins - 1), []).append(one)
    made = tuple(_bin(number, group, bins) for number, group in sorted(groups.items()))
    size = len(judged) or 1
    brier = sum((one.score - one.right) ** 2 for one in judged) / size
    return Calibration(made, brier, sum(one.number * abs(one.mean - one.right) for one in made) / size)


def _bin(number: int, group: Sequence[Judged], bins: int) -> Bin:
    size = len(group)
    mean, right = sum(one.score for one in group) / size, sum(one.right for one in group) / size
    return Bin(number / bins, (number + 1) / bins, size, mean, right)
