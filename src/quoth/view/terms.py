"""What the words mean here: definitions that the documents give, side by side, and what acronyms stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    short_for: bool
    """The expression is an acronym, and this is what it stands for."""
    also: tuple[str, ...] = ()
    """Other outlets that give the same words."""

    @property
    def text(self) -> str:
        """The definition as a reader sees it."""
        return f"short for {self.definition}" if self.short_for else self.definition


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
    rows = (TermRow(group[0].term, _definitions(coverage, group)) for _, group in sorted(grouped.items()))
    return TermsPage(tuple(rows), coverage.articles)


def _definitions(coverage: Coverage, group: Sequence[Term]) -> tuple[Definition, ...]:
    """The definitions of one expression, those of the same words as one: the first, which names the outlets of the others."""
    found: dict[str, list[Definition]] = {}
    for term in group:
        one = _definition(coverage, term)
        found.setdefault(one.definition.casefold(), []).append(one)
    return tuple(replace(first, also=_outlets(first, others)) for first, *others in found.values())


def _outlets(first: Definition, others: Iterable[Definition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.according_to[0] for one in others if one.according_to[0] != first.according_to[0]))


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
        short_for=_is_acronym(document.text, term),
    )


def _is_acronym(text: str, term: Term) -> bool:
    """Whether one of expression and definition stands in brackets behind the other: the layout of an acronym and its long form."""
    first, second = sorted([term.span, term.definition.spans[0]])
    return text[first.end : second.start].strip() == "(" and sum(char.isupper() for char in term.term) > 1
