"""Which passages two texts share, word for word, with their places in both: the receipt of a copy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quoth.link.shingles import RUN, Hashes, Text, runs
from quoth.records import Span


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share."""

    shared_runs: int
    """Different runs of eight words that stand in both."""
    share_first: float
    """Share of the first text's words that stand in shared passages, 0 to 1."""
    share_second: float
    containment: float
    """Shared runs as a share of those of the text that has fewer."""
    resemblance: float
    """Shared runs as a share of those of both together (Jaccard)."""
    spans_first: tuple[Span, ...]
    """Shared passages in order of the first text; ``spans_second`` holds their counterparts in the same order."""
    spans_second: tuple[Span, ...]


def compare(first: Text, second: Text, *, common: Hashes | None = None) -> Overlap:
    """What two texts share, runs in ``common`` (sorted) left out of account. Linear in their lengths, but for sorting."""
    common = np.zeros(0, np.uint64) if common is None else common
    runs_first, runs_second = runs(first.words), runs(second.words)
    own_first, own_second = ~within(runs_first, common), ~within(runs_second, common)
    different_first, different_second = np.unique(runs_first[own_first]), np.unique(runs_second[own_second])
    shared = len(np.intersect1d(different_first, different_second, assume_unique=True))
    places = np.where(own_first, _places(runs_first, runs_second), -1)
    pieces = _pieces(places)
    return Overlap(
        shared_runs=shared,
        share_first=_covered(np.flatnonzero(places >= 0), len(first.words)),
        share_second=_covered(np.flatnonzero(within(runs_second, different_first) & own_second), len(second.words)),
        containment=shared / max(1, min(len(different_first), len(different_second))),
        resemblance=shared / max(1, len(different_first) + len(different_second) - shared),
        spans_first=tuple(Span(int(first.starts[start]), int(first.ends[start + length - 1])) for start, _, length in pieces),
        spans_second=tuple(Span(int(second.starts[start]), int(second.ends[start + length - 1])) for _, start, length in pieces),
    )


def within(values: Hashes, known: Hashes) -> npt.NDArray[np.bool_]:
    """Which of ``values`` are in ``known``, which is sorted."""
    if not len(known):
        return np.zeros(len(values), np.bool_)
    return np.asarray(known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values, np.bool_)


def _places(first: Hashes, second: Hashes) -> npt.NDArray[np.int64]:
    """For each run of the first text, where it stands first in the second; -1 where it does not."""
    if not len(first) or not len(second):
        return np.full(len(first), -1, np.int64)
    values, where = np.unique(second, return_index=True)
    at = np.minimum(np.searchsorted(values, first), len(values) - 1)
    return np.where(values[at] == first, where[at], -1)


def _pieces(places: npt.NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Longest stretches that go on together in both texts: (word in first, word in second, words)."""
    pieces: list[tuple[int, int, int]] = []
    for start in np.flatnonzero(places >= 0).tolist():
        there = int(places[start])
        if pieces and start == pieces[-1][0] + pieces[-1][2] - RUN + 1 and there == pieces[-1][1] + pieces[-1][2] - RUN + 1:
            pieces[-1] = (pieces[-1][0], pieces[-1][1], pieces[-1][2] + 1)
        else:
            pieces.append((start, there, RUN))
    return pieces


def _covered(starts: npt.NDArray[np.int64], words: int) -> float:
    """Share of ``words`` that runs beginning at ``starts`` cover."""
    if not words:
        return 0.0
    marks = np.zeros(words + 1, np.int32)
    np.add.at(marks, starts, 1)
    np.add.at(marks, np.minimum(starts + RUN, words), -1)
    return float(np.count_nonzero(np.cumsum(marks[:words]) > 0) / words)
