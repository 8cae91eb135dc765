from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Quoth
from tests.run.cheap_rooms import CHEAP

from quoth.run.add import add
from quoth.run.reading import Reading, Tally
from quoth.settings import VERSIONS, Settings
from quoth.store import open_store


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_text('{"text": "Arda said yes."}\n\n{"text": "Bonjour said no."}\n')
    with open_store(tmp_path / "x.db", create=True) as store:
        add(store, [tmp_path / "a.jsonl"], rooms=CHEAP)
    return tmp_path / "x.db"


def test_a_ledger_tells_what_it_holds_and_what_was_set_aside(ledger: Path, quoth: Quoth) -> None:
    answer = quoth("status", "--db", ledger)
    assert answer.code == 0
    assert "        2  documents" in answer.out
    assert "All work is done." in answer.out
    assert "1 document in other languages" in answer.out
    assert "a.jsonl:2  empty  a.jsonl:2 is empty" in answer.out


def test_json_tells_the_same_to_programs(ledger: Path, quoth: Quoth) -> None:
    told = json.loads(quoth("status", "--db", ledger, "--json").out)
    assert (told["waiting"], told["linked"], told["other_language"]) == (0, True, 1)
    assert told["counts"]["statements"] == 1
    assert [one["name"] for one in told["set_aside"]] == ["a.jsonl:2"]


def test_work_that_was_interrupted_is_told_of(ledger: Path, tmp_path: Path, quoth: Quoth) -> None:
    (tmp_path / "b.txt").write_text("Borin said more.")
    with open_store(ledger) as store:
        Reading(store, CHEAP, Settings(), lambda _: None).read_files([tmp_path / "b.txt"], Tally())
    assert "1 document not yet read for statements" in quoth("status", "--db", ledger).out


def test_what_an_earlier_version_read_is_told_apart_from_what_nobody_read(
    ledger: Path, quoth: Quoth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(VERSIONS, "extract", 99)
    said = quoth("status", "--db", ledger).out
    assert "1 document read for statements by an earlier version of quoth or with other settings." in said
    assert "not yet read for statements" not in said
    assert "All work is done" not in said


def test_links_that_are_not_up_to_date_are_told_of(ledger: Path, quoth: Quoth) -> None:
    with open_store(ledger) as store, store.write() as writer:
        writer.finish("link", "another", "part")
    answer = quoth("status", "--db", ledger)
    assert "Links are not up to date" in answer.out


def test_a_ledger_that_is_not_there_is_told_with_how_to_make_one(tmp_path: Path, quoth: Quoth) -> None:
    answer = quoth("status", "--db", tmp_path / "none.db")
    assert answer.code == 1
    assert "quoth add FOLDER" in answer.err
    assert not (tmp_path / "none.db").exists()
