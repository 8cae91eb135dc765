"""From a page function to a response: one state of the ledger, the page drawn in the form that was asked for. All that is needed beside the
ledger stands in the request, so that any process that reads the ledger draws the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quoth.export.citations import Cited, as_bibtex, as_ris, in_words
from quoth.export.rows import plain
from quoth.store import ReadView, Store
from quoth.view.judgements import ruling_made
from quoth.web import tokens, who
from quoth.web.answer import Answer, Moved, Refused
from quoth.web.forms import MEDIA, Form, as_json, form_of
from quoth.web.templating import render

PageFunction: TypeAlias = Callable[[ReadView, Request], Answer | Moved]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it is sent."""

    response: Response
    personal: bool = False
    """Whether it holds what is one browser's own: a form's token, a name."""


def draw(store: Store, function: PageFunction, request: Request) -> Drawn:
    """What ``function`` finds, drawn. The request is one that ``introduce`` has seen."""
    state = request.state
    with store.read_once() as read:
        answer = function(read, request)
        state.done = ruling_made(read, state.made) if state.made else None
    if isinstance(answer, Moved):
        return Drawn(RedirectResponse(answer.to, 303))
    response = _marked(respond(request, answer))
    return Drawn(response, getattr(state, "personal", False))


def introduce(request: Request) -> None:
    """Note in a request what only the desk itself can tell: who asks, the token that a form of theirs would get, and the judgement that the
    page is to tell of."""
    state = request.state
    state.visitor = request.cookies.get(tokens.COOKIE) or tokens.new_visitor()
    state.token = tokens.token_for(request.app.state.desk.key, who.visitor_of(request, state.visitor))
    state.made = who.done_of(request) if _is_whole_page(request) else None


def _marked(response: Response) -> Response:
    """The response with a mark of its content, by which a browser asks whether it is still the same; without one where it sets a cookie."""
    if "set-cookie" not in response.headers:
        response.headers["etag"] = f'"{hashlib.blake2b(bytes(response.body), digest_size=16).hexdigest()}"'
    return response


def _is_whole_page(request: Request) -> bool:
    """Whether a person sees it, and not a program, nor as a part beside another page."""
    return form_of(request.scope) == "html" and request.query_params.get("panel") != "1"


def respond(request: Request, answer: Answer) -> Response:
    """An answer in the form that was asked for."""
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
    visitor: str = request.state.visitor
    issued: list[str] = []

    def token() -> str:
        issued.append(visitor)
        request.state.personal = True
        return str(request.state.token)

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
        set_cookie(request, response, tokens.COOKIE, visitor)
    if getattr(request.state, "done", None):
        set_cookie(request, response, who.DONE, "", 0)
    return response


def _sent(content: bytes, form: Form) -> Response:
    response = Response(content, media_type=MEDIA[form])
    response.headers["cache-control"] = "no-cache"
    response.headers["vary"] = "accept"
    return response


def set_cookie(request: Request, response: Response, name: str, value: str, seconds: int | None = None) -> None:
    """A cookie that no script and no other site sees."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="strict", path="/", secure=secure)


def cite_page(request: Request, identifier: str, title: str, *, note: str | None = None) -> Cited:
    """How a page of this desk is cited: by its address and the day on which it was made from what the ledger held."""
    url = str(request.url.replace(query="", fragment=""))
    return Cited("page", identifier, title, outlet="quoth", url=url, accessed=today(), note=note)


def today() -> str:
    """The day, in UTC, as ISO 8601."""
    return datetime.now(UTC).date().isoformat()
