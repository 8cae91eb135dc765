"""Whether two statements of a story restate one claim, affirmed or denied.

What speaks for it is weighed: how near the statement encoder places them, which words both have, how many in a row, who speaks, what is done and by
whom. In a story of one text nearness tells too little, since all of it is about one matter; there it is weighed without. The weights stand in
``lexicon/restating.tsv``; they were fitted on pairs of statements of real stories as linking meets them, of which few are one claim. Passages picked for
being alike (``verdicts.py``) are another matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp, log, sqrt

from quoth.language.encoder.reader import Vectors
from quoth.lexicon.restating import CONSTANT, restating_weights
from quoth.link.meanings import Meaning, are_apart

LONGEST = 10
"""Words in a row from which on more of them tell nothing further."""
READ = 80
"""Words of a statement that are looked at."""
_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True)
class Weighed:
    """A statement's meaning with how telling its words are."""

    meaning: Meaning
    weight: Mapping[str, float] = field(repr=False)
    vector: Vectors | None = field(default=None, repr=False, compare=False)
    """What the statement encoder makes of it, where it was asked."""

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


def weigh_evidence(first: Weighed, second: Weighed) -> dict[str, float]:
    """What speaks for and against it, by name; how near they lie only where both have a vector."""
    one, other = first.meaning, second.meaning
    shared = first.weigh(one.things & other.things)
    row, least = longest_row(first, second), min(len(first.words), len(second.words))
    near = {} if first.vector is None or second.vector is None else {"near": float(first.vector @ second.vector)}
    return near | {
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
    """How probable it is of each pair that both restate one claim; the order of two statements does not matter."""
    return [
        0.0 if are_apart(first.meaning, second.meaning) else probability(weigh_evidence(first, second)) for first, second in pairs
    ]


def probability(evidence: Mapping[str, float]) -> float:
    """How probable it is that two statements with this evidence restate one claim."""
    weights = restating_weights("near" if "near" in evidence else "far")
    odds = weights[CONSTANT] + sum(weights[name] * value for name, value in evidence.items())
    return 1 / (1 + exp(-odds))
