"""Judgements over the example coverage, read and linked by the house: they outlast linking, and leave nothing behind when taken back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import quoth
from quoth.records import Claim, Span
from quoth.run import subjects
from quoth.run.house import HOUSE
from quoth.run.judge import Decision, judge, undo
from quoth.run.judgements import read_again, settle
from quoth.run.verify import verify
from quoth.store import ReadView, Store, open_store

COVERAGE = Path(__file__).parents[2] / "examples" / "lower-dam" / "coverage"
KINDS = ("actors", "copies", "events", "stories", "claims", "disagreements", "referents", "statements", "quantities", "contacts")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.db"
    with quoth.open(path) as ledger:
        ledger.add(COVERAGE)
    return path


@pytest.fixture
def store(example: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(example, tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as opened:
        yield opened


def whole(store: Store) -> dict[str, list[Any]]:
    read = store.read()
    return {kind: list(getattr(read, kind)()) for kind in KINDS}


def largest(read: ReadView) -> Claim:
    return max(read.claims(), key=lambda claim: (len(claim.statements), claim.id))


def shorter(read: ReadView) -> Decision:
    statement = read.statement(largest(read).statements[0].statement)
    assert statement is not None
    start, end = statement.content.spans[0]
    half = statement.content.text.index(" ", (end - start) // 2)
    return subjects.right(read, statement.id, content=[Span(start, start + half)])


MADE: dict[str, Callable[[ReadView], Decision]] = {
    "merge people": lambda read: subjects.same_actors(read, ["Marek Dolan", "Anna Reeve"]),
    "merge claims": lambda read: subjects.same_claims(read, [claim.id for claim in read.claims()][:2]),
    "right content": shorter,
    "reject copy": lambda read: subjects.reject(read, "copy", next(read.copies()).id),
}


@pytest.mark.parametrize("name", MADE)
def test_a_judgement_outlasts_linking_and_leaves_nothing_behind_when_taken_back(name: str, store: Store) -> None:
    before = whole(store)
    made = judge(store, MADE[name](store.read()), by="Ada", reread=read_again)
    judged = whole(store)
    assert judged != before
    undoing = undo(store, made.id, by="Bo", reread=read_again)
    assert whole(store) == before
    undo(store, undoing.id, by="Bo", reread=read_again)
    assert whole(store) == judged
    assert settle(store, rooms=HOUSE)
    settled = whole(store)
    for kind in ("statements", "copies"):
        assert settled[kind] == judged[kind]
    assert {one.id for one in settled["actors"]} == {one.id for one in judged["actors"]}
    assert verify(store.read()).faults == ()
    undo(store, made.id, by="Bo", reread=read_again)
    assert settle(store, rooms=HOUSE)
    assert whole(store) == before


def test_an_article_that_is_set_aside_is_in_no_link_and_comes_back_into_all_of_them(store: Store) -> None:
    before, gone = whole(store), next(store.read().copies()).source
    made = judge(store, subjects.set_aside(store.read(), gone), by="Ada", note="the wrong file", reread=read_again)
    assert gone not in repr(whole(store))
    assert settle(store, rooms=HOUSE)
    assert gone not in repr(whole(store))
    assert verify(store.read()).faults == ()
    undo(store, made.id, by="Bo", reread=read_again)
    assert store.read().document(gone) is not None
    assert settle(store, rooms=HOUSE)
    assert whole(store) == before


def test_what_a_righted_content_says_is_read_again(store: Store) -> None:
    decision = shorter(store.read())
    found = store.read().statement(decision.subject[0])
    judge(store, decision, by="Ada", reread=read_again)
    judged = store.read().statement(decision.subject[0])
    assert found is not None
    assert judged is not None
    assert found.proposition is not None
    assert judged.proposition is not None
    assert set(judged.proposition.words) < set(found.proposition.words)
