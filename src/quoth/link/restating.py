"""Whether two statements of a story restate one claim, affirmed or denied.

What costs little is weighed first: which words both have, how many in a row, who speaks, what is done and by whom. Where that leaves it open, what a
network reads in both is weighed too. The weights stand in ``lexicon/restating.tsv``; they were fitted on pairs as linking meets them, statements
of real stories that share a word, of which few are one claim. Passages picked for being alike (``verdicts.py``) are another matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp, log, sqrt

from quoth.language.pairs.reader import load_pair_reader
from quoth.lexicon.restating import CONSTANT, Reading, restating_weights
from quoth.link.evidence import weigh_reading
from quoth.link.meanings import Meaning, are_apart

LONGEST = 10
"""Words in a row from which on more of them tell nothing further."""
READ = 80
"""Words of a statement that are looked at."""
OPEN = 0.2, 0.8
"""Between which probabilities, by what costs little, the network is asked."""
_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True)
class Weighed:
    """A statement's meaning with how telling its words are."""

    meaning: Meaning
    weight: Mapping[str, float] = field(repr=False)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in order, in small letters."""
        return tuple(_WORD.findall(self.meaning.text.lower().replace("’", "'"))[:READ])

    @cached_property
    def mass(self) -> float:
        """What its levelled words weigh together."""
        return self.weigh(self.meaning.things)

    @cached_property
    def _rows(self) -> dict[int, frozenset[tuple[str, ...]]]:
        return {}

    def rows(self, length: int) -> frozenset[tuple[str, ...]]:
        """All its rows of so many words."""
        if length not in self._rows:
            self._rows[length] = frozenset(self.words[at : at + length] for at in range(len(self.words) - length + 1))
        return self._rows[length]

    def weigh(self, words: Iterable[str]) -> float:
        """What levelled words weigh together."""
        return sum(self.weight.get(word, 1.0) for word in words)


def weigh_quickly(first: Weighed, second: Weighed) -> dict[str, float]:
    """The evidence that costs little."""
    one, other = first.meaning, second.meaning
    shared = first.weigh(one.things & other.things)
    row, least = longest_row(first, second), min(len(first.words), len(second.words))
    return {
        "one speaker": float(one.speaker is not None and one.speaker == other.speaker),
        "row": row / LONGEST,
        "row of shorter": row / max(1, least),
        "shared": shared / sqrt(max(1e-9, first.mass * second.mass)),
        "shared of heavier": shared / max(1e-9, first.mass, second.mass),
        "one deed": float(one.deed is not None and one.deed == other.deed),
        "doers apart": float(bool(one.doers) and bool(other.doers) and not one.doers & other.doers),
        "one negated": float(one.negated != other.negated),
        "words": log(1 + least),
    }


def longest_row(first: Weighed, second: Weighed) -> int:
    """How many words in a row both have at most, up to ``LONGEST``."""
    length = 0
    while length < LONGEST and not first.rows(length + 1).isdisjoint(second.rows(length + 1)):
        length += 1
    return length


def restate(pairs: Sequence[tuple[Weighed, Weighed]]) -> list[float]:
    """How probable it is of each pair that both restate one claim; the order of two statements does not matter.

    Raises ``Unavailable`` where the network cannot be had.
    """
    quick = [weigh_quickly(*pair) for pair in pairs]
    apart = [are_apart(first.meaning, second.meaning) for first, second in pairs]
    found = [0.0 if parted else probability(evidence, "quick") for evidence, parted in zip(quick, apart, strict=True)]
    open_ = [place for place, share in enumerate(found) if OPEN[0] <= share <= OPEN[1]]
    for place, read in zip(open_, _read([pairs[place] for place in open_]), strict=True):
        found[place] = probability(quick[place] | read, "whole")
    return found


def _read(pairs: Sequence[tuple[Weighed, Weighed]]) -> Iterator[dict[str, float]]:
    if pairs:
        yield from map(
            weigh_reading, load_pair_reader().read([(first.meaning.text, second.meaning.text) for first, second in pairs])
        )


def probability(evidence: Mapping[str, float], reading: Reading) -> float:
    """How probable it is that two statements with this evidence restate one claim."""
    weights = restating_weights(reading)
    odds = weights[CONSTANT] + sum(weights.get(name, 0.0) * value for name, value in evidence.items())
    return 1 / (1 + exp(-odds))
