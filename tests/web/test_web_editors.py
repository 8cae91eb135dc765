"""Many people at one desk at a time, and forms that no page of it would send."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, get_ident
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.web.filling import form_on, send_form

from quoth.records import Judgement
from quoth.run.judge import judge, replay
from quoth.store import open_store
from quoth.web import create_app
from quoth.web.decide import ACTIONS
from quoth.web.lane import Lane
from quoth.web.pages import correcting

EDITORS = 12


@pytest.fixture
def path(handmade: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.db"
    shutil.copy(handmade, copy)
    with open_store(copy) as store, store.write() as writer:
        replay(writer)
    return copy


def test_of_many_editors_at_once_nobody_s_judgement_is_lost_unseen(path: Path) -> None:
    app = create_app(path, hosts=["testserver"])
    with open_store(path, read_only=True) as store:
        statements = [one.id for one in store.read().statements()]
        before = {one.id for one in store.read().judgements()}

    def edit(number: int) -> int:
        desk = TestClient(app, raise_server_exceptions=False, follow_redirects=False)
        page = f"/correct/statement/{statements[number % len(statements)]}"
        form = form_on(desk, page, "stance")
        return send_form(desk, form, stance=("doubts", "warns", "asks")[number % 3], by=f"Editor {number}").status_code

    with ThreadPoolExecutor(EDITORS) as pool:
        answers = list(pool.map(edit, range(EDITORS)))
    assert set(answers) <= {303, 409}
    with open_store(path, read_only=True) as store:
        made = [one.by for one in store.read().judgements() if one.id not in before]
    assert sorted(made) == sorted(f"Editor {number}" for number, answer in enumerate(answers) if answer == 303)


def test_judgements_are_worked_in_one_at_a_time_by_one_thread_while_pages_are_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(path, hosts=["testserver"])
    threads, begun, held = list[int](), Event(), Event()

    def slowly(*given: Any, **more: Any) -> Judgement:
        threads.append(get_ident())
        begun.set()
        assert held.wait(20)
        return judge(*given, **more)

    monkeypatch.setattr(correcting, "judge", slowly)
    with TestClient(app, follow_redirects=False) as desk, ThreadPoolExecutor(EDITORS) as pool:
        with open_store(path, read_only=True) as store:
            statements = [one.id for one in store.read().statements()][:EDITORS]
        forms = [form_on(desk, f"/correct/statement/{one}", "stance") for one in statements]
        sent = [pool.submit(send_form, desk, form, stance="asks", by="Vera") for form in forms]
        assert begun.wait(20)
        assert desk.get("/claims").status_code == 200
        assert len(threads) == 1, "only one is worked in while the others wait"
        held.set()
        assert {one.result().status_code for one in sent} == {303}
    assert len(threads) == len(statements)
    assert len(set(threads)) == 1


def test_a_desk_that_ends_does_what_it_took_in_and_a_fault_stops_nothing() -> None:
    lane, done = Lane(), list[int]()

    def add(number: int) -> None:
        done.append(12 // number)

    async def several() -> list[BaseException | None]:
        waiting = [asyncio.ensure_future(lane.run(add, number)) for number in (6, 0, 4)]
        await asyncio.sleep(0)
        lane.close()
        return list(await asyncio.gather(*waiting, return_exceptions=True))

    with ThreadPoolExecutor(1) as beside:  # the tests that drive a browser leave a loop running in this thread
        assert [type(one) for one in beside.submit(lambda: asyncio.run(several())).result()] == [
            type(None),
            ZeroDivisionError,
            type(None),
        ]
        assert done == [2, 3]
        beside.submit(lambda: asyncio.run(lane.run(add, 3))).result()
    lane.close()
    assert done == [2, 3, 4]


@pytest.fixture
def hostile(path: Path) -> Iterator[tuple[TestClient, list[tuple[str, str]], dict[str, list[str]]]]:
    """A desk, what can be put right on it, and the fields of a form that it gave."""
    with open_store(path, read_only=True) as store:
        read = store.read()
        first = {
            "statement": next(read.statements()).id, "claim": next(read.claims()).id, "actor": next(read.actors()).id,
            "story": next(read.stories()).id, "contact": next(read.events()).id, "quantity": next(read.quantities()).id,
        }  # fmt: skip
    with TestClient(create_app(path, hosts=["testserver"]), raise_server_exceptions=False, follow_redirects=False) as desk:
        token = form_on(desk, f"/correct/statement/{first['statement']}", "stance").fields["token"]
        yield desk, [*first.items(), ("nonsense", "x"), ("claim", "%00")], {"token": token}


TEXT = st.text(max_size=40) | st.sampled_from(["//evil.example", "1", "-1", "٣", "' or 1=1 --", "<script>", "\u202e", "9" * 30])
FIELDS = (
    "seen",
    "back",
    "by",
    "speaker",
    "nobody",
    "stance",
    "content",
    "source",
    "cue",
    "near",
    "part",
    "other",
    "typed",
    "target",
    "note",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_form_however_filled_in_breaks_the_desk(
    data: st.DataObject, hostile: tuple[TestClient, list[tuple[str, str]], dict[str, list[str]]]
) -> None:
    desk, things, token = hostile
    kind, identifier = data.draw(st.sampled_from(things))
    action = data.draw(st.sampled_from([*ACTIONS.get(kind, {}), "nonsense"]))
    typed = data.draw(st.dictionaries(st.sampled_from(FIELDS), st.lists(TEXT, min_size=1, max_size=3)))
    fields = {name: [one.encode("utf-8", "replace").decode() for one in values] for name, values in typed.items()}
    answer = desk.post(f"/correct/{kind}/{identifier}", data={"by": "Eve", **fields, **token, "action": action})
    assert answer.status_code in {303, 400, 404, 409, 422}, answer.text
    assert "<script>" not in answer.text
    assert answer.headers.get("location", "/").startswith("/")
    assert not answer.headers.get("location", "/").startswith("//")
