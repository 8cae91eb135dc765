"""What comes to the desk from elsewhere is turned away, and what goes out carries its protection."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from quoth.web.guard import HEADERS, LONGEST_PATH, LONGEST_QUERY, host_name, same_origin


@pytest.mark.parametrize("path", ["/", "/nope", "/stories.json", "/static/desk.js", "/search?since=x"])
def test_every_answer_carries_the_security_headers(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "'unsafe" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "[", "evil.example:8417"])
def test_a_name_that_is_not_the_desk_s_is_refused(desk: TestClient, host: str) -> None:
    answer = desk.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "Stories" not in answer.text.partition("<h1>")[2]


@pytest.mark.parametrize("host", ["127.0.0.1:8417", "localhost", "LOCALHOST:9", "[::1]:8417", "testserver"])
def test_the_desk_answers_to_this_machine_and_to_the_names_it_was_given(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("a.example:80", "a.example"),
        ("[::1]:80", "::1"),
        ("A.example", "a.example"),
        ("a/b", None),
        ("u@h", None),
        ("[", None),
        (None, None),
    ],
)
def test_a_host_header_is_read_as_a_name(header: str | None, name: str | None) -> None:
    assert host_name(header) == name


def test_addresses_that_are_too_long_are_refused(desk: TestClient) -> None:
    assert desk.get("/" + "x" * LONGEST_PATH).status_code == 414
    assert desk.get("/search?q=" + "x" * LONGEST_QUERY).status_code == 414


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"origin": "http://testserver"}, True),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://testserver:81"}, False),
    ],
)
def test_a_change_is_only_taken_from_a_page_of_the_desk(headers: dict[str, str], passes: bool) -> None:  # noqa: FBT001 - a table
    assert same_origin(Headers({"host": "testserver", **headers})) is passes


def test_a_change_from_another_site_is_refused_before_anything_else(desk: TestClient) -> None:
    answer = desk.post("/stories", headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert desk.post("/stories").status_code == 405


def test_a_body_that_is_too_large_is_refused(desk: TestClient) -> None:
    assert desk.post("/stories", content=b"x" * (2 << 20)).status_code in {405, 413}
