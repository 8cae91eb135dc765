"""The whole content of a ledger, for comparing two of them: every table, whatever the order in which rows were written."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from quoth.store.blocks import bearings, blocks, company_names, settled
from quoth.store.groupings import alike
from quoth.store.tables import metadata

BY_THE_WAY = (alike, blocks, bearings, settled, company_names)
"""Tables that keep documents that were once alike, and mentions that once bore on each other: which, depends on what came first."""
NUMBERS = {"number", "event", "run"}
"""Columns that tell in which order documents came."""


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of every table, sorted, without the numbers that say in which order they were written."""
    with sqlite3.connect(path) as connection:
        tables = {
            table.name: [column.name for column in table.columns if column.name not in NUMBERS]
            for table in metadata.sorted_tables
            if table not in BY_THE_WAY
        }
        rows = {name: connection.execute(f'SELECT {_names(columns)} FROM "{name}"').fetchall() for name, columns in tables.items()}  # noqa: S608
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for words in ("documents_words", "statements_words"):
            connection.execute(f"INSERT INTO {words}({words}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    connection.close()
    return {name: sorted(found, key=repr) for name, found in rows.items()}


def _names(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
