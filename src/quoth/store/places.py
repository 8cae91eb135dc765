"""Where rows of links stand: numbers by which they are listed in order, worked out from each row alone.

So a row keeps its place whatever else comes or goes. Rows that share a place are listed by name, where they have one, then by identifier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, get_args

from quoth.records import Actor, ActorKind, Claim, ContactEvent, Copy, Disagreement, Links, Story

NEVER = 1 << 22
"""Stands for no day: it comes after every day."""
RANK, BITS = 12, 28
"""Bits of a claim's place among those of its story, and of its story's identifier: with those of the day 63."""
KINDS = sorted(get_args(ActorKind))


def places_of(links: Links, name: str) -> Iterator[int]:
    """The places of the rows of one field of ``links``."""
    alone = _ALONE.get(name)
    if alone is not None:
        return (alone(one) for one in getattr(links, name))
    return _in_stories(links.claims if name == "claims" else links.disagreements, links.stories)


def place_of(name: str, one: object) -> int | None:
    """The place of a row of such a field; None where it stands among those of its story."""
    alone = _ALONE.get(name)
    return None if alone is None else alone(one)


def _in_stories(rows: Sequence[Claim] | Sequence[Disagreement], stories: Sequence[Story]) -> Iterator[int]:
    """By story, and within it as they are given; those of no story last."""
    days = {story.id: _day(story.first) for story in stories}
    before: Counter[str | None] = Counter()
    for one in rows:
        place = (days.get(one.story or "", NEVER) << BITS | _leading(one.story or "~", BITS)) << RANK
        yield place | min(before[one.story], (1 << RANK) - 1)
        before[one.story] += 1


def _story(one: Story) -> int:
    return _day(one.first) << 40 | _leading(one.id, 40)


def _actor(one: Actor) -> int:
    return KINDS.index(one.kind) << 56 | int.from_bytes(one.name.encode("utf-8", "surrogatepass")[:7].ljust(7, b"\0"))


def actors_between(kind: ActorKind) -> tuple[int, int]:
    """The first place of the actors of a kind, and the first after them."""
    return KINDS.index(kind) << 56, (KINDS.index(kind) + 1) << 56


def _copy(one: Copy) -> int:
    return _leading(one.copy, 40) << 20 | _leading(one.source, 20)


def _event(one: ContactEvent) -> int:
    return _leading(one.contacts[0] if one.contacts else one.id, 60)


def _day(text: str | None) -> int:
    """A day, month or year as a number that grows with it."""
    year, month, day = ([int(part) for part in (text or "").split("-")[:3] if part.isdecimal()] + [0, 0, 0])[:3]
    return min(year << 9 | month << 5 | day, NEVER - 1) if text else NEVER


def _leading(text: str, bits: int) -> int:
    """The leading bits of an identifier, so that numbers are in the order of identifiers."""
    digits = bits // 4
    try:
        return int(text[:digits].ljust(digits, "0"), 16)
    except ValueError:  # made by hand, not by ``identify``
        return int.from_bytes(text.encode("utf-8", "surrogatepass")[: bits // 8].ljust(bits // 8, b"\0"))


_ALONE: dict[str, Callable[[Any], int]] = {"stories": _story, "actors": _actor, "copies": _copy, "events": _event}
