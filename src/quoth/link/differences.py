"""Whether two accounts differ on a point, and of which kind: two passages of two texts, or of one.

In this order: figures of one thing that cannot both be right, days on which one thing is put, ways that are opposite, and what one says that
the other denies or doubts. Told apart from these is what only looks so: figures of another day or population, parts of a whole, rounding, more
or less detail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from quoth.lexicon.numbers import read_number
from quoth.lexicon.postures import postures
from quoth.link.compare import Comparison, compare
from quoth.link.counts import Counted, agree, conflict
from quoth.link.days import Stretch, stretch_of
from quoth.link.postures import CONTRARY, DENYING, plainly, stand
from quoth.link.said import Said
from quoth.link.stances import AGAINST
from quoth.records import DisagreementKind, TimeExpression

SHARED = 3
"""Words of content that two passages must share for two days in them to be of one thing."""
COMMON = 2
"""The same for two ways."""
MET = 2.0
"""Weight that must be answered for two contents to be contrary without a word that says so."""
POINTING = re.compile(r"\b(?:allegation|accusation|claim|charge|report|rumou?r)s?\b", re.IGNORECASE)
JUST_TOLD = re.compile(r"\b(?:these|those|such) (?:\w+ )?(?:allegation|accusation|claim|charge|report|rumou?r)s?\b", re.IGNORECASE)
CLAIMING = re.compile(r"\b(?:claim|complain|alleg|accus|charg)\w*", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
SAID_ON = re.compile(
    r"\b(?:sa(?:id|ys?)|told \w+|reported|announced|added|confirmed|wrote|stated|tweeted)(?: \w+ly)?(?: (?:on|late|early))* (?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
"""The day on which something was said, not that of what is told."""
PARENT = re.compile(r"\b(?:mother|father|mum|mom|dad|parent)s?[- ]of[- ](?P<count>\d+|\w+)\b", re.IGNORECASE)
LATER = re.compile(
    r"\b(?:(?P<count>\w+) (?P<unit>day|week|month|year)s? (?:later|after|afterwards)\b|(?:the )?(?:next|following) (?:day|morning|afternoon|evening|night)\b)",
    re.IGNORECASE,
)
"""How long after another deed something was."""
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
WAY = re.compile(r"\b(?P<deed>\w{4})\w* (?P<way>into|inside|out of|from)\b", re.IGNORECASE)
INWARD = frozenset({"into", "inside"})
BEFORE, AFTER = 2, 6
"""Words before and after a negation that it is taken to negate."""
_WORDS = re.compile(r"[\w’']+")
_WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z][A-Za-z]+\b")
_EMPTY = frozenset({"the", "that", "this", "they", "were", "said", "says", "with", "from", "been", "will", "what", "when", "which", "than"}) | {
    "after", "befor", "over", "into", "about", "their", "told", "have", "and", "but", "his", "her", "its", "you", "she", "for",
}  # fmt: skip


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
    """Words of content and names by their first letters, so that forms of one word meet."""
    return frozenset(word[:5].lower() for word in _WORD.findall(words)) - _EMPTY


def differ(first: Account, second: Account) -> Point | None:
    """The point on which two accounts differ; None where both may be right."""
    return next(_points(first, second), None)


def _points(first: Account, second: Account) -> Iterator[Point]:
    if not _other_days(first.times, second.times):
        pairs = [(one, other) for one in first.figures for other in second.figures]
        alike = any(_agree(one, other) for one, other in pairs)
        if not alike and any(conflict(one, other) for one, other in pairs):
            yield Point("figure", "figures of one thing that cannot both be right")
    yield from _details(first, second)
    if first.stems & second.stems or _points_back(first.words, second.words) or _points_back(second.words, first.words):
        yield from _contents(first, second)


def _agree(one: Counted, other: Counted) -> bool:
    """Whether both count the same thing and can be right at once: then another figure beside it is of something else."""
    return one.unit == other.unit and agree(one, other) and (bool(one.things & other.things) or one.value == other.value)


def _other_days(first: Sequence[TimeExpression], second: Sequence[TimeExpression]) -> bool:
    """Whether both name known days, and none in common."""
    mine, theirs = _days(first), _days(second)
    return bool(mine) and bool(theirs) and not any(one.meets(other) for one in mine for other in theirs)


def _days(times: Sequence[TimeExpression]) -> list[Stretch]:
    found = (stretch_of(time.edtf) for time in times if time.type in {"DATE", "TIME"} and time.edtf and "X" not in time.edtf[:4])
    return [stretch for stretch in found if stretch is not None]


def _details(first: Account, second: Account) -> Iterator[Point]:
    """Days and ways on which two tellings of one thing differ."""
    shared = len(first.stems & second.stems)
    for detail in DETAILS:
        mine, theirs = detail.told(first.words), detail.told(second.words)
        if shared >= detail.shared and mine is not None and theirs is not None and detail.apart(mine, theirs):
            yield Point(detail.kind, f"{mine} or {theirs}")


@dataclass(frozen=True, slots=True)
class Detail:
    """Something that each telling of one thing gives once, if at all."""

    kind: DisagreementKind
    about: str
    told: Callable[[str], str | None]
    """Its value in some words; None where they give none, or several."""
    apart: Callable[[str, str], bool]
    """Whether two values cannot both be right."""
    shared: int
    """Words of content that two passages must share to be taken for tellings of one thing."""


def _weekday(words: str) -> str | None:
    return _one({f"{match.capitalize()}day" for match in WEEKDAY.findall(SAID_ON.sub(" ", words))})


def _children(words: str) -> str | None:
    told = (read_number((match["count"].lower(),)) for match in PARENT.finditer(words))
    return _one({f"{int(count)} children" for count in told if count is not None})


def _gap(words: str) -> str | None:
    days = {gap for match in LATER.finditer(words) if (gap := days_later(match)) is not None}
    return _one({"1 day later" if gap == 1 else f"{gap} days later" for gap in days})


def days_later(match: re.Match[str]) -> int | None:
    """The days that a match of ``LATER`` means; None where its count is no number."""
    if match["count"] is None:
        return 1
    count = match["count"].lower()
    number = 1.0 if count in {"a", "an"} else read_number((count,))
    return None if number is None else int(number) * DAYS[match["unit"].lower()]


def _way(words: str) -> str | None:
    return _one({f"{match['deed']}… {match['way']}".lower() for match in WAY.finditer(words)})


def _one(values: Collection[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _are_opposite(first: str, second: str) -> bool:
    """Whether two ways of one deed lead in and out."""
    mine, theirs = first.partition("… "), second.partition("… ")
    return mine[0] == theirs[0] and (mine[2] in INWARD) != (theirs[2] in INWARD)


DETAILS = (
    Detail("date", "weekday", _weekday, str.__ne__, SHARED),
    Detail("figure", "how many children", _children, str.__ne__, COMMON),
    Detail("date", "how long after", _gap, str.__ne__, SHARED),
    Detail("place", "which way", _way, _are_opposite, COMMON),
)


def _contents(first: Account, second: Account) -> Iterator[Point]:
    """What one says and the other denies or doubts. Where both deny something, neither denies the other."""
    if any(postures()["refusal"].search(one.words) for one in (first, second)):
        return
    compared = [compare(one, other) for one in first.sayings for other in second.sayings]
    if _against(first.words) == _against(second.words):
        contrary = next((one for one in compared if _is_contrary(one)), None)
        if contrary is not None and not _against(first.words):
            yield Point("polarity", contrary.why)
        return
    for one, other in ((first, second), (second, first)):
        taken = stand((), one.words, claim=other.words, compared=compared)
        if taken in AGAINST and _is_of(one.words, other):
            yield Point("polarity", f"one {taken} it")


def _is_of(words: str, other: Account) -> bool:
    """Whether what words deny is what the other says: a word beside the negation is its, too; who calls something untrue means all of it."""
    said = plainly(words)
    if any(postures()[posture].search(said) for posture in ("dismissal", "doubt")):
        return True
    beside = (
        _WORDS.findall(said[: match.start()])[-BEFORE:] + _WORDS.findall(said[match.end() :])[:AFTER]
        for match in postures()["negation"].finditer(said)
    )
    return any(stems(" ".join(each)) & other.stems for each in beside)


def _points_back(words: str, other: str) -> bool:
    """Whether words call untrue what "the allegations" were, and the other alleges something; "these allegations" were told just before."""
    called = POINTING.search(words) is not None and postures()["dismissal"].search(words) is not None
    return called and (CLAIMING.search(other) is not None or JUST_TOLD.search(words) is not None)


def _is_contrary(one: Comparison) -> bool:
    return one.relation == "opposed" and one.alike >= CONTRARY and one.met >= MET


def _against(words: str) -> bool:
    """Whether words deny or doubt something; who only does not know is against nothing."""
    told = postures()["ignorance"].sub(" ", plainly(words))
    return any(postures()[posture].search(told) for posture in ("doubt", *DENYING))
