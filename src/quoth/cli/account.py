"""``quoth account``: who may come in at the desk, and what they may do there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from quoth.cli.console import db_option, json_option, number_of, print_json, print_rows
from quoth.errors import LedgerError, UsageError
from quoth.web.accounts import SHORTEST, Accounts, Role, accounts_file

role_choice: click.Choice[str] = click.Choice(get_args(Role))


def _password_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--password-stdin", "piped", is_flag=True, help="Take the password from the first line of standard input, and ask nothing."
    )(function)


@click.group("account")
def command() -> None:
    """Say who may come in at the desk. A reader reads; an editor also judges, adds and publishes; an admin also looks after the accounts.

    Accounts are kept beside the ledger, in a file that ends in .accounts: a ledger is passed on without them.
    """


@command.command("add")
@click.argument("name")
@click.option("--role", type=role_choice, default="reader", show_default=True, help="What they may do.")
@_password_option
@db_option
def add_command(name: str, db: Path, *, role: Role, piped: bool) -> None:
    """Make an account. NAME stands beside what its owner judges."""
    made = _accounts(db).add(name, role, _password(piped=piped))
    click.echo(f"{made.name} may come in, as {made.role}. The desk for others: quoth serve --host ADDRESS --db {db}")


@command.command("remove")
@click.argument("name")
@db_option
def remove_command(name: str, db: Path) -> None:
    """Take an account away, and end its sessions. What it judged stays, under its name."""
    _accounts(db).remove(name)
    click.echo(f"{name} may not come in any more.")


@command.command("role")
@click.argument("name")
@click.argument("role", type=role_choice)
@db_option
def role_command(name: str, role: Role, db: Path) -> None:
    """Give an account another role. It holds at once."""
    _accounts(db).set_role(name, role)
    click.echo(f"{name} is {role}.")


@command.command("password")
@click.argument("name")
@_password_option
@db_option
def password_command(name: str, db: Path, *, piped: bool) -> None:
    """Give an account another password. Its sessions end, and failed attempts to sign in are forgotten."""
    accounts = _accounts(db)
    accounts.find(name)
    accounts.set_password(name, _password(piped=piped))
    click.echo(f"{name} has another password.")


@command.command("list")
@db_option
@json_option
def list_command(db: Path, *, as_json: bool) -> None:
    """All accounts."""
    held = _accounts(db).every()
    if as_json:
        print_json([asdict(one) for one in held])
    elif held:
        print_rows([(one.name, one.role, one.made[:10]) for one in held])
        click.echo(f"{number_of(len(held), 'account')}.")
    else:
        click.echo(f"Nobody has an account yet. Make one: quoth account add NAME --role admin --db {db}")


def _accounts(db: Path) -> Accounts:
    if not db.exists():
        raise LedgerError(f"There is no ledger at {db}. Make one with: quoth add FOLDER --db {db}")
    return Accounts(accounts_file(db))


def _password(*, piped: bool) -> str:
    if piped:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        asked = f"Password, {SHORTEST} characters at least"
        typed: str = click.prompt(asked, type=str, hide_input=True, confirmation_prompt="Once more", err=True)
    except click.Abort as error:
        raise UsageError("No password was typed. Type one, or pipe it in with --password-stdin.") from error
    return typed
