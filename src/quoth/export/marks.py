"""Small pieces of HTML that stand on a page by the hundred, for the desk and the report: as functions, for a macro takes ten times as long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from quoth.records import PositionStance
from quoth.view.dates import date_label
from quoth.view.scores import UNSURE_MEANS, Scored, unsure_text
from quoth.view.stands import GLYPHS, Stand
from quoth.view.words import Excerpt, Piece

_GLYPH = Markup('<span class="g {}" role="img" aria-label="{}" title="{}">{}</span>')
_DAY = Markup('<time title="{}">{}</time>')
_UNSURE = Markup('<span class="unsure" title="{}: {}">unsure</span>')
_NOTHING = Markup("")
_STARRED = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]*?[^\s*])\*\*(?![\w*])")


@lru_cache(maxsize=10_000, typed=True)
def glyph_mark(stance: PositionStance | None, extra: str = "") -> Markup:
    """The shape of a stance with its word, and ``extra`` words after that, for who cannot see it."""
    shape, word = GLYPHS[stance]
    return _GLYPH.format(stance or "silent", f"{word}{extra}", f"{word}{extra}", shape)


def stand_mark(stand: Stand, extra: str = "") -> Markup:
    """The shape of where a party stands."""
    return glyph_mark(stand.stance, extra) if stand.stance else _silent(*stand.glyph)


@lru_cache(maxsize=8)
def _silent(shape: str, word: str) -> Markup:
    return _GLYPH.format("silent", word, word, shape)


def day_mark(edtf: str | None, year: str | None = None, unknown: str = "date unknown") -> Markup:
    """A date in short, without the year where it is ``year``."""
    return _day(edtf, year) if edtf else escape(unknown)


@lru_cache(maxsize=20_000, typed=True)
def _day(edtf: str, year: str | None) -> Markup:
    return _DAY.format(edtf, date_label(edtf, year=year))


def unsure_mark(one: Scored) -> Markup:
    """That a reading is unsure; nothing where it is not."""
    return _UNSURE.format(unsure_text(one), UNSURE_MEANS) if one.unsure else _NOTHING


def chain_mark(steps: Iterable[str]) -> Markup:
    """The chain that words came through."""
    return Markup(" ▸ ".join(f"<b><bdi>{escape(step)}</bdi></b>" for step in steps))  # noqa: S704 - each step is escaped


def excerpt_mark(found: Excerpt, *, exact: bool = False) -> Markup:
    """Words of an article with what is marked in them; ``exact`` to the character, where places in it are counted."""
    return Markup("".join(_piece(piece, escape if exact else emphasised) for piece in found.pieces))  # noqa: S704 - each piece is escaped


def emphasised(text: str) -> Markup:
    """Words of an article, those that Markdown's stars set off (``**so**``) set off as they were meant to be."""
    safe = escape(text)
    return Markup(_STARRED.sub(r"<strong>\1</strong>", str(safe))) if "**" in text else safe  # noqa: S704 - what is set off is escaped


def _piece(piece: Piece, shown: Callable[[str], Markup]) -> str:
    text = shown(piece.text)
    if piece.mark is None:
        return text
    return f"<u>{text}</u>" if piece.mark == "cue" else f'<mark class="{escape(piece.mark)}">{text}</mark>'


MARKS: Mapping[str, Any] = {
    "glyph_mark": glyph_mark,
    "stand_mark": stand_mark,
    "day_mark": day_mark,
    "unsure_mark": unsure_mark,
    "chain_mark": chain_mark,
    "excerpt_mark": excerpt_mark,
    "emphasised": emphasised,
}
"""By the name under which templates know them."""
