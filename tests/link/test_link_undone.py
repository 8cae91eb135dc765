"""Deeds that somebody denies having done, and who says that they did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.link.test_link_claims import ground, only, stands, statement

from quoth.link.claims import align_claims
from quoth.link.undone import denies_deed, find_undone
from quoth.records import Passage, Proposition, Span, Statement

FIRED = Proposition(
    "fire", ("vessia",), ("guard", "tower"), ("vessia", "fire", "guard", "tower"), (), negated=False, modality="did", tense="past"
)


def deed(predicate: str, *words: str, **more: Any) -> Proposition:
    said = Proposition(predicate, (), words, (predicate, *words), (), negated=False, modality="did", tense=None)
    return replace(said, **more)


def denial(text: str, said: Proposition, **more: Any) -> Statement:
    cue = Passage("denied", (Span(90, 96),))
    return statement("a1", "Vessia", said, text, **({"stance": "denies", "cue": cue} | more))


def claim(said: Proposition = FIRED, **more: Any) -> Statement:
    return statement("a2", "Marland", said, "that Vessia fired at guards on the tower", **more)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("shooting at the first guards who came", deed("shoot", "first", "guard", "come")),
        ("that it had fired at any guards", deed("fire", "guard")),
        ("firing at Marland", deed("fire", "marland")),
        ("ever firing at it", deed("fire")),
    ],
)
def test_a_denial_of_a_deed_answers_who_says_that_it_was_done(text: str, said: Proposition) -> None:
    assert stands(only(align_claims([denial(text, said), claim()], ground=ground()))) == {"Vessia": "denies", "Marland": "asserts"}


@pytest.mark.parametrize(
    ("text", "said", "other"),
    [
        ("shooting at the ferry", deed("shoot", "ferry"), FIRED),
        ("paying the guards on the tower", deed("pay", "guard", "tower"), FIRED),
        ("shooting at guards", deed("shoot", "guard"), replace(FIRED, subject=("orrin",))),
        ("shooting at guards", deed("shoot", "guard"), replace(FIRED, negated=True)),
        ("shooting at guards", deed("shoot", "guard"), replace(FIRED, modality="will")),
        ("being shot at by guards", deed("shoot", "guard"), FIRED),
        ("the shooting of guards", deed("shooting", "guard"), FIRED),
    ],
)
def test_another_deed_another_doer_or_what_was_done_to_them_is_not_meant(text: str, said: Proposition, other: Proposition) -> None:
    assert find_undone([denial(text, said), claim(other)], lambda one: {str(one.speaker).removeprefix("r-").lower()}) == {}


@pytest.mark.parametrize("cue", ["to deny", "would deny", "were denied"])
def test_a_denial_to_be_made_or_a_thing_not_given_is_none(cue: str) -> None:
    said = denial("shooting at guards", deed("shoot", "guard"))
    assert denies_deed(said)
    assert not denies_deed(replace(said, cue=Passage(cue, (Span(90, 90 + len(cue)),))))
