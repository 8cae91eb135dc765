"""Words like those of a claim in an article in which no statement of it was found: looked for before an outlet is called silent.

A sentence holds words like a claim's where it has most of those that tell what the claim is about, each weighed by how rare it is in news
and in the articles that are looked through, and most of those among them that are no names: two articles of one story name the same people
whatever they say of them. That is no finding that the article makes the claim: it may deny it, or tell of something else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from quoth.lexicon.commonness import commonness, rarity
from quoth.records import READABLE, Segment, Span

LEAST = 0.6
"""Share of the weight of a claim's words that a sentence must hold, and of those that are no names."""
FEWEST = 3
"""Words of it that it must hold at least."""
PLAIN = 2
"""How many of these must be no names."""
STEM = 6
"""Letters by which forms of one word meet."""
WORDINGS = 5
"""Wordings of a claim that are looked for at most."""
COMMON = 0.6
"""What a word loses of its weight where all the articles have it."""

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*\d|\d")
_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that tell what a claim is about, as one statement has them, each with its weight; those that are no names apart."""

    words: Mapping[str, float]
    plain: Mapping[str, float]

    def is_held(self, words: AbstractSet[str]) -> bool:
        """Whether these words are most of it."""
        few = sum(word in words for word in self.words) < FEWEST or sum(word in words for word in self.plain) < PLAIN
        return not few and self.share(words) >= LEAST and _share(self.plain, words) >= LEAST

    def share(self, words: AbstractSet[str]) -> float:
        """How much of it these words are."""
        return _share(self.words, words)


@dataclass(frozen=True, slots=True)
class Sought:
    """The wordings of a claim, and the articles that may have words like these, by a glance at each."""

    wordings: tuple[Wording, ...]
    likely: frozenset[str]

    def place(self, text: str, segments: Sequence[Segment]) -> Span | None:
        """The sentence of an article's own text that holds most of a wording; None where none holds enough."""
        best: tuple[float, Span] | None = None
        for span, words in _read(text, tuple(segments)):
            share = max((one.share(words) for one in self.wordings if one.is_held(words)), default=0.0)
            if share and (best is None or share > best[0]):
                best = share, span
        return best[1] if best else None


def seek(contents: Iterable[str], texts: Mapping[str, str]) -> Sought:
    """What to look for of a claim that statements of these contents make, and in which of these articles, by their texts."""
    told = list(dict.fromkeys(contents))[:WORDINGS]
    folded = {name: _fold(text) for name, text in texts.items()}
    sought = {word for content in told for word in _words(content)}
    held = {name: {word for word in sought if word in text} for name, text in folded.items()}
    common = Counter(word for words in held.values() for word in words)
    weights = {word: _weight(word) * (1 - COMMON * common[word] / max(1, len(folded))) for word in sought}
    wordings = [one for content in told if len((one := _wording(content, weights)).plain) >= PLAIN]
    likely = (name for name, words in held.items() if any(one.is_held(words) for one in wordings))
    return Sought(tuple(wordings), frozenset(likely))


def _wording(content: str, weights: Mapping[str, float]) -> Wording:
    names = {_stem(word.casefold()) for word in _WORD.findall(content) if word[0].isupper() and word.casefold() not in commonness()}
    words = {word: weights[word] for word in _words(content) if weights[word] > 0}
    return Wording(words, {word: weight for word, weight in words.items() if word not in names})


def _share(weights: Mapping[str, float], words: AbstractSet[str]) -> float:
    return sum(weight for word, weight in weights.items() if word in words) / sum(weights.values())


@lru_cache(maxsize=64)
def _read(text: str, segments: tuple[Segment, ...]) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The sentences of an article with their words: the claims of one story ask for them one after the other."""
    return tuple((span, frozenset(_words(text[span.start : span.end]))) for span in _sentences(text, segments))


@lru_cache(maxsize=256)
def _fold(text: str) -> str:
    return text.casefold()


def _sentences(text: str, segments: Sequence[Segment]) -> Iterator[Span]:
    for segment in segments:
        if segment.kind in READABLE:
            start = segment.start
            for match in _END.finditer(text, segment.start, segment.end):
                yield Span(start, match.start() + 1)
                start = match.end()
            yield Span(start, segment.end)


def _words(text: str) -> Iterator[str]:
    return map(_stem, _WORD.findall(text.casefold()))


def _stem(word: str) -> str:
    return word[:STEM] if word.isalpha() else word


@lru_cache(maxsize=100_000)
def _weight(word: str) -> float:
    return rarity(word, 0, 0)
