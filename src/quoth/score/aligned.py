"""What a truth file and an export have in common: which document is which, where the truth's words stand, which statement is which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from quoth.records import Span
from quoth.score.names import Names
from quoth.score.spans import find_words, spans_of

Row: TypeAlias = Mapping[str, Any]
Truth: TypeAlias = Mapping[str, Sequence[Row]]
"""Rows by kind, as the files give them."""

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Aligned:
    """The ground that every measure stands on. ``statements`` is filled by ``score.statements.align_statements``."""

    documents: Mapping[str, Row]
    """The exported document of each key of the truth that was found."""
    truth: Truth
    names: Names
    statements: dict[str, Row] = field(default_factory=dict)
    """The exported statement of each statement of the truth that was found, by the truth's key."""

    def keys(self) -> dict[str, str]:
        """Exported identifier → key of the truth."""
        return {row["id"]: key for key, row in self.documents.items()}

    def complete(self, kind: str) -> frozenset[str]:
        """Keys of the found documents of which the truth holds everything of a kind."""
        return frozenset(
            row["document"] for row in self.truth["documents"] if kind in row["complete"] and row["document"] in self.documents
        )

    def within(self, row: Row) -> Span | None:
        """Where the stretch that a row quotes stands in its document's text."""
        document = self.documents.get(row["document"])
        return find_words(document["text"], row["within"]) if document else None

    def place(self, row: Row) -> Span | None:
        """Where the row's own words stand in its document's text."""
        within = self.within(row)
        document = self.documents.get(row["document"])
        return find_words(document["text"], row["words"], nth=row["nth"], within=within) if document and within else None

    def by_document(self, rows: Iterable[Row]) -> dict[str, list[Row]]:
        """Exported rows of the matched documents, by the document's key."""
        keys = self.keys()
        found: dict[str, list[Row]] = {key: [] for key in self.documents}
        for row in rows:
            if row["document"] in keys:
                found[keys[row["document"]]].append(row)
        return found


def pair_up(gold: Sequence[T], found: Sequence[U], weigh: Callable[[T, U], float]) -> list[tuple[int, int]]:
    """Pairs of indices, heaviest first, none used twice; pairs that weigh nothing are left out."""
    weights = [(weigh(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    left, right, pairs = set(range(len(gold))), set(range(len(found))), []
    for weight, i, j in sorted(weights, key=lambda item: (-item[0], item[1], item[2])):
        if weight > 0 and i in left and j in right:
            pairs.append((i, j))
            left.remove(i)
            right.remove(j)
    return pairs


def quote(passage: Row | None) -> str:
    """The words of an exported passage on one line, cut where long, for a list of misses."""
    words = " ".join(passage["text"].split()) if passage else "–"
    return words if len(words) <= 90 else f"{words[:60]} … {words[-25:]}"


def is_optional(row: Row) -> bool:
    """Whether the truth leaves it open if this is found."""
    return bool(row.get("optional"))


def span_of(row: Row) -> Span:
    """The stretch of an exported row that has ``start`` and ``end``."""
    return Span(row["start"], row["end"])


def all_spans(row: Row) -> tuple[Span, ...]:
    """Source, cue and content of an exported statement."""
    return tuple(span for part in ("source", "cue", "content") for span in spans_of(row[part]))
