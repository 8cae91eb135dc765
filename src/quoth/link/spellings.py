"""Full names that differ in spelling, in a generation left out or in a given name left out, and are one person's by what is around them.

All of it needs documents that belong together, and that no document tells of both: who writes two names means two people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from quoth.lexicon.names import family_of, fold, given_names, middles_differ
from quoth.link.clusters import Cluster
from quoth.link.forms import NAMES, bare, is_given, suffix_of, surname_key, words_of
from quoth.link.surroundings import Surroundings

LONG = 5
"""Letters from which on a word can have a slip in it."""
CROWD = 30
"""Bearers of one name in one story from which on nothing is told by it."""
LOOKED_AT = 50
"""Documents of a person that are looked at for what ties it to another: a bound on the work."""


def join_spellings(clusters: Sequence[Cluster], around: Surroundings) -> list[Cluster]:
    """The clusters, those of one person under two spellings put together; a smaller one goes to the larger."""
    ordered = sorted(clusters, key=lambda cluster: (-len(cluster.referents), cluster.key))
    for why, may_be_one, keys in _WAYS:
        ordered = [cluster for cluster in ordered if cluster.referents]
        for one, other in _candidates(ordered, keys, around):
            if one.referents and other.referents and may_be_one(_words(one), _words(other)) and not _told_apart(one, other):
                tie = _tie(one, other, around)
                if tie is not None:
                    one.take(other, f"{why}, {tie}")
    return [cluster for cluster in clusters if cluster.referents]


def _words(cluster: Cluster) -> tuple[str, ...]:
    return words_of(cluster.referents[0].name)


def _candidates(
    ordered: Sequence[Cluster], keys: Callable[[tuple[str, ...]], Iterable[str]], around: Surroundings
) -> Iterator[tuple[Cluster, Cluster]]:
    """Pairs that have a key in common within a story or a document's company, the larger first."""
    by_key: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in ordered:
        for key in keys(_words(cluster)):
            by_key[key].append(cluster)
    blocks: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for key, held in by_key.items():
        for cluster in held if len(held) > 1 else ():
            for place in {around.stories.get(one.document, "") for one in cluster.referents[:LOOKED_AT]}:
                blocks[place, key].append(cluster)
    for name in sorted(blocks):
        block = blocks[name]
        if len(block) <= CROWD:
            yield from ((one, other) for at, one in enumerate(block) for other in block[at + 1 :])


def _told_apart(one: Cluster, other: Cluster) -> bool:
    """Whether some document tells of both, or their states differ."""
    if not {each.document for each in one.referents}.isdisjoint(each.document for each in other.referents):
        return True
    first, second = ({each.country for each in cluster.referents if each.country} for cluster in (one, other))
    return bool(first and second and not first & second)


def _tie(one: Cluster, other: Cluster, around: Surroundings) -> str | None:
    """What ties the documents of two clusters together."""
    for each in one.referents[:LOOKED_AT]:
        for another in other.referents[:LOOKED_AT]:
            tie = around.together(each.document, another.document)
            if tie is not None:
                return tie
    return None


# --- which names may be one -------------------------------------------------------------------------------------------------


def _by_whole(words: tuple[str, ...]) -> Iterable[str]:
    return (f"{family_of(bare(words)[0])} {surname_key(' '.join(words))}",)


def _lacks_generation(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """One of two lacks the generation: "Ivan Orlov" and "Ivan Orlov Jr."."""
    return bool(suffix_of(one)) != bool(suffix_of(other)) and not middles_differ(one, other)


def _by_surname(words: tuple[str, ...]) -> Iterable[str]:
    return (surname_key(" ".join(words)),)


def _lacks_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The words of one end the other, and begin with no given name: "Boone Isaacs" of "Mary Boone Isaacs"."""
    short, long = sorted((bare(one), bare(other)), key=len)
    ends = [fold(word) for word in long[-len(short) :]] == [fold(word) for word in short]
    return len(short) < len(long) and ends and not is_given(short[0])


def _given_slips(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Given names a slip apart; two that are known are two, however alike."""
    first, second = bare(one)[0], bare(other)[0]
    return not (first in given_names() and second in given_names()) and _slips(first, second)


def _by_given(words: tuple[str, ...]) -> Iterable[str]:
    given, surname = family_of(bare(words)[0]), fold(bare(words)[-1])
    return [f"{given} {each}" for each in slips_of(surname)] if len(surname) >= LONG else ()


def _surname_slips(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Surnames a slip apart, after the same given name."""
    return not middles_differ(one, other) and suffix_of(one) == suffix_of(other) and _slips(bare(one)[-1], bare(other)[-1])


@lru_cache(maxsize=NAMES)
def slips_of(word: str) -> tuple[str, ...]:
    """A word, and the word without each of its letters: two words that are a slip apart have one of these in common."""
    return tuple(dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(len(word))))))


def _slips(one: str, other: str) -> bool:
    """Whether two words are one letter added, lost, changed or swapped apart; the first letter is seldom wrong."""
    first, second = fold(one), fold(other)
    return min(len(first), len(second)) >= LONG and first[0] == second[0] and OSA.distance(first, second, score_cutoff=1) <= 1


_WAYS = (
    ("same name but for the generation", _lacks_generation, _by_whole),
    ("same surname of two words", _lacks_given, _by_surname),
    ("given name with a slip in it", _given_slips, _by_surname),
    ("surname with a slip in it", _surname_slips, _by_given),
)
