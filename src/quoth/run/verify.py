"""Everything in the ledger against the stored originals: hashes, texts, spans and the words they mark. Nothing is changed."""

from __future__ import annotations

import csv
import hashlib
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.read.formats import holds
from quoth.records import Document, Original, Segment, document_id
from quoth.run.marks import check, marks_of, pointers_of
from quoth.store import ReadView
from quoth.store.fetch import in_chunks
from quoth.store.write import Page

WEB_PAGE = "text/html"
"""What an extractor takes from a web page changes with the extractor's version; such a text is held by its own hash."""

KINDS = ("originals", "documents", "texts", "spans", "links")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold."""

    kind: str
    """The kind of record: ``original``, ``document``, ``statement`` …"""
    id: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked, and what does not hold."""

    checked: Mapping[str, int]
    """How many of each of ``KINDS``: hashes of originals and of documents, texts derived again, spans, what links point at."""
    faults: tuple[Fault, ...]


def verify(view: ReadView) -> Verdict:
    """Check the whole ledger, documents in portions, so that memory stays bounded."""
    checked: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    faults = [fault for pages in in_chunks(view.pages()) for fault in _check_pages(pages, view, checked)]
    faults.extend(_check_originals(view, checked))
    faults.extend(_check_links(view, checked))
    return Verdict(dict(checked), tuple(faults))


def _check_originals(view: ReadView, checked: Counter[str]) -> Iterator[Fault]:
    for sha256 in view.original_ids():
        checked["originals"] += 1
        original = _open(sha256, view)
        if isinstance(original, Fault):
            yield original
        elif hashlib.sha256(original.content).hexdigest() != sha256:
            yield Fault("original", sha256, "its bytes have another SHA-256")


def _open(sha256: str, view: ReadView) -> Original | Fault:
    try:
        original = view.original(sha256)
    except zlib.error as error:
        return Fault("original", sha256, f"its bytes cannot be unpacked: {error}")
    return original or Fault("original", sha256, "it is not in the ledger")


def _check_pages(pages: Sequence[Page], view: ReadView, checked: Counter[str]) -> Iterator[Fault]:
    documents = {document.id: document for document, _ in pages}
    for document, segments in pages:
        checked["documents"] += 1
        yield from check_document(document)
        yield from check_segments(document, segments)
        yield from _check_text(document, view, checked)
    for mark in marks_of(view, list(documents)):
        checked["spans"] += len(mark.spans)
        if message := check(mark, documents[mark.document]):
            yield Fault(mark.kind, mark.id, message)
    known = {found.id for found in view.referents(list(documents))} | {found.id for found in view.statements(list(documents))}
    for kind, id_, end in pointers_of(view, list(documents)):
        if end not in known:
            yield Fault(kind, id_, f"points at {end}, which is not in its document")


def _check_text(document: Document, view: ReadView, checked: Counter[str]) -> Iterator[Fault]:
    original = _open(document.original, view)
    if isinstance(original, Fault):
        yield Fault("document", document.id, f"its original {document.original}: {original.message}")
        return
    if original.media_type != WEB_PAGE:
        checked["texts"] += 1
        if not _says(original, document):
            yield Fault("document", document.id, f"its text is not what its original {document.original} says")


def _says(original: Original, document: Document) -> bool:
    """Whether the text is derived again from the bytes; bytes that cannot be read any more do not say it."""
    try:
        return holds(original, document)
    except (ValueError, LookupError, csv.Error):
        return False


def check_document(document: Document) -> Iterator[Fault]:
    """Whether a document's hash and identifier are those of its content."""
    if hashlib.sha256(document.text.encode("utf-8")).hexdigest() != document.sha256:
        yield Fault("document", document.id, "its text has another SHA-256")
    content = (document.article, document.outlet, document.title, document.authors, document.published, document.text)
    if document_id(*content) != document.id:
        yield Fault("document", document.id, "its identifier is not that of its content")


def check_segments(document: Document, segments: Sequence[Segment]) -> Iterator[Fault]:
    """Whether segments are in order, do not overlap, and cover all but white space."""
    place = 0
    for segment in segments:
        if not place <= segment.start < segment.end <= len(document.text):
            yield Fault("segment", document.id, f"{segment.kind} {segment.start}-{segment.end} overlaps another or leaves the text")
        if document.text[place : segment.start].strip():
            yield Fault("segment", document.id, f"characters {place}-{segment.start} are in no segment")
        place = max(place, segment.end)
    if document.text[place:].strip():
        yield Fault("segment", document.id, f"characters from {place} on are in no segment")


def _check_links(view: ReadView, checked: Counter[str]) -> Iterator[Fault]:
    """Whether what links point at is in the ledger, and passages of copies stand within their documents."""
    lengths = {document.id: len(document.text) for document in view.documents()}
    for kind, id_, end, known in _ends(view, lengths):
        checked["links"] += 1
        if end not in known:
            yield Fault(kind, id_, f"points at {end}, which is not in the ledger")
    for copy in view.copies():
        for end, spans in ((copy.source, copy.receipt.spans_from), (copy.copy, copy.receipt.spans_to)):
            if not all(0 <= span.start < span.end <= lengths.get(end, 0) for span in spans):
                yield Fault("copy", copy.id, f"marks a passage outside document {end}")


def _ends(view: ReadView, documents: Collection[str]) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """What links point at: (kind of link, its identifier, what it points at, among what that must be)."""
    statements, contacts, referents = view.ids("statements"), view.ids("contacts"), view.ids("referents")
    for actor in view.actors():
        yield from (("actor", actor.id, end, referents) for end in actor.referents)
    for copy in view.copies():
        yield from (("copy", copy.id, end, documents) for end in (copy.source, copy.copy))
    for event in view.events():
        yield from (("event", event.id, end, contacts) for end in event.contacts)
    for story in view.stories():
        yield from (("story", story.id, end, documents) for end in story.documents)
    for claim in view.claims():
        yield from (("claim", claim.id, one.statement, statements) for one in claim.statements)
    for disagreement in view.disagreements():
        yield from (
            ("disagreement", disagreement.id, end, statements) for reading in disagreement.readings for end in reading.statements
        )
