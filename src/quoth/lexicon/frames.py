"""Words that stand in front of a deed without being it: planning, phase and light verbs, shell nouns, attitudes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from quoth.lexicon.table import read_table
from quoth.records import Modality


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word does to the deed that it stands in front of."""

    deed: str
    """Where the deed stands: ``clause`` (its clause or complement), ``object`` (a noun of action as its object), ``both``,
    ``subject`` (a clause or shell noun that is its subject: "the claim that … is false")."""
    same_doer: bool
    """Whether who does the deed is this word's own subject or possessor."""
    modality: Modality | None
    """What it makes of the deed; None where it leaves it."""
    negates: bool
    """Whether it says that the deed is not so."""


@cache
def frames() -> Mapping[tuple[str, str], Frame]:
    """The words of ``frames.tsv`` by lemma and class (``verb``, ``noun``, ``adjective``)."""
    return {
        (row["word"], row["class"]): Frame(
            deed=row["deed"],
            same_doer=row["doer"] == "same",
            modality=cast("Modality | None", row["modality"] or None),
            negates=row["negates"] == "yes",
        )
        for row in read_table("frames")
    }
