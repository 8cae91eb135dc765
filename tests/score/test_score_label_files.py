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
    ],
)
def test_claims_have_as_many_labels_as_asked_in_both_halves(name: str, least: int, labels: set[str]) -> None:
    rows = load(f"claims/{name}.jsonl")
    assert len(rows) == len({row["id"] for row in rows}) >= least
    assert {row["label"] for row in rows} == labels
    assert min(Counter(row["split"] for row in rows).values()) >= least // 5


@pytest.mark.parametrize(
    "path", ["origins/claims.jsonl", "claims/pairs.jsonl", "claims/stances.jsonl", "claims/disagreements.jsonl"]
)
def test_no_line_holds_more_than_names_and_our_own_claims(path: str) -> None:
    for row in load(path):
        ours = {"text", "claim"}
        assert all(" " not in one for key, value in row.items() if key not in ours for one in strings(value))
