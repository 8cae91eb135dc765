"""Outlets: the list of them, and one with its articles, whom it quotes, what it takes over and who takes from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from quoth.link.credits import outlet_key
from quoth.store import ActorTally, Former, Head, OutletTally, ReadView, Tallies
from quoth.view.claims import gather_texts
from quoth.view.coverage import headings
from quoth.view.find import find_outlet
from quoth.view.houses import names_of, outlets_of, same_outlet
from quoth.view.quiet import quiet_outlets
from quoth.view.told import ArticleWords
from quoth.view.versions import every_former, latest
from quoth.view.words import begun

ARTICLES = 50
"""Articles of one page of an outlet."""
SPEAKERS = 20
STORIES = 30
"""Stories named at most that it tells."""
LISTED = 30
"""Claims named at most that were not found in it."""


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
    superseded: bool = False
    """A later version of it is in the ledger."""


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
    names: tuple[str, ...]
    """All names that its articles give for it: its own, and that of its site where that is all that is known."""
    documents: int
    count: int
    """Articles: the newest version of each."""
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
    more_stories: int
    """Stories that are not named."""
    silent: tuple[tuple[str, str, int], ...]
    """Claims that were looked for in its articles and not found, nor words like theirs: identifier, text, documents looked at."""
    more_silent: int
    """Claims of which no statement was found in it that are not named."""
    alike: tuple[tuple[str, str, ArticleWords], ...]
    """Claims of which no statement was found in it, but words like theirs: identifier, text, the words."""


def outlets_page(read: ReadView) -> OutletsPage:
    """Every outlet of the ledger."""
    rows = Tallies(read.engine).outlets()
    found: dict[str, list[OutletTally]] = {}
    for row in rows:
        if row.outlet:
            found.setdefault(outlet_key(row.outlet), []).append(row)
    joined = sorted((_joined(group) for group in found.values()), key=lambda row: (-row.articles, row.outlet or ""))
    return OutletsPage(tuple(joined), sum(row.documents for row in rows if not row.outlet))


def _joined(rows: Sequence[OutletTally]) -> OutletTally:
    """The names of one outlet as one line."""
    if len(rows) == 1:
        return rows[0]
    firsts, lasts = [row.first for row in rows if row.first], [row.last for row in rows if row.last]
    return OutletTally(
        outlet=outlets_of(row.outlet for row in rows)[0],
        documents=sum(row.documents for row in rows),
        articles=sum(row.articles for row in rows),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
    )


def outlet_page(read: ReadView, name: str, *, number: int = 1) -> OutletPage:
    """The outlet called ``name``, under all of its names. Raises ``UsageError`` with near misses where there is none."""
    tallies = Tallies(read.engine)
    outlet = same_outlet(find_outlet(read, name), read.outlets())
    documents, first, last = tallies.span_of(outlet)
    gone = _former(read, outlet)
    shown = tallies.documents_of(outlet, limit=ARTICLES, offset=(number - 1) * ARTICLES)
    heads = {head.id: head for head in tallies.heads(shown)}
    called = headings(read, heads.values())
    counts, story_of = tallies.statements_of(shown), tallies.stories_with(shown)
    speakers, voices = _newest(read, outlet, gone, tallies.speakers_of(outlet, limit=SPEAKERS))
    versions = Counter(tallies.stories_with(gone).values())
    stories = [(id_, title, count - versions[id_]) for id_, title, count in tallies.stories_of(outlet)]
    silent, looked = tallies.silent_of(outlet, limit=LISTED)
    alike = _alike(read, outlet, [id_ for id_, _, _ in silent])
    return OutletPage(
        outlet=outlet[0],
        names=outlet,
        documents=documents,
        count=documents - len(gone),
        each=ARTICLES,
        first=first,
        last=last,
        articles=tuple(
            replace(_article(heads[one], called[one], counts.get(one, 0), story_of.get(one)), superseded=one in gone)
            for one in shown
            if one in heads
        ),
        speakers=tuple(speakers),
        voices=voices,
        statements=tallies.count_statements_of(outlet) - sum(tallies.statements_of(gone).values()),
        taken_from=_exchanges(tallies.exchanges_of(outlet, given=False)),
        taken_by=_exchanges(tallies.exchanges_of(outlet, given=True)),
        stories=tuple((id_, " ".join(title.split()), count) for id_, title, count in stories[:STORIES]),
        more_stories=max(0, len(stories) - STORIES),
        silent=tuple((id_, begun(text), count) for id_, text, count in silent if id_ not in alike),
        more_silent=looked - len(silent),
        alike=tuple((id_, begun(text), alike[id_]) for id_, text, _ in silent if id_ in alike),
    )


def _alike(read: ReadView, outlet: Collection[str], claims: Collection[str]) -> dict[str, ArticleWords]:
    """Words like those of these claims in the outlet's articles, in which no statement of them was found, where there are any."""
    told = read.claims(ids=claims, reckonings=False) if claims else ()
    here = [replace(one, silent=tuple(silence for silence in one.silent if silence.outlet in outlet)) for one in told]
    coverage = latest(read, gather_texts(read, here)) if here else None
    found = {one.id: quiet_outlets(coverage, one, words=True) for one in here} if coverage else {}
    return {id_: quiet.like for id_, (quiet, *_) in found.items() if quiet.like}


def _former(read: ReadView, outlet: Collection[str]) -> frozenset[str]:
    """The documents of an outlet of which a later version is in the ledger."""
    return frozenset(head.id for head in Tallies(read.engine).heads(every_former(read)) if head.outlet in outlet)


def _newest(
    read: ReadView, outlet: Collection[str], gone: Collection[str], quoted: tuple[list[ActorTally], int]
) -> tuple[list[ActorTally], int]:
    """Whom an outlet quotes, and how many those are, without what was said in earlier versions of its articles."""
    rows, voices = quoted
    if not gone:
        return quoted
    former = Former(read.engine).said(gone)
    every = Former(read.engine).quoted(outlet, former)
    kept = [replace(row, statements=row.statements - former[row.id][0]) if row.id in former else row for row in rows]
    only = sum(every.get(actor, 0) <= count for actor, (count, _) in former.items())
    return sorted((row for row in kept if row.statements > 0), key=lambda row: (-row.statements, row.name, row.id)), voices - only


def _article(head: Head, title: str, statements: int, story: str | None) -> OutletArticle:
    return OutletArticle(head.id, title, head.published, statements, story)


def _exchanges(rows: Iterable[tuple[str, int, int]]) -> tuple[Exchange, ...]:
    rows = tuple(rows)
    called = names_of(name for name, _, _ in rows if name)
    counts: dict[str, tuple[int, int]] = {}
    for name, copies, citations in rows:
        outlet = called[outlet_key(name)] if name else "unknown outlet"
        before = counts.get(outlet, (0, 0))
        counts[outlet] = before[0] + copies, before[1] + citations
    found = (Exchange(outlet, *both) for outlet, both in counts.items())
    return tuple(sorted(found, key=lambda one: (-one.copies - one.citations, one.outlet)))
