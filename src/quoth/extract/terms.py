"""Definitions that a document gives of an expression, other names that it gives to a thing, and what it says an acronym stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.acronyms import find_expansions
from quoth.extract.innermost import innermost
from quoth.extract.term.glosses import find_glosses
from quoth.extract.term.meanings import find_meanings, read_answer, read_consequence, read_question
from quoth.extract.term.namings import find_namings
from quoth.extract.term.ranges import Found
from quoth.records import Span, Statement, Term, identify, passage
from quoth.syntax import Paragraph, ParsedDocument


def find_terms(parsed: ParsedDocument, statements: Sequence[Statement]) -> tuple[Term, ...]:
    """The definitions of a document, in order: "X is an act …", "the term X means …", "by X … mean …", "X – i.e., …"; names that it
    gives to a thing: "…, known as X"; then its acronyms, each with what it first stands for.

    A definition says of a kind of thing what it is; what is said of one thing, person or time is none. Of a name the definition is the
    words for what it names.
    """
    found: list[Term] = []
    asked: Span | None = None
    for paragraph in parsed.paragraphs:
        for first, stop in paragraph.sentences():
            found += (_term(parsed, *spans, statements) for spans in _between_sentences(parsed, paragraph, first, stop, asked))
            question = read_question(paragraph, first, stop)
            asked = None if question is None else paragraph.span(*question)
        for one in _in_paragraph(paragraph):
            span = paragraph.span(*one.term) if one.term is not None else found[-1].span if found else None
            if span is not None:
                found.append(_term(parsed, span, paragraph.span(*one.definition), statements))
    return _once(found, list(_acronyms(parsed, statements)))


def _between_sentences(
    parsed: ParsedDocument, paragraph: Paragraph, first: int, stop: int, asked: Span | None
) -> Iterator[tuple[Span, Span]]:
    """What a sentence says of words that the sentence before it asked for or set in quotation marks: their place and the definition's."""
    if asked is not None:
        answer = read_answer(paragraph, first, stop, parsed.document.text[asked.start : asked.end].lower())
        if answer is not None:
            yield asked, paragraph.span(*answer)
    meant = read_consequence(paragraph, first, stop)
    if meant is not None:
        yield paragraph.span(*meant[0]), paragraph.span(*meant[1])


def _in_paragraph(paragraph: Paragraph) -> list[Found]:
    """The definitions and names of a paragraph, in order of the definition."""
    found = [*find_meanings(paragraph), *find_namings(paragraph), *find_glosses(paragraph)]
    return sorted(found, key=lambda one: max(one.definition, one.term or one.definition))


def _once(found: Sequence[Term], acronyms: Sequence[Term]) -> tuple[Term, ...]:
    """Each definition once, and each name of one thing where it is first given; acronyms last."""
    short = {one.term for one in acronyms}
    told: dict[tuple[str, str], Term] = {}
    for one in {term.definition.spans: term for term in found}.values():
        if one.term not in short or _outside(one, acronyms):
            told.setdefault((one.term.casefold(), one.definition.text.casefold()), one)
    return (*told.values(), *acronyms)


def _outside(one: Term, acronyms: Sequence[Term]) -> bool:
    """Whether a definition of an acronym's letters is not its long form again."""
    return all(
        one.term != other.term
        or (other.definition.text not in one.definition.text and one.definition.text not in other.definition.text)
        for other in acronyms
    )


def _acronyms(parsed: ParsedDocument, statements: Sequence[Statement]) -> Iterator[Term]:
    """One term for each acronym and long form of it, where they first stand; a longer or shorter form of the same is no other."""
    found: list[Term] = []
    for paragraph in parsed.paragraphs:
        for short, long in find_expansions(parsed.document.text, paragraph.start, paragraph.end):
            term = _term(parsed, short, long, statements)
            if not any(_same(term, other) for other in found):
                found.append(term)
    return iter(found)


def _same(one: Term, other: Term) -> bool:
    texts = sorted((one.definition.text.casefold(), other.definition.text.casefold()), key=len)
    return one.term == other.term and texts[1].startswith(texts[0])


def _term(parsed: ParsedDocument, span: Span, definition: Span, statements: Sequence[Statement]) -> Term:
    text, document = parsed.document.text, parsed.document.id
    statement = innermost(statements, definition)
    return Term(
        id=identify("term", document, *span, *definition),
        document=document,
        term=text[span.start : span.end],
        span=span,
        definition=passage(text, definition),
        statement=None if statement is None else statement.id,
    )
