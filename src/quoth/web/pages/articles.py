"""Articles, single statements, and two articles side by side."""

from __future__ import annotations

from starlette.requests import Request

from quoth.export.citations import Cited
from quoth.store import ReadView, Tallies
from quoth.view.article import ArticlePage
from quoth.view.aside import aside_page
from quoth.view.compare import compare_page, look_for
from quoth.view.reading import reading_page
from quoth.view.single import Source, statement_page
from quoth.web import ask, who
from quoth.web.answer import Answer
from quoth.web.draw import today
from quoth.web.forms import form_of


def article(read: ReadView, request: Request) -> Answer:
    """One article: its text with what was found in it, versions, copies, where it came from."""
    asked = request.query_params
    gone = aside_page(read, request.path_params["id"]) if read.document(request.path_params["id"]) is None else None
    if gone is not None:
        return Answer("aside.html", "Set aside", gone, {"by": who.name_of(request)}, status=410)
    page = reading_page(read, request.path_params["id"], min_score=ask.least_score(asked), part=ask.number(asked, "part"))
    at = asked.get("at", "")
    extra = {"year": None, "at": int(at) if at.isascii() and at.isdigit() and len(at) < 10 else None}
    return Answer("article.html", page.article.title, page, extra, _cite_article(request, page.article))


def statement(read: ReadView, request: Request) -> Answer:
    """One statement with its evidence."""
    page = statement_page(read, request.path_params["id"])
    title = f"{page.said.speaker_text}: {page.said.content}"
    return Answer(
        "statement.html",
        title,
        page,
        {"year": None, "home": Tallies(read.engine).story_of(page.source.id)},
        _cite_statement(request, page.source, page.said.content),
        panel="panel_statement.html",
    )


def compare(read: ReadView, request: Request) -> Answer:
    """Two articles side by side; the form that asks for them where one is not named."""
    one, other = ask.words(request.query_params, "a"), ask.words(request.query_params, "b")
    given = {"a": one, "b": other}
    problems = {name: found for name, text in given.items() if text and (found := look_for(read, text))}
    if one is None or other is None or (problems and form_of(request.scope) == "html"):
        extra = {"problems": problems}
        return Answer("compare_ask.html", "Compare two articles", {"asked": given}, extra, status=404 if problems else 200)
    page = compare_page(read, one, other)
    title = f"{page.first.outlet} and {page.second.outlet}: {page.first.title}"
    home = Tallies(read.engine).story_of(page.first.document)
    return Answer("compare.html", title, page, {"year": None, "seen": (set(), set()), "home": home})


def _cite_article(request: Request, page: ArticlePage) -> Cited:
    outlet = None if page.outlet.startswith("unknown outlet") else page.outlet
    url = page.url or str(request.url.replace(query="", fragment=""))
    note = f"SHA-256 of the text: {page.sha256}"
    return Cited("article", page.id, page.title, page.authors, outlet, page.published, url, today(), note)


def _cite_statement(request: Request, source: Source, words: str) -> Cited:
    url = source.url or str(request.url.replace(query="", fragment=""))
    note = f"SHA-256 of the text: {source.sha256}"
    return Cited("article", source.id, source.title, source.authors, source.outlet, source.published, url, today(), note, words)
