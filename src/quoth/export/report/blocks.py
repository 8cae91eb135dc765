"""A report's Markdown as blocks of words, for those forms that are no text: Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quoth.export.characters import printable
from quoth.export.report.html import safe_url


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one manner."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    """Where they lead."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a point of a list, or a table."""

    kind: Literal["heading", "paragraph", "item", "table"]
    level: int = 0
    """Of a heading, from 1."""
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    """Of a table: rows of cells, the first row its head."""


def blocks_of(markdown: str) -> Iterator[Block]:
    """The blocks of a report that was rendered as Markdown."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(printable(markdown))
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type == "heading_open":
            yield Block("heading", int(token.tag[1:]), _runs(tokens[place + 1]))
            place += 3
        elif token.type == "table_open":
            end = next(index for index in range(place, len(tokens)) if tokens[index].type == "table_close")
            yield Block("table", rows=tuple(_rows(tokens[place:end])))
            place = end + 1
        else:
            if token.type == "inline":
                yield Block("item" if token.level > 1 else "paragraph", runs=_runs(token))
            place += 1


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[tuple[Run, ...], ...]]:
    row: list[tuple[Run, ...]] = []
    for token in tokens:
        if token.type == "inline":
            row.append(_runs(token))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []


def _runs(inline: Token) -> tuple[Run, ...]:
    """The words of a block, with what is bold, what is italic and what leads elsewhere. A line that ends is a run of its own."""
    manner, found = Run(""), []
    for token in inline.children or ():
        if token.type in {"strong_open", "strong_close"}:
            manner = replace(manner, bold=token.type == "strong_open")
        elif token.type in {"em_open", "em_close"}:
            manner = replace(manner, italic=token.type == "em_open")
        elif token.type in {"link_open", "link_close"}:
            manner = replace(manner, link=safe_url(str(token.attrGet("href") or "")) or None)
        elif token.type in {"softbreak", "hardbreak"}:
            found.append(Run(" " if token.type == "softbreak" else "\n"))
        else:
            found.append(replace(manner, text=token.content))
    return tuple(found)
