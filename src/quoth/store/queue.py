"""What waits for a person to look at it: the statements that the reader was least sure of, those without a speaker, open questions of who is who."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Select, Text, func, literal_column, or_, select, text

from quoth.store import tables
from quoth.store.counting import actor_tallies, offices
from quoth.store.database import Source, reading
from quoth.store.lasting import lasting

MOST = 30_000
"""Identifiers that the database is asked for at once."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Identifiers of what waits, in the order in which to look at it, and how many there are in all."""

    ids: tuple[str, ...]
    found: int


@dataclass(frozen=True, slots=True)
class _Queue:
    """Which statements wait, and in which order, as one index has them."""

    index: str
    wanted: str
    order: str
    by_name: str
    """The same as ``wanted``, for statements that are looked up by their identifiers (a plus keeps the database off other indexes)."""


_UNSURE = _Queue("ix_statements_score_id", "score < :below", "score, id", "+score < :below")
_SPEAKERLESS = _Queue(
    "ix_statements_speakerless",
    "speaker IS NULL AND source IS NOT NULL",
    "score DESC, id DESC",
    "+speaker IS NULL AND +source IS NOT NULL",
)


def unsure_statements(source: Source, *, below: float, judged: Collection[str], number: int, each: int) -> Waiting:
    """Statements that score less than ``below``, the least sure first; those of ``judged`` are left out."""
    return _page(source, _UNSURE, {"below": below}, judged, (number - 1) * each, each)


def speakerless_statements(source: Source, *, judged: Collection[str], number: int, each: int) -> Waiting:
    """Statements whose words name a source but whose speaker is undecided, the surest reading first, as there the least is to be done."""
    return _page(source, _SPEAKERLESS, {}, judged, (number - 1) * each, each)


def open_actors(source: Source, *, number: int, each: int) -> Waiting:
    """Actors who may be somebody else as well, by name."""
    columns = actor_tallies.c
    query = select(columns.actor).where(text("open")).order_by(columns.name, columns.actor).limit(each).offset((number - 1) * each)
    with reading(source) as connection:
        found = connection.scalar(select(func.count()).select_from(actor_tallies).where(text("open"))) or 0
        return Waiting(tuple(connection.scalars(query)), found)


def actors_so_named(source: Source, names: Collection[str]) -> list[str]:
    """The actors of exactly these names."""
    columns = tables.actors.c
    with reading(source) as connection:
        return list(connection.scalars(select(columns.id).where(columns.name.in_(list(names)[:MOST])).order_by(columns.id)))


def actors_with(source: Source, words: Collection[str], *, limit: int) -> list[tuple[str, str, str, str | None]]:
    """Actors whose name has one of these words in it: identifier, name, kind, country."""
    columns = actor_tallies.c
    held = or_(*(columns.name.icontains(word, autoescape=True) for word in words))
    query = (
        select(columns.actor, columns.name, columns.kind, columns.country)
        .where(held)
        .order_by(columns.name, columns.actor)
        .limit(limit)
    )
    with reading(source) as connection:
        return [tuple(row) for row in connection.execute(query)] if words else []


def offices_of(source: Source, actors: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """The offices that documents give each of these actors, each once: title, and whose it is (empty where that is not told)."""
    columns, found = offices.c, dict[str, list[tuple[str, str]]]()
    query = select(columns.actor, columns.title, columns.of).where(columns.actor.in_(list(actors)[:MOST])).distinct()
    with reading(source) as connection:
        for actor, title, of in connection.execute(query.order_by(columns.actor, columns.title, columns.of)):
            found.setdefault(actor, []).append((title, of))
    return found


def _page(source: Source, queue: _Queue, given: Mapping[str, float], judged: Collection[str], first: int, each: int) -> Waiting:
    held = text(f"statements INDEXED BY {queue.index}")
    query = select(literal_column("id", Text)).select_from(held).where(text(queue.wanted)).order_by(text(queue.order))
    with reading(source) as connection:
        count = select(func.count()).select_from(held).where(text(queue.wanted))
        found = lasting(source, (queue, *given.items()), lambda ledger: ledger.scalar(count, given) or 0)
        ids = [one for one in connection.scalars(query.limit(first + each + len(judged)), given) if one not in judged]
        passed = connection.scalar(_among(queue, judged), given) if judged else 0
    return Waiting(tuple(ids[first : first + each]), found - (passed or 0))


def _among(queue: _Queue, ids: Collection[str]) -> Select[int]:
    """How many of these statements wait."""
    columns = tables.statements.c
    return select(func.count()).select_from(tables.statements).where(columns.id.in_(list(ids)[:MOST]), text(queue.by_name))
