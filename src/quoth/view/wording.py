"""Words that a person gives, found in an article: where they stand, whatever line breaks and kinds of quotation marks lie between."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quoth.errors import UsageError
from quoth.records import Span

_ALIKE = ("'’‘`", '"“”„«»', "-–—‑")
"""Characters that are typed one for another."""
SHOWN = 60


def find_parts(text: str, parts: Iterable[str], *, near: int) -> list[Span]:
    """Where these words stand in a text, each part nearest to a place. Raises ``UsageError`` where one stands nowhere."""
    found: list[Span] = []
    for part in parts:
        free = [one for one in _places(text, part) if not any(one.start < other.end and other.start < one.end for other in found)]
        if not free:
            told = part if len(part) <= SHOWN else f"{part[: SHOWN - 1]}…"
            raise UsageError(
                f"“{told}” does not stand in this article. Copy the words as they stand there; words that are apart go on lines of their own."
            )
        found.append(min(free, key=lambda one: (abs(one.start - near), one.start)))
    return sorted(found)


def _places(text: str, part: str) -> list[Span]:
    words = part.split()
    if not words:
        return []
    pattern = r"\s+".join("".join(_alike(char) for char in word) for word in words)
    overlapping = re.finditer(f"(?=({pattern}))", text)  # a match of the words themselves would hide those that begin within it
    return [Span(*match.span(1)) for match in overlapping]


def _alike(char: str) -> str:
    group = next((one for one in _ALIKE if char in one), "")
    return f"[{re.escape(group)}]" if group else re.escape(char)
