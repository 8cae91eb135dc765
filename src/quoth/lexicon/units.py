"""Words around figures: units, people, what befell them, tallies, bounds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quoth.lexicon.table import read_table


@cache
def unit_words(kind: str) -> Mapping[str, str]:
    """The words of one class (listed in the head of the file) with their values."""
    return {row["word"]: row["value"] for row in read_table("units") if row["class"] == kind}
