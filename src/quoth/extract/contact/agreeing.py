"""Tellings of one document that are of one contact: what they share with one another, and which say the same again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.extract.contact.scene import Told
from quoth.records import Contact, ContactKind, Party, Span

ALIKE: tuple[frozenset[ContactKind], ...] = (
    frozenset({"call", "talks"}),
    frozenset({"meeting", "talks", "visit"}),
    frozenset({"letter", "message"}),
)
"""Kinds that one sentence mixes for one contact ("spoke by phone with Reeve, who briefed her")."""


def told_once(told: Sequence[Told]) -> list[Told]:
    """The contacts, those that a sentence tells again taken into the first telling."""
    kept: list[Told] = []
    for one in told:
        place = next((place for place, other in enumerate(kept) if _is_same(other, one)), None)
        if place is None:
            kept.append(one)
        else:
            kept[place] = _taken_in(kept[place], one)
    return kept


def _is_same(first: Told, again: Told) -> bool:
    one, other = first.contact, again.contact
    kinds = one.kind == other.kind or any({one.kind, other.kind} <= kinds for kinds in ALIKE)
    dates = None in {one.date, other.date} or one.date == other.date
    asked = one.initiator is None or other.initiator is None or _name(one.initiator) == _name(other.initiator)
    told = not again.anew and first.sentence == again.sentence and one.status == other.status and one.span != other.span
    return (
        told and first.shown and kinds and dates and asked and _key(one) == _key(other) and len(one.parties) == len(other.parties)
    )


def _taken_in(first: Told, again: Told) -> Told:
    one, other = first.contact, again.contact
    contact = replace(
        one,
        kind=other.kind if one.kind == "talks" else one.kind,
        initiator=one.initiator or other.initiator,
        date=one.date or other.date,
        weekday=one.weekday or other.weekday,
        topics=tuple(dict.fromkeys((*one.topics, *other.topics))),
        span=Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end)),
    )
    return replace(first, contact=contact)


def agreed(contacts: Sequence[Contact]) -> Iterator[Contact]:
    """The contacts, each with the kind and date that other tellings of the same parties give it.

    "Spoke with" becomes a call where the document tells of calls between the same parties; a date is taken over where the
    document gives no other date for a contact of those parties.
    """
    groups: dict[tuple[frozenset[str], str], list[Contact]] = {}
    for contact in contacts:
        groups.setdefault((_key(contact), contact.status), []).append(contact)
    for contact in contacts:
        alike = groups[_key(contact), contact.status]
        kinds = {other.kind for other in alike} - {"talks"}
        kind = "call" if contact.kind == "talks" and kinds == {"call"} else contact.kind
        dates = {other.date for other in alike if other.date is not None and other.kind in {kind, "talks"}}
        open_ = contact.date is None and contact.weekday is None
        yield replace(contact, kind=kind, date=next(iter(dates)) if open_ and len(dates) == 1 else contact.date)


def have_same_parties(one: Contact, other: Contact) -> bool:
    """Whether two contacts are of the same parties."""
    return _key(one) == _key(other)


def _key(contact: Contact) -> frozenset[str]:
    return frozenset(_name(party) for party in contact.parties)


def _name(party: Party) -> str:
    return party.referent or party.text.casefold()
