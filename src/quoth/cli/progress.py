"""How progress is told: bars on a terminal, a line a stage elsewhere, or one JSON object an event."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Literal

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from quoth.cli.console import is_terminal, number_of
from quoth.run.events import OnEvent, ignore
from quoth.run.events import Progress as Event

Style = Literal["auto", "bar", "line", "json", "none"]

_VERBS = {"read": "reading", "extract": "extracting", "link": "linking"}


@contextmanager
def told(style: Style) -> Iterator[OnEvent]:
    """A listener that tells progress on standard error in a style; ``auto`` draws bars where that is a terminal, else lines."""
    chosen = ("bar" if is_terminal() else "line") if style == "auto" else style
    if chosen == "bar":
        with _bars() as listener:
            yield listener
    else:
        yield {"json": tell_json, "line": tell_line, "none": ignore}[chosen]


def tell_json(event: Event) -> None:
    """One event as a JSON object on a line."""
    click.echo(json.dumps(asdict(event)), err=True)


def tell_line(event: Event) -> None:
    """A line when a stage begins and one when it ends, for logs."""
    if event.done and event.done == event.total:
        note = f" ({event.note})" if event.note else ""
        aside = f", {event.set_aside:,} set aside" if event.set_aside else ""
        done = number_of(event.done, event.unit.removesuffix("s"), event.unit)
        click.echo(f"{_VERBS[event.stage]}: {done}{note}{aside}", err=True)


@contextmanager
def _bars() -> Iterator[OnEvent]:
    columns = (
        TextColumn("{task.description:<11}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[note]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=Console(stderr=True)) as bars:

        def draw(event: Event) -> None:
            note = event.note or (f"{event.set_aside:,} set aside" if event.set_aside else event.unit)
            if event.stage not in tasks:
                tasks[event.stage] = bars.add_task(_VERBS[event.stage], total=event.total, note=note)
            bars.update(tasks[event.stage], completed=event.done, total=event.total, note=note)

        yield draw
