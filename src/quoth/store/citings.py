"""What is kept of citations: what each document is about and whom it cites, and which document of each outlet it is likeliest to mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from quoth.store import tables
from quoth.store.fetch import in_chunks

STAGE = "citations"
"""The stage under whose name finished work is noted."""

matters = Table(
    "matters",
    tables.metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),  # the document's
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("said", Text, index=True),
    Column("outlet", Text),
    Column("published", Text),
    Column("day", Integer),
    Column("corrects", Boolean, nullable=False),
    Column("lede", tables.Nested, nullable=False),
    Column("signed", tables.Nested, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("may_cite", LargeBinary, nullable=False),
    Index("ix_matters_outlet_day", "outlet", "day"),
)
"""What each document is about and whom it may cite. This and the next table can be made again from the documents."""

credited = Table(
    "credited",
    tables.metadata,
    Column("outlet", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("source", Text, index=True),
    Column("score", Float),
    Column("second", Float),
    Index("ix_credited_number", "number"),
    sqlite_with_rowid=False,
)
"""The outlets of the corpus that documents cite, each with its document that is nearest to the one that cites."""

_COLUMNS = ("number", "document", "said", "outlet", "published", "day", "corrects", "lede", "signed", "words", "may_cite")


class Waiting(NamedTuple):
    """A document that is not kept yet."""

    number: int
    document: str
    published: str | None


class Told(NamedTuple):
    """A document that tells how rare words are."""

    document: str
    day: int | None
    words: bytes


class About(NamedTuple):
    """A document as it is kept."""

    number: int
    """The document's in the ledger."""
    document: str
    said: str | None
    """Key of the outlet that it says itself it is of."""
    outlet: str | None
    """The same, or the single outlet of the corpus that signs it."""
    published: str | None
    day: int | None
    corrects: bool
    lede: list[list[int]]
    signed: list[str]
    """Keys that its dateline may name, where it says itself nothing of its outlet."""
    words: bytes
    may_cite: bytes
    """Hashes of all that it may cite as an outlet, of 32 bits."""


class Credited(NamedTuple):
    """One outlet that a document cites, with where it does so, and which of that outlet's documents is nearest to it."""

    outlet: str
    number: int
    """The citing document's."""
    start: int
    end: int
    words: bytes
    """Those that stand where it does so."""
    source: str | None = None
    score: float | None = None
    second: float | None = None


class Edge(NamedTuple):
    """A citation with all that its record says."""

    credited: Credited
    copy: str
    published: str | None
    source_outlet: str
    source_name: str | None
    source_published: str | None
    source_lede: list[list[int]]


@dataclass(frozen=True, slots=True)
class Citings:
    """Reads and writes them within one transaction."""

    connection: Connection

    # --- whether they are whole --------------------------------------------------------------------------------------

    def is_whole(self, fingerprint: str | None = None) -> bool:
        """Whether all that is kept was made under this fingerprint (any, where none is given), and no document went or changed since."""
        columns = tables.finished.c
        wanted = [columns.stage == STAGE, *([] if fingerprint is None else [columns.fingerprint == fingerprint])]
        return self.connection.execute(select(columns.part).where(*wanted)).first() is not None

    def finish(self, fingerprint: str) -> None:
        """Note that all that is kept was made under this fingerprint."""
        self.open()
        self.connection.execute(insert(tables.finished).values(stage=STAGE, fingerprint=fingerprint, part="matters"))

    def open(self) -> None:
        """Note that it is not whole."""
        self.connection.execute(delete(tables.finished).where(tables.finished.c.stage == STAGE))

    def clear(self) -> None:
        """Forget everything."""
        self.open()
        for table in (credited, matters):
            self.connection.execute(delete(table))

    def waiting(self) -> list[Waiting]:
        """The documents that came since the last that is kept, in order."""
        documents = tables.documents.c
        last = select(func.coalesce(func.max(matters.c.number), -1)).scalar_subquery()
        query = select(documents.number, documents.id, documents.published).where(documents.number > last)
        return [Waiting(*row) for row in self.connection.execute(query.order_by(documents.number))]

    # --- documents ---------------------------------------------------------------------------------------------------

    def add(self, kept: Sequence[About]) -> None:
        """Keep documents."""
        if kept:
            self.connection.execute(insert(matters), [one._asdict() for one in kept])

    def about(self, where: Iterable[ColumnElement[bool]] = ()) -> Iterator[About]:
        """The documents for which ``where`` holds."""
        columns = matters.c
        query = select(*(columns[name] for name in _COLUMNS)).where(*where)
        return (About(*row) for row in self.connection.execute(query))

    def numbered(self, numbers: Collection[int]) -> dict[int, About]:
        """The documents of these numbers."""
        column = matters.c.number
        return {one.number: one for chunk in in_chunks(numbers, 500) for one in self.about([column.in_(chunk)])}

    def of_outlet(self, outlet: str, days: tuple[int, int] | None = None) -> list[About]:
        """The documents of an outlet: of some days and without a day, or all."""
        return list(self.about(_between(matters.c.outlet == outlet, days)))

    def unsaid(self) -> Iterator[About]:
        """The documents that do not say of which outlet they are."""
        return self.about([matters.c.said.is_(None)])

    def has_outlet(self, key: str) -> bool:
        """Whether a document says that it is of this outlet."""
        column = matters.c.said
        return self.connection.execute(select(column).where(column == key).limit(1)).first() is not None

    def set_outlet(self, number: int, outlet: str | None) -> None:
        """Put a document to another outlet."""
        columns = matters.c
        self.connection.execute(update(matters).where(columns.number == number).values(outlet=outlet))

    def may_cite(self) -> Iterator[tuple[int, str, bytes]]:
        """What each document may cite: number, identifier, hashes."""
        columns = matters.c
        query = select(columns.number, columns.document, columns.may_cite)
        return ((number, document, hashes) for number, document, hashes in self.connection.execute(query))

    def days(self) -> dict[int, int]:
        """How many documents each day has."""
        column = matters.c.day
        query = select(column, func.count()).where(column.is_not(None)).group_by(column)
        return dict(self.connection.execute(query).all())

    def first(self, count: int, parting: int | None) -> list[Told]:
        """Those that tell how rare words are (``lexicon.sampling``), in order: of before the parting day first, then by identifier."""
        column, found = matters.c.day, list[Told]()
        query = select(matters.c.document, column, matters.c.words).order_by(matters.c.document)
        parts = (
            [query] if parting is None else [query.where(column < parting), query.where(or_(column.is_(None), column >= parting))]
        )
        for part in parts:
            if len(found) < count:
                found += (Told(*row) for row in self.connection.execute(part.limit(count - len(found))))
        return found

    # --- citations ---------------------------------------------------------------------------------------------------

    def credit(self, found: Iterable[Credited]) -> None:
        """Keep whom documents cite, in place of what was kept of that."""
        rows = [one._asdict() for one in found]
        for chunk in in_chunks(rows, 1000):
            columns = credited.c
            gone = delete(credited).where(columns.outlet == bindparam("a"), columns.number == bindparam("b"))
            self.connection.execute(gone, [{"a": row["outlet"], "b": row["number"]} for row in chunk])
            self.connection.execute(insert(credited), chunk)

    def withdraw(self, number: int) -> None:
        """Forget whom a document cites."""
        self.connection.execute(delete(credited).where(credited.c.number == number))

    def credits_of(self, number: int) -> list[Credited]:
        """Whom a document cites."""
        return self._credited([credited.c.number == number])

    def crediting(self, outlet: str, days: tuple[int, int] | None = None) -> list[Credited]:
        """Who cites an outlet: documents of some days and without a day, or all."""
        return self._credited([*_between(credited.c.outlet == outlet, days), matters.c.number == credited.c.number])

    def _credited(self, where: Sequence[ColumnElement[bool]]) -> list[Credited]:
        columns = credited.c
        query = select(*(columns[name] for name in Credited._fields)).where(*where).order_by(columns.outlet, columns.number)
        return [Credited(*row) for row in self.connection.execute(query)]

    def credited_outlets(self) -> list[str]:
        """The outlets that anybody cites."""
        column = credited.c.outlet
        return list(self.connection.scalars(select(column).distinct().order_by(column)))

    def edges(self) -> Iterator[Edge]:
        """All citations that have a nearest document."""
        copy, source, named = matters.alias().c, matters.alias().c, tables.documents.c
        query = select(
            *(credited.c[name] for name in Credited._fields),
            copy.document,
            copy.published,
            source.outlet,
            named.outlet.label("name"),
            source.published,
            source.lede,
        ).where(
            credited.c.source.is_not(None),
            copy.number == credited.c.number,
            source.document == credited.c.source,
            named.id == credited.c.source,
        )
        width = len(Credited._fields)
        return (Edge(Credited(*row[:width]), *row[width:]) for row in self.connection.execute(query))


def _between(outlet: ColumnElement[bool], days: tuple[int, int] | None) -> list[ColumnElement[bool]]:
    column = matters.c.day
    return [outlet] if days is None else [outlet, or_(column.is_(None), column.between(*days))]
