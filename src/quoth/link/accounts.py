"""Contacts of which accounts differ: who asked for one, and on which day it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quoth.link.askers import Account, other_side, settle_sides, whose_office
from quoth.link.days import Stretch, stretch_of
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Actor, Contact, ContactEvent, Disagreement, Party, Reading, identify

SLIP = 2
"""Days that accounts of one contact may lie apart; contacts farther apart are two."""


def dispute_askers(
    events: Iterable[ContactEvent], contacts: Mapping[str, Contact], *, ground: Ground, voices: Voices
) -> list[Disagreement]:
    """Events whose tellings name different sides as having asked for the contact or begun it."""
    story_of = {name: story.id for story in ground.stories for name in story.documents}
    found = []
    for event in events:
        by_side = part_by_side((contacts[name] for name in event.contacts), ground=ground, voices=voices)
        if len(by_side) > 1:
            first = next(iter(by_side.values()))[0]
            found.append(
                Disagreement(
                    id=identify("disagreement", "actor", event.id),
                    story=story_of.get(first.document),
                    about=f"who asked for the {first.kind}: {describe(first, ground)}",
                    kind="actor",
                    readings=tuple(_reading(side, told, voices) for side, told in sorted(by_side.items())),
                    event=event.id,
                )
            )
    return found


def part_by_side(tellings: Iterable[Contact], *, ground: Ground, voices: Voices) -> dict[str, list[Contact]]:
    """The tellings of one contact that say who asked for it, by the side that they name."""
    askers = [(contact, side) for contact in tellings if (side := side_of(contact.initiator, ground)) is not None]
    known = settle_sides(_account(contact, side, ground, voices) for contact, side in askers)
    by_side: dict[str, list[Contact]] = defaultdict(list)
    for contact, side in askers:
        by_side[known[side]].append(contact)
    return by_side


def _account(contact: Contact, side: str, ground: Ground, voices: Voices) -> Account:
    by = voices.of(contact.statement, contact.document)
    states = {actor.country for one in by if (actor := ground.actors.get(one)) is not None}
    state = next(iter(states)) if len(states) == 1 else None
    between = {side_of(party, ground) for party in contact.parties if _is_state(party, ground)}
    return Account((contact.document, *by), side, _is_state(contact.initiator, ground), state, other_side(between, state))


def side_of(party: Party | None, ground: Ground) -> str | None:
    """The side that a party belongs to: its state or that of whose office it is, else its own name; None where it is not known."""
    actor = ground.actors.get(ground.actor_of.get(party.referent or "", "")) if party else None
    return None if actor is None else _state(actor, ground) or actor.name


def _state(actor: Actor, ground: Ground) -> str | None:
    """The state of an actor, or of the person whose office it is."""
    whose = whose_office(actor.name)
    if actor.country is not None or whose is None:
        return actor.country
    states = {one.country for one in ground.actors.values() if one.name == whose and one.country}
    return next(iter(states)) if len(states) == 1 else None


def _is_state(party: Party | None, ground: Ground) -> bool:
    """Whether the state of a party is known."""
    actor = ground.actors.get(ground.actor_of.get(party.referent or "", "")) if party else None
    return actor is not None and _state(actor, ground) is not None


def describe(contact: Contact, ground: Ground) -> str:
    """A contact in few words: its parties and day."""
    actors = [ground.actors.get(ground.actor_of.get(party.referent or "", "")) for party in contact.parties]
    names = [actor.name if actor else party.text for actor, party in zip(actors, contact.parties, strict=True)]
    return ", ".join([*sorted(names), *([contact.date] if contact.date else [])])


def _reading(value: str, told: Sequence[Contact], voices: Voices) -> Reading:
    return Reading(
        value=value,
        statements=tuple(dict.fromkeys(contact.statement for contact in told if contact.statement)),
        actors=tuple(dict.fromkeys(actor for contact in told for actor in voices.of(contact.statement, contact.document))),
        documents=tuple(dict.fromkeys(contact.document for contact in told)),
    )


def dispute_days(
    events: Iterable[ContactEvent], contacts: Mapping[str, Contact], *, ground: Ground, voices: Voices
) -> list[Disagreement]:
    """Contacts of the same parties and kind, days apart, of which no document knows both: two accounts of one contact's date."""
    story_of = {name: story.id for story in ground.stories for name in story.documents}
    groups: dict[tuple[str, ...], list[list[Contact]]] = defaultdict(list)
    for event in events:
        told = [contacts[name] for name in event.contacts if _day(contacts[name]) is not None]
        parties = sorted(ground.actor_of.get(party.referent or "", "") for party in told[0].parties) if told else []
        if len(parties) > 1 and all(parties):
            groups[story_of.get(told[0].document, ""), told[0].kind, *parties].append(told)
    found = []
    for key, group in sorted(groups.items()):
        documents = [{contact.document for contact in told} for told in group]
        if len(group) == 2 and not documents[0] & documents[1] and _gap(group[0][0], group[1][0]) <= SLIP:
            found.append(_date_dispute(key[0] or None, group, ground, voices))
    return found


def _day(contact: Contact) -> Stretch | None:
    stretch = stretch_of(contact.date)
    return stretch if stretch is not None and stretch.days == 1 else None


def _gap(first: Contact, second: Contact) -> int:
    one, other = _day(first), _day(second)
    return SLIP + 1 if one is None or other is None else abs((one.first - other.first).days)


def _date_dispute(story: str | None, group: Sequence[Sequence[Contact]], ground: Ground, voices: Voices) -> Disagreement:
    first = group[0][0]
    readings = sorted((_reading((told[0].date or "")[:10], told, voices) for told in group), key=lambda reading: reading.value)
    return Disagreement(
        id=identify("disagreement", "date", *sorted(told[0].id for told in group)),
        story=story,
        about=f"day of the {first.kind}: {describe(first, ground).removesuffix(', ' + (first.date or ''))}",
        kind="date",
        readings=tuple(readings),
    )
