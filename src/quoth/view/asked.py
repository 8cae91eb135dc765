"""A search as the desk has it: statements by words, speaker, outlet, stance and date, and articles by words, outlet and date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from quoth.errors import UsageError
from quoth.store import Head, Hit, ReadView, StatementFilter, Tallies
from quoth.store.filters import within
from quoth.store.looking import LOOKED, look
from quoth.store.search import KINDS, find_hits
from quoth.view.coverage import gather_few
from quoth.view.find import find_actors, find_outlet, fold
from quoth.view.houses import house_of, names_of
from quoth.view.scores import Hidden, checked_score
from quoth.view.search import Found, snippet_pieces
from quoth.view.stands import is_disputed
from quoth.view.words import Said, begun, said

EACH = 20
"""Statements of one page of a search."""
ARTICLES = 20
"""Articles shown at most."""
ARTICLES_LOOKED = 400
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
    looked: int | None = None
    """How many statements were looked through, where more than that might fit: the others were not looked at."""


def asked_page(read: ReadView, asked: StatementFilter, *, min_score: float = 0.0, number: int = 1) -> AskedPage:
    """The statements and articles that fit, ``EACH`` statements on a page. Where nothing is asked for there is nothing found."""
    least = checked_score(min_score)
    if asked == StatementFilter():
        return AskedPage(asked, (), 0, EACH, (), Hidden(least))
    try:
        asked, actors = _named(read, asked)
    except UsageError as error:
        return AskedPage(asked, (), 0, EACH, (), Hidden(least), unknown=error.message, hints=error.hints)
    looked = look(read.engine, asked, actors=actors)
    kept = [one.id for one in looked.fitting if one.score >= least]
    shown = read.statements_named(kept[(number - 1) * EACH : number * EACH])
    coverage = gather_few(read, shown)
    return AskedPage(
        asked=asked,
        statements=tuple(said(coverage, one) for one in shown),
        found=len(kept),
        each=EACH,
        articles=_articles(read, asked) if number == 1 else (),
        hidden=Hidden(least, len(looked.fitting) - len(kept)),
        looked=None if looked.whole else LOOKED,
    )


def claims_of(read: ReadView, statements: Iterable[Said]) -> tuple[tuple[str, str, bool], ...]:
    """The claims that these statements take a stance on, disputed ones first: identifier, text, and whether parties part on it."""
    ids = Tallies(read.engine).claims_with(*(one.id for one in statements))
    claims = read.claims(ids=ids, reckonings=False) if ids else ()
    rows = ((one.id, begun(one.text), is_disputed(position.stance for position in one.positions)) for one in claims)
    return tuple(sorted(rows, key=lambda row: (not row[2], row[1])))


def _named(read: ReadView, asked: StatementFilter) -> tuple[StatementFilter, tuple[str, ...] | None]:
    """The filter with the outlet as the ledger names it; the actors that the speaker's name may mean, None where nobody is asked for."""
    if asked.outlet is not None:
        asked = replace(asked, outlet=find_outlet(read, asked.outlet))
    return asked, None if asked.speaker is None else tuple(actor.id for actor in find_actors(read, asked.speaker))


def _articles(read: ReadView, asked: StatementFilter) -> tuple[Found, ...]:
    """Articles in which the words stand, those of the outlet and dates; none where a speaker or stance is asked for, which only
    statements have."""
    if asked.text is None or asked.speaker is not None or asked.stance is not None:
        return ()
    limited = asked.outlet is not None or asked.since is not None or asked.until is not None
    hits = find_hits(read.engine, asked.text, limit=ARTICLES_LOOKED if limited else ARTICLES, kinds=KINDS[1:])
    heads = {head.id: head for head in Tallies(read.engine).heads([hit.document for hit in hits])}
    fitting = [hit for hit in hits if hit.document in heads and _fits(heads[hit.document], asked)]
    houses = names_of(read.outlets())
    return tuple(_found(heads[hit.document], hit, houses) for hit in fitting[:ARTICLES])


def _fits(head: Head, asked: StatementFilter) -> bool:
    of_outlet = asked.outlet is None or fold(head.outlet or "") == fold(asked.outlet)
    return of_outlet and within(head.published, since=asked.since, until=asked.until)


def _found(head: Head, hit: Hit, houses: Mapping[str, str]) -> Found:
    pieces = snippet_pieces(hit)
    title = " ".join((head.title or "".join(piece.text for piece in pieces)).split())
    return Found(head.id, title, house_of(head.outlet, houses), head.published, pieces)
