"""Two-letter codes of states and territories."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quoth.lexicon.table import read_table


@cache
def _codes() -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in read_table("codes")}


def state_of_code(code: str) -> str | None:
    """The state or territory of a two-letter code, whatever its case; None where it is none."""
    return _codes().get(code.upper()) if len(code) == 2 else None
