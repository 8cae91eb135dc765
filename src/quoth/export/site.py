"""A static site of chosen stories: a page that lists them, each as HTML and Markdown, and a card for each disputed claim. Every file
stands alone, asks nothing of any host, and holds no article in full unless that is asked for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from quoth.export.report.claim import card_snippet, render_card
from quoth.export.report.html import render_html, render_template
from quoth.export.report.markdown import render_markdown
from quoth.records import Story
from quoth.store import ReadView
from quoth.view.claim_report import ClaimCard
from quoth.view.report import ReportPage, story_report
from quoth.view.story import StoryRow

CARDS = 40
"""Cards of one story at most: as many disputed claims as its report tells."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold: the same stories make the same file."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site: its place under the site's folder, with slashes, and its text, to be written in UTF-8."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Carded:
    """A claim in the list of a site: where its card stands, and what puts it into another page."""

    text: str
    name: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in the list of a site."""

    row: StoryRow
    cards: tuple[Carded, ...]


def site_files(
    read: ReadView,
    stories: Sequence[Story],
    *,
    title: str | None = None,
    address: str = "",
    articles: int = 0,
    min_score: float = 0.0,
) -> Iterator[SiteFile]:
    """The files of a site, a story at a time, the list of them last.

    ``address`` is where the site will stand, for what embeds a card. So many ``articles`` of each story stand in it in full: none,
    unless whoever publishes it may print them.
    """
    base = address.rstrip("/") + "/" if address else ""
    listed: list[Listed] = []
    for story in dict.fromkeys(stories):
        page = story_report(read, story, articles=articles, min_score=min_score, public=True)
        cards = tuple(_cards(page))
        yield SiteFile(f"stories/{story.id}.html", render_html(page))
        yield SiteFile(f"stories/{story.id}.md", render_markdown(page))
        yield from (SiteFile(_place(card), render_card(card)) for card in cards)
        row = page.stories[0].row
        listed.append(
            Listed(row, tuple(Carded(one.row.text, _place(one), card_snippet(base + _place(one), one.row.text)) for one in cards))
        )
    called = title or (listed[0].row.title if len(listed) == 1 else f"{len(listed)} stories")
    yield SiteFile("index.html", render_template("site.html", title=called, stories=listed, framed=bool(base)))


def write_zip(files: Iterable[SiteFile], to: IO[bytes]) -> None:
    """Write files into a zip file, all in one folder."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in files:
            entry = zipfile.ZipInfo(f"site/{one.name}", _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, one.text.encode("utf-8", "replace"))


def _cards(page: ReportPage) -> Iterator[ClaimCard]:
    for claim in page.stories[0].claims.disputed[:CARDS]:
        yield ClaimCard(claim, page.sources)


def _place(card: ClaimCard) -> str:
    return f"claims/{card.row.id}.html"
