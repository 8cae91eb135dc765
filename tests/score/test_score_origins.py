from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.records import Span
from quoth.score.origins import (
    FoundClaim,
    LabelledClaim,
    LabelledTelling,
    Outcome,
    load_origins,
    measures,
    origins_table,
    score_claim,
    score_origins,
)

QUALITY = Path(__file__).parent.parent.parent / "quality" / "origins"
NAMES = ("a", "b", "c", "d")
LABELLED = LabelledClaim(
    name="weir-1",
    group="weir",
    split="tune",
    tellings=tuple(LabelledTelling(name, name, (Span(0, 5),)) for name in NAMES),
    text_of={"a": "a", "b": "a", "c": "c", "d": "d"},
    retold_of={"a": "a", "b": "a", "c": "a", "d": "d"},
    origin_of={"a": "a", "b": "a", "c": "a", "d": "d"},
    unsourced=frozenset(),
    origins=2,
    low=1,
    high=3,
)
RIGHT = FoundClaim(LABELLED.text_of, LABELLED.origin_of, LABELLED.origin_of, frozenset(), 2, 2)


def test_what_is_found_as_labelled_is_right_throughout() -> None:
    found = score_claim(LABELLED, RIGHT)
    assert (found.held, found.exact, found.texts_right, found.width) == (1, 1, 1, 0)
    assert (found.false_merges, found.missed, found.false_texts, found.missed_texts) == (0, 0, 0, 0)
    assert (found.together, found.apart) == (3, 3)
    assert {value for _, value in measures(found)} == {1.0}


def test_a_rewrite_taken_for_one_text_or_for_two_is_right_either_way() -> None:
    assert score_claim(LABELLED, replace(RIGHT, text_of=LABELLED.retold_of)).texts_right == 1
    every = dict.fromkeys(NAMES, "a")
    found = score_claim(LABELLED, replace(RIGHT, text_of=every))
    assert (found.texts_right, found.false_texts) == (0, 3)
    apart = score_claim(LABELLED, replace(RIGHT, text_of={name: name for name in NAMES}))
    assert (apart.texts_right, apart.missed_texts) == (0, 1)


def test_pairs_are_counted_by_how_they_were_joined() -> None:
    one = dict.fromkeys(NAMES, "a")
    found = score_claim(LABELLED, replace(RIGHT, sure_of=one, every_of=one, low=1, high=1))
    assert (found.false_merges, found.possible_merges, found.held) == (3, 0, 0)
    assert found.wrong == ("weir-1",)
    alone = {name: name for name in NAMES}
    unsure = score_claim(LABELLED, replace(RIGHT, sure_of=alone, every_of=one, low=1, high=4))
    assert (unsure.false_merges, unsure.possible_merges, unsure.unsure, unsure.width) == (0, 3, 3, 3)
    missed = score_claim(LABELLED, replace(RIGHT, sure_of=alone, every_of=alone, low=4, high=4))
    assert (missed.missed, missed.held) == (3, 0)


def test_a_telling_that_names_nobody_is_possibly_anybodys() -> None:
    alone = {name: name for name in NAMES}
    found = score_claim(LABELLED, replace(RIGHT, sure_of=alone, every_of=alone, open=frozenset("a"), low=1, high=4))
    assert (found.missed, found.unsure, found.possible_merges) == (1, 2, 1)


def test_whether_a_telling_without_a_source_shares_an_origin_is_not_judged() -> None:
    one = dict.fromkeys(NAMES, "a")
    found = score_claim(replace(LABELLED, unsourced=frozenset("d")), replace(RIGHT, sure_of=one, every_of=one))
    assert (found.together, found.apart, found.false_merges) == (3, 0, 0)


def test_what_was_not_measured_is_neither_held_nor_wrong() -> None:
    found = score_claim(LABELLED, replace(RIGHT, low=None, high=None))
    assert (found.measured, found.held, found.wrong, found.width) == (0, 0, (), 0)
    assert dict(measures(found))["origins measured"] == 0.0


def test_counts_add_up_and_stand_in_the_table() -> None:
    total = score_origins([(LABELLED, RIGHT), (LABELLED, replace(RIGHT, low=3, high=4))])
    assert (total.claims, total.held, total.wrong) == (2, 1, ("weir-1",))
    assert total == score_claim(LABELLED, RIGHT) + score_claim(LABELLED, replace(RIGHT, low=3, high=4)) + Outcome()
    assert [line[:5].strip() for line in origins_table({"quoth": total})][1] == "quoth"


ROWS = {
    row["claim"]: row for line in (QUALITY / "claims.jsonl").read_text(encoding="utf-8").splitlines() for row in [json.loads(line)]
}


@pytest.mark.parametrize("claim", load_origins(QUALITY / "claims.jsonl"), ids=lambda claim: claim.name)
def test_every_labelled_claim_is_read_whole(claim: LabelledClaim) -> None:
    row = ROWS[claim.name]
    assert claim.texts == row["texts_without_rewrites"]
    assert len(set(claim.retold_of.values())) == row["n_texts"]
    named = {claim.origin_of[one.name] for one in claim.tellings if one.name not in claim.unsourced}
    assert max(1, len(named)) == row["n_origins"] == claim.origins
    assert {one.name for one in claim.tellings} == set(claim.origin_of)
