"""What people judged, or took back, since links were worked out: which documents and stories it bears on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoth.link.judged.standing import ARTICLE, JUDGEMENT, things, with_implied
from quoth.records import Copy, Judgement
from quoth.store import ReadView
from quoth.store.overlay import fetch_many, found_before

OF_STORIES = ("claims", "disagreements")


@dataclass(frozen=True, slots=True)
class Touched:
    """What has to be looked at again, as the ledger has it now."""

    documents: frozenset[str] = frozenset()
    stories: frozenset[str] = frozenset()
    whole: bool = False
    """Whether articles were set aside, or brought back: what outlets the corpus has bears on every story."""


def judged_since(view: ReadView, judgements: Iterable[Judgement], known: Collection[str]) -> Touched:
    """What those of all ``judgements`` bear on that did not go into the links (``known``), and claims and points that are not as linking had
    them."""
    made = {one.id: one for one in judgements}
    new = [_meant(one, made) for id_, one in made.items() if id_ not in known]
    named = {name for one in with_implied(new) for name in things(one)}
    whole = any(one.kind == ARTICLE for one in new)
    return Touched(frozenset(_documents(view, named)), frozenset(_stories(view, named)), whole)


def _meant(judgement: Judgement, made: Mapping[str, Judgement]) -> Judgement:
    """The judgement that one takes back, or restores; itself where it does neither."""
    while judgement.kind == JUDGEMENT and judgement.subject in made:
        judgement = made[judgement.subject]
    return judgement


def _documents(view: ReadView, named: Collection[str]) -> Iterator[str]:
    """Documents that are named, that hold what is named, or that tell of an actor one of whose mentions is named."""
    yield from named
    yield from (one.document for one in view.statements_named(sorted(named), words=False))
    actors = view.actors(set(view.actor_of(named).values()))
    referents = {*named, *(referent for actor in actors for referent in actor.referents)}
    yield from (one.document for one in view.referents_named(referents, words=False))
    before = found_before(view.engine, ["copies"], ids=named)
    copies: list[Copy] = [*view.copies(ids=named), *(one for one in before.values() if one is not None)]
    yield from (end for copy in copies for end in (copy.copy, copy.source))


def _stories(view: ReadView, named: Collection[str]) -> Iterator[str]:
    """Stories with a point that is named, or with claims or points that judgements changed."""
    before = found_before(view.engine, OF_STORIES)
    changed = {kind: {id_ for of, id_ in before if of == kind} for kind in OF_STORIES}
    now = [one for kind, ids in changed.items() for one in fetch_many(view.engine, kind, ids).values()]
    held = [*now, *(one for one in before.values() if one is not None), *view.disagreements(ids=named)]
    yield from (one.story for one in held if one.story is not None)
