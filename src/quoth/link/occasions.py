"""The contacts that statements tell of: between whom, and on which day. What is said of one call is not said of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quoth.link.days import Stretch, stretch_of
from quoth.link.ground import Ground
from quoth.link.parties import Parties
from quoth.records import Contact


@dataclass(frozen=True, slots=True)
class Guest:
    """One party of a contact, as far as it is known."""

    person: str | None
    """The actor, where it is a person."""
    keys: frozenset[str]
    """What it can be told apart by; nothing where nobody knows who it is."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A contact by its parties and its day."""

    guests: tuple[Guest, ...]
    when: Stretch | None
    weekday: int | None


def find_occasions(contacts: Iterable[Contact], *, ground: Ground, parties: Parties) -> dict[str, frozenset[Occasion]]:
    """The contacts that each statement tells of."""
    found: dict[str, set[Occasion]] = defaultdict(set)
    for contact in contacts:
        if contact.statement is not None:
            guests = tuple(_guest(ground.actor_of.get(party.referent or ""), ground, parties) for party in contact.parties)
            found[contact.statement].add(Occasion(guests, stretch_of(contact.date), contact.weekday))
    return {statement: frozenset(told) for statement, told in found.items()}


def _guest(actor: str | None, ground: Ground, parties: Parties) -> Guest:
    known = ground.actors.get(actor or "")
    return Guest(actor if known and known.kind == "person" else None, parties.own.get(actor or "", frozenset()))


def are_other_occasions(first: Collection[Occasion], second: Collection[Occasion]) -> bool:
    """Whether two statements tell of contacts, and none of the one can be one of the other: other people, or another day."""
    return bool(first) and bool(second) and all(_are_two(one, other) for one in first for other in second)


def _are_two(one: Occasion, other: Occasion) -> bool:
    if _on_other_days(one, other) or _on_other_days(other, one):
        return True
    return _is_left_out(one, other) or _is_left_out(other, one)


def _on_other_days(one: Occasion, other: Occasion) -> bool:
    if one.when is None:
        return None not in {one.weekday, other.weekday} and one.weekday != other.weekday
    if other.when is not None:
        return not one.when.meets(other.when)
    return other.weekday is not None and one.when.days <= 1 and one.when.first.isoweekday() != other.weekday


def _is_left_out(one: Occasion, other: Occasion) -> bool:
    """Whether somebody in the one is nobody in the other."""
    return any(all(_are_others(guest, each) for each in other.guests) for guest in one.guests)


def _are_others(one: Guest, other: Guest) -> bool:
    """Whether two are known not to be one: two people, or of two sides."""
    if one.person is not None and other.person is not None:
        return one.person != other.person
    return bool(one.keys) and bool(other.keys) and not one.keys & other.keys
