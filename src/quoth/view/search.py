"""Where words stand: statements first, then articles, each with the words around."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records import Statement
from quoth.store import MARKS, Hit, ReadView
from quoth.view.coverage import gather
from quoth.view.words import Piece, Said, said


@dataclass(frozen=True, slots=True)
class Found:
    """One article in which the words stand."""

    document: str
    title: str
    outlet: str | None
    published: str | None
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found, best first."""

    words: str
    statements: tuple[Said, ...]
    articles: tuple[Found, ...]


def search_page(read: ReadView, words: str, *, limit: int = 20) -> SearchPage:
    """Statements and articles with all these words, at most ``limit`` of each."""
    hits = read.search(words, limit=limit)
    coverage = gather(read, {hit.document for hit in hits})
    statements: list[Statement] = [coverage.statements[hit.id] for hit in hits if hit.id in coverage.statements]
    articles = []
    for hit in hits:
        if hit.kind == "document":
            document = coverage.documents[hit.document]
            articles.append(
                Found(document.id, coverage.headline(document.id), document.outlet, document.published, snippet_pieces(hit))
            )
    return SearchPage(words, tuple(said(coverage, statement) for statement in statements), tuple(articles))


def snippet_pieces(hit: Hit) -> tuple[Piece, ...]:
    """A snippet cut at its marks."""
    first, last = MARKS
    pieces: list[Piece] = []
    for index, part in enumerate(hit.snippet.split(first)):
        inside, _, outside = part.partition(last) if index else ("", "", part)
        pieces += [Piece(inside, "found"), Piece(outside)]
    return tuple(piece for piece in pieces if piece.text)
