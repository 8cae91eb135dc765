"""Which actors are one party on a claim."""

from __future__ import annotations

from dataclasses import replace

from tests.link.test_link_claims import actor, ground, only, proposition, stands, statement

from quoth.link.claims import align_claims
from quoth.link.ground import Ground
from quoth.records import ActorKind


def police(kind: ActorKind = "group") -> Ground:
    """A ground on which two articles tell of police, one with a capital letter."""
    made = ground()
    called = {"Police": "Police", "police": "police"}
    actors = {key: replace(actor(key), name=name, kind=kind, country=None, referents=(f"r-{key}",)) for key, name in called.items()}
    return replace(made, actors={**made.actors, **actors}, actor_of={**made.actor_of, **{f"r-{key}": key for key in actors}})


def test_people_without_a_name_that_two_articles_call_the_same_are_one_party_where_they_say_the_same() -> None:
    told = [statement(name, who, proposition("Vessia")) for name, who in (("a1", "police"), ("b1", "Police"), ("c1", "Marland"))]
    claim = only(align_claims(told, ground=police()))
    assert stands(claim) == {"police": "asserts", "Marland": "asserts"}
    assert claim.positions[0].statements == ("a1", "b1")
    assert len(only(align_claims(told, ground=police("body"))).positions) == 3


def test_those_who_contradict_each_other_are_two() -> None:
    told = [
        statement("a1", "police", proposition("Vessia")),
        statement("b1", "Police", proposition("Vessia"), stance="denies"),
    ]
    assert stands(only(align_claims(told, ground=police()))) == {"police": "asserts", "Police": "denies"}
