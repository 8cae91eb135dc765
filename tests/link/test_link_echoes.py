"""Short denials that repeat what they deny, and those that name nothing of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.link.test_link_claims import ground, only, stands, statement

from quoth.link.claims import align_claims
from quoth.link.echoes import denies_barely, find_echoes
from quoth.records import Passage, Proposition, Span, Statement

MET = Proposition(
    "meet",
    ("voss",),
    ("minister", "marland"),
    ("voss", "meet", "minister", "marland"),
    (),
    negated=False,
    modality="did",
    tense="past",
)
WROTE = Proposition("write", ("voss",), ("orrin",), ("voss", "write", "orrin"), (), negated=False, modality="did", tense="past")
DIED = Proposition("die", ("crew",), ("two",), ("two", "member", "crew", "die"), (), negated=False, modality="did", tense="past")


def told(predicate: str, *words: str, subject: tuple[str, ...] = (), negated: bool = True) -> Proposition:
    return Proposition(predicate, subject, words, words, (), negated=negated, modality="did", tense="past")


def denial(text: str, proposition: Proposition, **more: Any) -> Statement:
    source = Passage("Vessia", (Span(390, 396),))
    return statement("a2", "Vessia", proposition, text, **({"source": source} | more))


def claim(proposition: Proposition, text: str, **more: Any) -> Statement:
    return statement("a1", "Marland", proposition, text, **({"source": Passage("Marland", (Span(190, 197),))} | more))


@pytest.mark.parametrize(
    ("said", "text", "content", "more"),
    [
        (MET, "There was no meeting", told("meeting", "meeting"), {}),
        (MET, "it knew of no such meeting", told("know", "know", "meeting"), {}),
        (WROTE, "no such letter had arrived", told("arrive", "letter", "arrive"), {}),
        (WROTE, "it never received one", told("receive", "receive", "one"), {}),
        (DIED, "that none had been", told("be", "none"), {}),
        (DIED, "No second sailor has died", told("die", "second", "sailor", "die", subject=("second", "sailor")), {}),
        (
            DIED,
            "that anyone was killed",
            told("kill", "kill", negated=False),
            {"stance": "denies", "cue": Passage("denied", (Span(400, 406),))},
        ),
    ],
)
def test_a_short_denial_answers_what_was_told_before(
    said: Proposition, text: str, content: Proposition, more: dict[str, Any]
) -> None:
    found = align_claims(
        [claim(said, "the minister of Marland had met Tilde Voss in Orrin"), denial(text, content, **more)], ground=ground()
    )
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("There was no quorum", told("quorum", "quorum")),
        ("it did not know who met", told("know", "know", "meet")),
        ("No, we met on Friday", told("meet", "meet", "friday")),
        ("no meeting between the two had been held there in living memory, as far as the town could tell", told("hold", "meeting")),
    ],
)
def test_what_says_something_else_or_nothing_denies_nothing_told(text: str, content: Proposition) -> None:
    told_before = claim(MET, "Tilde Voss had met the minister of Marland")
    assert find_echoes([told_before, denial(text, content)], "") == {}


def test_nobody_denies_their_own_words_and_a_denial_repeated_is_one_denial() -> None:
    short = denial("There was no meeting", told("meeting", "meeting"))
    own = replace(claim(MET, "Tilde Voss had met the minister of Marland"), speaker="r-Vessia")
    denied = replace(own, stance="denies", cue=Passage("denied", (Span(200, 206),)))
    assert find_echoes([own, short], "") == {}
    assert find_echoes([denied, short], "") == {"a2": "a1"}


@pytest.mark.parametrize("cue", ["to say", "would say"])
def test_a_denial_to_be_made_is_none(cue: str) -> None:
    assert not denies_barely(
        denial("There was no meeting", told("meeting", "meeting"), cue=Passage(cue, (Span(400, 400 + len(cue)),)))
    )
