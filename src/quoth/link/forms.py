"""The forms of people's names: their words, generation, and whether one is short for another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quoth.lexicon.names import SUFFIXES, family_of, fold, given_names, surname_of
from quoth.lexicon.surnames import leads

NAMES = 1 << 16
"""Names of which is kept what was worked out: each is asked for several times, and the same people are in many documents."""


@lru_cache(maxsize=NAMES)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a person's name; given names with a hyphen after a surname that leads are two: "Kim Jong-un"."""
    words = name.split()
    if len(words) == 2 and leads(words[0]) and "-" in words[1]:
        words = [words[0], *words[1].split("-")]
    return tuple(words)


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the mark of a generation."""
    kept = tuple(word for word in words if word.lower() not in SUFFIXES)
    return kept or words


def suffix_of(words: Sequence[str]) -> str:
    """The mark of a generation: "jr"; empty where there is none."""
    return next((word.lower().rstrip(".") for word in words if word.lower() in SUFFIXES), "")


def is_given(word: str) -> bool:
    """Whether a word is known as a given name."""
    return word in given_names()


@lru_cache(maxsize=NAMES)
def given_key(name: str) -> str:
    """The family of the first word of a name: what people of one given name are looked up by."""
    return family_of(bare(words_of(name))[0])


@lru_cache(maxsize=NAMES)
def surname_key(name: str) -> str:
    """The last word of a surname, folded: what people of one surname are looked up by."""
    return fold(surname_of(bare(words_of(name)))).split()[-1]
