"""The read-only view of a ledger. Everything comes back as records, in the order of documents (published, id), then of place."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import ColumnElement, Connection, func, or_, select

from quoth.records import (
    Actor,
    Claim,
    Contact,
    ContactEvent,
    Copy,
    Disagreement,
    Document,
    Judgement,
    Original,
    Quantity,
    ReadBy,
    Referent,
    Registered,
    Segment,
    SetAside,
    Statement,
    Story,
    Term,
    TimeExpression,
)
from quoth.store import prepared, tables
from quoth.store.citings import Citings, Edge
from quoth.store.database import Source, reading
from quoth.store.fetch import (
    CHUNK,
    PAGE,
    WANTED,
    Documents,
    InOrder,
    document_order,
    fetch_findings,
    fetch_links,
    fetch_named,
    in_chunks,
)
from quoth.store.filters import StatementFilter, filtered_statements
from quoth.store.lasting import lasting
from quoth.store.making import maker
from quoth.store.names import find_actors
from quoth.store.rows import codec
from quoth.store.search import Hit, find_hits
from quoth.store.shelf import Shelf

HASHED = "SHA-256 "
"""How a file is called that is not to be named begins so."""


@dataclass(frozen=True, slots=True)
class ReadView:
    """What a ledger says. Iterators fetch as they go: memory stays bounded, and nothing is held open between steps.

    ``documents=`` and ``ids=`` limit an answer to those documents or records; None means all. Unknown ones are left out.
    """

    engine: Source
    files: bool = True
    """Whether documents say which file they were read from; where not, that file is called by the SHA-256 of the text."""

    def without_files(self) -> ReadView:
        """The same view for what everybody may read: it names no file of the one who keeps the ledger."""
        return replace(self, files=False)

    # --- documents ---------------------------------------------------------------------------------------------------

    def documents(self, ids: Documents | None = None, *, texts: bool = True) -> Iterator[Document]:
        """Documents, every version of every article, in order of (published, id); undated ones come last. Without their ``texts`` where these
        are not wanted."""
        left = () if texts else ("text", "extra")
        for chunk in in_chunks(self.document_ids(ids), CHUNK if texts else PAGE):
            found = {one.id: one for one in fetch_named(self.engine, tables.documents, Document, chunk, without=left)}
            yield from (self._shown(found[id_]) for id_ in chunk if id_ in found)

    def pages(self, ids: Collection[str] | None = None) -> Iterator[tuple[Document, tuple[Segment, ...]]]:
        """Documents with their segments, in the order of documents."""
        for chunk in in_chunks(self.documents(ids)):
            segments = self.segments_of([document.id for document in chunk])
            yield from ((document, segments.get(document.id, ())) for document in chunk)

    def document_ids(self, ids: Documents | None = None) -> Sequence[str]:
        """Identifiers of documents in the ledger's order."""
        return document_order(self.engine, ids)

    def document(self, id: str) -> Document | None:  # noqa: A002 - named as the field
        """The document of that identifier, or None."""
        found = next(fetch_named(self.engine, tables.documents, Document, [id]), None)
        return self._shown(found) if found else None

    def _shown(self, document: Document) -> Document:
        if self.files or document.origin is None:
            return document
        return replace(document, origin=replace(document.origin, file=f"{HASHED}{document.sha256[:10]}"))

    def versions(self, article: str) -> tuple[Document, ...]:
        """All versions of an article, in order of publication."""
        with reading(self.engine) as connection:
            ids = connection.scalars(select(tables.documents.c.id).where(tables.documents.c.article == article)).all()
        return tuple(self.documents(ids))

    def outlets(self) -> tuple[str, ...]:
        """The outlets that documents name, in alphabetical order."""
        return lasting(self.engine, "outlets", _find_outlets)

    def segments(self, document_id: str) -> tuple[Segment, ...]:
        """The segments of a document, in order."""
        return self.segments_of([document_id]).get(document_id, ())

    def segments_of(self, document_ids: Collection[str]) -> dict[str, tuple[Segment, ...]]:
        """The segments of several documents, by document."""
        found: dict[str, list[Segment]] = {}
        for chunk in in_chunks(document_ids):
            with reading(self.engine) as connection:
                for document, kind, start, end in connection.execute(prepared.SEGMENTS, {WANTED: chunk}).all():
                    found.setdefault(document, []).append(_SEGMENT(kind, start, end))
        return {document: tuple(segments) for document, segments in found.items()}

    def original(self, sha256: str) -> Original | None:
        """The bytes with that hash as they were given, or None."""
        columns = tables.originals.c
        with reading(self.engine) as connection:
            row = connection.execute(select(tables.originals).where(columns.sha256 == sha256)).one_or_none()
        return None if row is None else Original(row.sha256, zlib.decompress(row.content), row.media_type, row.encoding)

    def original_ids(self) -> list[str]:
        """The hashes of all originals, in order."""
        with reading(self.engine) as connection:
            return list(connection.scalars(select(tables.originals.c.sha256).order_by(tables.originals.c.sha256)))

    def set_aside(self) -> tuple[SetAside, ...]:
        """What could not be used, with its reason, by name."""
        read, columns = codec(SetAside), tables.set_aside.c
        query = select(*(columns[name] for name in read.columns)).order_by(columns.name, columns.stage, columns.message)
        with reading(self.engine) as connection:
            return tuple(map(read.decode, connection.execute(query)))

    # --- findings ----------------------------------------------------------------------------------------------------

    def referents(
        self, documents: Documents | None = None, *, ids: Collection[str] | None = None, mentions: bool = True
    ) -> Iterator[Referent]:
        """The participants that documents tell of; without their ``mentions`` where these are not wanted."""
        left = () if mentions else ("mentions",)
        return fetch_findings(self.engine, tables.referents, Referent, documents=documents, ids=ids, without=left)

    def statements(
        self,
        documents: Documents | None = None,
        *,
        filter: StatementFilter | None = None,  # noqa: A002 - what it is
        ids: Collection[str] | None = None,
        propositions: bool = True,
    ) -> Iterator[Statement]:
        """Attributions, those for which ``filter`` holds; without their ``propositions`` where these are not wanted."""
        asked, left = filter or StatementFilter(), () if propositions else ("proposition",)
        if asked == StatementFilter():
            return fetch_findings(self.engine, tables.statements, Statement, documents=documents, ids=ids, without=left)
        speakers = None if asked.speaker is None else find_actors(self.engine, asked.speaker)
        limits = documents.ids if isinstance(documents, InOrder) else documents
        return filtered_statements(self.engine, asked, speakers=speakers, documents=limits, ids=ids)

    def referents_named(self, ids: Collection[str], *, words: bool = True) -> Iterator[Referent]:
        """The participants with these identifiers, without their mentions, in no set order; unless ``words`` without names and titles too."""
        without = ("mentions",) if words else ("mentions", "names", "titles")
        return fetch_named(self.engine, tables.referents, Referent, ids, without=without)

    def statements_named(self, ids: Collection[str], *, words: bool = True) -> list[Statement]:
        """The statements with these identifiers, in the order given, without their propositions; unless ``words`` without any words too but
        those for the reporters between."""
        left = ("proposition",) if words else ("proposition", "source", "cue", "content")
        places = ("source_spans", "cue_spans", "content_spans")
        without = left if words else (*left, *places)
        found = {one.id: one for one in fetch_named(self.engine, tables.statements, Statement, ids, without=without)}
        return [found[id_] for id_ in ids if id_ in found]

    def documents_in_short(self, ids: Collection[str]) -> Iterator[Document]:
        """These documents without text and title, in no set order: what they are versions of, whose, and when they were published."""
        for chunk in in_chunks(ids, PAGE):
            with reading(self.engine) as connection:
                for id_, article, outlet, published in connection.execute(prepared.IN_SHORT, {WANTED: chunk}):
                    yield Document(id_, article, None, outlet, None, None, (), published, "unknown", None, None, "", None, "", "")

    def statement(self, id: str) -> Statement | None:  # noqa: A002 - named as the field
        """The statement of that identifier, or None."""
        return next(fetch_named(self.engine, tables.statements, Statement, [id]), None)

    def times(self, documents: Documents | None = None) -> Iterator[TimeExpression]:
        """Time expressions."""
        return fetch_findings(self.engine, tables.times, TimeExpression, documents=documents)

    def quantities(self, documents: Documents | None = None) -> Iterator[Quantity]:
        """Figures."""
        return fetch_findings(self.engine, tables.quantities, Quantity, documents=documents)

    def contacts(self, documents: Documents | None = None, *, ids: Collection[str] | None = None) -> Iterator[Contact]:
        """Calls, meetings, letters and messages, each as one passage tells of it."""
        return fetch_findings(self.engine, tables.contacts, Contact, documents=documents, ids=ids)

    def terms(self, documents: Documents | None = None) -> Iterator[Term]:
        """Definitions."""
        return fetch_findings(self.engine, tables.terms, Term, documents=documents)

    def ids(self, kind: Literal["referents", "statements", "contacts"]) -> set[str]:
        """The identifiers of all findings of a kind."""
        with reading(self.engine) as connection:
            return set(connection.scalars(select(tables.metadata.tables[kind].c.id)))

    # --- links -------------------------------------------------------------------------------------------------------

    def actors(self, ids: Collection[str] | None = None) -> Iterator[Actor]:
        """Actors over all documents."""
        return fetch_links(self.engine, tables.actors, Actor, ids=ids)

    def actors_of(self, owners: Mapping[str, str], *, others: Collection[str] = ()) -> Iterator[Actor]:
        """The actors of these referents (referent → actor), each with no other referents and without evidence; and ``others`` with none."""
        held: dict[str, list[str]] = {}
        for referent, actor in owners.items():
            held.setdefault(actor, []).append(referent)
        with reading(self.engine) as connection:
            for chunk in in_chunks({*held, *others}, PAGE):
                for id_, name, kind, country in connection.execute(prepared.ACTORS, {WANTED: chunk}):
                    yield Actor(id_, name, kind, country, tuple(held.get(id_, ())), ())

    def actors_named(self, name: str, *, surnames: bool = False) -> tuple[Actor, ...]:
        """The actors that a person may mean by ``name``: by identifier, else by full name, else by part of a name or by
        another name that some document gives them. Several where the name does not decide; with ``surnames`` a surname alone does not, even where
        somebody is called no more than that."""
        return tuple(self.actors(find_actors(self.engine, name, surnames=surnames)))

    def actor_of(self, referents: Collection[str] | None = None) -> dict[str, str]:
        """The actor's identifier for each referent's; for each of ``referents`` where given."""
        with reading(self.engine) as connection:
            if referents is None:
                return dict(map(tuple, connection.execute(prepared.OWNERS)))
            found: dict[str, str] = {}
            for chunk in in_chunks(referents, PAGE):
                found.update(map(tuple, connection.execute(prepared.OWNERS_OF, {WANTED: chunk})))
        return found

    def copies(self, documents: Collection[str] | None = None, *, ids: Collection[str] | None = None) -> Iterator[Copy]:
        """Edges between documents: those that touch one of ``documents``."""
        if documents is None:
            return fetch_links(self.engine, tables.copies, Copy, ids=ids)
        found: set[str] = set()
        with reading(self.engine) as connection:
            for chunk in in_chunks(documents, PAGE):
                for ending in prepared.ENDING:
                    found.update(connection.scalars(ending, {WANTED: chunk}))
        return fetch_links(self.engine, tables.copies, Copy, ids=found)

    def overlaps(self) -> Iterator[Copy] | None:
        """The edges of shared text, in order of copy and source; None where they are not up to date with the documents."""
        with reading(self.engine) as connection:
            shelf = Shelf(connection)
            return None if not shelf.is_whole() or shelf.waiting() else iter(list(shelf.overlaps()))

    def citations(self) -> list[Edge] | None:
        """The citations that are kept; None where they are not up to date with the documents."""
        with reading(self.engine) as connection:
            kept = Citings(connection)
            return None if not kept.is_whole() or kept.waiting() else list(kept.edges())

    def events(self, *, ids: Collection[str] | None = None, contacts: Collection[str] | None = None) -> Iterator[ContactEvent]:
        """Contacts as a whole; of these ``contacts`` where given."""
        if contacts is not None:
            found: set[str] = set()
            with reading(self.engine) as connection:
                for chunk in in_chunks(contacts, PAGE):
                    found.update(connection.scalars(prepared.EVENTS, {WANTED: chunk}))
            ids = found
        return fetch_links(self.engine, tables.events, ContactEvent, ids=ids)

    def stories(self, ids: Collection[str] | None = None) -> Iterator[Story]:
        """Stories."""
        return fetch_links(self.engine, tables.stories, Story, ids=ids)

    def claims(self, story: str | None = None, *, ids: Collection[str] | None = None, reckonings: bool = True) -> Iterator[Claim]:
        """Claims, those of one story where given; without their ``reckonings`` where these are not wanted."""
        left, where = () if reckonings else ("reckoning",), _of_story(tables.claims.c.story, story)
        return fetch_links(self.engine, tables.claims, Claim, ids=ids, where=where, without=left)

    def disagreements(self, story: str | None = None, *, ids: Collection[str] | None = None) -> Iterator[Disagreement]:
        """Points on which accounts differ, those of one story where given."""
        where = _of_story(tables.disagreements.c.story, story)
        return fetch_links(self.engine, tables.disagreements, Disagreement, ids=ids, where=where)

    def judgements(self) -> tuple[Judgement, ...]:
        """People's decisions, in order of time."""
        read, columns = codec(Judgement), tables.judgements.c
        query = select(*(columns[name] for name in read.columns)).order_by(columns.at, columns.id)
        with reading(self.engine) as connection:
            return tuple(map(read.decode, connection.execute(query)))

    def register(self) -> tuple[Registered, ...]:
        """The user's own register, by file, in its order."""
        read, columns = codec(Registered), tables.register.c
        query = select(*(columns[name] for name in read.columns)).order_by(columns.file, columns.number)
        with reading(self.engine) as connection:
            return tuple(map(read.decode, connection.execute(query)))

    # --- finished work -----------------------------------------------------------------------------------------------

    def is_finished(self, stage: str, fingerprint: str, part: str) -> bool:
        """Whether a part of a stage's work was finished under this fingerprint."""
        columns = tables.finished.c
        query = select(columns.part).where(columns.stage == stage, columns.fingerprint == fingerprint, columns.part == part)
        with reading(self.engine) as connection:
            return connection.execute(query).first() is not None

    def unextracted(self, fingerprint: str, *, language: str, retry: bool = False) -> Sequence[str]:
        """Documents of the language (or of none that could be told) that were not read for findings under this fingerprint,
        in the order of documents; with ``retry`` those that were set aside under it too."""
        documents, done, failed = tables.documents.c, tables.finished.c, tables.set_aside.c
        query = select(documents.id).where(
            or_(documents.language == language, documents.language.is_(None)),
            documents.id.not_in(select(done.part).where(done.stage == "extract", done.fingerprint == fingerprint)),
        )
        if not retry:
            same = (failed.document.is_not(None), failed.fingerprint == fingerprint)
            query = query.where(documents.id.not_in(select(failed.document).where(*same)))
        with reading(self.engine) as connection:
            waiting = connection.scalars(query).all()
        return self.document_ids(waiting)

    def extracted(self, ids: Collection[str] | None = None) -> list[tuple[str, str | None]]:
        """Each document (of ``ids`` where given) with the fingerprint under which it was read for findings, None where it was not."""
        with reading(self.engine) as connection:
            if ids is None:
                return [(id_, name) for id_, name in connection.execute(prepared.EXTRACTED)]
            chunks = in_chunks(ids, PAGE)
            return [(id_, name) for one in chunks for id_, name in connection.execute(prepared.EXTRACTED_OF, {WANTED: one})]

    def read_by(self) -> list[tuple[ReadBy, int]]:
        """By which readers documents were read, each with what was dropped in all of its documents, and how many those are."""
        columns = tables.read_by.c
        named = (columns.reader, columns.model, columns.address)
        sums = (func.sum(columns.dropped_spans), func.sum(columns.dropped_statements), func.count())
        query = select(*named, *sums).group_by(*named).order_by(*named)
        with reading(self.engine) as connection:
            return [(ReadBy(*row[:-1]), row[-1]) for row in connection.execute(query)]

    def set_aside_of(self, files: Collection[str]) -> tuple[SetAside, ...]:
        """What was set aside of these input files, or of documents read from them, by name."""
        read, columns = codec(SetAside), tables.set_aside.c
        query = select(columns.file, *(columns[name] for name in read.columns)).order_by(
            columns.name, columns.stage, columns.message
        )
        with reading(self.engine) as connection:
            return tuple(read.decode(row[1:]) for row in connection.execute(query) if row[0] in files)

    # --- the whole ---------------------------------------------------------------------------------------------------

    def search(self, text: str, *, limit: int = 20) -> list[Hit]:
        """Statements and documents with all the words of ``text``, best first; at most ``limit`` of each.

        Words in double quotes are looked for as a phrase. Words are compared by their stem and without diacritics. Of words that stand in more
        than 10,000 rows the 3,000 added first are weighed.
        """
        return find_hits(self.engine, text, limit=limit)

    def counts(self) -> Mapping[str, int]:
        """How many rows each kind of record has."""
        return dict(lasting(self.engine, "counts", _count_rows))


def _of_story(column: ColumnElement[str | None], story: str | None) -> list[ColumnElement[bool]]:
    return [] if story is None else [column == story]


_SEGMENT = maker(Segment)


def _find_outlets(connection: Connection) -> tuple[str, ...]:
    return tuple(sorted(outlet for outlet in connection.scalars(prepared.OUTLETS) if outlet is not None))


def _count_rows(connection: Connection) -> dict[str, int]:
    kinds = (tables.documents, *tables.FINDINGS, *tables.LINKS[1:], tables.judgements, tables.set_aside)
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in kinds}
