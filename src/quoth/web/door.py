"""The door before every address of a desk with accounts: who is not signed in is asked to, who may not is told so."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoth.web import who
from quoth.web.accounts import Role, at_least
from quoth.web.answer import Refused
from quoth.web.forms import form_of
from quoth.web.guard import SAFE

SIGN_IN = "/sign-in"
MAY = {"reader": "read", "editor": "read, judge, add and publish", "admin": "do all of it and look after the accounts"}
"""What a role lets one do, in words."""


@dataclass(frozen=True, slots=True)
class Door:
    """ASGI middleware around one address. On a desk without accounts it stands open."""

    app: ASGIApp
    role: Role

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through who may, and see to it that no browser or proxy keeps what they were shown."""
        request = Request(scope, receive)
        if request.app.state.desk.sessions is None:
            await self.app(scope, receive, send)
            return
        send = _unkept(send)
        account = await run_in_threadpool(who.account_of, request)
        if account is None:
            await self._ask(request)(scope, receive, send)
            return
        if not at_least(account.role, self.role):
            raise Refused(
                403,
                "This account may not do that",
                f"{account.name} has the role {account.role}: may {MAY[account.role]}. This takes the role {self.role}, which may "
                f"{MAY[self.role]}. Ask who looks after the accounts of this desk.",
            )
        await self.app(scope, receive, send)

    @staticmethod
    def _ask(request: Request) -> RedirectResponse:
        """To the sign-in, and from there to where one was going; a program and a form are only told."""
        beside = request.query_params.get("panel") == "1"
        if request.method not in SAFE or form_of(request.scope) != "html" or beside:
            raise Refused(
                401,
                "Nobody is signed in",
                f"This desk has accounts. Sign in at {SIGN_IN}; in another window, and what was typed here can then be sent again.",
            )
        query = request.scope["query_string"].decode("latin-1")
        wanted = quote(request.scope["path"]) + (f"?{query}" if query else "")
        return RedirectResponse(f"{SIGN_IN}?next={quote(wanted, safe='')}" if wanted != "/" else SIGN_IN, 303)


def doors(role: Role, *routes: Route) -> tuple[Route, ...]:
    """Addresses that take a role at least."""
    for one in routes:
        one.app = Door(one.app, role)
    return routes


def _unkept(send: Send) -> Send:
    async def answered(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["cache-control"] = "no-store"
        await send(message)

    return answered
