"""A page is fetched whole or not at all, from the public web and from nowhere else, whatever a name, a redirect or a server does."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from quoth.errors import UsageError
from quoth.run.fetch import Target, Web, is_public, reach_public, taken_apart

PAGE = b"<html><body><p>Ottla Venn said that the gate is closed.</p></body></html>"
LARGEST = 50_000
BOMB = gzip.compress(b"0" * 10_000_000)


class Site(BaseHTTPRequestHandler):
    """What stands at each path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        getattr(self, f"show_{self.path.strip('/').partition('?')[0]}")()

    def answer(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        given = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(content)), **headers}
        for name, value in given.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def show_page(self) -> None:
        self.answer(PAGE if not self.headers.get("Cookie") else b"a cookie")

    def show_packed(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def show_bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def show_large(self) -> None:
        self.answer(b"x" * (LARGEST + 1))

    def show_moved(self) -> None:
        self.answer(b"", 302, Location="/page?from=moved")

    def show_around(self) -> None:
        self.answer(b"", 302, Location="/around")

    def show_inside(self) -> None:
        self.answer(b"", 302, Location="http://inside.example/page")

    def show_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def show_gone(self) -> None:
        self.answer(b"no", 410)

    def show_picture(self) -> None:
        self.answer(b"x", Content_Type="image/png")

    def show_cut(self) -> None:
        self.answer(PAGE, Content_Length=str(len(PAGE) + 10))
        self.close_connection = True

    def show_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"<p>")
            time.sleep(0.05)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def web(port: int) -> Web:
    def reach(target: Target) -> Sequence[tuple[str, int]]:
        if target.host == "inside.example":
            raise UsageError("not in the public web")
        return [("127.0.0.1", port)]

    return Web(reach, largest=LARGEST, seconds=1.5)


@pytest.mark.parametrize(("path", "address"), [("page", "page"), ("packed", "packed"), ("moved", "page?from=moved")])
def test_a_page_comes_whole_with_the_address_where_it_stood(web: Web, path: str, address: str) -> None:
    page = web.fetch(f"http://news.example/{path}#part")
    assert page.content == PAGE
    assert page.address == f"http://news.example/{address}"
    assert page.ending == ".html"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("bomb", "larger than 50,000 bytes"),
        ("large", "larger than 50,000 bytes"),
        ("around", "more than 5 times"),
        ("inside", "not in the public web"),
        ("file", "cannot be fetched"),
        ("gone", "answered “410 Gone”"),
        ("picture", "stands image/png"),
        ("cut", "no whole answer"),
        ("slow", "no whole answer within 2 seconds"),
    ],
)
def test_what_is_no_whole_page_of_the_web_is_refused_with_the_reason(web: Web, path: str, said: str) -> None:
    begun = time.monotonic()
    with pytest.raises(UsageError, match=said):
        web.fetch(f"http://news.example/{path}")
    assert time.monotonic() - begun < 8


@pytest.mark.parametrize(
    "place",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",  # noqa: S104 - nothing listens
        "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "no address",
    ],
)  # fmt: skip
def test_addresses_of_one_s_own_networks_are_not_public(place: str) -> None:
    assert not is_public(place)


@pytest.mark.parametrize("place", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_of_the_internet_are_public(place: str) -> None:
    assert is_public(place)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0x7f000001", "2130706433", "127.1", "[::1]", "[::ffff:10.0.0.1]"])
def test_a_host_of_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(UsageError):
        reach_public(taken_apart(f"http://{host}/"))


def test_one_address_of_one_s_own_network_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(_host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port)) for place in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with pytest.raises(UsageError, match="network of one's own"):
        reach_public(taken_apart("https://news.example/"))


@pytest.mark.parametrize(
    "address",
    ["", "news.example", "ftp://news.example/", "file:///etc/passwd", "http://u:p@news.example/", "http://news.example:22/", "http://[::1", "http://a..b/", "http://x\r\nHost: y/", "http://news.example:99999/"],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused_before_anybody_is_asked(address: str) -> None:
    with pytest.raises(UsageError):
        taken_apart(address)


def test_an_address_is_written_as_http_takes_it() -> None:
    found = taken_apart(" https://Bücher.example/a b?q=ä&r=[1]#top ")
    assert (found.host, found.port, found.path) == ("xn--bcher-kva.example", 443, "/a%20b?q=%C3%A4&r=[1]")
