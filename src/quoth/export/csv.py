"""Rows as CSV (RFC 4180, UTF-8, header first). Lists and objects stand in their cell as JSON; an unknown is an empty cell."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from quoth.export.shapes import KINDS


def columns(kind: str) -> list[str]:
    """The column names of a kind, in the order of the contract."""
    return [one.name.rstrip("_") for one in fields(KINDS[kind])]


def to_csv(kind: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The header, then one record a row, each with its line end."""
    names = columns(kind)
    yield _record(names)
    for row in rows:
        yield _record([_cell(row[name]) for name in names])


def _record(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(value, ensure_ascii=False)
