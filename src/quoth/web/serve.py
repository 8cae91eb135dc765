"""From a page function to an endpoint: one state of the ledger, the page drawn in the form that was asked for."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from quoth.export.citations import Cited, as_bibtex, as_ris, in_words
from quoth.export.rows import plain
from quoth.store import ReadView
from quoth.view.judgements import ruling_made
from quoth.web import tokens, who
from quoth.web.answer import Answer, Moved, Refused
from quoth.web.forms import MEDIA, Form, as_json, form_of
from quoth.web.templating import render

PageFunction: TypeAlias = Callable[[ReadView, Request], Answer | Moved]
ChangeFunction: TypeAlias = Callable[[Path, Request, FormData], Answer | Moved]
"""Takes the ledger's path, the request and what its form sent; tells where the reader goes next, or what they see where nothing was changed."""


def page(function: PageFunction) -> Callable[[Request], Response]:
    """An endpoint that shows what ``function`` finds. It runs in a thread of its own and sees one state of the ledger.

    An answer is remembered until the ledger changes, unless it holds what is one browser's own: a form's token, a name. A browser that has
    it already is told so.
    """

    def endpoint(request: Request) -> Response:
        desk = request.app.state.desk
        version = desk.watch.version()  # before anything is read: what is written meanwhile makes the answer too new, never too old
        scope = request.scope
        asked = (scope["scheme"], request.headers.get("host"), scope["path"], scope["query_string"], form_of(scope))
        question = (today(), who.role_of(request), *asked)
        done = _is_whole_page(request) and who.done_of(request)
        known: Response | None = None if done else desk.memory.recall(version, question)
        if known is None:
            with desk.store.read_once() as read:
                answer = function(read, request)
                request.state.done = ruling_made(read, done) if done else None
            if isinstance(answer, Moved):
                return RedirectResponse(answer.to, 303)
            known = _marked(_respond(request, answer))
            if "etag" in known.headers and not getattr(request.state, "personal", False):
                desk.memory.keep(version, question, known)
        return _unless_had(request, known)

    return endpoint


def _marked(response: Response) -> Response:
    """The response with a mark of its content, by which a browser asks whether it is still the same; without one where it sets a cookie."""
    if "set-cookie" not in response.headers:
        response.headers["etag"] = f'"{hashlib.blake2b(bytes(response.body), digest_size=16).hexdigest()}"'
    return response


def _unless_had(request: Request, response: Response) -> Response:
    """The response; only that nothing changed where the browser holds it already."""
    mark = response.headers.get("etag")
    had = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if mark is None or response.status_code != 200 or mark not in had:
        return response
    return Response(status_code=304, headers={name: response.headers[name] for name in ("etag", "cache-control", "vary")})


def change(function: ChangeFunction, *, largest_field: int = 1 << 20) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that takes a form of this desk: without the desk's own token nothing is done. ``function`` runs in a thread.
    ``largest_field``: bytes that one typed field may have."""

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
            answer = await run_in_threadpool(function, desk.path, request, form)
        if isinstance(answer, Answer):
            return await run_in_threadpool(_respond, request, answer)
        moved = RedirectResponse(answer.to, 303)
        for name, (value, seconds) in answer.cookies.items():
            _set_cookie(request, moved, name, value, seconds)
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


def _bearer(request: Request) -> str | None:
    visitor = request.cookies.get(tokens.COOKIE)
    return who.visitor_of(request, visitor) if visitor else None


def _is_whole_page(request: Request) -> bool:
    """Whether a person sees it, and not a program, nor as a part beside another page."""
    return form_of(request.scope) == "html" and request.query_params.get("panel") != "1"


def _set_cookie(request: Request, response: Response, name: str, value: str, seconds: int | None = None) -> None:
    """A cookie that no script and no other site sees."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="strict", path="/", secure=secure)


def _respond(request: Request, answer: Answer) -> Response:
    form = form_of(request.scope)
    if form == "json":
        response = _sent(as_json(plain(answer.page)), form)
        response.status_code = answer.status
        return response
    if form in {"ris", "bib"}:
        return _cite(answer, form)
    return _draw(request, answer)


def _cite(answer: Answer, form: Form) -> Response:
    if answer.cited is None:
        raise Refused(404, "Nothing to cite", "This page has no citation. Cite a story, a claim, a statement or an article.")
    text = as_ris(answer.cited) if form == "ris" else as_bibtex(answer.cited)
    response = _sent(text.encode("utf-8", "replace"), form)
    response.headers["content-disposition"] = f'attachment; filename="quoth-{answer.cited.id}.{form}"'
    return response


def _draw(request: Request, answer: Answer) -> Response:
    """The page, or only the part of it that opens beside another page (``?panel=1``)."""
    beside = answer.panel is not None and request.query_params.get("panel") == "1"
    visitor = request.cookies.get(tokens.COOKIE) or tokens.new_visitor()
    issued: list[str] = []

    def token() -> str:
        issued.append(visitor)
        request.state.personal = True
        return tokens.token_for(request.app.state.desk.key, who.visitor_of(request, visitor))

    text = render(
        answer.panel if beside and answer.panel else answer.template,
        page=answer.page,
        title=answer.title,
        answer=answer,
        here=quote(request.scope["path"]),
        asked=request.query_params,
        query=request.scope["query_string"].decode("latin-1"),
        citation=in_words(answer.cited) if answer.cited else "",
        token=token,
        done=getattr(request.state, "done", None),
        **who.standing_of(request),
        **answer.extra,
    )
    response = _sent(text.encode("utf-8", "replace"), "html")
    response.status_code = answer.status
    if issued and request.cookies.get(tokens.COOKIE) != visitor:
        _set_cookie(request, response, tokens.COOKIE, visitor)
    if getattr(request.state, "done", None):
        _set_cookie(request, response, who.DONE, "", 0)
    return response


def _sent(content: bytes, form: Form) -> Response:
    response = Response(content, media_type=MEDIA[form])
    response.headers["cache-control"] = "no-cache"
    response.headers["vary"] = "accept"
    return response


def cite_page(request: Request, identifier: str, title: str, *, note: str | None = None) -> Cited:
    """How a page of this desk is cited: by its address and the day on which it was made from what the ledger held."""
    url = str(request.url.replace(query="", fragment=""))
    return Cited("page", identifier, title, outlet="quoth", url=url, accessed=today(), note=note)


def today() -> str:
    """The day, in UTC, as ISO 8601."""
    return datetime.now(UTC).date().isoformat()
