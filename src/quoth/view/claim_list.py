"""Claims page by page: those on which parties differ first. Only those that are shown are read whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quoth.store import ClaimHead, ReadView, Tallies
from quoth.view.claims import ClaimsPage, is_disputed, lay_out_claims
from quoth.view.coverage import count_articles, gather, story_documents

EACH = 40
"""Claims of one page of the list."""


@dataclass(frozen=True, slots=True)
class ClaimListPage:
    """One page of the list. ``found`` counts the claims of all its pages."""

    claims: ClaimsPage
    found: int
    each: int
    story: str | None


def claim_list_page(
    read: ReadView, *, story: str | None = None, disputed: bool = False, number: int = 1, min_score: float = 0.0
) -> ClaimListPage:
    """The claims of a story, or of the whole ledger, most disputed first. Statements that score less than ``min_score`` are hidden."""
    tallies = Tallies(read.engine)
    heads = [head for head in tallies.claims(story) if not disputed or is_disputed(head.stances)]
    heads.sort(key=_order)
    shown = [head.id for head in heads[(number - 1) * EACH : number * EACH]]
    claims = tuple(read.claims(ids=shown)) if shown else ()
    held = {document for claim in claims for document in claim.documents}
    silent = {document for claim in claims for silence in claim.silent for document in silence.documents}
    laid = lay_out_claims(gather(read, held, beside=silent - held, min_score=min_score), claims)
    articles = count_articles(read.documents(story_documents(read, story))) if story else tallies.count_articles()
    return ClaimListPage(replace(laid, articles=articles), len(heads), EACH, story)


def _order(head: ClaimHead) -> tuple[bool, int, int, str]:
    return not is_disputed(head.stances), -len(head.stances), -head.documents, head.id
