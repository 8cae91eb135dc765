"""Denials of all of a kind, which deny what other articles of the story tell of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.link.test_link_claims import ground, only, stands, statement

from quoth.link.claims import align_claims
from quoth.link.flatly import denies_flatly, find_flat
from quoth.records import Passage, Proposition, Span, Statement

ADDED = Proposition("add", ("crate",), (), ("crate", "add", "quay"), (), negated=False, modality="did", tense="past")


def told(predicate: str, *words: str, negated: bool = True) -> Proposition:
    return Proposition(predicate, (), words, words, (), negated=negated, modality="did", tense="past")


def claim(proposition: Proposition = ADDED, text: str = "crates were added on the quay", **more: Any) -> Statement:
    made = statement("a1", "Marland", proposition, text, **({"source": Passage("Marland", (Span(190, 197),))} | more))
    return replace(made, document="b")


def denial(text: str, proposition: Proposition, **more: Any) -> Statement:
    return statement("a2", "Vessia", proposition, text, **({"source": Passage("Vessia", (Span(390, 396),))} | more))


DENIED = {"stance": "denies", "cue": Passage("denied", (Span(400, 406),))}


@pytest.mark.parametrize(
    ("text", "said", "more"),
    [
        ("nothing was added", told("add", "nothing", "add"), {}),
        ("that anything had been added", told("add", "anything", "add", negated=False), DENIED),
        ("Not a single crate was added", told("add", "single", "crate", "add"), {}),
        ("the reports of added crates", told("add", "report", "add", "crate", negated=False), DENIED),
    ],
)
def test_a_denial_of_all_of_a_kind_denies_what_another_article_tells(text: str, said: Proposition, more: dict[str, Any]) -> None:
    assert find_flat([denial(text, said, **more), claim()]) == {"a2": ("a1",)}
    found = align_claims([denial(text, said, **more), claim()], ground=ground())
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}
    assert find_flat([denial(text, said, **more), replace(claim(), speaker=denial(text, said).speaker)]) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no other crate was added", told("add", "other", "crate", "add")),
        ("no major crate was added", told("add", "major", "crate", "add")),
        ("the crate was not added", told("add", "crate", "add")),
        ("nothing was added by the customs office of the western harbour on the first day of May", told("add", "nothing", "add")),
    ],
)
def test_a_denial_of_some_or_of_much_told_is_not_of_all_of_a_kind(text: str, said: Proposition) -> None:
    assert not denies_flatly(denial(text, said))


def test_the_deed_itself_must_be_told() -> None:
    spoke = Proposition("weigh", ("crate",), (), ("crate", "weigh", "add"), (), negated=False, modality="did", tense="past")
    assert find_flat([denial("nothing was added", told("add", "nothing", "add")), claim(spoke, "the crates weighed more")]) == {}
    held = replace(ADDED, modality="may")
    assert find_flat([denial("nothing was added", told("add", "nothing", "add")), claim(held, "crates may be added")]) == {}
