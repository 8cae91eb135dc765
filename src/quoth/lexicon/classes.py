"""Small closed classes of words, by name."""

from __future__ import annotations

from functools import cache

from quoth.lexicon.table import read_table


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of one class of ``classes.tsv``, in order. Raises ``KeyError`` where there is no such class."""
    found = [word for row in read_table("classes") if row["class"] == name for word in row["words"].split()]
    if not found:
        raise KeyError(name)
    return tuple(found)


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class as a set, to look words up in."""
    return frozenset(words_of(name))
