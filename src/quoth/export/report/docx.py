"""A report as a Word document, from its Markdown: headings, paragraphs, lists, tables, bold and italic words, links, in Word's own styles."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from quoth.export.report.blocks import Block, Run, blocks_of

_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
"""When every document says it was made: the same report makes the same words."""


def render_docx(markdown: str) -> bytes:
    """A report that was rendered as Markdown, as the bytes of a .docx file."""
    document = Document()
    _describe(document)
    for block in blocks_of(markdown):
        _write(document, block)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: WordDocument) -> None:
    said = document.core_properties
    said.author, said.comments, said.title = "quoth", "", ""
    said.created = said.modified = _LONG_AGO


def _write(document: WordDocument, block: Block) -> None:
    if block.kind == "heading":
        _fill(document.add_heading(level=block.level), block.runs)
    elif block.kind == "table":
        _table(document, block.rows)
    else:
        _fill(document.add_paragraph(style="List Bullet" if block.kind == "item" else None), block.runs)


def _table(document: WordDocument, rows: Sequence[Sequence[Sequence[Run]]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Light Grid Accent 1")
    for row in rows:
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            _fill(cell.paragraphs[0], runs)


def _fill(paragraph: Paragraph, runs: Sequence[Run]) -> None:
    """The words of a block, with what is bold and what is italic."""
    for one in runs:
        if one.text == "\n":
            paragraph.add_run().add_break()
        else:
            run = paragraph.add_run(one.text)
            run.bold, run.italic = one.bold or None, one.italic or None
            if one.link:
                _lead(run, one.link)


def _lead(run: WordRun, address: str) -> None:
    """Let words lead to an address."""
    run.underline = True
    leading = OxmlElement("w:hyperlink")
    leading.set(qn("r:id"), run.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.element.getparent().replace(run.element, leading)
    leading.append(run.element)
