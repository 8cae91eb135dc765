"""What waits for a person: the statements least sure, those without a speaker, and people who may be one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from quoth.link.clusters import UNDECIDED
from quoth.link.judged.standing import ACTOR, STATEMENT, in_order, standing, things
from quoth.records import Actor, Judgement
from quoth.store import ReadView, Tallies
from quoth.store.database import Source
from quoth.store.lasting import lasting
from quoth.store.overlay import rulings
from quoth.store.queue import Waiting, actors_so_named, offices_of, open_actors, speakerless_statements, unsure_statements
from quoth.view.alike import Alike, alike
from quoth.view.correcting import Choice
from quoth.view.counts import count
from quoth.view.coverage import gather_few
from quoth.view.scores import UNSURE
from quoth.view.words import Said, said

Queue = Literal["unsure", "speaker", "one"]
LOOKED = 1_000
"""Actors, those that say most, among whom the queue looks for two that may be one."""
EACH = 10
"""Things of one page of the queue."""

_MAY_BE = re.compile(r"^may be (?:the )?(?P<names>.+?)(?: of other documents)?;")


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Somebody who may be somebody else as well."""

    who: Choice
    told: str
    """What is undecided, and why."""
    others: tuple[Choice, ...]
    """Those whom the question names, where the ledger has one of that name."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One page of a queue. ``found`` counts what waits in it."""

    queue: Queue
    statements: tuple[Said, ...]
    questions: tuple[OpenQuestion, ...]
    found: int
    each: int
    seen: str
    """The last judgement of all, which a form sends back."""


def review_page(read: ReadView, queue: Queue, *, number: int = 1) -> ReviewPage:
    """One page of a queue, without what people judged already; ``number`` counts from 1."""
    made = in_order(rulings(read.engine))
    stand = standing(made)
    seen = made[-1].id if made else ""
    if queue == "one":
        return _one_or_two(read, stand, seen, number)
    judged = frozenset(name for one in stand if one.kind == STATEMENT for name in things(one))
    if queue == "unsure":
        waiting = unsure_statements(read.engine, below=UNSURE, judged=judged, number=number, each=EACH)
    else:
        waiting = speakerless_statements(read.engine, judged=judged, number=number, each=EACH)
    return ReviewPage(queue, _said(read, waiting), (), waiting.found, EACH, seen)


def _one_or_two(read: ReadView, stand: Sequence[Judgement], seen: str, number: int) -> ReviewPage:
    """Those of whom linking left open who they are, then those who may be one by what they are called."""
    waiting = open_actors(read.engine, number=number, each=EACH)
    pairs = _pairs(read, stand)
    first = max(0, (number - 1) * EACH - waiting.found)
    shown = pairs[first : first + EACH - len(waiting.ids)]
    actors = {one.id: one for one in read.actors({name for pair in shown for name in (pair.one, pair.other)})} if shown else {}
    asked = tuple(
        OpenQuestion(choice_of(actors[pair.one]), pair.why, (choice_of(actors[pair.other]),))
        for pair in shown
        if {pair.one, pair.other} <= actors.keys()
    )
    return ReviewPage(
        queue="one",
        statements=(),
        questions=(*_questions(read, waiting, stand), *asked),
        found=waiting.found + len(pairs),
        each=EACH,
        seen=seen,
    )


def _pairs(read: ReadView, stand: Iterable[Judgement]) -> list[Alike]:
    """Those of whom nobody said that they are two; among the actors that say most."""
    decided = [things(one) for one in stand if one.kind == ACTOR]
    owner = read.actor_of([name for one in decided for name in one]) if decided else {}
    apart = {frozenset(owner.get(name, name) for name in one) for one in decided}
    return [pair for pair in lasting(read.engine, "alike", _alike) if not any({pair.one, pair.other} <= one for one in apart)]


def _alike(source: Source) -> tuple[Alike, ...]:
    looked = Tallies(source).actors(limit=LOOKED)
    return tuple(alike(looked, offices_of(source, [one.id for one in looked])))


def _said(read: ReadView, waiting: Waiting) -> tuple[Said, ...]:
    held = read.statements_named(waiting.ids)
    coverage = gather_few(read, held)
    return tuple(said(coverage, one) for one in held)


def _questions(read: ReadView, waiting: Waiting, stand: Iterable[Judgement]) -> tuple[OpenQuestion, ...]:
    decided = [frozenset(things(one)) for one in stand if one.kind == ACTOR]
    actors = {one.id: one for one in read.actors(waiting.ids)} if waiting.ids else {}
    return tuple(
        OpenQuestion(choice_of(actors[name]), line, _others(read, actors[name], line, decided))
        for name in waiting.ids
        if name in actors
        for line in (each.removeprefix(UNDECIDED) for each in actors[name].evidence if each.startswith(UNDECIDED))
    )


def _others(read: ReadView, actor: Actor, line: str, decided: list[frozenset[str]]) -> tuple[Choice, ...]:
    match = _MAY_BE.match(line)
    named = read.actors(actors_so_named(read.engine, match["names"].split(" or "))) if match else ()
    found = {one.id: one for one in named if one.id != actor.id and one.kind == actor.kind}
    return tuple(choice_of(one) for one in found.values() if not any(_is_on(each, actor, one) for each in decided))


def _is_on(decided: frozenset[str], actor: Actor, other: Actor) -> bool:
    return not decided.isdisjoint(actor.referents) and not decided.isdisjoint(other.referents)


def choice_of(actor: Actor) -> Choice:
    """Somebody, with what tells them from others of the name."""
    told = f"{actor.kind}{', ' + actor.country if actor.country else ''}, in {count(len(set(actor.referents)), 'article')}"
    return Choice(actor.id, actor.name, told)
