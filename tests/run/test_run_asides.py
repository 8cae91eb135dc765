"""Articles that people set aside: they count nowhere, whatever is added or judged after, and come back as they were."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.run.cheap_rooms import CHEAP
from tests.run.dumped import dump
from tests.run.replayed import replayed

from quoth.errors import UsageError
from quoth.export.rows import rows
from quoth.export.shapes import KINDS
from quoth.run import subjects
from quoth.run.add import add
from quoth.run.judge import judge, undo
from quoth.run.judgements import import_judgements, settle
from quoth.run.status import read_status
from quoth.run.verify import verify
from quoth.settings import Settings
from quoth.store import Store, open_store

BESIDE = {"judgements", "unjudged", "set_aside", "originals", "finished"}
"""Tables that say what was judged and keep what was set aside; and originals, which are never taken away."""


@pytest.fixture
def written(handmade: Path, tmp_path: Path) -> Iterator[Store]:
    with replayed(handmade, tmp_path) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    folder.mkdir()
    for name, text in {"a": "Arda said rain.", "b": "Bren said rain.", "c": "Cora denied rain."}.items():
        (folder / f"{name}.txt").write_text(f"{name.upper()}ldon news. {text}")
    return folder


def added(path: Path, folder: Path) -> Store:
    store = open_store(path, create=True)
    add(store, [folder], rooms=CHEAP)
    return store


def article(store: Store, words: str) -> str:
    return next(one.id for one in store.read().documents() if words in one.text)


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that is read and counted."""
    beside = {*BESIDE, "ruled", "stirred", "asked", "corpus"}  # what was judged or changed since, and a name that is kept
    return {name: found for name, found in dump(path).items() if name not in beside}


def named(path: Path, ids: list[str]) -> set[str]:
    """The tables in which anything still names one of these identifiers."""
    held = {name: repr(found) for name, found in dump(path).items()}
    return {name for name, words in held.items() if any(one in words for one in ids)}


def test_an_article_that_is_set_aside_is_named_nowhere_in_what_is_read_counted_and_exported(written: Store) -> None:
    read = written.read()
    for document in [one.id for one in read.documents()]:
        with sqlite3.connect(written.path) as connection:
            held = [row[0] for row in connection.execute("SELECT id FROM statements WHERE document = ?", [document])]
        made = judge(written, subjects.set_aside(read, document), by="Ada", note="the wrong file")
        assert named(written.path, [document, *held]) <= {*BESIDE, "ruled", "stirred"}
        for kind in set(KINDS) - {"judgements"}:
            exported = repr(list(rows(written.read(), kind)))
            assert not any(gone in exported for gone in [document, *held]), kind
        assert verify(written.read()).faults == ()
        undo(written, made.id, by="Ada")


def test_what_was_set_aside_comes_back_whole(written: Store) -> None:
    before = content(written.path)
    for document in [one.id for one in written.read().documents()]:
        made = judge(written, subjects.set_aside(written.read(), document), by="Ada", note="the wrong file")
        assert written.read().document(document) is None
        assert content(written.path) != before
        undo(written, made.id, by="Bo")
        assert content(written.path) == before


def test_it_is_listed_with_who_did_it_and_why(written: Store) -> None:
    listed = written.read().set_aside()
    made = judge(written, subjects.set_aside(written.read(), "Arden rejects"), by="Ada", note="a court asked for it")
    (one,) = [each for each in written.read().set_aside() if each not in listed]
    assert one.name == "Arden rejects the claim (Arden Herald)"
    assert one.reason == "judged"
    assert "Ada" in one.message
    assert "a court asked for it" in one.message
    assert f"quoth judge undo {made.id[:8]}" in one.message
    undo(written, made.id, by="Ada")
    assert written.read().set_aside() == listed


def test_without_a_reason_nothing_is_set_aside(written: Store) -> None:
    with pytest.raises(UsageError, match="Say why"):
        judge(written, subjects.set_aside(written.read(), "Arden rejects"), by="Ada", note="  ")
    assert written.read().judgements()[-1].kind != "article"


def test_other_judgements_on_it_hold_again_once_it_is_back(written: Store) -> None:
    read = written.read()
    document = next(one for one in read.documents() if one.outlet == "Arden Herald")
    statement = next(one for one in read.statements([document.id]) if one.stance == "denies")
    judge(written, subjects.right(read, statement.id, stance="doubts"), by="Ada")
    before = content(written.path)
    made = judge(written, subjects.set_aside(written.read(), document.id), by="Ada", note="the wrong file")
    other = judge(written, subjects.same_actors(written.read(), ["Marek Dolan", "Anna Reeve"]), by="Ada")
    undo(written, other.id, by="Ada")
    assert written.read().document(document.id) is None
    undo(written, made.id, by="Ada")
    now = written.read().statement(statement.id)
    assert now is not None
    assert now.stance == "doubts"
    assert content(written.path) == before


def test_links_worked_out_anew_are_those_of_a_ledger_that_never_held_it(tmp_path: Path, folder: Path) -> None:
    store = added(tmp_path / "x.db", folder)
    judge(store, subjects.set_aside(store.read(), article(store, "Bren")), by="Ada", note="by mistake")
    assert not read_status(store.read()).linked
    settle(store, rooms=CHEAP)
    (folder / "b.txt").unlink()
    without = added(tmp_path / "y.db", folder)
    assert content(store.path) == content(without.path)


def test_it_stays_aside_when_it_is_added_again_and_so_do_its_later_versions(tmp_path: Path, folder: Path) -> None:
    store = added(tmp_path / "x.db", folder)
    made = judge(store, subjects.set_aside(store.read(), article(store, "Bren")), by="Ada", note="by mistake")
    again = add(store, [folder], rooms=CHEAP, retry=True)
    assert again.documents == 0
    assert [one.reason for one in again.set_aside] == ["judged"]
    (folder / "b.txt").write_text("Bldon news. Bren said hail.")
    later = add(store, [folder], rooms=CHEAP)
    assert (later.documents, later.extracted) == (0, 0)
    assert store.read().counts()["documents"] == 2
    undo(store, made.id, by="Ada")
    add(store, [folder], rooms=CHEAP)
    (folder / "b.txt").write_text("Bldon news. Bren said rain.")
    whole = added(tmp_path / "y.db", folder)
    (folder / "b.txt").write_text("Bldon news. Bren said hail.")
    add(whole, [folder], rooms=CHEAP)
    assert content(store.path) == content(whole.path)
    assert store.read().set_aside() == ()


def test_a_judgement_from_elsewhere_holds_before_the_article_comes(tmp_path: Path, folder: Path) -> None:
    store = added(tmp_path / "x.db", folder)
    judge(store, subjects.set_aside(store.read(), article(store, "Bren")), by="Ada", note="by mistake")
    file = tmp_path / "judgements.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows(store.read(), "judgements")))
    other = open_store(tmp_path / "y.db", create=True)
    assert import_judgements(other, file).unmatched == 1
    assert add(other, [folder], rooms=CHEAP).documents == 2
    third = added(tmp_path / "z.db", folder)
    assert import_judgements(third, file).unmatched == 0
    assert third.read().counts()["documents"] == 2


def test_what_is_found_in_it_while_it_is_set_aside_is_passed_over(tmp_path: Path, folder: Path) -> None:
    store = added(tmp_path / "x.db", folder)
    document = article(store, "Bren")
    found = CHEAP.prepare_extract(Settings())(next(store.read().documents([document])), ())
    judge(store, subjects.set_aside(store.read(), document), by="Ada", note="by mistake")
    before = content(store.path)
    with store.write() as writer:
        writer.add_findings([found], fingerprint="later")
    assert content(store.path) == before
