"""Nouns that the genus of a definition is put in."""

from __future__ import annotations

from functools import cache

from quoth.lexicon.table import read_table


@cache
def genus_nouns() -> frozenset[str]:
    """The lemmas of ``genus.tsv``."""
    return frozenset(row["word"] for row in read_table("genus"))
