"""CSV and TSV with a head of column names: one article a row, streamed."""

from __future__ import annotations

import codecs
import csv
import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from quoth.errors import UnusableInput
from quoth.read.content import open_stream, stem_of
from quoth.read.decode import decode
from quoth.read.documents import make_original, noted, set_aside
from quoth.read.rows import read_row
from quoth.records import Document, Json, Original, SetAside

DELIMITERS = {".csv": ",;\t|", ".tsv": "\t"}

GLANCE = 262_144
"""Bytes that the encoding and the delimiter are told from."""


@dataclass(frozen=True, slots=True)
class Table:
    """The format of ``.csv`` and ``.tsv``. ``largest``: code points of one field."""

    largest: int

    def accepts(self, path: Path, head: bytes) -> bool:  # noqa: ARG002  (the protocol offers the first bytes)
        """Whether the file's name is that of a table."""
        return stem_of(path.name)[1] in DELIMITERS

    def read(self, path: Path, name: str) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
        """Each row as an original (its own bytes) with one document; rows that cannot be used as ``SetAside``."""
        try:
            with open_stream(path) as stream:
                head = stream.read(GLANCE)
            shape = _shape(head, name, DELIMITERS[stem_of(path.name)[1]])
            with open_stream(path) as stream, io.TextIOWrapper(stream, encoding=shape.marked, newline="") as lines:
                yield from _rows(_Tape(lines), name, shape, self.largest)
        except (OSError, EOFError, zlib.error) as error:
            message = f"{name} cannot be read to its end: {error}. Check the file; the rows before are in."
            raise UnusableInput("unreadable", message, name=name) from error
        except UnicodeDecodeError as error:
            message = f"{name} is not in one encoding throughout: {error}. Save it again as UTF-8; the rows before are in."
            raise UnusableInput("unreadable", message, name=name) from error


@dataclass(slots=True)
class _Tape:
    """The lines that the CSV reader took for the row at hand, so that each row's own bytes are kept."""

    source: io.TextIOWrapper
    taken: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[str]:
        for line in self.source:
            self.taken.append(line)
            yield line

    def cut(self) -> str:
        row = "".join(self.taken)
        self.taken.clear()
        return row


def _rows(tape: _Tape, name: str, shape: _Shape, largest: int) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
    csv.field_size_limit(largest)
    rows = csv.reader(iter(tape), delimiter=shape.delimiter)
    columns = _columns(next(rows, []), name)
    tape.cut()
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield set_aside(
                f"{name}:{number}", "malformed", f"{name}:{number} is no row of a table: {error}. Mend the row; the others are in."
            )
            tape.cut()
            continue
        content = tape.cut().rstrip("\r\n").encode(shape.encoding)
        if any(cell.strip() for cell in cells):
            original = make_original(content, media_type="text/csv", encoding=shape.encoding)
            yield from noted(_record(cells, columns, original, name, number), f"{name}:{number}", record=True)


def _record(
    cells: Sequence[str], columns: Sequence[str], original: Original, name: str, number: int
) -> tuple[Original, Sequence[Document]] | SetAside:
    place = f"{name}:{number}"
    if len(cells) > len(columns):
        message = (
            f"{place} has {len(cells)} fields, expected {len(columns)}. Put fields with commas or line breaks into quotation marks."
        )
        return set_aside(place, "malformed", message, sha256=original.sha256)
    row: dict[str, Json] = {
        column: cell if column == "text" else cell or None for column, cell in zip(columns, cells, strict=False) if column
    }
    try:
        return original, (read_row(row, original=original, file=name, line=number),)
    except UnusableInput as error:
        return set_aside(place, error.reason, str(error), sha256=original.sha256)


def _columns(head: Sequence[str], name: str) -> list[str]:
    columns = [column.strip() for column in head]
    known = [
        column.lower() if column.lower() in {"text", "title", "url", "id", "outlet", "authors", "published"} else column
        for column in columns
    ]
    if "text" not in known:
        message = f"{name} has no column “text” (its first line gives: {', '.join(columns)[:200] or 'nothing'}). Name the columns in the first line."
        raise UnusableInput("malformed", message, name=name)
    return known


class _Shape(NamedTuple):
    """How a table is written. ``marked`` is the encoding that passes over a byte-order mark at the file's start."""

    encoding: str
    marked: str
    delimiter: str


def _shape(head: bytes, name: str, delimiters: str) -> _Shape:
    """The encoding, and as delimiter the sign that the first line holds most often."""
    if not head:
        raise UnusableInput("empty", f"{name} is empty. Expected a line of column names and one row an article.", name=name)
    whole = len(head) < GLANCE or b"\x00" in head[:8192]
    decoded = decode(head if whole else head[: head.rfind(b"\n") + 1] or head, name=name)
    first = decoded.text.split("\n", 1)[0]
    encoding = decoded.encoding.removesuffix("/replace")
    marked = "utf-8-sig" if head.startswith(codecs.BOM_UTF8) else encoding
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        marked = encoding.rsplit("-", 1)[0]
    return _Shape(encoding, marked, max(delimiters, key=first.count))
