"""``quoth status``: what a ledger holds, what is left to do, and what was set aside."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from quoth.cli.console import db_option, harmless, json_option, left_out, number_of, print_json, print_rows
from quoth.run.status import Status, read_status
from quoth.store import open_store
from quoth.view.counts import UNDATED, aside_reason, aside_text


@click.command("status")
@db_option
@json_option
def command(db: Path, *, as_json: bool) -> None:
    """Tell how much of each kind a ledger holds, whether work is left, and what was set aside and why."""
    with open_store(db) as store:
        status = read_status(store.read())
    if as_json:
        print_json({"ledger": str(db), **asdict(status)})
        return
    click.echo(f"{db}")
    print_rows([(f"{count:>9,}", kind.replace("_", " ")) for kind, count in status.counts.items()])
    _print_readers(status)
    _print_work(status, db)
    _print_set_aside(status)


def _print_readers(status: Status) -> None:
    for share in status.readers:
        by = share.reader if share.model is None else f"{share.reader} ({share.model} at {share.address})"
        click.echo(f"{number_of(share.documents, 'document')} read for statements by {harmless(by)}.")
        if share.dropped_spans is not None:
            click.echo(f"  {left_out(share.dropped_statements, share.dropped_spans)}")


def _print_work(status: Status, db: Path) -> None:
    new = status.waiting - status.earlier
    if new:
        click.echo(f"{number_of(new, 'document')} not yet read for statements. Go on with the quoth add that was interrupted.")
    if status.earlier:
        click.echo(
            f"{number_of(status.earlier, 'document')} read for statements by an earlier version of quoth or with other settings. "
            f"Read them anew with: quoth add --retry --db {db}"
        )
    if not status.waiting and not status.linked:
        click.echo(f"Links are not up to date. Bring them up to date with: quoth judge settle --db {db}")
    elif not status.waiting:
        click.echo("All work is done.")
    if status.other_language:
        click.echo(
            f"{number_of(status.other_language, 'document')} in other languages: kept and compared, not read for statements."
        )


def _print_set_aside(status: Status) -> None:
    if status.set_aside:
        undated = sum(one.reason == UNDATED for one in status.set_aside)
        click.echo(f"{aside_text(len(status.set_aside), undated)}:")
        print_rows([(one.name, aside_reason(one.reason), one.message) for one in status.set_aside])
