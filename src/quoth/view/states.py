"""Whether claims are argued over among several states: their parties are then the states."""

from __future__ import annotations

from collections.abc import Collection

from quoth.records import Claim
from quoth.store import ReadView, Tallies


def among_states(read: ReadView, story: str) -> bool:
    """Whether the claims of a story are taken positions on by the people of several states."""
    return _are_several(read, Tallies(read.engine).actors_of_story(story))


def is_among_states(read: ReadView, claim: Claim) -> bool:
    """Whether those of its story are; of a claim of no story, whether its own parties are."""
    return among_states(read, claim.story) if claim.story else _are_several(read, {one.actor for one in claim.positions})


def _are_several(read: ReadView, actors: Collection[str]) -> bool:
    found = read.actors_of({}, others=actors)
    return len({one.country or (one.name if one.kind == "state" else None) for one in found} - {None}) > 1
