"""``quoth search``: where words stand."""

from __future__ import annotations

from pathlib import Path

import click

from quoth.cli import pages
from quoth.cli.console import db_option, json_option
from quoth.cli.show import reading
from quoth.cli.table import emit
from quoth.view.search import search_page


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Statements and articles shown at most.")
@db_option
@json_option
def command(words: tuple[str, ...], limit: int, db: Path, *, as_json: bool) -> None:
    """Find statements and articles that hold all these WORDS; put a phrase in double quotes."""
    with reading(db) as read:
        page = search_page(read, " ".join(_quoted(word) for word in words), limit=limit)
        emit(page, lambda console: pages.draw_search(console, page), as_json=as_json)


def _quoted(word: str) -> str:
    """A word that the shell already took out of its quotes is a phrase again."""
    return f'"{word}"' if " " in word and '"' not in word else word
