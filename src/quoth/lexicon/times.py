"""The words that time expressions are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quoth.lexicon.table import read_table


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word with its class (``month``, ``weekday``, ``unit`` …), its value, and how strictly it must be read.

    ``strict``: ``""`` anywhere; ``capital`` with a capital; ``upper`` in capitals; ``yes`` with a capital (seasons: as a noun)
    and beside a word that makes it a time word.
    """

    kind: str
    value: str
    strict: str


@cache
def time_words() -> Mapping[str, TimeWord]:
    """The words of ``times.tsv``, in lower case."""
    return {row["word"]: TimeWord(row["class"], row["value"], row["strict"]) for row in read_table("times")}
