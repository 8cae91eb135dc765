"""Many people judge one ledger at a time, from threads and from processes: nothing is lost, and who comes second is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from quoth.errors import Conflict
from quoth.records import Stance
from quoth.run import subjects
from quoth.run.judge import judge, replay, undo
from quoth.run.verify import verify
from quoth.store import Store, open_store

EDITORS = 50
STANCES: tuple[Stance, ...] = ("denies", "doubts", "warns", "accuses", "orders")
"""None that stands in the ledger already: who judges what stands is given the judgement that does."""


@pytest.fixture
def store(handmade: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(handmade, tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as opened:
        with opened.write() as writer:
            replay(writer)
        yield opened


def test_fifty_editors_in_threads_lose_no_judgement(store: Store) -> None:
    statements = [one.id for one in store.read().statements()]
    together, before = Barrier(EDITORS), len(store.read().judgements())

    def edit(number: int) -> str:
        decision = subjects.right(store.read(), statements[number % len(statements)], stance=STANCES[number // len(statements)])
        together.wait()
        return judge(store, decision, by=f"editor {number}").id

    with ThreadPoolExecutor(EDITORS) as pool:
        made = list(pool.map(edit, range(EDITORS)))
    kept = {one.id: one for one in store.read().judgements()}
    assert len(set(made)) == EDITORS
    assert set(made) <= set(kept)
    assert len(kept) == before + EDITORS
    assert len({one.at for one in kept.values()}) == len(kept)
    chains = Counter(kept[one].answers for one in made)
    assert all(count == 1 for answered, count in chains.items() if answered), "each answers the one before it, none is passed over"
    last = {one.subject: one for one in sorted(kept.values(), key=lambda one: one.at) if one.kind == "statement"}
    for statement in store.read().statements():
        assert f'"{statement.stance}"' in last[statement.id].verdict
    assert verify(store.read()).faults == ()


def test_of_fifty_editors_who_saw_the_same_one_is_first_and_the_others_are_told(store: Store) -> None:
    statement = next(store.read().statements())
    together = Barrier(EDITORS)

    def edit(number: int) -> bool:
        decision = subjects.right(store.read(), statement.id, speaker=("Ilmar", "Anna Reeve")[number % 2])
        together.wait()
        try:
            judge(store, decision, by=f"editor {number}", expected=None)
        except Conflict as told:
            return told.standing is None
        return True

    with ThreadPoolExecutor(EDITORS) as pool:
        first = list(pool.map(edit, range(EDITORS)))
    assert sum(first) == 1
    assert len([one for one in store.read().judgements() if one.subject == statement.id]) == 1


def test_editors_in_processes_lose_no_judgement(store: Store, tmp_path: Path) -> None:
    statements = [one.id for one in store.read().statements()]
    command = [sys.executable, "-m", "tests.run.judge_together", str(tmp_path / "x.db")]
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen([*command, f"process {number}", *statements[number::4]], cwd=root, stderr=subprocess.PIPE, text=True)
        for number in range(4)
    ]
    for one in running:
        _, said = one.communicate(timeout=120)
        assert one.returncode == 0, said
    righted = {one.subject for one in store.read().judgements() if one.kind == "statement" and one.by.startswith("process")}
    assert righted == set(statements)
    assert {one.stance for one in store.read().statements()} == {"doubts"}


def test_to_judge_and_to_take_back_at_a_time_leaves_what_stands(store: Store) -> None:
    statements = [one.id for one in store.read().statements()]
    before = {one.id: one.stance for one in store.read().statements()}

    def edit(name: str) -> None:
        made = judge(store, subjects.right(store.read(), name, stance="doubts"), by="Ada")
        undo(store, made.id, by="Bo")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(edit, statements))
    assert {one.id: one.stance for one in store.read().statements()} == before
