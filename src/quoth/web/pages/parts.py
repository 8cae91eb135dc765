"""All that a story has of one kind, page by page: what its own page shows the first of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request

from quoth.store import ReadView
from quoth.view.drawings.timeline import draw_timeline
from quoth.view.find import find_story
from quoth.view.front import StoryPart, story_part
from quoth.view.sheet import Pictures
from quoth.view.story import shared_year
from quoth.web import ask
from quoth.web.answer import Answer
from quoth.web.draw import PageFunction, cite_page


@dataclass(frozen=True, slots=True)
class Kind:
    """What a page of this kind lists: the sections of a story, its heading, and what its lines are called."""

    title: str
    sections: tuple[str, ...]


KINDS: Mapping[str, Kind] = {
    "points": Kind("Points on which accounts differ", ("points",)),
    "contacts": Kind("Who called or met whom", ("contacts",)),
    "timeline": Kind("What happened when", ("timeline",)),
    "copies": Kind("Which article takes from which", ("copies",)),
    "voices": Kind("Whose voice is heard", ("sides", "speakers")),
    "outlets": Kind("Coverage by outlet", ("outlets",)),
    "articles": Kind("The articles", ("articles",)),
}
"""By the last part of the address."""


def part(name: str) -> PageFunction:
    """The page of one kind."""
    kind = KINDS[name]

    def show(read: ReadView, request: Request) -> Answer:
        asked = request.query_params
        found, number = find_story(read, request.path_params["id"]), ask.number(asked, "page")
        page, pictures = story_part(read, found, kind.sections, number=number, min_score=ask.least_score(asked))
        title = f"{kind.title}: {page.row.title}"
        return Answer("part.html", title, page, _extra(name, page, pictures, request), cite_page(request, found.id, title))

    return show


def _extra(name: str, page: StoryPart, pictures: Pictures | None, request: Request) -> dict[str, object]:
    year = shared_year(page.row)
    extra: dict[str, object] = {"name": name, "heading": KINDS[name].title, "year": year, "timeline": None, "listed": frozenset()}
    if name == "timeline" and pictures:
        window = ask.window(request.query_params, "zoom")
        extra["timeline"] = draw_timeline(pictures.dates, year=year, window=window, left_out=pictures.left_out)
        extra["listed"] = frozenset(moment.date for moment in page.parts["timeline"].rows)
    return extra
