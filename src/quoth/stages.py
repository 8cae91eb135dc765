"""Every extension point, on one page. A new one is added only with a second implementation that needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from quoth.records import Document, Findings, Original, Segment, SetAside
from quoth.syntax import ParsedDocument


class Format(Protocol):
    """A kind of file that documents can be read from: one module of ``read/`` each."""

    def accepts(self, path: Path, head: bytes) -> bool:
        """Whether a file of this name and first bytes is of this format."""
        ...

    def read(self, path: Path, name: str) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
        """The originals in a file, each with its documents; what cannot be used as ``SetAside``, and the rest goes on."""
        ...


class Parser(Protocol):
    """A parser of one language: the readable segments of a document in, tokens and syntax out."""

    name: str

    def parse(self, document: Document, segments: Sequence[Segment]) -> ParsedDocument:
        """The document with its readable paragraphs parsed."""
        ...


class Reader(Protocol):
    """A reader of attributions and all that hangs on them."""

    def extract(self, parsed: ParsedDocument) -> Findings:
        """All that is found in one document."""
        ...
