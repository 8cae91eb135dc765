"""The desk as an ASGI application over one ledger, opened so that nothing read can write."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from quoth.store import Store, open_store
from quoth.web.answer import Refused
from quoth.web.faults import HANDLERS, show_refused
from quoth.web.forms import Suffixes
from quoth.web.guard import LOCAL, Guard
from quoth.web.memory import Memory
from quoth.web.routes import ROUTES

LARGEST_BODY = 1 << 20
"""Bytes that a form may send at most."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the pages of one desk share."""

    path: Path
    store: Store
    """Read-only: the database refuses every write over it."""
    key: bytes
    """Made anew at every start; tokens of forms are bound to it."""
    memory: Memory = field(default_factory=Memory)


def create_app(ledger: Path, *, hosts: Collection[str] = ()) -> Starlette:
    """The desk of a ledger. It answers to the names of this machine and to ``hosts``; ``*`` stands for any.

    Raises ``LedgerError`` where there is no ledger at that path.
    """
    open_store(ledger).close()  # brings its schema up to date, which reading alone may not
    desk = Desk(ledger, open_store(ledger, read_only=True), secrets.token_bytes(32))

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        desk.store.close()

    def refuse(scope: Scope, refused: Refused) -> Response:
        return show_refused(Request({**scope, "app": app}), refused)

    middleware = [
        Middleware(Guard, hosts=frozenset({*LOCAL, *(host.lower() for host in hosts)}), refuse=refuse),
        Middleware(Suffixes),
    ]
    app = Starlette(
        routes=ROUTES, middleware=middleware, exception_handlers=HANDLERS, lifespan=lifespan, max_body_size=LARGEST_BODY
    )
    app.state.desk = desk
    return app
