"""``kill -9`` at many points: what was interrupted and run again is what would have been without the interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.run.cheap_rooms import CHEAP
from tests.run.dumped import dump

from quoth.run.add import add
from quoth.settings import Settings
from quoth.store import open_store

DRIVER = Path(__file__).parent / "add_cheaply.py"
ROOT = Path(__file__).parents[2]
TEXTS = [f"Arda said bridge {number} fell.\nBorin denied it in text {number}." for number in range(24)]


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("coverage")
    for number, text in enumerate(TEXTS[:8]):
        (folder / f"{number}.txt").write_text(text)
    lines = [json.dumps({"text": text}) for text in TEXTS[8:]]
    (folder / "rest.jsonl").write_text("\n".join([*lines[:5], "", json.dumps({"text": "Cela said BROKEN."}), *lines[5:]]))
    return folder


@pytest.fixture(scope="module")
def undisturbed(coverage: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    path = tmp_path_factory.mktemp("undisturbed") / "ledger.db"
    with open_store(path, create=True) as store:
        add(store, [coverage], rooms=CHEAP, settings=Settings(batch=4))
    return dump(path)


def start(ledger: Path, coverage: Path, workers: int, *, fatal: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, str(DRIVER), str(ledger), str(coverage), str(workers), "4", str(fatal)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True)


def finish(ledger: Path, coverage: Path, workers: int = 1) -> None:
    process = start(ledger, coverage, workers)
    process.communicate()
    assert process.returncode == 0


PLACES = 30
"""Points, evenly spread over the statements of a run, at which it is killed; most of them lie inside a transaction."""


@pytest.fixture(scope="module")
def statements(coverage: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    process = start(tmp_path_factory.mktemp("counted") / "ledger.db", coverage, 1)
    told, _ = process.communicate()
    return int(told.splitlines()[-1])


@pytest.mark.parametrize("place", range(PLACES))
def test_a_kill_loses_and_doubles_nothing(
    place: int, statements: int, tmp_path: Path, coverage: Path, undisturbed: dict[str, list[tuple[object, ...]]]
) -> None:
    ledger = tmp_path / "ledger.db"
    process = start(ledger, coverage, 1, fatal=1 + place * (statements - 1) // (PLACES - 1))
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    finish(ledger, coverage)
    assert dump(ledger) == undisturbed


def test_kills_one_after_the_other_lose_and_double_nothing(
    statements: int, tmp_path: Path, coverage: Path, undisturbed: dict[str, list[tuple[object, ...]]]
) -> None:
    ledger = tmp_path / "ledger.db"
    for _ in range(3):  # each goes on where the one before was killed, a quarter of the way at most
        process = start(ledger, coverage, 1, fatal=statements // 4)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
    finish(ledger, coverage)
    assert dump(ledger) == undisturbed


def test_a_kill_of_the_main_process_ends_its_workers_and_loses_nothing(
    tmp_path: Path, coverage: Path, undisturbed: dict[str, list[tuple[object, ...]]]
) -> None:
    ledger = tmp_path / "ledger.db"
    process = start(ledger, coverage, 2)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("extract 4"):
            break
    process.kill()
    process.wait()
    # Workers hold the same pipe: it ends when the last of them is gone.
    assert process.stdout.read() is not None
    process.stdout.close()
    finish(ledger, coverage, workers=2)
    assert dump(ledger) == undisturbed


def test_an_interrupt_from_the_keyboard_ends_all_and_loses_nothing(
    tmp_path: Path, coverage: Path, undisturbed: dict[str, list[tuple[object, ...]]]
) -> None:
    ledger = tmp_path / "ledger.db"
    process = start(ledger, coverage, 2)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("extract"):
            break
    os.killpg(process.pid, signal.SIGINT)
    process.stdout.read()
    process.stdout.close()
    assert process.wait() != 0
    finish(ledger, coverage)
    assert dump(ledger) == undisturbed
