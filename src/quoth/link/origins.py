"""How many texts and origins stand behind a claim, step by step, and which outlets of the story do not have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from quoth.lexicon.classes import word_class
from quoth.lexicon.names import fold
from quoth.link.credits import outlet_key
from quoth.link.joins import TEXT, Join, as_step, likeness, origin_join, text_join, time_key
from quoth.link.tellings import Told
from quoth.records import Copy, Document, Reckoning, Silence, Step

CROWD = 24
"""Tellings that one name or passage joins each with each; where more share it, each is compared with its neighbours and the first."""
SHINGLE = 4
"""Words of the runs by which sentences find each other."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """All edges between documents, by document."""

    edges: Mapping[str, tuple[Copy, ...]]

    @staticmethod
    def of(copies: Iterable[Copy]) -> Lineage:
        """The lineage of a corpus."""
        edges: dict[str, list[Copy]] = defaultdict(list)
        for copy in copies:
            edges[copy.copy].append(copy)
        return Lineage({document: tuple(found) for document, found in edges.items()})

    def within(self, documents: Collection[str]) -> list[Copy]:
        """Edges both of whose ends are among ``documents``."""
        inside = frozenset(documents)
        return [copy for document in documents for copy in self.edges.get(document, ()) if copy.source in inside]

    def between(self, one: str, other: str) -> list[Copy]:
        """Edges between two documents, whichever way they go."""
        return [
            *(copy for copy in self.edges.get(one, ()) if copy.source == other),
            *(copy for copy in self.edges.get(other, ()) if copy.source == one),
        ]

    def text_of(self, documents: Collection[str]) -> dict[str, str]:
        """Each document to the first of those that share its text: documents of one text have one representative."""
        return _together(documents, ((copy.copy, copy.source) for copy in self.within(documents) if copy.kind in TEXT))

    def origins(self, documents: Collection[str]) -> tuple[int | None, int | None]:
        """At least and at most so many origins by edges between documents alone: all of them collapsed, and only the sure ones.

        Sure is a shared text, whichever way it went, and a rewrite whose direction is decided: so there are never more origins than
        texts. A citation may stand for one sentence of an article that has sources of its own, so it is only possible. (None, None) where
        several documents have no edge at all among them: then nothing was measured. ``reckon`` knows more: who is named for the claim.
        """
        edges = self.within(documents)
        if not edges and len(set(documents)) > 1:
            return None, None
        sure = [copy for copy in edges if copy.kind in TEXT or (copy.kind == "rewrite" and copy.decided)]
        pairs = [[(copy.copy, copy.source) for copy in some] for some in (edges, sure)]
        return len(set(_together(documents, pairs[0]).values())), len(set(_together(documents, pairs[1]).values()))


def reckon(told: Sequence[Told], lineage: Lineage) -> Reckoning:
    """The steps from tellings to texts and origins: copies first, then credits, then shared statements; the sure ones before the possible.

    A step is kept where it joins two groups that no earlier step joined, those between the earliest tellings first. The same whatever the
    order of ``told``.
    """
    told = sorted(told, key=time_key)
    places = {one.telling.id: place for place, one in enumerate(told)}
    steps = sorted(_steps(told, lineage), key=lambda step: _rank(step, places))
    leader = {one.telling.id: one.telling.id for one in told}
    texts = {one.telling.document: one.telling.document for one in told}
    document_of = {one.telling.id: one.telling.document for one in told}
    kept = []
    for step in steps:
        joins_texts = step.kind in TEXT and _join(texts, document_of[step.source], document_of[step.copy])
        if _join(leader, step.source, step.copy) or joins_texts:
            kept.append(step)
    return Reckoning(tuple(one.telling for one in told), tuple(kept), tuple(find_circles(told)))


def _rank(step: Step, places: Mapping[str, int]) -> tuple[bool, int, bool, int, int]:
    order = 0 if step.kind in TEXT else 1 if step.kind == "rewrite" else 2 if step.kind == "citation" else 3
    return not step.sure, order, not step.decided, places[step.source], places[step.copy]


def _steps(told: Sequence[Told], lineage: Lineage) -> list[Step]:
    found: list[tuple[Join, Told, Told]] = []
    for first, second in _pairs(told, lineage):
        edges = lineage.between(first.telling.document, second.telling.document)
        shared = text_join(first, second, edges)
        if shared is not None:
            found.append((shared, first, second))
        if shared is None or not shared.sure:
            joined = origin_join(first, second, cites=[edge for edge in edges if edge.kind == "citation"])
            if joined is not None:
                found.append((joined, first, second))
    return [as_step(*one) for one in _meant(found)]


def _meant(found: Sequence[tuple[Join, Told, Told]]) -> Iterator[tuple[Join, Told, Told]]:
    """The joins, where a telling credits an outlet that tells the claim several times only the likeliest of these as sure."""
    best: dict[tuple[str, str | None], tuple[int, str]] = {}
    for join, first, second in found:
        if _is_credit(join):
            giver, taker = (first, second) if join.gave == first.telling.id else (second, first)
            key, rank = (taker.telling.id, giver.outlet), (likeness(first, second), giver.telling.id)
            best[key] = max(best.get(key, rank), rank)
    for join, first, second in found:
        giver, taker = (first, second) if join.gave == first.telling.id else (second, first)
        meant = not _is_credit(join) or best[taker.telling.id, giver.outlet][1] == giver.telling.id
        yield (join if meant else replace(join, sure=False)), first, second


def _is_credit(join: Join) -> bool:
    return join.kind == "citation" and join.sure and join.gave is not None


def _pairs(told: Sequence[Told], lineage: Lineage) -> list[tuple[Told, Told]]:
    """Tellings that anything could join: they share a name, an outlet, words in a row or an edge. Never all pairs of a large claim."""
    meetings: dict[tuple[str, object], list[int]] = defaultdict(list)
    by_document: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        by_document[one.telling.document].append(number)
        for key in _keys(one):
            meetings[key].append(number)
    pairs = {pair for group in meetings.values() for pair in _met(group)}
    for edge in lineage.within(list(by_document)):
        pairs.update((min(one, other), max(one, other)) for one in by_document[edge.copy] for other in by_document[edge.source])
    return [(told[one], told[other]) for one, other in sorted(pairs)]


def _met(group: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(group) <= CROWD:
        yield from combinations(group, 2)
        return
    for place in range(1, len(group)):
        yield group[0], group[place]
        yield from ((group[place], other) for other in group[place + 1 : place + 4])


def _keys(one: Told) -> set[tuple[str, object]]:
    """All by which a telling may meet another."""
    keys: set[tuple[str, object]] = {("outlet", key) for key in (one.outlet, *one.whole) if key}
    if one.named:
        keys.add(("named", ""))
    if one.owner and not one.named:
        keys.add(("owner", one.owner))
    keys.update(("called", word) for word in one.outlet_words)
    for named in one.named:
        keys.update(("called", word) for word in named.words)
        keys.update([("paper", "")] if not word_class("paper").isdisjoint(named.words) else ())
        keys.add(("name", fold(named.name)))
        keys.add(("outlet" if named.kind == "outlet" else "source", named.key))
        keys.update(("source", body) for body in named.of)
        if named.kind == "person":
            keys.add(("surname", named.name.split()[-1][:4].lower()))
        if named.office:
            keys.add(("office", ""))
    words = [word.text for word in one.words if not word.quoted]
    keys.update(("words", tuple(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1))
    return keys


def count_texts(reckoning: Reckoning, documents: Collection[str], lineage: Lineage) -> int:
    """How many texts the documents of a claim are: by the steps between its tellings, and for documents without a telling by all edges."""
    telling = texts_of(reckoning)
    edges = ((copy.copy, copy.source) for copy in lineage.within(documents) if copy.kind in TEXT)
    beside = [edge for edge in edges if not telling.keys() >= set(edge)]
    return len(set(_together([*documents, *telling], [*telling.items(), *beside]).values()))


def texts_of(reckoning: Reckoning) -> dict[str, str]:
    """Each document to the first of those that share its text."""
    document_of = {one.id: one.document for one in reckoning.tellings}
    joined = ((document_of[step.source], document_of[step.copy]) for step in reckoning.steps if step.kind in TEXT)
    return _together(list(dict.fromkeys(document_of.values())), joined)


def origins_of(reckoning: Reckoning, *, sure: bool) -> dict[str, str]:
    """Each telling to the first of those that go back to one place, by sure steps alone or by all."""
    joined = ((step.source, step.copy) for step in reckoning.steps if step.sure or not sure)
    return _together([one.id for one in reckoning.tellings], joined)


def part_of(reckoning: Reckoning, statements: Collection[str]) -> Reckoning:
    """The reckoning of the tellings in these statements alone, by the steps that join two of them."""
    kept = {one.id: one for one in reckoning.tellings if not set(one.statements).isdisjoint(statements)}
    if len(kept) == len(reckoning.tellings):
        return reckoning
    documents = {one.document for one in kept.values()}
    return Reckoning(
        tellings=tuple(kept.values()),
        steps=tuple(step for step in reckoning.steps if step.source in kept and step.copy in kept),
        circles=tuple(ring for ring in reckoning.circles if documents >= set(ring)),
    )


def count_origins(reckoning: Reckoning, *, of: Collection[str] | None = None) -> tuple[int | None, int | None]:
    """At least and at most so many origins: all steps collapsed, and only the sure ones. With ``of`` those of these statements alone, whatever
    joins them.

    A telling that names nobody may go back to any other, so it counts for the upper bound only. (None, None) where several tellings name
    nobody and no step joins them: then there is no evidence either way.
    """
    told = [one for one in reckoning.tellings if of is None or not set(one.statements).isdisjoint(of)]
    if not told or (len(told) > 1 and not reckoning.steps and not any(one.named for one in told)):
        return None, None
    every, sure = origins_of(reckoning, sure=False), origins_of(reckoning, sure=True)
    return max(1, len({every[one.id] for one in told if one.named})), len(set(sure.values()))


def find_circles(told: Sequence[Told]) -> Iterator[tuple[str, ...]]:
    """Documents that credit each other's outlets for the claim in a ring, each ring once, from its first document on."""
    owners: dict[str, list[str]] = defaultdict(list)
    for one in told:
        if one.outlet and one.telling.document not in owners[one.outlet]:
            owners[one.outlet].append(one.telling.document)
    credits_: dict[str, list[str]] = defaultdict(list)
    for one in told:
        keys = (*(named.key for named in one.outlets), *sorted(one.whole))
        credits_[one.telling.document] += [other for key in keys for other in owners.get(key, ()) if other != one.telling.document]
    seen: set[frozenset[str]] = set()
    for start in sorted(credits_):
        ring = _ring(start, credits_)
        if ring and frozenset(ring) not in seen:
            seen.add(frozenset(ring))
            yield ring


def _ring(start: str, credits_: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The shortest way from a document along its credits back to it; empty where there is none."""
    before: dict[str, str] = {}
    waiting = [start]
    for document in waiting:
        for other in credits_.get(document, ()):
            if other == start:
                ring = [document]
                while ring[-1] != start:
                    ring.append(before[ring[-1]])
                return tuple(reversed(ring))
            if other not in before:
                before[other] = document
                waiting.append(other)
    return ()


def _together(members: Collection[str], joined: Iterable[tuple[str, str]]) -> dict[str, str]:
    leader = {member: member for member in members}
    for one, other in joined:
        _join(leader, one, other)
    return {member: _leader(leader, member) for member in leader}


def _join(leader: dict[str, str], one: str, other: str) -> bool:
    """Whether two groups were apart; they are one afterwards."""
    first, second = sorted((_leader(leader, one), _leader(leader, other)))
    leader[second] = first
    return first != second


def _leader(leader: dict[str, str], member: str) -> str:
    while leader[member] != member:
        leader[member] = leader[leader[member]]
        member = leader[member]
    return member


def find_silences(story: Sequence[str], having: Collection[str], documents: Mapping[str, Document]) -> tuple[Silence, ...]:
    """Outlets of a story none of whose documents is among ``having``, each with its documents; by name.

    Names of one outlet ("NTA", "nta.example") are one, called by the name that is no address where there is one.
    """
    by_outlet: dict[str, list[str]] = defaultdict(list)
    called: dict[str, set[str]] = defaultdict(set)
    for name in story:
        outlet = documents[name].outlet if name in documents else None
        if outlet:
            by_outlet[outlet_key(outlet)].append(name)
            called[outlet_key(outlet)].add(outlet)
    silent = [
        (min(called[key], key=lambda name: ("." in name, name)), found)
        for key, found in by_outlet.items()
        if not set(found) & set(having)
    ]
    return tuple(Silence(outlet, tuple(found)) for outlet, found in sorted(silent))
