"""Which of two documents that share text took it from the other, and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.link.credits import Credits, agency_keys, name_for
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


def direct(first: Side, second: Side, *, told: bool = True) -> Direction:
    """The direction between two documents that share text: links and forwards before credits before time. ``told``: what they share is
    not only quotations; then an agency's own report is what others took over, even where they date it earlier.

    Undecided where both credit a third outlet, or where neither credits nor dates tell; ``source`` then is the earlier document.
    """
    for evidence in (_link, _credits, _cites, _works_from, *((_filed,) if told else ())):
        for copy, source in ((first, second), (second, first)):
            reason = evidence(copy, source)
            if reason and not evidence(source, copy):
                return Direction(
                    copy.document.id,
                    source.document.id,
                    decided=True,
                    reason=reason,
                    forwarded=reason.startswith("forwarded"),
                    credited=evidence in {_link, _credits},
                )
    return _by_time(first, second)


def _link(copy: Side, source: Side) -> str:
    if source.credits.address and source.credits.address in copy.credits.based_on:
        return f"names {source.document.url} as what it is based on"
    if source.credits.address and source.credits.address == copy.credits.address and source.credits.site == source.credits.outlet:
        return f"stands at the address of {name_of(source)}"
    if source.credits.outlet and source.credits.outlet in copy.credits.forwarded_from:
        return f"forwarded from {copy.document.forwarded_from}"
    return ""


def _credits(copy: Side, source: Side) -> str:
    named = not _one_house(copy, source) and not set(source.credits.keys).isdisjoint(copy.credits.names)
    return f"credits {name_of(source)}" if named else ""


def _cites(copy: Side, source: Side) -> str:
    cited = not _one_house(copy, source) and not set(source.credits.keys).isdisjoint(copy.credits.cited)
    return f"cites {name_of(source)} in its text" if cited else ""


def _works_from(copy: Side, source: Side) -> str:
    """Whether a document's closing credits name who signs the other, and it is not signed by the same."""
    signed = set(source.credits.authors)
    from_ = not signed.isdisjoint(copy.credits.contributors) and signed.isdisjoint(copy.credits.authors)
    return f"names the author of {name_of(source)}'s piece as a contributor" if from_ else ""


def _filed(copy: Side, source: Side) -> str:
    filed = source.credits.filed and not _agencies(copy)
    return f"{name_of(source)} filed it under its own dateline" if filed else ""


def _one_house(one: Side, other: Side) -> bool:
    """Whether both stand on one site or bear one name: that either names it tells nothing."""
    return not set(one.credits.keys).isdisjoint(other.credits.keys)


def _agencies(side: Side) -> frozenset[str]:
    """Agencies that a document credits or is filed by."""
    return agency_keys() & {*side.credits.names, *(side.credits.keys if side.credits.filed else ())}


def _by_time(first: Side, second: Side) -> Direction:
    source, copy = sorted((first, second), key=_place)
    versions = first.document.article == second.document.article
    if is_earlier(_time(copy, versions=versions), _time(source, versions=versions)):
        source, copy = copy, source
    third = _taken_from(first) & _taken_from(second)
    if third:
        reason = f"both credit {', '.join(sorted(map(name_for, third)))}"
        return Direction(copy.document.id, source.document.id, decided=False, reason=reason)
    at_first, at_last = _time(source, versions=versions), _time(copy, versions=versions)
    decided = is_earlier(at_first, at_last)
    reason = f"published later ({at_last} after {at_first})" if decided else "same or unknown time"
    return Direction(copy.document.id, source.document.id, decided=decided, reason=reason)


def _taken_from(side: Side) -> set[str]:
    """All whom a document credits or was forwarded from."""
    return {*side.credits.names, *side.credits.forwarded_from}


def _time(side: Side, *, versions: bool) -> str | None:
    """When a document came out; of two versions of one article, when each was last changed."""
    return (side.document.modified if versions else None) or side.document.published


def _place(side: Side) -> tuple[str, str]:
    return side.document.published or "9999", side.document.id
