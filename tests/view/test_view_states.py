"""Whether the parties of claims are states or those who speak."""

from __future__ import annotations

from quoth.records import PositionStance
from quoth.view.states import Stands, are_argued_among_states


def stands(*told: tuple[str, str | None, PositionStance]) -> Stands:
    return told


ACROSS = stands(("Dolan", "Norvia", "asserts"), ("Holm", "Kastel", "denies"))
WITHIN = stands(("Brand", "Norvia", "asserts"), ("Dolan", "Norvia", "denies"))


def test_claims_on_which_states_oppose_each_other_are_argued_among_states() -> None:
    assert are_argued_among_states([ACROSS])
    assert are_argued_among_states([ACROSS, ACROSS, WITHIN])


def test_claims_on_which_people_of_one_state_oppose_each_other_are_not() -> None:
    assert not are_argued_among_states([WITHIN])
    assert not are_argued_among_states([WITHIN, WITHIN, ACROSS])


def test_one_who_changes_sides_opposes_nobody() -> None:
    changing = stands(("Dolan", "Norvia", "mixed"), ("Brand", "Norvia", "asserts"), ("Ilsen", "Norvia", "denies"))
    assert not are_argued_among_states([changing])
    assert are_argued_among_states([ACROSS, stands(*list(changing)[:2])])


def test_where_nobody_opposes_anybody_it_takes_enough_voices_of_another_state() -> None:
    home = [(name, "Norvia", "asserts") for name in "abcd"]
    assert not are_argued_among_states([stands(*home, ("Holm", "Kastel", "asserts"))])  # type: ignore[arg-type]
    assert are_argued_among_states([stands(*home[:2], ("Holm", "Kastel", "asserts"))])  # type: ignore[arg-type]


def test_whose_state_is_unknown_tells_nothing() -> None:
    assert not are_argued_among_states([stands(("Brand", None, "asserts"), ("Dolan", "Norvia", "denies"))])
