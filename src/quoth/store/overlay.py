"""What people judged, laid over what the machine found: rows are changed, and what they were is kept beside, so that it can be put back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, Text, cast, delete, func, insert, or_, select, update

from quoth.records import (
    Actor,
    Claim,
    Contact,
    ContactEvent,
    Copy,
    Disagreement,
    Judgement,
    Quantity,
    Referent,
    Statement,
    Story,
    Term,
    TimeExpression,
)
from quoth.store import tables
from quoth.store.database import Source, reading
from quoth.store.fetch import fetch_named, in_chunks
from quoth.store.places import place_of
from quoth.store.rows import codec

RECORDS: Mapping[str, type[Any]] = {
    "referents": Referent,
    "statements": Statement,
    "times": TimeExpression,
    "quantities": Quantity,
    "contacts": Contact,
    "terms": Term,
    "actors": Actor,
    "copies": Copy,
    "events": ContactEvent,
    "stories": Story,
    "claims": Claim,
    "disagreements": Disagreement,
}
"""Table → the records it holds; all of them can be judged, or follow from what was judged."""

FEW = 8
"""Identifiers up to which the database looks for them; for more, the column is read once and looked through."""

_NAMED = re.compile(r'"([0-9a-f]{20})"')


@dataclass(frozen=True, slots=True)
class Overlay:
    """Changes rows within one transaction and keeps what they were."""

    connection: Connection

    def change(self, kind: str, id: str, record: Any | None) -> None:  # noqa: A002 - named as the field
        """Put a record in the place of that of this identifier; a new one where there is none, none for None."""
        table, present = tables.metadata.tables[kind], self._present(kind, id)
        if present is None and record is None:
            return
        document = (present or {}).get("document") or getattr(record, "document", None)
        self._keep(kind, id, document, present)
        if record is None:
            self.connection.execute(delete(table).where(table.c.id == id))
            return
        columns = _row(record, kind)
        if present is None:
            self._insert(table, columns | self._place(table, document))
        else:
            self.connection.execute(update(table).where(table.c.id == id).values(**columns))
        if kind == "actors":
            self._enrol(id, record.referents)

    def keep(self, before: Mapping[str, Mapping[str, Any | None]]) -> None:
        """Keep what the machine had, by table and identifier, where linking has put judged rows already."""
        for kind, records in before.items():
            positions = self._next_position(tables.metadata.tables[kind])
            for number, (id_, record) in enumerate(records.items()):
                place = None if record is None else place_of(kind, record)
                if place is None:
                    place = (self._present(kind, id_) or {}).get("position", positions + number)
                self._keep(kind, id_, None, None if record is None else _row(record, kind) | {"position": place})

    def restore(self, kinds: Collection[str]) -> dict[str, set[str]]:
        """Put back what the machine had in these tables; the identifiers of the rows that were touched, by table."""
        columns = tables.unjudged.c
        rows = self.connection.execute(select(columns.kind, columns.id, columns.row).where(columns.kind.in_(list(kinds)))).all()
        touched: dict[str, set[str]] = {}
        for kind, id_, _ in rows:
            touched.setdefault(kind, set()).add(id_)
        for kind, ids in touched.items():
            table = tables.metadata.tables[kind]
            for chunk in in_chunks(sorted(ids)):
                self.connection.execute(delete(table).where(table.c.id.in_(chunk)))
        for kind, _, row in rows:
            if row is not None:
                self._put_back(kind, row)
        self.connection.execute(delete(tables.unjudged).where(columns.kind.in_(list(kinds))))
        return touched

    def forget(self, kinds: Collection[str]) -> None:
        """Forget what the machine had in these tables: they are written anew."""
        self.connection.execute(delete(tables.unjudged).where(tables.unjudged.c.kind.in_(list(kinds))))

    def _keep(self, kind: str, id_: str, document: str | None, row: Mapping[str, Any] | None) -> None:
        columns = tables.unjudged.c
        kept = self.connection.execute(select(columns.id).where(columns.kind == kind, columns.id == id_)).first()
        if kept is None:
            self._insert(tables.unjudged, {"kind": kind, "id": id_, "document": document, "row": dict(row) if row else None})

    def _present(self, kind: str, id_: str) -> dict[str, Any] | None:
        table = tables.metadata.tables[kind]
        row = self.connection.execute(select(table).where(table.c.id == id_)).mappings().one_or_none()
        return None if row is None else {name: value for name, value in row.items() if name != "number"}

    def _put_back(self, kind: str, row: Mapping[str, Any]) -> None:
        table = tables.metadata.tables[kind]
        self._insert(table, row)
        if kind == "actors":
            self._enrol(row["id"], row["referents"])

    def _place(self, table: Table, document: str | None) -> dict[str, Any]:
        """Where a new row stands: after all others, of its document where it has one."""
        if "document" not in table.c:
            return {"position": self._next_position(table)}
        last = self.connection.scalar(select(func.max(table.c.position)).where(table.c.document == document))
        return {"position": 0 if last is None else last + 1, "document": document}

    def _next_position(self, table: Table) -> int:
        last = self.connection.scalar(select(func.max(table.c.position)))
        return 0 if last is None else last + 1

    def _enrol(self, actor: str, referents: Iterable[str]) -> None:
        columns, wanted = tables.memberships.c, set(referents)
        held = set(self.connection.scalars(select(columns.referent).where(columns.actor == actor)))
        for chunk in in_chunks(sorted(held ^ wanted)):
            self.connection.execute(delete(tables.memberships).where(columns.referent.in_(chunk)))
        for chunk in in_chunks(sorted(wanted - held)):
            self.connection.execute(insert(tables.memberships), [{"referent": one, "actor": actor} for one in chunk])

    def _insert(self, table: Table, row: Mapping[str, Any]) -> None:
        self.connection.execute(insert(table), [dict(row)])


def _row(record: Any, kind: str) -> dict[str, Any]:
    return codec(RECORDS[kind]).encode(record)


def found_before(
    source: Source, kinds: Collection[str], *, ids: Collection[str] | None = None, document: str | None = None
) -> dict[tuple[str, str], Any | None]:
    """What the machine had where a judgement changed a row (of one document, where that is given), by table and identifier; None where it had
    nothing."""
    columns = tables.unjudged.c
    query = select(columns.kind, columns.id, columns.row).where(columns.kind.in_(list(kinds)))
    query = query if document is None else query.where(columns.document == document)
    with reading(source) as connection:
        rows = connection.execute(query if ids is None else query.where(columns.id.in_(list(ids)))).all()
    return {(kind, id_): _record(kind, row) for kind, id_, row in rows}


def _record(kind: str, row: Mapping[str, Any] | None) -> Any | None:
    return None if row is None else record_of(kind, row)


def record_of(kind: str, row: Mapping[str, Any]) -> Any:
    """The record that a row of columns holds."""
    read = codec(RECORDS[kind])
    return read.decode([row.get(name) for name in read.columns])


def row_of(kind: str, record: Any) -> dict[str, Any]:
    """The columns of a record, as they can be kept in a judgement."""
    return _row(record, kind)


def fetch_one(source: Source, kind: str, id: str) -> Any | None:  # noqa: A002 - named as the field
    """The record of a table with this identifier, or None."""
    return next(fetch_named(source, tables.metadata.tables[kind], RECORDS[kind], [id]), None)


def fetch_many(source: Source, kind: str, ids: Iterable[str]) -> dict[str, Any]:
    """The records of a table with these identifiers, by identifier."""
    return {one.id: one for one in fetch_named(source, tables.metadata.tables[kind], RECORDS[kind], sorted(set(ids)))}


def enrolled(source: Source, referents: Iterable[str]) -> dict[str, str]:
    """The actor of each of these referents."""
    columns = tables.memberships.c
    found: dict[str, str] = {}
    with reading(source) as connection:
        for chunk in in_chunks(referents):
            query = select(columns.referent, columns.actor).where(columns.referent.in_(chunk))
            found.update((referent, actor) for referent, actor in connection.execute(query))
    return found


def naming(source: Source, kind: str, column: str, ids: Collection[str]) -> set[str]:
    """The identifiers of the rows of a table in which a nested column names one of ``ids``."""
    if not ids:
        return set()
    table = tables.metadata.tables[kind]
    words = cast(table.c[column], Text)
    query = select(table.c.id)
    with reading(source) as connection:
        if len(ids) <= FEW:
            return set(connection.scalars(query.where(or_(*(words.contains(f'"{one}"', autoescape=True) for one in ids)))))
        wanted = frozenset(ids)
        rows = connection.execute(select(table.c.id, words))
        return {id_ for id_, text in rows if text and not wanted.isdisjoint(_NAMED.findall(text))}


def rulings(source: Source) -> tuple[Judgement, ...]:
    """All judgements in order of time, without what was found: what decides which of them stand."""
    columns = [column for column in tables.judgements.c if column.name != "found"]
    names = [column.name for column in columns]
    with reading(source) as connection:
        rows = connection.execute(select(*columns).order_by(tables.judgements.c.at, tables.judgements.c.id))
        return tuple(Judgement(**dict(zip(names, row, strict=True))) for row in rows)


def whole_rulings(source: Source, ids: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements with these identifiers, with what was found."""
    return tuple(fetch_named(source, tables.judgements, Judgement, list(ids)))


def begun(source: Source, kind: str, start: str, *, limit: int = 4) -> list[str]:
    """The first identifiers of a table that begin so."""
    column = tables.metadata.tables[kind].c.id
    with reading(source) as connection:
        query = select(column).where(column >= start, column < f"{start}~").order_by(column).limit(limit)
        return list(connection.scalars(query))


def present(source: Source, kind: str, ids: Iterable[str]) -> set[str]:
    """Those of the identifiers that a table has."""
    column = tables.metadata.tables[kind].c.id
    with reading(source) as connection:
        return {id_ for chunk in in_chunks(ids) for id_ in connection.scalars(select(column).where(column.in_(chunk)))}


def holds(source: Source, kind: str, ids: Iterable[str]) -> bool:
    """Whether a table has a row with one of these identifiers."""
    column = tables.metadata.tables[kind].c.id
    with reading(source) as connection:
        return any(connection.execute(select(column).where(column.in_(chunk)).limit(1)).first() for chunk in in_chunks(ids))


def one_of_each_outlet(source: Source) -> list[str]:
    """A document of each outlet."""
    columns = tables.documents.c
    with reading(source) as connection:
        return list(connection.scalars(select(func.min(columns.id)).where(columns.outlet.is_not(None)).group_by(columns.outlet)))


def told_in(source: Source, kind: str, statements: Collection[str], documents: Collection[str]) -> list[str]:
    """The findings of a table, in these documents, that rest on one of these statements."""
    table = tables.metadata.tables[kind]
    column = table.c.parent if kind == "statements" else table.c.statement
    query = select(table.c.id).where(table.c.document.in_(list(documents)), column.in_(list(statements)))
    with reading(source) as connection:
        return list(connection.scalars(query))
