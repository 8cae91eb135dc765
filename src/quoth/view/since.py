"""What became of a value since it was given: who denies having given it, which outlet took its article back, and what somebody calls it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from quoth.records import Disagreement, Document, Reading, Span
from quoth.view.coverage import Coverage
from quoth.view.dates import date_label

NEAR = 120
"""Code points between a figure and what somebody calls it."""
_CALLED = re.compile(
    r"^(?:the|an?|that|this|those|its|their) (?:\w+ )?(?:figure|number|toll|count|estimate|tally)s? (?:that )?[“\"‘']([^”\"’']{3,60})[”\"’']$",
    re.IGNORECASE,
)


def documents_of(reading: Reading) -> tuple[str, ...]:
    """The documents that a value's row needs: those that give it, and those that say what became of it."""
    return (*reading.documents, *reading.withdrawn, *(one.document for one in reading.disowned))


def told_since(coverage: Coverage, reading: Reading) -> tuple[str, ...]:
    """What became of a value, in words, by what is shown."""
    said = (found for one in reading.disowned if (found := coverage.statements.get(one.statement or "")))
    disowned = (f"{who.name} denies having given it" for one in said if (who := coverage.who(one.speaker)))
    taken_back = (_taken_back(coverage, coverage.documents[one]) for one in reading.withdrawn if one in coverage.documents)
    return tuple(dict.fromkeys((*disowned, *taken_back)))


def since_of_figures(coverage: Coverage, points: Iterable[Disagreement]) -> Mapping[tuple[str, Span], tuple[str, ...]]:
    """What became of the figures on which accounts differ, by the words that give them."""
    readings = [reading for point in points if point.kind == "figure" for reading in point.readings]
    told = ((reading, told_since(coverage, reading)) for reading in readings if reading.disowned or reading.withdrawn)
    found = {(one.document, one.span): since for reading, since in told for one in reading.given}
    for place, calling in _called(coverage, {(one.document, one.span) for reading in readings for one in reading.given}):
        found[place] = (*found.get(place, ()), calling)
    return found


def _called(coverage: Coverage, given: Collection[tuple[str, Span]]) -> Iterator[tuple[tuple[str, Span], str]]:
    """What somebody calls a figure in quotation marks, by the words that give the nearest before it: "nine, a figure that an envoy called “early”"."""
    for one in coverage.statements.values():
        words = _CALLED.match(one.content.text) if one.act == "describe" and not one.negated else None
        who = coverage.who(one.speaker)
        if words is None or who is None:
            continue
        start = one.content.spans[0].start
        before = (place for place in given if place[0] == one.document and 0 <= start - place[1].end <= NEAR)
        nearest = max(before, key=lambda place: place[1].end, default=None)
        if nearest is not None:
            yield nearest, f"{who.name} calls it “{words[1].strip()}”"


def _taken_back(coverage: Coverage, notice: Document) -> str:
    return f"{coverage.outlet(notice)} withdrew its report {date_label((notice.published or '').partition('T')[0] or None)}"
