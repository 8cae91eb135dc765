"""Texts as arrays of word hashes, and the fingerprints by which texts that share a passage find each other.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken 2003) over runs of eight words: any passage of fifteen or more
shared words is sure to share one. A word's hash depends on its letters alone, so that nothing depends on the order in which texts arrive.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from quoth.records import Document, Segment, SegmentKind

RUN = 8
"""Words of a run. Eight in the same order is hardly ever chance in news (the measure of the reuse pairs, too)."""
WINDOW = 8
"""Of each eight runs in a row one is kept as a fingerprint: about 110 in 500 words. The fewest runs that make a copy are eight, too."""
TELLING: frozenset[SegmentKind] = frozenset({"body", "quotation", "title"})

_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r"[“”„\"]")
_LINKS = re.compile(r"(?<=[a-z])(?=[A-Z0-9])[^\n]{20,600}?\bMORE\b")
"""Headlines of other pieces set into a sentence, run into the word before them and closed by MORE."""
_OPENS = {"“": True, "„": True, "”": False}
_MULTIPLIER = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio: spreads successive values evenly
_POWERS = tuple(np.uint64(pow(_MULTIPLIER, power, 2**64)) for power in (1, 2, 4))
_LETTER = 0x5851F42D4C957F2D  # odd, its bits well mixed (Knuth's MMIX): has an inverse modulo 2^64
_SPREAD = np.uint64(0xD6E8FEB86659FD93)  # odd: winnowing keeps low hashes, their marks are spread over all values again

Hashes = npt.NDArray[np.uint64]
Marks = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Number = TypeVar("Number", np.uint64, np.int64)


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a document's own telling: hashes, and where each stands in the document."""

    words: Hashes
    starts: Places
    ends: Places
    quoted: Flags
    """Whether the word stands between quotation marks."""


def read_text(document: Document, segments: Sequence[Segment]) -> Text:
    """The words of title, body and quotations, in order; furniture is passed over."""
    telling = [segment for segment in segments if segment.kind in TELLING]
    hashes, starts, ends = _words(document.text, telling)
    return Text(hashes, starts, ends, _quoted(document.text, telling, starts))


def read_words(document: Document, segments: Sequence[Segment]) -> Hashes:
    """The hashes of the same words, without their places."""
    return _words(document.text, [segment for segment in segments if segment.kind in TELLING])[0]


def _words(text: str, telling: Sequence[Segment]) -> tuple[Hashes, Places, Places]:
    """Hash, start and end of each word. A word's hash is the sum of its code points, each times a power by its place."""
    if not telling:
        return np.zeros(0, np.uint64), np.zeros(0, np.int32), np.zeros(0, np.int32)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    letters, small = _alphabet()
    inside = np.zeros(len(codes) + 2, np.int8)
    inside[1:-1] = letters[codes]
    edges = np.flatnonzero(np.diff(inside)).astype(np.int32)
    starts, ends = edges[::2], edges[1::2]
    begins = np.array([segment.start for segment in telling])
    closes = np.array([segment.end for segment in telling])
    told = ends <= closes[np.maximum(np.searchsorted(begins, starts, "right") - 1, 0)]
    told &= starts >= begins[0]
    for match in _LINKS.finditer(text) if "MORE" in text else ():
        told &= (starts < match.start()) | (starts >= match.end())
    starts, ends = starts[told], ends[told]
    powers, inverses = _powers(1 << max(12, len(codes).bit_length()))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(small[codes] * powers[: len(codes)])))
    hashes: Hashes = (sums[ends] - sums[starts]) * inverses[starts]
    return hashes, starts, ends


def know_letters() -> None:
    """Work out at once what the first text would otherwise wait for: which signs are letters."""
    _alphabet()


@cache
def _alphabet() -> tuple[Flags, Hashes]:
    """For each code point whether it stands in words, and that of its small letter."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    letters = np.zeros(len(every), np.bool_)
    for match in _WORD.finditer(every):
        letters[match.start() : match.end()] = True
    small = every.replace("İ", "i").lower()  # the only letter that grows
    if len(small) != len(every):  # another in a later Unicode
        small = "".join(low if len(low := sign.lower()) == 1 else sign for sign in every)
    return letters, np.frombuffer(small.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)


@lru_cache(maxsize=8)
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The powers of the letter's multiplier, and of its inverse, from that of nought."""
    with np.errstate(over="ignore"):
        steps = (np.full(count, value, np.uint64) for value in (_LETTER, pow(_LETTER, -1, 2**64)))
        powers, inverses = (np.cumprod(np.concatenate((np.ones(1, np.uint64), step[1:])), dtype=np.uint64) for step in steps)
    return powers, inverses


def _quoted(text: str, telling: Sequence[Segment], starts: Places) -> Flags:
    """Whether each word is quoted. A quotation that is not closed ends with its paragraph."""
    places, states = [-1], [False]
    for segment in telling:
        whole = inside = segment.kind == "quotation"
        places.append(segment.start - 1)
        states.append(inside)
        for match in () if whole else _QUOTE.finditer(text, segment.start, segment.end):
            inside = _OPENS.get(match.group(), not inside)
            places.append(match.start())
            states.append(inside)
    return np.array(states, np.bool_)[np.searchsorted(places, starts) - 1]


@lru_cache(maxsize=1 << 16)
def word_hash(word: str) -> int:
    """The hash of a word, whatever its case."""
    small: list[int] = _alphabet()[1][np.frombuffer(word.encode("utf-32-le", "surrogatepass"), np.uint32)].tolist()
    return sum(code * int(pow(_LETTER, place, 2**64)) for place, code in enumerate(small)) % 2**64


def runs(words: Hashes) -> Hashes:
    """One hash for each run of ``RUN`` words, in order; empty where the text is shorter."""
    if len(words) < RUN:
        return np.zeros(0, np.uint64)
    hashes = words
    for step, power in zip((1, 2, 4), _POWERS, strict=True):  # of two words, of four, of eight
        hashes = hashes[:-step] * power + hashes[step:]
    mixed: Hashes = hashes ^ (hashes >> np.uint64(29))
    return mixed


def winnowed(hashes: Hashes) -> Hashes:
    """The runs kept by winnowing: the least of each window; not sorted, perhaps several times."""
    if len(hashes) <= WINDOW:
        return hashes
    for step in (1, 2, 4):
        hashes = np.minimum(hashes[:-step], hashes[step:])
    return hashes


def marks_of(hashes: Hashes) -> Marks:
    """Runs as marks: 48 bits, evenly spread."""
    marks: Marks = ((hashes * _SPREAD) >> np.uint64(16)).astype(np.int64)
    return marks


def fingerprints(words: Hashes) -> Marks:
    """The marks of the runs kept by winnowing, sorted, each once."""
    kept = winnowed(runs(words))
    return different(marks_of(kept))


def different(values: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """The values, sorted, each once (for arrays of this size faster than ``np.unique``)."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered
