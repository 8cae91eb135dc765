"""``quoth export``: the rows of the export contract, for other people's tools."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from quoth.cli.console import db_option
from quoth.cli.show import reading, score_option, story_option
from quoth.errors import LedgerError, UsageError
from quoth.export.menu import ROW_FORMATS, checked_format, write_rows, write_view
from quoth.export.schema import schema_text
from quoth.export.shapes import KINDS
from quoth.export.written import FORMATS
from quoth.view.find import find_story
from quoth.view.scores import Hidden, hidden_text

ALL_FORMATS = list(dict.fromkeys([*ROW_FORMATS, *(name for names in FORMATS.values() for name in names)]))
FORMATS_HELP = "Rows: jsonl (the default) or csv; timeline: timelinejs; network: gexf (the default) or graphml; calendar: ics; annotations: w3c; reviews: claimreview; frames: aida; lineage: prov (the default), gexf or graphml."


@click.command("export")
@click.argument("kind", type=click.Choice([*KINDS, *FORMATS]))
@click.option("--format", "form", type=click.Choice(ALL_FORMATS), help=FORMATS_HELP)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to standard output.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a row instead.")
@score_option(
    "Of statements and what rests on them: leave out those less sure than this, 0 to 1, and say how many on standard error."
)
@story_option
@db_option
def command(
    kind: str, db: Path, *, form: str | None, output: Path | None, story: str | None, schema: bool, min_score: float
) -> None:
    """Export rows of one KIND, one a line, or one of the views timeline, network, calendar, annotations, reviews, frames and lineage, as
    docs/reference/export.md describes them."""
    chosen = checked_format(kind, form)
    if schema:
        click.echo(schema_of(kind), nl=False)
        return
    with reading(db) as read:
        held = find_story(read, story).id if story else None
        if kind in KINDS:
            hidden: Counter[str] = Counter()
            write_lines(write_rows(read, kind, chosen, story=held, min_score=min_score, hidden=hidden), output)
            left_out = Hidden(min_score, hidden[kind])
        else:
            made = write_view(read, kind, chosen, story=held, min_score=min_score)
            write_lines([made.text], output)
            left_out = made.hidden
            for note in made.notes:
                click.echo(note, err=True)
    if left_out.statements:
        click.echo(hidden_text(left_out, what="exported"), err=True)


def schema_of(kind: str) -> str:
    """The schema of a row. Raises ``UsageError`` for the views, whose formats are other people's."""
    if kind in KINDS:
        return schema_text(kind)
    raise UsageError(f"There is no schema of ours for {kind}: its format is not ours. docs/reference/export.md names who keeps it.")


def write_lines(lines: Iterable[str | bytes], output: Path | None) -> None:
    """Write text (in UTF-8) or bytes to a file or standard output, line ends as they are. Raises ``LedgerError`` where the file cannot be written."""
    if output is None:
        stream = sys.stdout.buffer
        for line in lines:
            stream.write(line if isinstance(line, bytes) else line.encode("utf-8"))
        stream.flush()
        return
    try:
        with output.open("wb") as stream:
            for line in lines:
                stream.write(line if isinstance(line, bytes) else line.encode("utf-8"))
    except OSError as error:
        raise LedgerError(
            f"{output} could not be written ({error.strerror}). Name a file in a folder that you may write to."
        ) from error
