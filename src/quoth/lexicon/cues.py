"""The cue words of attribution: what each does with its content, and how sure it is in each syntax frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from quoth.lexicon.acts import plain_acts
from quoth.lexicon.table import read_table
from quoth.records import Act, Stance

ANY = "*"
"""Stands in ``cue_frames.tsv`` for any listed word of a class."""
COUNTED = "counted"
"""In ``cues.tsv``: the word is a cue only in the frames that it was counted in, and in those of ``CLAUSAL``."""
CLAUSAL = frozenset({"S", "BE:S", "<S", "()"})
"""Frames with a finite clause: whatever takes one tells of words or thoughts."""


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that can be a cue."""

    lemma: str
    kind: str
    """``verb``, ``noun``, ``adjective`` or ``preposition``."""
    stance: Stance
    act: Act | None
    """What is done in saying so, within the stance; None for stance ``none``."""
    strengths: Mapping[str, float]
    """By syntax frame, how sure the word is a cue there, 0 to 1."""
    fallback: Mapping[str, float]
    """The same for any word of its class, for frames in which the word itself was not counted; for words with other
    common senses only those with a finite clause."""

    def strength(self, frame: str) -> float:
        """How sure the word is a cue in ``frame``, 0 to 1."""
        found = self.strengths.get(frame)
        return self.fallback.get(frame, 0.0) if found is None else found


@cache
def cue_words() -> Mapping[tuple[str, str], CueWord]:
    """All cue words by lemma and class (``cues.tsv`` with the strengths of ``cue_frames.tsv``)."""
    strengths = _strengths()
    return {
        (row["lemma"], row["class"]): CueWord(
            lemma=row["lemma"],
            kind=row["class"],
            stance=cast("Stance", row["stance"] or "none"),
            act=cast("Act | None", row["act"] or plain_acts().get(cast("Stance", row["stance"]))),
            strengths=strengths.get((row["lemma"], row["class"]), {}),
            fallback=_fallback(strengths, row),
        )
        for row in read_table("cues")
    }


@dataclass(frozen=True, slots=True)
class CueSense:
    """What a cue word does in company that changes it."""

    company: tuple[str, ...]
    """What hangs on it behind: a particle or preposition; ``to``, ``whether``, ``that`` for clauses."""
    stance: Stance
    act: Act


@cache
def cue_senses() -> Mapping[tuple[str, str], tuple[CueSense, ...]]:
    """The senses of ``cue_senses.tsv`` by lemma and class, in the order in which they are tried."""
    found: dict[tuple[str, str], tuple[CueSense, ...]] = {}
    for row in read_table("cue_senses"):
        sense = CueSense(tuple(row["with"].split()), cast("Stance", row["stance"]), cast("Act", row["act"]))
        key = (row["lemma"], row["class"])
        found[key] = (*found.get(key, ()), sense)
    return found


@cache
def phrasal_lemmas() -> frozenset[str]:
    """The words that some phrase among the cue words is built on: "call" of "call for", "doubt" of "no doubt"."""
    phrases = [lemma.split() for lemma, _ in cue_words() if " " in lemma]
    return frozenset(words[1] if words[0] == "no" else words[0] for words in phrases)


def _fallback(strengths: Mapping[tuple[str, str], Mapping[str, float]], row: Mapping[str, str]) -> Mapping[str, float]:
    general = strengths.get((ANY, row["class"]), {})
    if row["frames"] != COUNTED:
        return general
    return {frame: strength for frame, strength in general.items() if frame in CLAUSAL}


def _strengths() -> dict[tuple[str, str], dict[str, float]]:
    found: dict[tuple[str, str], dict[str, float]] = {}
    for row in read_table("cue_frames"):
        found.setdefault((row["lemma"], row["class"]), {})[row["frame"]] = float(row["strength"])
    return found


@cache
def context_weights() -> Mapping[str, float]:
    """The weights of ``cue_contexts.tsv`` by feature: what is added to the log-odds of a cue in that context."""
    return {row["feature"]: float(row["weight"]) for row in read_table("cue_contexts")}


@cache
def shape_shares() -> Mapping[tuple[str, str], float]:
    """By class and frame, how often source and content are right where the cue is (``cue_shapes.tsv``); ``(ANY, ANY)`` is the
    overall share."""
    return {(row["class"], row["frame"]): float(row["share"]) for row in read_table("cue_shapes")}


@cache
def cue_class(name: str) -> frozenset[str]:
    """The words of one class of ``cue_classes.tsv``. Raises ``KeyError`` where there is no such class."""
    return {row["class"]: frozenset(row["words"].split()) for row in read_table("cue_classes")}[name]
