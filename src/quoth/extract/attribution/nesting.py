"""Statements inside statements: whose content each stands in, and the chain that it came through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.records import Span, Statement, Via


def nest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements in order, each with its ``parent`` (the smallest statement whose content holds all of it) and ``via`` (the
    sources of all that enclose it, outermost first)."""
    ordered = sorted(statements, key=lambda one: (extent(one).start, -extent(one).end, one.cue.spans))
    reach = [(min(one.content.spans).start, max(end for _, end in one.content.spans)) for one in ordered]
    parents: dict[str, Statement] = {}
    for statement in ordered:
        first, last = extent(statement)
        around = [other for other, (start, end) in zip(ordered, reach, strict=True) if start <= first and last <= end]
        parent = _parent(statement, around)
        if parent is not None:
            parents[statement.id] = parent
    return tuple(_placed(statement, parents) for statement in ordered)


def extent(statement: Statement) -> Span:
    """From the first to the last character of a statement's source, cue and content."""
    spans = [*(statement.source.spans if statement.source else ()), *statement.cue.spans, *statement.content.spans]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _parent(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    holding = [other for other in others if other is not statement and holds(other, statement)]
    return min(holding, key=lambda other: sum(end - start for start, end in other.content.spans), default=None)


def holds(outer: Statement, inner: Statement) -> bool:
    """Whether all of ``inner`` stands in the content of ``outer``, each of its parts in one of the content's."""
    spans = [*(inner.source.spans if inner.source else ()), *inner.cue.spans, *inner.content.spans]
    return all(any(start <= span.start and span.end <= end for start, end in outer.content.spans) for span in spans)


def _placed(statement: Statement, parents: dict[str, Statement]) -> Statement:
    chain: list[Via] = []
    above = parents.get(statement.id)
    while above is not None and len(chain) < 16:
        if above.source is not None:
            chain.append(Via(above.source.text, above.source.spans, above.speaker))
        above = parents.get(above.id)
    parent = parents.get(statement.id)
    return replace(statement, parent=parent.id if parent else None, via=tuple(reversed(chain)))
