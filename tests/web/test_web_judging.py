"""The list of judgements, taking them elsewhere and back, and the queue of what waits."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.filling import Forms, form_on, send, send_form

from quoth.run import subjects
from quoth.run.judge import judge, replay
from quoth.store import open_store
from quoth.view.judgements import judgements_page
from quoth.web import create_app


def copied(handmade: Path, to: Path) -> Path:
    shutil.copy(handmade, to)
    with open_store(to) as store, store.write() as writer:
        replay(writer)
    return to


@pytest.fixture
def path(handmade: Path, tmp_path: Path) -> Path:
    return copied(handmade, tmp_path / "one.db")


@pytest.fixture
def desk(path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(path, hosts=["testserver"]), follow_redirects=False) as client:
        yield client


def rejected(path: Path, by: str) -> str:
    with open_store(path) as store:
        read = store.read()
        one = next(one for one in read.statements() if "1,200 people" in one.content.text)
        return judge(store, subjects.reject(read, "statement", one.id), by=by).id


def test_the_list_says_who_did_what_and_undoes_it(desk: TestClient, path: Path) -> None:
    made = rejected(path, "Bo")
    send(desk, "/judgements", "name", by="Ada")
    page = desk.get("/judgements").text
    assert page.index("statement rejected") < page.index("one claim")
    undo = next(one for one in Forms(page).forms if one.action == f"/judgements/{made}")
    assert send_form(desk, undo).headers["location"] == "/judgements"
    page = desk.get("/judgements").text
    assert "taken back: statement rejected" in page
    assert "taken back</div>" in page
    twice = send_form(desk, undo)
    assert twice.status_code == 409
    assert "taken back already by Ada" in twice.text
    assert "Bo" in desk.get("/judgements?by=Bo").text
    single = desk.get(f"/judgements/{made}").text
    assert "What came after" in single


def test_a_judgement_is_undone_by_somebody_new_on_its_own_page(desk: TestClient, path: Path) -> None:
    made = rejected(path, "Bo")
    form = next(one for one in Forms(desk.get(f"/judgements/{made}").text).forms if one.method == "post")
    assert send_form(desk, form).status_code == 409
    assert send_form(desk, form, by="Cy").status_code == 303
    with open_store(path, read_only=True) as store:
        assert judgements_page(store.read()).rows[0].by == "Cy"


def test_judgements_are_taken_to_another_desk(desk: TestClient, path: Path, handmade: Path, tmp_path: Path) -> None:
    rejected(path, "Bo")
    file = desk.get("/judgements/all.jsonl")
    assert "attachment" in file.headers["content-disposition"]
    assert len(file.text.splitlines()) == 3
    assert json.loads(desk.get("/judgements/corrections.jsonl").text.splitlines()[-1])
    other = copied(handmade, tmp_path / "other.db")
    with TestClient(create_app(other, hosts=["testserver"]), follow_redirects=False) as there:
        form = form_on(there, "/judgements", "import")
        done = there.post(form.action, data=form.fields, files={"file": ("theirs.jsonl", file.content + b"nonsense\n")})
        assert done.status_code == 200
        assert "1 judgement added, 2 already here" in done.text
        assert "1 line set aside" in done.text
        assert there.post(form.action, data=form.fields, files={"file": ("a.bin", b"\xff\xfe\x00")}).status_code == 422
        assert there.post(form.action, data=form.fields).status_code == 422
        forged = {**form.fields, "token": ["no"]}
        assert there.post(form.action, data=forged, files={"file": ("theirs.jsonl", file.content)}).status_code == 403
    with open_store(other, read_only=True) as store:
        assert "Bo" in {one.by for one in store.read().judgements()}


def test_what_was_judged_leaves_the_queue(desk: TestClient) -> None:
    send(desk, "/judgements", "name", by="Ada", back="/review?queue=speaker")
    page = desk.get("/review?queue=unsure").text
    forms = [one for one in Forms(page).forms if one.fields.get("action") == ["right"]]
    assert forms
    waiting = desk.get("/review.json").json()
    scores = [one["score"] for one in waiting["statements"]]
    assert scores == sorted(scores)
    assert all(score < 0.5 for score in scores)
    done = send_form(desk, forms[0])
    assert done.headers["location"] == "/review?queue=unsure"
    left = desk.get("/review.json").json()
    assert left["found"] == waiting["found"] - 1
    assert waiting["statements"][0]["id"] not in {one["id"] for one in left["statements"]}


def test_the_queue_of_undecided_speakers_names_one(desk: TestClient) -> None:
    send(desk, "/judgements", "name", by="Ada")
    waiting = desk.get("/review.json?queue=speaker").json()
    assert all(one["speaker"] is None for one in waiting["statements"])
    forms = [one for one in Forms(desk.get("/review?queue=speaker").text).forms if one.fields.get("action") == ["speaker"]]
    assert bool(forms) is bool(waiting["statements"])
    if forms:
        assert send_form(desk, forms[0], speaker="Anna Reeve").status_code == 303
        assert desk.get("/review.json?queue=speaker").json()["found"] == waiting["found"] - 1


def test_a_queue_that_is_not_there_is_refused(desk: TestClient) -> None:
    assert desk.get("/review?queue=everything").status_code == 400
