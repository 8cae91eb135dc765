"""Who acts in a ledger: the list of actors, those that say most first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

from quoth.records import ActorKind
from quoth.store import ActorTally, ReadView, Tallies

EACH = 60
"""Actors of one page of the list."""
KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of the list. ``found`` counts the actors of all its pages."""

    rows: tuple[ActorTally, ...]
    found: int
    each: int


def people_page(read: ReadView, *, words: str | None = None, kinds: Collection[ActorKind] = (), number: int = 1) -> PeoplePage:
    """The actors of these kinds (all for none) whose name holds ``words``; ``number`` counts pages from 1."""
    tallies = Tallies(read.engine)
    rows = tallies.actors(kinds=kinds, words=words, limit=EACH, offset=(number - 1) * EACH)
    return PeoplePage(tuple(rows), tallies.count_actors(kinds=kinds, words=words), EACH)
