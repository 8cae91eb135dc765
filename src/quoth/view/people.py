"""Who acts in a ledger: the list of actors, those that say most first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

from quoth.lexicon.classes import word_class
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
    mute: int
    """Groups that say nothing, and what somebody wrote ("the article"), which a list of everybody leaves out."""


def people_page(read: ReadView, *, words: str | None = None, kinds: Collection[ActorKind] = (), number: int = 1) -> PeoplePage:
    """The actors of these kinds (all for none) whose name holds ``words``; ``number`` counts pages from 1.

    Groups that say nothing ("1,200 people"), and what somebody wrote, are there where a kind or words are asked for.
    """
    tallies, asked = Tallies(read.engine), bool(kinds) or bool(words)
    written = word_class("no_party")
    mute = None if asked else {*written, *(f"{word}s" for word in written)}
    rows = tallies.actors(kinds=kinds, words=words, mute=mute, limit=EACH, offset=(number - 1) * EACH)
    found = tallies.count_actors(kinds=kinds, words=words, mute=mute)
    return PeoplePage(tuple(rows), found, EACH, mute=0 if asked else tallies.count_actors() - found)
