"""Which words share a sense, which are opposites, and which is a kind of which, after WordNet (``wordnet.tsv``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from quoth.lexicon.table import read_rows

UPWARD = 4
"""Steps up within which one sense is said to be a kind of another."""
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
"""What makes the opposite of an adjective or verb."""
LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class WordNet:
    """The table by word. Senses are named by class and number (``v12``)."""

    senses: Mapping[str, frozenset[str]]
    above: Mapping[str, tuple[str, ...]]
    opposites: Mapping[str, frozenset[tuple[str, str]]]
    """A word to (its own sense, the opposite word)."""
    kin: Mapping[str, frozenset[str]]
    """A verb to the nouns and adjectives derived of it, and each of those to its verbs."""
    words: Mapping[str, tuple[str, ...]]


@cache
def wordnet() -> WordNet:
    """The table, read once."""
    senses: dict[str, list[str]] = defaultdict(list)
    opposites: dict[str, list[tuple[str, str]]] = defaultdict(list)
    kin: dict[str, set[str]] = defaultdict(set)
    above: dict[str, tuple[str, ...]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for sense, named, over, opposite, derived in read_rows("wordnet"):
        words[sense] = _spaced(named, " ")
        for word in words[sense]:
            senses[word].append(sense)
        if over:
            above[sense] = tuple(over.split(" "))
        for first, _, second in (_spaced(each, "/") for each in opposite.split(" ") if each):
            opposites[first].append((sense, second))
        for verb, _, noun in (_spaced(each, "/") for each in derived.split(" ") if each):
            kin[verb].add(noun)
            kin[noun].add(verb)
    return WordNet(
        {word: frozenset(found) for word, found in senses.items()},
        above,
        {word: frozenset(found) for word, found in opposites.items()},
        {word: frozenset(found) for word, found in kin.items()},
        words,
    )


def _spaced(named: str, divider: str) -> tuple[str, ...]:
    """The words between dividers, with spaces for "_"."""
    parts = named.split(divider)
    return tuple(part.replace("_", " ") for part in parts) if "_" in named else tuple(parts)


@lru_cache(maxsize=100_000)
def senses_of(word: str) -> frozenset[str]:
    """The senses of a word."""
    return wordnet().senses.get(word, frozenset())


@lru_cache(maxsize=100_000)
def senses_of_kin(word: str) -> frozenset[str]:
    """The senses of the words that are derived of a word or that it is derived of."""
    return frozenset(sense for other in wordnet().kin.get(word, ()) for sense in senses_of(other))


def share_a_sense(first: str, second: str) -> bool:
    """Whether two words stand in one synset."""
    return not senses_of(first).isdisjoint(senses_of(second))


def are_kin(first: str, second: str) -> bool:
    """Whether one is derived of the other, or both of one verb."""
    kin = wordnet().kin
    mine, theirs = kin.get(first), kin.get(second)
    if mine is None or theirs is None:
        return False
    return second in mine or first in theirs or not mine.isdisjoint(theirs)


def kin_shares_a_sense(first: str, second: str) -> bool:
    """Whether a word derived of one shares a sense with the other ("collapse of" and "fell")."""
    return not senses_of_kin(first).isdisjoint(senses_of(second)) or not senses_of(first).isdisjoint(senses_of_kin(second))


def are_opposites(first: str, second: str) -> bool:
    """Whether two words are opposites, by WordNet's pairs, through a synonym on either side, or by a negative prefix."""
    if _prefixed(first, second) or _prefixed(second, first):
        return True
    return _opposed(first, second) or _opposed(second, first)


def _prefixed(longer: str, shorter: str) -> bool:
    if len(shorter) < LEAST_STEM or len(longer) <= len(shorter):
        return False
    if longer.endswith("less") and longer[:-4] == shorter:
        return True
    plain = (shorter, shorter + "ed", shorter + "d")  # "armed", of which the lemma is "arm"
    return longer[0] in "uidn" and any(longer == prefix + word for prefix in PREFIXES for word in plain)


def _opposed(first: str, second: str) -> bool:
    words, senses = _contraries(first)
    return second in words or not senses.isdisjoint(senses_of(second))


@lru_cache(maxsize=100_000)
def _contraries(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The opposites of a word and of its synonyms, and their senses."""
    net = wordnet()
    words: set[str] = set()
    for sense in senses_of(word):
        for near in (sense, *(net.above.get(sense, ()) if sense[0] == "a" else ())):
            words.update(other for synonym in net.words[near] for own, other in net.opposites.get(synonym, ()) if own == near)
    return frozenset(words), frozenset(sense for other in words for sense in senses_of(other))


def is_kind_of(narrow: str, wide: str) -> bool:
    """Whether one word names a kind of what the other names, at most ``UPWARD`` steps up."""
    return not _upward(narrow).isdisjoint(senses_of(wide))


@lru_cache(maxsize=100_000)
def _upward(word: str) -> frozenset[str]:
    net = wordnet()
    found: set[str] = set()
    level = senses_of(word)
    for _ in range(UPWARD):
        level = frozenset(above for sense in level if sense[0] in "nv" for above in net.above.get(sense, ()))
        found |= level
    return frozenset(found)
