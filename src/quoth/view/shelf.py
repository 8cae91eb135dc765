"""Terms, and figures on which accounts differ, over the whole ledger, page by page: only those that are shown are read whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quoth.store import ReadView, Tallies
from quoth.view.disagreements import DisagreementsPage, gather_points, in_order, lay_out_disagreements
from quoth.view.find import fold
from quoth.view.sheet import kept_points
from quoth.view.terms import TermsPage, gather_terms, lay_out_terms
from quoth.view.versions import latest

TERMS = 40
DEFINITIONS = 60
"""Definitions of one expression that stand on a page."""
FIGURES = 20


@dataclass(frozen=True, slots=True)
class TermListPage:
    """One page of terms in alphabetical order."""

    terms: TermsPage
    found: int
    each: int


@dataclass(frozen=True, slots=True)
class FigureListPage:
    """One page of figures on which accounts differ, those in most articles first; what was said on each stands on its own page."""

    disputed: DisagreementsPage
    found: int
    each: int
    stories: Mapping[str, tuple[str, str]]
    """Point → the identifier and title of the story in which it is counted."""


def term_list_page(read: ReadView, *, words: str | None = None, number: int = 1) -> TermListPage:
    """The expressions that hold ``words``; ``number`` counts pages from 1."""
    tallies, grouped = Tallies(read.engine), dict[str, list[str]]()
    for term in tallies.terms():
        grouped.setdefault(" ".join(term.casefold().split()), []).append(term)
    wanted = fold(words or "").split()
    fitting = [name for name in sorted(grouped) if all(word in fold(name) for word in wanted)] if wanted else sorted(grouped)
    asked = {term for name in fitting[(number - 1) * TERMS : number * TERMS] for term in grouped[name]}
    shown = tuple(term for term in read.terms(tallies.documents_defining(asked)) if term.term in asked)
    page = lay_out_terms(latest(read, gather_terms(read, shown)), namings=False)
    return TermListPage(replace(page, articles=tallies.count_articles()), len(fitting), TERMS)


def definition_list_page(read: ReadView, term: str, *, number: int = 1) -> TermListPage:
    """Every definition of one expression, whatever its case; ``found`` counts them."""
    tallies, wanted = Tallies(read.engine), " ".join(term.casefold().split())
    spelt = {one for one in tallies.terms() if " ".join(one.casefold().split()) == wanted}
    held = tuple(one for one in read.terms(tallies.documents_defining(spelt)) if one.term in spelt) if spelt else ()
    page = lay_out_terms(latest(read, gather_terms(read, held)), namings=False)
    first = (number - 1) * DEFINITIONS
    rows = tuple(replace(row, definitions=row.definitions[first : first + DEFINITIONS]) for row in page.rows)
    found = sum(len(row.definitions) for row in page.rows)
    shown = replace(page, rows=tuple(row for row in rows if row.definitions), articles=tallies.count_articles())
    return TermListPage(shown, found, DEFINITIONS)


def figure_list_page(read: ReadView, *, min_score: float = 0.0, number: int = 1) -> FigureListPage:
    """The figures of the whole ledger on which accounts differ. Accounts in statements that score less than ``min_score`` are hidden."""
    tallies = Tallies(read.engine)
    ids = tallies.points("figure", limit=FIGURES, offset=(number - 1) * FIGURES)
    kept = kept_points(read, ids) if min_score == 0 else {}
    shown = tuple(read.disagreements(ids=rest)) if (rest := set(ids) - kept.keys()) else ()
    page = lay_out_disagreements(latest(read, gather_points(read, shown, min_score=min_score, words=False)), shown, words=False)
    page = replace(page, rows=tuple(in_order((*kept.values(), *page.rows))))
    page = replace(page, articles=tallies.count_articles())
    return FigureListPage(page, tallies.count_points("figure"), FIGURES, _stories_of(read, ids))


def _stories_of(read: ReadView, points: Sequence[str]) -> dict[str, tuple[str, str]]:
    held = {one.id: one.story for one in read.disagreements(ids=points) if one.story} if points else {}
    titles = {one.id: " ".join(one.title.split()) for one in read.stories(tuple(set(held.values())))} if held else {}
    return {point: (story, titles[story]) for point, story in held.items() if story in titles}
