"""Several articles in one text told apart, by the marks that newsrooms and collectors leave.

A new article begins at a headline that stands after a line which closes the one before ("Published at …"), at a headline with a
dateline, byline or labelled date under it, at a headline after a ruler where the whole file is built so, at a block of labels
("Title: …"), or at a labelled date that opens a paragraph. A heading inside an article has none of these.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quoth.layout import apart, find_paragraphs, is_ruler, looks_like_prose, looks_like_title, trim
from quoth.lexicon.datelines import LABELLED_DATE, match_date_line, match_dateline
from quoth.lexicon.furniture import Rule, furniture
from quoth.lexicon.imprints import match_imprint
from quoth.records import Span

LOOK_AHEAD = 4
"""Paragraphs under a headline in which its dateline, byline or date must stand."""

_TITLE_LABEL = re.compile(r"(?:title|headline|заголовок|titel|titre|título|titolo)\s*:\s*\S", re.IGNORECASE)
_OTHER_LABEL = re.compile(
    r"(?:date|published|source|outlet|publisher|url|link|authors?|by(?:line)?|дата|источник|datum|quelle|fecha|fuente)\s*:\s*\S",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """One article's stretch of a file, in code points."""

    start: int
    end: int


class _Line(NamedTuple):
    """A paragraph of the file and what it looks like."""

    span: Span
    rule: Rule | None
    title: bool
    """It has the shape of a headline."""
    short: bool
    """It is no longer than a headline, which where other marks are clear may be two sentences, or begin as a related link does."""
    prose: bool
    ruler: bool
    filed: bool
    """It begins with a dateline that names a day or an agency, or with a labelled date, or is a line of place and date."""
    agency: bool
    """It begins with a dateline that names an agency."""


class _Custom(NamedTuple):
    """How a file sets off its articles."""

    ruled: bool
    signed: bool


def split_articles(text: str) -> list[Piece]:
    """The articles of a file's text, in order: one piece, the whole text, where nothing shows that there are several.

    Where there are several, each piece is trimmed of white space; furniture after an article's close belongs to the article above it.
    """
    lines = [_look(text, span) for span in _stretches(text)]
    starts = [0, *(start for start in _starts(text, lines) if start > 0)]
    pieces = [_piece(lines, first, last) for first, last in zip(starts, [*starts[1:], len(lines)], strict=True)]
    joined = _joined(text, [piece for piece in pieces if piece is not None])
    return joined if len(joined) > 1 else [Piece(0, len(text))]


def _stretches(text: str) -> list[Span]:
    """Paragraphs, cut before a labelled date inside one whose first words are furniture (a site's note, then the next article)."""
    found: list[Span] = []
    for span in find_paragraphs(text):
        inner = LABELLED_DATE.search(text, span.start + 1, span.end)
        if inner is not None and _closing_note(text[span.start : inner.start()]):
            found += [trim(text, span.start, inner.start()), Span(inner.start(), span.end)]
        else:
            found.append(span)
    return found


def _closing_note(words: str) -> bool:
    rule = furniture().find(words.strip())
    return rule is not None and rule.kind in {"disclaimer", "provenance", "boilerplate", "related", "author"}


def _look(text: str, span: Span) -> _Line:
    words = text[slice(*span)]
    dateline = match_dateline(text, *span)
    dated = LABELLED_DATE.match(words) is not None
    rule = None if dated else furniture().find(words, near_top=True)
    placed = rule is None and (match_date_line(words) or match_imprint(words)) is not None
    plain = dateline is None and not dated and not placed and not is_ruler(words)
    linked = rule is not None and rule.kind == "related" and not rule.opens
    return _Line(
        span,
        rule,
        title=plain and (rule is None or rule.kind == "byline") and looks_like_title(words),
        short=plain
        and (rule is None or linked or rule.kind == "byline")
        and 2 <= len(words.split()) <= 30
        and len(words) <= 220
        and words[-1] not in ",;:",
        prose=rule is None and looks_like_prose(words),
        ruler=is_ruler(words),
        filed=dated or placed or (dateline is not None and dateline.sure),
        agency=dateline is not None and dateline.agency is not None,
    )


def _starts(text: str, lines: list[_Line]) -> list[int]:
    """Numbers of the lines that begin an article."""
    custom = _Custom(ruled=_is_ruled(lines), signed=_is_signed(lines))
    return [number for number in range(1, len(lines)) if _begins(text, lines, number, custom)]


def _begins(text: str, lines: list[_Line], number: int, custom: _Custom) -> bool:
    line, above = lines[number], lines[number - 1]
    words = text[slice(*line.span)]
    if LABELLED_DATE.match(words):
        return not _titled_above(text, lines, number) and any(other.prose for other in lines[:number])
    if _TITLE_LABEL.match(words):
        return any(_OTHER_LABEL.match(text[slice(*other.span)]) for other in lines[number + 1 : number + 1 + LOOK_AHEAD])
    if not line.short or not _has_prose(lines[number + 1 : number + 1 + LOOK_AHEAD]):
        return False
    if above.ruler and custom.ruled:
        return line.title
    return apart(text, above.span, line.span) and (_closed_above(lines, number) or _opened_below(text, lines, number, custom))


def _titled_above(text: str, lines: list[_Line], number: int) -> bool:
    """Whether the line above a labelled date is the article's headline: four words or more, without a full stop."""
    words = text[slice(*lines[number - 1].span)]
    return lines[number - 1].title and len(words.split()) >= 4 and not words.endswith(".") and number > 1


def _closed_above(lines: list[_Line], number: int) -> bool:
    """Whether the nearest line above that is not plain furniture closes an article."""
    for line in reversed(lines[:number]):
        if line.rule is not None and line.rule.closes:
            return True
        if line.rule is None and not line.ruler:
            return False
    return False


def _opened_below(text: str, lines: list[_Line], number: int, custom: _Custom) -> bool:
    """Whether a dateline with day or agency, or a date on a line of its own, stands under the headline before any other prose; or a
    byline, where the file's first article is signed in the same way (boxes inside an article are signed too). A line that is only as
    short as a headline must have the dateline right below it."""
    if not _has_body(text, lines[:number]):
        return False
    if not lines[number].title:
        return lines[number + 1].agency
    if len(text[slice(*lines[number].span)].split()) < 3:
        return False
    for line in lines[number + 1 : number + 1 + LOOK_AHEAD]:
        kind = None if line.rule is None else line.rule.kind
        if line.filed or kind == "dateline" or (kind == "byline" and custom.signed):
            return True
        if line.prose or line.ruler:
            return False
    return False


def _has_prose(lines: list[_Line]) -> bool:
    return any(line.prose or line.filed for line in lines)


def _has_body(text: str, lines: list[_Line]) -> bool:
    """Whether an article's worth of prose (40 words) stands above."""
    return sum(len(text[slice(*line.span)].split()) for line in lines if line.prose) >= 40


def _is_signed(lines: list[_Line]) -> bool:
    """Whether the file begins with a headline and a byline under it."""
    below = [line.rule.kind for line in lines[1 : 1 + LOOK_AHEAD] if line.rule is not None]
    return bool(lines) and lines[0].short and "byline" in below


def _is_ruled(lines: list[_Line]) -> bool:
    """Whether the file is built of headline, text, ruler, headline, text: it begins with a headline and one follows every ruler. A single
    ruler may be a break in one article, unless byline, dateline or date stand under both headlines."""
    after = [number + 1 for number, line in enumerate(lines[:-1]) if line.ruler]
    first = next((number for number, line in enumerate(lines) if not line.ruler), None)
    if not after or first is None or not all(lines[number].title for number in [first, *after]):
        return False
    return len(after) > 1 or all(_is_marked(lines, number) for number in [first, *after])


def _is_marked(lines: list[_Line], number: int) -> bool:
    below = lines[number + 1 : number + 1 + LOOK_AHEAD]
    return any(line.filed or (line.rule is not None and line.rule.kind in {"byline", "dateline", "provenance"}) for line in below)


def _piece(lines: list[_Line], first: int, last: int) -> Piece | None:
    kept = lines[first:last]
    while kept and kept[-1].ruler:
        kept = kept[:-1]
    return Piece(kept[0].span.start, kept[-1].span.end) if kept else None


def _joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces with too little text to be an article (under 12 words) joined to the one above, or at the top to the one below."""
    found: list[Piece] = []
    for piece in pieces:
        if found and min(len(text[slice(*piece)].split()), len(text[slice(*found[-1])].split())) < 12:
            found[-1] = Piece(found[-1].start, piece.end)
        else:
            found.append(piece)
    return found
