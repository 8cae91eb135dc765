"""Actors: the referents of all documents that are one person, body, state, place, outlet or group.

A false merge is worse than a missed one: each merge rests on a name and, where a name alone does not decide, on a title, a country or
company. Everything is blocked by key, so the work grows with the number of referents, and no result depends on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from quoth.link.allegiance import lend_states
from quoth.link.clusters import Cluster, actor_of
from quoth.link.kinds import settle_kinds
from quoth.link.offices import join_described
from quoth.link.people import cluster_people
from quoth.link.register import apply_register
from quoth.link.surroundings import Surroundings, survey
from quoth.link.things import Press, cluster_groups, cluster_lists, cluster_things
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
    around = survey(settled, stories=stories, days=days_of(documents))
    press = Press.of({name: document.outlet for name, document in documents.items() if document.outlet})
    clusters = gather_clusters(settled, around, press)
    lend_states(clusters, around)
    actors = actors_of(clusters, register, around)
    return in_order([*actors, *actors_of_lists(settled, actors)])


def gather_clusters(settled: Iterable[Referent], around: Surroundings, press: Press) -> list[Cluster]:
    """All but lists of these referents, brought together; states are not lent yet. ``settled`` are ordered by identifier."""
    settled = [one for one in settled if not one.members]
    groups = [one for one in settled if one.kind == "group"]
    people = [one for one in settled if one.kind == "person"]
    clusters = cluster_things([one for one in settled if one.kind not in {"group", "person"}], press=press, around=around)
    clusters += cluster_people(people, around=around)
    groups = join_described(groups, clusters, around.days)
    return clusters + cluster_groups(groups, around, bodies=[one for one in clusters if one.kind == "body"])


def actors_of(clusters: Sequence[Cluster], register: Iterable[Registered], around: Surroundings) -> list[Actor]:
    """The actors of clusters, as far as a register knows them by it."""
    return [actor_of(cluster) for cluster in apply_register(clusters, register, around.days)]


def actors_of_lists(settled: Iterable[Referent], actors: Iterable[Actor]) -> list[Actor]:
    """The actors of lists, by those of their members."""
    owner = {referent: actor for actor in actors for referent in actor.referents}
    return [actor_of(cluster) for cluster in cluster_lists([one for one in settled if one.members], owner)]


def in_order(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors by kind, name and identifier."""
    return tuple(sorted(actors, key=lambda actor: (actor.kind, actor.name, actor.id)))


def days_of(documents: Mapping[str, Dated]) -> dict[str, date]:
    """The days of documents that have one."""
    return {name: day for name, document in documents.items() if (day := _day(document.published)) is not None}


def _day(text: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
