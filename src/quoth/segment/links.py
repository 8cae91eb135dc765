"""Links that a page sets into its own sentences: a name, the name again in full as the page about it is called, and what was published on it lately.

Where a page's markup is lost their words run on from the name: "Ada Lund | *Ada Marie LundHarbour vote put off Lund asks for calm MORE* | said". Such a list is told
by the surname that stands twice, the second time with more glued to it or behind a first name, and by the "MORE" in capitals that ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quoth.layout import trim
from quoth.records import READABLE, Segment, Span

LONGEST = 1_000
"""Code points from a surname to the end of the links behind it."""

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_MORE_NAMES = rf"(?:(?:{_NAME}|\({_NAME}(?: {_NAME})?\)|de|la|von|van|der|bin|al) ){{0,5}}?"
_TITLES = rf"[^\n]{{3,{LONGEST}}}?(?<=[\s\w.?!'’\"”)]) MORE(?=[\s,.;:!?)’']|$)"
_GLUED = re.compile(rf"\b(?P<last>[^\W\d_a-z][\w.'’-]+)(?P<links> {_MORE_NAMES}(?P=last)(?=[^\W_a-z]){_TITLES})")
"""Maren Lund *Maren Ada LundHarbour vote put off MORE*."""
_SPACED = re.compile(
    rf"\b(?P<first>{_NAME}) (?P<last>[^\W\d_a-z][\w.'’-]+)(?P<links> (?P=first) {_MORE_NAMES}(?P=last) (?=[^\W\d_a-z]){_TITLES})"
)
"""Maren Lund *Maren Ada Lund Harbour vote put off MORE*."""


def find_links(text: str, segment: Segment) -> Iterator[Span]:
    """The links that stand inside a segment, without the names that they hang on."""
    if " MORE" in text[segment.start : segment.end]:
        matches = (match for pattern in (_GLUED, _SPACED) for match in pattern.finditer(text, segment.start, segment.end))
        found = sorted(trim(text, *match.span("links")) for match in matches)
        yield from (one for number, one in enumerate(found) if number == 0 or found[number - 1].end <= one.start)


def without_links(text: str, segment: Segment) -> Iterator[Segment]:
    """A segment without the links set into it, which are segments between its parts."""
    holes = list(find_links(text, segment)) if segment.kind in READABLE else []
    edges = [segment.start, *(edge for hole in holes for edge in hole), segment.end]
    for number, (start, end) in enumerate(pairwise(edges)):
        own = trim(text, start, end)
        if own.start < own.end:
            yield Segment("related" if number % 2 else segment.kind, own.start, own.end)
