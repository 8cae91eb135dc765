"""A story as a reader meets it: the first of everything, and where all of it stands. No part of it grows with the story."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from quoth.link.judged.standing import STORY
from quoth.records import Story
from quoth.store import ReadView
from quoth.view.claim_list import LISTED, open_rows
from quoth.view.claims import ClaimsPage
from quoth.view.contacts import ContactRow
from quoth.view.copies import CopyRow
from quoth.view.disagreements import DisagreementsPage
from quoth.view.judged import AsJudged, read_rulings
from quoth.view.scores import Hidden
from quoth.view.sheet import PICTURES, SECTIONS, Day, Found, Pictures, Sheet, open_sheet
from quoth.view.story import ArticleRow, StoryRow
from quoth.view.terms import NamingRow, TermRow
from quoth.view.voice import OutletRow, SideRow, VoiceRow

SHOWN: Mapping[str, int] = {
    "disputed": 16,
    "rivalled": 8,
    "agreed": 12,
    "differing": 6,
    "points": 12,
    "days": 16,
    "contacts": 20,
    "copies": 16,
    "sides": 10,
    "speakers": 10,
    "outlets": 15,
    "terms": 12,
    "namings": 8,
    "articles": 30,
}
"""How many of each a story's first page shows."""


@dataclass(frozen=True, slots=True)
class StoryFront:
    """The first page of a story. ``found`` says how many there are of what it shows the first of; those are on pages of their own."""

    row: StoryRow
    found: Found
    claims: ClaimsPage
    disagreements: DisagreementsPage
    days: tuple[Day, ...]
    contacts: tuple[ContactRow, ...]
    copies: tuple[CopyRow, ...]
    sides: tuple[SideRow, ...]
    speakers: tuple[VoiceRow, ...]
    outlets: tuple[OutletRow, ...]
    terms: tuple[TermRow, ...]
    namings: tuple[NamingRow, ...]
    articles: tuple[ArticleRow, ...]
    own: int
    """Statements, those of the copies of one text counted once, whose speaker is known."""
    undecided: int
    undated: int
    unread: int
    hidden: Hidden
    judged: tuple[AsJudged, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list. ``found`` counts what all its pages hold."""

    rows: tuple[Any, ...]
    found: int
    each: int


@dataclass(frozen=True, slots=True)
class StoryPart:
    """One page of what a story has of a kind."""

    row: StoryRow
    parts: Mapping[str, Part]
    hidden: Hidden

    @property
    def longest(self) -> Part:
        """The list that has most pages."""
        return max(self.parts.values(), key=lambda part: -(-part.found // part.each))


def story_front(read: ReadView, story: Story, *, min_score: float = 0.0) -> tuple[StoryFront, Pictures]:
    """The first page of a story, and what its pictures are drawn from. Statements that score less than ``min_score`` are hidden."""
    wanted = [(section, 1) for section in SECTIONS if section in SHOWN]
    sheet = open_sheet(read, story, [*wanted, PICTURES], min_score=min_score)
    head = sheet.head

    def first(section: str) -> tuple[Any, ...]:
        return sheet.rows(section)[: SHOWN[section]]

    front = StoryFront(
        row=head.row,
        found=head.found,
        claims=_claims(read, sheet, min_score),
        disagreements=DisagreementsPage((*first("differing"), *first("points")), head.articles, head.hidden),
        days=first("days"),
        contacts=first("contacts"),
        copies=first("copies"),
        sides=first("sides"),
        speakers=first("speakers"),
        outlets=first("outlets"),
        terms=first("terms"),
        namings=first("namings"),
        articles=first("articles"),
        own=head.own,
        undecided=head.undecided,
        undated=head.undated,
        unread=head.unread,
        hidden=head.hidden,
        judged=read_rulings(read.engine, things=story.documents).on(STORY, story.documents),
    )
    return front, sheet.pictures


def story_part(
    read: ReadView, story: Story, sections: Collection[str], *, number: int = 1, min_score: float = 0.0
) -> tuple[StoryPart, Pictures | None]:
    """One page of these sections of a story: what stands on their pages of this number; with what pictures are drawn from, where the timeline is
    among them."""
    pictured = "timeline" in sections
    sheet = open_sheet(
        read, story, [*((section, number) for section in sections), *([PICTURES] if pictured else [])], min_score=min_score
    )
    held = {"timeline": sheet.head.found.entries}
    parts = {
        one: Part(sheet.rows(one, number), held[one] if one in held else getattr(sheet.head.found, one), SECTIONS[one][1])
        for one in sections
    }
    return StoryPart(sheet.head.row, parts, sheet.head.hidden), sheet.pictures if pictured else None


def _claims(read: ReadView, sheet: Sheet, min_score: float) -> ClaimsPage:
    """The most disputed claims and the first of the others."""
    rows = tuple(row for section in LISTED for row in sheet.rows(section)[: SHOWN[section]])
    return replace(open_rows(read, rows, sheet.head, min_score=min_score), hidden=sheet.head.hidden)
