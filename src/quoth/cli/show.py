"""``quoth show``: the pages of a ledger as tables, or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, get_args

import click
from rich.console import Console

from quoth.cli import pages
from quoth.cli.console import db_option, json_option, number_of
from quoth.cli.dates import dates_option, require_dates
from quoth.cli.origins import draw_origins
from quoth.cli.silence import draw_silence
from quoth.cli.table import emit, show_hidden
from quoth.errors import UsageError
from quoth.records import Stance
from quoth.store import ReadView, StatementFilter, open_store
from quoth.view.actor import actor_page
from quoth.view.article import article_page
from quoth.view.claims import claim_page, claims_page
from quoth.view.contacts import contacts_page
from quoth.view.copies import copies_page
from quoth.view.disagreements import disagreements_page, disputed_figures_page
from quoth.view.figures import figures_page
from quoth.view.find import find_actors, find_outlet, find_story
from quoth.view.origins import origins_page
from quoth.view.silence import silence_page
from quoth.view.statements import statements_page
from quoth.view.story import stories_page, story_page
from quoth.view.terms import terms_page
from quoth.view.timeline import timeline_page

MEANT = 8
"""Actors of one name that are listed at most."""

story_option = click.option(
    "--story", metavar="ID", help="Only this story (its identifier, the beginning of it, or words of its title)."
)


@contextmanager
def reading(db: Path) -> Iterator[ReadView]:
    """The view of a ledger, closed afterwards."""
    with open_store(db, create=False) as store:
        yield store.read()


def _options(function: Callable[..., None]) -> Callable[..., None]:
    """The options that every page has."""
    with_options: Callable[..., None] = db_option(json_option(function))
    return with_options


def score_option(text: str) -> Callable[..., Any]:
    """The option ``--min-score``, with what it does here."""
    option: Callable[..., Any] = click.option(
        "--min-score", type=click.FloatRange(0, 1), default=0.0, show_default=True, metavar="SCORE", help=text
    )
    return option


_score_option = score_option("Hide statements less sure than this, 0 to 1, and say how many. Those under 0.5 are marked unsure.")


@click.group("show")
def command() -> None:
    """Show what the ledger holds: stories, claims, statements, actors, contacts, articles and more."""


@command.command("stories")
@score_option("Count no claims that rest only on statements less sure than this, 0 to 1, and say how many.")
@_options
def show_stories(db: Path, *, as_json: bool, min_score: float) -> None:
    """All stories, the largest first."""
    with reading(db) as read:
        page = stories_page(read, min_score=min_score)
        emit(page, lambda console: pages.draw_stories(console, page), as_json=as_json)


@command.command("story")
@click.argument("identifier", metavar="[ID]", required=False)
@_score_option
@_options
def show_story(identifier: str | None, db: Path, *, as_json: bool, min_score: float) -> None:
    """One story: where the accounts part, figures, contacts, time, copies. ID may be left out where there is only one."""
    with reading(db) as read:
        page = story_page(read, find_story(read, identifier), articles=None if as_json else 0, min_score=min_score)
        emit(page, lambda console: pages.draw_story(console, page), as_json=as_json)


@command.command("claim")
@click.argument("identifier", metavar="ID")
@_score_option
@_options
def show_claim(identifier: str, db: Path, *, as_json: bool, min_score: float) -> None:
    """One claim: who asserts it and who denies it, each in their words."""
    with reading(db) as read:
        page = claim_page(read, identifier, min_score=min_score)
        emit(page, lambda console: pages.draw_claim(console, page), as_json=as_json)


@command.command("origins")
@click.argument("identifier", metavar="CLAIM")
@_score_option
@_options
def show_origins(identifier: str, db: Path, *, as_json: bool, min_score: float) -> None:
    """Where a claim comes from: its articles, texts and origins, and each step of the count with its words."""
    with reading(db) as read:
        page = origins_page(read, identifier, min_score=min_score)
        emit(page, lambda console: draw_origins(console, page), as_json=as_json)


@command.command("statements")
@click.option("--speaker", metavar="NAME", help="By whom: a name, a surname or an actor's identifier.")
@click.option("--outlet", metavar="NAME", help="In whose articles.")
@click.option("--stance", type=click.Choice(get_args(Stance)), help="What the speaker does with the content.")
@dates_option
@click.option("--text", metavar="WORDS", help="With these words; a phrase in double quotes.")
@_score_option
@click.option("--limit", type=click.IntRange(min=0), default=100, show_default=True, help="Show so many at most; 0 shows all.")
@story_option
@_options
def show_statements(db: Path, *, as_json: bool, story: str | None, min_score: float, limit: int, **asked: Any) -> None:
    """Who said what, in which words, and through whom it came."""
    with reading(db) as read:
        chosen = StatementFilter(**_checked(read, asked))
        found = find_story(read, story).id if story else None
        page = statements_page(read, asked=chosen, story=found, min_score=min_score, limit=limit or None)
        emit(page, lambda console: pages.draw_statements(console, page), as_json=as_json)


@command.command("actor")
@click.argument("name")
@_score_option
@_options
def show_actor(name: str, db: Path, *, as_json: bool, min_score: float) -> None:
    """One person, body, state or group: names, offices, stands, statements, contacts."""
    with reading(db) as read:
        found = find_actors(read, name, surnames=True)
        if len(found) > 1:
            hints = tuple(
                f"{one.id[:8]}  {one.name} ({one.kind}, {number_of(len(one.referents), 'article')})" for one in found[:MEANT]
            )
            raise UsageError(f"{name!r} may mean {len(found)} actors: say which one, by identifier or full name.", hints=hints)
        page = actor_page(read, found[0], min_score=min_score)
        emit(page, lambda console: pages.draw_actor(console, page), as_json=as_json)


@command.command("article")
@click.argument("article", metavar="ID")
@_score_option
@_options
def show_article(article: str, db: Path, *, as_json: bool, min_score: float) -> None:
    """One article with its statements marked. ID: an identifier or its beginning, an address, or words of the title."""
    with reading(db) as read:
        page = article_page(read, article, min_score=min_score)
        emit(page, lambda console: pages.draw_article(console, page), as_json=as_json)


def _checked(read: ReadView, asked: dict[str, Any]) -> dict[str, Any]:
    """What was asked for, with the outlet as the ledger names it. Raises ``UsageError`` for what cannot be."""
    require_dates(asked["since"], asked["until"])
    return {**asked, "outlet": find_outlet(read, asked["outlet"]) if asked["outlet"] else None}


def _add_story_page(name: str, build: Callable[..., Any], draw: Callable[..., None], text: str) -> None:
    """A command for a page that is about one story or the whole ledger."""

    @command.command(name, help=text)
    @story_option
    @_options
    def show(db: Path, *, as_json: bool, story: str | None) -> None:
        _show_of_story(db, story, build, draw, as_json=as_json)


def _add_scored_page(name: str, build: Callable[..., Any], draw: Callable[..., None], text: str) -> None:
    """The same for a page that shows statements: those less sure than is asked for are hidden."""

    @command.command(name, help=text)
    @_score_option
    @story_option
    @_options
    def show(db: Path, *, as_json: bool, story: str | None, min_score: float) -> None:
        _show_of_story(db, story, partial(build, min_score=min_score), _counted(draw), as_json=as_json)


def _counted(draw: Callable[..., None]) -> Callable[..., None]:
    """The drawing, with how much a least score hides below it."""

    def draw_counted(console: Console, page: Any) -> None:
        draw(console, page)
        show_hidden(console, page.hidden)

    return draw_counted


def _show_of_story(db: Path, story: str | None, build: Callable[..., Any], draw: Callable[..., None], *, as_json: bool) -> None:
    with reading(db) as read:
        page = build(read, story=find_story(read, story).id if story else None)
        emit(page, lambda console: draw(console, page), as_json=as_json)


_add_scored_page("claims", claims_page, pages.draw_claims, "Claims and who stands where on them, disputed ones first.")
_add_scored_page(
    "silence",
    silence_page,
    draw_silence,
    "Which outlets and parties are found on which claim, and in how many articles those that are not were looked for.",
)
_add_scored_page(
    "timeline", timeline_page, pages.draw_timeline, "What happened and what was said when, with how each date was read."
)
_add_story_page("contacts", contacts_page, pages.draw_contacts, "Who called or met whom, and who asked, according to whom.")
_add_story_page("copies", copies_page, pages.draw_copies, "Which article took from which, and how much.")
_add_story_page(
    "terms", terms_page, pages.draw_terms, "What the words mean: the definitions that articles give, and what acronyms stand for."
)
_add_scored_page(
    "disagreements", disagreements_page, pages.draw_disagreements, "Figures, dates and people on which accounts differ."
)


@command.command("figures")
@click.option("--disputed", is_flag=True, help="Only those on which accounts differ, side by side.")
@_score_option
@story_option
@_options
def show_figures(db: Path, *, as_json: bool, story: str | None, min_score: float, disputed: bool) -> None:
    """Every figure: what it counts, how much, as of when, according to whom."""
    build: Callable[..., Any] = disputed_figures_page if disputed else figures_page
    draw: Callable[..., None] = pages.draw_disagreements if disputed else pages.draw_figures
    _show_of_story(db, story, partial(build, min_score=min_score), _counted(draw), as_json=as_json)
