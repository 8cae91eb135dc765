"""Pairs of statements as linking meets them, labelled as one claim or two, and how many of them linking joins rightly.

A line stands for as many pairs of the ledgers that it was drawn from as it says: likely pairs were drawn more often than unlikely ones.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quoth.errors import UsageError
from quoth.records import Span, Statement
from quoth.score.pairs import Quoted, QuotedPair, Split

HALF = 0.5
"""Share of a passage that a content must cover, and of the content that must stand in it, to be what the passage says."""


@dataclass(frozen=True, slots=True)
class JoinedPair:
    """Two statements of a story."""

    id: str
    group: str
    first: Quoted
    second: Quoted
    one: bool
    """Whether they are one claim, affirmed or denied."""
    pairs: float
    """How many pairs it stands for."""
    split: Split


@dataclass(frozen=True, slots=True)
class Joining:
    """What linking joined of labelled pairs, each counted as often as it stands for."""

    right: float
    joined: float
    one: float

    @property
    def precision(self) -> float:
        """Share of the joined pairs that are one claim."""
        return self.right / self.joined if self.joined else 0.0

    @property
    def recall(self) -> float:
        """Share of the pairs that are one claim that are joined."""
        return self.right / self.one if self.one else 0.0


def load_joined(path: Path) -> tuple[JoinedPair, ...]:
    """The pairs of a file, as ``quality/claims/README.md`` describes it. Raises ``UsageError`` where it is not of that form."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return tuple(_pair(row) for row in rows)
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(
            f"The labelled pairs at {path} could not be read ({error!r}). Put the file of this version there."
        ) from error


def _pair(row: Mapping[str, Any]) -> JoinedPair:
    first, second = (Quoted(row[side]["doc"], row["sha256"][row[side]["doc"]], Span(*row[side]["at"])) for side in "ab")
    return JoinedPair(row["id"], row["group"], first, second, row["label"] == "one", float(row["pairs"]), row["split"])


def as_joined(pair: QuotedPair) -> JoinedPair:
    """A pair of passages as one that stands for itself: the same and the opposed are one claim."""
    return JoinedPair(pair.id, pair.group, pair.first, pair.second, pair.relation in {"same", "opposed"}, 1.0, pair.split)


def count_joined(pairs: Iterable[JoinedPair], joined: Collection[str]) -> Joining:
    """What of these pairs is joined; ``joined`` by identifier."""
    counted = [(pair.pairs, pair.one, pair.id in joined) for pair in pairs]
    return Joining(
        sum(number for number, one, met in counted if one and met),
        sum(number for number, _, met in counted if met),
        sum(number for number, one, _ in counted if one),
    )


def said_in(at: Span, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements that a passage makes: those whose content it mostly is."""
    for statement in statements:
        inside = sum(max(0, min(end, at.end) - max(start, at.start)) for start, end in statement.content.spans)
        whole = sum(end - start for start, end in statement.content.spans)
        if whole and inside >= HALF * whole and inside >= HALF * (at.end - at.start):
            yield statement
