"""Stories where a few documents came: those alone are put together anew on which the new ones bear, with the same result as all anew.

A new document is compared with those that share words with it. Of the others only those weigh otherwise now to which it is among the nearest
(``moved``), and of these two are more alike only where it is among the nearest to both. Their events, and those of what came, are joined anew, with all others beside that they are enough like; where one of these would now be
joined to one of the first, it is taken to them, until none is. What is left was never joined to any of them, so each side is joined as it would be
alone: the next to be joined is always the likeliest pair of all, and which it is on one side does not hang on the other. The same holds of events
that become parts of one run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

import numpy as np

from quoth.group.entries import Entry, Tie, find_events, find_pairs, least_score, pairs_of, put_together, story_of
from quoth.group.gathering import Run
from quoth.group.index import Vector
from quoth.group.likeness import Compared, Field, scale
from quoth.group.nearest import SCALED, Around, Nearest, scales_of
from quoth.group.stories import Grouped
from quoth.records import Story


@dataclass(frozen=True, slots=True)
class Member:
    """A document as it is kept."""

    entry: Entry
    nearest: Nearest
    event: int
    """The number of the first document of its event."""
    run: int
    """The same of its run of events."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run of events as it is kept: what it is found by, beside its story."""

    number: int
    """That of its first document."""
    story: Story
    days: tuple[date, date] | None
    probes: frozenset[str]
    documents: tuple[int, ...]


class Kept(Protocol):
    """Documents by number, as they are kept."""

    def near(self, words: Vector, day: date | None) -> Collection[int]:
        """Those with a cosine of words that is high enough to be compared, not too far in time."""
        ...

    def members(self, numbers: Collection[int]) -> Mapping[int, Member]:
        """Documents."""
        ...

    def of_events(self, events: Collection[int]) -> set[int]:
        """The documents of events."""
        ...

    def of_runs(self, runs: Collection[int]) -> set[int]:
        """The documents of runs of events."""
        ...

    def alike(self, numbers: Collection[int]) -> set[int]:
        """Those that are, or were once, enough like one of these to be joined to it."""
        ...

    def near_runs(self, probes: Collection[str], days: tuple[date, date] | None) -> set[int]:
        """Runs that were looked up by one of these words, not too far in time."""
        ...

    def add(self, number: int, member: Member, alike: Collection[int]) -> None:
        """Keep a document, with those that it is enough like."""
        ...

    def relate(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep that documents are enough like each other, of which it was not kept yet."""
        ...

    def renew(self, members: Mapping[int, Member]) -> None:
        """Keep documents that are known with other neighbours, events and runs."""
        ...

    def renew_runs(self, gone: Collection[int], came: Iterable[KeptRun]) -> None:
        """Keep some runs in place of others."""
        ...


@dataclass(slots=True)
class Regrouping:
    """Adds documents to those that are kept."""

    kept: Kept
    held: dict[int, Member] = field(default_factory=dict)
    """Documents at hand, as they are now."""
    fresh: set[int] = field(default_factory=set)
    """Those that came."""
    moved: set[int] = field(default_factory=set)
    """Those whose likeness to others is another now."""

    def add(self, number: int, entry: Entry) -> None:
        """Compare a document with those that are kept, and keep it."""
        near = sorted(set(self.kept.near(entry.profile.vectors["words"], entry.heading.day)) - {number})
        numbers = [number, *near]
        entries = [entry, *(one.entry for one in self._members(near).values())]
        field_ = Field([one.profile for one in entries], [one.heading.day for one in entries])
        (mine,) = field_.compare(only=np.array([0]))
        self.held[number] = Member(entry, mine.nearest([one.heading.document for one in entries]), number, number)
        met = self._move(mine, numbers)
        self.kept.add(number, self.held[number], self._alike(mine, numbers))
        self._relate(met)
        self.fresh.add(number)
        self.moved.add(number)

    def _alike(self, mine: Compared, numbers: Sequence[int]) -> list[int]:
        """Those that are enough like the document that ``mine`` is of, which is the first of ``numbers``."""
        entries = [self.held[one].entry for one in numbers]
        around = Around((self.held[one].nearest for one in numbers), [one.heading.document for one in entries])
        scored = pairs_of(entries, [scale(mine, around)])
        return [numbers[other] for _, other, score in scored if score >= least_score()]

    def _relate(self, met: Collection[int]) -> None:
        """Keep which of these, to which one more is among the nearest now, are enough like each other for that."""
        numbers, entries = self._in_order(met)
        found = find_pairs(entries, [self.held[one].nearest for one in numbers])
        pairs = {(numbers[one], numbers[other]) for one, other, score in found if score >= least_score()}
        known = {one: self.kept.alike({one}) for one, _ in pairs}
        self.kept.relate([(one, other) for one, other in sorted(pairs) if other not in known[one]])

    def _move(self, mine: Compared, numbers: Sequence[int]) -> list[int]:
        """Let those know to which a document is among the nearest. Returns those of whose circle it is."""
        told: dict[int, Member] = {}
        name = self.held[numbers[mine.number]].entry.heading.document
        for place, other in enumerate(mine.others.tolist()):
            before = self.held[numbers[other]]
            nearest = before.nearest.beside({kind: float(mine.features[kind][place]) for kind in SCALED}, name)
            if nearest != before.nearest:
                told[numbers[other]] = self.held[numbers[other]] = replace(before, nearest=nearest)
                first, second = scales_of([before.nearest.tops]), scales_of([nearest.tops])
                if name in nearest.circle or any(first[kind][0] != second[kind][0] for kind in SCALED):
                    self.moved.add(numbers[other])
        self.kept.renew(told)
        return [number for number, one in told.items() if name in one.nearest.circle]

    def regroup(self, ties: Collection[Tie], loosened: Collection[int]) -> None:
        """Put together anew what has to be; ``ties`` are all, ``loosened`` are documents of which any came or went."""
        changed = self._rejoin(ties, self.moved | set(loosened))
        runs = {one.run for one in self._members(changed).values()}
        if runs:
            self._gather(runs)

    def _rejoin(self, ties: Collection[Tie], restless: AbstractSet[int]) -> set[int]:
        """Events anew. Returns the documents whose event has others now than before."""
        events = {one.event for one in self._members(restless).values()}
        while events:
            inner = self.kept.of_events(events)
            beside = {one.event for one in self._members(self.kept.alike(inner) - inner).values()}
            numbers, entries = self._in_order(inner | self.kept.of_events(beside - events))
            pairs = find_pairs(entries, [self.held[one].nearest for one in numbers])
            groups = [[numbers[one] for one in group] for group in find_events(entries, pairs, ties)]
            mixed = {self.held[one].event for group in groups if not inner.isdisjoint(group) for one in group} - events
            if not mixed:
                return self._note_events([group for group in groups if not inner.isdisjoint(group)], inner)
            events |= mixed
        return set()

    def _note_events(self, groups: Iterable[Sequence[int]], inner: AbstractSet[int]) -> set[int]:
        before: dict[int, set[int]] = {}
        for number in inner:
            before.setdefault(self.held[number].event, set()).add(number)
        known = {frozenset(group) for group in before.values()}
        other = [group for group in groups if frozenset(group) not in known or not self.fresh.isdisjoint(group)]
        renewed = {number: replace(self.held[number], event=group[0]) for group in other for number in group}
        self.held.update(renewed)
        self.kept.renew(renewed)
        return set(renewed)

    def _gather(self, runs: set[int]) -> None:
        """Runs of events anew."""
        beside: set[int] = set()
        while True:
            inner = self.kept.of_runs(runs)
            numbers, entries = self._in_order(inner | self.kept.of_runs(beside - runs))
            found = put_together(entries, _groups([self.held[number].event for number in numbers]))
            made = [(run, [numbers[one] for one in sorted(run.story.members)]) for run in found]
            ours = [(run, documents) for run, documents in made if not inner.isdisjoint(documents)]
            mixed = {self.held[one].run for _, documents in ours for one in documents} - runs
            near = {one for run, _ in ours for one in self.kept.near_runs(run.probes, run.story.days)} - runs - beside
            if not mixed and not near:
                self._note_runs(runs, ours, entries)
                return
            runs |= mixed
            beside |= near

    def _note_runs(self, gone: AbstractSet[int], ours: Iterable[tuple[Run, Sequence[int]]], entries: Sequence[Entry]) -> None:
        came = [kept_run(run, entries, documents) for run, documents in ours]
        renewed = {number: replace(self.held[number], run=run.number) for run in came for number in run.documents}
        self.held.update(renewed)
        self.kept.renew(renewed)
        self.kept.renew_runs(gone, came)

    def _members(self, numbers: Collection[int]) -> dict[int, Member]:
        missing = [one for one in numbers if one not in self.held]
        if missing:
            self.held.update(self.kept.members(missing))
        return {one: self.held[one] for one in numbers}

    def _in_order(self, numbers: Collection[int]) -> tuple[list[int], list[Entry]]:
        ordered = sorted(self._members(numbers).items(), key=lambda item: item[1].entry.rank)
        return [number for number, _ in ordered], [one.entry for _, one in ordered]


def kept_run(run: Run, entries: Sequence[Entry], documents: Sequence[int]) -> KeptRun:
    """A run of events as it is kept; ``documents`` are the numbers of its documents, in order."""
    return KeptRun(documents[0], story_of(run, entries), run.story.days, frozenset(run.probes), tuple(documents))


def keep_all(kept: Kept, grouped: Grouped, number_of: Mapping[str, int]) -> None:
    """Keep a whole corpus as it was grouped."""
    numbers = [number_of[one.heading.document] for one in grouped.entries]
    event_of = {one: numbers[group[0]] for group in grouped.events for one in group}
    runs = [(run, sorted(run.story.members)) for run in grouped.runs]
    run_of = {one: numbers[group[0]] for _, group in runs for one in group}
    alike: dict[int, list[int]] = {}
    for one, other, score in grouped.pairs:
        if score >= least_score():
            alike.setdefault(one, []).append(numbers[other])
    for place, entry in enumerate(grouped.entries):
        kept.add(numbers[place], Member(entry, grouped.nearest[place], event_of[place], run_of[place]), alike.get(place, ()))
    kept.renew_runs((), (kept_run(run, grouped.entries, [numbers[one] for one in group]) for run, group in runs))


def _groups(events: Sequence[int]) -> list[list[int]]:
    """The places that have the same number, in order."""
    found: dict[int, list[int]] = {}
    for place, event in enumerate(events):
        found.setdefault(event, []).append(place)
    return list(found.values())
