from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import UsageError
from quoth.records import Passage, Span, Statement
from quoth.score.joined import JoinedPair, as_joined, count_joined, load_joined, said_in
from quoth.score.pairs import Quoted, QuotedPair

QUALITY = Path(__file__).parents[2] / "quality"
PLACE = Quoted("a", "0", Span(0, 10))


def pair(name: str, *, one: bool, pairs: float) -> JoinedPair:
    return JoinedPair(name, "g", PLACE, PLACE, one, pairs, "tune")


def statement(name: str, *spans: tuple[int, int]) -> Statement:
    values: dict[str, Any] = {
        "id": name, "document": "a", "form": "indirect", "stance": "asserts", "source": None,
        "cue": Passage("said", (Span(0, 4),)), "content": Passage("", tuple(Span(*span) for span in spans)), "speaker": None,
        "undecided": None, "addressee": None, "via": (), "parent": None, "negated": False, "score": 1.0, "time": None, "proposition": None,
    }  # fmt: skip
    return Statement(**values)


def test_each_pair_counts_as_often_as_it_stands_for() -> None:
    count = count_joined([pair("a", one=True, pairs=3), pair("b", one=False, pairs=1), pair("c", one=True, pairs=9)], {"a", "b"})
    assert (count.precision, count.recall) == (0.75, 0.25)


def test_where_nothing_is_joined_both_are_nought() -> None:
    count = count_joined([pair("a", one=False, pairs=3)], ())
    assert (count.precision, count.recall) == (0.0, 0.0)


def test_the_opposed_are_one_claim_and_the_related_two() -> None:
    opposed, related = (QuotedPair("a", "g", PLACE, PLACE, relation, "keep") for relation in ("opposed", "related"))
    assert as_joined(opposed).one
    assert not as_joined(related).one


def test_a_passage_makes_the_statements_whose_content_it_mostly_is() -> None:
    whole, half, brief, beyond = (
        statement("w", (2, 10)),
        statement("h", (0, 3), (5, 8)),
        statement("b", (0, 4)),
        statement("x", (5, 40)),
    )
    assert [one.id for one in said_in(Span(0, 10), [whole, half, brief, beyond])] == ["w", "h"]


def test_the_labelled_pairs_can_be_read_and_no_story_is_in_both_halves() -> None:
    pairs = load_joined(QUALITY / "claims" / "linked.jsonl")
    halves = [{one.group for one in pairs if one.split == split} for split in ("tune", "keep")]
    assert len(pairs) == len({one.id for one in pairs}) >= 700
    assert all(halves)
    assert halves[0].isdisjoint(halves[1])
    assert {one.one for one in pairs} == {True, False}


def test_another_form_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "linked.jsonl"
    path.write_text(json.dumps({"id": "l001"}), encoding="utf-8")
    with pytest.raises(UsageError, match="Put the file of this version there"):
        load_joined(path)
