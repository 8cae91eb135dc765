"""What documents are grouped by, as the ledger keeps it (``store.groupings``) and as grouping knows it (``group.regroup``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quoth.group.entries import Entry
from quoth.group.gathering import REACH
from quoth.group.gists import pack_heading, unpack_heading
from quoth.group.index import GRAIN, Vector
from quoth.group.likeness import LEAST, WINDOW, Profile
from quoth.group.nearest import Nearest
from quoth.group.regroup import KeptRun, Member
from quoth.store.groupings import UNDATED, Groupings, Row, RunRow

WHOLE = 1.0 / GRAIN
"""Grains of a weight of 1."""


@dataclass(slots=True)
class Filing:
    """Keeps documents and runs of events in the ledger. What is added is written by ``flush``."""

    kept: Groupings
    rows: list[Row] = field(default_factory=list)
    words: list[tuple[str, int, int, int]] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)

    def near(self, words: Vector, day: date | None) -> list[int]:
        """Those with a cosine of words that is high enough to be compared, not too far in time."""
        found: dict[int, int] = defaultdict(int)
        weights = _grains(words)
        for word, number, weight in self.kept.holding(weights, _around(day, day, WINDOW)):
            found[number] += weight * weights[word]
        return [number for number, product in found.items() if product * GRAIN * GRAIN >= LEAST]

    def members(self, numbers: Collection[int]) -> dict[int, Member]:
        """Documents."""
        return {row.number: Member(_entry(row.content), Nearest(*row.tops), row.event, row.run) for row in self.kept.rows(numbers)}

    def of_events(self, events: Collection[int]) -> set[int]:
        """The documents of events."""
        return self.kept.of("event", events)

    def of_runs(self, runs: Collection[int]) -> set[int]:
        """The documents of runs of events."""
        return self.kept.of("run", runs)

    def alike(self, numbers: Collection[int]) -> set[int]:
        """Those that are, or were once, enough like one of these to be joined to it."""
        return self.kept.alike(numbers)

    def near_runs(self, probes: Collection[str], days: tuple[date, date] | None) -> set[int]:
        """Runs that were looked up by one of these words, not too far in time."""
        first, last = days or (None, None)
        return self.kept.near_runs(probes, _around(first, last, REACH))

    def add(self, number: int, member: Member, alike: Collection[int]) -> None:
        """Keep a document, with those that it is enough like."""
        heading, day = member.entry.heading, _ordinal(member.entry.heading.day)
        near, content = _near(member.nearest), _content(member.entry)
        self.rows.append(Row(number, heading.document, member.event, member.run, heading.post, heading.answers, near, content))
        words = member.entry.profile.vectors["words"]
        self.words += [(word, day, number, grains) for word, grains in _grains(words).items()]
        self.pairs += [(number, other) for other in alike]

    def relate(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep that documents are enough like each other, of which it was not kept yet."""
        self.pairs += pairs

    def renew(self, members: Mapping[int, Member]) -> None:
        """Keep documents that are known with other neighbours, events and runs."""
        self.kept.renew((number, one.event, one.run, _near(one.nearest)) for number, one in members.items())

    def renew_runs(self, gone: Collection[int], came: Iterable[KeptRun]) -> None:
        """Keep some runs in place of others."""
        self.kept.renew_runs(gone, [(_run_row(one), one.probes) for one in came])

    def flush(self) -> None:
        """Write what was added."""
        self.kept.add(self.rows, self.words)
        self.kept.add_alike(self.pairs)
        for held in (self.rows, self.words, self.pairs):
            held.clear()


def _run_row(one: KeptRun) -> RunRow:
    begins, ends = one.days or (None, None)
    return RunRow(one.number, one.story.id, one.story.title, one.story.first, one.story.last, _ordinal(begins), _ordinal(ends))


def _around(first: date | None, last: date | None, days: int) -> tuple[int, int] | None:
    """So many days around a stretch; None where it is not known."""
    return None if first is None or last is None else (max(UNDATED + 1, first.toordinal() - days), last.toordinal() + days)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else UNDATED


def _grains(vector: Vector) -> dict[str, int]:
    """Weights, which are whole grains, as whole numbers."""
    return {word: int(weight * WHOLE) for word, weight in vector.items()}


def _near(nearest: Nearest) -> Any:
    return [dict(nearest.tops), dict(nearest.circle)]


def _content(entry: Entry) -> Any:
    profile = entry.profile
    vectors = {kind: _grains(vector) for kind, vector in profile.vectors.items()}
    return [pack_heading(entry.heading), vectors, sorted(profile.rare), profile.length, profile.alone, entry.months]


def _entry(content: Any) -> Entry:
    heading, kept, rare, length, alone, months = content
    vectors = {kind: {word: weight * GRAIN for word, weight in vector.items()} for kind, vector in kept.items()}
    return Entry(unpack_heading(heading), Profile(vectors, frozenset(rare), length, alone), months)
