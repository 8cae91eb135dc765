"""Actors: the referents of all documents that are one person, body, state, place, outlet or group.

A false merge is worse than a missed one: each merge rests on a name and, where a name alone does not decide, on a title, a country or
company. Everything is blocked by key, so the work grows with the number of referents, and no result depends on their order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from quoth.lexicon.names import fold, given_names, is_demonym_of
from quoth.lexicon.states import states
from quoth.lexicon.titles import titles
from quoth.link.clusters import actor_of
from quoth.link.people import cluster_people
from quoth.link.things import cluster_groups, cluster_lists, cluster_things
from quoth.records import Actor, ActorKind, Referent

COMPLEMENT = re.compile(r" (?:of|for|in|on|at|to|from|with) ")
"""What a description has after its head noun begins so."""


class Dated(Protocol):
    """What is asked of a document here: ``records.Document`` has it."""

    @property
    def published(self) -> str | None:
        """ISO 8601, or None."""
        ...

    @property
    def outlet(self) -> str | None:
        """Who published it, or None."""
        ...


WEAK = 0.1
"""What a mention counts for a name being a person's where the document gives neither given name nor title: taggers guess there."""


def merge_actors(referents: Iterable[Referent], *, documents: Mapping[str, Dated]) -> tuple[Actor, ...]:
    """The actors behind ``referents``, each referent in exactly one, ordered by kind, name and identifier.

    ``documents`` give date and outlet by identifier; those that are missing count as undated.
    """
    settled = _settle(sorted(referents, key=lambda one: one.id))
    days = {name: day for name, document in documents.items() if (day := _day(document.published)) is not None}
    lists = [one for one in settled if one.members]
    groups = [one for one in settled if one.kind == "group" and not one.members]
    people = [one for one in settled if one.kind == "person"]
    things = [one for one in settled if one.kind not in {"group", "person"}]
    clusters = cluster_things(things, published={name: document.outlet for name, document in documents.items() if document.outlet})
    clusters += cluster_people(people, company=_company(settled), days=days)
    clusters += cluster_groups(groups, days=days)
    actors = [actor_of(cluster) for cluster in clusters]
    owner = {referent: actor.id for actor in actors for referent in actor.referents}
    actors += [actor_of(cluster) for cluster in cluster_lists(lists, owner)]
    return tuple(sorted(actors, key=lambda actor: (actor.kind, actor.name, actor.id)))


def _day(text: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _company(referents: Iterable[Referent]) -> dict[str, frozenset[str]]:
    """By document: the folded names of its bodies, outlets and people of full name. States are in too many documents to tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in referents:
        if one.kind in {"body", "outlet"} or (one.kind == "person" and " " in one.name and one.names):
            found[one.document].add(fold(one.name))
    return {document: frozenset(names) for document, names in found.items()}


# --- what the whole corpus knows better than one document -------------------------------------------------------------------


def _settle(referents: Sequence[Referent]) -> list[Referent]:
    """Referents with kind and country mended by the corpus: a name that is a state in one document is one in all, and adjectives
    whose state stands in another document are read ("Norvian" where only others name Norvia)."""
    kinds = _kinds(referents)
    own = sorted(name for name, kind in kinds.items() if kind == "state" and states().of(name) is None)
    demonyms: dict[str, str | None] = {}
    capitals = _capitals(referents)
    return [_at_capital(_settled(one, kinds, own, demonyms), capitals) for one in referents]


def _capitals(referents: Iterable[Referent]) -> dict[str, str]:
    """Cities that some document calls a state's capital, where no other says otherwise: there their names stand for the state, too, or
    are places of it ("the Norvian capital Tessen"). What the gazetteer knows is left to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in referents:
        if one.kind == "place" and one.country is not None and states().meant_by(one.name) is None:
            found[one.name].add(one.country)
        elif one.kind == "state":
            for name in one.names:
                if name.text != one.name and states().meant_by(name.text) is None and not is_demonym_of(name.text, one.name):
                    found[name.text].add(one.country or one.name)
    return {city: next(iter(countries)) for city, countries in found.items() if len(countries) == 1}


def _at_capital(one: Referent, capitals: Mapping[str, str]) -> Referent:
    """A place of unknown state, with that of which it is the capital by the corpus."""
    return replace(one, country=capitals[one.name]) if one.kind == "place" and not one.country and one.name in capitals else one


def _kinds(referents: Iterable[Referent]) -> dict[str, ActorKind]:
    """The kind of each name that documents do not agree on, by all that they call so: a state where one document has its evidence,
    else the most frequent. A surname counts for the people of full name who have it."""
    votes: dict[str, dict[ActorKind, float]] = defaultdict(lambda: defaultdict(float))
    for one in referents:
        for name in one.names:
            if states().meant_by(name.text) is None and (one.kind != "state" or name.text == one.name):
                weak = one.kind == "person" and not one.titles and " " not in one.name
                votes[name.text][one.kind] += WEAK * name.count if weak else name.count
    return {name: _voted(count) for name, count in votes.items() if len(count) > 1 or "state" in count}


def _may_change(one: Referent) -> bool:
    """Whether a referent's kind is open: not that of people with titles or full names, nor of what the gazetteer knows."""
    if one.kind == "person":
        return not one.titles and one.name.split()[0] not in given_names()
    return one.kind in {"body", "place", "state"} and (" " not in one.name or one.kind == "state")


def _voted(count: Mapping[ActorKind, float]) -> ActorKind:
    if count.get("state", 0) > count.get("person", 0):
        return "state"
    return min(count, key=lambda kind: (-count[kind], kind))


def _settled(one: Referent, kinds: Mapping[str, ActorKind], own: Sequence[str], demonyms: dict[str, str | None]) -> Referent:
    kind = kinds.get(one.name, one.kind) if one.names and _may_change(one) else one.kind
    titles = tuple(replace(title, of=_plain(title.of, own, demonyms)) if title.of else title for title in one.titles)
    country = one.country
    if kind == "state" and country is None:
        country = one.name
    if country is None:
        found = {title.of for title in titles if title.of in own}
        country = found.pop() if len(found) == 1 else None
    if country is None and kind in {"body", "group"} and " " in one.name:
        country = _state_named(one.name.split()[0], own, demonyms)
    if kind == "group" and country is not None and _is_body(one):
        kind = "body"
    return (
        replace(one, kind=kind, titles=titles, country=country)
        if (kind, titles, country) != (one.kind, one.titles, one.country)
        else one
    )


def _is_body(one: Referent) -> bool:
    """Whether a description is of one body: "the Kasteli rescue service", whose state other documents tell."""
    head = COMPLEMENT.split(one.name, maxsplit=1)[0].split()[-1]
    word = titles().get(head.lower())
    described = word is not None and "body" in word.kinds and not word.person and not word.plural
    return described and not one.names and not one.members


def _plain(of: str | None, own: Sequence[str], demonyms: dict[str, str | None]) -> str | None:
    return _state_named(of, own, demonyms) or of if of else of


def _state_named(word: str, own: Sequence[str], demonyms: dict[str, str | None]) -> str | None:
    """The state of the corpus that a word names or is formed from."""
    if word not in demonyms:
        fitting = [name for name in own if name == word or is_demonym_of(word, name)]
        demonyms[word] = fitting[0] if len(fitting) == 1 else None
    return demonyms[word]
