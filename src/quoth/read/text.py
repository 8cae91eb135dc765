"""Plain text and Markdown: one or more articles a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from quoth.errors import UnusableInput
from quoth.read.articles import Piece, split_articles
from quoth.read.content import load, stem_of
from quoth.read.dates import date_in_name, find_full_dates, with_year
from quoth.read.decode import decode, looks_binary
from quoth.read.documents import Facts, is_overlong, make_document, make_original, noted, overlong, set_aside
from quoth.read.heads import Head, read_head, said_dates
from quoth.records import Document, Origin, Original, SetAside

MEDIA = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}

AGREE = 14
"""Days within which the dates of the files beside must lie to hint at an undated article's time."""

GLANCE = 65_536
"""Bytes of a file beside that are read for its dates."""


@dataclass(frozen=True, slots=True)
class Text:
    """The format of ``.txt`` and ``.md``. ``beside``: files whose dates may complete a dateline without a year."""

    largest: int
    beside: tuple[Path, ...] = ()

    def accepts(self, path: Path, head: bytes) -> bool:  # noqa: ARG002  (the protocol offers the first bytes)
        """Whether the file's name is that of a plain text."""
        return stem_of(path.name)[1] in MEDIA

    def read(self, path: Path, name: str) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
        """One original with its articles, then a note for each that nothing dates."""
        content = load(path, name, largest=self.largest)
        return read_text(content, name, media_type=MEDIA[stem_of(path.name)[1]], beside=self.beside)


def read_text(
    content: bytes, name: str, *, media_type: str = "text/plain", beside: Sequence[Path] = ()
) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
    """The articles of a text file's bytes. Raises ``UnusableInput`` where they are empty, no text, or longer than any article."""
    decoded = decode(content, name=name)
    if not decoded.text.strip():
        raise UnusableInput("empty", f"{name} is empty. Put the article's text into it or leave it out.", name=name)
    original = make_original(content, media_type=media_type, encoding=decoded.encoding)
    pieces = split_articles(decoded.text)
    long = [words for piece in pieces if is_overlong(words := decoded.text[slice(*piece)])]
    if len(long) == len(pieces):
        raise overlong(long[0], name)
    kept = [piece for piece in pieces if not is_overlong(decoded.text[slice(*piece)])]
    yield from noted((original, _documents(decoded.text, kept, name, original, beside)), name)
    yield from (set_aside(name, "too-large", str(overlong(words, name)), sha256=original.sha256) for words in long)


def _documents(text: str, pieces: Sequence[Piece], name: str, original: Original, beside: Sequence[Path]) -> tuple[Document, ...]:
    heads = [read_head(text[slice(*piece)]) for piece in pieces]
    facts = _dated(heads, text, name, beside)
    return tuple(_document(text, piece, fact, name, original) for piece, fact in zip(pieces, facts, strict=True))


def _document(text: str, piece: Piece, facts: Facts, name: str, original: Original) -> Document:
    return make_document(facts, text[slice(*piece)], origin=Origin(name, piece.start, piece.end), original=original)


def _dated(heads: Sequence[Head], text: str, name: str, beside: Sequence[Path]) -> list[Facts]:
    """The facts of each head, with the years that datelines lack, the date in the file's name, and hints for what stays undated."""
    named = date_in_name(name.rsplit("/", 1)[-1])
    if all(head.published is not None for head in heads):
        return [_facts(head, None) for head in heads]
    firm, loose = _evidence(heads, text, named, beside)
    found = [_complete(_facts(head, named), head, firm, loose) for head in heads]
    around = None if all(facts.published for facts in found) else _agreed(firm)
    return [_hinted(found, number, around) for number in range(len(found))]


def _evidence(heads: Sequence[Head], text: str, named: str | None, beside: Sequence[Path]) -> tuple[list[date], list[date]]:
    """Dates by which the file's articles, its name or the files beside date themselves; and the latest date that each merely mentions."""
    own = [date.fromisoformat(head.published[:10]) for head in heads if head.published is not None]
    own += [date.fromisoformat(named)] if named else []
    mentioned = find_full_dates(text)
    if own:
        return own, mentioned
    others = [other for path in beside if (other := _glance(path))]
    firm = [
        day
        for other in others
        for day in [*said_dates(other), *(found for piece in _first_pieces(other) for found in said_dates(piece))]
    ]
    firm += [date.fromisoformat(day) for path in beside if (day := date_in_name(path.name)) is not None]
    return firm, [max(days) for days in (mentioned, *(find_full_dates(other) for other in others)) if days]


def _first_pieces(text: str) -> Iterator[str]:
    for piece in split_articles(text)[1:]:
        yield text[slice(*piece)]


def _glance(path: Path) -> str:
    """The start of a file beside, or nothing where it cannot be read: it is only a hint, and is read in its own turn."""
    try:
        with path.open("rb") as stream:
            content = stream.read(GLANCE)
    except OSError:
        return ""
    return "" if looks_binary(content[:8192]) or b"\x00" in content[:8192] else content.decode("utf-8", "replace")


def _complete(facts: Facts, head: Head, firm: Sequence[date], loose: Sequence[date]) -> Facts:
    if head.day is None:
        return facts
    full = with_year(head.day, firm) or with_year(head.day, loose)
    return facts if full is None else replace(facts, published=full.isoformat(), published_from="dateline")


def _facts(head: Head, named: str | None) -> Facts:
    return Facts(
        outlet=head.outlet,
        url=head.url,
        title=head.title,
        authors=head.authors,
        published=head.published or named,
        published_from="file" if head.published is None and named else head.published_from,
    )


def _hinted(found: Sequence[Facts], number: int, beside: str | None) -> Facts:
    """An undated article's surroundings: the nearest dated article of the file, else what the files beside agree on."""
    facts = found[number]
    if facts.published is not None:
        return facts
    dated = sorted((abs(number - other), other) for other, fact in enumerate(found) if fact.published is not None)
    around = (found[dated[0][1]].published or "")[:10] if dated else beside
    return replace(facts, around=around)


def _agreed(firm: Sequence[date]) -> str | None:
    return min(firm).isoformat() if firm and (max(firm) - min(firm)).days <= AGREE else None
