"""Pages drawn by processes that only read: the same pages, at once after every judgement, whatever becomes of a process."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from httpx2 import Response
from starlette.routing import Match
from starlette.testclient import TestClient
from tests.web.filling import send
from tests.web.signing import accounts_of, sign_in

from quoth.run.judge import replay
from quoth.store import open_store
from quoth.web import create_app, readers
from quoth.web.readers import Readers, readers_for
from quoth.web.routes import ROUTES
from quoth.web.tokens import COOKIE

SOON = 60.0
LINK = re.compile(r'(?:href|src)="(/[^"#]*)')


@pytest.fixture(scope="module")
def ledger(handmade: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handmade ledger that these tests may change."""
    copy = tmp_path_factory.mktemp("readers") / "copy.db"
    shutil.copy(handmade, copy)
    with open_store(copy) as store, store.write() as writer:
        replay(writer)
    return copy


@pytest.fixture(scope="module")
def two(ledger: Path) -> Iterator[TestClient]:
    """A desk with two processes that draw its pages."""
    app = create_app(ledger, hosts=["testserver"], readers=2)
    with TestClient(app, follow_redirects=False, cookies={COOKIE: "somebody"}) as client:
        assert pool(client).wait(SOON)
        yield client


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of every page that was asked of the readers, whether one of them drew it."""
    found: list[bool] = []
    asked = Readers.draw

    def noted(self: Readers, scope: dict[str, object]) -> object:
        drawn = asked(self, scope)
        found.append(drawn is not None)
        return drawn

    monkeypatch.setattr(Readers, "draw", noted)
    return found


def pool(desk: TestClient) -> Readers:
    found: Readers = desk.app.state.desk.readers  # type: ignore[attr-defined]  # of Starlette, not of every ASGI application
    return found


def processes(desk: TestClient) -> list[int]:
    """The readers of a desk that nobody asks for anything."""
    return [one.process.pid or 0 for one in pool(desk)._idle]


def every_kind(desk: TestClient) -> list[str]:
    """One address of every page that can be reached, plain, as JSON, to cite and beside another; and some that lead nowhere."""
    found: dict[str, str] = {}
    waiting, seen = ["/", "/review", "/compare"], set[str]()
    while waiting:
        address = waiting.pop(0)
        path = urlsplit(address).path
        scope = {"type": "http", "method": "GET", "path": path, "root_path": ""}
        route = next((one.path for one in ROUTES if one.matches(scope)[0] is Match.FULL), None)
        if address in seen or path.endswith((".json", ".ris", ".bib")) or route is None or route in found:
            continue
        seen.add(address)
        found[route] = address
        waiting += [one.replace("&amp;", "&") for one in LINK.findall(desk.get(address).text)]
    plain = [
        one for one in found.values() if not one.startswith(("/static", "/add", "/exports/", "/publish")) and "/report." not in one
    ]
    paths = [one.partition("?")[0] for one in plain if one != "/"]
    beside = [f"{one}?panel=1" for one in paths]
    nowhere = ["/claims/none", "/stories/none.json", "/search?since=soon", "/claims?page=0", "/outlets/Arden%20Heralt", "/nowhere"]
    return [*plain, *(f"{one}.json" for one in paths), *(f"{one}.ris" for one in paths), *beside, *nowhere]


def told(answer: Response) -> tuple[int, dict[str, str], bytes]:
    return answer.status_code, {name: value for name, value in answer.headers.items() if name != "date"}, answer.content


def test_a_reader_draws_every_kind_of_page_as_the_desk_itself_would(two: TestClient, answered: list[bool]) -> None:
    with TestClient(create_app(pool(two).ledger, hosts=["testserver"])) as alone:
        asked = every_kind(alone)
    answered.clear()
    drawn = {one: told(two.get(one)) for one in asked}
    assert len(asked) > 80
    assert {status for status, _, _ in drawn.values()} >= {200, 400, 404}
    assert all(answered)
    assert len(answered) > 80
    two.app.state.desk.memory.recall(-1, "nothing")  # type: ignore[attr-defined]  # what was drawn is forgotten
    with pytest.MonkeyPatch.context() as without:
        without.setattr(Readers, "draw", lambda *_: None)
        assert {one: told(two.get(one)) for one in asked} == drawn


def test_what_a_reader_drew_is_remembered_and_a_browser_that_has_it_is_told_so(two: TestClient, answered: list[bool]) -> None:
    first = two.get("/claims?n=remembered")
    assert two.get("/claims?n=remembered").text == first.text
    assert two.get("/claims?n=remembered", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    assert answered == [True]


def test_a_judgement_shows_in_the_next_page_of_every_reader(two: TestClient, answered: list[bool]) -> None:
    with open_store(pool(two).ledger, read_only=True) as store:
        one = next(one for one in store.read().statements() if one.stance == "asserts")
    for stance in ("doubts", "warns", "asks"):
        assert send(two, f"/correct/statement/{one.id}", "stance", stance=stance, by="Ada").status_code == 303
        answered.clear()
        with ThreadPoolExecutor(4) as people:
            pages = list(people.map(lambda at: two.get(f"/statements/{one.id}.json?n={at}").text, range(8)))
        assert all(f'"stance": "{stance}"' in page for page in pages)
        assert answered == [True] * 8


def test_a_reader_that_is_killed_is_replaced_and_nobody_sees_it(two: TestClient, answered: list[bool]) -> None:
    before = processes(two)
    for process in before:
        os.kill(process, signal.SIGKILL)
    assert [two.get(f"/claims?n=killed{at}").status_code for at in range(6)] == [200] * 6
    assert False in answered
    begun = time.monotonic()
    while set(before) & set(processes(two)) and time.monotonic() < begun + SOON:
        time.sleep(0.05)  # one that nobody asked since is noticed a second later
    assert pool(two).wait(SOON)
    answered.clear()
    assert two.get("/claims?n=replaced").status_code == 200
    assert answered == [True]
    assert len(set(processes(two)) - set(before)) == 2


def test_a_reader_that_is_killed_while_it_draws_leaves_its_page_to_the_desk(two: TestClient, answered: list[bool]) -> None:
    assert pool(two).wait(SOON)
    held = processes(two)
    for process in held:
        os.kill(process, signal.SIGSTOP)
    with ThreadPoolExecutor(2) as people:
        pages = [people.submit(two.get, f"/stories?n=held{at}") for at in range(2)]
        while pool(two)._idle:
            time.sleep(0.01)
        for process in held:
            os.kill(process, signal.SIGKILL)
        assert [one.result().status_code for one in pages] == [200, 200]
    assert answered == [False, False]
    assert pool(two).wait(SOON)


def test_a_fault_ends_a_reader_and_its_page_is_drawn_by_the_desk(
    two: TestClient, answered: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pool(two).wait(SOON)
    before = processes(two)
    with monkeypatch.context() as faulty:
        faulty.setattr(readers, "question_of", lambda scope: {**scope_of(scope), "path": "/drawn/nowhere"})
        assert two.get("/claims?n=fault").status_code == 200
    assert answered == [False]
    assert pool(two).wait(SOON)
    assert len(set(before) & set(processes(two))) == 1


def scope_of(scope: dict[str, object]) -> dict[str, object]:
    return {name: scope[name] for name in ("type", "method", "path", "headers", "state", "query_string")}


def test_a_reader_loads_neither_the_parser_nor_the_networks(two: TestClient) -> None:
    assert pool(two).wait(SOON)
    for process in processes(two):
        mapped = Path(f"/proc/{process}/maps").read_text(encoding="utf-8")
        assert "sqlite" in mapped
        assert not re.findall(r"onnxruntime|tokenizers|spacy|thinc|torch", mapped)


def test_pages_are_shown_by_role_whoever_draws_them(ledger: Path, answered: list[bool]) -> None:
    app = create_app(ledger, hosts=["testserver"], accounts=accounts_of(ledger), readers=1)
    with TestClient(app, follow_redirects=False) as desk:
        assert pool(desk).wait(SOON)
        assert desk.get("/claims").status_code == 303
        sign_in(desk, "Rhea")
        as_reader = desk.get("/claims").text
        assert desk.get("/review").status_code == 403
        desk.cookies.clear()
        sign_in(desk, "Edda")
        as_editor = desk.get("/claims").text
    assert ('href="/review"' in as_reader, 'href="/review"' in as_editor) == (False, True)
    assert all(answered)


def test_as_many_draw_as_was_asked_for_and_one_is_the_desk_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [readers_for(number) for number in (1, 2, 7)] == [0, 2, 7]
    found = []
    for cores in (1, 2, 3, 16):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, cores=cores: set(range(cores)), raising=False)
        found.append(readers_for(None))
    assert found == [0, 2, 3, 4]


@pytest.mark.parametrize(
    ("number", "most", "sent"),
    [("1", 0, signal.SIGTERM), ("2", 4, signal.SIGTERM), ("2", 4, signal.SIGINT), ("2", 4, signal.SIGKILL)],
)
def test_a_desk_that_ends_leaves_no_process_behind(ledger: Path, number: str, most: int, sent: signal.Signals) -> None:
    """Two readers are started with what forks them and what Python follows its processes with."""
    command = [sys.executable, "-m", "quoth", "serve", "--port", "0", "--db", str(ledger), "--processes", number]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as served:
        said = served.stdout.readline() if served.stdout else ""
        address = said.split(" at ")[1].split()[0]
        begun = time.monotonic()
        while len(below(served.pid)) < most and time.monotonic() < begun + SOON:
            time.sleep(0.05)
        with urlopen(address) as page:  # noqa: S310 - the desk's own
            assert page.status == 200
        started = below(served.pid)
        assert len(started) == most
        os.killpg(served.pid, sent) if sent is signal.SIGINT else served.send_signal(sent)
        served.wait(SOON)
        begun = time.monotonic()
        while any(Path(f"/proc/{one}").exists() for one in started) and time.monotonic() < begun + SOON:
            time.sleep(0.05)
        assert [one for one in started if Path(f"/proc/{one}").exists()] == []


def below(process: int) -> list[int]:
    """All processes that it started, or that these did."""
    found = [process]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in children.read_text(encoding="ascii").split()]
    return found[1:]
