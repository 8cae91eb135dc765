from __future__ import annotations

from quoth.link.joint import note_joint
from quoth.records import ActorKind, Referent


def referent(name: str, kind: ActorKind = "group", *, document: str = "d", members: tuple[str, ...] = ()) -> Referent:
    return Referent(f"{document} {name}", document, name, kind, (), (), (), None, members)


STATES = [referent("Arden", "state"), referent("Ilmar", "state"), referent("Norvia", "state")]


def test_governments_of_named_states_are_these_states() -> None:
    found = note_joint([*STATES, referent("governments of Arden and Ilmar")])
    assert found["d governments of Arden and Ilmar"] == ("d Arden", "d Ilmar")


def test_the_two_governments_are_those_that_the_document_lists() -> None:
    listed = referent("Arden and Ilmar", members=("d Arden", "d Ilmar"))
    found = note_joint([*STATES, listed, referent("two governments"), referent("governments")])
    assert found["d two governments"] == found["d governments"] == found["d Arden and Ilmar"] == ("d Arden", "d Ilmar")


def test_where_two_lists_fit_nothing_is_said() -> None:
    lists = [referent("A", members=("d Arden", "d Ilmar")), referent("B", members=("d Arden", "d Norvia"))]
    assert "d two governments" not in note_joint([*STATES, *lists, referent("two governments")])


def test_three_governments_are_not_two() -> None:
    listed = referent("Arden and Ilmar", members=("d Arden", "d Ilmar"))
    assert "d three governments" not in note_joint([*STATES, listed, referent("three governments")])


def test_lists_of_another_document_tell_nothing() -> None:
    listed = referent("Arden and Ilmar", members=("d Arden", "d Ilmar"))
    assert "e two governments" not in note_joint([*STATES, listed, referent("two governments", document="e")])


def test_governments_that_a_document_names_go_before_a_list_of_its_towns() -> None:
    towns = [referent("Westmere", "place"), referent("Port Ilmar", "body")]
    listed = referent("Westmere and Port Ilmar", members=("d Westmere", "d Port Ilmar"))
    told = [*STATES, *towns, listed, referent("governments of Arden and Ilmar"), referent("two governments")]
    assert note_joint(told)["d two governments"] == ("d Arden", "d Ilmar")
    states = referent("Arden and Norvia", members=("d Arden", "d Norvia"))
    assert note_joint([*STATES, *towns, listed, states, referent("two governments")])["d two governments"] == (
        "d Arden",
        "d Norvia",
    )
