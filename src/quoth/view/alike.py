"""Actors who may be one and the same by what they are called: equal names, singular and plural, a site beside its outlet, an office and
whoever holds it. Nothing is joined here; a person is asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from quoth.lexicon.classes import word_class
from quoth.lexicon.states import states
from quoth.link.credits import outlet_key
from quoth.store import ActorTally
from quoth.view.find import fold

NAMED = frozenset({"person", "body", "outlet"})
"""Kinds whose names are names; a group is described, and only a description of its own makes two of them worth a question."""
MOST = 6
"""Actors of one name above which it tells nothing."""
_WORD = re.compile(r"[^\W\d_]+")
_SPELLINGS = {"defense": "defence", "labor": "labour", "center": "centre"}
_LITTLE = frozenset({"the", "of", "for", "a", "an", "and", "s"})

Office = tuple[str, str]
"""A title, and whose: empty where that is not told."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two actors who may be one, and why; the one that says more comes first."""

    one: str
    other: str
    why: str


def alike(actors: Sequence[ActorTally], offices: Mapping[str, Sequence[Office]]) -> list[Alike]:
    """The pairs among these actors, in their order, each once."""
    place = {actor.id: number for number, actor in enumerate(actors)}
    found: dict[tuple[str, str], str] = {}
    for why, group in _groups(actors, offices):
        for one, other in combinations(sorted(group, key=lambda actor: place[actor.id]), 2):
            if _may_be(one, other, why):
                found.setdefault((one.id, other.id), why)
    return [Alike(*pair, why) for pair, why in sorted(found.items(), key=lambda item: (place[item[0][0]], place[item[0][1]]))]


def _groups(actors: Iterable[ActorTally], offices: Mapping[str, Sequence[Office]]) -> Iterator[tuple[str, list[ActorTally]]]:
    met: dict[tuple[str, object], list[ActorTally]] = defaultdict(list)
    for actor in actors:
        for why, key in _keys(actor, offices.get(actor.id, ())):
            if actor not in met[why, key]:
                met[why, key].append(actor)
    yield from ((why, group) for (why, _), group in met.items() if 1 < len(group) <= MOST)


SAME, NUMBER, SITE, OFFICE = (
    "both have this name",
    "singular and plural of one name",
    "one is the name of a site, the other that of an outlet",
    "one is named by an office that the other holds",
)


def _keys(actor: ActorTally, offices: Iterable[Office]) -> Iterator[tuple[str, object]]:
    words = _words(actor.name)
    if actor.kind in NAMED or _is_told_apart(actor.name, words):
        yield SAME, words
        yield NUMBER, tuple(map(_single, words))
    if actor.kind in {"outlet", "body"} and (key := outlet_key(actor.name)):
        yield SITE, key
    for title, of in offices:
        held = frozenset(_SPELLINGS.get(word, word) for word in _words(title)) - _LITTLE
        whose = states().of(of) or of or actor.country
        if len(held) > 1 and whose:
            yield OFFICE, (held, whose)


def _is_told_apart(name: str, words: Sequence[str]) -> bool:
    """Whether a description is of somebody in particular: more than one word, with a name in it, and no number of people."""
    return len(words) > 1 and any(part[0].isupper() for part in _WORD.findall(name)) and words[0] not in word_class("number")


def _may_be(one: ActorTally, other: ActorTally, why: str) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if why == SITE:
        return ("." in one.name) != ("." in other.name)
    if why == OFFICE:
        return {one.kind, other.kind} == {"person", "group"}
    return one.kind == other.kind or {one.kind, other.kind} <= {"body", "outlet", "group"}


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(name)))


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
