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

from quoth.run.adding import Queue
from quoth.store import Store, open_store
from quoth.web.accounts import Accounts
from quoth.web.answer import Refused
from quoth.web.faults import HANDLERS, show_refused
from quoth.web.forms import Suffixes
from quoth.web.guard import LOCAL, Guard
from quoth.web.lane import Lane
from quoth.web.memory import Memory, Watch
from quoth.web.readers import Readers
from quoth.web.routes import ROUTES, SIGNING
from quoth.web.sessions import Sessions

LARGEST_BODY = 1 << 20
"""Bytes that a form may send at most."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the pages of one desk share."""

    path: Path
    store: Store
    """Read-only: the database refuses every write over it."""
    adding: Queue
    """What is added from the desk, in a process of its own."""
    key: bytes
    """Made anew at every start; tokens of forms are bound to it."""
    watch: Watch
    """Whether what is remembered still holds."""
    readers: Readers
    """Processes that draw pages beside this one."""
    accounts: Accounts | None = None
    sessions: Sessions | None = None
    """Both None on a desk without accounts."""
    fetches: bool = False
    """Whether editors may have pages fetched from the web."""
    memory: Memory = field(default_factory=Memory)
    lane: Lane = field(default_factory=Lane)
    """Where judgements are worked in, one after the other."""


def create_app(
    ledger: Path, *, hosts: Collection[str] = (), accounts: Accounts | None = None, fetches: bool = False, readers: int = 0
) -> Starlette:
    """The desk of a ledger. It answers to the names of this machine and to ``hosts``; ``*`` stands for any. With ``accounts`` nobody
    sees anything of it before they sign in. With ``fetches`` editors may have it fetch pages from the web. So many ``readers`` draw pages
    beside this process; they are there from when the application is started until it ends.

    Raises ``LedgerError`` where there is no ledger at that path.
    """
    open_store(ledger).close()  # brings its schema up to date, which reading alone may not
    desk = Desk(
        path=ledger,
        store=open_store(ledger, read_only=True),
        adding=Queue(ledger),
        key=secrets.token_bytes(32),
        watch=Watch(ledger),
        readers=Readers(ledger, accounts.path if accounts else None, readers),
        accounts=accounts,
        sessions=Sessions(accounts.path) if accounts else None,
        fetches=fetches,
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        desk.readers.start()
        yield
        desk.readers.close()
        desk.lane.close()
        desk.adding.close()
        desk.watch.close()
        desk.store.close()

    def refuse(scope: Scope, refused: Refused) -> Response:
        return show_refused(Request({**scope, "app": app}), refused)

    middleware = [
        Middleware(Guard, hosts=frozenset({*LOCAL, *(host.lower() for host in hosts)}), refuse=refuse),
        Middleware(Suffixes),
    ]
    app = Starlette(
        routes=[*ROUTES, *(SIGNING if accounts else ())],
        middleware=middleware,
        exception_handlers=HANDLERS,
        lifespan=lifespan,
        max_body_size=LARGEST_BODY,
    )
    app.state.desk = desk
    app.state.closing = lambda: False  # the server puts its own word here: whether it is about to end
    return app
