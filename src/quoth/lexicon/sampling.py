"""Which documents of a corpus tell how rare words are: a sample of those that came out before a day in the last fifth of it.

It depends on which documents there are and not on when they came. News of the day stands after that day, so it enters no sample that is full; the
day moves on when the corpus has grown by a seventh or so. An older document enters a sample of a large corpus seldom: those are taken whose
identifiers come first, and identifiers are hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

BEFORE = (80, 95)
"""Of a hundred documents with a day, how many at least and at most came out before the day that parts them."""


class Sampled(NamedTuple):
    """A sample."""

    documents: Sequence[str]
    """Identifiers, those that count most first."""
    parting: int | None
    """The day that parts the corpus."""
    last: tuple[bool, str]
    """The rank of the last of them."""


def sample(days: Mapping[str, int | None], count: int) -> Sampled:
    """So many documents of a corpus, given by identifier with the day of each (its ordinal), where it is known."""
    parting = parting_day(count_days(days.values()))
    ranked = sorted(rank(document, day, parting) for document, day in days.items())[:count]
    return Sampled([document for _, document in ranked], parting, ranked[-1] if ranked else (False, ""))


def rank(document: str, day: int | None, parting: int | None) -> tuple[bool, str]:
    """A document's place among those that tell how rare words are: what came out on the parting day or later comes last, and what has no day."""
    return parting is not None and (day is None or day >= parting), document


def ordinal(day: date | None) -> int | None:
    """A day as it is held here."""
    return day.toordinal() if day else None


def count_days(days: Iterable[int | None]) -> dict[int, int]:
    """How many documents each day has."""
    found: dict[int, int] = {}
    for day in days:
        if day is not None:
            found[day] = found.get(day, 0) + 1
    return found


def parting_day(counts: Mapping[int, int]) -> int | None:
    """The roundest of all days before which neither too few documents came out nor too many; None where there is none, as when all are of one day.

    ``counts``: how many documents each day has. A day is the rounder the higher the power of two is that divides its ordinal: while more documents
    come, the roundest day of a stretch stays longest.
    """
    total = sum(counts.values())
    least, most = -(-total * BEFORE[0] // 100), total * BEFORE[1] // 100
    first = last = None
    before = 0
    for day in sorted(counts):
        if before <= most:
            last = day
        before += counts[day]
        if first is None and before >= least:
            first = day + 1
    return _roundest(first, last) if first is not None and last is not None and first <= last else None


def _roundest(first: int, last: int) -> int:
    """The number between two, either included, that the highest power of two divides."""
    power = max(power for power in range(last.bit_length() + 1) if last >> power << power >= first)
    return last >> power << power
