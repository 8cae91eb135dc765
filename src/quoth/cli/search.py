"""``quoth search``: where words stand."""

from __future__ import annotations

from pathlib import Path

import click

from quoth.cli import pages
from quoth.cli.console import db_option, json_option
from quoth.cli.show import reading, score_option
from quoth.cli.table import emit
from quoth.view.search import search_page


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Statements and articles shown at most.")
@score_option("Hide statements less sure than this, 0 to 1, and say how many. Those under 0.5 are marked unsure.")
@db_option
@json_option
def command(words: tuple[str, ...], limit: int, db: Path, *, as_json: bool, min_score: float) -> None:
    """Find statements and articles that hold all these WORDS; put a phrase in double quotes."""
    with reading(db) as read:
        page = search_page(read, " ".join(_quoted(word) for word in words), limit=limit, min_score=min_score)
        emit(page, lambda console: pages.draw_search(console, page), as_json=as_json)


def _quoted(word: str) -> str:
    """A word that the shell already took out of its quotes is a phrase again."""
    return f'"{word}"' if " " in word and '"' not in word else word
