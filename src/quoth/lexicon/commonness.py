"""How common English words are in news, so that a word's weight does not hang on a small corpus alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import log

from quoth.lexicon.table import read_table

BACKGROUND = 1000
"""Texts that the general commonness of words counts for: among three articles it decides, among 100,000 it does not."""


@cache
def commonness() -> Mapping[str, float]:
    """Share of news articles that hold a word, 0 to 1, by the word in small letters; words not listed are in fewer than one in a hundred."""
    return {row["word"]: int(row["per_mille"]) / 1000 for row in read_table("commonness")}


@lru_cache(maxsize=400_000)
def rarity(word: str, frequency: int, total: int) -> float:
    """What a word's presence is worth: its inverse frequency over ``total`` texts and the general background together, in nats.

    About 0 for words that nearly all texts hold, 6 for a name in one text of a small corpus.
    """
    known = commonness()
    share = max(known.get(word, 0.0), known.get(word + "s", 0.0))
    return max(0.0, log((total + BACKGROUND) / (frequency + BACKGROUND * share + 1)) - 1.0)
