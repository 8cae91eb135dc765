"""What every request passes first and every answer carries: hosts, lengths, origins; security headers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoth.web.answer import Refused

LONGEST_PATH = 1_000
LONGEST_QUERY = 2_000
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # none goes to other sites; without one to itself a browser would send forms as from nowhere
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer, unless the answer sets one of them itself."""


@dataclass(frozen=True, slots=True)
class Guard:
    """ASGI middleware around the whole desk. ``refuse`` turns a refusal into an answer."""

    app: ASGIApp
    hosts: Collection[str]
    refuse: Callable[[Scope, Refused], Response]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass to the desk, or answer why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        guarded = _with_headers(send)
        refused = self._objection(scope)
        if refused is None:
            await self.app(scope, receive, guarded)
            return
        await self.refuse(scope, refused)(scope, receive, guarded)

    def _objection(self, scope: Scope) -> Refused | None:
        headers = Headers(scope=scope)
        host = host_name(headers.get("host"))
        if host is None or ("*" not in self.hosts and host not in self.hosts):
            return Refused(
                400,
                "Another host was asked for",
                "This desk answers only to the names it was started with. Use the address it printed.",
            )
        if len(scope["path"]) > LONGEST_PATH or len(scope["query_string"]) > LONGEST_QUERY:
            return Refused(
                414, "The address is too long", f"A search may have {LONGEST_QUERY:,} characters in all. Ask for fewer words."
            )
        if scope["method"] not in SAFE and not same_origin(headers):
            return Refused(
                403,
                "Sent from another site",
                "Changes are only taken from pages of this desk. Open the page here and send it again.",
            )
        return None


def host_name(header: str | None) -> str | None:
    """The name or address in a ``Host`` header, without port and brackets; None where it is none."""
    if not header or any(char in header for char in "/@\\?# "):
        return None
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None


def same_origin(headers: Headers) -> bool:
    """Whether a browser says that a request comes from a page of this very host. A program that sends neither header is let pass
    here: it has no cookies of a reader."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
