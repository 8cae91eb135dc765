"""Which of two documents that share text took it from the other, and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.link.credits import Credits
from quoth.link.days import is_earlier
from quoth.records import Document


@dataclass(frozen=True, slots=True)
class Side:
    """One of two documents that share text."""

    document: Document
    credits: Credits


@dataclass(frozen=True, slots=True)
class Direction:
    """Who copied, and why we think so."""

    copy: str
    source: str
    decided: bool
    reason: str
    forwarded: bool = False
    credited: bool = False


def name_of(side: Side) -> str:
    """What to call a document's outlet in a reason."""
    return side.document.outlet or side.credits.outlet or "an unknown outlet"


def direct(first: Side, second: Side) -> Direction:
    """The direction between two documents that share text: links and forwards before credits before time.

    Undecided where both credit a third outlet, or where neither credits nor dates tell; ``source`` then is the earlier document.
    """
    for copy, source in ((first, second), (second, first)):
        reason = _link(copy, source)
        if reason and not _link(source, copy):
            return Direction(
                copy.document.id, source.document.id, decided=True, reason=reason, forwarded="forwarded" in reason, credited=True
            )
    for copy, source in ((first, second), (second, first)):
        if _credits(copy, source) and not _credits(source, copy):
            reason = f"credits {name_of(source)}"
            return Direction(copy.document.id, source.document.id, decided=True, reason=reason, credited=True)
    for copy, source in ((first, second), (second, first)):
        if source.credits.outlet in copy.credits.cited and copy.credits.outlet not in source.credits.cited:
            reason = f"cites {name_of(source)} in its text"
            return Direction(copy.document.id, source.document.id, decided=True, reason=reason)
    return _by_time(first, second)


def _link(copy: Side, source: Side) -> str:
    if source.credits.address and source.credits.address in copy.credits.based_on:
        return f"names {source.document.url} as what it is based on"
    if source.credits.outlet and source.credits.outlet in copy.credits.forwarded_from:
        return f"forwarded from {copy.document.forwarded_from}"
    return ""


def _credits(copy: Side, source: Side) -> bool:
    return bool(source.credits.outlet) and source.credits.outlet in copy.credits.names


def _by_time(first: Side, second: Side) -> Direction:
    source, copy = sorted((first, second), key=_place)
    versions = first.document.article == second.document.article
    if is_earlier(_time(copy, versions=versions), _time(source, versions=versions)):
        source, copy = copy, source
    third = set(first.credits.names) & set(second.credits.names)
    if third:
        reason = f"both credit {', '.join(sorted(third))}"
        return Direction(copy.document.id, source.document.id, decided=False, reason=reason)
    at_first, at_last = _time(source, versions=versions), _time(copy, versions=versions)
    decided = is_earlier(at_first, at_last)
    reason = f"published later ({at_last} after {at_first})" if decided else "same or unknown time"
    return Direction(copy.document.id, source.document.id, decided=decided, reason=reason)


def _time(side: Side, *, versions: bool) -> str | None:
    """When a document came out; of two versions of one article, when each was last changed."""
    return (side.document.modified if versions else None) or side.document.published


def _place(side: Side) -> tuple[str, str]:
    return side.document.published or "9999", side.document.id
