"""Whether the parties of a contact are ones that can have it, and whom "I" and "we" mean in what somebody says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.contact.moods import Status
from quoth.extract.contact.parties import PERSONAL
from quoth.extract.contact.scene import Scene
from quoth.extract.innermost import innermost
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.gazetteer import known_at
from quoth.lexicon.states import states
from quoth.lexicon.titles import titles
from quoth.records import Party

OWN = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours"})
ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody"})
HEARER = frozenset({"you", "your"})
THEM = frozenset({"him", "her", "them", "they"})

NOBODYS = frozenset({"counterpart", "counterparts", "colleague", "colleagues", "ally", "allies", "partners", "rivals"})
"""What somebody is to another, where nothing says to whom: a headline's "calls counterparts"."""


OTHER_SIDE = frozenset({"counterpart", "counterparts", "other side", "other party"})
"""Of those, who is nobody even where the document knows a group by the words."""


def named_by_speaker(scene: Scene, party: Party) -> Party:
    """A party that calls itself "I" or "we", as the speaker of the statement that the words stand in; "you" as whom it is said to."""
    word = party.text.casefold()
    if party.referent is not None or word not in OWN | HEARER:
        return party
    statement = innermost(scene.statements, party.span)
    if statement is None:
        return party
    hearer = statement.addressee or _reader(scene, statement.speaker)
    return replace(party, referent=hearer if word in HEARER else statement.speaker)


def _reader(scene: Scene, writer: str | None) -> str | None:
    """To whom somebody wrote the letter that was told last, which they are quoted from."""
    letters = [one.contact.parties for one in scene.before if one.contact.kind in {"letter", "message"}]
    return letters[-1][1].referent if letters and writer is not None and letters[-1][0].referent == writer else None


def apart_from_speaker(parties: Sequence[Party]) -> tuple[Party, ...]:
    """The parties, "him" and "he" as nobody known where "I" is already who he would be."""
    own = {party.referent for party in parties if party.referent is not None and party.text.casefold() in OWN}
    return tuple(
        replace(party, referent=None) if party.text.casefold() in THEM | {"he", "she"} and party.referent in own else party
        for party in parties
    )


def hosted(scene: Scene, parties: tuple[Party, ...], inviter: Party | None) -> tuple[Party, ...]:
    """The parties of a visit, with who invited to it for the place that it went to, unless that is a state."""
    if inviter is None or len(parties) == 1 or parties[2:] or inviter.referent in {None, *(one.referent for one in parties)}:
        return parties
    place = scene.referent(parties[1])
    state = _is_state(scene, parties[1]) or (place is not None and place.kind == "state")
    return parties if state else (parties[0], inviter)


def are_actors(scene: Scene, parties: Sequence[Party], *, visit: bool, status: Status) -> bool:
    """Whether a contact is one between actors: somebody in it is known, no "I" or "them" stands for nobody known, no place for a host."""
    words = [party.text.casefold() for party in parties]
    unknown = (party for party, word in zip(parties, words, strict=True) if party.referent is None and word in OWN | THEM | HEARER)
    if any(not _is_author(scene, party) for party in unknown):
        return False
    anybody = words[-1] in ANYBODY and status != "denied"  # "is willing to speak with anyone"
    if anybody or any(party.referent is None and word in NOBODYS for party, word in zip(parties, words, strict=True)):
        return False
    if any(word.removeprefix("the ") in OTHER_SIDE and _is_group(scene, party) for party, word in zip(parties, words, strict=True)):
        return False
    places = [party for party in parties if _is_place(scene, party)]
    beside = any(referent is not None and referent.kind == "person" for referent in map(scene.referent, parties))
    # a name that the parser took for a place is a person's where persons stand beside it and no place is known by it
    if not visit and any(not beside or known_at(party.text, 0, party.text) is not None for party in places):
        return False
    if visit and not all(_is_host(scene, party) and not _is_home(scene, parties[0], party) for party in parties[1:]):
        return False
    named = any(_is_author(scene, party) for party in parties) or any(
        word[0].isupper() for party in parties if party.text.casefold() not in PERSONAL for word in party.text.split()
    )
    return named or any(party.referent is not None or _is_body(party) for party in parties)


def _is_author(scene: Scene, party: Party) -> bool:
    """Whether "I" is who wrote the document: nobody is quoted with it, or what they say that they think themselves ("I remember")."""
    statement = innermost(scene.statements, party.span)
    own = statement is not None and statement.source is not None and statement.speaker is None and statement.form == "indirect"
    thought = own and statement is not None and statement.source is not None and statement.source.text.casefold() in {"i", "we"}
    return party.text.casefold() in {"i", "me", "my", "we", "us", "our"} and (statement is None or thought)


def _is_group(scene: Scene, party: Party) -> bool:
    """Whether a party is a group of which nothing more is known."""
    referent = next((one for one in scene.ground.referents.all if one.id == party.referent), None)
    return referent is None or (referent.kind == "group" and referent.country is None)


def _is_body(party: Party) -> bool:
    """Whether a party is of bodies that go unnamed: "our defence ministries"."""
    word = titles().get(party.text.split()[-1].casefold())
    return word is not None and "body" in word.kinds


def _is_place(scene: Scene, party: Party) -> bool:
    """Whether a party is a place that stands for nobody."""
    referent = scene.referent(party)
    tokens = (token for token in scene.ground.paragraph.tokens if party.span.start <= token.start < party.span.end)
    placed = any(token.entity in {"GPE", "LOC", "FAC"} for token in tokens)
    return placed and referent is not None and referent.kind == "place" and not _is_state(scene, party)


def _is_state(scene: Scene, party: Party) -> bool:
    """Whether a party is a state by one of its names or its seat, or one half of a land: "the North" where North X is spoken of."""
    named = party.text.removeprefix("the ")
    if named in {"North", "South"}:
        return any(one.kind == "state" and one.name.startswith(f"{named} ") for one in scene.ground.referents.all)
    return states().meant_by(party.text) is not None or states().meant_by(party.text.removeprefix("the ")) is not None


def _is_region(scene: Scene, party: Party) -> bool:
    """Whether somebody can come to a place: a city or a land, no hill and no hall."""
    last = [token for token in scene.ground.paragraph.tokens if token.end == party.span.end]
    return any(token.entity == "GPE" for token in last)


def _is_home(scene: Scene, guest: Party, host: Party) -> bool:
    """Whether somebody is in a city of their own state ("the mayor visited Tessen")."""
    state = states().capitals.get(host.text)
    country = scene.country(guest)
    told = any(one.kind == "state" and one.name == state for one in scene.ground.referents.all)
    return state is not None and (country == state or (country is None and not told))


def _is_host(scene: Scene, party: Party) -> bool:
    """Whether somebody can be visited: somebody known, a state or its seat, or people; not a hill or a hall."""
    if _is_state(scene, party) or _is_region(scene, party) or party.text.split()[-1].casefold() in contact_words("land"):
        return True
    if {party.text.split()[-1].casefold(), party.text.split()[0].casefold()} & contact_words("site").keys():
        return False
    referent = scene.referent(party)
    if referent is not None and referent.kind in {"person", "body", "state"}:
        return True
    if "." in party.text.split()[-1][:-1] or _is_place(scene, party):
        return False  # an address in the web, a hill
    if party.referent is not None:
        return not any(
            token.entity == "FAC" for token in scene.ground.paragraph.tokens if party.span.start <= token.start < party.span.end
        )
    word = titles().get(party.text.split()[-1].casefold())
    tokens = [token for token in scene.ground.paragraph.tokens if party.span.start <= token.start < party.span.end]
    people = any(token.entity == "PERSON" for token in tokens) or any(token.lemma in contact_words("host") for token in tokens[-1:])
    return people or (word is not None and word.person)
