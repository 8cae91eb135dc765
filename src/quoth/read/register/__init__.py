"""A user's own register of people, bodies and other actors: CSV, FollowTheMoney, or an extract of Wikidata.

What a file is, is told by its first bytes, not by its name. An entry that cannot be used is set aside with its reason; the rest is kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quoth.errors import UnusableInput
from quoth.read.content import load
from quoth.read.decode import decode
from quoth.read.register import followthemoney, sheet, wikidata
from quoth.read.register.entries import Refused
from quoth.records import Registered, SetAside

LARGEST = 500_000_000
"""Bytes of a register: it is held whole."""


@dataclass(frozen=True, slots=True)
class Register:
    """The entries of a file, and what of it could not be used."""

    entries: tuple[Registered, ...]
    set_aside: tuple[SetAside, ...]


def read_register(path: Path, *, largest: int = LARGEST) -> Register:
    """The register in a file. Raises ``UnusableInput`` where it is none: missing, empty, binary, or of no known form."""
    name = path.name
    text = decode(load(path, name, largest=largest), name=name).text
    if not text.strip():
        raise UnusableInput(
            "empty", f"{name} is empty. Expected a register: CSV, FollowTheMoney or an extract of Wikidata.", name=name
        )
    reader = _json(text, name) if text.lstrip()[0] in "{[" else sheet.read
    entries: dict[str, Registered] = {}
    refused: list[SetAside] = []
    for one in reader(text, name):
        if isinstance(one, Refused):
            refused.append(SetAside(one.place, None, "register", "malformed", one.message))
        elif one.id in entries and entries[one.id] != one:
            message = f"{name} has two entries with the id {one.id!r}: {entries[one.id].name} and {one.name}. Give each its own; the first is kept."
            refused.append(SetAside(f"{name}: {one.id}", None, "register", "duplicate-id", message))
        else:
            entries[one.id] = one
    return Register(tuple(entries.values()), tuple(refused))


def _json(text: str, name: str) -> Callable[[str, str], Iterable[Registered | Refused]]:
    """The reader of a JSON file: one value, or one a line."""
    rows = list(_values(text, name))
    first = next((row for _, row in rows if isinstance(row, dict)), {})
    reader = followthemoney.read if "schema" in first and "properties" in first else wikidata.read if wikidata.fits(first) else None
    if reader is None:
        raise UnusableInput(
            "malformed",
            f"{name} is JSON, but no register: its first object has {', '.join(map(str, list(first)[:6])) or 'no fields'}. Expected entities of "
            "FollowTheMoney (id, schema, properties) or of Wikidata (id, labels, claims; or the results of a query).",
            name=name,
        )
    chosen = reader
    return lambda _text, place: chosen(rows, place)


def _values(text: str, name: str) -> Iterator[tuple[str, Any]]:
    """The values of a JSON text with their places; lines that are not JSON as ``Refused``."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _lines(text, name)
        return
    yield from ((f"{name}:{number}", row) for number, row in enumerate(whole if isinstance(whole, list) else [whole], 1))


def _lines(text: str, name: str) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        place, content = f"{name}:{number}", line.strip().rstrip(",")
        if content in {"", "[", "]"}:
            continue
        try:
            yield place, json.loads(content)
        except (ValueError, RecursionError) as error:
            yield place, Refused(place, f"{place} is not valid JSON: {error}. Mend the line; the others are in.")
