"""Errors as pages, and as JSON for programs: what happened, what was expected, what to do. Never a stack trace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from quoth.errors import LedgerError, UsageError
from quoth.web import who
from quoth.web.answer import Refused
from quoth.web.forms import MEDIA, as_json, form_of, split_form
from quoth.web.guard import HEADERS
from quoth.web.templating import render

_TITLES = {
    404: ("There is no such page", "The address leads nowhere on this desk. Begin at the stories, or search the words."),
    405: ("This cannot be done here", "The address exists, but takes no request of this kind."),
    413: ("Too much at once", "What was sent is larger than this desk takes."),
}
_OTHER = ("The request is not understood", "Something in it is malformed. Go back and try again.")
_FAULT = Refused(
    500,
    "Something broke",
    "This is a fault of quoth, not of yours, and the ledger is untouched. What happened stands on the terminal that the desk was "
    "started from; please report it.",
)


def show_refused(request: Request, refused: Refused) -> Response:
    """A refusal in the form that was asked for. It carries the security headers itself: a fault is answered outside the guard."""
    headers = {**HEADERS, **({"www-authenticate": 'Cookie realm="quoth"'} if refused.status == 401 else {})}
    asked_json = form_of(request.scope) == "json" or split_form(request.scope["path"])[1] == "json"
    if asked_json:
        said = {"status": refused.status, "error": refused.title, "message": refused.message, "hints": list(refused.hints)}
        return Response(as_json(said), refused.status, headers, media_type=MEDIA["json"])
    page = render(
        "fault.html",
        refused=refused,
        title=refused.title,
        here=quote(request.scope["path"].encode("utf-8", "replace")),
        answer=None,
        query="",
        **who.standing_of(request),
    )
    return Response(page.encode("utf-8", "replace"), refused.status, headers, media_type=MEDIA["html"])


def _refused(request: Request, error: Exception) -> Response:
    return show_refused(request, error) if isinstance(error, Refused) else _fault(request, error)


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    title, message = _TITLES.get(status, _OTHER)
    response = show_refused(request, Refused(status, title, message))
    response.headers.update(dict(getattr(error, "headers", None) or {}))
    return response


def _usage(request: Request, error: Exception) -> Response:
    said, hints = (error.message, error.hints) if isinstance(error, UsageError) else (str(error), ())
    return show_refused(request, Refused(404, "Not found in this ledger", said, hints=hints))


def _ledger(request: Request, error: Exception) -> Response:
    return show_refused(request, Refused(503, "The ledger cannot be read now", str(error)))


def _fault(request: Request, _error: Exception) -> Response:
    return show_refused(request, _FAULT)


HANDLERS: Mapping[Any, Any] = {
    Refused: _refused,
    HTTPException: _http,
    UsageError: _usage,
    LedgerError: _ledger,
    Exception: _fault,
}
"""Exception → the page that says so. The last one also lets the fault reach the terminal."""
