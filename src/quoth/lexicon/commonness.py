"""How common English words are in news, so that a word's weight does not hang on a small corpus alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quoth.lexicon.table import read_table


@cache
def commonness() -> Mapping[str, float]:
    """Share of news articles that hold a word, 0 to 1, by the word in small letters; words not listed are in fewer than one in a hundred."""
    return {row["word"]: int(row["per_mille"]) / 1000 for row in read_table("commonness")}
