"""Whether claims are argued over among states: their parties are then the states, else those who speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quoth.link.stances import AGAINST, FOR
from quoth.records import Actor, Claim, PositionStance
from quoth.store import ReadView, Tallies
from quoth.view.coverage import Coverage

SECOND = 0.25
"""Share of those whose state is known that are of another than most, from which on a story without disputes is one among states."""
Stands = Iterable[tuple[str, str | None, PositionStance]]
"""Who stands where on one claim: their names, states and stances."""


def among_states(read: ReadView, story: str) -> bool:
    """Whether the claims of a story are argued over among the people of several states."""
    disputed = Tallies(read.engine).claims(story, disputed=True)
    return _are_among_states(read, disputed, Tallies(read.engine).actors_of_story(story))


def is_among_states(read: ReadView, claim: Claim) -> bool:
    """Whether those of its story are; of a claim of no story, whether it is itself."""
    if claim.story:
        return among_states(read, claim.story)
    return _are_among_states(read, [claim.id], {one.actor for one in claim.positions})


def argued_among_states(coverage: Coverage, claims: Iterable[Claim]) -> dict[str | None, bool]:
    """Of which stories the claims, all that are shown of them, are argued over among states."""
    stands: dict[str | None, list[Stands]] = {}
    for claim in claims:
        told = [(who.id, who.country, one.stance) for one in claim.positions for who in coverage.voices(one.actor)]
        stands.setdefault(claim.story, []).append(told)
    return {story: are_argued_among_states(each) for story, each in stands.items()}


def are_argued_among_states(claims: Iterable[Stands]) -> bool:
    """Whether states rather than people of one state oppose each other on these claims. Where nobody opposes anybody: whether enough of those
    who speak are of another state than most."""
    across = within = 0
    counts: dict[str, set[str]] = {}
    for stands in claims:
        told = [(name, state, stance) for name, state, stance in stands if state]
        for name, state, _ in told:
            counts.setdefault(state or "", set()).add(name)
        pairs = [(one, other) for one in told for other in told if one[0] != other[0] and one[2] in FOR and other[2] in AGAINST]
        across += any(one[1] != other[1] for one, other in pairs)
        within += any(one[1] == other[1] for one, other in pairs)
    if across or within:
        return across >= within
    sizes = sorted((len(names) for names in counts.values()), reverse=True)
    return len(sizes) > 1 and sizes[1] >= SECOND * sum(sizes)


def _are_among_states(read: ReadView, claims: Iterable[str], others: set[str]) -> bool:
    told = list(read.claims(ids=set(claims), reckonings=False))
    state: Mapping[str, str | None] = {one.id: _state(one) for one in read.actors_of({}, others=others)}
    stands = [[(one.actor, state.get(one.actor), one.stance) for one in claim.positions] for claim in told]
    rest: list[tuple[str, str | None, PositionStance]] = [(name, found, "declines") for name, found in state.items()]
    return are_argued_among_states([*stands, rest])


def _state(actor: Actor) -> str | None:
    return actor.country or (actor.name if actor.kind == "state" else None)
