"""Stories, claims, points, contacts and copies."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request

from quoth.records import Story
from quoth.store import ReadView, Tallies
from quoth.view.claim_list import claim_list_page
from quoth.view.claims import ClaimRow, page_of_claim
from quoth.view.drawings.spread import draw_origins
from quoth.view.drawings.timeline import count_background, draw_timeline
from quoth.view.find import find_claim, find_story
from quoth.view.front import story_front, story_part
from quoth.view.judgements import is_unsettled
from quoth.view.origins import origins_pages
from quoth.view.shelf import definition_list_page, figure_list_page, term_list_page
from quoth.view.silence_list import silence_list_page
from quoth.view.single import contact_page, copy_page, point_page
from quoth.view.story import shared_year, story_page
from quoth.view.story_list import Order, StoriesAsked, story_list_page
from quoth.web import ask
from quoth.web.answer import Answer, Refused
from quoth.web.draw import cite_page
from quoth.web.forms import form_of
from quoth.web.pages.taking import files_of_claim, files_of_story, snippet_of_claim

ORDERS: tuple[Order, ...] = get_args(Order)


def stories(read: ReadView, request: Request) -> Answer:
    """The list of stories; where something asked for is malformed, all of them with the form as it was filled in."""
    try:
        wanted, number, problem, status = _wanted(request), ask.number(request.query_params, "page"), None, 200
    except Refused as refused:
        if form_of(request.scope) != "html":
            raise
        wanted, number, problem, status = StoriesAsked(), 1, refused.message, refused.status
    return Answer("stories.html", "Stories", story_list_page(read, wanted, number=number), {"problem": problem}, status=status)


def _wanted(request: Request) -> StoriesAsked:
    asked = request.query_params
    since, until = ask.days(asked)
    return StoriesAsked(
        words=ask.words(asked, "q"),
        outlet=ask.words(asked, "outlet"),
        since=since,
        until=until,
        disputed=ask.is_on(asked, "disputed"),
        order=ask.choice(asked, "order", ORDERS) or "large",
    )


def story(read: ReadView, request: Request) -> Answer:
    """The first of everything that a story has; the rest stands on pages of its own (``parts.py``). A program may ask for all of it at once, with
    every word (``?words=1``)."""
    asked = request.query_params
    found, least = find_story(read, request.path_params["id"]), ask.least_score(asked)
    page, pictures = story_front(read, found, min_score=least)
    year = shared_year(page.row)
    extra = {
        "year": year,
        "timeline": draw_timeline(pictures.dates, year=year, window=ask.window(asked, "zoom"), left_out=pictures.left_out),
        "background": count_background([day.date for day in page.days], pictures.dates),
        "listed": frozenset(day.date for day in page.days),
        "network": pictures.network,
        "spread": pictures.spread,
        "files": files_of_story(found.id),
    }
    note = f"{page.row.articles} articles, {page.row.texts} texts of their own; story {page.row.id}"
    whole = form_of(request.scope) == "json" and ask.is_on(asked, "words")
    told = story_page(read, found, articles=0, min_score=least) if whole else page
    return Answer("story.html", page.row.title, told, extra, cite_page(request, found.id, page.row.title, note=note))


def claims(read: ReadView, request: Request) -> Answer:
    """The claims of the ledger or of one story, disputed ones first."""
    asked = request.query_params
    chosen = _story(read, request)
    page = claim_list_page(
        read,
        story=chosen.id if chosen else None,
        disputed=ask.is_on(asked, "disputed"),
        number=ask.number(asked, "page"),
        min_score=ask.least_score(asked),
    )
    heads = {} if chosen else Tallies(read.engine).story_heads({row.story for row in page.claims.rows if row.story})
    titles = {name: head.title for name, head in heads.items()}
    return Answer("claims.html", "Claims", page, {"chosen": chosen, "rows": page.claims.rows, "titles": titles})


def _story(read: ReadView, request: Request) -> Story | None:
    """The story that a list is limited to."""
    name = ask.words(request.query_params, "story")
    return find_story(read, name) if name else None


def claim(read: ReadView, request: Request) -> Answer:
    """One claim: who stands where on it, in which words, and where it comes from."""
    least = ask.least_score(request.query_params)
    found = find_claim(read, request.path_params["id"])
    page = page_of_claim(read, found, min_score=least)
    extra: dict[str, object] = {"year": None, "claim": page.row, "home": _home(read, page.row.story)}
    if request.query_params.get("panel") == "1":
        return Answer("claim.html", page.row.text, page, extra, panel="panel_claim.html")
    (origins,) = origins_pages(read, [found], min_score=least)
    extra |= {"origins": origins, "spread": draw_origins(origins), "unsettled": is_unsettled(read)}
    extra |= {"files": files_of_claim(page.row.id), "snippet": snippet_of_claim(page.row.id, page.row.text)}
    cited = cite_page(request, page.row.id, page.row.text, note=_reckoning(page.row))
    whole = {"claim": page, "origins": origins}
    return Answer("claim.html", page.row.text, whole, extra, cited, panel="panel_claim.html")


def _home(read: ReadView, story: str | None) -> tuple[str, str] | None:
    """Identifier and title of the story that a page belongs to."""
    head = Tallies(read.engine).story_heads([story]).get(story) if story else None
    return (story, head.title) if story and head else None


def _reckoning(row: ClaimRow) -> str:
    if row.origins_low is None or row.origins_high is None:
        origins = "origins not measured"
    elif row.origins_low == row.origins_high:
        origins = f"{row.origins_low} origins"
    else:
        origins = f"{row.origins_low} to {row.origins_high} origins"
    return f"{row.articles} articles, {row.texts} texts, {origins}"


def point(read: ReadView, request: Request) -> Answer:
    """A point on which accounts differ."""
    page = point_page(read, request.path_params["id"])
    cited = cite_page(request, page.row.id, page.row.about)
    extra = {"year": None, "home": _home(read, page.story)}
    return Answer("point.html", page.row.about, page, extra, cited, panel="panel_point.html")


def contact(read: ReadView, request: Request) -> Answer:
    """A call, meeting or letter with every telling of it."""
    page = contact_page(read, request.path_params["id"])
    title = f"{page.row.kind}: {', '.join(who.name for who in page.row.parties)}"
    extra = {"year": None, "home": Tallies(read.engine).story_of(page.row.tellings[0].document)}
    return Answer("contact.html", title, page, extra, cite_page(request, page.row.id, title), panel="panel_contact.html")


def copy(read: ReadView, request: Request) -> Answer:
    """An edge between two documents with its receipt."""
    page = copy_page(read, request.path_params["id"])
    title = f"{page.row.source.outlet} {'→' if page.row.directed else 'and'} {page.row.copy.outlet}"
    extra = {"year": None, "home": Tallies(read.engine).story_of(page.row.source.document)}
    return Answer("copy.html", title, page, extra, cite_page(request, page.row.id, title), panel="panel_copy.html")


def silence(read: ReadView, request: Request) -> Answer:
    """On which claims of a story an outlet or a party is found, and in how many articles it was looked for where it is not."""
    asked, chosen = request.query_params, find_story(read, request.path_params["id"])
    page = silence_list_page(
        read,
        chosen,
        number=ask.number(asked, "page"),
        columns=ask.number(asked, "columns"),
        min_score=ask.least_score(asked),
    )
    title = f"Who tells what: {chosen.title}"
    return Answer("silence.html", title, page, {"chosen": chosen}, cite_page(request, chosen.id, title))


def figures(read: ReadView, request: Request) -> Answer:
    """Figures on which accounts differ; of one story all others too, by what they count."""
    asked = request.query_params
    chosen, least = _story(read, request), ask.least_score(asked)
    extra: dict[str, object] = {"chosen": chosen, "year": None}
    if chosen is None:
        listed = figure_list_page(read, min_score=least, number=ask.number(asked, "page"))
        extra |= {
            "disputed": listed.disputed.rows,
            "articles": listed.disputed.articles,
            "every": None,
            "paged": listed,
            "stories": listed.stories,
        }
        return Answer("figures.html", "Figures that differ", listed, extra | {"differing": listed.found})
    page, _ = story_part(read, chosen, ("differing", "figures"), number=ask.number(asked, "page"), min_score=least)
    differing, every = page.parts["differing"], page.parts["figures"]
    extra |= {"disputed": differing.rows, "articles": page.row.articles, "every": every, "paged": page.longest, "stories": {}}
    return Answer("figures.html", "Figures that differ", page, extra | {"differing": differing.found})


def terms(read: ReadView, request: Request) -> Answer:
    """What the words mean here."""
    asked, chosen = request.query_params, _story(read, request)
    if chosen is None:
        term, number = ask.words(asked, "term"), ask.number(asked, "page")
        every = definition_list_page(read, term, number=number) if term else None
        listed = every or term_list_page(read, words=ask.words(asked, "q"), number=number)
        told: dict[str, object] = {
            "chosen": None,
            "terms": listed.terms.rows,
            "namings": (),
            "articles": listed.terms.articles,
            "paged": listed,
        }
        return Answer("terms.html", "What the words mean", listed, told)
    page, _ = story_part(read, chosen, ("terms", "namings"), number=ask.number(asked, "page"))
    rows = {name: part.rows for name, part in page.parts.items()}
    told = {"chosen": chosen, **rows, "articles": page.row.articles, "paged": page.longest}
    return Answer("terms.html", "What the words mean", page, told)
