"""``quoth publish``: chosen stories as a folder of pages that any web server can serve as they are."""

from __future__ import annotations

from pathlib import Path

import click

from quoth.cli.console import db_option, number_of
from quoth.cli.export import write_lines
from quoth.cli.show import reading, score_option
from quoth.errors import LedgerError
from quoth.export.site import site_files
from quoth.view.find import find_story


@click.command("publish")
@click.argument("stories", nargs=-1, required=True, metavar="STORY...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write the pages to."
)
@click.option("--title", help="What the list of stories is called.")
@click.option(
    "--address", default="", help="Where the site will stand (https://…): then what embeds a claim can be copied as it is."
)
@click.option(
    "--articles",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Articles of each story printed in full at most: print only those that you may.",
)
@score_option("Hide statements less sure than this, 0 to 1; the pages say how many. Those under 0.5 are marked unsure.")
@db_option
def command(
    db: Path, *, stories: tuple[str, ...], output: Path, title: str | None, address: str, articles: int, min_score: float
) -> None:
    """Publish each STORY (its identifier, the beginning of it, or words of its title) as pages that stand alone: a list, each story as HTML
    and Markdown, and a card for each disputed claim. Files of the same name are replaced; nothing else in the folder is touched."""
    written = 0
    with reading(db) as read:
        chosen = [find_story(read, one) for one in stories]
        for one in site_files(read, chosen, title=title, address=address, articles=articles, min_score=min_score):
            place = output / one.name
            _make_folder(place.parent)
            write_lines([one.text], place)
            written += 1
    click.echo(f"{output}: {number_of(written, 'file')}; begin at {output / 'index.html'}", err=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{folder} could not be made ({error.strerror}). Name a folder that you may write to.") from error
