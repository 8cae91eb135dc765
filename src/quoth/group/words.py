"""What a document is about, as weighted words: names before other words, the top of the text before the rest, rare before common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from quoth.lexicon.commonness import rarity
from quoth.records import Document, Segment

TOP = 120
"""Words at the top of the text, which news writes for those who read no further, count twice."""
KEPT = 60
"""Heaviest words of a document that are kept; the rest is noise."""

_WORD = re.compile(r"[^\W\d_][\w’']*")


@dataclass(frozen=True, slots=True)
class Words:
    """Counted words of one document: names and other words, with the top of the text counted twice."""

    counts: Mapping[str, float]
    """By the word in small letters; a name counts twice."""


def count_words(document: Document, segments: Sequence[Segment]) -> Words:
    """The words of title, body and quotations."""
    counts: Counter[str] = Counter()
    seen = 0
    for segment in segments:
        if segment.kind in {"title", "body", "quotation"}:
            for match in _WORD.finditer(document.text, segment.start, segment.end):
                seen += 1
                word = match.group()
                counts[_plain(word)] += (2 if seen <= TOP or segment.kind == "title" else 1) * (2 if word[0].isupper() else 1)
    if document.title:
        counts.update(_plain(match.group()) for match in _WORD.finditer(document.title))
    return Words({word: count for word, count in counts.items() if len(word) > 1})


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    word = word.replace("’", "'").lower().removesuffix("'s").strip("'")
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def frequencies(documents: Iterable[Words]) -> Counter[str]:
    """In how many documents each word stands."""
    counts: Counter[str] = Counter()
    for words in documents:
        counts.update(words.counts.keys())
    return counts


def weigh(words: Words, frequency: Mapping[str, int], total: int) -> dict[str, float]:
    """The heaviest words of a document with their weights, as a vector of length one."""
    weighed = {word: (1 + log(count)) * rarity(word, frequency.get(word, 1), total) for word, count in words.counts.items()}
    heaviest = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {word: weight / length for word, weight in heaviest}
