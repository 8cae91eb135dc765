"""Rows in bounded portions, as records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, Table, select

from quoth.store import tables
from quoth.store.database import Source, reading
from quoth.store.rows import codec

Record = TypeVar("Record")
Item = TypeVar("Item")

CHUNK = 100
"""Documents whose rows are fetched at a time: bounds memory, and keeps lists of identifiers within the database's limits."""

PAGE = 1000
"""Rows of a table of links fetched at a time."""


def in_chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def document_order(engine: Source, ids: Collection[str] | None = None) -> list[str]:
    """Identifiers of documents by date of publication, undated ones last; those of ``ids`` where given.

    Versions of one article follow one another: by their last change, else in the order in which they came in.
    """
    columns = tables.documents.c
    query = select(columns.published, columns.article, columns.modified, columns.number, columns.id)
    if ids is None:
        known = list(_rows(engine, query))
    else:
        known = [row for chunk in in_chunks(set(ids), PAGE) for row in _rows(engine, query.where(columns.id.in_(chunk)))]
    ordered = sorted(
        (published is None, published or "", article, modified or "", number, id_)
        for published, article, modified, number, id_ in known
    )
    return [id_ for *_, id_ in ordered]


def fetch_named(engine: Source, table: Table, record: type[Record], ids: Iterable[str]) -> Iterator[Record]:
    """The records with these identifiers, in no set order."""
    read = codec(record)
    for chunk in in_chunks(ids):
        yield from map(read.decode, _rows(engine, _select(table, read.columns).where(table.c.id.in_(chunk))))


def fetch_findings(
    engine: Source,
    table: Table,
    record: type[Record],
    *,
    documents: Collection[str] | None = None,
    ids: Collection[str] | None = None,
    where: Sequence[ColumnElement[bool]] = (),
) -> Iterator[Record]:
    """Findings in the order of documents, then of place; of some documents, with some identifiers, for which ``where`` holds."""
    read = codec(record)
    query = select(table.c.document, table.c.id, *(table.c[name] for name in read.columns)).where(*where)
    wanted = None if ids is None else set(ids)
    if wanted is not None and documents is None:
        documents = _documents_of(engine, table, wanted)
    for chunk in in_chunks(document_order(engine, documents)):
        found: dict[str, list[Record]] = {document: [] for document in chunk}
        for row in _rows(engine, query.where(table.c.document.in_(chunk)).order_by(table.c.document, table.c.position)):
            if wanted is None or row[1] in wanted:
                found[row[0]].append(read.decode(row[2:]))
        for document in chunk:
            yield from found[document]


def fetch_links(
    engine: Source,
    table: Table,
    record: type[Record],
    *,
    ids: Collection[str] | None = None,
    where: Sequence[ColumnElement[bool]] = (),
) -> Iterator[Record]:
    """Links in the order in which linking put them out; with some identifiers, for which ``where`` holds."""
    read = codec(record)
    if ids is not None:
        yield from _links_with(engine, table, record, ids, where)
        return
    query = select(table.c.position, *(table.c[name] for name in read.columns)).where(*where).order_by(table.c.position).limit(PAGE)
    last = -1
    while rows := _rows(engine, query.where(table.c.position > last)):
        last = rows[-1][0]
        yield from (read.decode(row[1:]) for row in rows)


def _links_with(
    engine: Source, table: Table, record: type[Record], ids: Collection[str], where: Sequence[ColumnElement[bool]]
) -> Iterator[Record]:
    read = codec(record)
    query = select(table.c.position, *(table.c[name] for name in read.columns)).where(*where)
    rows = [row for chunk in in_chunks(set(ids)) for row in _rows(engine, query.where(table.c.id.in_(chunk)))]
    yield from (read.decode(row[1:]) for row in sorted(rows, key=lambda row: row[0]))


def _documents_of(engine: Source, table: Table, ids: Collection[str]) -> set[str]:
    query = select(table.c.document).distinct()
    return {row[0] for chunk in in_chunks(ids) for row in _rows(engine, query.where(table.c.id.in_(chunk)))}


def _select(table: Table, columns: Sequence[str]) -> Select[Any]:
    return select(*(table.c[name] for name in columns))


def _rows(engine: Source, query: Select[Any]) -> Sequence[Any]:
    with reading(engine) as connection:
        return connection.execute(query).all()
