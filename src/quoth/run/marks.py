"""Every stretch of a document that a record marks, with the words that the record says stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quoth.records import Contact, Document, Passage, Quantity, Referent, Span, Statement, Term, TimeExpression
from quoth.store import ReadView


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch, perhaps in parts, that a record marks in a document."""

    kind: str
    """The kind of record: ``statement``, ``referent`` …"""
    id: str
    document: str
    spans: tuple[Span, ...]
    words: str | None
    """The words that stand there, parts joined by a space; None where the record keeps no words of it."""


def marks_of(view: ReadView, documents: list[str]) -> Iterator[Mark]:
    """All marks in some documents."""
    for referent in view.referents(documents):
        yield from _of_referent(referent)
    for statement in view.statements(documents):
        yield from _of_statement(statement)
    yield from map(_of_figure, view.times(documents))
    yield from map(_of_figure, view.quantities(documents))
    for contact in view.contacts(documents):
        yield from _of_contact(contact)
    for term in view.terms(documents):
        yield from _of_term(term)


def pointers_of(view: ReadView, documents: list[str]) -> Iterator[tuple[str, str, str]]:
    """What findings point at by identifier, in their own document: (kind, identifier, identifier pointed at)."""
    for statement in view.statements(documents):
        ends = (statement.speaker, statement.addressee, statement.parent, *(step.referent for step in statement.via))
        yield from (("statement", statement.id, end) for end in ends if end is not None)
    for quantity in view.quantities(documents):
        yield from _pointing("quantity", quantity.id, quantity.statement)
    for term in view.terms(documents):
        yield from _pointing("term", term.id, term.statement)
    for contact in view.contacts(documents):
        yield from _pointing("contact", contact.id, contact.statement, *(party.referent for party in contact.parties))


def _pointing(kind: str, id_: str, *ends: str | None) -> Iterable[tuple[str, str, str]]:
    return ((kind, id_, end) for end in ends if end is not None)


def _of_referent(referent: Referent) -> Iterator[Mark]:
    for mention in referent.mentions:
        yield Mark("referent", referent.id, referent.document, (mention.span,), mention.text)


def _of_statement(statement: Statement) -> Iterator[Mark]:
    for passage in (statement.source, statement.cue, statement.content):
        if passage is not None:
            yield _of_passage("statement", statement.id, statement.document, passage)
    for step in statement.via:
        yield Mark("statement", statement.id, statement.document, step.spans, step.text)


def _of_figure(found: TimeExpression | Quantity) -> Mark:
    kind = "time" if isinstance(found, TimeExpression) else "quantity"
    return Mark(kind, found.id, found.document, (found.span,), found.text)


def _of_contact(contact: Contact) -> Iterator[Mark]:
    yield Mark("contact", contact.id, contact.document, (contact.span,), None)
    for party in (*contact.parties, *((contact.initiator,) if contact.initiator else ())):
        yield Mark("contact", contact.id, contact.document, (party.span,), party.text)


def _of_term(term: Term) -> Iterator[Mark]:
    yield Mark("term", term.id, term.document, (term.span,), None)
    yield _of_passage("term", term.id, term.document, term.definition)


def _of_passage(kind: str, id_: str, document: str, passage: Passage) -> Mark:
    return Mark(kind, id_, document, passage.spans, passage.text)


def check(mark: Mark, document: Document) -> str | None:
    """What is wrong with a mark; None where it holds."""
    text = document.text
    if not all(0 <= start < end <= len(text) for start, end in mark.spans):
        return f"marks {', '.join(f'{start}-{end}' for start, end in mark.spans)} in a document of {len(text)} characters"
    words = " ".join(text[start:end] for start, end in mark.spans)
    if mark.words is not None and words != mark.words:
        return f"says {mark.words!r}, but {words!r} stands there"
    return None
