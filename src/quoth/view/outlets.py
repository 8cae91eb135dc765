"""Outlets: the list of them, and one with its articles, whom it quotes, what it takes over and who takes from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.records import Copy, Story
from quoth.store import ActorTally, Head, OutletTally, ReadView, Tallies
from quoth.view.find import find_outlet

ARTICLES = 50
"""Articles of one page of an outlet."""
SPEAKERS = 20


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """All outlets, those with most articles first; ``nameless`` are documents whose outlet is unknown."""

    rows: tuple[OutletTally, ...]
    nameless: int


@dataclass(frozen=True, slots=True)
class OutletArticle:
    """One article of an outlet."""

    id: str
    title: str
    published: str | None
    statements: int
    story: str | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """How many documents of one outlet took words from documents of another, or named them as their source."""

    outlet: str
    copies: int
    citations: int


@dataclass(frozen=True, slots=True)
class OutletPage:
    """One outlet. ``articles`` is one page of its documents, newest first; the rest is about all of them."""

    outlet: str
    documents: int
    each: int
    first: str | None
    last: str | None
    articles: tuple[OutletArticle, ...]
    speakers: tuple[ActorTally, ...]
    """Whom it quotes most."""
    voices: int
    """How many it quotes."""
    statements: int
    taken_from: tuple[Exchange, ...]
    taken_by: tuple[Exchange, ...]
    stories: tuple[tuple[str, str, int], ...]
    """Identifier, title, documents of the outlet in it."""
    silent: tuple[tuple[str, str, int], ...]
    """Claims that were looked for in its articles and not found: identifier, text, documents looked at."""


def outlets_page(read: ReadView) -> OutletsPage:
    """Every outlet of the ledger."""
    rows = Tallies(read.engine).outlets()
    return OutletsPage(tuple(row for row in rows if row.outlet), sum(row.documents for row in rows if not row.outlet))


def outlet_page(read: ReadView, name: str, *, number: int = 1) -> OutletPage:
    """The outlet called ``name``. Raises ``UsageError`` with near misses where there is none."""
    outlet = find_outlet(read, name)
    tallies = Tallies(read.engine)
    ids = tallies.documents_of(outlet)
    held = set(ids)
    shown = ids[(number - 1) * ARTICLES : number * ARTICLES]
    heads = {head.id: head for head in tallies.heads(shown)}
    counts = tallies.statements_of(ids)
    speakers = tallies.speakers(ids)
    stories = tuple(read.stories())
    story_of = {document: story.id for story in stories for document in story.documents}
    copies = tuple(read.copies(ids))
    other = {head.id: head for head in tallies.heads({end for copy in copies for end in (copy.copy, copy.source)} - held)}
    dates = sorted(head.published[:10] for head in tallies.heads(ids) if head.published)
    return OutletPage(
        outlet=outlet,
        documents=len(ids),
        each=ARTICLES,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        articles=tuple(_article(heads[one], counts.get(one, 0), story_of.get(one)) for one in shown if one in heads),
        speakers=tuple(speakers[:SPEAKERS]),
        voices=len(speakers),
        statements=sum(counts.values()),
        taken_from=_exchanges((copy, other.get(copy.source)) for copy in copies if copy.copy in held),
        taken_by=_exchanges((copy, other.get(copy.copy)) for copy in copies if copy.source in held),
        stories=_stories(stories, held),
        silent=_silent(read, outlet),
    )


def _article(head: Head, statements: int, story: str | None) -> OutletArticle:
    return OutletArticle(head.id, " ".join((head.title or "without title").split()), head.published, statements, story)


def _exchanges(edges: Iterable[tuple[Copy, Head | None]]) -> tuple[Exchange, ...]:
    """Edges to documents of other outlets, by outlet."""
    copies: Counter[str] = Counter()
    citations: Counter[str] = Counter()
    for copy, head in edges:
        if head is not None:
            (citations if copy.kind == "citation" else copies)[head.outlet or "unknown outlet"] += 1
    found = [Exchange(name, copies[name], citations[name]) for name in {*copies, *citations}]
    return tuple(sorted(found, key=lambda one: (-one.copies - one.citations, one.outlet)))


def _stories(stories: Sequence[Story], held: set[str]) -> tuple[tuple[str, str, int], ...]:
    rows = [(story.id, " ".join(story.title.split()), len(held & set(story.documents))) for story in stories]
    return tuple(sorted((row for row in rows if row[2]), key=lambda row: (-row[2], row[1], row[0])))


def _silent(read: ReadView, outlet: str) -> tuple[tuple[str, str, int], ...]:
    rows = [
        (claim.id, " ".join(claim.text.split()), len(silence.documents))
        for claim in read.claims()
        for silence in claim.silent
        if silence.outlet == outlet
    ]
    return tuple(rows)
