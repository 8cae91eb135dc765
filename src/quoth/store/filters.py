"""Which statements are asked for, and how dates of unequal precision are compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import ColumnElement, select

from quoth.records import Stance, Statement
from quoth.store import tables
from quoth.store.database import Source, reading
from quoth.store.fetch import fetch_findings
from quoth.store.search import statements_with


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Statements for which all the given fields hold; a field left None asks for nothing."""

    speaker: str | None = None
    """An actor's id, or a name: of the actor itself or one that some document gives it ("Shoigu", "the Kremlin")."""
    outlet: str | None = None
    """The outlet as the documents name it, whatever the case."""
    stance: Stance | None = None
    since: str | None = None
    """ISO 8601 date, of any precision: the first day asked for."""
    until: str | None = None
    """ISO 8601 date, of any precision: the last day asked for. Compared are the date on which something was said or, where
    that is not known, the date of the document."""
    text: str | None = None
    """Words that must stand in the statement (source, cue or content); a quoted phrase must stand there as it is."""
    document: str | None = None
    """One document's id."""


def is_reversed(since: str | None, until: str | None) -> bool:
    """Whether the first day asked for comes after the last (``2022-10`` and ``2022-09-05``): no date lies between."""
    return since is not None and until is not None and since[: len(until)] > until[: len(since)]


_IMPRECISE = re.compile(r"[X?~%].*")


def within(edtf: str | None, *, since: str | None, until: str | None) -> bool:
    """Whether a date (EDTF, or an ISO date-time) can lie between two days, both included.

    Dates are compared as far as both are given: ``2022-10`` can lie after ``2022-10-05``, and ``2022-10-2X`` before
    ``2022-10-21``. An interval lies there where a part of it does. An unknown date lies nowhere once a bound is given.
    """
    if since is None and until is None:
        return True
    if not edtf:
        return False
    first, _, last = edtf.partition("/")
    return _not_before(last or first, since) and _not_after(first, until)


def _not_before(value: str, bound: str | None) -> bool:
    known = _known(value)
    return bound is None or not known or known[: len(bound)] >= bound[: len(known)]


def _not_after(value: str, bound: str | None) -> bool:
    known = _known(value)
    return bound is None or not known or known[: len(bound)] <= bound[: len(known)]


@lru_cache(maxsize=4096)
def _known(value: str) -> str:
    """The leading part of a date that is sure; empty for the open end of an interval."""
    return "" if value == ".." else _IMPRECISE.sub("", value)


def filtered_statements(
    engine: Source,
    asked: StatementFilter,
    *,
    speakers: Collection[str] | None,
    documents: Collection[str] | None = None,
    ids: Collection[str] | None = None,
) -> Iterator[Statement]:
    """The statements asked for; ``speakers`` are the actors that ``asked.speaker`` names, None where it names nobody."""
    where = _conditions(asked, speakers)
    limits = _documents(engine, asked, documents)
    found = fetch_findings(engine, tables.statements, Statement, documents=limits, ids=ids, where=where)
    if asked.since is None and asked.until is None:
        return found
    published = _publication_dates(engine)
    return (
        statement
        for statement in found
        if within(statement.time or published[statement.document], since=asked.since, until=asked.until)
    )


def _conditions(asked: StatementFilter, speakers: Collection[str] | None) -> list[ColumnElement[bool]]:
    columns, memberships = tables.statements.c, tables.memberships.c
    where: list[ColumnElement[bool]] = []
    if asked.stance is not None:
        where.append(columns.stance == asked.stance)
    if speakers is not None:
        where.append(columns.speaker.in_(select(memberships.referent).where(memberships.actor.in_(list(speakers)))))
    if asked.text is not None:
        where.append(columns.number.in_(statements_with(asked.text)))
    return where


def _documents(engine: Source, asked: StatementFilter, documents: Collection[str] | None) -> Collection[str] | None:
    """The documents to look in, None for all."""
    if asked.document is not None:
        documents = {asked.document} & set(documents if documents is not None else {asked.document})
    if asked.outlet is None:
        return documents
    columns, outlet = tables.documents.c, asked.outlet.strip().casefold()
    with reading(engine) as connection:
        known = connection.execute(select(columns.id, columns.outlet)).all()
    of_outlet = {id_ for id_, name in known if name is not None and name.casefold() == outlet}
    return of_outlet if documents is None else of_outlet & set(documents)


def _publication_dates(engine: Source) -> dict[str, str | None]:
    columns = tables.documents.c
    with reading(engine) as connection:
        return dict(connection.execute(select(columns.id, columns.published)).all())
