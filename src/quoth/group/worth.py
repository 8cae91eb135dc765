"""What it is worth that two documents share a word or a date: how rare it is, told by a sample of the corpus (``lexicon.sampling``).

The sample depends on which documents there are and not on when they came, and news of the day enters none that is full: then nothing that was
weighed before weighs otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import repeat
from math import log

from quoth.group.words import Words
from quoth.lexicon.commonness import rarity

SAMPLE = 1000
"""Documents that tell how rare words are."""


@dataclass(frozen=True, slots=True)
class Worth:
    """How many documents of the sample hold each word, and each date."""

    total: int
    words: Mapping[str, int]
    dates: Mapping[str, int]
    known: dict[str, float] = field(default_factory=dict, repr=False, compare=False)
    """What words are worth that were asked for."""

    @staticmethod
    def of(sample: Iterable[Words]) -> Worth:
        """By the documents of a sample."""
        texts = list(sample)
        words = Counter(word for one in texts for word in one.counts)
        return Worth(len(texts), words, Counter(name for one in texts for name in one.dates))

    def of_word(self, word: str) -> float:
        """What sharing a word is worth, in nats."""
        nats = self.known.get(word)
        if nats is None:
            nats = self.known[word] = rarity(word, max(1, self.words.get(word, 0)), self.total)
        return nats

    def of_words(self, words: Collection[str]) -> dict[str, float]:
        """The same of many."""
        found = dict(zip(words, map(self.known.get, words, repeat(-1.0)), strict=False))
        for word in [word for word, nats in found.items() if nats < 0.0]:
            found[word] = self.of_word(word)
        return found

    def of_date(self, name: str) -> float:
        """What sharing a date is worth, in nats."""
        return log((self.total + 1) / max(1, self.dates.get(name, 0)))
