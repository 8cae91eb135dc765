"""Claims page by page: those on which parties differ first. Only those that are shown are read whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from quoth.records import Claim
from quoth.store import ReadView, Tallies
from quoth.view.claims import ClaimsPage, among_states, gather_claims, lay_out_claims, open_first

EACH = 25
"""Claims of one page of the list."""


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
    tallies = Tallies(read.engine)
    shown = tallies.claims(story, disputed=disputed, limit=EACH, offset=(number - 1) * EACH)
    laid = lay_out_listed(read, shown, story=story, min_score=min_score)
    articles = tallies.count_articles() if story is None else len({one.article for one in tallies.members([story])})
    return ClaimListPage(replace(laid, articles=articles), tallies.count_claims(story, disputed=disputed), EACH, story)


def lay_out_listed(read: ReadView, shown: Collection[str], *, story: str | None, min_score: float = 0.0) -> ClaimsPage:
    """These claims as rows without their words, but for the first."""
    claims = tuple(read.claims(ids=shown, reckonings=min_score > 0)) if shown else ()
    by_state = among_states(read, story) if story else None
    coverage = gather_claims(read, claims, min_score=min_score, words=False)
    return _opened(read, claims, lay_out_claims(coverage, claims, words=False, by_state=by_state), min_score)


def _opened(read: ReadView, claims: Iterable[Claim], page: ClaimsPage, min_score: float) -> ClaimsPage:
    """The page, the first of its rows with its words."""
    first = [claim for claim in claims if page.rows and claim.id == page.rows[0].id]
    return open_first(gather_claims(read, first, min_score=min_score), first, page) if first else page
