"""What waits for a person to look at it: the statements that the reader was least sure of, those without a speaker, open questions of who is who."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, Text, cast, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from quoth.store import tables
from quoth.store.database import Source, reading

_OPEN = '"undecided: '
"""How a line of an actor's evidence begins that says whom they may be as well, as it stands in the column."""
MOST = 30_000
"""Identifiers that the database is asked for at once."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Identifiers of what waits, in the order in which to look at it, and how many there are in all."""

    ids: tuple[str, ...]
    found: int


def unsure_statements(source: Source, *, below: float, judged: Collection[str], number: int, each: int) -> Waiting:
    """Statements that score less than ``below``, the least sure first; those of ``judged`` are left out."""
    columns = tables.statements.c
    return _page(source, [columns.score < below], judged, number, each)


def speakerless_statements(source: Source, *, judged: Collection[str], number: int, each: int) -> Waiting:
    """Statements whose words name a source but whose speaker is undecided, the surest reading first, as there the least is to be done."""
    columns = tables.statements.c
    return _page(source, [columns.speaker.is_(None), columns.source.is_not(None)], judged, number, each, last=True)


def open_actors(source: Source, *, number: int, each: int) -> Waiting:
    """Actors who may be somebody else as well, by name."""
    columns = tables.actors.c
    open_ = cast(columns.evidence, Text).contains(_OPEN, autoescape=True)
    query = select(columns.id).where(open_).order_by(columns.name, columns.id).limit(each).offset((number - 1) * each)
    with reading(source) as connection:
        found = connection.scalar(select(func.count()).select_from(tables.actors).where(open_)) or 0
        return Waiting(tuple(connection.scalars(query)), found)


def actors_so_named(source: Source, names: Collection[str]) -> list[str]:
    """The actors of exactly these names."""
    columns = tables.actors.c
    with reading(source) as connection:
        return list(connection.scalars(select(columns.id).where(columns.name.in_(list(names)[:MOST])).order_by(columns.id)))


def actors_with(source: Source, words: Collection[str], *, limit: int) -> list[tuple[str, str, str, str | None]]:
    """Actors whose name has one of these words in it: identifier, name, kind, country."""
    columns = tables.actors.c
    held = or_(*(columns.name.icontains(word, autoescape=True) for word in words))
    query = (
        select(columns.id, columns.name, columns.kind, columns.country).where(held).order_by(columns.name, columns.id).limit(limit)
    )
    with reading(source) as connection:
        return [tuple(row) for row in connection.execute(query)] if words else []


def _page(
    source: Source, wanted: list[ColumnElement[bool]], judged: Collection[str], number: int, each: int, *, last: bool = False
) -> Waiting:
    columns = tables.statements.c
    order = columns.score.desc() if last else columns.score
    query = select(columns.id).where(*wanted).order_by(order, columns.id).limit(number * each + len(judged))
    with reading(source) as connection:
        found = connection.scalar(select(func.count()).select_from(tables.statements).where(*wanted)) or 0
        ids = [one for one in connection.scalars(query) if one not in judged]
        passed = connection.scalar(_among(wanted, judged)) if judged else 0
    return Waiting(tuple(ids[(number - 1) * each : number * each]), found - (passed or 0))


def _among(wanted: list[ColumnElement[bool]], ids: Collection[str]) -> Select[int]:
    """How many of these statements are among those wanted."""
    columns = tables.statements.c
    return select(func.count()).select_from(tables.statements).where(columns.id.in_(list(ids)[:MOST]), *wanted)
