"""Texts as arrays of word hashes, and pairs of texts that share more of them than chance: the candidates for copies.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken 2003) over runs of eight words: any passage of eleven or more
shared words is sure to share one. Hashes are CRC-32 of the word, so that nothing depends on the order in which texts arrive.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from quoth.records import Document, Segment, SegmentKind

RUN = 8
"""Words of a run. Eight in the same order is hardly ever chance in news (the measure of the reuse pairs, too)."""
WINDOW = 4
"""Of each four runs in a row one is kept as a fingerprint."""
CROWD = 24
"""Texts that one fingerprint joins each with each; where more share it, each is joined with the first of them only."""
TELLING: frozenset[SegmentKind] = frozenset({"body", "quotation", "title"})

_WORD = re.compile(r"\w+|[“”„\"]")
_MARKS = {"“": True, "„": True, "”": False}
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 divided by the golden ratio: spreads successive values evenly

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a document's own telling: hashes, and where each stands in the document."""

    words: Hashes
    starts: Places
    ends: Places
    quoted: npt.NDArray[np.bool_]
    """Whether the word stands between quotation marks."""


def read_text(document: Document, segments: Sequence[Segment]) -> Text:
    """The words of title, body and quotations, in order; furniture is passed over."""
    words = [word for segment in segments if segment.kind in TELLING for word in _words(document.text, segment)]
    hashes, starts, ends, quoted = zip(*words, strict=True) if words else ((), (), (), ())
    return Text(np.array(hashes, np.uint64), np.array(starts, np.int32), np.array(ends, np.int32), np.array(quoted, np.bool_))


def _words(text: str, segment: Segment) -> Iterator[tuple[int, int, int, bool]]:
    """Each word: hash, start, end, and whether it is quoted. A quotation that is not closed ends with its paragraph."""
    quoted = segment.kind == "quotation"
    for match in _WORD.finditer(text, segment.start, segment.end):
        word = match.group()
        if word in _MARKS or word == '"':
            quoted = segment.kind == "quotation" or _MARKS.get(word, not quoted)
        else:
            yield word_hash(word.lower()), match.start(), match.end(), quoted


@lru_cache(maxsize=200_000)
def word_hash(word: str) -> int:
    """The hash of a word in small letters."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def runs(words: Hashes) -> Hashes:
    """One hash for each run of ``RUN`` words, in order; empty where the text is shorter."""
    count = len(words) - RUN + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    hashes = np.zeros(count, np.uint64)
    for offset in range(RUN):
        hashes = hashes * _MULTIPLIER + words[offset : offset + count]
    return hashes ^ (hashes >> np.uint64(29))


def quoted_runs(text: Text) -> Hashes:
    """The runs that stand wholly between quotation marks, sorted, each once."""
    hashes = runs(text.words)
    if not len(hashes):
        return hashes
    inside = np.lib.stride_tricks.sliding_window_view(text.quoted, RUN).all(axis=1)
    return np.unique(hashes[inside])


def printed_by_many(texts: Sequence[Text], owners: Sequence[str], *, least: int) -> Hashes:
    """Quoted runs that stand in texts of ``least`` owners or more, sorted: what everybody prints was copied from nobody here."""
    numbers = {owner: number for number, owner in enumerate(sorted(set(owners)))}
    marks = [quoted_runs(text) for text in texts]
    if not marks:
        return np.zeros(0, np.uint64)
    pairs = np.empty(sum(map(len, marks)), dtype=[("run", np.uint64), ("owner", np.int32)])
    pairs["run"] = np.concatenate(marks)
    pairs["owner"] = np.repeat([numbers[owner] for owner in owners], [len(mark) for mark in marks])
    runs_, counts = np.unique(np.unique(pairs)["run"], return_counts=True)
    return runs_[counts >= least]


def fingerprints(words: Hashes) -> Hashes:
    """The runs kept by winnowing, sorted, each once."""
    hashes = runs(words)
    if len(hashes) > WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1)
    return np.unique(hashes)


def find_candidates(texts: Sequence[Text], *, least: float) -> Iterator[tuple[int, int]]:
    """Pairs (first, second) of texts of which the shorter shares at least ``least`` of its fingerprints with the longer."""
    marks = [fingerprints(text.words) for text in texts]
    counts: dict[tuple[int, int], int] = {}
    for pair in _meetings(marks):
        counts[pair] = counts.get(pair, 0) + 1
    for first, second in sorted(counts):
        if counts[first, second] >= least * min(len(marks[first]), len(marks[second])):
            yield first, second


def _meetings(marks: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Each pair of texts once for every fingerprint that they share."""
    if not marks:
        return
    every = np.concatenate(marks)
    owners = np.repeat(np.arange(len(marks), dtype=np.int32), [len(mark) for mark in marks])
    order = np.argsort(every, kind="stable")  # stable: owners of one fingerprint stay in order
    every, owners = every[order], owners[order]
    borders = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1], [True])))
    shared = np.flatnonzero(np.diff(borders) > 1)
    for group in shared:
        yield from _pairs(owners[borders[group] : borders[group + 1]].tolist())


def _pairs(owners: Sequence[int]) -> Iterable[tuple[int, int]]:
    hubs = owners if len(owners) <= CROWD else owners[:1]
    return ((first, second) for place, first in enumerate(hubs) for second in owners[place + 1 :])
