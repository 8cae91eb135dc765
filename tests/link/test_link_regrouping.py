"""Drafts put otherwise where statements are known to belong together."""

from __future__ import annotations

import pytest

from quoth.link.drafts import Draft
from quoth.link.meanings import Meaning, mean
from quoth.link.parties import Parties
from quoth.link.regrouping import merge, regroup
from quoth.records import Proposition


def said(thing: str) -> Meaning:
    told = Proposition("hold", ("gate",), (thing,), ("gate", "hold", thing), (), negated=False, modality="did")
    return mean(told, parties=Parties.among([]), speaker=None)


OF = {name: said(name) for name in "abcdef"}


def regrouped(drafts: list[str], *groups: str) -> list[str]:
    made = [Draft([OF[name] for name in draft], list(draft)) for draft in drafts]
    return ["".join(draft.statements) for draft in regroup(made, groups, OF, list(OF))]


@pytest.mark.parametrize(
    ("drafts", "groups", "found"),
    [
        (["abc", "def"], ["ad"], ["ad", "bc", "ef"]),  # what is the group's leaves a draft of which less than half is
        (["ab", "def"], ["ad"], ["abd", "ef"]),  # what else stands in one of which half is comes along
        (["abc"], ["a", "bc"], ["a", "bc"]),
        (["abcde"], ["ab", "c"], ["abde", "c"]),  # with the group that has most of it
        (["a", "bc"], ["ae"], ["ae", "bc"]),  # what stood in no draft
        (["ab"], ["ax"], ["ab"]),  # what has no meaning makes no claim
        (["ab", "c"], ["ac", "cb"], ["ac", "b"]),  # the first of two groups has it
        (["cb", "a"], [], ["a", "bc"]),
    ],
)
def test_statements_that_belong_together_come_into_one_draft(drafts: list[str], groups: list[str], found: list[str]) -> None:
    assert regrouped(drafts, *groups) == found


@pytest.mark.parametrize(
    ("drafts", "groups", "found"),
    [
        (["abcde", "f"], ["abf"], ["abcdef"]),  # most of the group stands in a draft that is more than it: all of that is about it
        (["abcde", "f"], ["af"], ["af", "bcde"]),  # half of it is not most
        (["abcdef"], ["a", "b"], ["a", "b", "cdef"]),  # nor does it come along with one of two
    ],
)
def test_a_draft_with_most_of_a_group_comes_along(drafts: list[str], groups: list[str], found: list[str]) -> None:
    made = [Draft([OF[name] for name in draft], list(draft)) for draft in drafts]
    assert ["".join(draft.statements) for draft in regroup(made, groups, OF, list(OF), most=True)] == found


def test_drafts_that_hold_a_pair_are_one() -> None:
    made = [Draft([OF[name] for name in draft], list(draft)) for draft in ("ac", "bd", "e")]
    found = merge(made, [("d", "a"), ("e", "x"), ("a", "c")], OF, list(OF))
    assert ["".join(draft.statements) for draft in found] == ["abcd", "e"]
    assert found[0].meanings == [OF[name] for name in "abcd"]
