"""Stretches of tokens within one paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quoth.records import Span
from quoth.syntax import Paragraph

EDGE = frozenset({",", ".", ";", ":", "-", "--", "–", "—", "...", "…", "·", "|", "("})
"""Punctuation that does not belong to a span when it stands at its edge."""


class Range(NamedTuple):
    """Token indices of a paragraph, both inclusive."""

    first: int
    last: int

    def holds(self, index: int) -> bool:
        """Whether the token ``index`` lies inside."""
        return self.first <= index <= self.last

    def covers(self, other: Range) -> bool:
        """Whether all of ``other`` lies inside."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Range) -> bool:
        """Whether the two share a token."""
        return self.first <= other.last and other.first <= self.last


def subtree(paragraph: Paragraph, index: int) -> Range:
    """The range of a token's subtree (its projection)."""
    return Range(*paragraph.edges[index])


def trim(paragraph: Paragraph, first: int, last: int, *, edge: frozenset[str] = EDGE) -> Range | None:
    """The range without edge punctuation; None where nothing is left."""
    tokens = paragraph.tokens
    while first <= last and tokens[first].text in edge:
        first += 1
    while first <= last and tokens[last].text in edge:
        last -= 1
    return Range(first, last) if first <= last else None


def cut(whole: Range, *holes: Range) -> list[Range]:
    """What is left of ``whole`` without ``holes``, in order."""
    left: list[Range] = []
    start = whole.first
    for hole in sorted(holes):
        if hole.first > start:
            left.append(Range(start, min(hole.first - 1, whole.last)))
        start = max(start, hole.last + 1)
    if start <= whole.last:
        left.append(Range(start, whole.last))
    return left


def spans(paragraph: Paragraph, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """The ranges as stretches of the document."""
    return tuple(paragraph.span(*found) for found in ranges)
