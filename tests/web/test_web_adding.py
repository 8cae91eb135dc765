"""Adding from the desk: files, texts and addresses wait for their turn, go the command's way, can be stopped, and outlive the desk."""

from __future__ import annotations

import io
import json
import multiprocessing
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from tests.web.add_cheaply import add_cheaply

from quoth.run.tray import Tray
from quoth.store import open_store
from quoth.web import create_app
from quoth.web.pages import adding

Upload = tuple[str, bytes]
DONE = {"done", "failed", "stopped"}


@contextmanager
def opened(ledger: Path, *, fetches: bool = False) -> Iterator[TestClient]:
    app = create_app(ledger, hosts=["testserver"], fetches=fetches)
    app.state.desk.adding.work = add_cheaply
    app.state.desk.adding.started = "forkserver"
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module", autouse=True)
def _prepared() -> None:
    """Processes that have loaded already what the work takes."""
    multiprocessing.set_forkserver_preload(["tests.web.add_cheaply"])


@pytest.fixture
def ledger(handmade: Path, tmp_path: Path) -> Path:
    path = tmp_path / "copy.db"
    shutil.copy(handmade, path)
    return path


@pytest.fixture
def desk(ledger: Path) -> Iterator[TestClient]:
    with opened(ledger) as client:
        yield client


def token(desk: TestClient) -> str:
    found = re.search(r'name="token" value="(\w+)"', desk.get("/add").text)
    assert found
    return found[1]


def send(desk: TestClient, action: str, *uploads: Upload, **typed: str) -> Response:
    files = [("file", (name, io.BytesIO(content))) for name, content in uploads] or [("none", ("", io.BytesIO()))]
    return desk.post("/add", data={"token": token(desk), "action": action, **typed}, files=files)


def act(desk: TestClient, job: str, action: str) -> Response:
    return desk.post(job, data={"token": token(desk), "action": action})


def waited(desk: TestClient, job: str, until: Callable[[str], bool] = DONE.__contains__) -> str:
    """The state of a job, once it is one of those that are waited for."""
    for _ in range(400):
        state = str(desk.get(f"{job}.json").json()["row"]["state"])
        if until(state):
            return state
        time.sleep(0.05)
    raise AssertionError(desk.get(f"{job}.json").text)


def titles(ledger: Path) -> set[str | None]:
    with open_store(ledger, read_only=True) as store:
        return {one.origin.file if one.origin else None for one in store.read().documents()}


def test_files_are_read_the_page_tells_of_them_and_leads_to_the_articles(desk: TestClient, ledger: Path) -> None:
    answer = send(desk, "files", ("one.txt", b"Ottla said gates"), ("many.jsonl", b'{"text": "Marl denied gates"}\n\n'))
    assert answer.status_code == 303
    job = answer.headers["location"]
    assert waited(desk, job) == "done"
    page = desk.get(job).text
    assert "2 new articles, 1 input set aside" in page
    assert "many.jsonl:2 is empty" in page
    found = desk.get(f"{job}.json").json()["added"]["articles"]
    assert len(found) == 2
    assert all(desk.get(f"/articles/{one['id']}").status_code == 200 for one in found)
    assert {"one.txt", "many.jsonl"} <= titles(ledger)
    assert not Tray(ledger.with_name(f"{ledger.name}-adding")).files_of(job.rpartition("/")[2]).exists()
    again = send(desk, "files", ("one.txt", b"Ottla said gates")).headers["location"]
    assert waited(desk, again) == "done"
    assert "0 new articles, 1 file known already" in desk.get(again).text


def test_a_pasted_text_keeps_its_words_and_what_was_said_of_it(desk: TestClient, ledger: Path) -> None:
    text = "Ottla said “gates”.\r\n\r\nMarl denied\x00 it. <b>"
    job = send(
        desk, "text", text=text, title="Gates <i>", outlet="Marl Post", published="2031-03-10", address="https://marl.example/1"
    )
    assert waited(desk, job.headers["location"]) == "done"
    with open_store(ledger, read_only=True) as store:
        found = next(one for one in store.read().documents() if one.origin and one.origin.file.startswith("pasted-"))
        original = store.read().original(found.original)
    assert found.text == "Ottla said “gates”.\n\nMarl denied  it. <b>"
    assert original is not None
    kept = json.loads(original.content)
    assert {key: kept[key] for key in ("title", "outlet", "published", "url")} == {
        "title": "Gates <i>",
        "outlet": "Marl Post",
        "published": "2031-03-10",
        "url": "https://marl.example/1",
    }


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"action": "text", "text": " \n"}, "No text was given"),
        ({"action": "text", "text": "Gates.", "address": "javascript:alert(1)"}, "cannot be fetched"),
        ({"action": "text", "text": "x" * (adding.LONGEST_TEXT + 1)}, "500,000 are taken"),
        ({"action": "text", "text": "Gates.", "published": "31.02.2031 or so"}, "is no date"),
        ({"action": "files"}, "No file was chosen"),
        ({"action": "fetch", "fetch": "https://example.org/"}, "fetches nothing"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(desk: TestClient, typed: dict[str, str], said: str) -> None:
    answer = send(desk, **typed)
    assert answer.status_code == 422
    assert said in answer.text
    assert "Gates." in answer.text or "Gates." not in typed.get("text", "")
    assert desk.get("/add.json").json()["jobs"] == []


@pytest.mark.parametrize(
    "address", ["ftp://marl.example/", "http://marl.example:81/", "https://me:secret@marl.example/", "//x", "http://"]
)
def test_only_addresses_of_the_web_are_taken_to_be_fetched(ledger: Path, address: str) -> None:
    with opened(ledger, fetches=True) as desk:
        assert "A page on the web" in desk.get("/add").text
        assert send(desk, "fetch", fetch=address).status_code == 422


def test_names_that_lead_elsewhere_stay_in_their_folder(desk: TestClient, ledger: Path, tmp_path: Path) -> None:
    hostile = [
        "../../../escaped.txt",
        "..\\..\\up.txt",
        "/etc/passwd.txt",
        ".hidden.txt",
        "a/../../b.txt",
        "x" * 400 + ".txt",
        "\u202etxt.exe.txt",
    ]
    hostile += ["same.txt", "same.txt", "<img src=x onerror=alert(1)>.txt"]
    job = send(desk, "files", *((name, f"A{number} said it".encode()) for number, name in enumerate(hostile))).headers["location"]
    assert waited(desk, job) == "done"
    assert desk.get(f"{job}.json").json()["row"]["documents"] == len(hostile)
    assert not [path for path in tmp_path.rglob("*.txt") if "-adding" not in str(path)]
    names = {name for name in titles(ledger) if name}
    assert {"escaped.txt", "up.txt", "hidden.txt", "same.txt", "2/same.txt"} <= {re.sub(r"^(a|etc)/", "", name) for name in names}
    assert not [name for name in names if ".." in name or name.startswith("/")]
    assert "<img" not in desk.get("/add").text


def test_jobs_wait_for_their_turn_and_the_one_at_work_can_be_stopped_and_gone_on_with(desk: TestClient, ledger: Path) -> None:
    first = send(desk, "files", ("wait.txt", b"First said it")).headers["location"]
    second = send(desk, "files", ("next.txt", b"Second said it")).headers["location"]
    waited(desk, first, lambda state: state == "working")
    while "wait.txt" not in titles(ledger):
        time.sleep(0.05)
    assert desk.get(f"{second}.json").json()["ahead"] == 1
    assert 'http-equiv="refresh"' in desk.get(second).text
    act(desk, first, "stop")
    assert waited(desk, first) == "stopped"
    assert "Go on" in desk.get(first).text
    assert waited(desk, second) == "done"
    third = send(desk, "files", ("wait.txt", b"First said it")).headers["location"]
    fourth = send(desk, "files", ("never.txt", b"Never said it")).headers["location"]
    act(desk, fourth, "stop")
    assert waited(desk, fourth) == "stopped"
    act(desk, fourth, "forget")
    assert desk.get(fourth).status_code == 404
    waited(desk, third, lambda state: state == "working")
    act(desk, third, "forget")  # what is at work is not forgotten
    assert desk.get(third).status_code == 200
    assert act(desk, third, "burn").status_code == 400
    act(desk, third, "stop")


def test_what_goes_wrong_is_said_and_the_next_job_is_worked_on(desk: TestClient) -> None:
    jobs = [send(desk, "files", (f"{name}.txt", b"Somebody said it")).headers["location"] for name in ("die", "miss", "fine")]
    assert [waited(desk, job) for job in jobs] == ["failed", "failed", "done"]
    assert "ended without a word (exit code 9)" in desk.get(jobs[0]).text
    assert "The model is not there. Start it." in desk.get(jobs[1]).text


def test_a_desk_that_closes_stops_what_is_at_work_and_the_next_one_goes_on(ledger: Path) -> None:
    with opened(ledger) as desk:
        job = send(desk, "files", ("wait.txt", b"Slow said it")).headers["location"]
        waiting = send(desk, "files", ("later.txt", b"Later said it")).headers["location"]
        while "wait.txt" not in titles(ledger):
            time.sleep(0.05)
        begun = time.monotonic()
    assert time.monotonic() - begun < 5
    with opened(ledger) as desk:
        assert waited(desk, job) == "stopped"
        assert "The desk was closed meanwhile" in desk.get(job).text
        act(desk, waiting, "go")
        assert waited(desk, waiting) == "done"
        assert {"wait.txt", "later.txt"} <= titles(ledger)


def test_only_one_desk_of_a_ledger_adds(desk: TestClient, ledger: Path) -> None:
    waited(desk, send(desk, "files", ("one.txt", b"Ottla said it")).headers["location"])
    with opened(ledger) as other:
        assert "Another desk of this ledger is open" in other.get("/add").text
        assert other.post("/add", data={"token": "x"}).status_code == 403


def test_progress_is_told_as_it_happens_to_its_end(desk: TestClient) -> None:
    job = send(desk, "files", ("one.txt", b"Ottla said it")).headers["location"]
    answer = desk.get(f"{job}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = [json.loads(line.removeprefix("data: ")) for line in answer.text.splitlines() if line.startswith("data: ")]
    assert told[-1]["state"] == "done"
    assert [step["stage"] for step in told[-1]["steps"]] == ["read", "extract", "link"]
    assert told[-1]["steps"][0]["told"] == "1 of 1 file · 1 new document"


def test_where_many_watch_one_more_is_told_once_and_asks_again(desk: TestClient) -> None:
    job = send(desk, "files", ("wait.txt", b"Ottla said it")).headers["location"]
    desk.app.state.watchers = adding.WATCHERS  # type: ignore[attr-defined]
    answer = desk.get(f"{job}/events")
    assert answer.text.startswith("retry: ")
    assert answer.text.count("data: ") == 1
    assert desk.app.state.watchers == adding.WATCHERS  # type: ignore[attr-defined]
    act(desk, job, "stop")


def test_a_form_from_elsewhere_adds_nothing(desk: TestClient) -> None:
    assert desk.post("/add", data={"action": "text", "text": "x"}).status_code == 403
    assert (
        desk.post(
            "/add", data={"token": token(desk), "action": "text", "text": "x"}, headers={"origin": "http://evil.example"}
        ).status_code
        == 403
    )
    assert desk.get("/add.json").json()["jobs"] == []


def test_too_much_at_once_is_refused(desk: TestClient) -> None:
    head = {"content-type": "multipart/form-data; boundary=b", "content-length": str(adding.LARGEST_UPLOAD + 1)}
    assert desk.post("/add", content=b"--b", headers=head).status_code == 413
    assert desk.post("/add/ffff", content=b"x" * (2 << 20), headers={"content-type": "text/plain"}).status_code in {403, 413}


def test_a_job_that_is_not_there_is_a_page_that_says_so(desk: TestClient) -> None:
    for path in ("/add/ffff", "/add/ffff/events", "/add/ffff.json"):
        assert desk.get(path).status_code == 404


@pytest.mark.parametrize(("fetches", "said"), [(False, "This desk fetches nothing"), (True, "Give it under “A page on the web”")])
def test_a_pasted_address_is_no_article_and_where_it_belongs_is_said(ledger: Path, said: str, *, fetches: bool) -> None:
    with opened(ledger, fetches=fetches) as desk:
        answer = send(desk, "text", text=" https://marl.example/1 \n")
        assert answer.status_code == 422
        assert "is an address, not the words of an article" in answer.text
        assert said in answer.text
        assert desk.get("/add.json").json()["jobs"] == []
