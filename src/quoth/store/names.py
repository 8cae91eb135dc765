"""Which actors a person means by a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import select

from quoth.store import tables
from quoth.store.database import Source, reading


def fits(asked: str, name: str) -> bool:
    """Whether all the words of ``asked`` stand in ``name``, whatever the case: "shoigu" fits "Sergei Shoigu"."""
    return set(asked.casefold().split()) <= set(name.casefold().split())


def find_actors(engine: Source, name: str) -> list[str]:
    """Identifiers of the actors with this identifier; else with this very name; else with this as part of their name; else
    of those to whom some document gives it as a name. Empty where nobody is called so."""
    columns = tables.actors.c
    with reading(engine) as connection:
        known = connection.execute(select(columns.id, columns.name)).all()
    folded = name.strip().casefold()
    tests: tuple[Callable[[str, str], bool], ...] = (
        lambda id_, _: id_ == name,
        lambda _, called: called.casefold() == folded,
        lambda _, called: bool(folded) and fits(folded, called),
    )
    for test in tests:
        if found := [id_ for id_, called in known if test(id_, called)]:
            return found
    return _called(engine, folded) if folded else []


def _called(engine: Source, folded: str) -> list[str]:
    """Actors of referents one of whose names it is."""
    referents, memberships = tables.referents.c, tables.memberships.c
    query = select(memberships.actor, referents.names).join_from(
        tables.memberships, tables.referents, memberships.referent == referents.id
    )
    with reading(engine) as connection:
        return sorted({actor for actor, names in connection.execute(query) if _among(folded, names)})


def _among(folded: str, names: Iterable[object]) -> bool:
    return any(isinstance(name, dict) and str(name.get("text", "")).casefold() == folded for name in names)
