"""Taking things along: the reports of a story and of a claim, the card of a claim, every export, and a site of chosen stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from starlette.requests import Request
from starlette.responses import Response

from quoth.export.menu import FORMAT, Offer, checked_format, offers, write_rows, write_view
from quoth.export.report.claim import card_snippet, render_card, render_claim_html, render_claim_markdown
from quoth.export.report.html import render_html
from quoth.export.report.markdown import render_markdown
from quoth.export.shapes import KINDS
from quoth.export.site import site_files, write_zip
from quoth.records import Story
from quoth.store import ReadView
from quoth.view.claim_report import ClaimReport, claim_card, claim_report
from quoth.view.find import find_claim, find_story
from quoth.view.report import ReportPage, report_page
from quoth.view.story import StoryRow
from quoth.view.story_list import StoriesAsked, story_list_page
from quoth.web import addresses, ask
from quoth.web.answer import Answer, missing, wrong
from quoth.web.files import Named, file_name, hand_over
from quoth.web.serve import page

MOST = 60
"""Stories of a site made here at most: an address holds no more."""
MEDIA = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
}


def _as_word(markdown: str) -> bytes:
    from quoth.export.report.docx import render_docx  # noqa: PLC0415 - only this form needs the library

    return render_docx(markdown)


def _as_pdf(markdown: str) -> bytes:
    from quoth.export.report.pdf import render_pdf  # noqa: PLC0415 - as above

    return render_pdf(markdown)


STORY: dict[str, Callable[[ReportPage], str | bytes]] = {
    "html": render_html,
    "md": render_markdown,
    "docx": lambda page: _as_word(render_markdown(page)),
    "pdf": lambda page: _as_pdf(render_markdown(page)),
}
CLAIM: dict[str, Callable[[ClaimReport], str | bytes]] = {
    "html": render_claim_html,
    "md": render_claim_markdown,
    "docx": lambda page: _as_word(render_claim_markdown(page)),
    "pdf": lambda page: _as_pdf(render_claim_markdown(page)),
}
"""Ending → what writes a report so."""


@dataclass(frozen=True, slots=True)
class Menu:
    """All that can be exported, of the whole ledger or of one story."""

    story: str | None
    title: str | None
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """The stories chosen for a site, and others to choose from."""

    chosen: tuple[str, ...]
    rows: tuple[StoryRow, ...]
    found: int


def exports(read: ReadView, request: Request) -> Answer:
    """The menu of all exports."""
    story = _story(read, request)
    menu = Menu(story.id, " ".join(story.title.split()), offers()) if story else Menu(None, None, offers())
    return Answer("exports.html", "Exports", menu, {"formats": FORMAT})


def export(read: ReadView, request: Request, to: IO[bytes]) -> Named:
    """One kind in one format."""
    kind, wanted = request.path_params["kind"], request.path_params["format"]
    if kind not in {one.kind for one in offers()}:
        raise missing("export", f"Nothing called {kind!r} can be exported.", hints=[one.kind for one in offers()])
    form, story, least = checked_format(kind, wanted), _story(read, request), ask.least_score(request.query_params)
    held = story.id if story else None
    if kind in KINDS:
        for piece in write_rows(read, kind, form, story=held, min_score=least):
            to.write(_bytes(piece))
    else:
        to.write(_bytes(write_view(read, kind, form, story=held, min_score=least).text))
    of = f"-{held[:8]}" if held else ""
    return Named(f"quoth-{kind}{of}.{FORMAT[form].ending}", FORMAT[form].media)


def story_report(form: str) -> Callable[[Request], Response]:
    """An endpoint that gives the report of a story as a file: the same as ``quoth report --story`` writes."""

    def write(read: ReadView, request: Request, to: IO[bytes]) -> Named:
        found = find_story(read, request.path_params["id"])
        to.write(_bytes(STORY[form](report_page(read, story=found, min_score=ask.least_score(request.query_params)))))
        return Named(file_name(found.title, found.id, form), MEDIA[form])

    return hand_over(write)


def claim_report_file(form: str) -> Callable[[Request], Response]:
    """An endpoint that gives the report of a claim as a file."""

    def write(read: ReadView, request: Request, to: IO[bytes]) -> Named:
        found = find_claim(read, request.path_params["id"])
        to.write(_bytes(CLAIM[form](claim_report(read, found.id, min_score=ask.least_score(request.query_params)))))
        return Named(file_name(found.text, found.id, form), MEDIA[form])

    return hand_over(write)


def card(read: ReadView, request: Request, to: IO[bytes]) -> Named:
    """The card of a claim as a file, to be put onto a web server and embedded."""
    found = find_claim(read, request.path_params["id"])
    to.write(_bytes(render_card(claim_card(read, found.id, min_score=ask.least_score(request.query_params)))))
    return Named(_card_name(found.id), MEDIA["html"])


def publish(request: Request) -> Response:
    """Choosing stories for a site; with ``get=zip`` the site itself."""
    return hand_over(_site)(request) if request.query_params.get("get") == "zip" else page(_choose, here=True)(request)


def _choose(read: ReadView, request: Request) -> Answer:
    chosen = [one.id for one in _chosen(read, request)]
    listed = story_list_page(read, StoriesAsked(words=ask.words(request.query_params, "q")))
    rows = {row.id: row for row in listed.rows}
    titles = {one.id: " ".join(one.title.split()) for one in read.stories(chosen)} if chosen else {}
    choosing = Choosing(tuple(chosen), tuple(rows.values()), listed.found)
    return Answer("publish.html", "Publish", choosing, {"titles": titles, "most": MOST})


def _site(read: ReadView, request: Request, to: IO[bytes]) -> Named:
    asked, chosen = request.query_params, _chosen(read, request)
    if not chosen:
        raise wrong("No story was chosen. Go back and tick those to publish.")
    address = ask.words(asked, "address") or ""
    if address and not address.startswith(("https://", "http://")):
        raise wrong(f"“address” was {address!r}, but an address that begins with https:// was expected.")
    files = site_files(read, chosen, title=ask.words(asked, "title"), address=address, min_score=ask.least_score(asked))
    write_zip(files, to)
    return Named("quoth-site.zip", MEDIA["zip"])


def _chosen(read: ReadView, request: Request) -> list[Story]:
    """The stories that were ticked, each once, in their order."""
    wanted = list(dict.fromkeys(request.query_params.getlist("story")))
    if len(wanted) > MOST:
        raise wrong(f"{len(wanted)} stories were chosen, but {MOST} fit at most. For more: quoth publish STORY… -o FOLDER")
    lost = [one for one in wanted if not addresses.is_identifier(one)]
    held = {one.id: one for one in read.stories(wanted)} if wanted and not lost else {}
    lost += [one for one in wanted if one not in held]
    if lost:
        raise missing("story", f"This ledger holds no story {lost[0]!r}. Choose again among those that it holds.")
    return [held[one] for one in wanted]


def _story(read: ReadView, request: Request) -> Story | None:
    name = ask.words(request.query_params, "story")
    return find_story(read, name) if name else None


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "replace")


def _card_name(claim: str) -> str:
    return f"quoth-claim-{claim[:8]}-card.html"


def files_of_story(identifier: str) -> list[tuple[str, str]]:
    """What can be taken along of a story: label and address."""
    home = addresses.story(identifier)
    return [
        ("Report (HTML)", f"{home}/report.html"),
        ("Report (Markdown)", f"{home}/report.md"),
        ("Report (Word)", f"{home}/report.docx"),
        ("Report (PDF)", f"{home}/report.pdf"),
        ("All exports", f"/exports?story={identifier}"),
        ("Publish", f"/publish?story={identifier}"),
    ]


def files_of_claim(identifier: str) -> list[tuple[str, str]]:
    """What can be taken along of a claim: label and address."""
    home = addresses.claim(identifier)
    return [
        ("Report (HTML)", f"{home}/report.html"),
        ("Report (Markdown)", f"{home}/report.md"),
        ("Report (Word)", f"{home}/report.docx"),
        ("Report (PDF)", f"{home}/report.pdf"),
        ("Card to embed (HTML)", f"{home}/card.html"),
    ]


def snippet_of_claim(identifier: str, text: str) -> str:
    """What puts the card of a claim into a page, once the card stands beside that page."""
    return card_snippet(_card_name(identifier), text)
