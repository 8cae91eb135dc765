"""The runner's laws with the real rooms, on the example coverage: few cases, for the models take their time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.run.dumped import dump

ROOT = Path(__file__).parents[2]
COVERAGE = ROOT / "examples" / "lower-dam" / "coverage"

pytestmark = pytest.mark.slow


def start(ledger: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "quoth", "add", str(COVERAGE), "--db", str(ledger), "--progress", "json", *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env={**os.environ})


def finish(ledger: Path, *options: str) -> dict[str, list[tuple[Any, ...]]]:
    process = start(ledger, *options)
    _, err = process.communicate()
    assert process.returncode in {0, 3}, err
    return dump(ledger)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    found = finish(tmp_path_factory.mktemp("undisturbed") / "ledger.db")
    assert len(found["documents"]) > 20
    assert all(found[table] for table in ("statements", "actors", "stories", "claims", "finished"))
    return found


def test_kills_lose_and_double_nothing(tmp_path: Path, undisturbed: dict[str, list[tuple[Any, ...]]]) -> None:
    ledger = tmp_path / "ledger.db"
    for seen in (
        '"stage": "read", "done": 3',
        '"stage": "extract", "done": 3',
        '"stage": "extract", "done": 35',
        '"stage": "link"',
    ):
        process = start(ledger)
        assert process.stderr is not None
        assert any(seen in line for line in process.stderr), seen
        process.kill()
        process.stderr.close()
        process.wait()
    assert finish(ledger) == undisturbed


def test_workers_and_batches_change_nothing(tmp_path: Path, undisturbed: dict[str, list[tuple[Any, ...]]]) -> None:
    assert finish(tmp_path / "ledger.db", "--workers", "2", "--batch", "5") == undisturbed
