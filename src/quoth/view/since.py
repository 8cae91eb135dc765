"""What became of a value since it was given: who denies having given it, which outlet took its article back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quoth.records import Disagreement, Document, Reading, Span
from quoth.view.coverage import Coverage, outlet_name
from quoth.view.dates import date_label


def documents_of(reading: Reading) -> tuple[str, ...]:
    """The documents that a value's row needs: those that give it, and those that say what became of it."""
    return (*reading.documents, *reading.withdrawn, *(one.document for one in reading.disowned))


def told_since(coverage: Coverage, reading: Reading) -> tuple[str, ...]:
    """What became of a value, in words, by what is shown."""
    said = (found for one in reading.disowned if (found := coverage.statements.get(one.statement or "")))
    disowned = (f"{who.name} denies having given it" for one in said if (who := coverage.who(one.speaker)))
    taken_back = (_taken_back(coverage.documents[one]) for one in reading.withdrawn if one in coverage.documents)
    return tuple(dict.fromkeys((*disowned, *taken_back)))


def since_of_figures(coverage: Coverage, points: Iterable[Disagreement]) -> Mapping[tuple[str, Span], tuple[str, ...]]:
    """What became of the figures on which accounts differ, by the words that give them."""
    readings = (reading for point in points if point.kind == "figure" for reading in point.readings)
    told = ((reading, told_since(coverage, reading)) for reading in readings if reading.disowned or reading.withdrawn)
    return {(one.document, one.span): since for reading, since in told for one in reading.given}


def _taken_back(notice: Document) -> str:
    return f"{outlet_name(notice)} withdrew its report {date_label((notice.published or '').partition('T')[0] or None)}"
