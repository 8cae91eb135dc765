"""Words like those of a claim in an article in which no statement of it was found: looked for before an outlet is called silent.

A sentence holds words like a claim's where it has most of those that tell what the claim is about, each weighed by how rare it is in news
and in the articles that are looked through, and most of those among them that are no names: two articles of one story name the same people
whatever they say of them. Where a claim gives a figure, a sentence also does that gives the same figure of the same ("nine dead", "killed at
least nine"); where many statements make it, each in its own words, one does that has what nearly all of these have, and more of what some have. That is no finding that the article makes the claim: it may deny it, or tell of something else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache

from quoth.lexicon.classes import words_of
from quoth.lexicon.commonness import commonness, rarity
from quoth.lexicon.numbers import number_words, read_figure
from quoth.lexicon.times import time_words
from quoth.link.sentences import split_sentences
from quoth.records import READABLE, Segment, Span

LEAST = 0.6
"""Share of the weight of a claim's words that a sentence must hold, and of those that are no names."""
COUNTED = 0.35
"""Share of the words that are no names, without figures, that is enough beside the same figure."""
FEWEST = 3
"""Words of it that it must hold at least."""
PLAIN = 2
"""How many of these must be no names."""
STEM = 6
"""Letters by which forms of one word meet."""
_ENDINGS, SHORTEST = ("ing", "ed", "es", "s", "e"), 4
"""Endings that are no part of them ("dumped", "dumping"), and letters that must be left."""
MOST, WORDINGS = 40, 5
"""Contents of a claim that are read at most, and wordings that are looked for."""
AGAIN = 32
"""Claims of which it is remembered what to look for: a page asks twice, for the articles to read and for the places in them."""
TOLD, SHARED = 4, 0.75
"""Contents in words of their own from which on their common words are looked for, and the part of them that must have a word for it to be common."""
MORE = 4
"""Words of these contents that a sentence must hold, the common ones among them."""
COMMON = 0.6
"""What a word loses of its weight where all the articles have it."""
SMALLEST = 3
"""A figure under this says too little."""
FIGURE = 3.0
"""Weight of a figure at most: how often one stands in news says nothing."""

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,:]*\d|\d")
_COUNTS = ("killed", "injured", "moved", "missing", "arrested", "hospitalized", "rescued", "infected", "kidnapped", "captured")
_COUNT, _FIGURE, _DAY = "counted:", "figure:", "day:"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that tell what a claim is about, as one statement has them, each with its weight; those that are no names apart."""

    words: Mapping[str, float]
    plain: Mapping[str, float]

    def is_held(self, words: AbstractSet[str]) -> bool:
        """Whether these words are most of it, or give its figure of the same."""
        if self.counts(words):
            return True
        counted = [word for word in self.words if word.startswith(_COUNT)]
        if counted and any(word.startswith(_FIGURE) for word in self.words) and words.isdisjoint(counted):
            return False  # of the same event, but not of how many
        few = sum(word in words for word in self.words) < FEWEST or sum(word in words for word in self.plain) < PLAIN
        return not few and self.share(words) >= LEAST and _share(self.plain, words) >= LEAST

    def counts(self, words: AbstractSet[str]) -> bool:
        """Whether these words give its figure of the same."""
        figures = [word for word in self.words if word.startswith(_FIGURE)]
        if len(figures) > 1 and any(pair <= words for pair in self._pairs()):
            return True
        if not figures or not all(word in words for word in figures):
            return False
        rest = {word: weight for word, weight in self.plain.items() if not word.startswith(_FIGURE)}
        counted = [word for word in self.words if word.startswith(_COUNT)]
        return (
            any(word in words for word in counted)
            or (bool(counted) and not words.isdisjoint(_numbering()))
            or (len(rest) >= PLAIN and _share(rest, words) >= COUNTED)
        )

    def _pairs(self) -> Iterator[frozenset[str]]:
        """Each of its figures with the word for what is counted behind it ("nine killed and 4,000 moved")."""
        figure = ""
        for word in self.words:
            if word.startswith(_COUNT) and figure:
                yield frozenset({figure, word})
            figure = word if word.startswith(_FIGURE) else "" if word.startswith(_COUNT) else figure

    def share(self, words: AbstractSet[str]) -> float:
        """How much of it these words are."""
        return _share(self.words, words)


@dataclass(frozen=True, slots=True)
class Core:
    """What many contents of one claim have in common but its names, and all the words that any of them has, each with its weight."""

    common: AbstractSet[str]
    words: Mapping[str, float]

    def is_held(self, words: AbstractSet[str]) -> bool:
        """Whether these words have all that is common, and more of the rest."""
        return bool(self.common) and self.common <= words and sum(word in words for word in self.words) >= MORE

    def share(self, words: AbstractSet[str]) -> float:
        """How much of it these words are."""
        return _share(self.words, words)


@dataclass(frozen=True, slots=True)
class Sought:
    """The wordings of a claim, and the articles that may have words like these, by a glance at each."""

    wordings: tuple[Wording, ...]
    core: Core
    likely: frozenset[str]

    def place(self, text: str, segments: Sequence[Segment]) -> Span | None:
        """The sentence of an article's own text that holds most of a wording; None where none holds enough."""
        return self.best(text, segments)[1]

    def best(self, text: str, segments: Sequence[Segment]) -> tuple[float, Span | None]:
        """The same with how much it holds; one that gives the figure of the same holds more than any that does not."""
        best: tuple[float, Span | None] = 0.0, None
        for span, words in _read(text, tuple(segments)):
            sought: tuple[Wording | Core, ...] = (*self.wordings, self.core)
            held = [one for one in sought if one.is_held(words)]
            share = max((one.share(words) + _same_figure(one, words) for one in held), default=0.0)
            if share > best[0]:
                best = share, span
        return best


def _same_figure(one: Wording | Core, words: AbstractSet[str]) -> bool:
    return isinstance(one, Wording) and any(word.startswith(_COUNT) for word in one.words) and one.counts(words)


def gives_figures(content: str, text: str) -> bool:
    """Whether a text gives all figures of a content."""
    return {word for word in _keys(content) if word.startswith(_FIGURE)} <= set(_keys(text))


def seek(contents: Iterable[str], texts: Mapping[str, str]) -> Sought:
    """What to look for of a claim that statements of these contents make, and in which of these articles, by their texts."""
    return _seek(tuple(dict.fromkeys(contents))[:MOST], tuple(texts.items()))


@lru_cache(maxsize=AGAIN)
def _seek(every: Sequence[str], texts: Sequence[tuple[str, str]]) -> Sought:
    folded = {name: _fold(text) for name, text in texts}
    rare: dict[str, float] = {}
    for key, word in (pair for content in every for pair in _keyed(content)):
        rare[key] = min(rare.get(key, FIGURE if key.startswith(_FIGURE) else _weight(word)), _weight(word))
    glanced = [(key, _forms(key)) for key in (*rare, *_numbering())]
    held = {name: {key for key, forms in glanced if any(map(text.__contains__, forms))} for name, text in folded.items()}
    common = Counter(key for keys in held.values() for key in keys)
    weights = {key: weight * (1 - COMMON * common[key] / max(1, len(folded))) for key, weight in rare.items()}
    wordings = [one for content in every if len((one := _wording(content, weights)).plain) >= PLAIN]
    core = _core(wordings)
    wordings = wordings[:WORDINGS]
    likely = (name for name, keys in held.items() if core.is_held(keys) or any(one.is_held(keys) for one in wordings))
    return Sought(tuple(wordings), core, frozenset(likely))


def _core(wordings: Sequence[Wording]) -> Core:
    """What many wordings have in common: nothing where there are few, or where names are all that they share."""
    counts = Counter(word for one in wordings for word in one.words)
    common = frozenset(word for word, count in counts.items() if count >= SHARED * len(wordings))
    plain = {word for one in wordings for word in one.plain}
    if len(wordings) < TOLD or len(common) < PLAIN or plain.isdisjoint(common):
        return Core(frozenset(), {})
    return Core(common & plain, {word: weight for one in wordings for word, weight in one.words.items()})


def _wording(content: str, weights: Mapping[str, float]) -> Wording:
    names = {_stem(word.casefold()) for word in _WORD.findall(content) if word[0].isupper() and word.casefold() not in commonness()}
    words = {key: weights[key] for key in dict.fromkeys(_keys(content)) if weights[key] > 0}
    return Wording(words, {key: weight for key, weight in words.items() if key not in names})


def _share(weights: Mapping[str, float], words: AbstractSet[str]) -> float:
    return sum(weight for word, weight in weights.items() if word in words) / (sum(weights.values()) or 1.0)


@lru_cache(maxsize=64)
def _read(text: str, segments: tuple[Segment, ...]) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The sentences of an article with their words: the claims of one story ask for them one after the other."""
    return tuple((span, frozenset(_keys(text[span.start : span.end]))) for span in _sentences(text, segments))


@lru_cache(maxsize=256)
def _fold(text: str) -> str:
    return text.casefold()


def _sentences(text: str, segments: Sequence[Segment]) -> Iterator[Span]:
    for segment in segments:
        if segment.kind in READABLE:
            for span in split_sentences(text, segment):
                yield Span(span.start, span.start + len(text[span.start : span.end].rstrip()))


def _keys(text: str) -> Iterator[str]:
    return (key for key, _ in _keyed(text))


def _keyed(text: str) -> Iterator[tuple[str, str]]:
    """What each word of a text is compared by, and the word: the beginning of it, what it counts, its number, or that this is a day's."""
    words = _WORD.findall(text.casefold())
    for place, word in enumerate(words):
        number = _number(word)
        if number is None:
            yield _stem(word), word
        elif _months().isdisjoint(words[max(0, place - 1) : place + 3]):
            yield f"{_FIGURE}{number:g}", word
        else:
            yield f"{_DAY}{number:g}", word


@lru_cache(maxsize=100_000)
def _number(word: str) -> float | None:
    """The number that a word or digits stand for, where it may be a count; a year is none."""
    found = number_words().get(word)
    number = read_figure(word.strip(".,")) if word[:1].isdigit() else found.value if found and found.kind == "cardinal" else None
    year = number is not None and word.isdigit() and len(word) == len("2031") and 1800 <= number < 2100
    return None if number is None or number < SMALLEST or year or word.startswith("0") else number


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    counted = _counted().get(word)
    if counted or not word.isalpha():
        return f"{_COUNT}{counted}" if counted else word
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= SHORTEST), "")
    return word.removesuffix(ending)[:STEM]


@cache
def _numbering() -> frozenset[str]:
    """Words that count without telling what: "put the number at nine"."""
    return frozenset(_stem(word) for word in words_of("numbering"))


@cache
def _months() -> frozenset[str]:
    return frozenset(word for word, one in time_words().items() if one.kind == "month")


@cache
def _counted() -> Mapping[str, str]:
    return {word: kind for kind in _COUNTS for word in _words_for(kind)}


def _words_for(kind: str) -> tuple[str, ...]:
    return (*words_of(f"counted_{kind}"), *(words_of("toll") if kind == "killed" else ()))


@lru_cache(maxsize=100_000)
def _forms(key: str) -> tuple[str, ...]:
    """Letters of which a text that has the word has some."""
    if key.startswith(_COUNT):
        return _words_for(key.removeprefix(_COUNT))
    if key.startswith((_FIGURE, _DAY)):
        number = float(key.partition(":")[2])
        words = (word for word, one in number_words().items() if one.kind == "cardinal" and one.value == number)
        return (*words, f"{number:,g}", f"{number:,.0f}", f"{number:.0f}")
    return (key,)


@lru_cache(maxsize=100_000)
def _weight(word: str) -> float:
    return rarity(word, 0, 0)
