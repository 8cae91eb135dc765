"""People, bodies and states; outlets."""

from __future__ import annotations

from starlette.requests import Request

from quoth.store import Persons, ReadView
from quoth.view.outlets import outlet_page, outlets_page
from quoth.view.people import KINDS, people_page
from quoth.view.person import PersonPage, merged_into, person_page
from quoth.web import addresses, ask
from quoth.web.answer import Answer, Moved, missing
from quoth.web.draw import cite_page
from quoth.web.forms import form_of
from quoth.web.pages import lists


def actors(read: ReadView, request: Request) -> Answer:
    """The list of actors."""
    asked = request.query_params
    kind = ask.choice(asked, "kind", KINDS)
    page = people_page(read, words=ask.words(asked, "q"), kinds=(kind,) if kind else (), number=ask.number(asked, "page"))
    return Answer("actors.html", "People, bodies and states", page, {"kinds": KINDS})


def actor(read: ReadView, request: Request) -> Answer | Moved:
    """One actor over all documents; where it is one with another by now, that other."""
    asked, identifier = request.query_params, request.path_params["id"]
    if Persons(read.engine).head(identifier) is None and (now := merged_into(read, identifier)):
        ending = "" if form_of(request.scope) == "html" else f".{form_of(request.scope)}"
        return Moved(addresses.with_query(f"{addresses.actor(now)}{ending}", dict(asked)))
    page = _person(read, identifier, least=ask.least_score(asked), number=ask.number(asked, "page"))
    extra = {"year": None}
    note = f"{page.documents} documents, {page.mentions} mentions"
    return Answer("actor.html", page.who.name, page, extra, cite_page(request, page.who.id, page.who.name, note=note))


def _person(read: ReadView, identifier: str, *, least: float, number: int) -> PersonPage:
    """The actor of that identifier, or the one that a referent of one document was joined to."""
    page = person_page(read, identifier, min_score=least, number=number)
    if page is None:
        joined = read.actor_of([identifier]).get(identifier)
        page = person_page(read, joined, min_score=least, number=number) if joined else None
    if page is None:
        raise missing("actor", f"Nobody in this ledger has the identifier {identifier!r}. Look for the name among the people.")
    return page


def outlets(read: ReadView, _request: Request) -> Answer:
    """The list of outlets."""
    return Answer("outlets.html", "Outlets", outlets_page(read))


def outlet(read: ReadView, request: Request) -> Answer:
    """One outlet; with ``all`` one of its lists, page by page."""
    whole = ask.choice(request.query_params, "all", lists.OF_OUTLETS)
    if whole:
        return lists.listed(whole)(read, request)
    page = outlet_page(read, request.path_params["name"], number=ask.number(request.query_params, "page"))
    note = f"{page.documents} documents"
    return Answer("outlet.html", page.outlet, page, {"year": None}, cite_page(request, "outlet", page.outlet, note=note))
