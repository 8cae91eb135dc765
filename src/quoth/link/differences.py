"""Whether two accounts differ on a point, and of which kind: two passages of two texts, or of one.

In this order: figures of one thing that cannot both be right, days on which one thing is put, and what one says that the other denies.
Told apart from these is what only looks so: figures of another day or population, parts of a whole, rounding, more or less detail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quoth.lexicon.postures import postures
from quoth.link.answers import DISMISSIVE
from quoth.link.compare import compare
from quoth.link.counts import Counted, agree, conflict
from quoth.link.days import Stretch, stretch_of
from quoth.link.postures import NEGATION
from quoth.link.said import Said
from quoth.records import DisagreementKind, TimeExpression

SHARED = 3
"""Words of content that two passages must share for two weekdays in them to be of one thing."""
COMMON = 2
"""Words of content that a denial must share with what it denies."""
NEGATED = re.compile(r"\b(?:not|never|no)\b ((?:[\w’']+ ?){1,5})", re.IGNORECASE)
"""A negation with what it negates."""
DISMISSED = re.compile(r"\b(?:allegation|accusation|claim|charge|report|rumou?r)s?\b", re.IGNORECASE)
CLAIMING = re.compile(r"\b(?:claim|complain|alleg|accus|charg)\w*", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Account:
    """One passage, read."""

    words: str
    sayings: tuple[Said, ...] = ()
    """What it says: as a whole, and each statement in it."""
    figures: tuple[Counted, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    stems: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Point:
    """What two accounts differ on."""

    kind: DisagreementKind
    why: str


def stems(words: str) -> frozenset[str]:
    """Words of content by their first letters, so that forms of one word meet."""
    return frozenset(word[:5].lower() for word in _WORD.findall(words))


def differ(first: Account, second: Account) -> Point | None:
    """The point on which two accounts differ; None where both may be right."""
    return next(_points(first, second), None)


def _points(first: Account, second: Account) -> Iterator[Point]:
    if not _other_days(first.times, second.times):
        pairs = [(one, other) for one in first.figures for other in second.figures]
        alike = any(_agree(one, other) for one, other in pairs)
        if not alike and any(conflict(one, other) for one, other in pairs):
            yield Point("figure", "figures of one thing that cannot both be right")
    yield from _weekdays(first, second)
    yield from _contents(first, second)


def _agree(one: Counted, other: Counted) -> bool:
    """Whether both count the same thing and can be right at once: then another figure beside it is of something else."""
    return bool(one.things & other.things) and one.unit == other.unit and agree(one, other)


def _other_days(first: Sequence[TimeExpression], second: Sequence[TimeExpression]) -> bool:
    """Whether both name known days, and none in common."""
    mine, theirs = _days(first), _days(second)
    return bool(mine) and bool(theirs) and not any(one.meets(other) for one in mine for other in theirs)


def _days(times: Sequence[TimeExpression]) -> list[Stretch]:
    found = (stretch_of(time.edtf) for time in times if time.type in {"DATE", "TIME"} and time.edtf and "X" not in time.edtf[:4])
    return [stretch for stretch in found if stretch is not None]


def _weekdays(first: Account, second: Account) -> Iterator[Point]:
    mine, theirs = ({match.lower() for match in WEEKDAY.findall(one.words)} for one in (first, second))
    if len(mine) == len(theirs) == 1 and mine != theirs and len(first.stems & second.stems) >= SHARED:
        yield Point("date", f"{mine.pop()}day or {theirs.pop()}day")


def _contents(first: Account, second: Account) -> Iterator[Point]:
    """What one says and the other denies; or doubts, where both are alike and only one is negated or doubted."""
    found = [compare(one, other) for one in first.sayings for other in second.sayings]
    opposed = next((one for one in found if one.relation == "opposed"), None)
    if opposed is not None:
        yield Point("polarity", opposed.why)
    yield from _negations(first, second)


def _negations(first: Account, second: Account) -> Iterator[Point]:
    """What one says is not so, in words of the other, who does not deny it; and allegations that one calls unfounded and the other makes."""
    for one, other in ((first, second), (second, first)):
        if _against(one.words) == _against(other.words) or postures()["refusal"].search(one.words):
            continue
        denied = {word for match in NEGATED.finditer(one.words) for word in stems(match[1])}
        if denied & other.stems and len(one.stems & other.stems) >= COMMON:
            yield Point("polarity", f"one denies {min(denied & other.stems)}…")
        if DISMISSED.search(one.words) and DISMISSIVE.search(one.words) and CLAIMING.search(other.words):
            yield Point("polarity", "one calls unfounded what the other claims")


def _against(words: str) -> bool:
    return NEGATION.search(words) is not None or postures()["doubt"].search(words) is not None
