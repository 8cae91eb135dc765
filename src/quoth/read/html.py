"""Saved pages: the article's paragraphs by trafilatura (Apache-2.0), its facts from the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction, load_html

from quoth.errors import UnusableInput
from quoth.read.content import load, stem_of
from quoth.read.decode import decode
from quoth.read.documents import Facts, is_overlong, make_document, make_original, noted, overlong
from quoth.read.heads import completed
from quoth.read.margins import with_margins
from quoth.read.markup import plain, read_markup
from quoth.read.walk import Saved
from quoth.records import Document, Origin, Original, SetAside

ENDINGS = frozenset({".html", ".htm", ".xhtml"})

_CHARSET = re.compile(rb"""<meta[^>]{0,80}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_STOPS = frozenset('.!?…。！？।؟”’»"')
_BLOCKS = "self::p or self::h1 or self::h2 or self::h3 or self::h4 or self::li or self::blockquote or self::figcaption or self::pre or self::time"
_NOT_TEXT = "ancestor::script or ancestor::style or ancestor::nav or ancestor::noscript or ancestor::template or ancestor::form"


@dataclass(frozen=True, slots=True)
class Html:
    """The format of ``.html`` and ``.htm``, also gzipped."""

    largest: int
    saved: Saved | None = None

    def accepts(self, path: Path, head: bytes) -> bool:  # noqa: ARG002  (the protocol offers the first bytes)
        """Whether the file's name is that of a page."""
        return stem_of(path.name)[1] in ENDINGS

    def read(self, path: Path, name: str) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
        """One original with its article."""
        return read_html(load(path, name, largest=self.largest), name, saved=self.saved)


def read_html(content: bytes, name: str, *, saved: Saved | None = None) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
    """The article of a page's bytes. Raises ``UnusableInput``: ``no-text`` where no article is found in it, ``too-large`` where it is
    longer than any article."""
    page, encoding = decode_page(content, name)
    text, facts = read_page(page, name, saved=saved)
    if is_overlong(text):
        raise overlong(text, name)
    original = make_original(content, media_type="text/html", encoding=encoding)
    document = make_document(facts, text, origin=Origin(name, 0, len(text)), original=original)
    yield from noted((original, (document,)), name)


def decode_page(content: bytes, name: str) -> tuple[str, str]:
    """A page's text and encoding: UTF-8 if its bytes are (browsers save so, whatever the page says), else what its ``meta`` element
    names if that fits, else as for plain text."""
    named = _CHARSET.search(content[:4096])
    for encoding in ("utf-8-sig", *([] if named is None else [named[1].decode("ascii", "replace").lower()])):
        text = _decoded(content, encoding)
        if text is not None:
            return text, encoding
    decoded = decode(content, name=name)
    return decoded.text, decoded.encoding


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def read_page(page: str, name: str, *, saved: Saved | None = None) -> tuple[str, Facts]:
    """The article's text (paragraphs in their order, apart by blank lines, headline first) and the facts about it."""
    tree = _parse(page, name)
    facts = read_markup(tree, page, saved=saved)
    lines = _lines(page, tree)
    if not any(_says_something(line) for line in lines):
        raise UnusableInput(
            "no-text", f"{name} holds no article that could be found. Save the article's text as .txt instead.", name=name
        )
    lines = with_margins(tree, facts.title, facts.authors, lines)
    text = "\n\n".join([*_opening(facts, lines), *lines])
    return text, completed(facts, text, name)


def _parse(page: str, name: str) -> Any:
    tree = load_html(_DECLARATION.sub("", page))
    if tree is None:
        raise UnusableInput("no-text", f"{name} is no page with words in it. Save it again from the browser.", name=name)
    return tree


def _lines(page: str, tree: Any) -> list[str]:
    """The paragraphs of the page's article: trafilatura's, or where it finds none all blocks of its main part."""
    found = bare_extraction(_DECLARATION.sub("", page), include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    lines = [] if body is None else [line for node in body for line in _block(node)]
    return lines or _plain_lines(tree)


def _block(node: Any) -> Iterator[str]:
    """The text of one block of the extracted body; of a list or table the text of each item or row."""
    parts = node.xpath(".//item | .//row") if node.tag in {"list", "table"} else [node]
    for part in parts or [node]:
        for line_break in part.xpath(".//lb"):
            line_break.tail = "\n" + (line_break.tail or "")
        for line in "".join(part.itertext()).split("\n") if part.xpath(".//lb") else ["".join(part.itertext())]:
            words = " ".join(line.split())
            if words:
                yield words


def _plain_lines(tree: Any) -> list[str]:
    for path in ("//article", "//main", "//body"):
        for part in tree.xpath(path):
            blocks = part.xpath(f".//*[({_BLOCKS}) and not({_NOT_TEXT})][not(ancestor::p or ancestor::li or ancestor::figcaption)]")
            lines = [words for block in blocks if (words := plain(block.text_content())) is not None]
            if lines:
                return lines
    return []


def _says_something(line: str) -> bool:
    """Whether a line is more than a label of the page: a sentence with its full stop, or eight words."""
    return line[-1:] in _STOPS or len(line.split()) >= 8 or len(line) >= 60


def _opening(facts: Facts, lines: Sequence[str]) -> Iterator[str]:
    """The headline, where the paragraphs do not begin with it."""
    if facts.title and _bare(facts.title) not in {_bare(line) for line in lines[:4]}:
        yield facts.title


def _bare(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())
