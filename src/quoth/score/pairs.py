"""Pairs of statements with what they are to each other: written minimal pairs, passages of real articles, and the captions of SICK.

Here are the labels and the counting; what compares the pairs is handed in. Baselines take their threshold from the half that may be tuned on.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from quoth.errors import UsageError
from quoth.records import Span
from quoth.score.polnear import Count

Relation = Literal["same", "opposed", "related", "unrelated"]
Split = Literal["tune", "keep"]
RELATIONS: tuple[Relation, ...] = ("same", "opposed", "related", "unrelated")
SICK_LABELS: Mapping[str, Relation] = {"ENTAILMENT": "same", "CONTRADICTION": "opposed", "NEUTRAL": "related"}

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Written:
    """A statement written for quoth."""

    text: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of an article."""

    document: str
    sha256: str
    span: Span


@dataclass(frozen=True, slots=True)
class WrittenPair:
    """A minimal pair: two written statements that differ in little beside what its kind is about."""

    id: str
    kind: str
    first: Written
    second: Written
    relation: Relation
    split: Split


@dataclass(frozen=True, slots=True)
class QuotedPair:
    """Two passages of real articles about one event."""

    id: str
    group: str
    first: Quoted
    second: Quoted
    relation: Relation
    split: Split


def load_written(path: Path) -> tuple[WrittenPair, ...]:
    """The minimal pairs of a file, as ``quality/pairs/README.md`` describes it. Raises ``UsageError`` where it is not of that form."""
    return tuple(
        WrittenPair(row["id"], row["kind"], _written(row["a"]), _written(row["b"]), row["relation"], row["split"])
        for row in _rows(path)
    )


def _written(row: Mapping[str, Any]) -> Written:
    return Written(row["text"], row["published"])


def load_quoted(path: Path) -> tuple[QuotedPair, ...]:
    """The passage pairs of a file, as ``quality/claims/README.md`` describes it. Raises ``UsageError`` where it is not of that form."""
    return tuple(
        QuotedPair(row["id"], row["group"], _quoted(row, "a"), _quoted(row, "b"), row["label"], row["split"]) for row in _rows(path)
    )


def _quoted(row: Mapping[str, Any], side: str) -> Quoted:
    name = row[side]["doc"]
    return Quoted(name, row["sha256"][name], Span(*row[side]["at"]))


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, json.JSONDecodeError) as error:
        raise UsageError(
            f"The labelled pairs at {path} could not be read ({error}). Put the file of this version there."
        ) from error


def load_sick(path: Path) -> tuple[tuple[str, str, Relation], ...]:
    """Both sentences and the relation of each pair of a file of SICK (Marelli et al. 2014). Raises ``UsageError`` where it is missing."""
    if not path.is_file():
        raise UsageError(f"SICK is not at {path}. Put the news data there, or name its folder with QUOTH_DATA.")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple((row["sentence_A"], row["sentence_B"], SICK_LABELS[row["entailment_judgment"]]) for row in rows)


def accuracy_by_kind(pairs: Iterable[WrittenPair], found: Mapping[str, Relation]) -> dict[str, float]:
    """Share of pairs answered rightly, by kind and, as ``all``, of all; ``found`` by identifier."""
    right, seen = Counter[str](), Counter[str]()
    for pair in pairs:
        for name in (pair.kind, "all"):
            seen[name] += 1
            right[name] += found[pair.id] == pair.relation
    return {name: right[name] / seen[name] for name in seen}


def count_relation(gold: Iterable[Relation], found: Iterable[Relation], relation: Relation) -> Count:
    """How often ``relation`` was found where it is and where it is not."""
    count = Count()
    for true, answer in zip(gold, found, strict=True):
        count += Count(true == relation == answer, answer == relation, true == relation)
    return count


def confusion(gold: Iterable[Relation], found: Iterable[Relation]) -> Iterator[str]:
    """A table of what was found of what, a line a true relation."""
    counts = Counter(zip(gold, found, strict=True))
    yield f"{'':12}" + "".join(f"{relation:>12}" for relation in RELATIONS)
    for true in RELATIONS:
        yield f"{true:12}" + "".join(f"{counts[true, answer]:>12}" for answer in RELATIONS)


def overlap(first: str, second: str) -> float:
    """Share of the words of both texts that both have."""
    mine, theirs = (set(_WORD.findall(text.lower())) for text in (first, second))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def best_threshold(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """The score from which on taking pairs for positive gives the best F1; above all scores where there is none."""
    if not any(positive):
        return float("inf")
    return max(sorted(set(scores)), key=lambda least: _f1(scores, positive, least))


def _f1(scores: Sequence[float], positive: Sequence[bool], least: float) -> float:
    taken = [score >= least for score in scores]
    hits = sum(map(lambda one, true: one and true, taken, positive))
    return 2 * hits / (sum(taken) + sum(positive))


def by_threshold(
    texts: Sequence[tuple[str, str]], tuned: Sequence[bool], positive: Sequence[bool], score: Callable[[str, str], float]
) -> list[bool]:
    """Which pairs a score alone takes for positive, its threshold chosen on those that are ``tuned``."""
    scores = [score(*pair) for pair in texts]
    chosen = [place for place, free in enumerate(tuned) if free]
    least = best_threshold([scores[place] for place in chosen], [positive[place] for place in chosen])
    return [each >= least for each in scores]
