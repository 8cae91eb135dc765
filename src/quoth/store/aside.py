"""Articles that people set aside: taken whole out of the tables that everything is read from, and kept so that they can be brought back as they were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, insert, select

from quoth.store import tables
from quoth.store.database import Source, reading
from quoth.store.fetch import in_chunks

KEPT = tables.documents.name
"""The kind under which they are kept among what the machine had."""
STAGE = "judge"
"""The stage under which they are listed among what could not be used."""
_OF_DOCUMENT = (tables.segments, *tables.FINDINGS, tables.read_by)
"""Tables of what belongs to one document."""


class Aside(NamedTuple):
    """A document that was set aside, in short."""

    id: str
    article: str
    outlet: str | None
    title: str | None
    file: str | None
    sha256: str
    """Of the original."""


def documents_aside(source: Source, ids: Collection[str] | None = None) -> tuple[Aside, ...]:
    """The documents that were set aside, in order of identifier; those of ``ids`` where they are given."""
    columns = tables.unjudged.c
    query = select(columns.row).where(columns.kind == KEPT).order_by(columns.id)
    with reading(source) as connection:
        rows = connection.scalars(query if ids is None else query.where(columns.id.in_(list(ids)))).all()
    return tuple(_in_short(row[KEPT][0]) for row in rows if row)


def name_of(one: Aside) -> str:
    """How a document that was set aside is listed."""
    return f"{one.title or one.file or one.id} ({one.outlet or 'unknown outlet'})"


def documents_of(source: Source, articles: Iterable[str]) -> list[str]:
    """The documents of these articles that are not set aside, in the ledger's order."""
    columns = tables.documents.c
    with reading(source) as connection:
        query = select(columns.id).order_by(columns.number)
        return [id_ for chunk in in_chunks(articles) for id_ in connection.scalars(query.where(columns.article.in_(chunk)))]


def findings_of(connection: Connection, document: str) -> list[tuple[str, str]]:
    """Table and identifier of all that was found in a document."""
    queries = ((table.name, select(table.c.id).where(table.c.document == document)) for table in tables.FINDINGS)
    return [(name, id_) for name, query in queries for id_ in connection.scalars(query)]


def put_away(connection: Connection, documents: Iterable[str]) -> None:
    """Take documents out of the ledger, with all that was found in them, and keep them beside it. No link may name them any more."""
    for id_ in documents:
        held = _rows(connection, tables.documents, "id", id_)
        if not held:
            continue
        row = {KEPT: held, **{table.name: _as_found(connection, table, id_) for table in _OF_DOCUMENT}}
        row[tables.finished.name] = _marks(connection, id_)
        connection.execute(delete(tables.unjudged).where(tables.unjudged.c.document == id_))
        connection.execute(insert(tables.unjudged), [{"kind": KEPT, "id": id_, "document": None, "row": row}])
        connection.execute(delete(tables.finished).where(*_is_mark(id_)))
        connection.execute(delete(tables.documents).where(tables.documents.c.id == id_))


def bring_back(connection: Connection, documents: Iterable[str]) -> None:
    """Put documents back that were put away, as they were."""
    columns = tables.unjudged.c
    for id_ in documents:
        here = (columns.kind == KEPT, columns.id == id_)
        row: Mapping[str, Any] | None = connection.scalar(select(columns.row).where(*here))
        if row is None:
            continue
        connection.execute(delete(tables.unjudged).where(*here))
        _insert_document(connection, row[KEPT][0])
        for table in (*_OF_DOCUMENT, tables.finished):
            if row[table.name]:
                connection.execute(insert(table), list(row[table.name]))


def _in_short(row: Mapping[str, Any]) -> Aside:
    return Aside(row["id"], row["article"], row["outlet"], row["title"], row["file"], row["original"])


def _rows(connection: Connection, table: Table, column: str, value: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(select(table).where(table.c[column] == value)).mappings()]


def _as_found(connection: Connection, table: Table, document: str) -> list[dict[str, Any]]:
    """The rows of a document, as the machine had them where people judged otherwise."""
    columns = tables.unjudged.c
    query = select(columns.id, columns.row).where(columns.kind == table.name, columns.document == document)
    judged: dict[str, dict[str, Any] | None] = dict(connection.execute(query).all())
    present = [row for row in _rows(connection, table, "document", document) if row.get("id") not in judged]
    found = [*present, *(dict(row) for row in judged.values() if row)]
    plain = [{name: value for name, value in row.items() if name != "number"} for row in found]
    return sorted(plain, key=lambda row: row.get("position", 0))


def _is_mark(document: str) -> tuple[Any, ...]:
    columns = tables.finished.c
    return columns.stage == "extract", columns.part == document


def _marks(connection: Connection, document: str) -> list[dict[str, Any]]:
    """Under which settings it was read for findings."""
    return [dict(row) for row in connection.execute(select(tables.finished).where(*_is_mark(document))).mappings()]


def _insert_document(connection: Connection, row: Mapping[str, Any]) -> None:
    """In the place that it had, if that is free; else last."""
    columns = tables.documents.c
    taken = connection.scalar(select(columns.id).where(columns.number == row["number"])) is not None
    kept = {name: value for name, value in row.items() if name != "number" or not taken}
    connection.execute(insert(tables.documents), [kept])
