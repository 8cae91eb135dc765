"""Words that say the same in news."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quoth.lexicon.table import read_table


@cache
def paraphrases() -> Mapping[str, str]:
    """Each lemma of ``paraphrases.tsv`` to the word that it counts as; where a lemma stands in two lines, the first holds."""
    found: dict[str, str] = {}
    for row in read_table("paraphrases"):
        for lemma in (row["word"], *row["also"].split()):
            found.setdefault(lemma, row["word"])
    return found


def same_word(lemma: str) -> str:
    """The word that a lemma counts as, itself where none is listed."""
    return paraphrases().get(lemma, lemma)
