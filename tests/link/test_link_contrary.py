from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.link.contrary import is_contrary
from quoth.link.meanings import Meaning, are_apart

OPENED = Meaning(
    frozenset(), "open", frozenset({"open", "sluice", "night"}), frozenset(), negated=False, modality="did", numbers=frozenset(),
    text="the warden opened the northern sluice in the night", speaker="marland",
)  # fmt: skip


def says(text: str, speaker: str | None = "voss", *, deed: str | None = "open", negated: bool = True) -> Meaning:
    return replace(OPENED, text=text, speaker=speaker, deed=deed, negated=negated)


@pytest.mark.parametrize(
    "text",
    [
        "the warden never opened the northern sluice in the night",
        "there is no proof that the warden opened the northern sluice in the night",
        "it was not the warden who opened it",
    ],
)
def test_a_negation_before_the_same_words_or_of_the_same_deed_denies(text: str) -> None:
    assert is_contrary(OPENED, says(text))
    assert is_contrary(says(text), OPENED)


@pytest.mark.parametrize(
    "text",
    [
        "Don't worry, the warden opened the northern sluice in the night",
        "the warden opened the northern sluice in the night. It was not fair to the valley",
    ],
)
def test_a_negation_of_something_else_beside_the_same_words_denies_nothing(text: str) -> None:
    assert not is_contrary(OPENED, says(text))
    assert not is_contrary(says(text), OPENED)


def test_a_negated_content_of_another_deed_denies_nothing() -> None:
    met = replace(says("the council has not met yet", deed="meet"), things=frozenset({"meet", "council"}))
    assert not is_contrary(OPENED, met)


def test_what_is_negated_in_both_is_no_denial() -> None:
    text = "nor had the warden opened the northern sluice in the night"
    assert not is_contrary(says("he had not “opened the northern sluice in the night”"), says(text, "lind", negated=False))


def test_nobody_denies_their_own_words_by_a_negation_somewhere() -> None:
    never = says("the warden never opened the sluice", speaker="marland")
    assert not is_contrary(OPENED, never)
    assert is_contrary(OPENED, never, one_side=False)


def test_what_somebody_thinks_and_what_the_same_does_not_think_are_two_claims() -> None:
    doubted = replace(says("it was open", speaker="marland", negated=False), unheld=True)
    assert are_apart(OPENED, doubted)
    assert not are_apart(OPENED, replace(doubted, speaker="voss"))
    assert not are_apart(OPENED, replace(doubted, negated=True))
