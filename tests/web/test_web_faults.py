"""Errors are pages: what happened, what was expected, what to do; for programs the same as JSON; never a stack trace."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from quoth.errors import LedgerError
from quoth.store import ReadView
from quoth.web import create_app
from quoth.web.answer import Answer
from quoth.web.serve import page


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nope", 404),
        ("/stories/ffff", 404),
        ("/claims/ffff", 404),
        ("/actors/ffff", 404),
        ("/outlets/Nobody", 404),
        ("/articles/ffff", 404),
        ("/statements/ffff", 404),
        ("/points/ffff", 404),
        ("/contacts/ffff", 404),
        ("/copies/ffff", 404),
        ("/static/nope.js", 404),
        ("/static/%2e%2e%2fapp.py", 404),
        ("/compare?a=ffff&b=ffff", 404),
        ("/search?since=yesterday", 400),
        ("/search?since=2031-99", 400),
        ("/stories?until=2031-02-30", 400),
        ("/search?stance=angry", 400),
        ("/search?least=2", 400),
        ("/stories?page=0", 400),
        ("/stories?page=-1", 400),
        ("/stories?page=1e9", 400),
        ("/stories?page=%D9%A1", 400),
        ("/stories?q=" + "x" * 301, 400),
        ("/about.ris", 404),
    ],
)
def test_what_is_not_there_or_not_understood_is_said(desk: TestClient, path: str, status: int) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "Traceback" not in answer.text
    told = desk.get(path, headers={"accept": "application/json"})
    if not path.endswith(".ris"):
        assert told.status_code == status
        assert {"status", "error", "message", "hints"} == set(told.json())


@pytest.mark.parametrize("room", ["/stories", "/search"])
def test_a_form_with_a_date_that_there_is_not_comes_back_as_it_was_filled_in(room: str, desk: TestClient) -> None:
    answer = desk.get(f"{room}?q=dam&since=31.02.2031&until=2031-03-17")
    assert answer.status_code == 400
    assert "a date was expected" in answer.text
    for value in ("dam", "31.02.2031", "2031-03-17"):
        assert f'value="{value}"' in answer.text


def test_a_name_that_comes_close_is_offered(desk: TestClient) -> None:
    assert "Arden Herald" in desk.get("/outlets/Arden%20Heralt").text


def test_a_method_that_an_address_does_not_take_is_said(desk: TestClient) -> None:
    answer = desk.request("DELETE", "/stories")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


@pytest.fixture
def broken(handmade: Path, tmp_path: Path) -> TestClient:
    """A desk with a page that breaks and one whose ledger cannot be read."""

    def burst(_read: ReadView, _request: Request) -> Answer:
        raise RuntimeError("the secret is 4711")

    def locked(_read: ReadView, _request: Request) -> Answer:
        raise LedgerError("It is being written.")

    shutil.copy(handmade, tmp_path / "copy.db")
    app = create_app(tmp_path / "copy.db", hosts=["testserver"])
    app.router.add_route("/burst", page(burst))
    app.router.add_route("/locked", page(locked))
    return TestClient(app, raise_server_exceptions=False)


def test_a_fault_tells_the_reader_nothing_of_the_program(broken: TestClient) -> None:
    answer = broken.get("/burst")
    assert answer.status_code == 500
    assert "4711" not in answer.text
    assert "RuntimeError" not in answer.text
    assert "fault of quoth" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert broken.get("/burst.json").json()["status"] == 500


def test_a_ledger_that_cannot_be_read_now_is_said(broken: TestClient) -> None:
    answer = broken.get("/locked")
    assert answer.status_code == 503
    assert "It is being written." in answer.text


@pytest.mark.parametrize("room", ["/stories", "/search"])
def test_days_in_the_wrong_order_are_said_to_be_by_the_names_of_their_fields(room: str, desk: TestClient) -> None:
    answer = desk.get(f"{room}?since=2031-03-20&until=2031-03-10")
    assert answer.status_code == 400
    assert "“from” is 2031-03-20 and “to” is 2031-03-10" in answer.text
    assert "“from” was" in desk.get(f"{room}?since=soon").text


def test_nobody_of_a_name_is_said_without_a_command(desk: TestClient) -> None:
    page = desk.get("/search?speaker=Zzyzx").text
    assert "Nobody called" in page
    assert "quoth search" not in page


def test_a_comparison_of_what_means_several_or_none_keeps_the_form_and_offers_the_choices(desk: TestClient) -> None:
    answer = desk.get("/compare?a=re&b=ffff")
    assert answer.status_code == 404
    assert 'value="re"' in answer.text
    assert "articles fit" in answer.text
    choices = [unescape(href) for href in re.findall(r'href="(/compare\?a=[0-9a-f]{8}&amp;b=ffff)"', answer.text)]
    assert len(choices) > 1
    assert "One article:" not in desk.get(choices[0]).text
