"""Initials that a document writes out as something else than they mostly stand for: "SBU, meaning Sensitive But Unclassified" names no
service of a state there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quoth.extract.acronyms import find_expansions
from quoth.extract.reference.participants import Named
from quoth.syntax import Paragraph

BEGIN = 4
"""Letters that a word of a name begins with, whatever its ending: "Israel Defense", "Israeli Defence"."""


def as_written_out(row: Sequence[Named], long: Mapping[str, str]) -> tuple[Named, ...]:
    """The names of a paragraph: initials that the document writes out as something else are not the known body or outlet."""
    kept = []
    for one in row:
        known, meant = one.found.known, long.get(one.found.text)
        if known is None or meant is None or known.kind not in {"body", "outlet"} or _begins(meant) & _begins(known.name):
            kept.append(one)
        else:
            kept.append(replace(one, found=replace(one.found, known=None)))
    return tuple(kept)


def written_out(text: str, paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """The initials that the paragraphs of a text write out, to what they are there."""
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        if paragraph.tokens:
            for short, long in find_expansions(text, paragraph.tokens[0].start, paragraph.tokens[-1].end):
                found.setdefault(text[short.start : short.end], text[long.start : long.end])
    return found


def _begins(name: str) -> set[str]:
    return {word[:BEGIN].casefold() for word in name.split() if len(word) >= BEGIN}
