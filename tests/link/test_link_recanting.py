"""What somebody takes back of what they said themselves, through whole claims."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_claims import ground, only, proposition, statement

from quoth.link.claims import align_claims
from quoth.link.recanting import find_recanted
from quoth.records import Claim, Passage, Proposition, Span, Statement

MISTAKE = Proposition("mistake", (), (), ("mistake",), (), negated=False, modality="did")


def said() -> Statement:
    return statement("a1", "Vessia", proposition("Vessia"))


def taken_back(text: str, **more: object) -> Statement:
    return replace(statement("a2", "Vessia", MISTAKE, text), **more)  # type: ignore[arg-type]


def stances(claim: Claim) -> list[str]:
    return [one.stance for one in claim.statements]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("that this had been a mistake", {}),
        ("that report", {"stance": "denies", "act": "retract", "cue": Passage("withdraw", (Span(400, 408),))}),
    ],
)
def test_who_takes_back_what_they_said_asserts_and_denies_it(text: str, more: dict[str, object]) -> None:
    again = statement("b1", "Marland", proposition("Vessia"))
    found = only(align_claims([said(), taken_back(text, **more), again], ground=ground()))
    assert stances(found) == ["asserts", "denies", "asserts"]
    assert {one.actor: one.stance for one in found.positions} == {"Vessia": "mixed", "Marland": "asserts"}


def test_nobody_takes_back_what_others_said() -> None:
    back = taken_back("that this had been a mistake")
    assert find_recanted([replace(said(), speaker="r-Marland"), back], "", lambda one: (one.speaker or "",)) == {}


def test_what_was_a_mistake_is_not_what_was_said_in_another_sentence() -> None:
    back = taken_back("that this had been a mistake")
    text = "." * 300 + ". The levy was raised. " + " " * 300
    assert find_recanted([said(), back], text, lambda one: (one.speaker or "",)) == {}
