from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.cli.conftest import Quoth


@pytest.fixture
def ledger(handmade: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(handmade, tmp_path / "copy.db"))


def test_a_ledger_that_holds_leaves_with_nought(ledger: Path, quoth: Quoth) -> None:
    answer = quoth("verify", "--db", ledger)
    assert answer.out.endswith("Everything holds.\n")
    assert answer.code == 0


def test_faults_are_listed_and_leave_with_one(ledger: Path, quoth: Quoth) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE statements SET cue = 'shouted'")
    connection.close()
    answer = quoth("verify", "--db", ledger)
    assert answer.code == 1
    assert "says 'shouted', but" in answer.out
    told = json.loads(quoth("verify", "--db", ledger, "--json").out)
    assert {fault["kind"] for fault in told["faults"]} == {"statement"}
    assert set(told["checked"]) == {"originals", "documents", "texts", "spans", "links"}
