"""Beside the desk, what large stories' pages are read from is kept up with the ledger."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from quoth.run import subjects
from quoth.run.judge import judge
from quoth.store import Store, open_store, stories_without
from quoth.view.sheet import KEPT_FROM
from quoth.web.keeping import keep_up

PATIENCE = 60.0


def wait_until_kept(store: Store) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if not stories_without(store.engine, least=KEPT_FROM):
            return True
        time.sleep(0.05)
    return False


def test_sheets_are_made_when_a_desk_opens_and_again_after_a_judgement(handmade: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "copy.db"
    shutil.copy(handmade, ledger)
    with open_store(ledger) as store:
        assert stories_without(store.engine, least=KEPT_FROM)
        end = keep_up(ledger, seconds=0.05)
        try:
            assert wait_until_kept(store)
            read = store.read()
            told = next(one for one in read.statements() if one.speaker)
            judge(store, subjects.reject(read, "statement", told.id), by="Ada")
            assert wait_until_kept(store)
        finally:
            end()


def test_looking_after_a_ledger_makes_none(tmp_path: Path) -> None:
    end = keep_up(tmp_path / "missing.db", seconds=0.01)
    time.sleep(0.2)
    end()
    assert list(tmp_path.iterdir()) == []
