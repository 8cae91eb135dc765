"""The same question has the same answer, and a new one as soon as the ledger has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from starlette.responses import Response
from starlette.testclient import TestClient

from quoth.records import SetAside
from quoth.store import open_store
from quoth.web import create_app
from quoth.web.memory import ROOM, Memory


def test_a_page_shows_what_was_written_after_it_was_last_asked_for(handmade: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    shutil.copy(handmade, path)
    with TestClient(create_app(path, hosts=["testserver"])) as client, open_store(path) as store:
        before = client.get("/set-aside").text
        assert client.get("/set-aside").text == before
        with store.write() as writer:
            writer.add_set_aside([SetAside("late.txt", None, "read", "empty", "It is empty.")])
        assert "late.txt" in client.get("/set-aside").text


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    memory = Memory()
    size = ROOM // 10
    for number in range(12):
        memory.keep(number, Response(b"x" * size))
        memory.recall(0)
    assert memory.recall(0) is not None
    assert memory.recall(1) is None
    assert memory.recall(11) is not None


def test_an_answer_that_is_too_large_is_not_kept() -> None:
    memory = Memory()
    memory.keep("large", Response(b"x" * (ROOM // 2)))
    assert memory.recall("large") is None
    memory.keep("same", Response(b"a"))
    memory.keep("same", Response(b"b"))
    found = memory.recall("same")
    assert found is not None
    assert found.body == b"b"
