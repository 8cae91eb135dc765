"""Actors as people judged them: some one, some several.

A judgement of kind ``actor`` has referents' identifiers as its subject. ``same``: the actors of all of them are that of the first.
``apart``: the actor of the first is not that of the others. Referents keep their identifiers over re-runs, so a judgement does, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from quoth.lexicon.names import fold
from quoth.link.clusters import UNDECIDED, Cluster, actor_of
from quoth.link.judged.standing import ACTOR, APART, SAME, things, with_implied
from quoth.records import Actor, Judgement, Referent, identify

TOLD_BY_MENTIONS = frozenset({"person", "group"})
"""Kinds whose name is the fullest that documents give; states, bodies, outlets and places have fixed ones."""

Referents = Callable[[Collection[str]], Mapping[str, Referent]]
"""Gives referents by identifier."""


def judge_actors(
    actors: Iterable[Actor], judgements: Iterable[Judgement], *, referents: Referents, stories: Mapping[str, str] | None = None
) -> tuple[Actor, ...]:
    """The actors as people judged them, in the order of the judgements; ordered by kind, name and identifier.

    ``referents`` is asked only for those of actors that are taken apart; ``stories`` are those of documents.
    """
    decided = [one for one in with_implied(judgements) if one.kind == ACTOR]
    if not decided:
        return tuple(actors)
    register = _Register({one.id: one for one in actors}, referents, stories or {})
    for one in decided:
        register.apply(one)
    return tuple(sorted(register.actors.values(), key=lambda actor: (actor.kind, actor.name, actor.id)))


class _Register:
    """The actors while judgements are applied to them."""

    def __init__(self, actors: dict[str, Actor], referents: Referents, stories: Mapping[str, str]) -> None:
        self.actors = actors
        self.referents = referents
        self.stories = stories
        self.owner = {referent: actor.id for actor in actors.values() for referent in actor.referents}

    def apply(self, judgement: Judgement) -> None:
        """Apply one judgement; what it names and is in no document any more is passed over."""
        named = [one for one in things(judgement) if one in self.owner]
        if len(named) < 2 or named[0] != things(judgement)[0]:
            return
        if judgement.verdict == SAME:
            for other in named[1:]:
                self._merge(self.owner[named[0]], self.owner[other], judgement.by)
        elif judgement.verdict == APART:
            self._part(named[0], [one for one in named[1:] if self.owner[one] == self.owner[named[0]]], judgement.by)

    def _merge(self, first: str, second: str, by: str) -> None:
        if first == second:
            return
        kept, taken = self.actors[first], self.actors.pop(second)
        self._put(
            Actor(
                id=kept.id,
                name=kept.name,
                kind=kept.kind,
                country=kept.country or taken.country,
                referents=tuple(sorted((*kept.referents, *taken.referents))),
                evidence=_told((f"judged to be one by {by}: {kept.name}, {taken.name}", *kept.evidence, *taken.evidence)),
            )
        )

    def _part(self, stays: str, goes: list[str], by: str) -> None:
        if not goes:
            return
        whole = self.actors[self.owner[stays]]
        known = self.referents(whole.referents)
        going = self._going(stays, goes, known)
        rest = [one for one in whole.referents if one not in going]
        if not rest or not going:
            return
        why = f"judged to be another by {by}"
        home = _gather(whole, identify("actor", APART, goes[0]), sorted(going), known, why)
        self._put(home)
        self._put(_remain(whole, rest, known, f"{why}: {home.name}"))

    def _going(self, stays: str, goes: list[str], known: Mapping[str, Referent]) -> set[str]:
        """Those named; where it is one, also those that are told from the one that stays by what tells the one that goes."""
        if len(goes) > 1 or stays not in known or goes[0] not in known:
            return set(goes)
        return {one for one, referent in known.items() if self._goes(referent, known[stays], known[goes[0]])}

    def _goes(self, one: Referent, first: Referent, second: Referent) -> bool:
        """Whether a referent goes with the second: by name where the two differ in it, else by state, else by story; else it alone."""
        if one.id in {first.id, second.id}:
            return one.id == second.id
        if fold(first.name) != fold(second.name):
            return fold(one.name) == fold(second.name)
        if first.country != second.country and second.country is not None:
            return one.country == second.country
        stories = [self.stories.get(each.document) for each in (first, second, one)]
        return stories[1] is not None and stories[0] != stories[1] == stories[2]

    def _put(self, actor: Actor) -> None:
        self.actors[actor.id] = actor
        self.owner.update(dict.fromkeys(actor.referents, actor.id))


def _gather(whole: Actor, id_: str, going: list[str], known: Mapping[str, Referent], why: str) -> Actor:
    """The actor that leaves another."""
    cluster = Cluster(whole.kind, id_)
    for one in going:
        if one in known:
            cluster.add(known[one], why)
    made = actor_of(cluster) if cluster.referents else whole
    return Actor(id_, made.name, whole.kind, made.country, tuple(going), _told((f"{why}: {made.name}",)))


def _remain(whole: Actor, rest: list[str], known: Mapping[str, Referent], why: str) -> Actor:
    """What is left of an actor that others left; a person is named anew, by those who stay."""
    name, country = whole.name, whole.country
    held = [known[one] for one in rest if one in known]
    if whole.kind in TOLD_BY_MENTIONS and held:
        cluster = Cluster(whole.kind, whole.id)
        for one in held:
            cluster.add(one, why)
        made = actor_of(cluster)
        name, country = made.name, made.country
    return Actor(whole.id, name, whole.kind, country, tuple(sorted(rest)), _told((why, *whole.evidence)))


def _told(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines of evidence, each once, those on what is undecided last."""
    found = dict.fromkeys(lines)
    return (*(one for one in found if not one.startswith(UNDECIDED)), *(one for one in found if one.startswith(UNDECIDED)))
