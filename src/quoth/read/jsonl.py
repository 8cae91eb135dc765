"""JSON Lines, plain or gzipped: one article a line, streamed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from quoth.errors import UnusableInput
from quoth.read.content import open_stream, stem_of
from quoth.read.documents import make_original, noted, set_aside
from quoth.read.rows import read_row
from quoth.records import Document, Original, SetAside

ENDINGS = frozenset({".jsonl", ".ndjson", ".jsonlines"})


@dataclass(frozen=True, slots=True)
class JsonLines:
    """The format of ``.jsonl`` and ``.jsonl.gz``. ``largest``: bytes of one line."""

    largest: int

    def accepts(self, path: Path, head: bytes) -> bool:  # noqa: ARG002  (the protocol offers the first bytes)
        """Whether the file's name is that of JSON Lines."""
        return stem_of(path.name)[1] in ENDINGS

    def read(self, path: Path, name: str) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
        """Each line as an original with one document; lines that cannot be used as ``SetAside``, and the rest goes on."""
        try:
            with open_stream(path) as stream:
                yield from read_lines(stream, name, largest=self.largest)
        except OSError as error:
            message = f"{name} cannot be read: {error}. Check the file and its permissions."
            raise UnusableInput("unreadable", message, name=name) from error


def read_lines(
    stream: BinaryIO, name: str, *, largest: int, first: bytes = b""
) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
    """The records of a stream of JSON Lines, ``first`` being a line already taken from it. A stream that breaks off gives its whole
    lines, then a ``SetAside`` for the rest."""
    number = 0
    try:
        for number, line in enumerate(chain([first] if first else [], _bounded_lines(stream, largest)), 1):
            content = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if content.strip():
                yield from noted(_record(content.rstrip(b"\r\n"), name, number, largest), f"{name}:{number}", record=True)
    except (EOFError, zlib.error, OSError) as error:
        message = f"{name} breaks off after line {number}: {error}. The lines before are in; fetch the file again for the rest."
        yield set_aside(f"{name}:{number + 1}", "unreadable", message)
    if number == 0:
        yield set_aside(name, "empty", f"{name} is empty. Expected one JSON object a line.")


def _bounded_lines(stream: BinaryIO, largest: int) -> Iterator[bytes]:
    """Lines of a stream; one beyond ``largest`` bytes is cut just above that (so that it is seen to be too large), its rest dropped."""
    while line := stream.readline(largest + 2):
        ended = line
        while not ended.endswith(b"\n") and len(ended) > largest:
            ended = stream.readline(largest + 2)
        yield line


def _record(content: bytes, name: str, number: int, largest: int) -> tuple[Original, Sequence[Document]] | SetAside:
    place = f"{name}:{number}"
    original = make_original(content, media_type="application/json", encoding="utf-8")
    if len(content) > largest:
        return set_aside(place, "too-large", f"{place} is longer than {largest:,} bytes. Expected one article a line.")
    try:
        row = json.loads(content)
        if not isinstance(row, dict):
            return set_aside(
                place, "malformed", f"{place} is not a JSON object. Expected {{…, “text”: …}}.", sha256=original.sha256
            )
        return original, (read_row(row, original=original, file=name, line=number),)
    except UnusableInput as error:
        return set_aside(place, error.reason, str(error), sha256=original.sha256)
    except (ValueError, RecursionError) as error:
        message = f"{place} is not valid JSON: {error}. Mend the line; the other lines are in."
        return set_aside(place, "malformed", message, sha256=original.sha256)
