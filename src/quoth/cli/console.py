"""The conventions of every command: the options they share, how errors and tables are printed, exit codes.

Exit codes: 0 done, 1 failed, 2 wrong call, 3 done with inputs set aside.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

DONE, FAILED, WRONG_CALL, SET_ASIDE = 0, 1, 2, 3

db_option: Callable[..., Any] = click.option(
    "--db",
    type=click.Path(path_type=Path),
    default=Path("quoth.db"),
    envvar="QUOTH_DB",
    show_default=True,
    help="The ledger, a file. The environment variable QUOTH_DB names another default.",
)
json_option: Callable[..., Any] = click.option("--json", "as_json", is_flag=True, help="Print JSON, not text for a person.")


def print_json(value: object) -> None:
    """One JSON object on standard output."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(text.encode("utf-8", "replace").decode("utf-8"))


def print_error(message: str, hints: Iterable[str] = ()) -> None:
    """An error, once, on standard error; below it the near misses worth offering."""
    click.echo(f"quoth: {harmless(message)}", err=True)
    offered = list(hints)
    if offered:
        click.echo("  Did you mean:", err=True)
    for hint in offered:
        click.echo(f"    {harmless(hint)}", err=True)


def print_rows(rows: Sequence[Sequence[object]], *, indent: int = 2) -> None:
    """Rows in columns as wide as their longest cell; the last column runs free."""
    cells = [[harmless(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row[:-1], widths[:-1], strict=True)]
        click.echo(" " * indent + "  ".join([*padded, row[-1]]))


def harmless(value: object) -> str:
    """A text in one line without control characters, which a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in str(value))


def number_of(count: int, one: str, many: str | None = None) -> str:
    """``3 documents``, ``1 story``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def left_out(statements: int | None, spans: int | None) -> str:
    """What of a model's answers does not stand in the articles."""
    whole, parts = number_of(statements or 0, "statement"), number_of(spans or 0, "part")
    return f"Left out of the model's answers, because the articles do not hold it: {whole}, and {parts} of other statements."


def is_terminal() -> bool:
    """Whether standard error is a terminal, where progress can be drawn."""
    return sys.stderr.isatty()
