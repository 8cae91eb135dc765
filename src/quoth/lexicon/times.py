"""The words that time expressions are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """The words and phrases of ``times.tsv``, in lower case."""
    return {row["word"]: TimeWord(row["class"], row["value"], row["strict"]) for row in read_table("times")}


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], TimeWord], ...]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], TimeWord]]] = {}
    for text, entry in time_words().items():
        first, *rest = text.split(" ")
        if rest:
            found.setdefault(first, []).append(((first, *rest), entry))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}


def begins_phrase(word: str) -> bool:
    """Whether some phrase begins with a lower-case word."""
    return word in _phrases()


def find_phrase(words: Sequence[str]) -> tuple[int, TimeWord] | None:
    """The longest phrase that ``words`` (in lower case, the apostrophe straight) begin with, and how many of them it takes."""
    entries = _phrases().get(words[0], ()) if words else ()
    return next(((len(phrase), entry) for phrase, entry in entries if tuple(words[: len(phrase)]) == phrase), None)
