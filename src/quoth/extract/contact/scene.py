"""What a telling of a contact stands among: its paragraph, the document's statements, the contacts told before, and whom it takes up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.extract.contact.facts import Dated
from quoth.extract.contact.parties import PERSONAL, Ground, same_party, without
from quoth.extract.contact.telling import Telling
from quoth.records import Contact, ContactKind, Party, Referent, Statement, TimeExpression

BACK = 12
"""How many contacts back "the call" may reach."""


ONE_FOR_ANOTHER: tuple[frozenset[ContactKind], ...] = (
    frozenset({"call", "talks"}),
    frozenset({"meeting", "talks"}),
    frozenset({"letter", "message"}),
    frozenset({"visit"}),
)
"""Kinds that a later telling may give a contact ("the talks" for a meeting)."""


@dataclass(frozen=True, slots=True)
class Told:
    """A contact as told, and what later tellings need to know of it."""

    contact: Contact
    shown: bool
    """False where the telling says nothing new ("the call"): it still tells the kind of what it takes up."""
    aside: bool
    sentence: int
    """Offset of the sentence that tells it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A paragraph, its dates, the document's statements, and the contacts told before."""

    document: str
    ground: Ground
    dates: Sequence[Dated]
    statements: Sequence[Statement]
    before: Sequence[Told]

    def referent(self, party: Party) -> Referent | None:
        """Whom the words of a party mean."""
        return self.ground.referents.at(party.span)

    def country(self, party: Party) -> str | None:
        """The state that a party is or belongs to, where that is known."""
        referent = self.referent(party)
        return None if referent is None else referent.country or (referent.name if referent.kind == "state" else None)


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of one contact, and the contact told before that they are taken from, if any."""

    parties: tuple[Party, ...]
    of: Contact | None = None


def sides_of(scene: Scene, telling: Telling, times: Sequence[TimeExpression]) -> Iterator[Sides]:
    """The parties of each contact told: those named, or those of the contact taken up."""
    if telling.everyone or not telling.ones:
        before = _taken_up(scene, telling, times)
        if before is not None:
            yield Sides(before.parties, before)
        return
    others = tuple(_apart(party, telling.ones) for party in telling.others)
    others = without(others, telling.ones)
    if telling.apart and len(others) > 1:
        yield from (Sides((*telling.ones, other)) for other in others)
    elif others or (len(telling.ones) == 1 and not telling.others):
        yield Sides((*telling.ones, *others))


def _apart(party: Party, ones: tuple[Party, ...]) -> Party:
    """A party that is described, as somebody unknown where it would else be the one that it meets: nobody meets himself."""
    same = any(party.referent is not None and party.referent == one.referent for one in ones)
    described = party.text.casefold() not in PERSONAL and not any(party.text in one.text or one.text in party.text for one in ones)
    return replace(party, referent=None) if same and described else party


def _taken_up(scene: Scene, telling: Telling, times: Sequence[TimeExpression]) -> Contact | None:
    """The contact that must be meant: of the asker's side, of the day named, told for its own sake, the last."""
    candidates = [one for one in scene.before[-BACK:][::-1] if len(one.contact.parties) > 1 and _fits(one.contact, telling)]
    dates = {time.edtf for time in times if time.edtf}
    best = max(
        candidates,
        key=lambda one: (_may_be_asked_by(scene, one.contact, telling.initiator), one.contact.date in dates, not one.aside),
        default=None,
    )
    return None if best is None else best.contact


def _fits(contact: Contact, telling: Telling) -> bool:
    """Whether a contact may be the one taken up: it has the parties named, and is not of another kind."""
    sides = (*telling.ones, *telling.others)
    named = all(any(same_party(party, other) for party in contact.parties) for other in sides)
    return named and any({contact.kind, telling.kind} <= kinds for kinds in ONE_FOR_ANOTHER)


def _may_be_asked_by(scene: Scene, contact: Contact, asked: Party | None) -> bool:
    """Whether who asked may be a party of the contact or the state of one: so unless all parties are known and none is."""
    if asked is None or any(same_party(party, asked) for party in contact.parties):
        return True
    country = scene.country(asked)
    countries = [scene.country(party) for party in contact.parties]
    return country is None or country in countries or None in countries
