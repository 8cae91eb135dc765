"""Denials in words of their own, and who says what they deny."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.link.test_link_claims import ground, only, stands, statement

from quoth.link.claims import align_claims
from quoth.link.gainsaid import (
    find_gainsaid,
    find_gainsaid_elsewhere,
    what_is_called_untrue,
    what_is_denied,
)
from quoth.link.placing import Places
from quoth.records import Part, Passage, Proposition, Span, Statement

AIMED = Proposition(
    "aim", ("change",), ("dock", "union"), ("change", "aim", "dock", "union"), (), negated=False, modality="did", tense=None,
    parts=(Part("aim", "deed", "what", -1),), main=0,
)  # fmt: skip
DIRECTED = replace(AIMED, predicate="direct", subject=(), words=("direct", "dock", "union"))


def denial(text: str = "the claim that it is directed at the dock unions", said: Proposition = DIRECTED, **more: Any) -> Statement:
    return made("a2", "Vessia", said, text, **({"stance": "denies", "cue": Passage("disputed", (Span(390, 398),))} | more))


def claim(text: str = "that the change was aimed at the dock unions", said: Proposition = AIMED, **more: Any) -> Statement:
    return made("a1", "Marland", said, text, **more)


def made(name: str, speaker: str, said: Proposition, text: str, **more: Any) -> Statement:
    return statement(name, speaker, said, text, **({"source": Passage(speaker, (Span(0, len(speaker)),))} | more))


def told(*both: Statement) -> dict[str, str]:
    return stands(only(align_claims(both, ground=ground())))


def meant(*both: Statement) -> dict[str, str]:
    return dict(find_gainsaid(both, lambda one: (str(one.speaker),), Places()))


def test_a_denial_answers_who_says_it_in_other_words() -> None:
    assert told(claim(), denial()) == {"Marland": "asserts", "Vessia": "denies"}


@pytest.mark.parametrize(
    "other",
    [
        claim("that the harbour fees were doubled last winter", replace(AIMED, words=("harbour", "fee", "double", "winter"))),
        claim("that the change was never aimed at the dock unions", replace(AIMED, negated=True)),
        claim("whether the change was aimed at the dock unions"),
        replace(claim(), speaker="r-Vessia"),
    ],
)
def test_another_matter_a_denial_a_question_or_their_own_words_are_not_meant(other: Statement) -> None:
    assert meant(other, denial()) == {}


def test_a_denial_that_names_who_did_it_is_no_answer_to_who_blames_another() -> None:
    fired = replace(
        AIMED, predicate="fire", subject=("teyra", "soldier"), names=("Teyra",), words=("teyra", "soldier", "fire", "ferry")
    )
    other = replace(fired, subject=("rebel",), names=("Corran",), words=("corran", "rebel", "fire", "ferry"))
    said = denial("the claim that Teyran soldiers fired on the ferry", fired)
    assert meant(claim("that Teyran soldiers had fired on the ferry", fired), said) == {"a2": "a1"}
    assert meant(claim("that Corran rebels had fired on the ferry", other), said) == {}


@pytest.mark.parametrize(
    ("text", "cue", "role", "denied"),
    [
        ("that the gate was sold", "denied", "what", "that the gate was sold"),
        ("the claim that the gate was sold", "rejected", "which", "the gate was sold"),
        ("any part in the sale", "has denied", "patient", "any part in the sale"),
        ("that the gate was sold", "rejected", "what", None),
        ("the allegations", "denied", "patient", None),
        ("the allegations about the gate that Reeve had made", "denied", "what", None),
        ("workers access to the quay", "denied", "recipient", None),
        ("that the gate was sold", "would deny", "what", None),
    ],
)
def test_denied_is_what_is_told_not_what_is_withheld_named_or_turned_down(
    text: str, cue: str, role: str, denied: str | None
) -> None:
    said = replace(DIRECTED, parts=(Part("sell", "deed", role, -1),))
    assert what_is_denied(denial(text, said, cue=Passage(cue, (Span(90, 90 + len(cue)),)))) == denied


FALSE = "The suggestion that the change was directed at the dock unions is categorically false"


@pytest.mark.parametrize(
    ("text", "said", "stance"),
    [
        ("that the change was directed at the dock unions", DIRECTED, "denies"),
        (FALSE, DIRECTED, "asserts"),
    ],
)
def test_who_denies_it_in_another_article_stands_against_who_says_it(text: str, said: Proposition, stance: Any) -> None:
    other = replace(
        denial(text, said, stance=stance, cue=Passage("denied" if stance == "denies" else "said", (Span(390, 396),))), document="b"
    )
    speakers = lambda one: (str(one.speaker),)  # noqa: E731 - who speaks, by name
    assert find_gainsaid_elsewhere({"a": [claim()], "b": [other]}, speakers, Places(), ()) == {"a2": "a1"}
    assert find_gainsaid_elsewhere({"a": [claim()], "b": [replace(other, speaker="r-Marland")]}, speakers, Places(), ()) == {}
    assert told(claim(), other) == {"Marland": "asserts", "Vessia": "denies"}


def test_what_another_article_calls_a_hoax_itself_is_not_what_is_denied() -> None:
    other = replace(denial(FALSE, stance="asserts", cue=Passage("said", (Span(390, 394),))), document="b")
    hoax = claim("that it was a hoax that the change was aimed at the dock unions")
    staged = replace(denial("the claim that the change at the dock unions was staged"), document="b")
    assert find_gainsaid_elsewhere({"a": [claim()], "b": [staged]}, lambda one: (str(one.speaker),), Places(), ()) == {}
    assert find_gainsaid_elsewhere({"a": [hoax], "b": [other]}, lambda one: (str(one.speaker),), Places(), ()) == {}


def test_called_untrue_is_what_is_told_not_something_in_it() -> None:
    untrue = denial(FALSE, stance="asserts")
    assert what_is_called_untrue(untrue) == "the change was directed at the dock unions"
    assert what_is_called_untrue(denial("that the false papers were burnt", stance="asserts")) is None
