"""Who acts in a ledger: the list of actors, those that say most first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from quoth.lexicon.classes import word_class
from quoth.records import ActorKind
from quoth.store import ActorTally, Former, ReadView, Tallies
from quoth.view.versions import every_former

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
    gone = every_former(read)
    former = Former(read.engine).said(gone, [row.id for row in rows]) if gone else {}
    rows = sorted((_newest(row, former) for row in rows), key=lambda row: (-row.statements, row.name, row.id))
    return PeoplePage(tuple(rows), found, EACH, mute=0 if asked else tallies.count_actors() - found)


def _newest(row: ActorTally, former: Mapping[str, tuple[int, int]]) -> ActorTally:
    """The line without what was said in earlier versions of articles."""
    statements, documents = former.get(row.id, (0, 0))
    return replace(row, statements=row.statements - statements, documents=row.documents - documents)
