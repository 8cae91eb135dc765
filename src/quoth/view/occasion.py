"""How many articles tell the same of a date, by the words that its lines share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

SHARED = 3
"""Words that lines share where they tell of one thing."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def common_words(dates: Iterable[Sequence[str]]) -> frozenset[str]:
    """Words that stand under more than a third of all dates, of at least four: the parties and places of a story, which tell no two events apart."""
    held = [frozenset(word for line in lines for word in words_of(line)) for lines in dates]
    counts = Counter(word for words in held for word in words)
    return frozenset(word for word, count in counts.items() if len(held) > SHARED and count * 3 > len(held))


def count_alike(lines: Sequence[tuple[str, str, int]], common: frozenset[str]) -> list[int]:
    """For each line (its words, its article, how many tell just that) by about how many articles that date's lines tell the like: in so many
    stands each of ``SHARED`` of its words."""
    said = [words_of(text) - common for text, _, _ in lines]
    articles: dict[str, set[str]] = defaultdict(set)
    for words, (_, article, _) in zip(said, lines, strict=True):
        for word in words:
            articles[word].add(article)
    found = []
    for words, (_, _, tellings) in zip(said, lines, strict=True):
        spread = sorted((len(articles[word]) for word in words), reverse=True)
        found.append(max(tellings, spread[SHARED - 1] if len(spread) >= SHARED else 1))
    return found


def words_of(text: str) -> frozenset[str]:
    """The words of a line of four letters and more."""
    return frozenset(_WORD.findall(text.casefold()))
