"""Where words stand: statements first, then articles, each with the words around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.records import Statement
from quoth.store import MARKS, Hit, ReadView, Tallies
from quoth.store.filters import within
from quoth.store.search import KINDS
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


def search_page(
    read: ReadView, words: str, *, limit: int = 20, min_score: float = 0.0, since: str | None = None, until: str | None = None
) -> SearchPage:
    """Statements and articles with all these words, of these days where they are given, at most ``limit`` of each; statements that score less
    than ``min_score`` are hidden."""
    hits, hidden = search_hits(read, words, limit=limit, min_score=min_score, since=since, until=until)
    coverage = gather(read, {hit.document for hit in hits})
    articles = []
    for hit in hits:
        if hit.kind == "document":
            document = coverage.documents[hit.document]
            articles.append(
                Found(
                    document.id,
                    coverage.headline(document.id),
                    coverage.outlet(document) if document.outlet else None,
                    document.published,
                    snippet_pieces(hit),
                )
            )
    return SearchPage(words, said_all(coverage, (hit.id for hit in hits)), tuple(articles), Hidden(min_score, hidden))


def search_hits(
    read: ReadView, words: str, *, limit: int = 20, min_score: float = 0.0, since: str | None = None, until: str | None = None
) -> tuple[list[Hit], int]:
    """The hits of a search, best first, at most ``limit`` statements and as many documents; how many statements that score less than
    ``min_score`` were passed over for it. Where days are given, of a statement that counts on which it was said or else published."""
    least, asked = checked_score(min_score), limit
    while True:
        hits = read.search(words, limit=asked)
        ended = [sum(hit.kind == kind for hit in hits) < asked for kind in KINDS]
        stated = {
            one.id: one for one in read.statements(ids=[hit.id for hit in hits if hit.kind == "statement"], propositions=False)
        }
        if since is not None or until is not None:
            hits = _within(read, hits, stated, since, until)
        found = [hit for hit in hits if hit.kind == "statement"]
        shown = [hit for hit in found if stated[hit.id].score >= least][:limit]
        documents = [hit for hit in hits if hit.kind == "document"][:limit]
        if all(full or end for full, end in zip((len(shown) == limit, len(documents) == limit), ended, strict=True)):
            break
        asked *= 2
    last = found.index(shown[-1]) if len(shown) == limit else len(found)
    return [*shown, *documents], sum(1 for hit in found[:last] if stated[hit.id].score < least)


def _within(
    read: ReadView, hits: Sequence[Hit], stated: Mapping[str, Statement], since: str | None, until: str | None
) -> list[Hit]:
    """Those of the hits that can be of these days."""
    published = {head.id: head.published for head in Tallies(read.engine).heads({hit.document for hit in hits})}
    dates = [(stated[hit.id].time if hit.id in stated else None) or published.get(hit.document) for hit in hits]
    return [hit for hit, date in zip(hits, dates, strict=True) if within(date, since=since, until=until)]


def snippet_pieces(hit: Hit) -> tuple[Piece, ...]:
    """A snippet cut at its marks."""
    first, last = MARKS
    pieces: list[Piece] = []
    for index, part in enumerate(hit.snippet.split(first)):
        inside, _, outside = part.partition(last) if index else ("", "", part)
        pieces += [Piece(inside, "found"), Piece(outside)]
    return tuple(piece for piece in pieces if piece.text)
