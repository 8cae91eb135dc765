"""A report as PDF, from its Markdown: words that can be selected, links, bookmarks, tags for screen readers."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files

import typst

from quoth.export.report.blocks import Block, blocks_of

_DRAWN = files("quoth.export.report") / "templates" / "report.typ"
_LONG_AGO = 315_532_800
"""1 January 1980: when every document says it was made, so that the same report makes the same file."""


def render_pdf(markdown: str) -> bytes:
    """A report that was rendered as Markdown, as the bytes of a PDF file. Its words reach the typesetter as data, never as markup."""
    blocks = list(blocks_of(markdown))
    given = {"title": _title(blocks), "blocks": [asdict(block) for block in blocks]}
    made = typst.compile(_DRAWN.read_bytes(), format="pdf", sys_inputs={"report": json.dumps(given)}, timestamp=_LONG_AGO)
    return bytes(made)


def _title(blocks: list[Block]) -> str:
    heads = (block for block in blocks if block.kind == "heading")
    return next(("".join(run.text for run in block.runs) for block in heads), "quoth")
