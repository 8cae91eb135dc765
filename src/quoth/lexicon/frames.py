"""Words that stand in front of a deed without being it: planning, phase and light verbs, shell nouns, attitudes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from quoth.lexicon.cues import cue_words
from quoth.lexicon.table import read_table
from quoth.records import Force, Modality

SAYING = 0.3
"""How often a verb must be a cue where it has a clause, to be passed as a word of saying."""
PERCEIVING = frozenset({"see", "watch", "hear", "witness"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word does to the deed that it stands in front of."""

    deed: str
    """Where the deed stands: ``clause`` (its clause or complement), ``object`` (a noun of action as its object), ``both``,
    ``subject`` (a clause or shell noun that is its subject: "the claim that … is false"), ``reported`` (the clause of a verb of saying),
    ``none`` (the word stands beside the deed)."""
    same_doer: bool
    """Whether who does the deed is this word's own subject or possessor."""
    modality: Modality | None
    """What it makes of the deed; None where it leaves it."""
    negates: bool
    """Whether it says that the deed is not so."""
    force: Force | None = None
    """The modality more finely; None where it leaves it."""


@cache
def frames() -> Mapping[tuple[str, str], Frame]:
    """The words of ``frames.tsv`` by lemma and class (``verb``, ``noun``, ``adjective``)."""
    return {
        (row["word"], row["class"]): Frame(
            deed=row["deed"],
            same_doer=row["doer"] == "same",
            modality=cast("Modality | None", row["modality"] or None),
            negates=row["negates"] == "yes",
            force=cast("Force | None", row["force"] or None),
        )
        for row in read_table("frames")
    }


CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}


def frame_of_word(lemma: str, pos: str | None = None) -> Frame | None:
    """The frame of a word of that part of speech; without one, of a word that stands beside the deed ("probably", "alleged")."""
    if pos is None:
        beside = (frames().get((lemma, kind)) for kind in ("adverb", "adjective"))
        return next((found for found in beside if found is not None), None)
    return frames().get((lemma, CLASSES.get(pos, ""))) or (frames().get((lemma, "adjective")) if pos == "VERB" else None)


@cache
def reporting(lemma: str) -> Frame | None:
    """The frame of a verb of saying, whose clause is what is said."""
    cue = cue_words().get((lemma, "verb"))
    if cue is None or (cue.strength("S") < SAYING and lemma not in PERCEIVING):
        return None
    is_open = cue.stance in {"doubts", "declines", "asks", "speculates", "none"} or cue.act in {"fear", "hope", "want", "inquire"}
    return Frame("reported", same_doer=False, modality=None, negates=cue.stance == "denies", force="open" if is_open else None)
