"""Who was first with a claim: the first to publish that it is so, the day that a later article gives for it, and who denied it before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quoth.link.days import published_key
from quoth.view.dates import date_label, days_of
from quoth.view.words import Said

FirstKind = Literal["published", "told", "denied", "only denied"]

LEADS: dict[FirstKind, str] = {
    "published": "First published",
    "told": "Said before, as told later:",
    "denied": "Denied before that:",
    "only denied": "First denied, as far as found:",
}
"""How a line begins that tells of each."""
AGAINST = frozenset({"denies", "doubts"})


@dataclass(frozen=True, slots=True)
class First:
    """One line on who was first."""

    kind: FirstKind
    when: str | None
    """EDTF: when it was published; of what is told later the day that is told."""
    speaker: str
    outlet: str
    statement: str
    published: str | None
    """When the article came out that tells it."""

    @property
    def lead(self) -> str:
        """How the line begins."""
        return LEADS[self.kind]


def saying_key(one: Said) -> tuple[str, tuple[str, bool, str]]:
    """Sorts statements by the day by which they were said, told or else published; on one day by when they were published."""
    published = published_key(one.published)
    days = days_of(one.time)
    last = days.last.isoformat() if days and days.last else published[0]
    return min(last, published[0]), published


def who_was_first(said: Sequence[Said]) -> tuple[First, ...]:
    """Lines on who was first, the first publication first; none where nothing is shown."""
    making = [one for one in said if one.on_claim not in AGAINST and one.on_claim != "declines"]
    against = [one for one in said if one.on_claim in AGAINST]
    if not making:
        return tuple(_line("only denied", one) for one in _earliest(against)[:1])
    first = _source_of(_earliest(making)[0], making)
    return (_line("published", first), *_before(first, making, against))


def _before(first: Said, making: Sequence[Said], against: Sequence[Said]) -> Iterator[First]:
    day = published_key(_published(first))
    told = sorted((one for one in making if one.time and saying_key(one)[0] < day[0]), key=saying_key)
    yield from (_line("told", one) for one in told[:1])
    yield from (_line("denied", one) for one in _earliest(against)[:1] if published_key(_published(one)) < day)


def _earliest(said: Sequence[Said]) -> list[Said]:
    return sorted(said, key=lambda one: (published_key(_published(one)), len(one.chain), one.id))


def _source_of(first: Said, making: Sequence[Said]) -> Said:
    """The statement itself; that of an outlet that it was taken from where that came out on the same day, at a time that nothing tells."""
    day = published_key(_published(first))[0]
    vague = (one for one in making if published_key(_published(one))[:2] == (day, True))
    return next((one for one in vague if one.outlet in first.chain[1:]), first)


def _published(one: Said) -> str | None:
    """When the first article with these words came out."""
    return min((one.published, *(other.published for other in one.also)), key=published_key)


def _line(kind: FirstKind, one: Said) -> First:
    also = [(other.published, other.outlet, other.id) for other in one.also]
    published, outlet, statement = min(((one.published, one.outlet, one.id), *also), key=lambda each: published_key(each[0]))
    if kind == "told":
        return First(kind, one.time, one.speaker_text, one.outlet, one.id, one.published)
    return First(kind, published, one.speaker_text, outlet, statement, published)


def first_text(one: First) -> str:
    """The line in words."""
    where = f"{one.outlet}, {date_label(one.published)}" if one.kind == "told" else one.outlet
    return f"{one.lead} {date_label(one.when)}: {one.speaker}, in {where}"
