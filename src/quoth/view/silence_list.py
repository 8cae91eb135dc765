"""Who tells what of a story, page by page: some of its claims over some of its outlets and parties. Only those that are shown are read."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.link.credits import outlet_key
from quoth.records import Story
from quoth.store import ReadView, Tallies
from quoth.view.claims import gather_claims, lay_out_claims
from quoth.view.houses import names_of
from quoth.view.scores import Hidden
from quoth.view.sheet import SECTIONS, Sheet, open_sheet
from quoth.view.silence import LookedIn, SilenceRow, silence_row, with_like_words
from quoth.view.story import StoryRow

EACH = 12
"""Claims of one page."""
COLUMNS = ("looked_outlets", "looked_parties")
MOST = 500
"""Claims of a page times articles in which they were not found up to which words like theirs are looked for: more would take long. The page
of a claim always looks."""


@dataclass(frozen=True, slots=True)
class SilenceListPage:
    """One page of the table: ``rows`` hold the outlets and parties of ``looked`` alone."""

    row: StoryRow
    looked: LookedIn
    rows: tuple[SilenceRow, ...]
    not_collected: tuple[str, ...]
    """Outlets of the ledger without a document in this story."""
    found: int
    """Claims on all pages."""
    each: int
    outlets: int
    parties: int
    columns: int
    """Outlets, and parties, that stand beside each other."""
    hidden: Hidden


def silence_list_page(
    read: ReadView, story: Story, *, number: int = 1, columns: int = 1, min_score: float = 0.0
) -> SilenceListPage:
    """A page of claims over a page of outlets and parties; both count from 1. Statements that score less than ``min_score`` are hidden."""
    sheet = open_sheet(read, story, [(section, columns) for section in COLUMNS], min_score=min_score)
    looked = LookedIn(sheet.rows("looked_outlets", columns), sheet.rows("looked_parties", columns))
    found = sheet.head.found
    return SilenceListPage(
        row=sheet.head.row,
        looked=looked,
        rows=_rows(read, story, looked, number, min_score),
        not_collected=_not_collected(read, sheet),
        found=Tallies(read.engine).count_claims(story.id),
        each=EACH,
        outlets=found.looked_outlets,
        parties=found.looked_parties,
        columns=SECTIONS["looked_outlets"][1],
        hidden=sheet.head.hidden,
    )


def _rows(read: ReadView, story: Story, looked: LookedIn, number: int, min_score: float) -> tuple[SilenceRow, ...]:
    shown = Tallies(read.engine).claims(story.id, limit=EACH, offset=(number - 1) * EACH)
    claims = {one.id: one for one in read.claims(ids=shown, reckonings=min_score > 0)} if shown else {}
    searched = sum(len(silence.documents) for claim in claims.values() for silence in claim.silent) <= MOST
    coverage = gather_claims(read, tuple(claims.values()), min_score=min_score, words=searched, likely=searched)
    page = lay_out_claims(coverage, tuple(claims.values()), words=False)
    rows = tuple(silence_row(coverage, row, claims[row.id], looked) for row in page.rows)
    return with_like_words(coverage, rows, claims.values()) if searched else rows


def _not_collected(read: ReadView, sheet: Sheet) -> tuple[str, ...]:
    held = {outlet_key(outlet) for outlet in sheet.head.row.outlets}
    return tuple(sorted(name for key, name in names_of(outlet for outlet in read.outlets() if outlet).items() if key not in held))
