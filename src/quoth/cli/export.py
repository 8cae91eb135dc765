"""``quoth export``: the rows of the export contract, for other people's tools."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from quoth.cli.console import db_option
from quoth.cli.show import reading, score_option, story_option
from quoth.errors import LedgerError
from quoth.export.csv import to_csv
from quoth.export.jsonl import to_jsonl
from quoth.export.rows import rows
from quoth.export.schema import schema_text
from quoth.export.shapes import KINDS
from quoth.view.find import find_story
from quoth.view.scores import Hidden, hidden_text


@click.command("export")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True, help="JSON Lines or CSV."
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to standard output.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a row instead.")
@score_option("Of statements: leave out those less sure than this, 0 to 1, and say how many on standard error.")
@story_option
@db_option
def command(kind: str, db: Path, *, form: str, output: Path | None, story: str | None, schema: bool, min_score: float) -> None:
    """Export rows of one KIND, one a line, as docs/reference/export.md describes them."""
    if schema:
        click.echo(schema_text(kind), nl=False)
        return
    with reading(db) as read:
        hidden: Counter[str] = Counter()
        found = rows(read, kind, story=find_story(read, story).id if story else None, min_score=min_score, hidden=hidden)
        write_lines(to_jsonl(found) if form == "jsonl" else to_csv(kind, found), output)
    if hidden:
        click.echo(hidden_text(Hidden(min_score, hidden[kind]), what="exported"), err=True)


def write_lines(lines: Iterable[str], output: Path | None) -> None:
    """Write text in UTF-8 to a file or standard output, line ends as they are. Raises ``LedgerError`` where the file cannot be written."""
    if output is None:
        stream = sys.stdout.buffer
        for line in lines:
            stream.write(line.encode("utf-8"))
        stream.flush()
        return
    try:
        with output.open("wb") as stream:
            for line in lines:
                stream.write(line.encode("utf-8"))
    except OSError as error:
        raise LedgerError(
            f"{output} could not be written ({error.strerror}). Name a file in a folder that you may write to."
        ) from error
