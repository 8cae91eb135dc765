"""Contacts told of by whom somebody stands for: "a call between Arden and Norvia", "the agency's director took a call from Dolan"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Protocol, TypeVar

from quoth.lexicon.titles import titles
from quoth.records import ActorKind

STANDING: frozenset[ActorKind] = frozenset({"state", "place", "group"})
"""What may be named in a contact instead of the person who had it."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """What a party may be known by besides its name."""

    kind: ActorKind
    country: str | None
    roles: frozenset[str]
    """The nouns of the offices and roles that it is called by: "director", "minister"."""


class Told(Protocol):
    """A telling, as far as it matters here."""

    @property
    def parties(self) -> frozenset[str]:
        """The actors who had the contact."""
        ...

    @property
    def document(self) -> str:
        """The document that tells of it."""
        ...

    @property
    def dated(self) -> bool:
        """Whether it names a day."""
        ...


Telling = TypeVar("Telling", bound=Told)


def bearer_of(kind: ActorKind, name: str, country: str | None, called: Iterable[str]) -> Bearer:
    """What an actor may be known by; ``called`` are the titles that documents give it."""
    return Bearer(kind, country or (name if kind == "state" else None), frozenset(_roles(called)))


def _roles(called: Iterable[str]) -> Iterator[str]:
    """The last words of what somebody is called, where they are words for one person's office or role."""
    words = (text.lower().split()[-1] for text in called if text)
    return (word for word in words if (known := titles().get(word)) is not None and known.person and not known.plural)


def join_stand_ins(
    events: Sequence[Sequence[Telling]], bearers: Mapping[str, Bearer], fits: Callable[[Telling, Sequence[Telling]], bool]
) -> list[list[Telling]]:
    """The events, those told only by whom somebody stands for joined to the one that they must mean: the only one of their article, else,
    where they name the day, the only one of that day, of the party named or of the two states; ``fits`` tells whether kind and time allow it."""
    standing = [{key for key in event[0].parties if key in bearers and bearers[key].kind in STANDING} for event in events]
    by_party, by_document = _index(events)
    by_states = _by_states(events, bearers)
    joined = [list(event) for event in events]
    for number, event in enumerate(events):
        if not standing[number] or len(event[0].parties) < 2:
            continue
        near = {other for telling in event for other in by_document[telling.document]}
        dated = all(one.dated for one in event)
        named = event[0].parties - standing[number] if dated else frozenset()
        of_both = by_states.get(_states_of(event[0].parties, bearers), set()) if dated and not named else set[int]()
        for pool in (near, {other for key in named for other in by_party[key]}, of_both):
            known = [other for other in pool if not standing[other] and (not dated or any(one.dated for one in events[other]))]
            able = [other for other in known if _may_mean(event, events[other], bearers, fits)]
            if len(able) == 1:
                joined[able[0]] += joined[number]
                joined[number] = []
            if able:
                break
    return [event for event in joined if event]


def _may_mean(
    event: Sequence[Telling],
    other: Sequence[Telling],
    bearers: Mapping[str, Bearer],
    fits: Callable[[Telling, Sequence[Telling]], bool],
) -> bool:
    return stand_for(event[0].parties, other[0].parties, bearers) and all(fits(one, other) for one in event)


def _index(events: Sequence[Sequence[Telling]]) -> tuple[Mapping[str, set[int]], Mapping[str, set[int]]]:
    """The numbers of the events of a party, and of those that a document tells of."""
    by_party: dict[str, set[int]] = defaultdict(set)
    by_document: dict[str, set[int]] = defaultdict(set)
    for number, event in enumerate(events):
        for telling in event:
            by_document[telling.document].add(number)
            for key in telling.parties:
                by_party[key].add(number)
    return by_party, by_document


def _by_states(events: Sequence[Sequence[Telling]], bearers: Mapping[str, Bearer]) -> Mapping[frozenset[str], set[int]]:
    """The numbers of the events that people of known states had, by their states."""
    found: dict[frozenset[str], set[int]] = defaultdict(set)
    for number, event in enumerate(events):
        if all(key in bearers and bearers[key].kind == "person" for key in event[0].parties):
            found[_states_of(event[0].parties, bearers)].add(number)
    found.pop(frozenset(), None)
    return found


def _states_of(parties: frozenset[str], bearers: Mapping[str, Bearer]) -> frozenset[str]:
    """The states of parties; none where that of one is not known."""
    states_of = [bearers[key].country if key in bearers else None for key in parties]
    return frozenset(state for state in states_of if state is not None) if None not in states_of else frozenset()


def stand_for(parties: frozenset[str], others: frozenset[str], bearers: Mapping[str, Bearer]) -> bool:
    """Whether the parties of one telling are those of another, or stand for them one by one."""
    rest, need = sorted(parties - others), sorted(others - parties)
    if len(parties) != len(others) or not rest:
        return False
    return any(
        all(_bears(bearers.get(one), bearers.get(other)) for one, other in zip(rest, order, strict=True))
        for order in permutations(need)
    )


def _bears(one: Bearer | None, person: Bearer | None) -> bool:
    """Whether a state, a group of it or a bare role may mean a person: of that state, or known by that role."""
    if one is None or person is None or one.kind not in STANDING or person.kind != "person":
        return False
    if one.country is not None:
        return one.country == person.country and (not one.roles or bool(one.roles & person.roles))
    return bool(one.roles & person.roles)
