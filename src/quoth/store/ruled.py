"""Judgements by what they are about: a page reads those that concern it, and what takes them back, however many others there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Column, Connection, PrimaryKeyConstraint, Select, Table, Text, select

from quoth.records import Judgement
from quoth.store import tables
from quoth.store.database import Source, reading
from quoth.store.fetch import PAGE, in_chunks

ruled = Table(
    "ruled",
    tables.metadata,
    Column("thing", Text),
    Column("kind", Text),
    Column("judgement", Text),
    Column("document", Text, index=True),  # of a finding, as it was when it was judged
    PrimaryKeyConstraint("thing", "kind", "judgement"),
    sqlite_with_rowid=False,
)
"""What each judgement is about, kept by triggers."""

_ANY = select(ruled.c.thing).limit(1)
"""Whether anybody judged anything."""
_COLUMNS = [column for column in tables.judgements.c if column.name != "found"]


def rulings_on(source: Source, things: Collection[str], documents: Collection[str] = ()) -> tuple[Judgement, ...]:
    """The judgements on these things and on what was found in these documents, with those that took them back, in order of time; without what was
    found: they say which of them stand."""
    columns = ruled.c
    with reading(source) as connection:
        if connection.execute(_ANY).first() is None:
            return ()
        found = _ids(connection, select(columns.judgement), columns.thing, things)
        found |= _ids(connection, select(columns.judgement), columns.document, documents)
        more = found
        while more := _ids(connection, select(columns.judgement).where(columns.kind == "judgement"), columns.thing, more) - found:
            found |= more
        query = select(*_COLUMNS)
        rows = [
            row
            for chunk in in_chunks(sorted(found), PAGE)
            for row in connection.execute(query.where(tables.judgements.c.id.in_(chunk)))
        ]
    made = (Judgement(**row._mapping) for row in rows)  # noqa: SLF001 - the public name of a row as a mapping
    return tuple(sorted(made, key=lambda one: (one.at, one.id)))


def last_ruling(source: Source) -> str | None:
    """The last judgement of all; None where nobody judged anything."""
    columns = tables.judgements.c
    with reading(source) as connection:
        return connection.scalar(select(columns.id).order_by(columns.at.desc(), columns.id.desc()).limit(1))


def ruled_referents(source: Source, actor: str) -> list[str]:
    """The referents of an actor about which somebody judged who they are."""
    owners = tables.memberships.c
    query = select(ruled.c.thing).join_from(ruled, tables.memberships, owners.referent == ruled.c.thing)
    with reading(source) as connection:
        if connection.execute(_ANY).first() is None:
            return []
        return list(connection.scalars(query.where(ruled.c.kind == "actor", owners.actor == actor).distinct()))


def _ids(connection: Connection, query: Select[Any], column: Column[str], values: Iterable[str]) -> set[str]:
    return {id_ for chunk in in_chunks(values, PAGE) for id_ in connection.scalars(query.where(column.in_(chunk)))}
