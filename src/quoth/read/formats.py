"""Which format a file is of, and the reading of it."""

from __future__ import annotations

import csv
import io
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from quoth.errors import UnusableInput
from quoth.read.content import bounded, open_stream, require_bearable, stem_of
from quoth.read.decode import looks_binary, redecode, told_binary
from quoth.read.documents import set_aside
from quoth.read.html import Html, decode_page, read_html, read_page
from quoth.read.jsonl import JsonLines, read_lines
from quoth.read.table import Table
from quoth.read.telegram import Telegram, post_text
from quoth.read.text import Text, read_text
from quoth.read.walk import Input, Saved
from quoth.records import Document, Original, SetAside
from quoth.settings import Settings
from quoth.stages import Format

ACCEPTED = ".txt, .md, .html, .htm, .jsonl, .csv, .tsv (each also with .gz), and Telegram Desktop's result.json"

HEAD = 65_536
"""Bytes that a format is told from."""

Reading = tuple[Original, tuple[Document, ...]]


def formats(settings: Settings, beside: Sequence[Path] = (), saved: Saved | None = None) -> tuple[Format, ...]:
    """All formats, in the order in which they are asked."""
    largest = settings.largest
    return (Text(largest, tuple(beside)), JsonLines(largest), Html(largest, saved), Table(largest), Telegram(largest))


def read_input(input: Input, *, settings: Settings) -> Iterator[Reading | SetAside]:  # noqa: A002  (the record's own name)
    """The originals in a file, each with its documents, streamed; what cannot be used as ``SetAside``, and the rest goes on."""
    try:
        head = _head(input)
        require_bearable(input.path, input.name)
        chosen = next((choice for choice in formats(settings, input.beside, input.saved) if choice.accepts(input.path, head)), None)
        if chosen is None:
            yield _refused(input, head)
        else:
            yield from _settled(chosen.read(input.path, input.name))
    except UnusableInput as error:
        yield set_aside(error.name or input.name, error.reason, str(error))


def read_stream(stream: BinaryIO, *, name: str = "stdin", settings: Settings) -> Iterator[Reading | SetAside]:
    """Documents from a stream of bytes: JSON Lines where its first line is a JSON object, a page where it is one, else plain text."""
    try:
        first = stream.readline(settings.largest + 1)
        if _is_record(first):
            yield from _settled(read_lines(stream, name, largest=settings.largest, first=first))
        else:
            content = bounded(first + stream.read(settings.largest + 1 - len(first)), name, largest=settings.largest)
            yield from _settled(read_html(content, name) if _is_page(content) else read_text(content, name))
    except UnusableInput as error:
        yield set_aside(error.name or name, error.reason, str(error))


def holds(original: Original, document: Document) -> bool:
    """Whether a stored original still yields the document's text at the place that its ``origin`` names."""
    return document.text in _texts(original, document)


def _settled(items: Iterator[tuple[Original, Sequence[Document]] | SetAside]) -> Iterator[Reading | SetAside]:
    for item in items:
        yield item if isinstance(item, SetAside) else (item[0], tuple(item[1]))


def _texts(original: Original, document: Document) -> list[str]:
    """What an original yields: the stretch of a text, a page's article, a record's text, the cells of a row."""
    if original.media_type == "text/html":
        return [read_page(decode_page(original.content, "")[0], "")[0]]
    if original.media_type == "application/json":
        row = json.loads(original.content)
        return [post_text(row)] if isinstance(row, Mapping) else []
    text = redecode(original.content, original.encoding or "utf-8")
    if original.media_type == "text/csv":
        return [cell for mark in ",;\t|" for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark) for cell in row]
    origin = document.origin
    return [] if origin is None else [text[origin.start : origin.end]]


def _head(input: Input) -> bytes:  # noqa: A002  (the record's own name)
    """The first bytes of a file, unpacked; none where it is packed and broken (its format then says so)."""
    try:
        with open_stream(input.path) as stream:
            return stream.read(HEAD)
    except (EOFError, zlib.error):
        return b""
    except OSError as error:
        message = f"{input.name} cannot be read: {error}. Check the file and its permissions."
        raise UnusableInput("unreadable", message, name=input.name) from error


def _refused(input: Input, head: bytes) -> SetAside:  # noqa: A002  (the record's own name)
    """Why a file of no known format is set aside."""
    name, ending = input.name, stem_of(input.path.name)[1]
    if not head:
        return set_aside(name, "empty", f"{name} is empty (0 bytes). Save it again or leave it out.")
    if ending == ".json":
        return set_aside(
            name,
            "unreadable",
            f"{name} is not Telegram Desktop's JSON export. Write other articles as JSON Lines (.jsonl), one a line.",
        )
    if looks_binary(head[:8192]):
        return set_aside(name, "binary", f"{name} {told_binary(head)}. Accepted are {ACCEPTED}. Convert it or leave it out.")
    kind = f"Files ending in {ending}" if ending else "Files without an ending"
    return set_aside(name, "unreadable", f"{name}: {kind} are not read. Accepted are {ACCEPTED}. Rename or convert it.")


def _is_record(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line.removeprefix(b"\xef\xbb\xbf")), dict)
    except ValueError:
        return False


def _is_page(content: bytes) -> bool:
    return content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html", b"<?xml"))
