"""Rows in bounded portions, as records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import JSON, ColumnElement, Select, Table, bindparam, literal, select, tuple_

from quoth.store import tables
from quoth.store.database import Source, reading
from quoth.store.moments import moment_key
from quoth.store.rows import codec

Record = TypeVar("Record")
Item = TypeVar("Item")

CHUNK = 100
"""Documents whose rows are fetched at a time: bounds memory, and keeps lists of identifiers within the database's limits."""

PAGE = 1000
"""Rows of a table of links fetched at a time."""

WANTED = "wanted"
"""Under this name the values are given for which a query that was made once looks."""


@dataclass(frozen=True, slots=True)
class InOrder:
    """Identifiers of documents that are in the ledger's order already."""

    ids: tuple[str, ...]


Documents: TypeAlias = Collection[str] | InOrder
"""Documents that an answer is limited to."""


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a column has one of the values that are given when the query is run, as ``{WANTED: values}``: so a query is made once."""
    return column.in_(bindparam(WANTED, expanding=True))


def in_chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


_PLACES = tables.documents.c
_ORDERING = select(_PLACES.published, _PLACES.article, _PLACES.modified, _PLACES.number, _PLACES.id)
_ORDERING_OF = _ORDERING.where(among(_PLACES.id))


def document_order(engine: Source, ids: Documents | None = None) -> Sequence[str]:
    """Identifiers of documents by the moment of publication, undated ones last; those of ``ids`` where given.

    Versions of one article follow one another: by their last change, else in the order in which they came in.
    """
    if isinstance(ids, InOrder):
        return ids.ids
    if ids is None:
        known = list(_rows(engine, _ORDERING))
    else:
        known = [row for chunk in in_chunks(set(ids), PAGE) for row in _rows(engine, _ORDERING_OF, chunk)]
    ordered = sorted(
        (moment_key(published), article, moment_key(modified) if modified else "", number, id_)
        for published, article, modified, number, id_ in known
    )
    return [id_ for *_, id_ in ordered]


def fetch_named(
    engine: Source, table: Table, record: type[Record], ids: Iterable[str], *, without: Collection[str] = ()
) -> Iterator[Record]:
    """The records with these identifiers, in no set order; columns ``without`` which they are wanted are left empty."""
    hashable: Any = record
    read, query = _by_id(table, hashable, tuple(without))
    for chunk in in_chunks(ids, 5 * CHUNK):
        yield from map(read.decode, _rows(engine, query, chunk))


@cache
def _by_id(table: Table, record: Any, without: tuple[str, ...]) -> tuple[_Lean, Select[Any]]:
    """How records are read, and the query for those with the identifiers: made once, for making it takes as long as running it."""
    read = _lean(table, record, without)
    return read, select(*(table.c[name] for name in read.columns)).where(among(table.c.id))


@cache
def _by_document(table: Table, record: Any, without: tuple[str, ...]) -> tuple[_Lean, Select[Any]]:
    """As ``_by_id`` for findings of documents, each behind its document and its identifier."""
    read = _lean(table, record, without)
    query = select(table.c.document, table.c.id, *(table.c[name] for name in read.columns)).where(among(table.c.document))
    return read, query.order_by(table.c.document, table.c.position)


def fetch_findings(
    engine: Source,
    table: Table,
    record: type[Record],
    *,
    documents: Documents | None = None,
    ids: Collection[str] | None = None,
    where: Sequence[ColumnElement[bool]] = (),
    without: Collection[str] = (),
) -> Iterator[Record]:
    """Findings in the order of documents, then of place; of some documents, with some identifiers, for which ``where`` holds. Nested columns
    ``without`` which they are wanted are left empty."""
    hashable: Any = record
    read, query = _by_document(table, hashable, tuple(without))
    query = query.where(*where) if where else query
    wanted = None if ids is None else set(ids)
    if wanted is not None and documents is None:
        documents = _documents_of(engine, table, wanted)
    for chunk in in_chunks(document_order(engine, documents)):
        found: dict[str, list[Record]] = {document: [] for document in chunk}
        for row in _rows(engine, query, chunk):
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
    without: Collection[str] = (),
) -> Iterator[Record]:
    """Links in their order; with some identifiers, for which ``where`` holds; columns ``without`` which they
    are wanted are left empty."""
    read = _lean(table, record, without)
    if ids is not None:
        yield from _links_with(engine, table, read, ids, where)
        return
    keys = _keys(table)
    query = select(*keys, *(table.c[name] for name in read.columns)).where(*where).order_by(*keys).limit(PAGE)
    after: list[ColumnElement[bool]] = []
    while rows := _rows(engine, query.where(*after)):
        yield from (read.decode(row[len(keys) :]) for row in rows)
        after = [keys[0] >= rows[-1][0], tuple_(*keys) > tuple_(*(literal(value) for value in rows[-1][: len(keys)]))]


def _keys(table: Table) -> list[ColumnElement[Any]]:
    """What rows of links are listed by."""
    return [table.c.position, *([table.c.name] if "name" in table.c else []), table.c.id]


def _links_with(
    engine: Source, table: Table, read: _Lean, ids: Collection[str], where: Sequence[ColumnElement[bool]]
) -> Iterator[Any]:
    keys, query = _links_by_id(table, read.columns)
    query = query.where(*where) if where else query
    rows = [row for chunk in in_chunks(set(ids)) for row in _rows(engine, query, chunk)]
    yield from (read.decode(row[len(keys) :]) for row in sorted(rows, key=lambda row: row[: len(keys)]))


@cache
def _links_by_id(table: Table, columns: tuple[str, ...]) -> tuple[list[ColumnElement[Any]], Select[Any]]:
    keys = _keys(table)
    return keys, select(*keys, *(table.c[name] for name in columns)).where(among(table.c.id))


@dataclass(frozen=True, slots=True)
class _Lean:
    """Records of which some columns are not fetched: texts are empty then, lists have nothing in them, the rest is None."""

    columns: tuple[str, ...]
    decode: Callable[[Sequence[Any]], Any]


def _lean(table: Table, record: type[Any], without: Collection[str]) -> _Lean:
    read = codec(record)
    columns = tuple(name for name in read.columns if name not in without)
    if not without:
        return _Lean(columns, read.decode)
    empty = [None if name in columns or table.c[name].nullable else _empty(table.c[name]) for name in read.columns]
    places = [read.columns.index(name) for name in columns]

    def decode(row: Sequence[Any]) -> Any:
        values = empty.copy()
        for place, value in zip(places, row, strict=True):
            values[place] = value
        return read.decode(values)

    return _Lean(columns, decode)


def _empty(column: ColumnElement[Any]) -> object:
    return [] if isinstance(column.type, JSON) else ""


def _documents_of(engine: Source, table: Table, ids: Collection[str]) -> set[str]:
    query = select(table.c.document).distinct()
    return {row[0] for chunk in in_chunks(ids) for row in _rows(engine, query.where(table.c.id.in_(chunk)))}


def _rows(engine: Source, query: Select[Any], wanted: Collection[str] | None = None) -> Sequence[Any]:
    with reading(engine) as connection:
        return connection.execute(query, None if wanted is None else {WANTED: wanted}).all()
