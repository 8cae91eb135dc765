"""Where words stand: statements first, then articles, each with the words around."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.store import MARKS, Hit, ReadView
from quoth.view.coverage import gather
from quoth.view.scores import Hidden, checked_score
from quoth.view.words import Piece, Said, said_all


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
    hidden: Hidden
    """Statements that would stand among those shown."""


def search_page(read: ReadView, words: str, *, limit: int = 20, min_score: float = 0.0) -> SearchPage:
    """Statements and articles with all these words, at most ``limit`` of each; statements that score less than ``min_score`` are hidden."""
    hits, hidden = search_hits(read, words, limit=limit, min_score=min_score)
    coverage = gather(read, {hit.document for hit in hits})
    articles = []
    for hit in hits:
        if hit.kind == "document":
            document = coverage.documents[hit.document]
            articles.append(
                Found(document.id, coverage.headline(document.id), document.outlet, document.published, snippet_pieces(hit))
            )
    return SearchPage(words, said_all(coverage, (hit.id for hit in hits)), tuple(articles), Hidden(min_score, hidden))


def search_hits(read: ReadView, words: str, *, limit: int = 20, min_score: float = 0.0) -> tuple[list[Hit], int]:
    """The hits of a search, best first, at most ``limit`` statements and as many documents; how many statements that score less than
    ``min_score`` were passed over for it."""
    least, asked = checked_score(min_score), limit
    while True:
        hits = read.search(words, limit=asked)
        found = [hit for hit in hits if hit.kind == "statement"]
        low = {one.id for one in read.statements(ids=[hit.id for hit in found]) if one.score < least} if least > 0 else set()
        shown = [hit for hit in found if hit.id not in low][:limit]
        if len(shown) == limit or len(found) < asked:
            break
        asked *= 2
    last = found.index(shown[-1]) if len(shown) == limit else len(found)
    documents = [hit for hit in hits if hit.kind == "document"][:limit]
    return [*shown, *documents], sum(1 for hit in found[:last] if hit.id in low)


def snippet_pieces(hit: Hit) -> tuple[Piece, ...]:
    """A snippet cut at its marks."""
    first, last = MARKS
    pieces: list[Piece] = []
    for index, part in enumerate(hit.snippet.split(first)):
        inside, _, outside = part.partition(last) if index else ("", "", part)
        pieces += [Piece(inside, "found"), Piece(outside)]
    return tuple(piece for piece in pieces if piece.text)
