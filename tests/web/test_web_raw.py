"""Requests that no browser sends, byte by byte to the running server, and forms that are none: never a fault, and the desk lives on."""

from __future__ import annotations

import logging
import shutil
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from quoth.web import create_app
from quoth.web.routes import ROUTES
from quoth.web.tokens import COOKIE, token_for
from quoth.web.who import bearer

VISITOR = "somebody"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get")
PATHS = sorted({route.path for route in ROUTES})
FORMS = sorted(route.path for route in ROUTES if "POST" in (route.methods or ()))
TYPES = (
    "multipart/form-data; boundary=b",
    "multipart/form-data; boundary=b; charset=undefined",
    "multipart/form-data; boundary=b; charset=idna",
    "multipart/form-data; boundary=b; charset=zlib",
    "multipart/form-data; boundary=",
    "multipart/form-data",
    'multipart/form-data; boundary="',
    "multipart/mixed; boundary=b",
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-7",
    "application/json",
    "text/plain",
    "",
    "/;=,",
)


def part(name: str, value: bytes, more: str = "") -> bytes:
    return f'--b\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode("utf-8", "replace") + value + b"\r\n"


FIELD = st.sampled_from(
    ["token", "action", "file", "text", "by", "back", "note", "part", "speaker", "near", "seen", "\x00", "é", "a" * 300]
)
VALUE = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [b"text", b"files", b"name", b"import", b"go", b"\xff\xfe", b"a" * 70_000, b"\x00", b"../..", b"%00", b"--b--"]
    ),
)
PARTS = st.lists(
    st.one_of(
        st.builds(part, FIELD, VALUE),
        st.builds(
            part,
            FIELD,
            VALUE,
            st.sampled_from(['; filename="../a.txt"', '; filename=""', "; filename*=utf-8''%ff", '; filename="\\"']),
        ),
    ),
    max_size=5,
).map(b"".join)
BODY = st.one_of(
    PARTS.map(lambda whole: whole + b"--b--\r\n"),
    st.tuples(PARTS, st.integers(0, 400)).map(lambda both: both[0][: both[1]]),
    st.binary(max_size=300),
    st.sampled_from([b"", b"token=%", b"token=%FF&token=%00", b"&" * 2_000, b"a=" + b"b" * 100_000, b"{}", b"[" * 10_000]),
)


@pytest.fixture(scope="module")
def forms(handmade: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk of its own ledger, asked by a browser that has its cookie. What is given to add waits for ever."""
    path = tmp_path_factory.mktemp("forms") / "copy.db"
    shutil.copy(handmade, path)
    app = create_app(path, hosts=["testserver"], fetches=True)
    app.state.desk.adding._closed = True
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False, cookies={COOKIE: VISITOR}) as client:
        yield client


def filled(path: str, word: str = "ffff") -> str:
    for name in ("{id}", "{kind}", "{name:path}", "{name}", "{format}"):
        path = path.replace(name, word)
    return path


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # a file that breaks off is closed when it is forgotten
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FORMS), st.sampled_from(TYPES), BODY, st.booleans())
def test_no_form_however_malformed_ends_in_a_fault(forms: TestClient, path: str, kind: str, body: bytes, signed: bool) -> None:  # noqa: FBT001 - drawn
    key: bytes = forms.app.state.desk.key  # type: ignore[attr-defined]
    headers = {"content-type": kind} | ({"x-quoth-token": token_for(key, bearer(VISITOR))} if signed else {})
    answer = forms.post(filled(path), content=body, headers=headers)
    assert answer.status_code < 500, (path, kind, body, answer.text[:300])
    assert "Traceback" not in answer.text


def test_the_fuzzer_s_token_is_good(forms: TestClient) -> None:
    key: bytes = forms.app.state.desk.key  # type: ignore[attr-defined]
    answer = forms.post("/add", data={"action": "text"}, headers={"x-quoth-token": token_for(key, bearer(VISITOR))})
    assert answer.status_code == 422


@pytest.mark.parametrize("kind", TYPES)
def test_a_form_in_any_encoding_is_answered(forms: TestClient, kind: str) -> None:
    body = part("text", b"g\xe9te", '; filename="\xe9.txt"') + part("action", b"text") + b"--b--\r\n"
    assert forms.post("/add", content=body, headers={"content-type": kind}).status_code in {400, 403}


@pytest.mark.parametrize("method", METHODS)
def test_every_address_answers_every_method(desk: TestClient, method: str) -> None:
    for path in PATHS:
        assert desk.request(method, filled(path)).status_code < 500, path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(PATHS),
    st.dictionaries(
        st.sampled_from(
            ["accept", "cookie", "content-type", "x-quoth-token", "origin", "sec-fetch-site", "range", "if-none-match", "te"]
        ),
        st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=80).map(
            lambda text: text.strip()
        ),
        max_size=4,
    ),
)
def test_no_header_ends_in_a_fault(desk: TestClient, path: str, headers: Mapping[str, str]) -> None:
    given_ = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    assert desk.get(filled(path), headers=given_).status_code < 500, (path, headers)


@pytest.fixture(scope="module")
def port(desk: TestClient) -> Iterator[int]:
    """The desk behind the server that `quoth serve` starts."""
    config = uvicorn.Config(desk.app, port=0, log_level="warning", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join(10)


def told(port: int, raw: bytes, *, half: bool = False) -> bytes:
    """The first line that the server answers to these bytes; nothing where it hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        try:
            line.sendall(raw)
            if half:
                with suppress(OSError):  # hung up already
                    line.shutdown(socket.SHUT_WR)
            return line.recv(65_536).partition(b"\r\n")[0]
        except (ConnectionResetError, BrokenPipeError):
            return b""


HOST = b"Host: testserver\r\n"
FORM = b"POST /add HTTP/1.1\r\n" + HOST + b"Cookie: quoth_desk=somebody\r\nContent-Type: multipart/form-data; boundary=b\r\n"
RAW = {
    "nothing of HTTP": b"\x00\x01\x02\x03\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 40 + b"\r\n\r\n",
    "old": b"GET /\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + HOST + HOST + b"\r\n",
    "another host": b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "zero byte in the path": b"GET /stories/%00%ff%fe HTTP/1.1\r\n" + HOST + b"\r\n",
    "raw bytes in the path": b"GET /stories/\xff\xfe\x80 HTTP/1.1\r\n" + HOST + b"\r\n",
    "half an escape": b"GET /search?q=%f HTTP/1.1\r\n" + HOST + b"\r\n",
    "a very long path": b"GET /" + b"a" * 60_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a very long header": b"GET / HTTP/1.1\r\n" + HOST + b"Cookie: " + b"a" * 200_000 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + HOST + b"".join(b"X-%d: y\r\n" % number for number in range(2_000)) + b"\r\n",
    "a length that is none": b"POST /add HTTP/1.1\r\n" + HOST + b"Content-Length: many\r\n\r\n",
    "a length below zero": b"POST /add HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n",
    "two lengths": b"POST /add HTTP/1.1\r\n" + HOST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "length and pieces": FORM + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
    "pieces that are none": FORM + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "more than is taken": FORM + b"Content-Length: 999999999999\r\n\r\n--b",
    "a body that breaks off": FORM + b"Content-Length: 900\r\n\r\n" + part("text", b"gates", '; filename="a.txt"'),
    "pieces that break off": FORM + b"Transfer-Encoding: chunked\r\n\r\n40\r\n" + part("text", b"gates"),
}


@pytest.mark.parametrize("name", RAW)
def test_bytes_that_are_no_request_are_answered_or_hung_up_on(port: int, name: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="uvicorn.error"):
        first = told(port, RAW[name], half=True)
        assert first == b"" or first.split()[1][:1] in b"234", first
        assert told(port, b"GET /about HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n").startswith(b"HTTP/1.1 200")
        time.sleep(0.02)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
