"""Which passages two texts share, word for word, with their places in both: the receipt of a copy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quoth.link.shingles import RUN, WINDOW, Flags, Hashes, Marks, Text, different, marks_of, runs, winnowed
from quoth.records import Span

HALF = 0.5
"""Shared runs as a share of the shorter text's, from which what stands in crowds of texts is still text taken over: a report that
everybody runs. Below it, it is a template, a disclaimer, a paragraph of background."""
REACH = RUN + WINDOW
"""Runs around a fingerprint to which it speaks for whether many print them."""

Numbers = npt.NDArray[np.int64]


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
    quoted: float
    """Share of the shared runs that stand wholly between quotation marks, in the text where that is less."""
    spans_first: tuple[Span, ...]
    """Shared passages in order of the first text; ``spans_second`` holds their counterparts in the same order."""
    spans_second: tuple[Span, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """Fingerprints that are little or no evidence, each sorted."""

    printed: Marks
    """Those that many outlets print: quoted, they come from whoever was quoted."""
    crowded: Marks
    """Those of so many texts that they belong to a template, unless the whole text is shared."""


NONE = Common(np.zeros(0, np.int64), np.zeros(0, np.int64))


def compare(first: Text, second: Text, *, common: Common = NONE) -> Overlap:
    """What two texts share. Quoted passages that many print are left out of account; where what is shared is less than half of the
    shorter text, so is what stands in crowds of texts. Linear in the lengths, but for sorting."""
    one, other = runs(first.words), runs(second.words)
    texts, both = (first, second), (one, other)
    sets = (different(one), different(other))
    shared = sets[0][within(sets[0], sets[1])]
    none = _left_out(shared[:0], texts, both, shared, common.printed, quoted=True)
    overlap = _overlap(texts, both, sets, none)
    if not len(common.crowded) or overlap.containment >= HALF:
        return overlap
    more = _left_out(none, texts, both, shared, common.crowded, quoted=False)
    return overlap if len(more) == len(none) else _overlap(texts, both, sets, more)


def _left_out(
    none: Hashes, texts: tuple[Text, Text], both: tuple[Hashes, Hashes], shared: Hashes, marks: Marks, *, quoted: bool
) -> Hashes:
    """The shared runs around ``marks``, in either text, beside those in ``none``; the quoted ones only where asked for."""
    if not len(marks) or not within(marks_of(shared), marks).any():
        return none
    ours = different(winnowed(both[0]))
    kept = ours[within(ours, different(winnowed(both[1])))]
    found = [none]
    for text, own in zip(texts, both, strict=True):
        near = within(own, shared) & _near(own, kept, marks)
        found.append(own[near & _quoted(text) if quoted else near])
    return different(np.concatenate(found))


def _quoted(text: Text) -> Flags:
    """Which runs stand wholly between quotation marks."""
    inside = np.concatenate(([0], np.cumsum(text.quoted)))
    return np.asarray(inside[RUN:] - inside[:-RUN] == RUN, np.bool_)


def _near(own: Hashes, kept: Hashes, marks: Marks) -> Flags:
    """Which runs have one of ``marks`` as the nearest of their shared fingerprints (``kept``)."""
    at = np.flatnonzero(within(own, kept))
    if not len(at):
        return np.zeros(len(own), np.bool_)
    number = np.arange(len(own))
    after = np.minimum(np.searchsorted(at, number), len(at) - 1)
    before = np.maximum(after - 1, 0)
    nearest = np.where(np.abs(at[before] - number) <= np.abs(at[after] - number), at[before], at[after])
    return np.asarray(within(marks_of(own), marks)[nearest] & (np.abs(nearest - number) <= REACH), np.bool_)


def _overlap(texts: tuple[Text, Text], both: tuple[Hashes, Hashes], sets: tuple[Hashes, Hashes], none: Hashes) -> Overlap:
    """What the texts share, the runs in ``none`` (sorted) left out."""
    (first, second), (one, other) = texts, both
    ours, theirs = (each[~within(each, none)] for each in sets)
    shared = ours[within(ours, theirs)]
    if not len(shared):
        return Overlap(0, 0.0, 0.0, 0.0, 0.0, 0.0, (), ())
    places = np.where(within(one, shared), _places(one, other), -1)
    here, there, lengths = _pieces(places)
    in_first, in_second = places >= 0, within(other, shared)
    return Overlap(
        shared_runs=len(shared),
        share_first=_covered(np.flatnonzero(in_first), len(first.words)),
        share_second=_covered(np.flatnonzero(in_second), len(second.words)),
        containment=len(shared) / min(len(ours), len(theirs)),
        resemblance=len(shared) / (len(ours) + len(theirs) - len(shared)),
        quoted=float(min(_quoted(first)[in_first].mean(), _quoted(second)[in_second].mean())),
        spans_first=_spans(first, here, lengths),
        spans_second=_spans(second, there, lengths),
    )


def within(values: npt.NDArray[np.generic], known: npt.NDArray[np.generic]) -> Flags:
    """Which of ``values`` are in ``known``, which is sorted."""
    if not len(known):
        return np.zeros(len(values), np.bool_)
    return np.asarray(known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values, np.bool_)


def _places(first: Hashes, second: Hashes) -> Numbers:
    """For each run of the first text, where it stands first in the second; -1 where it does not."""
    order = np.argsort(second, kind="stable")
    values = second[order]
    at = np.minimum(np.searchsorted(values, first), len(values) - 1)
    return np.where(values[at] == first, order[at], -1)


def _pieces(places: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Longest stretches that go on together in both texts: first word in either, and how many words."""
    at = np.flatnonzero(places >= 0)
    there = places[at]
    begins = np.flatnonzero(np.concatenate(([True], (np.diff(at) != 1) | (np.diff(there) != 1))))
    lengths = np.diff(np.concatenate((begins, [len(at)]))) + RUN - 1
    return at[begins], there[begins], lengths


def _spans(text: Text, begins: Numbers, lengths: Numbers) -> tuple[Span, ...]:
    return tuple(map(Span, text.starts[begins].tolist(), text.ends[begins + lengths - 1].tolist()))


def _covered(begins: Numbers, words: int) -> float:
    """Share of ``words`` that runs beginning at ``begins`` cover."""
    marks = np.bincount(begins, minlength=words + 1) - np.bincount(begins + RUN, minlength=words + 1)[: words + 1]
    return float(np.count_nonzero(np.cumsum(marks[:words]) > 0) / words)
