"""One document at a time, read and segmented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quoth.records.evidence import identify
from quoth.records.vocabulary import Json, PublishedFrom, SegmentKind


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in a file a document stood: for text the code points of the decoded file, for JSON Lines those of the line's
    ``text`` (0 to its length, ``line`` being the 1-based line or record)."""

    file: str
    start: int
    end: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a document was read from, exactly as given: one file, or one record of a file that holds many."""

    sha256: str
    content: bytes
    media_type: str
    """``text/plain``, ``text/markdown``, ``text/html``, ``application/json`` (one record)."""
    encoding: str | None
    """The encoding that the bytes were decoded with; None where the format fixes it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article or post, immutable. A changed article is another document that shares ``article`` with it."""

    id: str
    article: str
    """What stays the same over an article's versions: a hash of its URL, else of its outlet and given id, else of its
    file name and title."""
    input_id: str | None
    outlet: str | None
    url: str | None
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    """ISO 8601 date or date-time (with offset where one was given)."""
    published_from: PublishedFrom
    fetched: str | None
    """ISO 8601: when the file was saved, by the file itself or its metadata."""
    language: str | None
    """ISO 639-1, or None where it could not be told."""
    sha256: str
    """Of ``text`` in UTF-8."""
    origin: Origin | None
    text: str
    original: str
    """``Original.sha256`` of the bytes it was read from."""
    forwarded_from: str | None = None
    reply_to: str | None = None
    """The ``input_id`` of the post that this one answers."""
    based_on: tuple[str, ...] = ()
    """URLs that the page names as what it copies (canonical link of another host, JSON-LD ``isBasedOn``)."""
    extra: Mapping[str, Json] = field(default_factory=dict)
    """Fields of the input that quoth does not use, untouched."""
    modified: str | None = None
    """ISO 8601: when this version was last changed, where the page or post says so."""
    around: str | None = None
    """ISO 8601 date near which an undated document was written, from its surroundings (another article of the same file, the files
    beside it). A hint for reading its relative dates; never a date of publication."""


def document_id(
    article: str, outlet: str | None, title: str | None, authors: tuple[str, ...], published: str | None, text: str
) -> str:
    """The identifier of one version of an article: it changes with text, title, byline or date, and with nothing else."""
    return identify("document", article, outlet, title, "\x1e".join(authors), published, text)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document with a kind: one paragraph, heading, caption or line of furniture. Segments are in order, do not
    overlap and cover all but white space. A hard-wrapped paragraph is one segment with its newlines inside."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be used: what it was, why, and what to do about it. Listed by ``quoth status``."""

    name: str
    """File, or file and record (``posts.jsonl:17``)."""
    sha256: str | None
    stage: str
    reason: str
    """A short code: ``unreadable, empty, binary, too-large, undated, malformed, duplicate-id, no-text, failed``;
    ``judged`` where a person set an article aside."""
    message: str
    """What happened, what was expected, what to do next."""
