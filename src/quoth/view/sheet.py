"""What a story's pages need of all of its articles, worked out once and cut into the pages that a reader turns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from typing import Any, TypeVar

from quoth.records import Story
from quoth.store import ALONE, ReadView, fetch_claim_lines, fetch_pages, fetch_point_lines
from quoth.store.rows import codec
from quoth.view.claims import ClaimRow
from quoth.view.contacts import ContactRow
from quoth.view.copies import CopyRow
from quoth.view.disagreements import DisagreementRow
from quoth.view.drawings.network import Network, draw_network
from quoth.view.drawings.spread import Spread, draw_copies
from quoth.view.drawings.timeline import MOST, Dated, dated
from quoth.view.figures import FigureRow
from quoth.view.scores import Hidden
from quoth.view.silence import Looked
from quoth.view.story import ArticleRow, StoryPage, StoryRow, shared_year, story_page
from quoth.view.terms import NamingRow, TermRow
from quoth.view.timeline import Entry, Moment
from quoth.view.voice import OutletRow, SideRow, VoiceRow

KEPT_FROM = 4
"""Articles of a story from which on its sheet is kept: that of a smaller one is worked out as fast as it is read."""
ENTRIES = 5
"""Entries of a date that are in its line; the timeline's own pages have all."""
Key = tuple[str, int]
Head = TypeVar("Head")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Day:
    """A date with the first of what falls on it."""

    date: str
    uncertain: bool
    entries: tuple[Entry, ...]
    found: int
    """How many entries it has."""
    page: int
    """The page of the whole timeline on which they begin."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many there are of everything that a story's pages list."""

    days: int
    entries: int
    contacts: int
    copies: int
    sides: int
    speakers: int
    outlets: int
    terms: int
    namings: int
    articles: int
    figures: int
    """Values of figures."""
    differing: int
    """Figures that differ between accounts."""
    points: int
    """Other points on which accounts differ: dates, places, actors."""
    disputed: int
    rivalled: int
    """Claims that nobody denies, and in whose place other accounts give something else."""
    agreed: int
    """Claims that nobody was found to dispute."""
    looked_outlets: int
    looked_parties: int


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What is counted over all articles of a story."""

    row: StoryRow
    found: Found
    articles: int
    unread: int
    undated: int
    own: int
    undecided: int
    hidden: Hidden


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a story's pictures are drawn from, or are."""

    dates: tuple[Dated, ...]
    left_out: int
    """Dates that the picture of the timeline leaves out."""
    network: Network | None
    spread: Spread | None


SECTIONS: Mapping[str, tuple[type, int]] = {
    "disputed": (ClaimRow, 25),
    "rivalled": (ClaimRow, 25),
    "agreed": (ClaimRow, 25),
    "differing": (DisagreementRow, 20),
    "points": (DisagreementRow, 40),
    "days": (Day, 16),
    "timeline": (Moment, 60),
    "contacts": (ContactRow, 48),
    "copies": (CopyRow, 40),
    "sides": (SideRow, 40),
    "speakers": (VoiceRow, 40),
    "outlets": (OutletRow, 30),
    "terms": (TermRow, 40),
    "namings": (NamingRow, 40),
    "articles": (ArticleRow, 60),
    "figures": (FigureRow, 60),
    "looked_outlets": (Looked, 24),
    "looked_parties": (Looked, 24),
}
"""Section → what its lines are, and how many stand on a page: of the timeline entries, of figures values."""
BY_THEMSELVES = frozenset({"disputed", "rivalled", "agreed", "differing"})
"""Sections of which each line is also read by itself: lists over the whole ledger are made of them."""
HEAD, PICTURES = ("head", 1), ("pictures", 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages of a story, by section and number."""

    head: SheetHead
    pages: Mapping[Key, tuple[Any, ...]]

    def rows(self, section: str, number: int = 1) -> tuple[Any, ...]:
        """The lines of a page; none beyond the last."""
        return self.pages.get((section, number), ())

    @property
    def pictures(self) -> Pictures:
        """Only where they were asked for."""
        found: Pictures = self.pages[PICTURES][0]
        return found


def kept_sheet(read: ReadView, story: str, wanted: Collection[Key]) -> Sheet | None:
    """These pages of a story's sheet as they are kept; None where none is."""
    kept = fetch_pages(read.engine, story, [HEAD, *wanted]) if read.files else None
    if kept is None:
        return None
    pages = {key: tuple(map(decoder(key[0]), rows)) for key, rows in kept.items()}
    return Sheet(pages[HEAD][0], pages)


def open_sheet(read: ReadView, story: Story, wanted: Collection[Key], *, min_score: float = 0.0) -> Sheet:
    """These pages of a story's sheet: as they are kept, else, or where statements are hidden, worked out."""
    kept = kept_sheet(read, story.id, wanted) if min_score == 0 else None
    return kept or make_sheet(story_page(read, story, articles=0, min_score=min_score, words=False), pictures=PICTURES in wanted)


def kept_claims(read: ReadView, claims: Collection[str]) -> dict[str, ClaimRow]:
    """The lines of these claims, those that are kept."""
    return {one: decoder("agreed")(line) for one, (line,) in fetch_claim_lines(read.engine, claims).items()}


def kept_points(read: ReadView, points: Collection[str]) -> dict[str, DisagreementRow]:
    """The lines of these points of difference, those that are kept."""
    return {one: decoder("differing")(line) for one, (line,) in fetch_point_lines(read.engine, points).items()}


def plain_pages(sheet: Sheet) -> dict[Key, list[Any]]:
    """The pages of a sheet as plain JSON values, to be kept."""
    pages: dict[Key, tuple[Any, ...]] = {HEAD: (sheet.head,), **sheet.pages}
    plain = {key: [codec(type(row)).encode(row) for row in rows] for key, rows in pages.items()}
    alone = {(line["id"], ALONE): [line] for (section, _), lines in plain.items() if section in BY_THEMSELVES for line in lines}
    return plain | alone


@cache
def decoder(section: str) -> Any:
    """What makes the lines of a section from how they are kept; what was added to them since has its default."""
    record: type = {"head": SheetHead, "pictures": Pictures}.get(section) or SECTIONS[section][0]
    read = codec(record)
    added = {one.name: one.default for one in fields(record) if one.default is not MISSING}
    return lambda row: read.decode([row[name] if name in row else added[name] for name in read.columns])


def make_sheet(page: StoryPage, *, pictures: bool = True) -> Sheet:
    """A story that was read whole, cut into pages."""
    timeline = [
        [replace(moment, entries=part) for moment, part in one]
        for one in cut([(moment, moment.entries) for moment in page.timeline.moments], SECTIONS["timeline"][1])
    ]
    first = {moment.date: number for number, moments in reversed([*enumerate(timeline, 1)]) for moment in moments}
    values = cut([(row, row.values) for row in page.figures.rows], SECTIONS["figures"][1])
    lines: dict[str, Sequence[Sequence[Any]]] = {
        "timeline": timeline,
        "figures": [[replace(row, values=part) for row, part in one] for one in values],
        **{name: list(_chunks(rows, SECTIONS[name][1])) for name, rows in _listed(page, first).items()},
    }
    pages: dict[Key, tuple[Any, ...]] = {
        (section, number): tuple(rows) for section, parts in lines.items() for number, rows in enumerate(parts, 1)
    }
    if pictures:
        pages[PICTURES] = (_draw(page, first),)
    return Sheet(_head(page), pages)


def _listed(page: StoryPage, first: Mapping[str, int]) -> dict[str, Sequence[Any]]:
    days = [
        Day(moment.date, moment.uncertain, moment.entries[:ENTRIES], len(moment.entries), first[moment.date])
        for moment in page.timeline.moments
    ]
    return {
        "disputed": [_wordless(row) for row in page.claims.disputed],
        "rivalled": [_wordless(row) for row in page.claims.rivalled],
        "agreed": [_wordless(row) for row in page.claims.agreed],
        "differing": page.disagreements.figures,
        "points": page.disagreements.unclaimed,
        "days": days,
        "contacts": page.contacts.rows,
        "copies": page.copies.rows,
        "sides": page.voice.sides,
        "speakers": page.voice.speakers,
        "outlets": page.voice.outlets,
        "terms": page.terms.rows,
        "namings": page.terms.namings,
        "articles": page.list,
        "looked_outlets": page.looked.outlets,
        "looked_parties": page.looked.parties,
    }


def _wordless(row: ClaimRow) -> ClaimRow:
    """The row without what only its own page says, and what changes though nothing in the story does."""
    return replace(row, said=(), quiet=(), judged=(), beside=())


def _head(page: StoryPage) -> SheetHead:
    points = page.disagreements
    found = Found(
        days=len(page.timeline.moments),
        entries=sum(len(moment.entries) for moment in page.timeline.moments),
        contacts=len(page.contacts.rows),
        copies=len(page.copies.rows),
        sides=len(page.voice.sides),
        speakers=len(page.voice.speakers),
        outlets=len(page.voice.outlets),
        terms=len(page.terms.rows),
        namings=len(page.terms.namings),
        articles=len(page.list),
        figures=page.figures.count,
        differing=len(points.figures),
        points=len(points.unclaimed),
        disputed=len(page.claims.disputed),
        rivalled=len(page.claims.rivalled),
        agreed=len(page.claims.agreed),
        looked_outlets=len(page.looked.outlets),
        looked_parties=len(page.looked.parties),
    )
    voice = page.voice
    return SheetHead(page.row, found, voice.articles, page.unread, page.timeline.undated, voice.own, voice.undecided, page.hidden)


def _draw(page: StoryPage, first: Mapping[str, int]) -> Pictures:
    moments = page.timeline.moments
    fullest = sorted(moments, key=lambda moment: -len(moment.entries))[:MOST]
    drawn = {moment.date for moment in fullest}
    return Pictures(
        dates=tuple(dated(moment, first[moment.date]) for moment in moments if moment.date in drawn),
        left_out=len(moments) - len(drawn),
        network=draw_network(page.contacts.rows),
        spread=draw_copies(page.copies.rows, year=shared_year(page.row)),
    )


def cut(groups: Iterable[tuple[Head, tuple[Item, ...]]], each: int) -> list[list[tuple[Head, tuple[Item, ...]]]]:
    """Groups of items on pages of ``each`` items: a group that does not fit goes on on the next page."""
    pages: list[list[tuple[Head, tuple[Item, ...]]]] = []
    room = 0
    for head, items in groups:
        rest = items
        while rest:
            if room == 0:
                pages.append([])
                room = each
            pages[-1].append((head, rest[:room]))
            rest, room = rest[room:], room - len(rest[:room])
    return pages


def _chunks(rows: Sequence[Item], each: int) -> Iterator[Sequence[Item]]:
    return (rows[first : first + each] for first in range(0, len(rows), each))
