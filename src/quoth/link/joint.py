"""Whom a description of several governments means: "the governments of Arden and Ilmar", then "the two governments", "our governments".

Lists by name ("France, the UK and the US") are read within their document (``Referent.members``); these descriptions name no list of
their own, and stand for the states that their document lists together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quoth.records import ActorKind, Referent

OF_STATES = re.compile(r"\b(?:governments|authorities|states|countries|capitals|allies) of (?P<names>.+)$")
SEVERAL = re.compile(
    r"^(?:the |our |their |both |all |two |three |four |allied |these )*(?:governments|states|countries|capitals)$", re.IGNORECASE
)
STATES: frozenset[ActorKind] = frozenset({"state", "place", "body"})
"""Kinds that a state may be taken for in a document that does not tell."""
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_BETWEEN = re.compile(r",? and |, ")


def note_joint(referents: Iterable[Referent]) -> dict[str, tuple[str, ...]]:
    """Referent → the referents that it lists: those that name their members, and descriptions of several governments."""
    by_document: dict[str, list[Referent]] = defaultdict(list)
    found: dict[str, tuple[str, ...]] = {}
    for one in referents:
        if one.members:
            found[one.id] = one.members
        if one.kind in STATES or one.members or (one.kind == "group" and _is_of_governments(one)):
            by_document[one.document].append(one)
    for told in by_document.values():
        found |= dict(_of_document(told))
    return found


def _is_of_governments(one: Referent) -> bool:
    return OF_STATES.search(one.name) is not None or SEVERAL.match(one.name) is not None


def _of_document(told: Sequence[Referent]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The descriptions of one document with their members."""
    states = {one.name: one.id for one in told if one.kind in STATES}
    kinds = {one.id: one.kind for one in told}
    named = {one.id: members for one in told if not one.members and (members := _named(one, states))}
    yield from named.items()
    lists = [one.members for one in told if one.members and all(kinds.get(member) in STATES for member in one.members)]
    certain = [members for members in lists if any(kinds[member] == "state" for member in members)]
    for one in told:
        if one.members or one.kind != "group" or one.id in named or SEVERAL.match(one.name) is None:
            continue
        least = next((number for word, number in NUMBERS.items() if word in one.name.lower().split()), None)
        fitting = (_only(each, least) for each in (tuple(named.values()), certain, lists))
        meant = next((members for able in fitting for members in able), None)
        if meant is not None:
            yield one.id, meant


def _only(lists: Iterable[tuple[str, ...]], least: int | None) -> list[tuple[str, ...]]:
    """The one list of that many members; nothing where there are several."""
    sets = {frozenset(members): members for members in lists if least is None or len(members) == least}
    return list(sets.values()) if len(sets) == 1 else []


def _named(one: Referent, states: Mapping[str, str]) -> tuple[str, ...] | None:
    """The states that a description names, where it names nothing else."""
    match = OF_STATES.search(one.name)
    names = [name.removeprefix("the ") for name in _BETWEEN.split(match["names"])] if match else []
    return tuple(states[name] for name in names) if len(names) > 1 and all(name in states for name in names) else None
