"""What the ledger keeps of one actor, counted: its names, offices, statements in order, claims and contacts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from quoth.store import tables
from quoth.store.counting import actor_tallies, names, offices, parties, sayings, standings
from quoth.store.database import Source, reading
from quoth.store.moments import page_in_time


@dataclass(frozen=True, slots=True)
class ActorHead:
    """An actor without its referents."""

    id: str
    name: str
    kind: str
    country: str | None
    evidence: tuple[str, ...]
    statements: int
    mentions: int
    appearances: int
    """Documents that mention it."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office that documents give an actor, with the first and the last day on which they do."""

    text: str
    of: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Persons:
    """Reads what is kept of actors."""

    engine: Source

    def head(self, actor: str) -> ActorHead | None:
        """One actor; None where there is none of that identifier."""
        who, counted = tables.actors.c, actor_tallies.c
        query = (
            select(who.id, who.name, who.kind, who.country, who.evidence, counted.statements, counted.mentions, counted.appearances)
            .join_from(tables.actors, actor_tallies, counted.actor == who.id)
            .where(who.id == actor)
        )
        with reading(self.engine) as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else ActorHead(*row[:4], tuple(row[4]), *row[5:])

    def names(self, actor: str) -> list[tuple[str, int]]:
        """What documents call it, and how often; most frequent first."""
        query = select(names.c.name, names.c.times).where(names.c.actor == actor, names.c.times > 0)
        with reading(self.engine) as connection:
            return [(name, times) for name, times in connection.execute(query.order_by(names.c.times.desc(), names.c.name))]

    def offices(self, actor: str) -> list[Office]:
        """The offices that documents give it."""
        columns = offices.c
        days = func.min(func.nullif(columns.day, "")), func.max(func.nullif(columns.day, ""))
        query = select(columns.title, columns.of, *days).where(columns.actor == actor).group_by(columns.title, columns.of)
        with reading(self.engine) as connection:
            return [Office(title, of or None, first, last) for title, of, first, last in connection.execute(query)]

    def said(self, actor: str, *, least: float = 0.0, limit: int, offset: int = 0, without: Collection[int] = ()) -> list[str]:
        """Its statements in order of publication, undated ones last; those that score less than ``least`` are left out, and those of the
        documents ``without`` which they are wanted, by number."""
        columns = sayings.c
        rows = select(columns.number, columns.position, columns.statement, columns.published)
        rows = rows.where(columns.actor == actor, columns.score >= least, *_outside(without))
        with reading(self.engine) as connection:
            return [row[2] for row in page_in_time(connection, rows, columns.published, limit=limit, offset=offset)]

    def count_said(self, actor: str, *, least: float, without: Collection[int] = ()) -> int:
        """How many statements it has that do not score less, and are not in the documents ``without`` which they are counted."""
        query = select(func.count()).select_from(sayings).where(sayings.c.actor == actor, sayings.c.score >= least)
        query = query.where(*_outside(without))
        with reading(self.engine) as connection:
            return connection.scalar(query) or 0

    def claims(self, actor: str, *, limit: int, offset: int = 0) -> tuple[list[str], int]:
        """The first claims behind ``offset`` on which it has a position, and on how many it has one."""
        columns = standings.c
        query = select(columns.claim).where(columns.actor == actor).order_by(columns.position).limit(limit).offset(offset)
        with reading(self.engine) as connection:
            found = connection.scalar(select(func.count()).select_from(standings).where(columns.actor == actor)) or 0
            return list(connection.scalars(query)), found

    def contacts(self, actor: str, *, limit: int | None = None) -> tuple[list[str], int]:
        """Tellings of contacts to which it is a party, so many of them at most, and how many there are."""
        linked = tables.memberships.c
        joined = tables.memberships.join(parties, parties.c.referent == linked.referent)
        query = select(parties.c.contact).select_from(joined).where(linked.actor == actor).distinct()
        with reading(self.engine) as connection:
            found = connection.scalars(query).all()
        return sorted(found)[:limit], len(found)


def _outside(documents: Collection[int]) -> list[ColumnElement[bool]]:
    return [sayings.c.number.not_in(list(documents))] if documents else []
