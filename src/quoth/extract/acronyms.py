"""Acronyms with what they stand for, where a text gives both: "Joint Water Agency (JWA)", "JWA (Joint Water Agency)", "JWA, or Joint …".

Method: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", Pacific Symposium on
Biocomputing 2003: the letters of the short form are found in the long form from right to left, the first of them at the start of a word.
Words whose initials they are go before that: else "(TTIP)" would stand for "Trade and Investment Partnership". Out of brackets only
initials count, and in brackets letters within words only where each name's word has its initial there: else shares' symbols count too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from quoth.records import Span

_SHORT = r"(?P<short>[A-Z][A-Za-z0-9&]{1,9})"
_BEHIND = re.compile(rf"\s\(\s?{_SHORT}\s?\)")
_BEFORE = re.compile(rf"\b{_SHORT}\s\((?P<long>[A-Za-z][^()]{{5,90}})\)")
_NAMED = re.compile(
    rf"[,”\"]*\s\(?(?:or|(?:also |better |commonly |more commonly )?(?:known|called|referred to)(?: as)?|abbreviated(?: as| to)?),?\s(?:the\s|simply\s)?[“\"]?{_SHORT}\b"
)
_UNFOLDED = re.compile(
    rf"\b{_SHORT}[”\"]?(?:\s?(?:—|–|--)\s?|,[”\"]?\s(?:or|which stands for|short for|an acronym for|meaning)(?: the)?\s|\sstands for(?: the)?\s)"
    r"[“\"]?(?P<long>[^\W\d_][^()\n.;:!?—–”\"]{4,90})"
)
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:!?()\[\]\n“”\"]")
"""What the long form does not reach over."""
_DEPARTMENT = re.compile(r"(?:[A-Z]\w+\s)+(?P<kind>Department|Ministry|Office|Bureau)$")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an"})
_POSSESSIVE = re.compile(r"[’']s$")
FEWEST = 3
"""Words of a long form whose letters are found within words."""


def find_expansions(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """Each acronym and its long form in this stretch of a text, in order."""
    found = [*_in_brackets(text, start, end), *_out_of_brackets(text, start, end)]
    seen: set[Span] = set()
    for short, long in sorted(found):
        if short not in seen:
            seen.add(short)
            yield short, long


def _in_brackets(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    for match in _BEHIND.finditer(text, start, end):
        first = _first(text, start, match.start())
        begins = _begins(match["short"], text[first : match.start()])
        if begins is not None:
            yield Span(*match.span("short")), _long(text, first + begins, match.start())
    for match in _BEFORE.finditer(text, start, end):
        if _begins(match["short"], match["long"]) == 0:
            yield Span(*match.span("short")), Span(*match.span("long"))


def _out_of_brackets(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    for match in _NAMED.finditer(text, start, end):
        first = _first(text, start, match.start())
        begins = _strictly(match["short"], text[first : match.start()])
        if begins is not None:
            yield Span(*match.span("short")), _long(text, first + begins, match.start())
    for match in _UNFOLDED.finditer(text, start, end):
        words = list(_WORD.finditer(match["long"]))
        ends = [word.end() for word in words[1 : len(match["short"]) + 3]]
        by_initials = (end for end in ends if _strictly(match["short"], match["long"][:end], blend=False) == 0)
        # by its initials first: "SBU" is also made of "Sensitive But", whose third word is cut off then
        made_of = (end for end in ends if _strictly(match["short"], match["long"][:end]) == 0)
        last = next(chain(by_initials, made_of), None)
        if last is not None:
            yield Span(*match.span("short")), Span(match.start("long"), match.start("long") + last)


def _first(text: str, start: int, end: int) -> int:
    """Where the stretch begins that a long form before ``end`` may stand in."""
    return max([start, *(stop.end() for stop in _STOP.finditer(text, start, end))])


def _long(text: str, start: int, end: int) -> Span:
    """A long form without the comma or the "’s" at its end."""
    words = text[start:end].rstrip(' ,”"—–-')
    return Span(start, start + len(_POSSESSIVE.sub("", words)))


def _begins(short: str, before: str) -> int | None:
    """Where in the words before it the long form of an acronym begins; None where they hold none."""
    letters = _letters(short)
    place = _by_initials(letters, before)
    if place < 0:
        place = _turned_round(letters, before)
    if place < 0 or _starts_small(before, place):
        place = _by_letters(letters, before)
        place = place if place >= 0 and _has_initials(letters, before[place:]) else -1
    words = before[max(place, 0) :].split()
    named = place >= 0 and sum(char.isupper() for char in short) > 1 and short not in words and not _starts_small(before, place)
    return place if named and 2 <= len(words) <= min(len(letters) + 5, len(letters) * 2) else None


def _strictly(short: str, before: str, *, blend: bool = True) -> int | None:
    """Where the words begin whose initials an acronym has, all of them, or (``blend``) their beginnings; None where they are not there."""
    plain = short.removesuffix("s") if short[:-1].isupper() else short
    if sum(char.isupper() for char in plain) < FEWEST - 1 or not plain.isupper():
        return None
    place = _by_initials(_letters(plain), before.rstrip(' ,”"'))
    if blend and place < 0 and _is_blend(_letters(plain), [word[0].casefold() for word in _WORD.finditer(before)]):
        return 0
    few = place >= 0 and len(before[place:].split()) < FEWEST - 1
    mixed = place >= 0 and before[place].islower() and any(word[0][0].isupper() for word in _WORD.finditer(before, place))
    return None if place < 0 or few or mixed or _starts_small(before, place) else place


def _is_blend(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether an acronym is made of the beginnings of all the words ("SLUCON" of "sluice control")."""
    if not letters or not words:
        return not letters and not words
    word, rest = words[0], words[1:]
    return any(
        word.startswith("".join(letters[:length])) and _is_blend(letters[length:], rest) for length in range(1, len(letters) + 1)
    )


def _letters(short: str) -> list[str]:
    return [char.casefold() for char in short if char.isalnum()]


def _starts_small(before: str, place: int) -> bool:
    word = _WORD.match(before, place)
    return word is not None and word[0] in _SMALL


def _by_initials(letters: Sequence[str], before: str) -> int:
    """Where the words begin whose initials are the letters, small words between them passed over; -1 where they are not."""
    left, place = list(letters), -1
    for word in reversed(list(_WORD.finditer(before))):
        if left and word[0][0].casefold() == left[-1] and not (len(left) == 1 and word[0] in _SMALL):
            left.pop()
            place = word.start()
        elif left and not word[0].islower():
            return -1
    return -1 if left else place


def _turned_round(letters: Sequence[str], before: str) -> int:
    """Where "Water Department" begins, of which "DOW" or "DW" is the acronym: the words that its name has when written out."""
    match = _DEPARTMENT.search(before)
    if match is None:
        return -1
    words = list(_WORD.finditer(before, match.start(), match.start("kind")))
    kind = match["kind"][0].casefold()
    for first in range(len(words)):
        initials = [word[0][0].casefold() for word in words[first:]]
        if list(letters) in ([kind, "o", *initials], [kind, *initials]):
            return words[first].start()
    return -1


def _has_initials(letters: Sequence[str], long: str) -> bool:
    """Whether a long form of several words has the initials of most of its capital words among the letters, in order."""
    words = [word[0] for word in _WORD.finditer(long)]
    named = [word[0].casefold() for word in words if word[0].isupper()]
    held, at = 0, 0
    for initial in named:
        if initial in letters[at:]:
            held, at = held + 1, letters.index(initial, at) + 1
    return (len(words) >= FEWEST or not named) and held * 2 > len(named) - (not named)


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
        begins = left == 0 or not before[left - 1].isalnum()
        if before[left].casefold() == letter and (not at_start or (begins and not _starts_small(before, left))):
            return left
    return -1
