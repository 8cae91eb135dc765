"""``quoth add``: files and folders into a ledger, resumable at any moment."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, get_args

import click

from quoth.cli.console import DONE, SET_ASIDE, db_option, json_option, left_out, number_of, print_json, print_rows
from quoth.cli.progress import Style, told
from quoth.errors import UsageError
from quoth.ledger import Ledger, open_ledger
from quoth.read.formats import ACCEPTED
from quoth.records import SetAside
from quoth.run.asides import REASON
from quoth.run.events import Outcome
from quoth.settings import Reader, Settings
from quoth.view.counts import UNDATED, aside_text

SHOWN = 3
"""Inputs set aside for one reason that are named; ``quoth status`` names all."""

DEFAULTS = Settings()


@click.command("add")
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True))
@db_option
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read documents for statements."
)
@click.option(
    "--batch", type=click.IntRange(min=1), default=32, show_default=True, help="Documents handed to a worker, and kept, at a time."
)
@click.option(
    "--reader",
    type=click.Choice(get_args(Reader)),
    default=DEFAULTS.reader,
    show_default=True,
    help="Who finds the statements: rules, a trained tagger, or a model of your own behind --llm-url.",
)
@click.option("--llm-url", help="With --reader llm: where the model is, such as http://localhost:11434/v1 (OpenAI-compatible).")
@click.option(
    "--llm-model", help="With --reader llm: the model's name there. A key is read from the environment variable QUOTH_LLM_KEY."
)
@click.option(
    "--llm-timeout",
    type=click.IntRange(min=1),
    default=DEFAULTS.llm_timeout,
    show_default=True,
    help="With --reader llm: seconds that one answer may take.",
)
@click.option("--retry", is_flag=True, help="Try again what was set aside before. Without PATH: documents only.")
@click.option(
    "--progress",
    type=click.Choice(get_args(Style)),
    default="auto",
    show_default=True,
    help="How progress is told, on standard error.",
)
@json_option
def command(paths: tuple[Path, ...], db: Path, progress: Style, *, retry: bool, as_json: bool, **chosen: Any) -> int:
    """Add the articles in files and folders to a ledger; - reads standard input.

    What was added before is passed over, so the same command goes on after an interruption. What cannot be used is set aside with its
    reason; the exit code is then 3.
    """
    if not paths and not retry:
        raise UsageError("Nothing to add: no file or folder was given. Give one or more: quoth add FOLDER")
    if chosen["reader"] != "llm" and (chosen["llm_url"] or chosen["llm_model"]):
        raise UsageError("--llm-url and --llm-model name a model, but the reader that asks it was not chosen. Add: --reader llm")
    settings = Settings(**chosen)
    files = [path for path in paths if str(path) != "-"]
    stream: BinaryIO | None = sys.stdin.buffer if len(files) < len(paths) else None
    with open_ledger(db) as ledger, told(progress) as on_event:
        outcome = ledger.add(*files, stream=stream, settings=settings, retry=retry, on_event=on_event)
    with open_ledger(db) as ledger:
        _print_json(outcome, ledger) if as_json else _print(outcome, ledger, db)
    if files and not outcome.files and not as_json:
        click.echo(f"No file to read was found in {', '.join(map(str, files))}. quoth reads {ACCEPTED}.")
    return (
        SET_ASIDE if any(one.reason != REASON for one in outcome.set_aside) else DONE
    )  # what a person decided is no fault of the input


def _print_json(outcome: Outcome, ledger: Ledger) -> None:
    print_json({**asdict(outcome), "ledger": dict(ledger.view.counts())})


def _print(outcome: Outcome, ledger: Ledger, db: Path) -> None:
    known = f" ({outcome.unchanged:,} unchanged)" if outcome.unchanged else ""
    click.echo(
        f"{number_of(outcome.documents, 'new document')} from {number_of(outcome.files, 'file')}{known}; "
        f"{outcome.extracted:,} read for statements."
    )
    if outcome.dropped_spans is not None:
        click.echo(left_out(outcome.dropped_statements, outcome.dropped_spans))
    counts = ledger.view.counts()
    held = (
        ("documents", "document", None),
        ("statements", "statement", None),
        ("stories", "story", "stories"),
        ("claims", "claim", None),
    )
    click.echo(f"{db} holds {', '.join(number_of(counts[kind], one, many) for kind, one, many in held)}.")
    _print_set_aside(outcome.set_aside, db)


def _print_set_aside(found: Sequence[SetAside], db: Path) -> None:
    """How many of each kind, and the first of each; articles without a date, which are kept, apart."""
    kept = [one for one in found if one.reason == UNDATED]
    _print_noted([one for one in found if one.reason != UNDATED], db)
    if kept:
        click.echo(f"{aside_text(len(kept), len(kept))}:")
        print_rows([(one.message,) for one in kept[:SHOWN]])
        _print_more(len(kept) - SHOWN, db)


def _print_noted(found: Sequence[SetAside], db: Path) -> None:
    if not found:
        return
    reasons = Counter(one.reason for one in found).most_common()
    click.echo(f"{number_of(len(found), 'input')} set aside ({', '.join(f'{count} {reason}' for reason, count in reasons)}):")
    rows = [
        (one.reason, one.message) for reason, _ in reasons for one in islice((one for one in found if one.reason == reason), SHOWN)
    ]
    print_rows(rows)
    _print_more(len(found) - len(rows), db)


def _print_more(left: int, db: Path) -> None:
    if left > 0:
        click.echo(f"  … and {left:,} more: quoth status --db {db}")
