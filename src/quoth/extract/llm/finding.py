"""Where words of a model's answer stand in the article: exactly, after white space, quotation marks and dashes are made alike."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from quoth.extract.attribution.ranges import Range
from quoth.records import Span
from quoth.syntax import Paragraph

MOST = 64
"""Places of the same words that are looked at."""
QUOTES = frozenset("\"'`´“”„‟«»‘’‚‛‹›＂＇′″")
DASHES = frozenset("-‐‒–—―−")
EDGE = '" .,;:!?-…()[]'
"""What a model may leave out or add at the edge of a stretch; in folded text, where every quotation mark is a straight one."""


class Place(NamedTuple):
    """Where words stand: the paragraph, its tokens, and the same in code points of the document."""

    paragraph: int
    range: Range
    span: Span
    sentence: int
    """The first token of the sentence in which they begin."""


def fold(text: str) -> tuple[str, list[int]]:
    """A text with all that models change made alike, and for each of its characters the place of the one that it came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, given in enumerate(text):
        for one in given if given.isascii() else unicodedata.normalize("NFKD", given):
            character = _alike(one)
            if character and not (character == " " and characters and characters[-1] == " "):
                characters.append(character)
                places.append(place)
    return "".join(characters), places


def _alike(character: str) -> str:
    if character.isspace():
        return " "
    if character in QUOTES:
        return '"'
    if character in DASHES:
        return "-"
    return "" if unicodedata.category(character) in {"Cf", "Cc"} else character


@dataclass(frozen=True)
class Searched:
    """A paragraph in which words are looked for."""

    number: int
    paragraph: Paragraph
    text: str
    """The paragraph's own text."""

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return fold(self.text)

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.paragraph.tokens]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.paragraph.tokens]

    @cached_property
    def _sentences(self) -> list[int]:
        return [first for first, _ in self.paragraph.sentences()]

    def find(self, words: str) -> list[Place]:
        """The places of folded ``words``, snapped to whole tokens; never within a longer word."""
        found = (self._snap(start, end) for start, end in self._stretches(words))
        return [place for place in found if place is not None]

    def _stretches(self, words: str) -> Iterable[tuple[int, int]]:
        text, places = self._folded
        at, seen = text.find(words), 0
        while at >= 0 and seen < MOST:
            stop = at + len(words)
            if not _cuts(text, at) and not _cuts(text, stop):
                yield self.paragraph.start + places[at], self.paragraph.start + places[stop - 1] + 1
                seen += 1
            at = text.find(words, at + 1)

    def _snap(self, start: int, end: int) -> Place | None:
        first, stop = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first >= stop:
            return None
        sentence = self._sentences[bisect_right(self._sentences, first) - 1] if self._sentences else 0
        return Place(self.number, Range(first, stop - 1), self.paragraph.span(first, stop - 1), sentence)


def _cuts(text: str, at: int) -> bool:
    """Whether a place lies within a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def find_words(words: str, searched: Sequence[Searched], *, home: int | None) -> list[Place]:
    """The places of ``words`` in the paragraph nearest to ``home`` that has any (in all of them where no home is known): as they were
    given, else without the marks at their edges."""
    folded = fold(words)[0].strip()
    for form in dict.fromkeys((folded, folded.strip(EDGE))):
        found = [one for one in (paragraph.find(form) for paragraph in searched) if one] if form else []
        if found and home is None:
            return [place for places in found for place in places][:MOST]
        if found:
            return min(found, key=lambda places: (abs(places[0].paragraph - (home or 0)), places[0].paragraph))
    return []
