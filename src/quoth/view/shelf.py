"""Terms, and figures on which accounts differ, over the whole ledger, page by page: only those that are shown are read whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quoth.records import Term
from quoth.store import ReadView, Tallies
from quoth.view.coverage import gather
from quoth.view.disagreements import DisagreementsPage, lay_out_disagreements
from quoth.view.find import fold
from quoth.view.terms import TermsPage, lay_out_terms

TERMS = 40
FIGURES = 20


@dataclass(frozen=True, slots=True)
class TermListPage:
    """One page of terms in alphabetical order."""

    terms: TermsPage
    found: int
    each: int


@dataclass(frozen=True, slots=True)
class FigureListPage:
    """One page of figures on which accounts differ, those in most articles first."""

    disputed: DisagreementsPage
    found: int
    each: int


def term_list_page(read: ReadView, *, words: str | None = None, number: int = 1) -> TermListPage:
    """The expressions that hold ``words``; ``number`` counts pages from 1."""
    grouped: dict[str, list[Term]] = {}
    for term in read.terms():
        grouped.setdefault(" ".join(term.term.casefold().split()), []).append(term)
    fitting = [name for name in sorted(grouped) if all(word in fold(name) for word in fold(words or "").split())]
    shown = [term for name in fitting[(number - 1) * TERMS : number * TERMS] for term in grouped[name]]
    coverage = gather(read, {term.document for term in shown})
    page = lay_out_terms(replace(coverage, terms=tuple(shown)))
    return TermListPage(replace(page, articles=Tallies(read.engine).count_articles(), namings=()), len(fitting), TERMS)


def figure_list_page(read: ReadView, *, min_score: float = 0.0, number: int = 1) -> FigureListPage:
    """The figures of the whole ledger on which accounts differ. Accounts in statements that score less than ``min_score`` are hidden."""
    points = [point for point in read.disagreements() if point.kind == "figure"]
    points.sort(key=lambda point: (-sum(len(reading.documents) for reading in point.readings), point.id))
    shown = points[(number - 1) * FIGURES : number * FIGURES]
    documents = {document for point in shown for reading in point.readings for document in reading.documents}
    page = lay_out_disagreements(gather(read, documents, min_score=min_score), shown)
    return FigureListPage(replace(page, articles=Tallies(read.engine).count_articles()), len(points), FIGURES)
