"""Words of an article outside the statements that were found in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quoth.records import Span
from quoth.view.coverage import Coverage
from quoth.view.words import Excerpt, passage_excerpt


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """Words of an article, whoever says them."""

    document: str
    outlet: str
    title: str
    published: str | None
    excerpt: Excerpt
    spans: tuple[Span, ...] = ()
    """Where they stand."""


def article_words(coverage: Coverage, name: str, spans: Iterable[Span]) -> ArticleWords:
    """These places of an article, with what stands around them."""
    document, spans = coverage.documents[name], tuple(spans)
    words = passage_excerpt(name, document.text, coverage.segments.get(name, ()), spans)
    return ArticleWords(name, coverage.outlet(document), coverage.headline(name), document.published, words, spans)
