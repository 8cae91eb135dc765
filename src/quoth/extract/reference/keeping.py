"""The bodies that are told of by whose they are: somebody's office, and the ministry of who is its minister."""

from __future__ import annotations

from quoth.extract.reference.descriptions import Description
from quoth.extract.reference.participants import Held, Participant
from quoth.extract.reference.scene import Scene
from quoth.extract.reference.titles_of import Office

HEADING = "minister"
HEADED = "ministry"
NOTHING: frozenset[str] = frozenset()
"""No words of an office are by which another description of one ("the attorney's office") could mean it."""


def keep_for(scene: Scene, owner: Participant | None, one: Description) -> Participant | None:
    """The body that a description names by the one person who has it: "her office", "Ann Lee's office", "his ministry" of a minister."""
    office = one.office
    if owner is None or owner.kind != "person" or not owner.named or office.modifiers or office.head.plural:
        return None
    if office.words == {"office"}:
        return scene.described_as(f"{owner.name}'s office", NOTHING, owner.country, new=not one.weak)
    held = _ministry(owner) if office.words == {HEADED} else None
    if held is None:
        return None
    name, country = held.office.text.replace(HEADING, HEADED), held.country or owner.country
    return scene.described_as(name, held.office.words - {HEADING} | {HEADED}, country, new=not one.weak)


def _ministry(owner: Participant) -> Held | None:
    """The one office by which somebody is the minister of something."""
    held = [one for one in owner.held if one.office.head.word == HEADING and _is_of_something(one.office)]
    return held[0] if held and all(one.office.words == held[0].office.words for one in held) else None


def _is_of_something(office: Office) -> bool:
    return not office.changed and len(office.words) > 1 and "prime" not in office.words
