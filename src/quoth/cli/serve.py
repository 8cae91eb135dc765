"""``quoth serve``: the desk, in the browser."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.console import db_option
from quoth.errors import UsageError

if TYPE_CHECKING:
    from quoth.web.accounts import Accounts

PORT = 8417


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 127.0.0.1 is this machine alone.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port to listen on; 0 takes any free one."
)
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A name by which browsers may ask for the desk. May be repeated."
)
@click.option(
    "--accounts", is_flag=True, help="Ask for an account here too; where others can reach the desk, it is always asked for."
)
@click.option(
    "--behind-proxy",
    "proxy",
    metavar="ADDRESS",
    help="A reverse proxy at this address brings the requests: believe it who asks and that it was over https. Accounts are asked for.",
)
@click.option("--fetch", "fetch", is_flag=True, help="Let editors have pages of the public web fetched and added by their address.")
@click.option(
    "--processes",
    type=click.IntRange(1, 32),
    help="Processes that draw pages: 1 for the desk's own alone, more for so many beside it; as many as there are cores, at most 4, where none is given.",
)
@db_option
def command(  # noqa: PLR0913 - one option each
    db: Path, *, host: str, port: int, names: tuple[str, ...], accounts: bool, proxy: str | None, fetch: bool, processes: int | None
) -> None:
    """Open the desk of a ledger: read, compare and search it in the browser. Stop it with Ctrl-C.

    As soon as it listens to more than this machine, everybody signs in: make an account first with `quoth account add`.
    """
    import uvicorn  # noqa: PLC0415 - only this command needs a server

    from quoth.web import create_app  # noqa: PLC0415 - as above
    from quoth.web.keeping import keep_up  # noqa: PLC0415 - as above
    from quoth.web.readers import readers_for  # noqa: PLC0415 - as above
    from quoth.web.warming import warm  # noqa: PLC0415 - as above

    kept = _accounts(db, because=_reached([host, *names], accounts=accounts, proxy=_checked(proxy)))
    readers = readers_for(processes)
    app = create_app(db, hosts=[*names, host], accounts=kept, fetches=fetch, readers=readers)
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The desk of {db} is open at http://{shown}:{listening.getsockname()[1]}/ (stop it with Ctrl-C)")
    if kept and not proxy and not is_this_machine(host):
        click.echo(
            "Passwords go over the network as they are typed. Put a reverse proxy with https before it, and say --behind-proxy.",
            err=True,
        )
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy or "",
        limit_concurrency=200,
    )
    server = uvicorn.Server(config)
    app.state.closing = lambda: server.should_exit
    if not readers:
        warm()
    keep_up(db)
    with listening:
        server.run(sockets=[listening])


def is_this_machine(host: str) -> bool:
    """Whether only this machine reaches what listens there."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _checked(proxy: str | None) -> str | None:
    """The address of a reverse proxy. Raises ``UsageError`` for what is none: whoever is believed could be anybody."""
    try:
        return None if proxy is None else str(ip_network(proxy))
    except ValueError as error:
        raise UsageError(
            f"--behind-proxy was {proxy!r}, but the address of one machine or network was expected: 127.0.0.1"
        ) from error


def _reached(hosts: Sequence[str], *, accounts: bool, proxy: str | None) -> str | None:
    """Why accounts are needed; None where they are not."""
    others = [host for host in hosts if not is_this_machine(host)]
    if others:
        return f"Others can reach the desk as {others[0]}"
    if proxy:
        return "Others can reach a desk behind a reverse proxy"
    return "--accounts was given" if accounts else None


def _accounts(db: Path, *, because: str | None) -> Accounts | None:
    """The accounts of a desk that needs them. Raises ``UsageError`` where nobody has one."""
    from quoth.web.accounts import Accounts, accounts_file  # noqa: PLC0415 - only a desk with accounts needs the library

    if because is None:
        return None
    accounts = Accounts(accounts_file(db))
    if not accounts.every():
        raise UsageError(
            f"{because}, so everybody signs in, but there is no account yet. Make one: quoth account add NAME --role admin --db {db}"
        )
    return accounts


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises ``UsageError`` where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(socket.SOMAXCONN)  # who asks at once waits, and is not refused
    except OSError as error:
        listening.close()
        raise UsageError(
            f"The desk cannot listen on {host}, port {port} ({error.strerror or error}). Close what listens there, or take another "
            "port with --port."
        ) from error
    return listening
