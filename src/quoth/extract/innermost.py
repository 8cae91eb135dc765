"""Which statement a passage stands in: according to whom it is told."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.records import Span, Statement


def innermost(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement with the shortest content that the whole span stands in; None where it is the document's own telling."""
    holding = [statement for statement in statements if _holds(statement, span)]
    return min(holding, key=_length, default=None)


def _holds(statement: Statement, span: Span) -> bool:
    return any(start <= span.start and span.end <= end for start, end in statement.content.spans)


def _length(statement: Statement) -> int:
    return sum(end - start for start, end in statement.content.spans)
