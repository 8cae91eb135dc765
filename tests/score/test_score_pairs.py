from __future__ import annotations

import json
from pathlib import Path

import pytest

from quoth.errors import UsageError
from quoth.score.pairs import (
    Relation,
    accuracy_by_kind,
    best_threshold,
    by_threshold,
    confusion,
    count_relation,
    load_quoted,
    load_sick,
    load_written,
    overlap,
)

ROOT = Path(__file__).parent.parent.parent


def test_the_written_pairs_are_read_with_their_days() -> None:
    pairs = load_written(ROOT / "quality" / "pairs" / "minimal.jsonl")
    assert len({pair.kind for pair in pairs}) == 10
    assert all(pair.first.published == pair.second.published or pair.first.published for pair in pairs if pair.kind == "date")


def test_the_quoted_pairs_name_their_articles_and_places() -> None:
    pairs = load_quoted(ROOT / "quality" / "claims" / "pairs.jsonl")
    assert {pair.split for pair in pairs} == {"tune", "keep"}
    assert all(one.span.start < one.span.end and one.sha256 for pair in pairs for one in (pair.first, pair.second))


def test_a_file_that_is_no_list_of_pairs_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="could not be read"):
        load_written(tmp_path / "none.jsonl")
    (tmp_path / "bad.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="could not be read"):
        load_quoted(tmp_path / "bad.jsonl")
    with pytest.raises(UsageError, match="QUOTH_DATA"):
        load_sick(tmp_path / "none.txt")


def test_sick_is_read_with_what_its_labels_mean_here(tmp_path: Path) -> None:
    path = tmp_path / "sick.txt"
    path.write_text(
        "pair_ID\tsentence_A\tsentence_B\trelatedness_score\tentailment_judgment\n"
        '1\tA dog is "out"\tNo dog is out\t3.1\tCONTRADICTION\n2\tA dog runs\tAn animal runs\t4\tENTAILMENT\n',
        encoding="utf-8",
    )
    assert load_sick(path) == (('A dog is "out"', "No dog is out", "opposed"), ("A dog runs", "An animal runs", "same"))


def test_accuracy_is_counted_by_kind_and_of_all(tmp_path: Path) -> None:
    rows = [
        {"id": f"{kind}-{number}", "kind": kind, "a": side, "b": side, "relation": "same", "split": "tune"}
        for kind, number in (("date", 1), ("date", 2), ("place", 1))
        for side in [{"text": "The ferry sank.", "published": None}]
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found: dict[str, Relation] = {"date-1": "same", "date-2": "opposed", "place-1": "same"}
    assert accuracy_by_kind(load_written(path), found) == {"date": 0.5, "all": 2 / 3, "place": 1.0}


def test_a_relation_is_counted_where_it_is_and_where_it_was_found() -> None:
    gold: list[Relation] = ["same", "same", "opposed", "related"]
    found: list[Relation] = ["same", "related", "same", "related"]
    count = count_relation(gold, found, "same")
    assert (count.precision, count.recall) == (0.5, 0.5)
    assert count_relation(gold, found, "opposed").f1 == 0.0
    assert any(line.split() == ["opposed", "1", "0", "0", "0"] for line in confusion(gold, found))


def test_a_threshold_is_chosen_on_what_may_be_tuned_on_alone() -> None:
    assert best_threshold([0.9, 0.2, 0.6], [True, False, True]) == 0.6
    assert best_threshold([0.9], [False]) == float("inf")
    told = [("a b", "a b"), ("a b", "c d"), ("a b", "a c")]
    assert by_threshold(told, [True, True, False], [True, False, False], overlap) == [True, False, False]


def test_words_shared_are_counted_once_and_in_any_case() -> None:
    assert overlap("The dam, the DAM", "the dam fell") == pytest.approx(2 / 3)
    assert overlap("", "") == 0.0
