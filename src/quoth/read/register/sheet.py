"""A register as a sheet: CSV or TSV, a row an entry, or one for each office of an entry.

Columns: ``name`` (needed); ``id``, ``kind``, ``aliases`` (parted by ``;`` or ``|``), ``country`` (a name or a two-letter code), ``title``,
``of``, ``from``, ``to``. Others are left out. Rows with one ``id`` are one entry with several offices.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast, get_args

from quoth.errors import UnusableInput
from quoth.read.register.entries import Refused, day, make_entry, state_named
from quoth.records import ActorKind, Registered, Tenure

DELIMITERS = ",;\t|"
KINDS: frozenset[str] = frozenset(get_args(ActorKind))
OTHER_WORDS = {
    "organization": "body",
    "organisation": "body",
    "company": "body",
    "agency": "body",
    "country": "state",
    "people": "group",
}
OTHER_COLUMNS = {"alias": "aliases", "caption": "name", "countries": "country", "position": "title", "schema": "kind"}
_PARTS = re.compile(r"[;|]")


def read(text: str, name: str) -> Iterator[Registered | Refused]:
    """The entries of a sheet, in its order. Raises ``UnusableInput`` where it has no column of names."""
    delimiter = max(DELIMITERS, key=text.split("\n", 1)[0].count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    columns = _columns(_next(rows) or [], name)
    entries: dict[str, list[Mapping[str, str]]] = {}
    while True:
        place = f"{name}:{rows.line_num + 1}"
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield Refused(place, f"{place} is no row of a sheet: {error}. Mend the row; the others are in.")
            continue
        if cells is None:
            break
        if any(cell.strip() for cell in cells):
            wrong = _wrong(cells, columns, place)
            if wrong is not None:
                yield wrong
                continue
            row = dict(zip(columns, (cell.strip() for cell in cells), strict=False)) | {"place": place}
            entries.setdefault(row.get("id") or f"{row['name']} ({row.get('country') or 'any'})", []).append(row)
    for id_, found in entries.items():
        yield _entry(name, id_, found)


def _next(rows: Iterator[list[str]]) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error:
        return None


def _columns(head: Sequence[str], name: str) -> list[str]:
    columns = [OTHER_COLUMNS.get(plain, plain) for plain in (column.strip().lower() for column in head)]
    if "name" not in columns:
        told = ", ".join(columns)[:200] or "nothing"
        raise UnusableInput(
            "malformed",
            f"{name} has no column “name” (its first line gives: {told}). Name the columns in the first line.",
            name=name,
        )
    return columns


def _wrong(cells: Sequence[str], columns: Sequence[str], place: str) -> Refused | None:
    """What is wrong with a row; None where it can be used."""
    if len(cells) > len(columns):
        return Refused(
            place, f"{place} has {len(cells)} fields, expected {len(columns)}. Put fields with commas into quotation marks."
        )
    row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    kind = row.get("kind", "").lower()
    if kind and kind not in KINDS and kind not in OTHER_WORDS:
        return Refused(place, f"{place} has the kind {kind!r}. Expected one of {', '.join(sorted(KINDS))}, or nothing.")
    for column in ("from", "to"):
        if row.get(column) and day(row[column]) is None:
            return Refused(place, f"{place} has {row[column]!r} under “{column}”. Expected a date as 2024-03-01, 2024-03 or 2024.")
    return None


def _entry(file: str, id_: str, rows: Sequence[Mapping[str, str]]) -> Registered | Refused:
    names = [name for row in rows for name in (row.get("name", ""), *_PARTS.split(row.get("aliases", "")))]
    kind = next((row["kind"].lower() for row in rows if row.get("kind")), None)
    titles = [
        Tenure(row["title"], state_named(row.get("of")), day(row.get("from")), day(row.get("to")))
        for row in rows
        if row.get("title")
    ]
    country = next((row["country"] for row in rows if row.get("country")), None)
    told = cast("ActorKind | None", OTHER_WORDS.get(kind, kind) if kind else None)
    return make_entry(file, id_, names, kind=told, country=state_named(country), titles=titles, place=rows[0]["place"])
