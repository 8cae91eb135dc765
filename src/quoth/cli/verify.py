"""``quoth verify``: every hash and every span against the stored originals."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from quoth.cli.console import DONE, FAILED, db_option, json_option, number_of, print_json, print_rows
from quoth.run.verify import Verdict, verify
from quoth.store import open_store

SHOWN = 50
"""Faults that are printed for a person; ``--json`` prints all."""


@click.command("verify")
@db_option
@json_option
def command(db: Path, *, as_json: bool) -> int:
    """Check that every original and every text still has its hash, that texts are what the originals say, and that every record's
    words stand where it says. The exit code is 1 where anything does not hold."""
    with open_store(db) as store:
        verdict = verify(store.read())
    if as_json:
        print_json(asdict(verdict))
    else:
        _print(verdict, db)
    return FAILED if verdict.faults else DONE


def _print(verdict: Verdict, db: Path) -> None:
    checked = ", ".join(f"{count:,} {what}" for what, count in verdict.checked.items())
    click.echo(f"{db}: checked {checked}.")
    if not verdict.faults:
        click.echo("Everything holds.")
        return
    click.echo(f"{number_of(len(verdict.faults), 'fault')}:")
    print_rows([(fault.kind, fault.id, fault.message) for fault in verdict.faults[:SHOWN]])
    if len(verdict.faults) > SHOWN:
        click.echo(f"  … and {len(verdict.faults) - SHOWN:,} more: quoth verify --json --db {db}")
    click.echo(
        "The ledger was changed by other means, or its file is damaged. Make it anew from the files: quoth add FOLDER --db NEW"
    )
