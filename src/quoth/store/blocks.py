"""What is kept of how mentions bear on each other (``link.bearing``), so that one more document has only those worked out anew that it bears on.

All of it can be made again from the documents. It is written with the actors that were worked out by it, in one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, Select, Table, Text, cast, delete, func, select, update

from quoth.records import ActorKind, Blocks, Referent, Title
from quoth.store import tables
from quoth.store.database import dump, load
from quoth.store.fetch import in_chunks
from quoth.store.participants import read_referents, wanted
from quoth.store.rows import codec

MANY = 800
"""Values that one query asks for."""


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False)


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), primary_key=key, nullable=False, autoincrement=False)


blocks = Table(
    "blocks",
    tables.metadata,
    _text("referent", key=True),
    _text("document"),
    _number("block"),
    Column("state", Text),  # which those take who serve it
    Index("ix_blocks_document", "document"),
    Index("ix_blocks_block", "block"),
    sqlite_with_rowid=False,
)
"""The block of each mention: only those of one block bear on each other."""

bearings = Table(
    "bearings",
    tables.metadata,
    _number("key", key=True),
    _number("block", key=True),
    _number("asks", key=True),
    Index("ix_bearings_block", "block"),
    sqlite_with_rowid=False,
)
"""By which keys mentions of a block bear on others, and whether one of them asks for whom else it is borne."""

settled = Table(
    "settled",
    tables.metadata,
    _text("referent", key=True),
    _text("kind"),
    Column("titles", tables.Nested, nullable=False),
    Column("country", Text),
    _number("told"),  # whether its story tells that it is a person
    sqlite_with_rowid=False,
)
"""Mentions that are something else than their document alone tells (``link.kinds``)."""

companies = Table(
    "companies",
    tables.metadata,
    _text("document", key=True),
    Column("story", Text),
    _number("alone"),  # whether it is its story's only document
    Column("digest", BigInteger),  # of its mentions; null where it has none
    Column("names", tables.Nested, nullable=False),
)
"""Each document with its story, and with the names that it tells of."""

company_names = Table(
    "company_names",
    tables.metadata,
    _text("name", key=True),
    _number("documents"),
    Index("ix_company_names_documents", "documents"),
    sqlite_with_rowid=False,
)
"""How many documents tell of a name."""

lent = Table(
    "lent",
    tables.metadata,
    _number("key", key=True),
    _text("referent", key=True),
    _text("state"),
    Index("ix_lent_referent", "referent"),
    sqlite_with_rowid=False,
)
"""The state of those whom a document or story calls so, for those who serve them."""

listed = Table("listed", tables.metadata, _text("member", key=True), _text("list", key=True), sqlite_with_rowid=False)
"""The lists that a mention is a member of."""

press = Table("press", tables.metadata, _text("name", key=True), Column("content", tables.Nested, nullable=False))
"""What of the whole corpus each block rests on, by what it is: where it changes, all are worked out anew."""

KEPT = (blocks, bearings, settled, companies, company_names, lent, listed, press)


class Company(NamedTuple):
    """A document as it is kept."""

    document: str
    story: str | None
    alone: bool
    digest: int | None


class Settled(NamedTuple):
    """A mention, as its document has it, as all documents that call it so do, and whether its story tells that it is a person."""

    raw: Referent
    known: Referent
    told: bool

    @property
    def final(self) -> Referent:
        """It as its story has it."""
        return replace(self.known, kind="person") if self.told else self.known


class Member(NamedTuple):
    """A mention in its block, with the state that it lends."""

    settled: Settled
    block: int
    state: str | None


class KeptBlocks:
    """Reads what is kept."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._read: dict[int, dict[str, Member]] = {}

    def corpus(self) -> dict[str, Any]:
        """What of the whole corpus blocks rest on; empty where nothing is kept."""
        return dict(self.connection.execute(select(press.c.name, press.c.content)).all())

    def documents(self) -> dict[str, Company]:
        """All documents that went into it."""
        columns = companies.c
        rows = self.connection.execute(select(columns.document, columns.story, columns.alone, columns.digest))
        return {row[0]: Company(row[0], row[1], bool(row[2]), row[3]) for row in rows}

    def names(self, documents: Collection[str]) -> dict[str, list[str]]:
        """The names that documents tell of."""
        query = select(companies.c.document, cast(companies.c.names, Text))
        return {document: load(names) for document, names in self._each(query, companies.c.document, documents)}

    def counts(self, names: Collection[str]) -> dict[str, int]:
        """How many documents tell of each name."""
        return dict(self._each(select(company_names), company_names.c.name, names))

    def told_by(self, more: float) -> dict[str, int]:
        """The names that more than so many documents tell of, with how many do."""
        return dict(self.connection.execute(select(company_names).where(company_names.c.documents > more)).all())

    def of_documents(self, documents: Collection[str]) -> dict[str, int]:
        """The block of each mention of documents."""
        return dict(self._each(select(blocks.c.referent, blocks.c.block), blocks.c.document, documents))

    def bearing(self, keys: Collection[int]) -> Iterator[tuple[int, int, bool]]:
        """Blocks that have one of these keys: key, block, and whether it asks for it."""
        query = select(bearings.c.key, bearings.c.block, bearings.c.asks)
        return ((key, block, bool(asks)) for key, block, asks in self._each(query, bearings.c.key, keys))

    def last(self) -> int:
        """The highest number of a block."""
        return self.connection.scalar(select(func.max(blocks.c.block))) or 0

    def members(self, of: Collection[int]) -> dict[str, Member]:
        """The mentions of blocks; those of each are read once."""
        missing = [block for block in of if block not in self._read]
        query = select(*wanted(), blocks.c.block, blocks.c.state).join(blocks, blocks.c.referent == tables.referents.c.id)
        changed = self._changed(select(settled).join(blocks, blocks.c.referent == settled.c.referent), blocks.c.block, missing)
        self._read |= {block: {} for block in missing}
        rows = list(self._each(query, blocks.c.block, missing))
        for one, row in zip(read_referents(rows), rows, strict=True):
            self._read[row[-2]][one.id] = Member(_settled(one, changed.get(one.id)), row[-2], row[-1])
        return {id_: one for block in of for id_, one in self._read[block].items()}

    def actors(self, of: Collection[int]) -> dict[str, str]:
        """The actors of the mentions of blocks, by the ledger."""
        columns = tables.memberships.c
        query = select(columns.referent, columns.actor).join(blocks, blocks.c.referent == columns.referent)
        return dict(self._each(query, blocks.c.block, of))

    def mentions(self, documents: Collection[str]) -> dict[str, Settled]:
        """The mentions of documents."""
        return self._settled(select(*wanted()), tables.referents.c.document, documents)

    def named(self, referents: Collection[str]) -> dict[str, Settled]:
        """Mentions by their identifiers."""
        return self._settled(select(*wanted()), tables.referents.c.id, referents)

    def lenders(self, keys: Collection[int]) -> Iterator[tuple[int, str, str]]:
        """Those who are called so, each with its state."""
        return self._each(select(lent), lent.c.key, keys)

    def lent_by(self, referents: Collection[str]) -> Iterator[tuple[int, str, str]]:
        """What is known of these."""
        return self._each(select(lent), lent.c.referent, referents)

    def lists_with(self, members: Collection[str]) -> set[str]:
        """The lists that one of these mentions is a member of."""
        return {list_ for (list_,) in self._each(select(listed.c.list), listed.c.member, members)}

    def _settled(self, query: Select[Any], column: Column[Any], values: Collection[str]) -> dict[str, Settled]:
        found = read_referents(self._each(query, column, values))
        changed = self._changed(select(settled), settled.c.referent, [one.id for one in found])
        return {one.id: _settled(one, changed.get(one.id)) for one in found}

    def _changed(self, query: Select[Any], column: Column[Any], values: Collection[Any]) -> dict[str, Sequence[Any]]:
        return {row[0]: row for row in self._each(query, column, values)}

    def _each(self, query: Select[Any], column: Column[Any], values: Collection[Any]) -> Iterator[Any]:
        for chunk in in_chunks(values, MANY):
            yield from self.connection.execute(query.where(column.in_(chunk)))


def _settled(raw: Referent, row: Sequence[Any] | None) -> Settled:
    if row is None:
        return Settled(raw, raw, told=False)
    _, kind, called, country, told = row
    titles: tuple[Title, ...] = codec(Referent).parts["titles"](called)
    return Settled(raw, as_settled(raw, kind, titles, country), bool(told))


def as_settled(raw: Referent, kind: ActorKind, titles: tuple[Title, ...], country: str | None) -> Referent:
    """A mention with what else it is known to be."""
    return Referent(raw.id, raw.document, raw.name, kind, raw.names, titles, raw.mentions, country, raw.members)


def settled_row(one: Settled) -> tuple[object, ...]:
    """A mention as a row of ``settled``."""
    return one.raw.id, one.known.kind, dump(codec(Referent).encode(one.known)["titles"]), one.known.country, int(one.told)


def keep_blocks(connection: Connection, kept: Blocks | None) -> None:
    """Keep blocks; where none are given, forget all."""
    if connection.dialect.name != "sqlite":
        return
    for table in KEPT if kept is None or kept.whole else ():
        connection.execute(delete(table))
    if kept is None:
        return
    for part, whole in kept.merged.items():
        _merge(connection, part, whole)
    for chunk in in_chunks(kept.unlent, MANY):
        connection.execute(delete(lent).where(lent.c.referent.in_(chunk)))
    for table in KEPT:
        rows = list(kept.rows.get(table.name, ()))
        if rows:
            places = ", ".join("?" for _ in table.columns)
            connection.exec_driver_sql(f"INSERT OR REPLACE INTO {table.name} VALUES ({places})", rows)  # noqa: S608 - our own names


def _merge(connection: Connection, part: int, whole: int) -> None:
    connection.execute(update(blocks).where(blocks.c.block == part).values(block=whole))
    keys = select(bearings.c.key, bearings.c.asks).where(bearings.c.block == part)
    held = [(key, whole, asks) for key, asks in connection.execute(keys)]
    connection.execute(delete(bearings).where(bearings.c.block == part))
    if held:
        connection.exec_driver_sql("INSERT OR IGNORE INTO bearings VALUES (?, ?, ?)", held)
