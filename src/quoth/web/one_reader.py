"""What a process that only reads does: it is asked for one page after the other over a pipe, and draws them. It holds no key, no session and
no queue, and the database refuses every write of its."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeAlias

from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import Match

from quoth.errors import LedgerError, UsageError
from quoth.store import Store, open_store
from quoth.web.answer import Refused
from quoth.web.draw import Drawn, PageFunction, draw
from quoth.web.faults import HANDLERS
from quoth.web.routes import ROUTES
from quoth.web.sessions import Sessions

Question: TypeAlias = Mapping[str, Any]
"""What a page is drawn from beside the ledger: the parts of a request's scope that are plain, with what ``introduce`` noted in its state."""
PARTS = ("type", "method", "scheme", "path", "query_string", "root_path", "headers", "server", "client", "path_params", "state")
_TOLD = (Refused, HTTPException, UsageError, LedgerError)
"""What is answered with a page that says so. Every other fault ends the process: the first one then draws that page, and tells of it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Of a desk what pages are drawn from."""

    path: Path
    store: Store
    sessions: Sessions | None
    """None on a desk without accounts. Nothing is looked up in it: who asks stands in the question."""


@dataclass(frozen=True, slots=True)
class _App:
    state: State


def question_of(scope: Mapping[str, Any]) -> Question:
    """What goes to a reader of a request."""
    return {name: scope[name] for name in PARTS if name in scope}


def read_for(pipe: Connection, ledger: Path, accounts: Path | None) -> None:
    """Say that one is there, then answer until the pipe is closed: so it is too when the process at its other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the desk, which ends its readers
    with pipe, open_store(ledger, read_only=True) as store, suppress(EOFError, BrokenPipeError, ConnectionResetError):
        app = _App(State({"desk": Reading(ledger, store, Sessions(accounts) if accounts else None)}))
        pipe.send(True)
        while True:
            pipe.send(_answer(pipe.recv(), app, store))


def _answer(question: Question, app: _App, store: Store) -> Drawn:
    request = Request({**question, "app": app})
    try:
        return draw(store, _function_at(question), request)
    except _TOLD as error:
        said = next(kind for kind in _TOLD if isinstance(error, kind))
        return Drawn(HANDLERS[said](request, error))


def _function_at(question: Question) -> PageFunction:
    """What finds the page at an address."""
    for route in ROUTES:
        if isinstance(route.endpoint, partial) and route.matches({**question})[0] is Match.FULL:
            function: PageFunction = route.endpoint.args[0]
            return function
    raise LookupError(f"No page is drawn at {question['path']}")
