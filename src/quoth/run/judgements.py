"""Judgements from and to files, and links worked out anew with them."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quoth.errors import LedgerError, UnusableInput, UsageError
from quoth.link.judged.standing import JUDGEMENT, things
from quoth.records import Document, Judgement, Proposition, SetAside, Statement
from quoth.run.add import link_documents
from quoth.run.events import OnEvent, ignore
from quoth.run.judge import Decision, add_all, check_decision, require_name
from quoth.run.rooms import Reread, Rooms
from quoth.settings import Settings
from quoth.store import ReadView, Store
from quoth.store.overlay import rulings
from quoth.view.judgements import unmatched

NEEDED = ("id", "kind", "subject", "verdict", "by", "at")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to."""

    new: int
    known: int
    unmatched: int
    """New ones on things that this ledger does not hold."""
    set_aside: tuple[SetAside, ...]


def import_judgements(store: Store, file: Path, *, reread: Reread | None = None) -> Imported:
    """Add the judgements in a file that ``quoth export judgements`` wrote; those that are here already are passed over.

    A line that is no judgement is set aside, the others are added in one transaction. Raises ``UsageError`` where there is no such file,
    ``LedgerError`` where it cannot be read.
    """
    if not file.is_file():
        raise UsageError(f"There is no file {file}. Give one that was written by: quoth export judgements -o FILE")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"{file} could not be read ({error}). Give a file of JSON Lines in UTF-8.") from error
    found: dict[str, Judgement] = {}
    refused: list[SetAside] = []
    for one in _judgements(text, file.name):
        if isinstance(one, SetAside):
            refused.append(one)
        else:
            found[one.id] = one
    known = {one.id for one in rulings(store.engine)}
    new = [one for id_, one in found.items() if id_ not in known]
    added = add_all(store, new, reread=reread)
    return Imported(added, len(found) - added, len(unmatched(store.read(), new)), tuple(refused))


def settle(store: Store, *, rooms: Rooms, settings: Settings | None = None, on_event: OnEvent = ignore) -> bool:
    """Work out all links anew with what was judged since; whether there was anything to do."""
    return link_documents(store, rooms, settings=settings or Settings(), on_event=on_event)


def read_again(document: Document, view: ReadView, statement: Statement) -> Proposition | None:
    """What the content of a statement says, by the parser of the house, which is loaded with the first statement."""
    rooms: Rooms = importlib.import_module("quoth.run.house").HOUSE
    return rooms.reread(document, view, statement) if rooms.reread else None


def _judgements(text: str, name: str) -> Iterator[Judgement | SetAside]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield read_judgement(line)
            except (UnusableInput, UsageError) as error:
                place = f"{name}:{number}"
                yield SetAside(place, None, "judge", "malformed", f"{place} cannot be used: {error}")


def read_judgement(line: str) -> Judgement:
    """The judgement of a line. Raises ``UnusableInput`` or ``UsageError`` where it is none."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UnusableInput("malformed", f"it is no JSON ({error}). Expected one judgement a line, as an object.") from error
    if not isinstance(row, dict):
        raise UnusableInput("malformed", "it is no object. Expected one judgement a line, as an object.")
    missing = [name for name in NEEDED if not isinstance(row.get(name), str) or not row[name].strip()]
    if missing:
        raise UnusableInput("malformed", f"it has no {', no '.join(missing)}. Expected {', '.join(NEEDED)} as texts.")
    one = Judgement(
        **{name: row[name] for name in NEEDED if name != "at"},
        at=_time(row["at"]),
        note=_maybe(row, "note"),
        answers=_maybe(row, "answers"),
        found=row["found"] if isinstance(row.get("found"), dict) else None,
    )
    require_name(one.by)
    if one.kind != JUDGEMENT:
        check_decision(Decision(one.kind, things(one), one.verdict))
    return one


def _maybe(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    return value if isinstance(value, str) and value else None


def _time(text: str) -> str:
    """A time as this ledger writes it, so that times of different zones stand in order."""
    try:
        known = datetime.fromisoformat(text)
    except ValueError as error:
        raise UnusableInput(
            "malformed", f"its time {text!r} is none. Expected ISO 8601, such as 2026-11-22T10:00:00+00:00."
        ) from error
    if known.tzinfo is None:
        raise UnusableInput("malformed", f"its time {text!r} has no time zone. Expected one, such as 2026-11-22T10:00:00+00:00.")
    return known.astimezone(UTC).isoformat(timespec="microseconds")
