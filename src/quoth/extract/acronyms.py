"""Acronyms with what they stand for, where a text gives both: "Joint Water Agency (JWA)", "JWA (Joint Water Agency)".

Method: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", Pacific Symposium on
Biocomputing 2003: the letters of the short form are found in the long form from right to left, the first of them at the start of a word.
Words whose initials they are go before that: else "(TTIP)" would stand for "Trade and Investment Partnership".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.records import Span

_SHORT = r"(?P<short>[A-Z][A-Za-z0-9&]{1,9})"
_BEHIND = re.compile(rf"\s\({_SHORT}\)")
_BEFORE = re.compile(rf"\b{_SHORT}\s\((?P<long>[A-Za-z][^()]{{5,90}})\)")
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:!?()\[\]\n“”\"]")
"""What the long form does not reach over."""


def find_expansions(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """Each acronym and its long form in this stretch of a text, in order."""
    for match in _BEHIND.finditer(text, start, end):
        first = max([start, *(stop.end() for stop in _STOP.finditer(text, start, match.start()))])
        begins = _begins(match["short"], text[first : match.start()])
        if begins is not None:
            yield Span(*match.span("short")), Span(first + begins, match.start())
    for match in _BEFORE.finditer(text, start, end):
        if _begins(match["short"], match["long"]) == 0:
            yield Span(*match.span("short")), Span(*match.span("long"))


def _begins(short: str, before: str) -> int | None:
    """Where in the words before it the long form of an acronym begins; None where they hold none."""
    letters = [char.casefold() for char in short if char.isalnum()]
    place = _by_initials(letters, before)
    place = _by_letters(letters, before) if place < 0 else place
    words = before[max(place, 0) :].split()
    named = place >= 0 and sum(char.isupper() for char in short) > 1 and short not in words
    return place if named and 2 <= len(words) <= min(len(letters) + 5, len(letters) * 2) else None


def _by_initials(letters: Sequence[str], before: str) -> int:
    """Where the words begin whose initials are the letters, small words between them passed over; -1 where they are not."""
    left, place = list(letters), -1
    for word in reversed(list(_WORD.finditer(before))):
        if left and word[0][0].casefold() == left[-1]:
            left.pop()
            place = word.start()
        elif left and not word[0].islower():
            return -1
    return -1 if left else place


def _by_letters(letters: Sequence[str], before: str) -> int:
    """Where the letters are found anywhere in the words, the first of them at the start of one; -1 where they are not."""
    place = len(before)
    for index in reversed(range(len(letters))):
        place = _found(before, place, letters[index], at_start=index == 0)
        if place < 0:
            return -1
    return place


def _found(before: str, place: int, letter: str, *, at_start: bool) -> int:
    """The nearest place to the left of this one that has the letter; -1 where there is none."""
    for left in range(place - 1, -1, -1):
        if before[left].casefold() == letter and not (at_start and left > 0 and before[left - 1].isalnum()):
            return left
    return -1
