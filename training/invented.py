"""Names that nobody bears, put in the place of the names of an article: so that a reader learns names from where they stand, not by heart.

What is replaced is every word of a name that stands nowhere in the training articles in small letters, the same word by the same one in a
window. Replacing entity mentions in training data is known from Dai and Adel (2020), "An Analysis of Simple Data Augmentation for Named Entity
Recognition"; here the names are made of syllables, so no list of real names favours anyone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from quoth.extract.tagger.names import ENTITIES
from quoth.extract.tagger.network import pieces
from quoth.extract.tagger.pieces import MOST, Window
from quoth.extract.tagger.words import SIZES, TAGS
from training.data import Article

ONSETS = ("b", "br", "c", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "sh", "st", "t", "tr", "v", "w", "z", "")  # fmt: skip
VOWELS = ("a", "e", "i", "o", "u", "a", "e", "o", "ai", "ei", "y")
ENDS = ("", "", "l", "n", "r", "s", "k", "m", "nd", "rt", "x", "th")
PEOPLES = ("ian", "an", "ese", "i", "ish")
SYLLABLES = (1, 2, 2, 2, 3)

NAMED = ("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT")
TAG = list(SIZES).index("tag")
PROPER = frozenset({TAGS.index("NNP") + 1, TAGS.index("NNPS") + 1})
ADJECTIVE = TAGS.index("JJ") + 1


def invent(rng: np.random.Generator) -> str:
    """A name of one to three syllables."""
    count = SYLLABLES[rng.integers(len(SYLLABLES))]
    parts = [ONSETS[rng.integers(len(ONSETS))] + VOWELS[rng.integers(len(VOWELS))] for _ in range(count)]
    return ("".join(parts) + ENDS[rng.integers(len(ENDS))]).capitalize()


@dataclass(frozen=True)
class Invented:
    """A stock of invented names in word pieces, and the words that are never replaced."""

    names: tuple[tuple[int, ...], ...]
    peoples: tuple[tuple[int, ...], ...]
    common: frozenset[str]

    @staticmethod
    def of(articles: Iterable[Article], seed: int, count: int = 6000) -> Invented:
        """The stock for some articles: the same articles and seed give the same."""
        rng = np.random.default_rng(seed)
        common = frozenset(text for article in articles for text in article.words.texts if text.islower())
        names = [name for name in (invent(rng) for _ in range(count)) if len(name) > 2 and name.lower() not in common]
        peoples = [name + PEOPLES[rng.integers(len(PEOPLES))] for name in names[: count // 4]]
        return Invented(_in_pieces(names), _in_pieces(peoples), common)

    def rename(self, article: Article, window: Window, rng: np.random.Generator) -> list[tuple[int, ...]]:
        """The pieces of the article's words, with other names in a window."""
        known: dict[str, tuple[int, ...]] = {}
        renamed = list(article.pieces)
        for word in range(window.first, window.last):
            text, kind = article.words.texts[word], _kind(int(article.names[word]))
            if not text[:1].isupper() or text.lower() in self.common:
                continue
            tag = int(article.words.features[word, TAG])
            if kind in NAMED and tag in PROPER:
                renamed[word] = known.setdefault(text, self.names[rng.integers(len(self.names))])
            elif kind == "NORP" and (tag in PROPER or tag == ADJECTIVE):
                renamed[word] = known.setdefault(text, self.peoples[rng.integers(len(self.peoples))])
        return renamed


def _kind(label: int) -> str:
    return ENTITIES[(label - 1) // 2] if label else ""


def _in_pieces(names: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    return tuple(pieces(name)[:MOST] for name in names)
