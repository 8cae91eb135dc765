"""Rows as JSON Lines: one object a line, UTF-8, characters as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def to_jsonl(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The lines, each with its newline. Line separators inside texts are escaped, so that a line is a row to every reader."""
    for row in rows:
        line = json.dumps(row, ensure_ascii=False)
        for separator in ("\x85", "\u2028", "\u2029"):
            line = line.replace(separator, f"\\u{ord(separator):04x}")
        yield _without_lone_surrogates(line) + "\n"


def _without_lone_surrogates(line: str) -> str:
    """The line with half characters escaped, as UTF-8 has none."""
    if line.isascii():
        return line
    return "".join(f"\\u{ord(char):04x}" if "\ud800" <= char <= "\udfff" else char for char in line)
