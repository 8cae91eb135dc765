"""``quoth compare``: two articles side by side."""

from __future__ import annotations

from pathlib import Path

import click

from quoth.cli.console import db_option, json_option
from quoth.cli.origins import draw_comparison
from quoth.cli.show import reading
from quoth.cli.table import emit
from quoth.view.compare import compare_page


@click.command("compare")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@db_option
@json_option
def command(first: str, second: str, db: Path, *, as_json: bool) -> None:
    """Set two articles side by side, the passages that both have marked and numbered.

    A and B: an identifier or its beginning, an address, or words of the title.
    """
    with reading(db) as read:
        page = compare_page(read, first, second)
        emit(page, lambda console: draw_comparison(console, page), as_json=as_json)
