"""The doors by which attributions are found: which words are source, cue and content, and which belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.idle import without_idle
from quoth.extract.statements import find_attributed
from quoth.syntax import ParsedDocument


@dataclass(frozen=True, slots=True)
class Attributed:
    """What an attributor makes of a document."""

    parsed: ParsedDocument
    """The document as it was given, or with the entities that the attributor found in it."""
    attributions: tuple[Attribution, ...]
    """In the order of their cues, inner ones among them."""


class Attributor(Protocol):
    """Finds the attributions of a parsed document.

    Every range lies in its paragraph; cues of different attributions share no word; the order is that of the cues. The same document gives
    the same answer, except where a model of the user's own is asked. ``tests/extract/test_extract_conformance.py`` holds every one to this.
    """

    name: str
    entities: bool
    """Whether it finds entities itself: a parser then need not."""

    def attribute(self, parsed: ParsedDocument) -> Attributed:
        """The document and its attributions."""
        ...


class Rules:
    """By syntax and lexicons alone."""

    name = "rules"
    entities = False

    def attribute(self, parsed: ParsedDocument) -> Attributed:
        """What the rules find."""
        return Attributed(parsed, tuple(without_idle(parsed.paragraphs, find_attributed(parsed))))
