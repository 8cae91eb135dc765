"""Copies: which document took from which, how much, and the passages that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quoth.records import Copy, CopyKind, Span
from quoth.store import ReadView
from quoth.view.coverage import Coverage, count_articles, gather, story_documents
from quoth.view.words import Excerpt, passage_excerpt

PASSAGES = 1
"""Shared passages shown on either side; the longest first."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of an edge: a document by outlet, headline and date, with the words that it shares."""

    document: str
    outlet: str
    title: str
    published: str | None
    excerpt: Excerpt | None
    passages: int


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One edge: words went from ``source`` to ``copy``."""

    id: str
    kind: CopyKind
    source: End
    copy: End
    score: float
    decided: bool
    """Whether the direction is known."""
    reason: str

    @property
    def directed(self) -> bool:
        """Whether one is shown to have it from the other: who names another as a source does, whichever came out first."""
        return self.decided or self.kind == "citation"

    @property
    def way(self) -> str:
        """Which of the two has it from the other, in words."""
        names = "names" if self.kind == "citation" else "from"
        return f"the second {names} the first" if self.directed else "which came first is not known"


@dataclass(frozen=True, slots=True)
class CopiesPage:
    """Edges grouped by source, those that were taken over most often first."""

    rows: tuple[CopyRow, ...]
    articles: int


def copies_page(read: ReadView, *, story: str | None = None) -> CopiesPage:
    """The copies among a story's documents; among all documents for None."""
    documents = story_documents(read, story)
    held = {document for copy in read.copies(documents) for document in (copy.copy, copy.source)}
    held = held if documents is None else held & documents
    return replace(lay_out_copies(gather(read, held)), articles=count_articles(read.documents(documents)))


def lay_out_copies(coverage: Coverage, *, words: bool = True) -> CopiesPage:
    """The edges as rows, grouped by source; with the passages that show them, where these are wanted."""
    rows = [_copy_row(coverage, copy, words=words) for copy in coverage.copies]
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.source.document] = counts.get(row.source.document, 0) + 1
    rows.sort(key=lambda row: (-counts[row.source.document], row.source.document, -row.score, row.copy.document, row.id))
    return CopiesPage(tuple(rows), coverage.articles)


def _copy_row(coverage: Coverage, copy: Copy, *, words: bool) -> CopyRow:
    return CopyRow(
        id=copy.id,
        kind=copy.kind,
        source=_end(coverage, copy.source, copy.receipt.spans_from, words=words),
        copy=_end(coverage, copy.copy, copy.receipt.spans_to, words=words),
        score=copy.score,
        decided=copy.decided,
        reason=copy.receipt.reason,
    )


def _end(coverage: Coverage, identifier: str, spans: Iterable[Span], *, words: bool) -> End:
    document = coverage.documents[identifier]
    longest = sorted(spans, key=lambda span: (span.start - span.end, span.start))
    shown = [Span(span.start, min(span.end, span.start + 400)) for span in longest[:PASSAGES]]
    segments = coverage.segments.get(identifier, ())
    return End(
        document=identifier,
        outlet=coverage.outlet(document),
        title=coverage.headline(identifier),
        published=document.published,
        excerpt=passage_excerpt(identifier, document.text, segments, shown) if words and shown else None,
        passages=len(longest),
    )
