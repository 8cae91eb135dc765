"""Who accuses whom: both sides of each accusation of a story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quoth.lexicon.answering import answering
from quoth.lexicon.states import states
from quoth.link.parties import Parties
from quoth.records import Actor, Statement

OF = re.compile(r"\s+(?:of|for|with|over|on)\s+", re.IGNORECASE)
"""What stands between whom somebody accuses and the deed: "accused Arden of …", "blamed Arden for …"."""
AGAINST = re.compile(r"\bagainst\s+", re.IGNORECASE)
CLAUSE = re.compile(r"^that\b", re.IGNORECASE)
OWN = re.compile(r"^(?:that )?(?:it|its|they|their|he|his|she|her)\b", re.IGNORECASE)
"""A clause about whoever answers it: "rejected a charge that its agents had …"."""
WORD = re.compile(r"[^\W_][\w-]*")
BARE = 3
"""Words of an accusation that tells no deed, at most: "her accusation"."""

DENYING = frozenset({"denies", "doubts"})

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Charge:
    """A statement that accuses somebody."""

    statement: str
    accuser: str | None
    """Their state where both are of different states, else what they are called by; None where it is not known."""
    accused: str | None
    told: bool
    """Whether it tells the deed: "repeated her accusation" does not."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Who the names of a story are."""

    parties: Parties
    actors: Mapping[str, Actor]
    speakers: Mapping[str, tuple[str, ...]]
    """Statement → the actors that make it."""
    nations: Keys
    """The names of all states, in small letters."""
    unplaced: Keys
    """Names of one word, of places and bodies whose state is not known: a capital may be among them."""

    @staticmethod
    def among(parties: Parties, actors: Mapping[str, Actor], speakers: Mapping[str, tuple[str, ...]]) -> Bench:
        """The bench of a story's actors."""
        own = {actor.country.lower() for actor in actors.values() if actor.country}
        unknown = (actor for actor in actors.values() if actor.kind in {"place", "body"} and actor.country is None)
        named = frozenset(actor.name.lower() for actor in unknown if len(actor.name.split()) == 1)
        return Bench(parties, actors, speakers, frozenset(own | {name.lower() for name in states().names.values()}), named - own)

    def keys_of(self, statement: Statement | None) -> Keys:
        """What all actors that make a statement are known by; empty where none is known."""
        held = [self.own(actor) for actor in self.speakers.get(statement.id, ())] if statement is not None else []
        return frozenset.intersection(*held) if held else frozenset()

    def own(self, actor: str) -> Keys:
        """What an actor is known by."""
        held = self.actors.get(actor)
        return self.parties.own.get(actor) or frozenset({held.name.lower()} if held is not None else ())

    def named(self, words: str) -> Keys:
        """What the one party that words name is known by; empty where they name none, or several."""
        told = (word.lower() for word in WORD.findall(words))
        found = [held for word in told if (held := self.parties.keys.get(word) or self.unplaced & {word})]
        return frozenset.intersection(*found) if found else frozenset()

    def sides(self, accuser: Keys, accused: Keys) -> tuple[str | None, str | None]:
        """Both as sides: by their states where these are two, else by their own names; a state is itself."""
        able = self.nations | self.unplaced
        ours, theirs = accuser & able, accused & able
        if len(ours) == 1 and len(theirs) == 1 and ours != theirs:
            return min(ours), min(theirs)
        return min(accuser - ours or ours, default=None), min(accused - theirs or theirs, default=None)


def find_charges(statements: Mapping[str, Statement], bench: Bench) -> list[Charge]:
    """The accusations among the statements of a story, in their order."""
    return settle([charge for one in statements.values() if (charge := _charge(one, statements, bench)) is not None], bench)


def _charge(one: Statement, statements: Mapping[str, Statement], bench: Bench) -> Charge | None:
    if one.stance != "accuses" or one.negated or one.proposition is None:
        return None
    accuser, text, outer = bench.keys_of(one), " ".join(one.content.text.split()), statements.get(one.parent or "")
    if outer is not None and outer.stance in DENYING and outer.speaker == one.speaker:
        return None  # "denied that she accused them of it"
    if len(text.split()) <= BARE and answering()["named"].search(text):
        return Charge(one.id, None, None, told=False)
    accused = bench.keys_of(outer) if OWN.match(text) else bench.named(_head(one, text))
    return Charge(one.id, *bench.sides(accuser, accused), told=True)


def _head(one: Statement, text: str) -> str:
    """The words for whom a statement accuses."""
    against = AGAINST.search(text)
    if answering()["named"].search(one.cue.text) or CLAUSE.match(text):
        return text[against.end() :] if against else " ".join(one.proposition.subject if one.proposition else ())
    return OF.split(text, maxsplit=1)[0]


def settle(charges: Sequence[Charge], bench: Bench) -> list[Charge]:
    """The charges with names of no known state (a capital) as the state that the other side accuses, or is accused by, where it is one alone."""
    known = [one for one in charges if {one.accuser, one.accused}.isdisjoint({None, *bench.unplaced})]
    facing: dict[str, set[str]] = defaultdict(set)
    for one in known:
        facing[one.accuser or ""].add(one.accused or "")
        facing[one.accused or ""].add(one.accuser or "")
    return [
        replace(
            one, accuser=_faced(one.accuser, one.accused, facing, bench), accused=_faced(one.accused, one.accuser, facing, bench)
        )
        for one in charges
    ]


def _faced(side: str | None, other: str | None, facing: Mapping[str, Iterable[str]], bench: Bench) -> str | None:
    found = set(facing.get(other or "", ())) & bench.nations
    return found.pop() if side in bench.unplaced and len(found) == 1 else side
