"""The reader: what each file of this room finds, composed in the order in which they need one another.

What a statement consists of is found by an attributor, of which there are several; everything else hangs on its answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.attribution.posts import name_signers
from quoth.extract.attributors import Attributor, Rules
from quoth.extract.contacts import find_contacts
from quoth.extract.propositions import propose
from quoth.extract.quantities import find_quantities
from quoth.extract.referents import find_referents
from quoth.extract.statements import find_statements
from quoth.extract.terms import find_terms
from quoth.extract.times import find_times
from quoth.records import Findings, Span, Statement, TimeExpression
from quoth.syntax import Paragraph, ParsedDocument

DATED = frozenset({"DATE", "TIME"})
"""Types of expression that can say when something was said; durations and sets cannot."""


class AttributionReader:
    """Reads a parsed document; implements ``stages.Reader``. Attributions are found by ``attributor``, by rules where none is given."""

    def __init__(self, attributor: Attributor | None = None) -> None:
        self._attributor = attributor or Rules()
        self.name = self._attributor.name

    def extract(self, parsed: ParsedDocument) -> Findings:
        """All that is found in one document."""
        attributed = self._attributor.attribute(parsed)
        parsed = name_signers(attributed.parsed, attributed.attributions)
        referents = find_referents(parsed)
        times = find_times(parsed)
        statements = date_statements(find_statements(parsed, referents, attributed.attributions), times, parsed.paragraphs)
        quantities = find_quantities(parsed, statements, times)
        return Findings(
            document=parsed.document.id,
            referents=referents.all,
            statements=propose(parsed, statements, times=times, quantities=quantities),
            times=times,
            quantities=quantities,
            contacts=find_contacts(parsed, referents, statements, times),
            terms=find_terms(parsed, statements),
        )


def date_statements(
    statements: Sequence[Statement], times: Sequence[TimeExpression], paragraphs: Sequence[Paragraph]
) -> tuple[Statement, ...]:
    """The statements, each with the date of the expression that modifies its cue: "said *on Monday*".

    An expression inside the content dates what is told, not the telling, and is passed over. A statement with no such
    expression stays open: the date of publication is only an upper bound and is not written as if it had been said.
    """
    dated = [time for time in times if time.type in DATED and time.edtf]
    return tuple(_dated(statement, dated, paragraphs) for statement in statements)


def _dated(statement: Statement, times: Sequence[TimeExpression], paragraphs: Sequence[Paragraph]) -> Statement:
    paragraph = _paragraph_of(statement.cue.spans[0], paragraphs)
    if paragraph is None:
        return statement
    governed = _clause_spans(statement, paragraph)
    for time in times:
        if any(start <= time.span.start and time.span.end <= end for start, end in governed):
            return replace(statement, time=time.edtf)
    return statement


def _paragraph_of(span: Span, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    return next((paragraph for paragraph in paragraphs if paragraph.start <= span.start < paragraph.end), None)


def _clause_spans(statement: Statement, paragraph: Paragraph) -> list[Span]:
    """Stretches under the cue, as modifiers of it, that do not touch the content."""
    cue = [token for token in paragraph.tokens if any(start <= token.start < end for start, end in statement.cue.spans)]
    spans = []
    for token in cue:
        for child in paragraph.children(token.index, "npadvmod", "prep", "advmod"):
            span = paragraph.span(*paragraph.edges[child.index])
            if not any(span.start < end and start < span.end for start, end in statement.content.spans):
                spans.append(span)
    return spans
