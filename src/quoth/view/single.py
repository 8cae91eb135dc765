"""One thing with its evidence: a statement, a point of difference, a contact, a copy. Each is what opens beside a page."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.errors import UsageError
from quoth.records import Document, Statement
from quoth.store import ReadView, Tallies
from quoth.view.contacts import ContactRow, contact_row
from quoth.view.copies import CopyRow, lay_out_copies
from quoth.view.coverage import Coverage, gather, gather_few
from quoth.view.disagreements import DisagreementRow, disagreement_row, gather_points
from quoth.view.kept import keep_point
from quoth.view.versions import latest
from quoth.view.words import Said, begun, said


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from, so that its words can be checked."""

    id: str
    outlet: str | None
    title: str
    authors: tuple[str, ...]
    published: str | None
    published_from: str
    fetched: str | None
    url: str | None
    file: str | None
    place: tuple[int, int] | None
    line: int | None
    sha256: str
    original: str


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement: its words, the document they stand in, and the claims that it takes a stance on."""

    said: Said
    source: Source
    spans: tuple[tuple[int, int], ...]
    """Where its content stands in the document's text, in code points."""
    parent: str | None
    claims: tuple[tuple[str, str, str], ...]
    """Identifier, text, stance."""


@dataclass(frozen=True, slots=True)
class PointPage:
    """One point on which accounts differ."""

    row: DisagreementRow
    story: str | None


@dataclass(frozen=True, slots=True)
class ContactPage:
    """One contact with every telling of it."""

    row: ContactRow


@dataclass(frozen=True, slots=True)
class CopyPage:
    """One edge between two documents with its receipt."""

    row: CopyRow


def statement_page(read: ReadView, identifier: str) -> StatementPage:
    """A statement by its identifier. Raises ``UsageError`` where there is none."""
    statement = read.statement(identifier)
    if statement is None:
        raise _none("statement", identifier)
    coverage = gather_few(read, [statement])
    document = coverage.documents[statement.document]
    return StatementPage(
        said=said(coverage, statement),
        source=source_of(document, coverage.headline(document.id)),
        spans=tuple((span.start, span.end) for span in statement.content.spans),
        parent=statement.parent,
        claims=_claims(read, statement),
    )


def source_of(document: Document, title: str) -> Source:
    """Where a document came from."""
    origin = document.origin
    return Source(
        id=document.id,
        outlet=document.outlet,
        title=title,
        authors=document.authors,
        published=document.published,
        published_from=document.published_from,
        fetched=document.fetched,
        url=document.url,
        file=origin.file if origin else None,
        place=(origin.start, origin.end) if origin else None,
        line=origin.line if origin else None,
        sha256=document.sha256,
        original=document.original,
    )


def _claims(read: ReadView, statement: Statement) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (claim.id, begun(claim.text), link.stance)
        for claim in read.claims(ids=Tallies(read.engine).claims_with(statement.id))
        for link in claim.statements
        if link.statement == statement.id
    )


def point_page(read: ReadView, identifier: str) -> PointPage:
    """A point of difference by its identifier. Raises ``UsageError`` where there is none."""
    point = next(iter(read.disagreements(ids=[identifier])), None)
    if point is None:
        raise _none("point of difference", identifier)
    gathered = gather_points(read, [point])
    coverage = latest(read, gathered, of=[name for reading in point.readings for name in reading.statements])
    kept = keep_point(coverage, point)
    return PointPage(disagreement_row(coverage if kept else gathered, kept or point), point.story)


def contact_page(read: ReadView, identifier: str) -> ContactPage:
    """A contact as a whole, or one telling that was joined with no other, by its identifier. Raises ``UsageError`` where there is none."""
    event = next(iter(read.events(ids=[identifier])), None)
    contacts = tuple(read.contacts(ids=event.contacts if event else [identifier]))
    if not contacts:
        raise _none("contact", identifier)
    coverage: Coverage = gather(read, {contact.document for contact in contacts})
    newest = latest(read, coverage)
    told = [contact for contact in contacts if contact.id in newest.contacts]
    return ContactPage(contact_row(newest, identifier, told) if told else contact_row(coverage, identifier, contacts))


def copy_page(read: ReadView, identifier: str) -> CopyPage:
    """An edge between documents by its identifier. Raises ``UsageError`` where there is none."""
    edge = next(iter(read.copies(ids=[identifier])), None)
    if edge is None:
        raise _none("copy", identifier)
    page = lay_out_copies(gather(read, {edge.copy, edge.source}))
    return CopyPage(next(row for row in page.rows if row.id == identifier))


def _none(what: str, identifier: str) -> UsageError:
    return UsageError(
        f"This ledger holds no {what} {identifier!r}. It may be of another ledger, or of an earlier reading of this one."
    )
