from __future__ import annotations

from typing import Any

import pytest

from quoth.link.postures import stand
from quoth.records import Act, Passage, PositionStance, Span, Stance, Statement

CLAIM = "The dam was mined."


def statement(stance: Stance, cue: str = "said", *, act: Act | None = None, negated: bool = False) -> Statement:
    return Statement(
        id=stance, document="d", form="indirect", stance=stance, source=None, cue=Passage(cue, (Span(0, 4),)),
        content=Passage("…", (Span(5, 6),)), speaker="r", undecided=None, addressee=None, via=(), parent=None, negated=negated, score=1.0,
        time=None, proposition=None, act=act,
    )  # fmt: skip


def found(words: str, *statements: Statement, **more: Any) -> PositionStance:
    return stand(statements, words, **({"claim": CLAIM, "relations": ()} | more))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The envoy said the dam was mined", "asserts"),
        ("The envoy said the dam was not mined", "denies"),
        ("The envoy did not know whether the dam was mined", "hedges"),
        ("It was unclear whether the dam was mined", "hedges"),
        ("The envoy said the dam may have been mined", "hedges"),
        ("The dam is believed to have been mined, the envoy said", "hedges"),
        ("The envoy suspects that the dam was mined", "hedges"),
        ("Engineers are sceptical that the dam was mined", "doubts"),
        ("The envoy did not believe that the dam was mined", "doubts"),
        ("The envoy would not comment on mines at the dam", "declines"),
        ("The ministry was not available for comment", "declines"),
        ("The owner has not made any official statements", "declines"),
    ],
)
def test_words_tell_how_a_party_stands(words: str, expected: PositionStance) -> None:
    assert found(words) == expected


def test_the_verb_of_saying_comes_before_the_words_around_it() -> None:
    assert found("rejects that the dam may have been mined", statement("denies", "rejects")) == "denies"
    assert found("does not know of any mines", statement("thinks", "know", act="know", negated=True)) == "hedges"
    assert found("does not think so", statement("thinks", "think", act="believe", negated=True)) == "doubts"
    assert found("is wondering if it was mined", statement("doubts", "is wondering if")) == "hedges"


def test_what_the_outlet_adds_is_no_reserve_of_who_is_quoted() -> None:
    words = "The envoy said the dam was allegedly mined"
    assert found(words, statement("asserts")) == "asserts"
    assert found(words, outlet=True) == "hedges"


def test_a_claim_of_what_may_be_is_asserted_by_a_may() -> None:
    assert found("The wall could be breached", claim="The wall could break.", relations={"same"}) == "asserts"


def test_a_content_that_opposes_the_claim_denies_it() -> None:
    assert found("Nobody ever laid a mine there", relations={"opposed"}) == "denies"


def test_a_negation_that_the_claim_has_too_denies_nothing() -> None:
    assert found("Police searched the flats without warrants", claim="Flats were searched without warrants.") == "asserts"
