"""A report as a Word document, from its Markdown: headings, paragraphs, lists, tables, bold and italic words, in Word's own styles."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

from quoth.export.characters import printable

_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
"""When every document says it was made: the same report makes the same words."""


def render_docx(markdown: str) -> bytes:
    """A report that was rendered as Markdown, as the bytes of a .docx file."""
    document = Document()
    _describe(document)
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(printable(markdown))
    place = 0
    while place < len(tokens):
        place = _block(document, tokens, place)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: WordDocument) -> None:
    said = document.core_properties
    said.author, said.comments, said.title = "quoth", "", ""
    said.created = said.modified = _LONG_AGO


def _block(document: WordDocument, tokens: Sequence[Token], place: int) -> int:
    """Write the block that begins at a place; where the next one begins."""
    token = tokens[place]
    if token.type == "heading_open":
        _fill(document.add_heading(level=int(token.tag[1:])), tokens[place + 1])
        return place + 3
    if token.type == "table_open":
        end = next(index for index in range(place, len(tokens)) if tokens[index].type == "table_close")
        _table(document, list(_rows(tokens[place:end])))
        return end + 1
    if token.type == "inline":
        _fill(document.add_paragraph(style="List Bullet" if token.level > 1 else None), token)
    return place + 1


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    row: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            row.append(token)
        elif token.type == "tr_close":
            yield row
            row = []


def _table(document: WordDocument, rows: Sequence[Sequence[Token]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Light Grid Accent 1")
    for row in rows:
        for cell, token in zip(table.add_row().cells, row, strict=True):
            _fill(cell.paragraphs[0], token)


def _fill(paragraph: Paragraph, inline: Token) -> None:
    """The words of a block, with what is bold and what is italic."""
    bold = italic = False
    for token in inline.children or ():
        if token.type in {"strong_open", "strong_close"}:
            bold = token.type == "strong_open"
        elif token.type in {"em_open", "em_close"}:
            italic = token.type == "em_open"
        elif token.type == "hardbreak":
            paragraph.add_run().add_break()
        else:
            run = paragraph.add_run(" " if token.type == "softbreak" else token.content)
            run.bold, run.italic = bold or None, italic or None
