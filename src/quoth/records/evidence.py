"""What binds a record to the words it stands on: spans, passages, and identifiers that hash what a thing is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple


def identify(kind: str, *parts: object) -> str:
    """A stable identifier: the first 80 bits, in hex, of the SHA-256 of ``kind`` and ``parts``."""
    joined = "\x1f".join([kind, *("" if part is None else str(part) for part in parts)])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


class Span(NamedTuple):
    """A half-open stretch of a document's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words and where they stand. ``text`` is the spans' own text, joined by one space where there are several parts."""

    text: str
    spans: tuple[Span, ...]


def passage(text: str, *spans: Span) -> Passage:
    """The passage of ``text`` (a whole document's text) that ``spans`` mark, in document order."""
    ordered = tuple(sorted(spans))
    return Passage(" ".join(text[start:end] for start, end in ordered), ordered)
