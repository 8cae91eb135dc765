"""``quoth search``: where words stand."""

from __future__ import annotations

from pathlib import Path

import click

from quoth.cli import pages
from quoth.cli.console import db_option, json_option
from quoth.cli.dates import dates_option, require_dates
from quoth.cli.show import reading, score_option
from quoth.cli.table import emit
from quoth.errors import UsageError
from quoth.view.search import search_page


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Statements and articles shown at most.")
@dates_option
@score_option("Hide statements less sure than this, 0 to 1, and say how many. Those under 0.5 are marked unsure.")
@db_option
@json_option
def command(
    words: tuple[str, ...], limit: int, db: Path, *, as_json: bool, min_score: float, since: str | None, until: str | None
) -> None:
    """Find statements and articles that hold all these WORDS; put a phrase in double quotes."""
    require_dates(since, until)
    text = " ".join(_quoted(word) for word in words if word.strip())
    if not text:
        raise UsageError("No word to look for was given. Give one or more: quoth search WORDS")
    with reading(db) as read:
        page = search_page(read, text, limit=limit, min_score=min_score, since=since, until=until)
        emit(page, lambda console: pages.draw_search(console, page), as_json=as_json)


def _quoted(word: str) -> str:
    """A word that the shell already took out of its quotes is a phrase again."""
    return f'"{word}"' if " " in word and '"' not in word else word
