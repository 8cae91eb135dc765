from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import UsageError
from quoth.records import Findings, Passage, Span, Statement
from quoth.score.denials import Negated, is_found, load_negated
from quoth.score.disagreements import by_words, count_found, load_candidates, misses
from quoth.score.stances import accuracy, commonest, confusion, load_stances, most_alike, of_party, within

TEXTS = {
    "a": "Dolan denied that the dam was mined. Reeve said the dam was mined.",
    "b": "Holm said nine died. Lind said five died.",
}


def stance(name: str, at: tuple[int, int], by: tuple[int, int], label: str, split: str = "tune") -> dict[str, Any]:
    return {
        "id": name, "group": "g", "split": split, "doc": "a", "sha256": {"a": "0"}, "at": at, "claim": "The dam was mined.", "by": by,
        "outlet_speaks": False, "label": label,
    }  # fmt: skip


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "stances.jsonl"
    rows = [
        stance("s1", (0, 35), (0, 5), "denies"),
        stance("s2", (37, 66), (37, 42), "asserts"),
        stance("s3", (37, 66), (37, 42), "asserts"),
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def findings() -> Findings:
    made = Statement(
        id="s", document="a", form="indirect", stance="denies", source=Passage("Dolan", (Span(0, 5),)), cue=Passage("denied", (Span(6, 12),)),
        content=Passage("that the dam was mined", (Span(13, 35),)), speaker=None, undecided="no", addressee=None, via=(), parent=None,
        negated=False, score=1.0, time=None, proposition=None,
    )  # fmt: skip
    return Findings("a", statements=(made,))


def test_the_statements_of_a_party_in_its_passage_are_told_from_those_of_others(labels: Path) -> None:
    first, second, _ = load_stances(labels)
    assert [one.id for one in of_party(first, TEXTS["a"], findings())] == ["s"]
    assert of_party(second, TEXTS["a"], findings()) == []
    assert within(second.at, findings().statements) == []


def test_accuracy_stands_beside_the_commonest_label_and_the_most_alike(labels: Path) -> None:
    told = load_stances(labels)
    assert accuracy(told, commonest(told)) == pytest.approx(2 / 3)
    assert accuracy(told, most_alike(told, TEXTS)) == pytest.approx(2 / 3)
    assert accuracy((), commonest(told)) == 0.0
    assert list(confusion(told, commonest(told)))[1:] == ["asserts   asserts       2", "denies    asserts       1"]


def test_labels_that_are_missing_or_broken_are_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No labels"):
        load_stances(tmp_path / "none.jsonl")
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="not JSON Lines"):
        load_stances(tmp_path / "broken.jsonl")


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    row = {
        "id": "d1", "split": "tune", "sha256": {"b": "0"}, "a": {"doc": "b", "at": [0, 19]}, "b": {"doc": "b", "at": [21, 40]},
        "label": "yes", "kind": ["figure"],
    }  # fmt: skip
    path = tmp_path / "disagreements.jsonl"
    path.write_text(
        "\n".join(json.dumps(one) for one in (row, row | {"id": "d2", "label": "no", "kind": None, "why": "day"})), encoding="utf-8"
    )
    return path


def test_found_points_are_counted_as_right_wrong_and_missed(pairs: Path) -> None:
    told = load_candidates(pairs)
    every, none = count_found(told, lambda _: "figure"), count_found(told, lambda _: None)
    assert (every.precision, every.recall) == (0.5, 1.0)
    assert (none.precision, none.recall) == (0.0, 0.0)
    assert list(misses(told, lambda _: "figure")) == ["wrong   day                     1"]
    assert list(misses(told, lambda _: None)) == ["missed  figure                  1"]


def test_the_baseline_of_words_takes_its_best_threshold_on_the_tuned_half(pairs: Path) -> None:
    told = load_candidates(pairs)
    assert count_found(told, by_words(TEXTS, told, numbers=False)).recall in {0.0, 1.0}


ECB = """<Document><token t_id="1" sentence="0">Holm</token><token t_id="2" sentence="0">refused</token><token t_id="3" sentence="0">to</token>
<token t_id="4" sentence="0">comment</token><Markables><NEG_ACTION_REPORTING m_id="9"><token_anchor t_id="4"/></NEG_ACTION_REPORTING>
<NEG_ACTION_REPORTING m_id="10"/></Markables></Document>"""


def test_negated_reporting_is_found_where_its_cue_is_declined_or_denied(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "1_1ecb.xml").write_text(ECB, encoding="utf-8")
    (one,) = load_negated(tmp_path)
    assert (one.words, one.text) == ("comment", "Holm refused to comment")
    (said,) = findings().statements
    denied = Negated("x", TEXTS["a"], Span(6, 12))
    assert is_found(denied, [said])
    assert not is_found(denied, [replace(said, stance="asserts")])
    assert is_found(denied, [replace(said, stance="asserts", negated=True)])
    assert not is_found(Negated("x", TEXTS["a"], Span(30, 35)), [said])
