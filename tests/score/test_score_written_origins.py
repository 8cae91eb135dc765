"""The written coverage with known origins is whole: words inside texts, names that exist, counts that follow from the edges."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from tests.score.test_score_label_files import EDGES, load

from quoth.read.jsonl import JsonLines
from quoth.records import SetAside

WRITTEN = "origins/written"
ARTICLES = {row["id"]: row for row in load(f"{WRITTEN}/articles.jsonl")}
GROUPS = {row["group"]: row for row in load(f"{WRITTEN}/groups.jsonl")}
CLAIMS = load(f"{WRITTEN}/claims.jsonl")
COPIES = {"verbatim", "partial", "rewrite"}


def document(telling: str) -> str:
    return telling.partition("#")[0]


def tellings(claim: dict[str, Any]) -> list[str]:
    return [one.get("t", one["doc"]) for one in claim["carries"]]


def pieces(names: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[set[str]]:
    graph = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from(edges)
    return list(nx.connected_components(graph))


def text_pieces(claim: dict[str, Any], kinds: set[str], *, sure: bool = False) -> list[set[str]]:
    edges = [
        (document(e["a"]), document(e["b"])) for e in claim["edges"] if e["kind"] in kinds and (not sure or e["sure"] == "sure")
    ]
    return pieces((one["doc"] for one in claim["carries"]), edges)


def origin_pieces(claim: dict[str, Any], *, sure: bool = False) -> list[set[str]]:
    return pieces(tellings(claim), [(e["a"], e["b"]) for e in claim["edges"] if not sure or e["sure"] == "sure"])


def spans(claim: dict[str, Any]) -> Iterable[tuple[str, list[int]]]:
    for one in claim["carries"]:
        yield from ((one["doc"], span) for span in [*one["words"], *one["source"]])
    for one in claim["against"]:
        yield from ((one["doc"], span) for span in one["words"])
    for edge in claim["edges"]:
        yield from ((document(edge[side]), span) for side in "ab" for span in edge[f"{side}_words"])


def test_the_articles_are_read_as_they_stand() -> None:
    path = Path(__file__).parents[2] / "quality" / WRITTEN / "articles.jsonl"
    read = list(JsonLines(largest=1 << 20).read(path, path.name))
    documents = list(chain.from_iterable(one[1] for one in read if not isinstance(one, SetAside)))
    assert [one.text for one in documents] == [row["text"] for row in ARTICLES.values()]
    assert all(one.published is not None for one in documents)


def test_every_article_is_in_one_group_with_the_hash_of_its_text() -> None:
    hashes = dict(chain.from_iterable(group["documents"].items() for group in GROUPS.values()))
    assert hashes == {name: sha256(row["text"].encode()).hexdigest() for name, row in ARTICLES.items()}
    assert len(ARTICLES) == sum(len(group["documents"]) for group in GROUPS.values()) >= 70


def test_there_are_as_many_claims_as_asked_in_both_halves() -> None:
    assert len(CLAIMS) == len({one["claim"] for one in CLAIMS}) >= 40
    assert {one["split"] for one in CLAIMS} == {"tune", "keep"}
    assert sum(group["split"] == "tune" for group in GROUPS.values()) == len(GROUPS) / 2


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda one: one["claim"])
class TestClaim:
    def test_names_are_those_of_its_group(self, claim: dict[str, Any]) -> None:
        group = GROUPS[claim["group"]]
        assert claim["split"] == group["split"]
        assert {document(name) for name in tellings(claim)} == {one["doc"] for one in claim["carries"]} <= set(group["documents"])
        assert {one["doc"] for one in claim["against"]} <= set(group["documents"])
        assert {e[side] for e in claim["edges"] for side in "ab"} <= set(tellings(claim))

    def test_its_words_lie_inside_the_texts(self, claim: dict[str, Any]) -> None:
        assert all(one["words"] for one in [*claim["carries"], *claim["against"]])
        assert all(edge["a_words"] and edge["b_words"] for edge in claim["edges"])
        for doc, (start, end) in spans(claim):
            text = ARTICLES[doc]["text"]
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()

    def test_every_telling_is_grouped_once(self, claim: dict[str, Any]) -> None:
        assert sorted(chain.from_iterable(one["of"] for one in claim["origins"])) == sorted(tellings(claim))
        assert sorted(chain.from_iterable(claim["texts"])) == sorted({one["doc"] for one in claim["carries"]})

    def test_its_counts_follow_from_its_edges(self, claim: dict[str, Any]) -> None:
        unsourced = {name for one in claim["origins"] if one["kind"] == "unsourced" for name in one["of"]}
        sourced = [one for one in claim["origins"] if one["kind"] != "unsourced"]
        assert claim["documents"] == len({one["doc"] for one in claim["carries"]})
        assert claim["n_texts"] == len(claim["texts"])
        assert claim["texts_low"] == len(text_pieces(claim, COPIES))
        assert claim["texts_high"] == len(text_pieces(claim, COPIES, sure=True))
        assert claim["texts_without_rewrites"] == len(text_pieces(claim, COPIES - {"rewrite"}))
        assert claim["n_origins"] == max(1, len(sourced))
        assert claim["origins_low"] == max(1, sum(not one <= unsourced for one in origin_pieces(claim)))
        assert claim["origins_high"] == len(origin_pieces(claim, sure=True))

    def test_the_truth_lies_between_what_all_and_what_sure_edges_join(self, claim: dict[str, Any]) -> None:
        assert {e["kind"] for e in claim["edges"]} <= EDGES
        assert {e["sure"] for e in claim["edges"]} <= {"sure", "possible"}
        assert {e["giver"] for e in claim["edges"]} <= {"a", "b", None}
        truths = [
            (claim["texts"], text_pieces(claim, COPIES, sure=True), text_pieces(claim, COPIES)),
            ([one["of"] for one in claim["origins"]], origin_pieces(claim, sure=True), origin_pieces(claim)),
        ]
        for true, fine, coarse in truths:
            groups = [set(one) for one in true]
            assert all(any(piece <= group for group in groups) for piece in fine)
            assert all(any(group <= piece for piece in coarse) for group in groups)


@pytest.mark.parametrize("group", GROUPS.values(), ids=lambda one: one["group"])
def test_copies_and_lookalikes_name_documents_of_the_group_and_are_apart(group: dict[str, Any]) -> None:
    copies = {frozenset((one["doc"], one["from"])) for one in group["copies"] if one["from"]}
    alike = {frozenset((one["a"], one["b"])) for one in group["lookalikes"]}
    assert set(chain.from_iterable(copies | alike)) <= set(group["documents"])
    assert not copies & alike
    assert {one["kind"] for one in group["copies"]} <= COPIES
