"""The doors by which attributions are found: which words are source, cue and content, and which belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.statements import find_attributed
from quoth.syntax import ParsedDocument


class Attributor(Protocol):
    """Finds the attributions of a parsed document.

    Every range lies in its paragraph; cues of different attributions share no word; the order is that of the cues. The same document gives
    the same answer, except where a model of the user's own is asked. ``tests/extract/test_extract_conformance.py`` holds every one to this.
    """

    name: str

    def attribute(self, parsed: ParsedDocument) -> Sequence[Attribution]:
        """The attributions in the order of their cues, inner ones among them."""
        ...


class Rules:
    """By syntax and lexicons alone."""

    name = "rules"

    def attribute(self, parsed: ParsedDocument) -> Sequence[Attribution]:
        """What the rules find."""
        return find_attributed(parsed)
