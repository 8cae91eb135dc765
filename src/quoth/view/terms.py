"""What the words mean here: definitions that the documents give, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quoth.records import Term
from quoth.store import ReadView
from quoth.view.coverage import Coverage, count_articles, gather, outlet_name, story_documents
from quoth.view.words import Excerpt, chain_of, passage_excerpt


@dataclass(frozen=True, slots=True)
class Definition:
    """One definition with its words, and through whom it came."""

    id: str
    document: str
    definition: str
    according_to: tuple[str, ...]
    excerpt: Excerpt
    score: float | None
    """How sure the statement is that it stands in; None where the outlet itself gives it. A least score does not hide it."""
    unsure: bool


@dataclass(frozen=True, slots=True)
class TermRow:
    """An expression and every definition of it."""

    term: str
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class TermsPage:
    """Defined expressions in alphabetical order."""

    rows: tuple[TermRow, ...]
    articles: int


def terms_page(read: ReadView, *, story: str | None = None) -> TermsPage:
    """The expressions that a story's documents define; all documents for None."""
    documents = story_documents(read, story)
    held = {term.document for term in read.terms(documents)}
    return replace(lay_out_terms(gather(read, held)), articles=count_articles(read.documents(documents)))


def lay_out_terms(coverage: Coverage) -> TermsPage:
    """Definitions grouped by expression, whatever its case."""
    grouped: dict[str, list[Term]] = {}
    for term in coverage.terms:
        grouped.setdefault(" ".join(term.term.casefold().split()), []).append(term)
    rows = (TermRow(group[0].term, tuple(_definition(coverage, term) for term in group)) for _, group in sorted(grouped.items()))
    return TermsPage(tuple(rows), coverage.articles)


def _definition(coverage: Coverage, term: Term) -> Definition:
    document = coverage.documents[term.document]
    statement = coverage.statement(term.statement)
    spans = (term.span, *term.definition.spans)
    return Definition(
        id=term.id,
        document=document.id,
        definition=" ".join(term.definition.text.split()),
        according_to=chain_of(coverage, statement) if statement else (outlet_name(document),),
        excerpt=passage_excerpt(document.id, document.text, coverage.segments.get(document.id, ()), spans),
        score=statement.score if statement else None,
        unsure=coverage.is_unsure(statement.score if statement else None),
    )
