"""Search, set-aside input, and the ledger itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from starlette.requests import Request

from quoth.records import Stance
from quoth.run.status import Status, read_status
from quoth.store import ReadView, StatementFilter
from quoth.view.aside import set_aside_page
from quoth.view.asked import asked_page, claims_of
from quoth.view.counts import UNDATED, aside_text
from quoth.web import ask, who
from quoth.web.answer import Answer, Refused
from quoth.web.forms import form_of

STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What a ledger holds and how it was read."""

    ledger: str
    """The file's name; its folder is nobody's business but the owner's."""
    size: int
    status: Status


def search(read: ReadView, request: Request) -> Answer:
    """Statements and articles by words, speaker, outlet, stance and date; where something asked for is malformed, the form as it was filled in."""
    try:
        return _search(read, request)
    except Refused as refused:
        if form_of(request.scope) != "html":
            raise
        extra = {"stances": STANCES, "year": None, "empty": True, "problem": refused.message, "claims": ()}
        return Answer("search.html", "Search", asked_page(read, StatementFilter()), extra, status=refused.status)


def _search(read: ReadView, request: Request) -> Answer:
    asked = request.query_params
    since, until = ask.days(asked)
    wanted = StatementFilter(
        text=ask.words(asked, "q"),
        speaker=ask.words(asked, "speaker"),
        outlet=ask.words(asked, "outlet"),
        stance=ask.choice(asked, "stance", STANCES),
        since=since,
        until=until,
    )
    if ask.is_on(asked, "exact") and wanted.text and '"' not in wanted.text:
        wanted = replace(wanted, text=f'"{wanted.text}"')
    page = asked_page(read, wanted, min_score=ask.least_score(asked), number=ask.number(asked, "page"))
    extra = {
        "stances": STANCES,
        "year": None,
        "empty": wanted == StatementFilter(),
        "problem": None,
        "claims": claims_of(read, page.statements),
    }
    return Answer("search.html", "Search", page, extra)


def set_aside(read: ReadView, request: Request) -> Answer:
    """What could not be used, and why."""
    page = set_aside_page(read, number=ask.number(request.query_params, "page"))
    return Answer("set_aside.html", "What was set aside", page, {"by": who.name_of(request)})


def about(read: ReadView, request: Request) -> Answer:
    """The ledger itself."""
    path: Path = request.app.state.desk.path
    status = replace(read_status(read), set_aside=())
    page = AboutPage(path.name, path.stat().st_size if path.exists() else 0, status)
    held = read.set_aside()
    asides = aside_text(len(held), sum(one.reason == UNDATED for one in held))
    return Answer("about.html", "About this ledger", page, {"asides": asides})
