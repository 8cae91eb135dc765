"""How two words of news stand to each other: alike, opposite, converse, or one a kind of the other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from quoth.lexicon.paraphrases import paraphrases
from quoth.lexicon.table import read_table
from quoth.lexicon.wordnet import (
    are_kin,
    are_opposites,
    is_kind_of,
    kin_shares_a_sense,
    share_a_sense,
    wordnet,
)

Tie = Literal["same", "alike", "opposite", "phase", "comparative", "narrower", "wider", "none"]


class Converse(NamedTuple):
    """What a word means from the side of another party."""

    means: str
    roles: Mapping[str, str]


@cache
def converses() -> Mapping[str, Converse]:
    """The words of ``converses.tsv``."""
    return {
        row["word"]: Converse(row["means"], dict(pair.split(">", 1) for pair in row["roles"].split()))
        for row in read_table("converses")
    }


@cache
def _pairs() -> Mapping[tuple[str, str], Tie]:
    found: dict[tuple[str, str], Tie] = {}
    kinds: dict[str, Tie] = {"contrary": "opposite", "phase": "phase", "comparative": "comparative"}
    for row in read_table("opposites"):
        for first in row["first"].split(","):
            for second in row["second"].split(","):
                if first != second:
                    found.setdefault((first, second), kinds[row["kind"]])
                    found.setdefault((second, first), kinds[row["kind"]])
    return found


@lru_cache(maxsize=400_000)
def tie(first: str, second: str) -> Tie:  # noqa: PLR0911 - the ties are asked for one after another
    """How two lemmas stand to each other; "none" where nothing is known of them. ``narrower``: the first is a kind of the second."""
    if first == second or first + "s" == second or second + "s" == first:
        return "same"
    listed = _pairs().get((first, second))
    if listed is not None:
        return listed
    known = paraphrases()
    if (first in known and known.get(first) == known.get(second)) or not _rows(first).isdisjoint(_rows(second)):
        return "alike"
    if share_a_sense(first, second) or are_kin(first, second):
        return "alike"
    if are_opposites(first, second):
        return "opposite"
    if kin_shares_a_sense(first, second):
        return "alike"
    if is_kind_of(first, second):
        return "narrower"
    if is_kind_of(second, first):
        return "wider"
    return "none"


@cache
def _synonyms() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(read_table("synonyms")):
        for word in row["words"].split(","):
            found.setdefault(word.strip(), set()).add(number)
    return {word: frozenset(rows) for word, rows in found.items()}


def _rows(word: str) -> frozenset[int]:
    return _synonyms().get(word, frozenset())


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for pair in _pairs() for word in pair) | frozenset(paraphrases()) | frozenset(_synonyms())


def is_known(phrase: str) -> bool:
    """Whether a phrase stands in one of the lists as one word."""
    return phrase in wordnet().senses or phrase in _listed()
