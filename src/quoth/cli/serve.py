"""``quoth serve``: the desk, in the browser."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from quoth.cli.console import db_option
from quoth.errors import UsageError

PORT = 8417


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 127.0.0.1 is this machine alone.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port to listen on; 0 takes any free one."
)
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A name by which browsers may ask for the desk. May be repeated."
)
@db_option
def command(db: Path, *, host: str, port: int, names: tuple[str, ...]) -> None:
    """Open the desk of a ledger: read, compare and search it in the browser. Stop it with Ctrl-C."""
    import uvicorn  # noqa: PLC0415 - only this command needs a server

    from quoth.web import create_app  # noqa: PLC0415 - as above

    app = create_app(db, hosts=[*names, host])
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The desk of {db} is open at http://{shown}:{listening.getsockname()[1]}/ (stop it with Ctrl-C)")
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        limit_concurrency=200,
    )
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


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
