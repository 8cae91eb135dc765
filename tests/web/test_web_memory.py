"""The same question has the same answer, and a new one as soon as anybody has written the ledger."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient
from tests.web.filling import send
from tests.web.signing import accounts_of, browser, sign_in

from quoth.errors import LedgerError
from quoth.records import SetAside
from quoth.run import subjects
from quoth.run.judge import judge, undo
from quoth.store import Store, open_store
from quoth.web import create_app
from quoth.web.memory import EACH, ROOM, Memory, Watch
from quoth.web.templating import render

LATE = """
import sys
from pathlib import Path
from quoth.records import SetAside
from quoth.store import open_store
with open_store(Path(sys.argv[1])) as store, store.write() as writer:
    writer.add_set_aside([SetAside("late.txt", None, "read", "empty", "It is empty.")])
"""


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were drawn, one after the other."""
    found: list[str] = []

    def noted(template: str, **context: object) -> str:
        found.append(template)
        return render(template, **context)

    monkeypatch.setattr("quoth.web.draw.render", noted)
    return found


def test_a_page_is_drawn_once_while_nothing_is_written(own_desk: TestClient, drawn: list[str]) -> None:
    assert own_desk.get("/claims").text == own_desk.get("/claims").text
    assert own_desk.get("/claims.json").json() == own_desk.get("/claims.json").json()
    assert drawn == ["claims.html"]


def test_a_page_shows_at_once_what_another_process_wrote(path: Path, own_desk: TestClient) -> None:
    before = own_desk.get("/set-aside").text
    assert own_desk.get("/set-aside").text == before
    subprocess.run([sys.executable, "-c", LATE, str(path)], check=True)
    assert "late.txt" in own_desk.get("/set-aside").text


def test_a_page_shows_at_once_what_is_written_again_and_again(path: Path, own_desk: TestClient) -> None:
    with open_store(path) as store:
        for number in range(20):
            with store.write() as writer:
                writer.add_set_aside([SetAside(f"late-{number}.txt", None, "read", "empty", "It is empty.")])
            assert f"late-{number}.txt" in own_desk.get("/set-aside").text


def test_an_edit_and_its_undoing_are_seen_at_once(path: Path, own_desk: TestClient) -> None:
    with open_store(path) as store:
        one = next(one for one in store.read().statements() if one.stance == "asserts")
        address = f"/statements/{one.id}.json"
        found = own_desk.get(address).json()
        made = judge(store, subjects.right(store.read(), one.id, stance="doubts"), by="Ada")
        righted = own_desk.get(address).json()
        undo(store, made.id, by="Ada")
    assert "doubts" in str(righted)
    assert found != righted
    assert own_desk.get(address).json() == found


def test_what_a_form_of_the_desk_does_is_seen_at_once(path: Path, own_desk: TestClient) -> None:
    with open_store(path, read_only=True) as store:
        one = next(one for one in store.read().statements() if one.stance == "asserts")
    before = own_desk.get("/judgements/all.jsonl").text
    assert send(own_desk, f"/correct/statement/{one.id}", "stance", stance="doubts", by="Ada").status_code == 303
    assert "Ada" in own_desk.get("/judgements").text
    assert own_desk.get("/judgements/all.jsonl").text != before


def test_what_is_shown_to_one_role_is_not_shown_to_another(path: Path) -> None:
    accounts = accounts_of(path)
    desk = browser(path, accounts)
    sign_in(desk, "Rhea")
    as_reader = desk.get("/claims").text
    assert desk.get("/claims").text == as_reader
    accounts.set_role("Rhea", "editor")
    as_editor = desk.get("/claims").text
    assert ('href="/review"' in as_reader, 'href="/review"' in as_editor) == (False, True)
    accounts.set_role("Rhea", "reader")
    assert desk.get("/claims").text == as_reader


def test_a_form_s_token_goes_to_one_browser_alone(path: Path) -> None:
    app = create_app(path, hosts=["testserver"])
    pages = [TestClient(app).get("/review") for _ in range(2)]
    assert pages[0].text != pages[1].text
    assert all("etag" not in page.headers for page in pages)


def test_a_browser_that_has_a_page_is_told_so_until_it_changes(path: Path, own_desk: TestClient) -> None:
    first = own_desk.get("/set-aside")
    had = {"if-none-match": f'"other", W/{first.headers["etag"]}'}
    again = own_desk.get("/set-aside", headers=had)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert "content-security-policy" in again.headers
    assert own_desk.get("/set-aside", headers={"if-none-match": '"other"'}).text == first.text
    assert own_desk.get("/set-aside.json", headers=had).status_code == 200
    with open_store(path) as store, store.write() as writer:
        writer.add_set_aside([SetAside("late.txt", None, "read", "empty", "It is empty.")])
    changed = own_desk.get("/set-aside", headers=had)
    assert changed.status_code == 200
    assert "late.txt" in changed.text


def test_what_is_written_while_a_page_is_made_is_on_the_next(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks after a write sees it, though an older page is finished only then."""

    def meanwhile(store: Store) -> None:
        with store.write() as writer:
            writer.add_set_aside([SetAside("late.txt", None, "read", "empty", "It is empty.")])

    with open_store(path) as store, TestClient(create_app(path, hosts=["testserver"])) as desk:
        monkeypatch.setattr("quoth.web.draw.render", _first(lambda: meanwhile(store)))
        before = desk.get("/set-aside").text
        assert "late.txt" not in before
        assert "late.txt" in desk.get("/set-aside").text


def _first(does: Callable[[], None]) -> Callable[..., str]:
    """``render``, which the first time does something before."""
    waiting = [does]

    def drawing(template: str, **context: object) -> str:
        if waiting:
            waiting.pop()()
        return render(template, **context)

    return drawing


def test_every_write_makes_another_version_and_reading_makes_none(path: Path) -> None:
    watch = Watch(path)
    with open_store(path) as store:
        first = watch.version()
        assert list(store.read().stories())
        assert watch.version() == first
        with store.write() as writer:
            writer.mark_judged("2031-01-01")
        assert watch.version() != first
    watch.close()


def test_a_ledger_that_is_gone_is_told_of_and_none_is_made_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="still there"):
        Watch(tmp_path / "gone ?#.db").version()
    assert list(tmp_path.iterdir()) == []


def test_what_was_asked_for_longest_ago_is_forgotten_first_and_the_room_is_kept() -> None:
    memory, size = Memory(), ROOM // 10
    memory.recall(1, 0)
    for number in range(12):
        memory.keep(1, number, Response(b"x" * size))
        memory.recall(1, 0)
    assert memory.recall(1, 0) is not None
    assert memory.recall(1, 1) is None
    assert memory.recall(1, 11) is not None
    kept = [number for number in range(12) if memory.recall(1, number)]
    assert len(kept) * (size + EACH) <= ROOM


def test_an_answer_that_is_too_large_is_not_kept_and_the_last_of_two_is() -> None:
    memory = Memory()
    memory.recall(1, "large")
    memory.keep(1, "large", Response(b"x" * (ROOM // 2)))
    assert memory.recall(1, "large") is None
    memory.keep(1, "same", Response(b"a"))
    memory.keep(1, "same", Response(b"b"))
    found = memory.recall(1, "same")
    assert found is not None
    assert found.body == b"b"


def test_no_answer_outlives_its_version_nor_comes_after_it() -> None:
    memory = Memory()
    memory.recall(1, "page")
    memory.keep(1, "page", Response(b"a"))
    assert memory.recall(2, "page") is None
    memory.keep(1, "page", Response(b"a"))
    assert memory.recall(2, "page") is None
