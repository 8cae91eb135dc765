"""Who asked for a contact: one claim for each side that is said to have, in whatever words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.link.test_link_claims import ground, stands, statement

from quoth.link.claims import align_claims
from quoth.link.requests import find_requests
from quoth.records import Claim, Contact, ContactEvent, Party, Proposition, Span, Statement


def asked(name: str, speaker: str, text: str, *words: str) -> Statement:
    said = Proposition(words[0], ("call",), words[1:], ("call", *words), (), negated=False, modality="did", tense="past")
    return statement(name, speaker, said, text)


BY_VESSIA = [
    asked("a1", "Marland", "the call was held at the request of Vessia", "hold", "request", "vessia"),
    asked("b1", "Orrin", "it was Vessia that had sought the conversation", "seek", "conversation"),
]
BY_MARLAND = [asked("c1", "Vessia", "the talk was at the initiative of the side of Marland", "be", "initiative", "side")]


def telling(of: Statement, asker: str) -> Contact:
    parties = tuple(Party(name, Span(0, 1), f"r-{name}") for name in ("Marland", "Vessia"))
    initiator = Party(asker, Span(0, 1), f"r-{asker}")
    return Contact(f"k-{of.id}", of.document, "call", parties, initiator, "2025-03-14", (), Span(0, 9), of.id)


def align(*told: tuple[Sequence[Statement], str]) -> tuple[Claim, ...]:
    contacts = [telling(one, side) for statements, side in told for one in statements]
    event = ContactEvent("e", tuple(contact.id for contact in contacts))
    here = replace(ground(), contacts=contacts, events=[event])
    return align_claims([one for statements, _ in told for one in statements], ground=here)


def test_those_who_name_one_side_make_one_claim_in_whatever_words() -> None:
    (claim,) = align((BY_VESSIA, "Vessia"))
    assert [one.statement for one in claim.statements] == ["a1", "b1"]
    assert stands(claim) == {"Marland": "asserts", "Orrin": "asserts"}


def test_those_who_name_the_other_side_make_another_be_it_one_statement() -> None:
    found = align((BY_VESSIA, "Vessia"), (BY_MARLAND, "Marland"))
    assert [[one.statement for one in claim.statements] for claim in found] == [["a1", "b1"], ["c1"]]


def test_one_statement_that_nobody_gainsays_is_no_claim() -> None:
    assert align((BY_MARLAND, "Marland")) == ()


@pytest.mark.parametrize(("disputed", "found"), [(True, ("a2",)), (False, ())])
def test_who_rang_asked_where_that_is_disputed(*, disputed: bool, found: tuple[str, ...]) -> None:
    rang = asked("a2", "Marland", "the secretary of Vessia rang at noon and the minister answered", "ring", "noon")
    told = [(rang, "Vessia"), *((one, "Marland") for one in BY_MARLAND if disputed)]
    contacts = [telling(one, side) for one, side in told]
    here = replace(ground(), contacts=contacts, events=[ContactEvent("e", tuple(contact.id for contact in contacts))])
    requests = find_requests({one.id: one for one, _ in told}, here)
    assert [request.statements for request in requests if "a2" in request.statements] == ([found] if found else [])
