"""Pages of what other pages show the first of: each line opens its words, each page has its twin for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from quoth.store import ReadView
from quoth.view import lists
from quoth.view.lists import Listing
from quoth.web import addresses, ask
from quoth.web.answer import Answer

Ask = Callable[[ReadView, Request, int], Listing]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a page of this kind lists, under which heading, and where what it is about stands."""

    title: str
    ask: Ask
    home: Callable[[str], str]


def _of(request: Request) -> str:
    return str(request.path_params["id"])


KINDS: Mapping[str, Kind] = {
    "ties": Kind(
        "Which articles share its words", lambda read, asked, page: lists.tie_list(read, _of(asked), number=page), addresses.article
    ),
    "steps": Kind(
        "Where it comes from: every step",
        lambda read, asked, page: lists.step_list(read, _of(asked), number=page, min_score=ask.least_score(asked.query_params)),
        addresses.claim,
    ),
    "accounts": Kind("Every account", lambda read, asked, page: lists.account_list(read, _of(asked), number=page), addresses.point),
    "tellings": Kind(
        "Every telling", lambda read, asked, page: lists.telling_list(read, _of(asked), number=page), addresses.contact
    ),
    "claims": Kind(
        "On which claims, where",
        lambda read, asked, page: lists.standing_list(read, _of(asked), number=page, min_score=ask.least_score(asked.query_params)),
        addresses.actor,
    ),
    "meetings": Kind("Contacts", lambda read, asked, page: lists.meeting_list(read, _of(asked), number=page), addresses.actor),
    "stories": Kind(
        "Its stories", lambda read, asked, page: lists.story_list(read, asked.path_params["name"], number=page), addresses.outlet
    ),
    "unfound": Kind(
        "Claims of which no statement was found in it",
        lambda read, asked, page: lists.unfound_list(read, asked.path_params["name"], number=page),
        addresses.outlet,
    ),
}
"""By the last part of the address; of outlets by what ``all`` asks for."""
OF_OUTLETS = ("stories", "unfound")
BY_ADDRESS = tuple(name for name in KINDS if name not in OF_OUTLETS)
ADDRESSES = tuple(f"{KINDS[name].home('{id}')}/{name}" for name in BY_ADDRESS)


def listed(name: str) -> Callable[[ReadView, Request], Answer]:
    """The page of one kind."""
    kind = KINDS[name]

    def show(read: ReadView, request: Request) -> Answer:
        page = kind.ask(read, request, ask.number(request.query_params, "page"))
        extra = {"name": name, "heading": kind.title, "home": kind.home(page.of), "year": None}
        return Answer("list.html", f"{kind.title}: {page.name}", page, extra)

    return show
