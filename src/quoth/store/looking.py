"""A search over statements that looks through a bounded number of them, in order of publication where an index gives that order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Integer, Select, func, literal_column, select, table

from quoth.store import tables
from quoth.store.counting import sayings
from quoth.store.database import Source, reading
from quoth.store.filters import StatementFilter, within
from quoth.store.moments import UNDATED, moment_key
from quoth.store.search import match_query

LOOKED = 3_000
"""Statements that are looked through at most."""


class Seen(NamedTuple):
    """A statement as a search looks at it."""

    id: str
    score: float
    stance: str
    time: str | None
    speaker: str | None
    number: int
    """The document's."""
    position: int
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Looked:
    """The statements that fit, in order of publication; whether all were looked through."""

    fitting: tuple[Seen, ...]
    whole: bool


def look(source: Source, asked: StatementFilter, *, actors: Collection[str] | None) -> Looked:
    """The statements asked for (``outlet`` as the ledger names it, ``actors`` those that the speaker's name means), among the first
    ``LOOKED`` that the narrowest of the questions gives."""
    if asked.text is not None and match_query(asked.text) is None:
        return Looked((), whole=True)
    with reading(source) as connection:
        rows: dict[str, Any] = {}
        for query in _narrowest(source, asked, actors):
            if len(rows) <= LOOKED:  # else no more are looked at
                rows |= {row[0]: row for row in connection.execute(query.limit(LOOKED + 1)).all() if row[0] not in rows}
        seen = [Seen(*row) for row in rows.values()]
        dated = {date: within(date, since=asked.since, until=asked.until) for date in {one.time or one.published for one in seen}}
        rest = {one.id for one in seen[:LOOKED] if dated[one.time or one.published] and _fits(one, asked)}
        if asked.text is not None and len(seen) > 0 and not _is_led_by_words(source, asked, actors):
            rest &= _having(connection, asked.text, rest)
        if actors is not None and _is_led_by_words(source, asked, actors):
            rest &= _said_by(connection, actors, rest)
    fitting = sorted((one for one in seen[:LOOKED] if one.id in rest), key=_order)
    return Looked(tuple(fitting), whole=len(seen) <= LOOKED)


def _order(one: Seen) -> tuple[str, int, int]:
    return moment_key(one.published), one.number, one.position


def _fits(one: Seen, asked: StatementFilter) -> bool:
    return (asked.stance is None or one.stance == asked.stance) and (asked.outlet is None or one.outlet == asked.outlet)


def _is_led_by_words(source: Source, asked: StatementFilter, actors: Collection[str] | None) -> bool:
    """Whether the words are looked up first: they are few, or nothing narrower is asked for."""
    if asked.text is None:
        return False
    if actors is None and asked.outlet is None:
        return True
    with reading(source) as connection:
        found = connection.scalar(select(func.count()).select_from(_words(asked.text).limit(LOOKED + 1).subquery())) or 0
    return found <= LOOKED


def _narrowest(source: Source, asked: StatementFilter, actors: Collection[str] | None) -> list[Select[Any]]:
    said, documents = tables.statements.c, tables.documents.c
    columns = (
        said.id, said.score, said.stance, said.time, said.speaker, documents.number, said.position, documents.outlet, documents.published,
    )  # fmt: skip
    joined = select(*columns).join_from(tables.statements, tables.documents, documents.id == said.document)
    if asked.text is not None and _is_led_by_words(source, asked, actors):
        return [joined.where(said.number.in_(_words(asked.text).limit(LOOKED + 1)))]
    if actors is not None:
        spoken = select(*columns).join_from(sayings, tables.statements, said.id == sayings.c.statement)
        spoken = spoken.join(tables.documents, documents.id == said.document).where(sayings.c.actor.in_(list(actors)))
        return [spoken.order_by(sayings.c.published, sayings.c.number, sayings.c.position)]
    by_document = select(*columns).join_from(tables.documents, tables.statements, documents.id == said.document)
    if asked.outlet is not None:
        return [by_document.where(documents.outlet == asked.outlet).order_by(documents.published, documents.article)]
    if asked.stance is not None:
        return [joined.where(said.stance == asked.stance)]
    first, last = (asked.since or "")[:7], f"{asked.until or UNDATED}{UNDATED}"
    published = by_document.where(documents.published >= first, documents.published < last)
    told = joined.where(said.time.is_not(None), said.time >= first, said.time < last)
    return [published.order_by(documents.published, documents.id), told.order_by(said.time)]


def _words(text: str) -> Select[Any]:
    words = table("statements_words")
    rowid = literal_column("rowid", Integer)
    return select(rowid).select_from(words).where(literal_column("statements_words").op("MATCH")(match_query(text)))


def _having(connection: Any, text: str, ids: Collection[str]) -> set[str]:
    """Those of the statements that have all the words."""
    said, found = tables.statements.c, set[str]()
    listed = sorted(ids)
    for first in range(0, len(listed), 1000):
        query = select(said.number, said.id).where(said.id.in_(listed[first : first + 1000]))
        numbers: dict[int, str] = dict(map(tuple, connection.execute(query)))
        rowid = literal_column("rowid", Integer)
        found |= {numbers[one] for one in connection.scalars(_words(text).where(rowid.in_(list(numbers))))}
    return found


def _said_by(connection: Any, actors: Collection[str], ids: Collection[str]) -> set[str]:
    """Those of the statements that one of these actors makes."""
    said, linked, found = tables.statements.c, tables.memberships.c, set[str]()
    listed = sorted(ids)
    for first in range(0, len(listed), 1000):
        query = select(said.id).join_from(tables.statements, tables.memberships, linked.referent == said.speaker)
        query = query.where(said.id.in_(listed[first : first + 1000]), linked.actor.in_(list(actors)))
        found |= set(connection.scalars(query))
    return found
