"""The labelled sets that no measure reads yet are whole: every line as its README says, none with words of an article."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

QUALITY = Path(__file__).parents[2] / "quality"
EDGES = {"verbatim", "partial", "rewrite", "citation", "shared-statement"}


def load(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (QUALITY / path).read_text(encoding="utf-8").splitlines()]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def test_there_are_as_many_origins_as_asked_and_every_telling_is_grouped_once() -> None:
    claims = load("origins/claims.jsonl")
    documents = {row["group"]: set(row["documents"]) for row in load("origins/groups.jsonl")}
    assert len(claims) == len({one["claim"] for one in claims}) >= 60
    for claim in claims:
        tellings = [one.get("t", one["doc"]) for one in claim["carries"]]
        assert {one["doc"] for one in claim["carries"]} | {one["doc"] for one in claim["against"]} <= documents[claim["group"]]
        assert {name.partition("#")[0] for text in claim["texts"] for name in text} == {one["doc"] for one in claim["carries"]}
        assert sorted(name for origin in claim["origins"] for name in origin["of"]) == sorted(tellings)
        assert {one["kind"] for one in claim["edges"]} <= EDGES
        assert claim["texts_low"] <= claim["n_texts"] <= claim["texts_high"]
        assert claim["origins_low"] <= claim["n_origins"] <= claim["origins_high"]


@pytest.mark.parametrize(
    ("name", "least", "labels"),
    [
        ("pairs", 400, {"same", "opposed", "related", "unrelated"}),
        ("stances", 200, {"asserts", "denies", "doubts", "hedges", "declines", "none"}),
        ("disagreements", 100, {"yes", "no"}),
        ("more_pairs", 400, {"same", "opposed", "related", "unrelated"}),
        ("more_stances", 400, {"asserts", "denies", "doubts", "hedges", "declines", "none"}),
        ("fresh_stances", 80, {"asserts", "denies", "doubts", "hedges", "declines"}),
        ("fresher_stances", 120, {"asserts", "denies", "doubts", "hedges", "declines", "none"}),
        ("more_disagreements", 200, {"yes", "no"}),
        ("fresher_disagreements", 60, {"yes", "no"}),
        ("linked", 700, {"one", "two"}),
    ],
)
def test_claims_have_as_many_labels_as_asked_in_both_halves(name: str, least: int, labels: set[str]) -> None:
    rows = load(f"claims/{name}.jsonl")
    assert len(rows) == len({row["id"] for row in rows}) >= least
    assert {row["label"] for row in rows} == labels
    assert min(Counter(row["split"] for row in rows).values()) >= least // 5


@pytest.mark.parametrize("name", ["pairs", "stances", "disagreements"])
def test_the_labels_for_development_touch_no_article_of_the_measured_ones(name: str) -> None:
    more = load(f"claims/more_{name}.jsonl")
    first = {doc for kind in ("pairs", "stances", "disagreements") for row in load(f"claims/{kind}.jsonl") for doc in row["sha256"]}
    held = {doc for row in load("origins/groups.jsonl") if row["split"] == "keep" for doc in row["documents"]}
    assert not {doc for row in more for doc in row["sha256"]} & (first | held)
    splits = {(row["group"], row["split"]) for row in more}
    assert len(splits) == len({group for group, _ in splits}) >= 24


def test_the_fresher_labels_touch_no_article_of_any_others() -> None:
    others = ("pairs", "stances", "disagreements", "more_pairs", "more_stances", "more_disagreements", "fresh_stances", "linked")
    held = {doc for name in others for row in load(f"claims/{name}.jsonl") for doc in row["sha256"]}
    rows = load("claims/fresher_stances.jsonl") + load("claims/fresher_disagreements.jsonl")
    assert not {doc for row in rows for doc in row["sha256"]} & held
    splits = {(row["group"], row["split"]) for row in rows}
    assert len(splits) == len({group for group, _ in splits}) >= 20


def test_two_passages_for_development_are_two_and_say_why() -> None:
    for row in (
        load("claims/more_pairs.jsonl") + load("claims/more_disagreements.jsonl") + load("claims/fresher_disagreements.jsonl")
    ):
        assert row["a"] != row["b"], row["id"]
        assert set(row["sha256"]) == {row["a"]["doc"], row["b"]["doc"]}, row["id"]
        assert all(0 <= start < end for start, end in (row["a"]["at"], row["b"]["at"])), row["id"]
        assert ("by" in row) == (row["label"] == "opposed"), row["id"]
        assert ("kind" in row, "why" in row) == (row["label"] == "yes", row["label"] == "no"), row["id"]


def test_a_stance_for_development_is_a_party_s_or_the_outlet_s() -> None:
    for row in load("claims/more_stances.jsonl") + load("claims/fresh_stances.jsonl") + load("claims/fresher_stances.jsonl"):
        assert row["outlet_speaks"] == (row["by"] is None)
        assert set(row["sha256"]) == {row["doc"]}
        assert all(0 <= start < end for start, end in (row["at"], row["by"] or row["at"]))


@pytest.mark.parametrize(
    "path",
    [
        "origins/claims.jsonl",
        "claims/fresh_stances.jsonl",
        "claims/fresher_stances.jsonl",
        "claims/fresher_disagreements.jsonl",
        *(f"claims/{more}{name}.jsonl" for more in ("", "more_") for name in ("pairs", "stances", "disagreements")),
    ],
)
def test_no_line_holds_more_than_names_and_our_own_claims(path: str) -> None:
    for row in load(path):
        ours = {"text", "claim"}
        assert all(" " not in one for key, value in row.items() if key not in ours for one in strings(value))
