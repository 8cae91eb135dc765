"""Who asked for a contact: statements that name one side as having asked for one call or meeting make one claim, in whatever words ("at the request of
Arden", "it was Reeve who had asked"); those that name the other side make another, and stand against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoth.lexicon.contacts import contact_words
from quoth.link.accounts import part_by_side
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Contact, Statement

RINGING = frozenset({"ring", "phone", "telephone", "dial"})
"""Deeds, levelled, of who begins a call."""
SHORT = 6
"""Words of a content that says no more than who it was: "it was Sever who had"."""


@dataclass(frozen=True, slots=True)
class Request:
    """That one side asked for one contact: the statements that say so."""

    statements: tuple[str, ...]
    disputed: bool
    """Whether the other side is said to have asked, too."""


def find_requests(statements: Mapping[str, Statement], ground: Ground) -> tuple[Request, ...]:
    """What these statements say of who asked for a contact, in order of contacts. What an outlet says itself is no statement."""
    voices = Voices.among(ground, statements)
    here = {one.document for one in statements.values()}
    contacts = {contact.id: contact for contact in ground.contacts if contact.document in here}
    found: list[Request] = []
    for event in ground.events:
        tellings = [contacts[name] for name in event.contacts if name in contacts]
        sides = part_by_side(tellings, ground=ground, voices=voices) if tellings else {}
        disputed = len(sides) > 1
        told = (tuple(dict.fromkeys(_tellers(sides[side], statements, disputed=disputed))) for side in sorted(sides))
        found += [Request(names, disputed) for names in told if names]
    return tuple(found)


def _tellers(tellings: Iterable[Contact], statements: Mapping[str, Statement], *, disputed: bool) -> Iterator[str]:
    """The statements that say who asked; where that is disputed, those that say who rang, too."""
    asking = contact_words("ask").keys() | contact_words("motive").keys() | (RINGING if disputed else frozenset())
    for contact in tellings:
        one = statements.get(contact.statement or "")
        if one is None or one.proposition is None:
            continue
        if not asking.isdisjoint(one.proposition.words) or (disputed and len(one.content.text.split()) <= SHORT):
            yield one.id
