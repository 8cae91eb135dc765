"""A search as the desk has it: statements by words, speaker, outlet, stance and date, and articles by words, outlet and date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quoth.errors import UsageError
from quoth.records import Statement
from quoth.store import Head, Hit, ReadView, StatementFilter, Tallies
from quoth.store.filters import within
from quoth.view.coverage import gather
from quoth.view.find import find_actors, find_outlet, fold
from quoth.view.scores import Hidden, checked_score
from quoth.view.search import Found, snippet_pieces
from quoth.view.words import Said, said

EACH = 20
"""Statements of one page of a search."""
ARTICLES = 20
"""Articles shown at most."""
LOOKED = 400
"""Articles with the words that are looked through for those of the outlet and date."""


@dataclass(frozen=True, slots=True)
class AskedPage:
    """What was found. ``found`` counts the statements of all pages; ``unknown`` says which name nobody bears, where that is why."""

    asked: StatementFilter
    statements: tuple[Said, ...]
    found: int
    each: int
    articles: tuple[Found, ...]
    hidden: Hidden
    unknown: str | None = None
    hints: tuple[str, ...] = ()


def asked_page(read: ReadView, asked: StatementFilter, *, min_score: float = 0.0, number: int = 1) -> AskedPage:
    """The statements and articles that fit, ``EACH`` statements on a page. Where nothing is asked for there is nothing found."""
    least = checked_score(min_score)
    if asked == StatementFilter():
        return AskedPage(asked, (), 0, EACH, (), Hidden(least))
    try:
        filters = _named(read, asked)
    except UsageError as error:
        return AskedPage(asked, (), 0, EACH, (), Hidden(least), unknown=str(error), hints=error.hints)
    fitting = [one for chosen in filters for one in read.statements(filter=chosen)]
    kept = [one for one in fitting if one.score >= least]
    shown = kept[(number - 1) * EACH : number * EACH]
    return AskedPage(
        asked=asked,
        statements=_laid_out(read, shown),
        found=len(kept),
        each=EACH,
        articles=_articles(read, asked) if number == 1 else (),
        hidden=Hidden(least, len(fitting) - len(kept)),
    )


def _named(read: ReadView, asked: StatementFilter) -> tuple[StatementFilter, ...]:
    """The filter with the outlet as the ledger names it; one for each actor that the speaker's name may mean."""
    if asked.outlet is not None:
        asked = replace(asked, outlet=find_outlet(read, asked.outlet))
    if asked.speaker is None:
        return (asked,)
    return tuple(replace(asked, speaker=actor.id) for actor in find_actors(read, asked.speaker))


def _laid_out(read: ReadView, statements: Iterable[Statement]) -> tuple[Said, ...]:
    rows = tuple(statements)
    coverage = gather(read, {one.document for one in rows})
    return tuple(said(coverage, one) for one in rows)


def _articles(read: ReadView, asked: StatementFilter) -> tuple[Found, ...]:
    """Articles in which the words stand, those of the outlet and dates; none where a speaker or stance is asked for, which only
    statements have."""
    if asked.text is None or asked.speaker is not None or asked.stance is not None:
        return ()
    hits = [hit for hit in read.search(asked.text, limit=LOOKED) if hit.kind == "document"]
    heads = {head.id: head for head in Tallies(read.engine).heads([hit.document for hit in hits])}
    fitting = [hit for hit in hits if hit.document in heads and _fits(heads[hit.document], asked)]
    return tuple(_found(heads[hit.document], hit) for hit in fitting[:ARTICLES])


def _fits(head: Head, asked: StatementFilter) -> bool:
    of_outlet = asked.outlet is None or fold(head.outlet or "") == fold(asked.outlet)
    return of_outlet and within(head.published, since=asked.since, until=asked.until)


def _found(head: Head, hit: Hit) -> Found:
    pieces = snippet_pieces(hit)
    title = " ".join((head.title or "".join(piece.text for piece in pieces)).split())
    return Found(head.id, title, head.outlet, head.published, pieces)
