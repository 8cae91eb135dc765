"""A text cut into parts: paragraphs, and what stands inside a paragraph without belonging to it (dateline, labels, closing notes)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.layout import find_paragraphs, is_ruler, looks_like_prose, trim
from quoth.lexicon.datelines import LABELLED_DATE, match_date_line, match_dateline
from quoth.lexicon.furniture import Furniture, Rule, furniture
from quoth.lexicon.imprints import match_imprint, match_issuer
from quoth.lexicon.outlets import find_outlet
from quoth.records import SegmentKind

TOP = 8
"""Paragraphs at a text's start in which bylines and dates on lines of their own are looked for."""

_IN_BRACKETS = re.compile(r"[(\[/]([^()\[\]/]{2,40})[)\]/]\.?")
_RULER = Rule("boilerplate", opens=False, closes=False)
_AGENCY = Rule("provenance", opens=False, closes=False)
_DATELINE = Rule("dateline", opens=False, closes=False)


@dataclass(slots=True)
class Part:
    """A stretch of a text. ``kind`` is None while nothing says what it is; ``opens``: titles of links follow."""

    start: int
    end: int
    kind: SegmentKind | None = None
    opens: bool = False


def find_parts(text: str) -> list[Part]:
    """The parts of a text in order: they cover all but white space; furniture that its words give away has its kind."""
    table = furniture()
    found: list[Part] = []
    prose = False
    for number, (start, end) in enumerate(find_paragraphs(text)):
        found += _cut(text, start, end, table, top=number < TOP, early=not prose)
        prose = prose or (found[-1].kind is None and looks_like_prose(text[found[-1].start : end]))
    return found


def _cut(text: str, start: int, end: int, table: Furniture, *, top: bool, early: bool) -> Iterator[Part]:
    """A paragraph's parts. ``early``: no running text came before, so that capitals and a dash are a dateline."""
    words = text[start:end]
    rule = None if LABELLED_DATE.match(words) else _find(words, table, top=top)
    inner = LABELLED_DATE.search(words, 1) if rule is not None or "date" in words[1:2000] else None
    if inner is not None and _furnished(words[: inner.start()], table):
        yield from _cut(text, *trim(text, start, start + inner.start()), table, top=top, early=early)
        yield from _cut(text, start + inner.start(), end, table, top=top, early=True)
    elif rule is not None:
        yield Part(start, end, rule.kind, rule.opens)
    else:
        yield from _inside(text, start, end, table, early=early)


def _furnished(words: str, table: Furniture) -> bool:
    return table.find(words.strip()) is not None


def _inside(text: str, start: int, end: int, table: Furniture, *, early: bool) -> Iterator[Part]:
    """A paragraph without its furniture at start and end."""
    stop = end
    lead = table.find_prefix(text[start:end]) or _dateline(text, start, end, early=early)
    if lead is not None:
        yield Part(start, start + lead[1], lead[0].kind, lead[0].opens)
        rest = trim(text, start + lead[1], end)
        if rest.start < rest.end:
            yield from _after_lead(text, rest.start, rest.end, table, early=early)
        return
    trail = table.find_suffix(text[start:end])
    if trail is not None and trail[1] > 0:
        stop = trim(text, start, start + trail[1]).end
    yield Part(start, stop)
    if trail is not None and stop < end:
        yield Part(trim(text, stop, end).start, end, trail[0].kind)


def _after_lead(text: str, start: int, end: int, table: Furniture, *, early: bool) -> Iterator[Part]:
    rule = _find(text[start:end], table, top=False)
    if rule is not None and rule.kind != "related":
        yield Part(start, end, rule.kind, rule.opens)
    else:
        yield from _inside(text, start, end, table, early=early)


def _dateline(text: str, start: int, end: int, *, early: bool) -> tuple[Rule, int] | None:
    found = match_dateline(text, start, end)
    if found is None or not (found.sure or early):
        return None
    return _DATELINE, found.end - start


def _find(words: str, table: Furniture, *, top: bool) -> Rule | None:
    if is_ruler(words):
        return _RULER
    if words[:1] in {"(", "[", "/"} and (named := _IN_BRACKETS.fullmatch(words)) is not None:
        outlet = find_outlet(named[1])
        if outlet is not None and outlet.kind != "photo":
            return _AGENCY
    if match_issuer(words) is not None:
        return _AGENCY
    return table.find(words, near_top=top) or (_DATELINE if top and (match_date_line(words) or match_imprint(words)) else None)
