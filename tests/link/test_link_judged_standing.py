from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoth.link.judged.standing import last_on, standing
from quoth.records import Judgement


def made(id_: str, kind: str = "actor", subject: str = "a b", verdict: str = "same", at: str = "") -> Judgement:
    return Judgement(id_, kind, subject, verdict, "Ada", at or id_, None)


def undone(id_: str, of: str) -> Judgement:
    return made(id_, "judgement", of, "undone")


def names(judgements: list[Judgement]) -> list[str]:
    return [one.id for one in standing(judgements)]


def test_what_was_taken_back_does_not_stand_and_to_take_that_back_restores_it() -> None:
    assert names([made("1"), made("2"), undone("3", "1")]) == ["2"]
    assert names([made("1"), undone("2", "1"), undone("3", "2")]) == ["1"]
    assert names([made("1"), undone("2", "1"), undone("3", "2"), undone("4", "3")]) == []


def test_the_last_judgement_on_any_of_the_things_is_found() -> None:
    first, second, other = made("1", subject="a b"), made("2", subject="b c"), made("3", kind="story", subject="b")
    assert last_on([first, second, other], "actor", ["b"]) == second
    assert last_on([first, second, undone("4", "2")], "actor", ["b"]) == first
    assert last_on([first], "actor", ["z"]) is None


@given(st.permutations([made("1"), made("2", subject="c d"), undone("3", "1"), undone("4", "3"), made("5", subject="e f")]))
def test_the_order_in_which_judgements_come_in_changes_nothing(judgements: list[Judgement]) -> None:
    assert names(judgements) == ["1", "2", "5"]
