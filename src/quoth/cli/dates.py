"""The days between which a command looks: options that several of them share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import click

from quoth.errors import UsageError
from quoth.store.filters import is_reversed

_DATE = re.compile(r"^\d{4}(-\d\d(-\d\d)?)?$")


def dates_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options ``--since`` and ``--until``; ``require_dates`` says whether they can be meant."""
    said = "Said (or, where that is unknown, published) on or after: 2024, 2024-05 or 2024-05-03."
    until: Callable[..., Any] = click.option("--until", metavar="DATE", help="On or before.")(function)
    since: Callable[..., Any] = click.option("--since", metavar="DATE", help=said)(until)
    return since


def require_dates(since: str | None, until: str | None) -> None:
    """Raise ``UsageError`` for what is no date, and where the last day comes before the first."""
    for name, given in (("since", since), ("until", until)):
        if given and not _DATE.match(given):
            raise UsageError(f"--{name} {given!r} is no date. Write 2024, 2024-05 or 2024-05-03.")
    if is_reversed(since, until):
        raise UsageError(f"--since {since} comes after --until {until}: no date lies between. Swap them.")
