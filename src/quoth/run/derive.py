"""Whether a document's text is what its stored original says, derived again from the bytes."""

from __future__ import annotations

import csv
import io
import json

from quoth.read.decode import redecode
from quoth.read.rows import whole
from quoth.read.telegram import post_text
from quoth.records import Document, Original

DELIMITERS = ",;\t|"
"""What may stand between the cells of a stored table row."""


def says(original: Original, document: Document) -> bool | None:
    """Whether ``original`` says the document's text; None where its format does not tell (a web page: its text is an extractor's)."""
    try:
        if original.media_type in {"text/plain", "text/markdown"}:
            return _stretch(original, document) == document.text
        if original.media_type == "application/json":
            return _record_text(original) == document.text
        if original.media_type == "text/csv":
            return any(document.text in cells for cells in _rows(original))
    except (UnicodeDecodeError, LookupError, ValueError, csv.Error):
        return False
    return None


def _stretch(original: Original, document: Document) -> str:
    text = redecode(original.content, original.encoding or "utf-8")
    return text if document.origin is None else text[document.origin.start : document.origin.end]


def _record_text(original: Original) -> str | None:
    """The ``text`` of a JSON record: a string, or the parts of a Telegram post."""
    record = json.loads(original.content)
    text = record.get("text") if isinstance(record, dict) else None
    return whole(text) if isinstance(text, str) else post_text(record) if isinstance(text, list) else None


def _rows(original: Original) -> list[list[str]]:
    """The cells of a stored table row, with each delimiter that it may have been written with."""
    text = whole(redecode(original.content, original.encoding or "utf-8"))
    readers = (csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for delimiter in DELIMITERS)
    return [[whole(cell) for cell in row] for reader in readers for row in reader]
