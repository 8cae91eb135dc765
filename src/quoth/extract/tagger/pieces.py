"""Word pieces (Wu et al. 2016, as in BERT): what the encoder reads, and the windows of a document that it reads at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from quoth.extract.tagger.words import Numbers, Words, goes_on

OPEN, CLOSE, PARAGRAPH, UNKNOWN = 101, 102, 1, 100
"""Ids of BERT's vocabulary: [CLS], [SEP], an unused one that we put before each paragraph, and [UNK]."""

LONGEST = 240
"""Pieces of one window's core."""
AROUND = 8
"""Pieces of context on either side of the core."""

MOST = 16
"""Pieces of one word that are read: enough for any word, and an address or a row of dashes does not fill a window."""

Pieces = Callable[[str], tuple[int, ...]]
"""The ids of the pieces of one word."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a document for the encoder: words ``first`` to ``last`` (half-open); what is found in its core counts."""

    first: int
    last: int
    core_first: int
    core_last: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """A window in pieces: ids, the word of each piece (-1 for marks), and the first piece of each word."""

    ids: Numbers
    words: Numbers
    heads: Numbers


def piece_words(words: Words, pieces: Pieces) -> list[tuple[int, ...]]:
    """The first pieces of every word; a word without any is unknown."""
    return [pieces(text)[:MOST] or (UNKNOWN,) for text in words.texts]


def count_pieces(words: Words, pieces: list[tuple[int, ...]]) -> Numbers:
    """What each word takes of a window: its pieces, and the mark before a paragraph's first word."""
    sizes = np.array([len(ids) for ids in pieces], dtype=np.int64)
    sizes[words.starts[:-1][np.diff(words.starts) > 0]] += 1
    return sizes


def cut_windows(words: Words, sizes: Numbers, longest: int = LONGEST, around: int = AROUND) -> Iterator[Window]:
    """Windows whose cores cover the document once, cut between paragraphs where that is possible. ``sizes``: pieces of each word."""
    ends = np.concatenate([[0], np.cumsum(sizes)])
    total, first = len(sizes), 0
    while first < total:
        last = _last(ends, words, first, longest)
        before = int(np.searchsorted(ends, ends[first] - around, side="left"))
        after = int(np.searchsorted(ends, ends[last] + around, side="right")) - 1
        yield Window(min(before, first), max(after, last), first, last)
        first = last


def _last(ends: Numbers, words: Words, first: int, longest: int) -> int:
    """One past the last word of the core that begins with ``first``."""
    starts = words.starts
    reach = max(first + 1, int(np.searchsorted(ends, ends[first] + longest, side="right")) - 1)
    if reach >= len(ends) - 1:
        return len(ends) - 1
    number = int(np.searchsorted(starts, reach, side="right")) - 1
    while number > 0 and goes_on(words, number - 1):
        number -= 1
    return int(starts[number]) if starts[number] > first else reach


def encode_window(words: Words, pieces: list[tuple[int, ...]], window: Window) -> Encoded:
    """The pieces of a window between its marks."""
    ids, at, heads = [OPEN], [-1], []
    begins = set(words.starts.tolist())
    for word in range(window.first, window.last):
        if word in begins:
            ids.append(PARAGRAPH)
            at.append(-1)
        heads.append(len(ids))
        ids.extend(pieces[word])
        at.extend([word] * len(pieces[word]))
    return Encoded(np.array([*ids, CLOSE]), np.array([*at, -1]), np.array(heads))
