"""Where the voices of one state part, they stand by themselves, with who tells of them, and the state's own place says that they do."""

from __future__ import annotations

from dataclasses import replace

from tests.handmade import build_position

from quoth.records import ClaimStatement, PositionStance
from quoth.store import ReadView
from quoth.view.claims import ClaimRow, choose_columns, claim_row
from quoth.view.coverage import gather


def parted(told: ReadView, *stands: tuple[str, PositionStance]) -> ClaimRow:
    """A claim on which these actors stand so, each by all that they say in the story."""
    coverage, claim = gather(told), next(iter(told.claims()))
    actors = {actor.name: actor for actor in told.actors()}
    own = {name: [one for one in coverage.statements.values() if one.speaker in actors[name].referents] for name, _ in stands}
    positions = tuple(build_position(actors[name], stance, *own[name]) for name, stance in stands)
    links = tuple(ClaimStatement(one.id, stance) for name, stance in stands for one in own[name])
    return claim_row(coverage, replace(claim, statements=links, positions=positions), by_state=True)


def test_the_place_of_a_state_whose_voices_part_says_that_they_do(told: ReadView) -> None:
    row = parted(told, ("Marek Dolan", "asserts"), ("Norvian defence ministry", "denies"))
    assert {(one.party, one.stance, one.side) for one in row.stands} == {
        ("Marek Dolan", "asserts", "Norvia"),
        ("Norvian defence ministry", "denies", "Norvia"),
    }
    stand = row.stand("Norvia")
    assert (stand.stance, set(stand.actors)) == ("mixed", {"Marek Dolan", "Norvian defence ministry"})
    assert set(stand.statements) == {name for one in row.stands for name in one.statements}
    assert row.stand("Ilmar").stance is None
    assert choose_columns([row]) == ("Norvia",)


def test_voices_that_part_are_named_with_the_outlets_that_tell_of_them(told: ReadView) -> None:
    row = parted(told, ("Marek Dolan", "asserts"), ("Norvian defence ministry", "denies"))
    assert {one.party: one.called for one in row.stands} == {
        "Marek Dolan": "Marek Dolan in NTA, Arden Herald and 1 more",
        "Norvian defence ministry": "Norvian defence ministry in NTA",
    }
    (stand,) = parted(told, ("Marek Dolan", "asserts")).stands
    assert (stand.called, stand.side, stand.told_in) == ("Norvia", None, ())
