"""Actors where a few documents came: those blocks of mentions alone are worked out anew on which the new ones bear, with the same result as all.

What a mention is (``link.kinds``) is settled anew where a new one has its name, or is told of in its story. Those that are new, are settled
otherwise or stand in another story now have their keys looked up: what has a key in common with them that one asks for is one block. All mentions
of these blocks are brought together anew; and so are those that take the state of one of them, where that is another now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from quoth.link.actors import days_of, gather_clusters
from quoth.link.allegiance import Called, asked_for
from quoth.link.bearing import Bearing, Key, form_of_outlet, number, served
from quoth.link.clusters import Cluster
from quoth.link.kinds import Settling, find_capitals, is_told_by_name, of_stories, own_states, voted_kinds
from quoth.link.register import entry_keys
from quoth.link.surroundings import Surroundings, companies, make_surroundings, too_many
from quoth.link.things import Press, name_publishers, told_states
from quoth.records import Blocks, Referent
from quoth.run.blocking import Scene, company_rows, digests, lent_rows, list_rows, press_rows, states_lent, tie
from quoth.store.blocks import Company, KeptBlocks, Member, Settled, settled_row

SOME = 4
"""Documents are added where there are at least this many times as many already."""

Rows = dict[str, Sequence[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Arrived:
    """Blocks of mentions that are worked out anew, as they are brought together."""

    clusters: list[Cluster]
    around: Surroundings
    beside: Mapping[Called, Collection[str]]
    """The states of others, for those who serve them."""
    members: Mapping[str, Referent]
    """The mentions, lists among them."""
    lists: AbstractSet[str]
    """The lists that have one of these mentions as a member."""
    touched: AbstractSet[int]
    """The blocks that were there."""
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class _Ground:
    """What new documents come to."""

    kept: KeptBlocks
    scene: Scene
    corpus: Mapping[str, Any]
    held: Mapping[str, Company]
    story_of: Mapping[str, str]
    new: Sequence[str]
    moved: AbstractSet[str]
    """Documents whose story is another now."""
    press: Press
    days: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class _Settling:
    """Mentions as they are settled now."""

    now: Mapping[str, Settled]
    """Those of all stories that may be told otherwise now."""
    rows: Sequence[tuple[object, ...]]
    """Those that are settled otherwise than before."""
    restless: AbstractSet[str]
    """Documents that are new, moved, or tell of a mention that is settled otherwise now."""


def arrive(kept: KeptBlocks, scene: Scene, stirred: Collection[str]) -> Arrived | None:
    """The blocks that new documents bear on; None where all have to be worked out anew. Of ``stirred`` documents findings may have changed."""
    ground = _ground(kept, scene, stirred)
    settling = _settle(ground) if ground else None
    told = _company(ground, settling) if ground and settling else None
    return _gather(ground, settling, *told) if ground and settling and told else None


# --- what came ----------------------------------------------------------------------------------------------------------------


def _ground(kept: KeptBlocks, scene: Scene, stirred: Collection[str]) -> _Ground | None:
    corpus, held = kept.corpus(), kept.documents()
    new = [name for name in scene.documents if name not in held]
    if not corpus or len(new) * SOME > len(held) or not held.keys() <= scene.documents.keys():
        return None
    story_of, alone = scene.story_of, scene.alone
    moved = {name for name, one in held.items() if (story_of.get(name), name in alone) != (one.story, one.alone)}
    known = [name for name in stirred if name in held]
    digest = digests(one.raw for one in kept.mentions(known).values())
    if len(moved) * SOME > len(held) or any(digest.get(name) != held[name].digest for name in known):
        return None
    press = _press(kept, scene, corpus)
    return _Ground(kept, scene, corpus, held, story_of, new, moved, press, days_of(scene.documents)) if press else None


def _press(kept: KeptBlocks, scene: Scene, corpus: Mapping[str, Any]) -> Press | None:
    """The outlets of documents; None where a new one may be told of in other documents."""
    published = scene.published
    outlets = set(published.values())
    publishers, before = name_publishers(outlets), name_publishers(corpus["outlets"])
    forms = {form for form in publishers.keys() | before.keys() if publishers.get(form) != before.get(form)}
    if not forms.isdisjoint(corpus["outlets"]) or any(True for _ in kept.bearing([form_of_outlet(form) for form in sorted(forms)])):
        return None
    return Press(published, publishers, corpus["told"])


# --- what mentions are --------------------------------------------------------------------------------------------------------


def _settle(ground: _Ground) -> _Settling | None:
    kept = ground.kept
    came = [one.raw for one in kept.mentions(ground.new).values()]
    named = {name.text for one in came for name in one.names} | {one.name for one in came if one.names or one.kind == "place"}
    named = {name for name in named if is_told_by_name(name)}
    alike = kept.members({block for _, block, _ in kept.bearing({number("name", name) for name in named})})
    held = {id_: one.settled for id_, one in alike.items() if one.settled.raw.document not in ground.new}
    told = [_told([one.raw for one in held.values()], named), _told([*(one.raw for one in held.values()), *came], named)]
    own = set(ground.corpus["own"])
    if own - named | own_states(told[1][0]) != own:
        return None
    settling = Settling(*told[1], own)
    turned = {name for name in named if any(was.get(name) != now.get(name) for was, now in zip(*told, strict=True))}
    changed = {id_: settling.settle(one.raw) for id_, one in held.items() if one.raw.name in turned}
    changed = {id_: one for id_, one in changed.items() if _is_other(one, held[id_].known)}
    known = {**changed, **{one.id: settling.settle(one) for one in came}}
    return _in_stories(ground, known, {held[id_].raw.document for id_ in changed})


def _told(raw: Sequence[Referent], named: AbstractSet[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """What all who bear these names tell of them: kinds, and of which states they are capitals."""
    kinds, capitals = voted_kinds(raw), find_capitals(raw)
    states = {name: of for name, of in capitals.items() if name in named}
    return {name: kind for name, kind in kinds.items() if name in named}, states


def _is_other(one: Referent, before: Referent) -> bool:
    return (one.kind, one.titles, one.country) != (before.kind, before.titles, before.country)


def _in_stories(ground: _Ground, known: Mapping[str, Referent], documents: AbstractSet[str]) -> _Settling:
    """All mentions of the stories that something changed in, as they are settled now."""
    restless = {*ground.new, *ground.moved, *documents}
    former = {story for name in ground.moved if (story := ground.held[name].story) is not None}
    stories = {story for name in restless if (story := ground.story_of.get(name)) is not None} | former
    inside = {name for story in ground.scene.stories if story.id in stories for name in story.documents}
    mentions = ground.kept.mentions(inside | restless)
    before = {id_: one._replace(known=known.get(id_, one.known)) for id_, one in mentions.items()}
    final = of_stories((one.known for one in before.values()), ground.story_of)
    now = {one.id: before[one.id]._replace(told=one is not before[one.id].known) for one in final}
    other = {id_ for id_, one in now.items() if one.told != mentions[id_].told or _is_other(one.known, mentions[id_].known)}
    return _Settling(now, [settled_row(now[id_]) for id_ in other], restless | {now[id_].raw.document for id_ in other})


def _company(ground: _Ground, settling: _Settling) -> tuple[Surroundings, dict[str, set[str]], dict[str, int]] | None:
    """Stories and days, with the names that restless documents tell of, and in how many documents these are; None where others are too usual
    to tell anything now."""
    names = companies(one.final for one in settling.now.values() if one.raw.document in settling.restless)
    before = ground.kept.names([name for name in settling.restless if name in ground.held])
    change = Counter(name for held in names.values() for name in held)
    change.subtract(name for held in before.values() for name in held)
    was = ground.kept.counts(list(change))
    counts = {name: was.get(name, 0) + more for name, more in change.items() if more}
    most = too_many(ground.corpus["documents"] + sum(name in names for name in ground.new))
    usual = {name for name, count in {**ground.kept.told_by(most), **counts}.items() if count > most}
    if usual != set(ground.corpus["usual"]):
        return None
    return make_surroundings({}, (), ground.scene.stories, ground.days), names, counts


# --- which mentions bear on each other ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Block:
    """Mentions that are one block now: new ones, and all of blocks that were there."""

    mentions: frozenset[str]
    parts: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Gathered:
    """All mentions of touched blocks, brought together."""

    held: Mapping[str, Member]
    """Those that were there."""
    members: Mapping[str, Referent]
    around: Surroundings
    clusters: list[Cluster]
    states: Mapping[str, str]
    other: frozenset[str]
    """Those that are restless, or lend another state now."""
    lent: Mapping[str, Sequence[tuple[int, str, str]]]
    """What these are called by those who serve them."""


def _gather(
    ground: _Ground, settling: _Settling, place: Surroundings, names: Mapping[str, set[str]], counts: Mapping[str, int]
) -> Arrived | None:
    """Bring the mentions of all blocks together that are touched."""
    kept = ground.kept
    restless = {id_: one.final for id_, one in settling.now.items() if one.raw.document in settling.restless}
    bearing = Bearing(place, ground.press, entry_keys(ground.scene.register))
    keys = {id_: bearing.keys(one) for id_, one in restless.items()}
    tied = _tie(kept, keys, kept.of_documents(settling.restless))
    touched = {block for one in tied for block in one.parts}
    while True:
        found = _bring_together(ground, settling, place, names, restless, touched)
        more = _who_take(kept, found.other, found.lent)
        if more <= touched:
            break
        touched |= more
    told = _told_of_outlets(ground, found.clusters)
    if told is None:
        return None
    rows: Rows = {
        "settled": settling.rows,
        "companies": company_rows(settling.restless, ground.scene, names, digests(one.raw for one in settling.now.values())),
        "company_names": list(counts.items()),
        "listed": list_rows(restless.values()),
        "press": press_rows({**ground.corpus, **_corpus(ground, told, names)}),
    }
    lists = kept.lists_with([id_ for id_, one in found.members.items() if not one.members])
    lists |= {id_ for id_, one in restless.items() if one.members}
    beside = _lent(kept, asked_for(found.clusters, found.around), found.members)
    return Arrived(found.clusters, found.around, beside, found.members, lists, touched, _blocks(kept, tied, keys, found, rows))


def _bring_together(
    ground: _Ground,
    settling: _Settling,
    place: Surroundings,
    names: Mapping[str, set[str]],
    restless: Mapping[str, Referent],
    touched: Collection[int],
) -> _Gathered:
    """The mentions of these blocks, and the restless ones, as actors without what they take from others."""
    held = ground.kept.members(touched)
    members: dict[str, Referent] = {**{id_: one.settled.final for id_, one in held.items()}, **restless}
    members |= {id_: one.final for id_, one in settling.now.items() if id_ in members}
    around = _around(ground, place, members, names)
    clusters = gather_clusters([members[id_] for id_ in sorted(members)], around, ground.press)
    states = states_lent(clusters)
    other = frozenset(id_ for id_ in members if id_ in restless or states.get(id_) != held[id_].state)
    lent = {id_: rows for id_, rows in lent_rows(clusters, around).items() if id_ in other}
    return _Gathered(held, members, around, clusters, states, other, lent)


def _blocks(kept: KeptBlocks, tied: Sequence[_Block], keys: Mapping[str, AbstractSet[Key]], found: _Gathered, rows: Rows) -> Blocks:
    """What is to be kept, beside these rows, of who bears on whom."""
    numbers = _numbers(kept, tied, Counter(one.block for one in found.held.values()))
    merged = {part: number for one, number in zip(tied, numbers, strict=True) for part in one.parts if part != number}
    block_of = {id_: merged.get(one.block, one.block) for id_, one in found.held.items()}
    block_of |= {id_: number for one, number in zip(tied, numbers, strict=True) for id_ in one.mentions}
    blocks = [(id_, found.members[id_].document, block_of[id_], found.states.get(id_)) for id_ in sorted(found.other)]
    bearings = list({(key, block_of[id_], int(asks)) for id_, held in keys.items() for key, asks in held})
    lent = [row for each in found.lent.values() for row in each]
    return Blocks(False, {**rows, "blocks": blocks, "bearings": bearings, "lent": lent}, merged, found.other)


def _tie(kept: KeptBlocks, keys: Mapping[str, AbstractSet[Key]], was_in: Mapping[str, int]) -> list[_Block]:
    """The blocks that mentions are in now, by their keys; ``was_in`` are those that some were in."""
    found = list(kept.bearing({key for held in keys.values() for key, _ in held}))
    new = [id_ for id_ in keys if id_ not in was_in]
    blocks = sorted({*was_in.values(), *(block for _, block, _ in found)})
    place = {block: len(new) + at for at, block in enumerate(blocks)}
    at = {id_: number for number, id_ in enumerate(new)} | {id_: place[block] for id_, block in was_in.items()}
    bearers = [*((at[id_], held) for id_, held in keys.items()), *((place[block], [(key, asks)]) for key, block, asks in found)]
    groups = tie(bearers, len(new) + len(blocks))
    restless = {groups[one] for one in at.values()}
    return [
        _Block(
            frozenset(id_ for id_ in new if groups[at[id_]] == group),
            frozenset(one for one in blocks if groups[place[one]] == group),
        )
        for group in sorted(restless)
    ]


def _numbers(kept: KeptBlocks, tied: Iterable[_Block], sizes: Mapping[int, int]) -> list[int]:
    """The number of each block: that of its largest part, else one of its own."""
    last, numbers = kept.last(), list[int]()
    for one in tied:
        last += not one.parts
        numbers.append(max(one.parts, key=lambda part: (sizes.get(part, 0), -part)) if one.parts else last)
    return numbers


def _around(
    ground: _Ground, place: Surroundings, members: Mapping[str, Referent], names: Mapping[str, Collection[str]]
) -> Surroundings:
    """What the documents of mentions say of each other."""
    documents = {one.document for one in members.values()} - names.keys()
    usual = frozenset(ground.corpus["usual"])
    found = {**ground.kept.names(documents), **names}
    return replace(place, company={document: frozenset(held).difference(usual) for document, held in found.items()})


def _told_of_outlets(ground: _Ground, clusters: Iterable[Cluster]) -> dict[str, str] | None:
    """The states of outlets, as documents tell them; None where that of one is another now whose documents there are."""
    outlets = {one.name or "" for one in clusters if one.kind == "outlet"}
    before = ground.corpus["told"]
    told = {name: state for name, state in before.items() if name not in outlets} | told_states(clusters)
    published = set(ground.press.publishers.values())
    return None if any(told.get(name) != before.get(name) for name in outlets & published) else told


def _corpus(ground: _Ground, told: Mapping[str, str], names: Mapping[str, object]) -> dict[str, object]:
    """What changes of what all blocks rest on, without a change to any of them."""
    return {
        "outlets": sorted(set(ground.press.published.values())),
        "told": told,
        "documents": ground.corpus["documents"] + sum(name in names for name in ground.new),
    }


# --- whose state somebody takes -----------------------------------------------------------------------------------------------


def _lent(kept: KeptBlocks, asked: Iterable[Called], members: Mapping[str, Referent]) -> dict[Called, set[str]]:
    """The states of others than these mentions, by what they are asked for as."""
    keys = {served(called): called for called in asked}
    found: dict[Called, set[str]] = {}
    for key, referent, state in kept.lenders(list(keys)):
        if referent not in members:
            found.setdefault(keys[key], set()).add(state)
    return found


def _who_take(kept: KeptBlocks, other: Collection[str], lent: Mapping[str, Iterable[tuple[int, str, str]]]) -> set[int]:
    """The blocks of those who may take a state that some of these mentions lend now, or lent before."""
    now = {row for rows in lent.values() for row in rows}
    changed = now ^ {(key, referent, state) for key, referent, state in kept.lent_by(other)}
    return {block for _, block, _ in kept.bearing({key for key, *_ in changed})}
