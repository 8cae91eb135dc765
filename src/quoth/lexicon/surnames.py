"""Surnames that very many people have, and those that stand before the given name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from quoth.lexicon.names import SUFFIXES, fold, given_names
from quoth.lexicon.table import read_table


@cache
def surnames() -> Mapping[str, bool]:
    """The folded names of ``surnames.tsv``, and whether each stands before the given name."""
    return {fold(row["surname"]): row["order"] == "first" for row in read_table("surnames")}


@cache
def _usual() -> frozenset[str]:
    return frozenset(fold(name) for name in given_names()) | frozenset(surnames())


def is_common(words: Sequence[str]) -> bool:
    """Whether many people have a full name: it has a common surname, and all its words but initials are common ones."""
    folded = [fold(word) for word in words if word.lower() not in SUFFIXES]
    whole = [word for word in folded if len(word) > 1]
    return any(word in surnames() for word in whole) and all(word in _usual() for word in whole)


def is_common_surname(word: str) -> bool:
    """Whether very many people have a surname."""
    return fold(word) in surnames()


def leads(word: str) -> bool:
    """Whether a word is a surname that stands before the given name: "Kim" of "Kim Jong-un"."""
    return surnames().get(fold(word), False)
