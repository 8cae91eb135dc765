"""Reading the lexicon's data files: tab-separated, with a comment head that states source and licence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from quoth.errors import QuothError

SUFFIX = ".tsv"


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of ``lexicon/NAME.tsv`` in order, each a mapping of column to text, as a new list.

    Lines that begin with ``#`` are comments; the first other line names the columns. A cell that a row leaves out at its end is
    an empty string. Raises ``QuothError`` where a row has more cells than there are columns, or the file has no head of columns.
    """
    return [dict(zip(_columns(name), row, strict=True)) for row in _rows(name)]


def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The same rows as tuples in the order of the columns: for tables too long to name every cell."""
    return _rows(name)


def parse_table(text: str, *, name: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The columns and rows of a table's text; ``name`` is used in messages."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise QuothError(f"{name}{SUFFIX} is empty: expected a line of column names and rows below it. Restore the data file.")
    columns = tuple(cell.strip() for cell in lines[0][1].split("\t"))
    return columns, tuple(_row(line, columns, f"{name}{SUFFIX}:{number}") for number, line in lines[1:])


def _row(line: str, columns: tuple[str, ...], place: str) -> tuple[str, ...]:
    cells = tuple(cell.strip() for cell in line.split("\t"))
    if len(cells) > len(columns):
        raise QuothError(f"{place} has {len(cells)} cells, expected at most {len(columns)} ({', '.join(columns)}). Mend that line.")
    return cells + ("",) * (len(columns) - len(cells))


@cache
def _table(name: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    text = files("quoth.lexicon").joinpath(f"{name}{SUFFIX}").read_text(encoding="utf-8")
    return parse_table(text, name=name)


def _columns(name: str) -> tuple[str, ...]:
    return _table(name)[0]


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    return _table(name)[1]
