"""Claims page by page: those on which parties differ first. Only those that are shown are read whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quoth.store import ReadView, Tallies
from quoth.view.claims import (
    ClaimRow,
    ClaimsPage,
    choose_columns,
    gather_claims,
    in_order,
    lay_out_claims,
    open_first,
)
from quoth.view.rivals import read_rivals
from quoth.view.scores import Hidden
from quoth.view.sheet import Found, Sheet, SheetHead, kept_claims, kept_sheet
from quoth.view.states import among_states

EACH = 25
"""Claims of one page of the list."""
LISTED = ("disputed", "rivalled", "agreed")
"""The sections of a sheet that hold a story's claims, in order."""


@dataclass(frozen=True, slots=True)
class ClaimListPage:
    """One page of the list. ``found`` counts the claims of all its pages. Only the first of its rows, open beside the list, has its words: the
    others have theirs on their own pages."""

    claims: ClaimsPage
    found: int
    each: int
    story: str | None


def claim_list_page(
    read: ReadView, *, story: str | None = None, disputed: bool = False, number: int = 1, min_score: float = 0.0
) -> ClaimListPage:
    """The claims of a story, or of the whole ledger, most disputed first. Statements that score less than ``min_score`` are hidden."""
    sheet = kept_sheet(read, story, [("disputed", number)]) if story and min_score == 0 else None
    if story and sheet:
        rows = sheet.rows("disputed", number) if disputed else _listed(read, story, sheet.head.found, number)
        held = sum(getattr(sheet.head.found, section) for section in (LISTED[:1] if disputed else LISTED))
        return ClaimListPage(open_rows(read, rows, sheet.head), held, EACH, story)
    tallies = Tallies(read.engine)
    shown = tallies.claims(story, disputed=disputed, limit=EACH, offset=(number - 1) * EACH)
    laid = lay_out_listed(read, shown, story=story, min_score=min_score)
    articles = tallies.count_articles() if story is None else len({one.article for one in tallies.members([story])})
    return ClaimListPage(replace(laid, articles=articles), tallies.count_claims(story, disputed=disputed), EACH, story)


def _listed(read: ReadView, story: str, found: Found, number: int) -> tuple[ClaimRow, ...]:
    """One page of all claims of a story, section by section."""
    parts: list[tuple[str, int, int]] = []
    start, room = (number - 1) * EACH, EACH
    for section in LISTED:
        held: int = getattr(found, section)
        taken = max(0, min(room, held - start))
        parts.append((section, start, taken))
        start, room = max(0, start - held), room - taken
    pages = [(section, 1 + place // EACH) for section, first, taken in parts if taken for place in (first, first + taken - 1)]
    sheet = kept_sheet(read, story, list(dict.fromkeys(pages))) if pages else None
    return tuple(row for part in parts for row in _cut(sheet, *part)) if sheet else ()


def _cut(sheet: Sheet, section: str, first: int, count: int) -> tuple[ClaimRow, ...]:
    """So many lines of a section from one on; the pages that they stand on are in the sheet."""
    if not count:
        return ()
    numbers = range(1 + first // EACH, 2 + (first + count - 1) // EACH)
    lines = [row for number in numbers for row in sheet.rows(section, number)]
    return tuple(lines[first % EACH : first % EACH + count])


def open_rows(read: ReadView, rows: Sequence[ClaimRow], head: SheetHead, *, min_score: float = 0.0) -> ClaimsPage:
    """Rows of a sheet, the first of them with its words: it is open beside the list."""
    page = ClaimsPage(choose_columns(rows), tuple(rows), head.articles, Hidden())
    return _opened(read, page, min_score)


def lay_out_listed(read: ReadView, shown: Collection[str], *, story: str | None, min_score: float = 0.0) -> ClaimsPage:
    """These claims as rows without their words, but for the first: as they are kept, else, or where statements are hidden, worked out."""
    kept = kept_claims(read, shown) if min_score == 0 else {}
    claims = tuple(read.claims(ids=rest, reckonings=min_score > 0)) if (rest := set(shown) - kept.keys()) else ()
    by_state = among_states(read, story) if story and claims else None
    coverage = gather_claims(read, claims, min_score=min_score, words=False)
    stories = dict.fromkeys(claim.story for claim in claims if claim.story)
    points = [point for one in stories for point in read.disagreements(one)]
    rivals = read_rivals(read, claims, points, min_score=min_score)
    page = lay_out_claims(coverage, claims, words=False, by_state=by_state, rivals=rivals)
    rows = in_order((*kept.values(), *page.rows))
    page = replace(page, parties=choose_columns(rows), rows=tuple(rows))
    return _opened(read, page, min_score)


def _opened(read: ReadView, page: ClaimsPage, min_score: float) -> ClaimsPage:
    """The page, the first of its rows with its words."""
    first = tuple(read.claims(ids=[row.id for row in page.rows[:1]]))
    return open_first(gather_claims(read, first, min_score=min_score), first, page)
