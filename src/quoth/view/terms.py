"""What the words mean here: definitions that the documents give, side by side, what acronyms stand for, and the different names that
parties have for one thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from quoth.link.callings import find_callings
from quoth.link.namings import Naming, Rivals, find_rivals
from quoth.records import Statement, Term
from quoth.store import ReadView
from quoth.view.coverage import Coverage, count_articles, gather, gather_few, story_documents
from quoth.view.versions import latest
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
class NamingRow:
    """One thing with the names that it goes by, the most used first, each with who uses it how often."""

    names: tuple[Naming, ...]
    why: str
    """Why they are taken for names of one thing."""
    terms: tuple[str, ...]
    """The definitions that say so."""
    actor: str | None


@dataclass(frozen=True, slots=True)
class TermsPage:
    """Defined expressions in alphabetical order, and what goes by different names."""

    rows: tuple[TermRow, ...]
    articles: int
    namings: tuple[NamingRow, ...] = ()


def terms_page(read: ReadView, *, story: str | None = None) -> TermsPage:
    """The expressions that a story's documents define and the things that they call by different names. For None those of all documents
    that define something."""
    documents = story_documents(read, story)
    held = {term.document for term in read.terms(documents)} if documents is None else documents
    return replace(
        lay_out_terms(latest(read, gather(read, held, mentions=True))), articles=count_articles(read.documents(documents))
    )


def gather_terms(read: ReadView, terms: Collection[Term]) -> Coverage:
    """The coverage that these definitions need: their articles, and the statements in which they stand."""
    documents = {one.document for one in terms}
    said = read.statements_named([one.statement for one in terms if one.statement])
    coverage = gather_few(read, said, beside=documents)
    return replace(coverage, terms=tuple(terms), segments=read.segments_of(documents))


def lay_out_terms(coverage: Coverage, *, namings: bool = True) -> TermsPage:
    """Definitions grouped by expression, whatever its case; without what goes by different names where that is not wanted."""
    grouped: dict[str, list[Term]] = {}
    for term in coverage.terms:
        grouped.setdefault(" ".join(term.term.casefold().split()), []).append(term)
    rows = (TermRow(group[0].term, _definitions(coverage, group)) for _, group in sorted(grouped.items()))
    return TermsPage(tuple(rows), coverage.articles, lay_out_namings(coverage) if namings else ())


def lay_out_namings(coverage: Coverage) -> tuple[NamingRow, ...]:
    """What goes by different names: by the definitions that join two names, and actors that parties call differently.

    Words in a quotation are put down to who is quoted, all others to the outlet: it chose them.
    """
    texts = {document.id: document.text for document in coverage.documents.values()}
    by = _Speaking(coverage)
    defined = find_rivals(coverage.terms, texts, by=by.at)
    called = find_callings(coverage.actors.values(), coverage.referents, by=by.at)
    told = {form.casefold() for rivals in defined for naming in rivals.namings for form in naming.forms}
    others = (one for one in called if not any(form.casefold() in told for naming in one.namings for form in naming.forms))
    return tuple(
        sorted(
            (_naming_row(one) for one in (*defined, *others)), key=lambda row: (row.actor is not None, row.names[0].name.casefold())
        )
    )


def _naming_row(rivals: Rivals) -> NamingRow:
    why = "articles say that they are names of one thing" if rivals.terms else "the articles name one actor so"
    return NamingRow(rivals.namings, why, rivals.terms, rivals.actor)


class _Speaking:
    """Whose words stand at a place of a document: those of who is quoted there, else of the outlet."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self._quoted: dict[str, list[Statement]] = {}
        for statement in (*coverage.statements.values(), *coverage.hidden.values()):
            if statement.form != "indirect":
                self._quoted.setdefault(statement.document, []).append(statement)

    def at(self, document: str, place: int) -> str | None:
        """The speaker quoted there by name, else the outlet; None where it is not known who speaks in the quotation."""
        text = self._coverage.documents[document].text
        around = [one for one in self._quoted.get(document, ()) if _is_quoted(one, text, place)]
        if not around:
            return self._coverage.outlet(self._coverage.documents[document])
        inner = min(around, key=lambda one: sum(span.end - span.start for span in one.content.spans))
        who = self._coverage.who(inner.speaker)
        return who.name if who else None


def _is_quoted(statement: Statement, text: str, place: int) -> bool:
    """Whether a place stands in the content of a statement, within quotation marks."""
    span = next((span for span in statement.content.spans if span.start <= place < span.end), None)
    if span is None:
        return False
    before = text[span.start : place]
    return statement.form == "direct" or before.count("“") > before.count("”") or before.count('"') % 2 == 1


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
        according_to=chain_of(coverage, statement) if statement else (coverage.outlet(document),),
        excerpt=passage_excerpt(document.id, document.text, coverage.segments.get(document.id, ()), spans),
        score=statement.score if statement else None,
        unsure=coverage.is_unsure(statement.score if statement else None),
        short_for=_is_acronym(document.text, term),
    )


def _is_acronym(text: str, term: Term) -> bool:
    """Whether one of expression and definition stands in brackets behind the other: the layout of an acronym and its long form."""
    first, second = sorted([term.span, term.definition.spans[0]])
    return text[first.end : second.start].strip() == "(" and sum(char.isupper() for char in term.term) > 1
