"""Actors, kept up to date in the ledger: one more document has only those worked out anew that it bears on.

Which mentions bear on each other is kept (``store.blocks``): those of one block do, those of two never. New documents bear on the blocks that
their mentions have a key in common with (``run.arrivals``). Where documents went or changed, where much came at once, or where something
changed that all blocks rest on, all are worked out anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from quoth.link.actors import actors_of, actors_of_lists, days_of, gather_clusters, in_order
from quoth.link.allegiance import lend_states
from quoth.link.bearing import Bearing
from quoth.link.judged.standing import ACTOR, things, with_implied
from quoth.link.kinds import Settling, find_capitals, of_stories, own_states, voted_kinds
from quoth.link.register import entry_keys
from quoth.link.surroundings import companies, make_surroundings, too_many
from quoth.link.things import Press, told_states
from quoth.records import Actor, Blocks, Referent, Title
from quoth.run.arrivals import Arrived, arrive
from quoth.run.blocking import Scene, company_rows, digests, lent_rows, list_rows, press_rows, settled_rows, states_lent, tie
from quoth.run.deciding import Deciding
from quoth.store import ReadView
from quoth.store.blocks import KeptBlocks, Settled
from quoth.store.database import reading
from quoth.store.overlay import found_before
from quoth.store.participants import every_referent
from quoth.store.renewal import is_noted


@dataclass(frozen=True, slots=True)
class Who:
    """The actors of some mentions, or of all."""

    actors: tuple[Actor, ...]
    homes: Mapping[str, str]
    """The document of each of these mentions."""
    titles: Mapping[str, tuple[Title, ...]]
    """What those of them are called that have a title."""
    before: Mapping[str, str]
    """The actors that they have in the ledger, as far as that is known."""
    whole: bool
    """Whether they are all there are."""
    blocks: Blocks | None
    """What is to be kept of how they were found."""


def find_who(view: ReadView, scene: Scene, deciding: Deciding, stirred: Collection[str] | None) -> Who:
    """The actors of all mentions, or of those that may have others than the ledger has, as people judged them. ``stirred`` are the documents of
    which findings changed; None where actors have to be worked out of all."""
    with reading(view.engine) as connection:
        kept = KeptBlocks(connection)
        arrived = None if stirred is None else arrive(kept, scene, stirred)
        if arrived is not None:
            return _judged(view, _work_out(view, kept, scene, arrived), scene, deciding)
    who = _work_out_all(view, scene)
    blocks = who.blocks if is_noted(view.engine) else None
    return replace(who, actors=deciding.actors(who.actors, scene.stories), blocks=blocks)


def _work_out_all(view: ReadView, scene: Scene) -> Who:
    """The actors of all mentions."""
    raw = sorted(every_referent(view.engine), key=lambda one: one.id)
    kinds = voted_kinds(raw)
    own = own_states(kinds)
    settling = Settling(kinds, find_capitals(raw), own)
    known = [settling.settle(one) for one in raw]
    settled = of_stories(known, scene.story_of)
    names = companies(settled)
    counts = Counter(name for held in names.values() for name in held)
    usual = {name for name, count in counts.items() if count > too_many(len(names))}
    around = make_surroundings(names, usual, scene.stories, days_of(scene.documents))
    press = Press.of(scene.published)
    clusters = gather_clusters(settled, around, press)
    told = told_states(clusters)
    bearing = Bearing(around, Press(press.published, press.publishers, told), entry_keys(scene.register))
    corpus = {
        "own": sorted(own),
        "usual": sorted(usual),
        "outlets": sorted(set(scene.published.values())),
        "told": told,
        "documents": len(names),
    }
    rows: dict[str, list[tuple[object, ...]]] = {
        **_rows_of_blocks(settled, bearing, states_lent(clusters)),
        "lent": [row for rows in lent_rows(clusters, around).values() for row in rows],
        "settled": settled_rows(
            Settled(*each)
            for each in zip(raw, known, (one.kind != was.kind for one, was in zip(settled, known, strict=True)), strict=True)
        ),
        "companies": company_rows(scene.documents, scene, names, digests(raw)),
        "company_names": list(counts.items()),
        "listed": list_rows(settled),
        "press": press_rows(corpus),
    }
    lend_states(clusters, around)
    actors = actors_of(clusters, scene.register, around)
    found = in_order([*actors, *actors_of_lists(settled, actors)])
    return Who(found, {one.id: one.document for one in raw}, _titles(raw), {}, whole=True, blocks=Blocks(whole=True, rows=rows))


def _titles(referents: Iterable[Referent]) -> dict[str, tuple[Title, ...]]:
    return {one.id: one.titles for one in referents if one.titles}


def _rows_of_blocks(
    settled: Sequence[Referent], bearing: Bearing, states: Mapping[str, str]
) -> dict[str, list[tuple[object, ...]]]:
    """The blocks that mentions fall into, with the keys by which they do."""
    keys = [bearing.keys(one) for one in settled]
    groups = tie(list(enumerate(keys)), len(settled))
    blocks = [(one.id, one.document, groups[place] + 1, states.get(one.id)) for place, one in enumerate(settled)]
    bearings = {(key, groups[place] + 1, int(asks)) for place, held in enumerate(keys) for key, asks in held}
    return {"blocks": list(blocks), "bearings": list(bearings)}


# --- where a few documents came -----------------------------------------------------------------------------------------------


def _work_out(view: ReadView, kept: KeptBlocks, scene: Scene, arrived: Arrived) -> Who:
    """The actors of the blocks that new documents bear on, and of the lists of their mentions."""
    lend_states(arrived.clusters, arrived.around, arrived.beside)
    actors = actors_of(arrived.clusters, scene.register, arrived.around)
    plain = {id_: one.document for id_, one in arrived.members.items() if not one.members}
    lists = {id_: arrived.members[id_] for id_ in arrived.lists if id_ in arrived.members}
    lists |= {id_: one.final for id_, one in kept.named(arrived.lists - lists.keys()).items()}
    beside = _owners(view, {member for one in lists.values() for member in one.members} - plain.keys())
    found = actors_of_lists([lists[id_] for id_ in sorted(lists)], [*actors, *beside])
    homes = plain | {id_: one.document for id_, one in lists.items()}
    titles = _titles([*(arrived.members[id_] for id_ in plain), *lists.values()])
    return Who(in_order([*actors, *found]), homes, titles, kept.actors(arrived.touched), whole=False, blocks=arrived.blocks)


def _owners(view: ReadView, referents: AbstractSet[str]) -> list[Actor]:
    """The actors of mentions as the machine had them, with no other mentions."""
    before = {id_: one for (_, id_), one in found_before(view.engine, ["actors"]).items()}
    found = [one for one in before.values() if one is not None and not referents.isdisjoint(one.referents)]
    return [*found, *view.actors_of({one: actor for one, actor in view.actor_of(referents).items() if actor not in before})]


def _machine_actors(view: ReadView, referents: AbstractSet[str]) -> list[Actor]:
    """The actors of mentions as the machine had them."""
    before = {id_: one for (_, id_), one in found_before(view.engine, ["actors"]).items()}
    found = [one for one in before.values() if one is not None and not referents.isdisjoint(one.referents)]
    return [*found, *view.actors({id_ for id_ in view.actor_of(referents).values() if id_ not in before})]


def _judged(view: ReadView, who: Who, scene: Scene, deciding: Deciding) -> Who:
    """These actors as people judged them, with all others that somebody judged or judged no more."""
    named = {name for one in with_implied(deciding.judgements) if one.kind == ACTOR for name in things(one)}
    before = found_before(view.engine, ["actors"])
    named |= {referent for one in before.values() if one is not None for referent in one.referents}
    others = _machine_actors(view, named - who.homes.keys())
    if not named:
        return who
    mentions = list(view.referents_named({name for each in others for name in each.referents}))
    homes = {one.id: one.document for one in mentions}
    found = in_order([*who.actors, *(each for each in others if who.homes.keys().isdisjoint(each.referents))])
    judged = deciding.actors(found, scene.stories)
    return replace(who, actors=judged, homes={**homes, **who.homes}, titles={**_titles(mentions), **who.titles})
