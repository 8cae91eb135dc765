"""The one writer: everything in one transaction, in bulk, and nothing twice."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from quoth.records import (
    Contact,
    Document,
    Findings,
    Judgement,
    Links,
    Original,
    Quantity,
    ReadBy,
    Referent,
    Registered,
    Segment,
    SetAside,
    Statement,
    Term,
    TimeExpression,
)
from quoth.store import aside, citings, groupings, tables
from quoth.store.counted import StorySummary
from quoth.store.counting import keep_summaries
from quoth.store.fetch import in_chunks
from quoth.store.gists import forget_gists
from quoth.store.overlay import Overlay
from quoth.store.read import ReadView
from quoth.store.renewal import note_renewed, renew_links
from quoth.store.rows import codec
from quoth.store.shelf import STAGE

JUDGED = "judged"
"""The stage under which the last judgement is noted that went into the links."""

Page = tuple[Document, Sequence[Segment]]
"""A document with its segments."""
Reading = tuple[Original, Sequence[Page]]
"""An original with the documents read from it."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes within one transaction (``with store.write() as writer:``), so output and ``finish`` are kept together or not at all."""

    connection: Connection

    def read(self) -> ReadView:
        """A view of the ledger as this transaction has it by now."""
        return ReadView(self.connection)

    @property
    def overlay(self) -> Overlay:
        """What people judged, laid over what the machine found."""
        return Overlay(self.connection)

    # --- read --------------------------------------------------------------------------------------------------------

    def add_readings(self, readings: Iterable[Reading]) -> list[str]:
        """Keep originals with the documents read from them; the identifiers of the documents that are new.

        What is there already stays as it is; but a document whose segments changed, because another version of quoth reads
        it, loses its findings and is extracted again.
        """
        given = list(readings)
        self._insert(tables.originals, [_original_row(original) for original, _ in given])
        pages = {document.id: (document, segments) for _, found in reversed(given) for document, segments in reversed(found)}
        known = self._known(pages)
        self._resurround([pages[id_][0] for id_ in pages if id_ in known and pages[id_][0].around != known[id_]])
        new = [id_ for id_ in reversed(pages) if id_ not in known]
        write = codec(Document)
        self._insert(tables.documents, [write.encode(pages[id_][0]) | {"file": _file(pages[id_][0])} for id_ in new])
        self._add_segments({id_: pages[id_][1] for id_ in new})
        self._refresh({id_: pages[id_][1] for id_ in pages if id_ in known})
        return new

    def add_reading(self, original: Original, documents: Sequence[Page]) -> list[str]:
        """``add_readings`` for one original."""
        return self.add_readings([(original, documents)])

    def _known(self, ids: Collection[str]) -> dict[str, str | None]:
        """Those of the documents that are there, each with the date near which it was thought to be written."""
        columns = tables.documents.c
        queries = (select(columns.id, columns.around).where(columns.id.in_(chunk)) for chunk in in_chunks(ids))
        return {id_: around for query in queries for id_, around in self.connection.execute(query)}

    def _resurround(self, documents: Sequence[Document]) -> None:
        """Note the date that surroundings now give; relative dates in these documents have to be read again."""
        columns = tables.documents.c
        for document in documents:
            self.connection.execute(update(tables.documents).where(columns.id == document.id).values(around=document.around))
        self._forget([document.id for document in documents])

    def _add_segments(self, segments: Mapping[str, Sequence[Segment]]) -> None:
        write = codec(Segment)
        self._insert(
            tables.segments,
            [
                {"document": document, "position": position, **write.encode(segment)}
                for document, parts in segments.items()
                for position, segment in enumerate(parts)
            ],
        )

    def _refresh(self, segments: Mapping[str, Sequence[Segment]]) -> None:
        """Replace the segments of documents where they changed, and forget what was found in those documents."""
        columns, stored = tables.segments.c, {document: list[Segment]() for document in segments}
        read = codec(Segment)
        query = select(columns.document, *(columns[name] for name in read.columns)).order_by(columns.document, columns.position)
        for chunk in in_chunks(segments):
            for row in self.connection.execute(query.where(columns.document.in_(chunk))):
                stored[row[0]].append(read.decode(row[1:]))
        changed = {document: parts for document, parts in segments.items() if stored[document] != list(parts)}
        self._delete(tables.segments, "document", changed)
        self._add_segments(changed)
        self._forget(changed)
        self._search_anew(changed)

    def remove_stale(self, file: str, *, originals: Collection[str], documents: Collection[str]) -> None:
        """After all of ``file`` was read: remove the documents that the same ``originals`` gave before and give no more, now
        that only ``documents`` came of them. Those of other originals stay: they are older versions."""
        columns, current = tables.documents.c, set(documents)
        for chunk in in_chunks(originals):
            query = select(columns.id).where(columns.file == file, columns.original.in_(chunk))
            stale = [id_ for id_ in self.connection.scalars(query) if id_ not in current]
            self._forget(stale)
            self._delete(tables.documents, "id", stale)
            self._search_anew(stale)

    def put_away(self, documents: Collection[str]) -> None:
        """Take documents out of the ledger and keep them beside it. No link may name them any more."""
        aside.put_away(self.connection, documents)
        self._search_anew(documents)

    def bring_back(self, documents: Collection[str]) -> None:
        """Put documents back that were put away, with all that was found in them."""
        aside.bring_back(self.connection, documents)
        self._search_anew(documents)

    def _search_anew(self, documents: Collection[str]) -> None:
        """Where documents went or changed, what is kept for the search for copies and citations counts as unfinished."""
        forget_gists(self.connection, documents)
        if documents:
            self.connection.execute(
                delete(tables.finished).where(tables.finished.c.stage.in_((STAGE, citings.STAGE, groupings.STAGE)))
            )

    # --- extract -----------------------------------------------------------------------------------------------------

    def add_findings(self, findings: Sequence[Findings], *, fingerprint: str) -> None:
        """Keep what was found in documents, in place of what was found there before, and mark each as finished."""
        held = self._known([found.document for found in findings])
        findings = [found for found in findings if found.document in held]  # of the others somebody set the article aside meanwhile
        documents = [found.document for found in findings]
        self._forget(documents)
        self._delete(tables.set_aside, "document", documents)
        for table, record, name in _FINDINGS:
            write = codec(record)
            self._insert(
                table,
                [
                    {"document": found.document, "position": position, **write.encode(one)}
                    for found in findings
                    for position, one in enumerate(getattr(found, name))
                ],
            )
        by = {found.document: found.read_by for found in findings if found.read_by is not None}
        self._insert(tables.read_by, [{"document": id_, **codec(ReadBy).encode(one)} for id_, one in by.items()])
        self._insert(tables.finished, [{"stage": "extract", "fingerprint": fingerprint, "part": id_} for id_ in documents])

    def _forget(self, documents: Collection[str]) -> None:
        """Delete the findings of documents, and that they were extracted."""
        for table in (*tables.FINDINGS, tables.read_by, tables.unjudged):
            self._delete(table, "document", documents)
        for chunk in in_chunks(documents):
            columns = tables.finished.c
            self.connection.execute(delete(tables.finished).where(columns.stage == "extract", columns.part.in_(chunk)))

    # --- link --------------------------------------------------------------------------------------------------------

    def replace_links(self, links: Links) -> None:
        """Keep what linking worked out, in place of what it worked out before, and what it had where people judged otherwise. Claims and
        points of stories that were not ``renewed`` stay."""
        self.overlay.forget([table.name for table in tables.LINKS])
        renew_links(self.connection, links)
        note_renewed(self.connection, links)
        self.overlay.keep(links.before)

    def keep_summaries(self, summaries: Mapping[str, StorySummary]) -> None:
        """Keep what the documents of stories come to, until documents or copies of theirs change."""
        rows = {story: (one.articles, one.texts, one.outlets, one.nameless) for story, one in summaries.items()}
        keep_summaries(self.connection, rows)

    # --- the rest ----------------------------------------------------------------------------------------------------

    def add_set_aside(
        self, found: Iterable[SetAside], *, file: str | None = None, document: str | None = None, fingerprint: str | None = None
    ) -> None:
        """Keep why something could not be used: of an input ``file``, or of a ``document`` that was read before it failed under
        ``fingerprint``, then in place of why it failed before."""
        self._delete(tables.set_aside, "document", [document] if document else [])
        place = {"file": file, "document": document, "fingerprint": fingerprint}
        self._insert(tables.set_aside, [codec(SetAside).encode(one) | place for one in found])

    def list_aside(self, found: Iterable[tuple[SetAside, str | None, str]]) -> None:
        """List the documents that people set aside, in place of all that were listed: each with its file and its identifier."""
        self._delete(tables.set_aside, "stage", [aside.STAGE])
        self._insert(
            tables.set_aside,
            [codec(SetAside).encode(one) | {"file": file, "document": id_, "fingerprint": None} for one, file, id_ in found],
        )

    def clear_set_aside(self, file: str) -> None:
        """Forget what was set aside when ``file`` was read before: it is being read again."""
        columns = tables.set_aside.c
        self.connection.execute(delete(tables.set_aside).where(columns.file == file, columns.stage == "read"))

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a person's decision."""
        self._insert(tables.judgements, [codec(Judgement).encode(judgement)])

    def mark_judged(self, until: str | None) -> None:
        """Note that links were worked out with the judgements made until then."""
        self.connection.execute(delete(tables.finished).where(tables.finished.c.stage == JUDGED))
        if until is not None:
            self._insert(tables.finished, [{"stage": JUDGED, "fingerprint": "", "part": until}])

    def judged_until(self) -> str | None:
        """The time of the last judgement that went into the links."""
        return self.connection.scalar(select(tables.finished.c.part).where(tables.finished.c.stage == JUDGED))

    def replace_register(self, entries: Sequence[Registered], *, file: str | None = None) -> None:
        """Keep the entries of a file in place of those it gave before; without ``file``, in place of all."""
        columns = tables.register.c
        self.connection.execute(delete(tables.register).where(*([] if file is None else [columns.file == file])))
        self._insert(tables.register, [codec(Registered).encode(one) for one in entries])

    def finish(self, stage: str, fingerprint: str, part: str) -> None:
        """Mark a part of a stage's work as finished. Of linking, which replaces its output, only the last part is kept."""
        if stage == "link":
            self.connection.execute(delete(tables.finished).where(tables.finished.c.stage == "link"))
        self._insert(tables.finished, [{"stage": stage, "fingerprint": fingerprint, "part": part}])

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows; one whose identity is there already is passed over."""
        if rows:
            dialect = postgresql if self.connection.dialect.name == "postgresql" else sqlite
            self.connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)

    def _delete(self, table: Table, column: str, values: Collection[str]) -> None:
        for chunk in in_chunks(values):
            self.connection.execute(delete(table).where(table.c[column].in_(chunk)))


_FINDINGS: tuple[tuple[Table, type[Any], str], ...] = (
    (tables.referents, Referent, "referents"),
    (tables.statements, Statement, "statements"),
    (tables.times, TimeExpression, "times"),
    (tables.quantities, Quantity, "quantities"),
    (tables.contacts, Contact, "contacts"),
    (tables.terms, Term, "terms"),
)


def _original_row(original: Original) -> dict[str, Any]:
    content = zlib.compress(original.content)
    return {"sha256": original.sha256, "content": content, "media_type": original.media_type, "encoding": original.encoding}


def _file(document: Document) -> str | None:
    return document.origin.file if document.origin else None
