from __future__ import annotations

import json
from pathlib import Path

import pytest

from quoth.errors import UsageError
from quoth.records import Copy, Receipt
from quoth.score.copies import CopyGold, load_copies, score_copies

NAMES = {name: name for name in "abcdef"}
OUTLETS = {"a": "Herald", "b": "Echo", "c": "Post", "d": "Mirror", "e": "Mirror", "f": "Gazette"}


def edge(copy: str, source: str, *, decided: bool = True, kind: str = "partial") -> Copy:
    return Copy(f"{copy}{source}", copy, source, kind, 0.5, decided, Receipt("", (), ()))  # type: ignore[arg-type]  # a kind


def pair(one: str, other: str) -> frozenset[str]:
    return frozenset((one, other))


GOLD = CopyGold(
    listed=frozenset({pair("a", "b"), pair("c", "d")}),
    judged={pair("a", "c"): True, pair("a", "d"): False},
    givers={pair("a", "b"): "a", pair("c", "d"): "c"},
)


def test_listed_and_judged_edges_are_right_and_all_others_wrong() -> None:
    found = [edge("b", "a"), edge("c", "a"), edge("f", "a"), edge("e", "d"), edge("f", "b", kind="citation")]
    score = score_copies(found, GOLD, name_of=NAMES, outlet_of=OUTLETS)
    assert (score.recall, score.precision, score.precision_listed) == (0.5, 2 / 3, 1 / 3)
    assert score.unjudged == (pair("f", "a"),)


def test_a_pair_judged_to_be_none_is_to_be_kept_apart() -> None:
    assert score_copies([edge("d", "a")], GOLD, name_of=NAMES, outlet_of=OUTLETS).apart == 0.0
    assert score_copies([], GOLD, name_of=NAMES, outlet_of=OUTLETS).apart == 1.0


def test_an_undecided_direction_is_not_wrong_but_not_right_either() -> None:
    score = score_copies([edge("b", "a"), edge("c", "d", decided=False)], GOLD, name_of=NAMES, outlet_of=OUTLETS)
    assert (score.direction_right, score.direction_decided) == (1.0, 0.5)
    wrong = score_copies([edge("a", "b")], GOLD, name_of=NAMES, outlet_of=OUTLETS)
    assert wrong.direction_right == 0.0


def test_gold_is_read_from_the_list_and_the_judgements(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("id_a\tid_b\na\tb\n", encoding="utf-8")
    (tmp_path / "judged.jsonl").write_text(json.dumps({"a": "a", "b": "c", "copy": False}) + "\n", encoding="utf-8")
    givers = [{"a": "a", "b": "b", "giver": "b"}, {"a": "a", "b": "c", "giver": None}]
    (tmp_path / "directions.jsonl").write_text("\n".join(map(json.dumps, givers)), encoding="utf-8")
    gold = load_copies(tmp_path / "pairs.tsv", tmp_path)
    assert gold == CopyGold(frozenset({pair("a", "b")}), {pair("a", "c"): False}, {pair("a", "b"): "b"})


def test_missing_gold_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is missing"):
        load_copies(tmp_path / "pairs.tsv", tmp_path)
