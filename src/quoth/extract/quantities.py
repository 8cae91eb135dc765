"""Figures of a document: how many, of what, where, as of when, according to which statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.innermost import innermost
from quoth.extract.quantity.ages import Age, find_ages
from quoth.extract.quantity.changed import is_former
from quoth.extract.quantity.counted import count
from quoth.extract.quantity.figures import Figure, bounded_behind, find_figures
from quoth.extract.quantity.places import place_of
from quoth.extract.quantity.spelled import sets_groups_apart
from quoth.extract.quantity.things import Counted
from quoth.records import Quantity, Statement, TimeExpression, identify
from quoth.syntax import Paragraph, ParsedDocument

LONGEST_GAP = 4
"""Words between a number and its noun for the span to hold both."""


def find_quantities(
    parsed: ParsedDocument, statements: Sequence[Statement], times: Sequence[TimeExpression]
) -> tuple[Quantity, ...]:
    """The figures that count or measure something, in order; dates, numbers in names and of lists, and scores of games are passed over.

    ``low`` and ``high`` are both the value where it is exact, one of them None where it is a bound, both None where it is an
    estimate ("about 70"). "Dozens" and the like have no value and twice their unit as lower bound. People are counted in
    ``people``, with what befell them in one form for one thing: "five dead", "five died" and "killing five" are ``killed``. An age
    has the unit ``age``, and whose it is in ``of``; a fraction has the unit ``share``. ``where`` is the nearest place that the clause names.
    """
    found: list[Quantity] = []
    apart = sets_groups_apart(parsed.document.text)
    for paragraph in parsed.paragraphs:
        here = [time for time in times if paragraph.start <= time.span.start < paragraph.end]
        ages = list(find_ages(paragraph))
        passed_over = _tokens_of(paragraph, here) | {index for age in ages for index in range(age.first, age.last + 1)}
        told: list[Quantity] = []
        for figure in find_figures(paragraph, passed_over, apart=apart):
            counted = count(paragraph, figure, [*found, *told])
            if counted is not None:
                whole = bounded_behind(paragraph, figure, counted.last) if counted.last > figure.last else figure
                told.append(_quantity(parsed, paragraph, whole, counted, statements, here))
        aged = (_quantity(parsed, paragraph, *_as_figure(age), statements, here) for age in ages)
        found += sorted([*told, *aged], key=lambda one: one.span)
    return tuple(found)


def _as_figure(age: Age) -> tuple[Figure, Counted]:
    """An age as a figure with what it counts."""
    exact = age.value if age.value == age.high else None
    low = None if age.bound == "high" else age.value
    figure = Figure(age.first, age.first, age.last, age.last, exact, low, None if age.bound == "low" else age.high)
    return figure, Counted(age.unit, age.of, age.last)


def _tokens_of(paragraph: Paragraph, times: Sequence[TimeExpression]) -> frozenset[int]:
    spans = [time.span for time in times]
    return frozenset(
        token.index for token in paragraph.tokens if any(token.start < end and start < token.end for start, end in spans)
    )


def _quantity(
    parsed: ParsedDocument,
    paragraph: Paragraph,
    figure: Figure,
    counted: Counted,
    statements: Sequence[Statement],
    times: Sequence[TimeExpression],
) -> Quantity:
    near = counted.last - figure.last <= LONGEST_GAP
    span = paragraph.span(figure.first, max(counted.last, figure.last) if near else figure.last)
    statement = innermost(statements, span)
    where = place_of(paragraph, figure.core, counted)
    said = statement.time if statement is not None else None
    return Quantity(
        id=identify("quantity", parsed.document.id, *span),
        document=parsed.document.id,
        span=span,
        text=parsed.document.text[span.start : span.end],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=counted.unit,
        of=counted.of,
        as_of=None if is_former(paragraph.tokens, figure.core) else next(_as_of(paragraph, figure, times), None) or said,
        statement=None if statement is None else statement.id,
        where=None if where is None else parsed.document.text[where.start : where.end],
    )


def _as_of(paragraph: Paragraph, figure: Figure, times: Sequence[TimeExpression]) -> Iterator[str]:
    """The date up to which the sentence says that its figures count."""
    first, stop = paragraph.sentence_of(figure.core)
    for time in times:
        inside = [token for token in paragraph.tokens[first:stop] if token.start < time.span.end and time.span.start < token.end]
        if inside and inside[0].index > first and time.edtf and time.type in {"DATE", "TIME"}:
            before = [token.text.lower() for token in paragraph.tokens[max(first, inside[0].index - 2) : inside[0].index]]
            if before[-1] == "by" or before[-2:] == ["as", "of"]:
                yield time.edtf[:10] if time.type == "TIME" else time.edtf
