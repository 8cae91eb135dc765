"""Which actors a person means by a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Integer, literal_column, select, table

from quoth.store import tables
from quoth.store.counting import actor_tallies, names
from quoth.store.database import Source, reading
from quoth.store.search import match_query

LIKE = 500
"""Names that are looked through for those that come close."""


def fits(asked: str, name: str) -> bool:
    """Whether all the words of ``asked`` stand in ``name``, whatever the case: "shoigu" fits "Sergei Shoigu"."""
    return set(asked.casefold().split()) <= set(name.casefold().split())


def find_actors(engine: Source, name: str, *, surnames: bool = False) -> list[str]:
    """Identifiers of the actors with this identifier; else with this very name, and with ``surnames`` where that is a person's
    surname alone those people whose name ends with it; else with this as part of their name; else
    of those to whom some document gives it as a name. Empty where nobody is called so."""
    columns, folded = tables.actors.c, name.strip().casefold()
    with reading(engine) as connection:
        if connection.scalar(select(columns.id).where(columns.id == name)) is not None:
            return [name]
    query = match_query(name)
    if query is None:
        return []
    called = _called(engine, query)
    by_surname = surnames and any(one.own.casefold() == folded and _bears(one, folded) for one in called)
    tests: tuple[Callable[[_Called], bool], ...] = (
        lambda one: one.own.casefold() == folded or (by_surname and _bears(one, folded)),
        lambda one: fits(folded, one.own),
        lambda one: one.times > 0 and one.name.casefold() == folded,
    )
    return next((list(dict.fromkeys(found)) for test in tests if (found := [one.actor for one in called if test(one)])), [])


class _Called(NamedTuple):
    actor: str
    own: str
    """The actor's own name."""
    name: str
    times: int
    """How often it is called by this name."""
    kind: str


def _bears(one: _Called, surname: str) -> bool:
    """Whether somebody's own name is this word or ends with it: who is only called "Brandt" in one article may be the Ada Brandt of another."""
    return one.kind == "person" and one.own.casefold().split()[-1:] == [surname]


def _called(engine: Source, query: str) -> list[_Called]:
    """Every name that has the words, with whose it is."""
    words, who = table("names_words"), actor_tallies.c
    found = select(literal_column("rowid", Integer)).select_from(words).where(literal_column("names_words").op("MATCH")(query))
    asked = (
        select(names.c.actor, who.name, names.c.name, names.c.times, who.kind)
        .join_from(names, actor_tallies, who.actor == names.c.actor)
        .where(names.c.number.in_(found))
        .order_by(names.c.number)
    )
    with reading(engine) as connection:
        return [_Called(*row) for row in connection.execute(asked)]


def names_like(engine: Source, name: str) -> list[str]:
    """Actors' names with a word that begins as one of these does; those that share most first, at most ``LIKE`` of them."""
    starts = {word[:3] for word in re.findall(r"\w+", name) if len(word) > 1} | {word[:2] for word in re.findall(r"\w+", name)}
    if not starts:
        return []
    words = table("names_words")
    query = " OR ".join(f'"{start}"*' for start in sorted(starts))
    found = (
        select(literal_column("rowid", Integer))
        .select_from(words)
        .where(literal_column("names_words").op("MATCH")(query))
        .order_by(literal_column("rank"))
        .limit(LIKE)
    )
    with reading(engine) as connection:
        return list(connection.scalars(select(names.c.name).where(names.c.number.in_(found)).distinct()))
