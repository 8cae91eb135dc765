from __future__ import annotations

import pytest

from quoth.link.days import stretch_of
from quoth.link.ground import Ground
from quoth.link.meanings import Meaning, are_apart
from quoth.link.occasions import Guest, Occasion, are_other_occasions, find_occasions
from quoth.link.parties import Parties
from quoth.records import Actor, Contact, Party, Span

DOLAN = Guest("dolan", frozenset({"dolan", "norvia"}))
TARN = Guest("tarn", frozenset({"tarn", "norvia"}))
REEVE = Guest("reeve", frozenset({"reeve", "arden"}))
HALE = Guest("hale", frozenset({"hale", "ilmar"}))
ARDEN = Guest(None, frozenset({"arden"}))
NOBODY = Guest(None, frozenset())
FRIDAY, SUNDAY = "2025-03-14", "2025-03-16"


def call(*guests: Guest, day: str | None = None, weekday: int | None = None) -> frozenset[Occasion]:
    return frozenset({Occasion(guests, stretch_of(day), weekday)})


@pytest.mark.parametrize(
    ("first", "second", "others"),
    [
        (call(DOLAN, REEVE, day=FRIDAY), call(REEVE, DOLAN, day=FRIDAY), False),
        (call(DOLAN, REEVE, day=FRIDAY), call(DOLAN, REEVE, day=SUNDAY), True),
        (call(DOLAN, REEVE), call(DOLAN, HALE), True),
        (call(DOLAN, REEVE), call(TARN, REEVE), True),
        (call(DOLAN, REEVE), call(DOLAN, ARDEN), False),
        (call(DOLAN, REEVE), call(DOLAN, NOBODY), False),
        (call(DOLAN, HALE), call(DOLAN, ARDEN), True),
        (call(DOLAN, REEVE, day=FRIDAY), call(DOLAN, REEVE, weekday=5), False),
        (call(DOLAN, REEVE, day=FRIDAY), call(DOLAN, REEVE, weekday=7), True),
        (call(DOLAN, REEVE, weekday=5), call(DOLAN, REEVE, weekday=7), True),
        (call(DOLAN, REEVE, day="2025-03"), call(DOLAN, REEVE, weekday=7), False),
        (call(DOLAN, REEVE, day=FRIDAY) | call(DOLAN, REEVE, day=SUNDAY), call(DOLAN, REEVE, day=SUNDAY), False),
        (frozenset(), call(DOLAN, REEVE), False),
    ],
)
def test_two_contacts_are_told_apart_by_who_and_when(
    first: frozenset[Occasion], second: frozenset[Occasion], *, others: bool
) -> None:
    assert are_other_occasions(first, second) == others
    assert are_other_occasions(second, first) == others


def test_what_is_told_of_two_calls_is_two_claims() -> None:
    def asked(of: frozenset[Occasion]) -> Meaning:
        words = frozenset({"call", "request", "norvia"})
        return Meaning(frozenset(), None, words, frozenset(), negated=False, modality="did", numbers=frozenset(), occasions=of)

    assert are_apart(asked(call(DOLAN, REEVE)), asked(call(DOLAN, HALE)))
    assert not are_apart(asked(call(DOLAN, REEVE)), asked(call(REEVE, DOLAN)))


def test_the_contacts_of_a_statement_have_the_parties_that_linking_knows() -> None:
    reeve = Actor("a1", "Anna Reeve", "person", "Arden", ("r1",), ())
    told = Contact(
        "c1", "d1", "call", (Party("Reeve", Span(0, 5), "r1"), Party("he", Span(6, 8), None)), None, FRIDAY, (), Span(0, 30), "s1"
    )
    ground = Ground({}, {"a1": reeve}, {"r1": "a1"})
    found = find_occasions([told], ground=ground, parties=Parties.among([reeve]))
    assert found == {"s1": call(Guest("a1", frozenset({"reeve", "arden"})), NOBODY, day=FRIDAY)}
