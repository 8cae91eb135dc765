"""Actors: the referents of all documents that are one person, body, state, place, outlet or group.

A false merge is worse than a missed one: each merge rests on a name and, where a name alone does not decide, on a title, a country or
company. Everything is blocked by key, so the work grows with the number of referents, and no result depends on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from quoth.link.allegiance import lend_states
from quoth.link.clusters import actor_of
from quoth.link.kinds import settle_kinds
from quoth.link.offices import join_described
from quoth.link.people import cluster_people
from quoth.link.register import apply_register
from quoth.link.surroundings import survey
from quoth.link.things import cluster_groups, cluster_lists, cluster_things
from quoth.records import Actor, Referent, Registered, Story


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


def merge_actors(
    referents: Iterable[Referent],
    *,
    documents: Mapping[str, Dated],
    stories: Iterable[Story] = (),
    register: Iterable[Registered] = (),
) -> tuple[Actor, ...]:
    """The actors behind ``referents``, each referent in exactly one, ordered by kind, name and identifier.

    ``documents`` give date and outlet by identifier; those that are missing count as undated. Parts of names mean whom the ``stories``
    tell of in full. A ``register`` of the user's own goes before what the corpus tells; what people judged goes before both (``link.judged``).
    """
    stories = list(stories)
    settled = settle_kinds(sorted(referents, key=lambda one: one.id), stories)
    days = {name: day for name, document in documents.items() if (day := _day(document.published)) is not None}
    lists = [one for one in settled if one.members]
    groups = [one for one in settled if one.kind == "group" and not one.members]
    people = [one for one in settled if one.kind == "person"]
    things = [one for one in settled if one.kind not in {"group", "person"}]
    around = survey(settled, stories=stories, days=days)
    published = {name: document.outlet for name, document in documents.items() if document.outlet}
    clusters = cluster_things(things, published=published, around=around)
    clusters += cluster_people(people, around=around)
    groups = join_described(groups, clusters, days)
    clusters += cluster_groups(groups, around, bodies=[one for one in clusters if one.kind == "body"])
    lend_states(clusters, around)
    clusters = apply_register(clusters, register, days)
    actors = [actor_of(cluster) for cluster in clusters]
    owner = {referent: actor for actor in actors for referent in actor.referents}
    actors += [actor_of(cluster) for cluster in cluster_lists(lists, owner)]
    return tuple(sorted(actors, key=lambda actor: (actor.kind, actor.name, actor.id)))


def _day(text: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
