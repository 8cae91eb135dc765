"""Points on which accounts differ, against labelled candidates with near misses (``quality/claims``): pairs of passages.

Beside what is found stand two baselines, each with its best threshold on the half that is tuned on: passages that share many words and
have different numbers, and passages that share many words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quoth.records import Span
from quoth.score.labels import Split
from quoth.score.polnear import Count
from quoth.score.stances import read_rows, stems

_NUMBER = re.compile(r"\d[\d.,]*")
THRESHOLDS = tuple(step / 20 for step in range(1, 16))


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of an article."""

    document: str
    sha256: str
    at: Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two passages that may differ on a point."""

    name: str
    split: Split
    first: Place
    second: Place
    differs: bool
    kinds: tuple[str, ...]
    why: str | None
    """Why they do not, where they do not."""


def load_candidates(path: Path) -> tuple[Candidate, ...]:
    """The labelled candidates of a file. Raises ``UsageError`` where it is missing or no JSON Lines."""
    return tuple(_candidate(row) for row in read_rows(path))


def _candidate(row: Mapping[str, Any]) -> Candidate:
    first, second = (Place(row[key]["doc"], row["sha256"][row[key]["doc"]], Span(*row[key]["at"])) for key in ("a", "b"))
    return Candidate(row["id"], row["split"], first, second, row["label"] == "yes", tuple(row.get("kind") or ()), row.get("why"))


Judge = Callable[[Candidate], str | None]
"""The kind of point on which a candidate's passages are found to differ; None for none."""


def count_found(candidates: Iterable[Candidate], judge: Judge) -> Count:
    """How many points are found, and how many of these are right."""
    pairs = [(one.differs, judge(one) is not None) for one in candidates]
    return Count(sum(real and found for real, found in pairs), sum(found for _, found in pairs), sum(real for real, _ in pairs))


def by_words(texts: Mapping[str, str], tuned: Sequence[Candidate], *, numbers: bool) -> Judge:
    """Passages that share many words (and, with ``numbers``, have numbers that differ), at the best threshold on ``tuned``."""

    def judge_at(least: float) -> Judge:
        def judge(one: Candidate) -> str | None:
            mine, theirs = (texts[place.document][slice(*place.at)] for place in (one.first, one.second))
            both = stems(mine) | stems(theirs)
            alike = len(stems(mine) & stems(theirs)) / max(1, len(both))
            told = set(_NUMBER.findall(mine)), set(_NUMBER.findall(theirs))
            apart = bool(told[0]) and bool(told[1]) and told[0].isdisjoint(told[1])
            return "figure" if alike >= least and (apart or not numbers) else None

        return judge

    return max((judge_at(least) for least in THRESHOLDS), key=lambda judge: count_found(tuned, judge).f1)


def misses(candidates: Iterable[Candidate], judge: Judge) -> Iterator[str]:
    """What is found wrongly and what is not found, by kind and by why not, as a table's lines."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in candidates:
        found = judge(one) is not None
        if found != one.differs:
            counts["missed" if one.differs else "wrong", ", ".join(one.kinds) or (one.why or "")] += 1
    yield from (f"{what:<8}{kind:<20}{times:>5}" for (what, kind), times in sorted(counts.items()))
