"""One page fetched from the web because a person asked for it: bounded in size and time, and never from a network of one's own.

Every name is resolved first, every address that it has must be a public one, and the connection then goes to that very address; after each
redirect all of it is checked anew. Proxies of the environment are not used, and no cookie or password is sent.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from threading import Event, Timer
from urllib.parse import quote, urljoin, urlsplit

from quoth.errors import UsageError

LARGEST = 10_000_000
"""Bytes of a page, unpacked."""
SECONDS = 30.0
"""For one answer, from the first sign to the last."""
HOPS = 5
"""Redirects that are followed."""
PORTS = {"http": 80, "https": 443}
MOVED = frozenset({301, 302, 303, 307, 308})
PAGES = {"text/html": ".html", "application/xhtml+xml": ".html"}
"""Media types that are read, each with the ending of a file of it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stood at an address."""

    address: str
    """Where it was found in the end."""
    content: bytes
    ending: str
    fetched: str


@dataclass(frozen=True, slots=True)
class Target:
    """An address, taken apart."""

    address: str
    scheme: str
    host: str
    port: int
    path: str


@dataclass(frozen=True, slots=True)
class Web:
    """The way to the web. Tests put a server of their own in the place of ``reach``."""

    reach: Callable[[Target], Sequence[tuple[str, int]]]
    """Where an address is reached: numeric addresses with ports, all of which may be asked. Raises ``UsageError`` where one may not."""
    largest: int = LARGEST
    seconds: float = SECONDS

    def fetch(self, address: str) -> Page:
        """The page at an address. Raises ``UsageError`` with the reason where there is none that can be read."""
        for _ in range(HOPS + 1):
            target = taken_apart(address)
            with self._asked(target) as answer:
                if answer.status not in MOVED:
                    return self._read(target, answer)
                address = urljoin(target.address, answer.getheader("Location") or "")
        raise UsageError(
            f"{address[:200]} sends from one address to another more than {HOPS} times. Open it in a browser, and save the page."
        )

    @contextmanager
    def _asked(self, target: Target) -> Iterator[http.client.HTTPResponse]:
        """The answer of the server at an address; it is hung up on when its time is over."""
        over = Event()
        try:
            with _connected(self.reach(target)) as line, line.dup() as spare:
                watch = Timer(self.seconds, _hang_up, [spare, over])
                watch.start()
                try:
                    with closing(_ask(target, line)) as answer:
                        yield answer
                finally:
                    watch.cancel()
                if over.is_set():
                    raise TimeoutError("it took too long")
        except (OSError, http.client.HTTPException) as error:
            said = "it took too long" if over.is_set() else str(error) or type(error).__name__
            raise UsageError(
                f"{target.host} gave no whole answer within {self.seconds:.0f} seconds ({said}). Check the address, or save the page and "
                "add the file."
            ) from error

    def _read(self, target: Target, answer: http.client.HTTPResponse) -> Page:
        if answer.status != http.HTTPStatus.OK:
            raise UsageError(
                f"{target.host} answered “{answer.status} {answer.reason[:80]}”, and no page. Open the address in a browser, save the page, "
                "and add the file."
            )
        kind = (answer.getheader("Content-Type") or "text/html").partition(";")[0].strip().lower()
        if kind not in PAGES:
            raise UsageError(f"At {target.address[:200]} stands {kind[:60]}, but a page was expected.")
        content = self._unpacked(target, answer)
        return Page(target.address, content, PAGES[kind], datetime.now(UTC).isoformat(timespec="seconds"))

    def _unpacked(self, target: Target, answer: http.client.HTTPResponse) -> bytes:
        content = answer.read(self.largest + 1)
        if answer.length and len(content) <= self.largest:
            raise http.client.IncompleteRead(content[:0], answer.length)
        if (answer.getheader("Content-Encoding") or "identity").lower() in {"gzip", "deflate", "x-gzip"}:
            try:
                content = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(content, self.largest + 1)
            except zlib.error as error:
                raise UsageError(
                    f"What {target.host} sent is packed and broken ({error}). Save the page and add the file."
                ) from error
        if len(content) > self.largest:
            raise self._too_large(target)
        return content

    def _too_large(self, target: Target) -> UsageError:
        return UsageError(f"What stands at {target.address[:200]} is larger than {self.largest:,} bytes, which no article is.")


def taken_apart(address: str) -> Target:
    """An address of the web. Raises ``UsageError`` for every other."""
    given = address.strip()
    try:
        parts = urlsplit(given)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    if not given.isprintable() or parts.scheme not in PORTS or not host or "@" in parts.netloc or len(given) > 2_000:
        raise UsageError(
            f"{given[:200]!r} cannot be fetched. Give an address that begins with https:// or http://, without name and password."
        )
    if port not in {None, PORTS[parts.scheme]}:
        raise UsageError(f"{given[:200]!r} names the port {port}. Only pages at the usual ports of the web are fetched.")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    )
    return Target(given.partition("#")[0], parts.scheme, host, PORTS[parts.scheme], path)


def reach_public(target: Target) -> list[tuple[str, int]]:
    """Where a host is reached, if that is in the public web whatever address of it is taken. Raises ``UsageError`` where it is not."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UsageError(f"There is no host {target.host[:200]!r} ({error}). Check the address.") from error
    places = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not places or not all(is_public(place) for place in places):
        raise UsageError(
            f"{target.host[:200]!r} is not in the public web, but in a network of one's own. Such pages are not fetched."
        )
    return [(place, target.port) for place in places]


def is_public(place: str) -> bool:
    """Whether a numeric address is one that anybody on the internet may ask: no private, local, shared, multicast or transitional one."""
    try:
        address = ipaddress.ip_address(place)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast and not address.is_reserved
    unicast = address in ipaddress.IPv6Network("2000::/3")
    return unicast and address.is_global and address.sixtofour is None and address.teredo is None


@contextmanager
def _connected(places: Sequence[tuple[str, int]]) -> Iterator[socket.socket]:
    """A line to the first of the places that takes it."""
    for number, place in enumerate(places):
        try:
            line = socket.create_connection(place, timeout=10)
        except OSError:
            if number == len(places) - 1:
                raise
        else:
            with line:
                yield line
            return


def _ask(target: Target, line: socket.socket) -> http.client.HTTPResponse:
    """Ask for a path over a line that leads to a place that was checked; over TLS with the name that was asked for."""
    talking = ssl.create_default_context().wrap_socket(line, server_hostname=target.host) if target.scheme == "https" else line
    connection = http.client.HTTPConnection(target.host, PORTS[target.scheme])
    connection.sock = talking
    wanted = {
        "User-Agent": f"quoth/{version('quoth')}",
        "Accept": "text/html",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    connection.request("GET", target.path, headers=wanted)
    return connection.getresponse()  # which closes the line with itself


def _hang_up(line: socket.socket, over: Event) -> None:
    over.set()
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


WEB = Web(reach_public)
"""The public web."""
