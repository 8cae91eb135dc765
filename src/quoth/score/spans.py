"""Passages given by their words, found again in a text, and how far two passages agree.

A passage of a truth file is its exact words and which occurrence of them is meant, counted inside ``within``, a stretch that is
quoted with it. White space between words may differ, because a page's text depends on who extracted it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from quoth.records import Span


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    inner = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(before + inner + after)


def find_words(text: str, words: str, *, nth: int = 1, within: Span | None = None) -> Span | None:
    """Where the ``nth`` occurrence of ``words`` stands in ``text`` (or in the stretch ``within``), None where it does not."""
    start, end = within or (0, len(text))
    for number, match in enumerate(_pattern(words).finditer(text, start, end), start=1):
        if number == nth:
            return Span(*match.span())
    return None


def find_passage(text: str, parts: Iterable[Mapping[str, Any]], *, within: Span) -> tuple[Span, ...] | None:
    """The spans of a passage's parts (each ``words`` and ``nth``) inside ``within``; None where a part is not there."""
    found = tuple(find_words(text, part["words"], nth=part["nth"], within=within) for part in parts)
    known = tuple(span for span in found if span is not None)
    return known if len(known) == len(found) else None


def spans_of(passage: Mapping[str, Any] | None) -> tuple[Span, ...]:
    """The spans of a passage as exports give it; none where there is no passage."""
    return tuple(Span(*pair) for pair in passage["spans"]) if passage else ()


def shared(one: Iterable[Span], other: Iterable[Span]) -> int:
    """How many code points are in both. Neither side overlaps itself."""
    others = tuple(other)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in others)


def length(spans: Iterable[Span]) -> int:
    """How many code points the spans cover."""
    return sum(end - start for start, end in spans)


def likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """F1 of the code points of two passages, 0 to 1; two empty passages are alike."""
    total = length(one) + length(other)
    return 2 * shared(one, other) / total if total else 1.0
