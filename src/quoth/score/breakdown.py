"""The same attributions cut in other ways: by word, by outlet, by form; and how far a figure would move with other articles.

A word is a run of letters and digits or one mark of punctuation; it belongs to a span that touches it. The form is decided alike for gold and
found, by quotation marks alone: ``direct`` where all words of the content stand between them, ``mixed`` where some do. Intervals are
those of the bootstrap over articles (Efron 1979): so many draws with replacement, the middle 95 % of their figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

import numpy as np

from quoth.records import Form
from quoth.score.polnear import PARTS, Count, GoldAttribution, Part, Spans, score_article

Measure = Literal["f1", "precision", "recall"]
FORMS: tuple[Form, ...] = ("direct", "mixed", "indirect")
DRAWS = 1000
LEVEL = 0.95
SEED = 20310316

_TOKEN = re.compile(r"\w+|[^\w\s]")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?:``|''|‘‘).*?(?:''|’’|$)")
"""Between quotation marks; what a paragraph opens and does not close is quoted to its end."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with its gold attributions and the outermost ones found."""

    name: str
    text: str
    gold: tuple[GoldAttribution, ...]
    found: tuple[GoldAttribution, ...]

    @property
    def outlet(self) -> str:
        """Who published it: PolNeAR's file names begin with it."""
        return self.name.partition("_")[0]


class Interval(NamedTuple):
    """The middle part of what a figure comes to in the draws."""

    low: float
    high: float


def count_article(article: ReadArticle) -> dict[str, Count]:
    """The counts of one article by measure: exact spans, whole, characters and words."""
    words = {f"{part}_words": count_words(article, part) for part in PARTS}
    return {**score_article(article.found, article.gold), **words}


def count_words(article: ReadArticle, part: Part) -> Count:
    """The words that are part of any span of a kind."""
    one, other = (_words_in(article.text, _spans(group, part)) for group in (article.found, article.gold))
    return Count(len(one & other), len(one), len(other))


def _spans(attributions: Iterable[GoldAttribution], part: Part) -> list[Spans]:
    return [{"source": one.source, "cue": one.cue, "content": one.content}[part] for one in attributions]


def _words_in(text: str, passages: Iterable[Spans]) -> set[int]:
    covered = {at for spans in passages for start, end in spans for at in range(start, end)}
    return {word.start() for word in _TOKEN.finditer(text) if not covered.isdisjoint(range(word.start(), word.end()))}


def total(counts: Iterable[Mapping[str, Count]]) -> dict[str, Count]:
    """Counts added up by measure."""
    summed: dict[str, Count] = {}
    for one in counts:
        for measure, count in one.items():
            summed[measure] = summed.get(measure, Count()) + count
    return summed


def by_outlet(articles: Sequence[ReadArticle]) -> dict[str, dict[str, Count]]:
    """The counts of each outlet's articles."""
    ordered = sorted(articles, key=lambda one: one.outlet)
    return {outlet: total(map(count_article, group)) for outlet, group in groupby(ordered, key=lambda one: one.outlet)}


def by_form(articles: Sequence[ReadArticle]) -> dict[str, dict[str, Count]]:
    """The counts of the attributions of each form, gold and found."""
    return {form: total(count_article(_only(article, form)) for article in articles) for form in FORMS}


def _only(article: ReadArticle, form: Form) -> ReadArticle:
    def keep(attributions: Iterable[GoldAttribution]) -> tuple[GoldAttribution, ...]:
        return tuple(one for one in attributions if form_of(article.text, one.content) == form)

    return ReadArticle(article.name, article.text, keep(article.gold), keep(article.found))


def form_of(text: str, content: Spans) -> Form:
    """The form of a content by the quotation marks of its paragraphs."""
    places = [start + word.start() for start, end in content for word in re.finditer(r"\w+", text[start:end])]
    quoted = [_is_quoted(text, at) for at in places]
    if not any(quoted):
        return "indirect"
    return "direct" if all(quoted) else "mixed"


def _is_quoted(text: str, at: int) -> bool:
    start = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    return any(first <= at - start < last for first, last in _quoted_in(text[start : stop if stop >= 0 else len(text)]))


@lru_cache(maxsize=4096)
def _quoted_in(paragraph: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTED.finditer(paragraph))


def interval(counts: Sequence[Count], measure: Measure = "f1", *, draws: int = DRAWS, seed: int = SEED) -> Interval:
    """The bootstrap interval of a figure over articles, each given by its count. Without articles it is from 0 to 0."""
    if not counts:
        return Interval(0.0, 0.0)
    table = np.array([(one.right, one.found, one.gold) for one in counts], dtype=np.int64)
    chosen = np.random.default_rng(seed).integers(0, len(counts), size=(draws, len(counts)))
    right, found, gold = (table[chosen].sum(axis=1)[:, column] for column in range(3))
    below = {"f1": (found + gold) / 2, "precision": found, "recall": gold}[measure]
    figures = np.divide(right, below, out=np.zeros(draws), where=below > 0)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(figures, [tail, 1 - tail])
    return Interval(float(low), float(high))
