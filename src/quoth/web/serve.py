"""From a page function to an endpoint, and from a form to what it changes: answers that are remembered, forms that prove where they are from."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from quoth.web import tokens, who
from quoth.web.answer import Answer, Moved, Refused
from quoth.web.draw import PageFunction, draw, introduce, respond, set_cookie, today
from quoth.web.forms import form_of

ChangeFunction: TypeAlias = Callable[[Path, Request, FormData], Answer | Moved]
"""Takes the ledger's path, the request and what its form sent; tells where the reader goes next, or what they see where nothing was changed."""


def page(function: PageFunction, *, here: bool = False) -> Callable[[Request], Response]:
    """An endpoint that shows what ``function`` finds. With ``here`` it is always drawn by the desk's own process: what it shows does not
    stand in the ledger alone."""
    return partial(show, function, here)


def show(function: PageFunction, here: bool, request: Request) -> Response:  # noqa: FBT001 - bound by ``page``
    """A page, drawn by a process that only reads where there are any. It runs in a thread of its own.

    An answer is remembered until the ledger changes, unless it holds what is one browser's own: a form's token, a name. A browser that has
    it already is told so.
    """
    desk = request.app.state.desk
    version = desk.watch.version()  # before anything is read: what is written meanwhile makes the answer too new, never too old
    scope = request.scope
    asked = (scope["scheme"], request.headers.get("host"), scope["path"], scope["query_string"], form_of(scope))
    question = (today(), who.role_of(request), *asked)
    introduce(request)
    known: Response | None = None if request.state.made else desk.memory.recall(version, question)
    if known is None:
        drawn = (None if here else desk.readers.draw(scope)) or draw(desk.store, function, request)
        known = drawn.response
        if "etag" in known.headers and not drawn.personal:
            desk.memory.keep(version, question, known)
    return _unless_had(request, known)


def _unless_had(request: Request, response: Response) -> Response:
    """The response; only that nothing changed where the browser holds it already."""
    mark = response.headers.get("etag")
    had = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if mark is None or response.status_code != 200 or mark not in had:
        return response
    return Response(status_code=304, headers={name: response.headers[name] for name in ("etag", "cache-control", "vary")})


def change(
    function: ChangeFunction, *, largest_field: int = 1 << 20, judges: bool = False
) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that takes a form of this desk: without the desk's own token nothing is done. ``function`` runs in a thread; one that
    ``judges`` in the one thread for that. ``largest_field``: bytes that one typed field may have."""

    async def endpoint(request: Request) -> Response:
        async with _form(request, largest_field) as form:
            given = form.get(tokens.FIELD) or request.headers.get("x-quoth-token")
            desk = request.app.state.desk
            if not tokens.is_token(desk.key, await run_in_threadpool(_bearer, request), given if isinstance(given, str) else None):
                raise Refused(
                    403,
                    "The form is no longer good",
                    "It was made before this desk was started, or elsewhere. Open the page again.",
                )
            answer = await (desk.lane.run if judges else run_in_threadpool)(function, desk.path, request, form)
        if isinstance(answer, Answer):
            return await run_in_threadpool(_show_form, request, answer)
        moved = RedirectResponse(answer.to, 303)
        for name, (value, seconds) in answer.cookies.items():
            set_cookie(request, moved, name, value, seconds)
        return moved

    return endpoint


@asynccontextmanager
async def _form(request: Request, largest_field: int) -> AsyncIterator[FormData]:
    """What a form sent. One that breaks off, or is in an encoding that there is not, is refused as malformed."""
    async with AsyncExitStack() as held:
        try:
            form = await held.enter_async_context(request.form(max_part_size=largest_field))
        except (ClientDisconnect, ValueError) as error:
            raise Refused(400, "The form is not understood", "It broke off, or is no form. Open the page again.") from error
        yield form


def _show_form(request: Request, answer: Answer) -> Response:
    introduce(request)
    return respond(request, answer)


def _bearer(request: Request) -> str | None:
    visitor = request.cookies.get(tokens.COOKIE)
    return who.visitor_of(request, visitor) if visitor else None
