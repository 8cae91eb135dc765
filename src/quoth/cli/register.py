"""``quoth register``: the user's own register of people, bodies and other actors."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import click

from quoth.cli.console import DONE, SET_ASIDE, db_option, json_option, number_of, print_json, print_rows
from quoth.errors import UsageError
from quoth.run.register import Registration, files_of, forget_register, register
from quoth.run.rooms import Rooms
from quoth.store import open_store

SHOWN = 20
"""Entries set aside that are named."""


@click.command("register")
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@db_option
@click.option("--forget", metavar="NAME", help="Forget what the file of this name gave; `all` forgets the whole register.")
@json_option
def command(files: tuple[Path, ...], db: Path, forget: str | None, *, as_json: bool) -> int:
    """Tell the ledger who is who, from registers of your own; without FILE, tell what it has been told.

    A register is a sheet (CSV) with a column “name”, entities of FollowTheMoney, or an extract of Wikidata. Its entries go before what
    the articles tell: names of one entry are one actor, names of two are two. Adding a file again replaces what it gave before.
    """
    if files and forget:
        raise UsageError("Files to add and --forget were given together. Give one of the two.")
    with open_store(db, create=bool(files)) as store:
        done = Registration({}, linked=False, set_aside=())
        if forget:
            done = forget_register(store, None if forget == "all" else forget, rooms=_rooms())
        elif files:
            done = register(store, files, rooms=_rooms())
        held = files_of(store.read())
    if as_json:
        print_json({"ledger": str(db), "register": held, **asdict(done)})
    else:
        _print(done, held, db)
    return SET_ASIDE if done.set_aside else DONE


def _rooms() -> Rooms:
    """The rooms of the house; loaded only where there is something to do."""
    rooms: Rooms = importlib.import_module("quoth.run.house").HOUSE
    return rooms


def _print(done: Registration, held: Mapping[str, int], db: Path) -> None:
    for file, count in done.entries.items():
        click.echo(f"{number_of(count, 'entry', 'entries')} from {file}.")
    if done.linked:
        click.echo("Actors were worked out anew.")
    if not held:
        click.echo(f"{db} has no register. Give one: quoth register FILE --db {db}")
    else:
        click.echo(f"The register of {db} holds:")
        print_rows([(f"{count:>7,}", file) for file, count in held.items()])
    if done.set_aside:
        click.echo(f"{number_of(len(done.set_aside), 'entry', 'entries')} set aside:")
        print_rows([(one.reason, one.message) for one in done.set_aside[:SHOWN]])
        if len(done.set_aside) > SHOWN:
            click.echo(f"  … and {len(done.set_aside) - SHOWN:,} more: --json tells all.")
