"""Copies against a list of pairs that share long passages, what was judged of edges outside it, and who gave to whom."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import UsageError
from quoth.records import Copy

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class CopyGold:
    """What is known of pairs of documents, by the identifiers that the input gave them."""

    listed: frozenset[Pair]
    judged: Mapping[Pair, bool]
    """Pairs that were read by eye: whether one took from the other, or both from one source. Outranks the list."""
    givers: Mapping[Pair, str]
    """Who gave, where credits, datelines or by-lines tell."""


@dataclass(frozen=True, slots=True)
class CopyScore:
    """How edges between outlets agree with what is known."""

    recall: float
    """Of the listed pairs, found."""
    precision: float
    """Of the edges, listed or judged to be copies; one that nobody judged counts as wrong."""
    precision_listed: float
    """Of the edges, listed."""
    apart: float
    """Of the pairs judged to be none, kept apart."""
    direction_right: float
    """Of the edges whose giver is known and whose direction was decided, right."""
    direction_decided: float
    """Of the edges whose giver is known, decided and right."""
    unjudged: tuple[Pair, ...]


def load_copies(listed: Path, judgements: Path) -> CopyGold:
    """The list (``pairs.tsv``), and ``judged.jsonl`` and ``directions.jsonl`` of a folder. Raises ``UsageError`` where one is missing."""
    for path in (listed, judgements / "judged.jsonl", judgements / "directions.jsonl"):
        if not path.is_file():
            raise UsageError(f"{path} is missing. Copies are scored against it; set QUOTH_DATA to the folder of news data.")
    with listed.open(encoding="utf-8", newline="") as lines:
        pairs = frozenset(frozenset((row["id_a"], row["id_b"])) for row in csv.DictReader(lines, delimiter="\t"))
    judged = {_pair(row): bool(row["copy"]) for row in _rows(judgements / "judged.jsonl")}
    givers = {_pair(row): str(row["giver"]) for row in _rows(judgements / "directions.jsonl") if row["giver"] is not None}
    return CopyGold(pairs, judged, givers)


def _rows(path: Path) -> Iterator[dict[str, object]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _pair(row: Mapping[str, object]) -> Pair:
    return frozenset((str(row["a"]), str(row["b"])))


def score_copies(edges: Iterable[Copy], gold: CopyGold, *, name_of: Mapping[str, str], outlet_of: Mapping[str, str]) -> CopyScore:
    """The score of edges of shared text. ``name_of``: the input's identifier of each document; ``outlet_of``: its outlet."""
    found = {
        frozenset((name_of[edge.copy], name_of[edge.source])): edge
        for edge in edges
        if edge.kind != "citation" and outlet_of[edge.copy] != outlet_of[edge.source]
    }
    right = [pair for pair in found if gold.judged.get(pair, pair in gold.listed)]
    none = [pair for pair, copy in gold.judged.items() if not copy]
    known = [(found[pair], giver) for pair, giver in gold.givers.items() if pair in found]
    decided = [(edge, giver) for edge, giver in known if edge.decided]
    given = sum(name_of[edge.source] == giver for edge, giver in decided)
    return CopyScore(
        recall=_share(len(gold.listed & found.keys()), len(gold.listed)),
        precision=_share(len(right), len(found)),
        precision_listed=_share(len(gold.listed & found.keys()), len(found)),
        apart=1 - sum(pair in found for pair in none) / len(none) if none else 1.0,
        direction_right=_share(given, len(decided)),
        direction_decided=_share(given, len(known)),
        unjudged=tuple(pair for pair in found if pair not in gold.listed and pair not in gold.judged),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
