"""Stances of parties on claims against labels: passages of real articles, claims in the labellers' own words (``quality/claims``).

That a passage is about its claim is given, as it is to whoever labels it; what is measured is the stance. Beside it stand the commonest
label and the label of the passage that shares most words, both from the half that is tuned on.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quoth.errors import UsageError
from quoth.records import Findings, Span, Statement
from quoth.score.labels import Split

_WORD = re.compile(r"\w+")
_CONTENT = 4
"""Letters from which on a word counts as one of content."""


@dataclass(frozen=True, slots=True)
class LabelledStance:
    """Where a party stands on a claim in a passage."""

    name: str
    group: str
    split: Split
    document: str
    sha256: str
    at: Span
    claim: str
    by: Span | None
    """The words for the party; None where the outlet itself speaks."""
    label: str


@dataclass(frozen=True, slots=True)
class Article:
    """A named text, as ``score.articles`` wants it."""

    name: str
    sha256: str


def load_stances(path: Path) -> tuple[LabelledStance, ...]:
    """The labelled stances of a file. Raises ``UsageError`` where it is missing or a line is not as described."""
    return tuple(_stance(row) for row in read_rows(path))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of labels. Raises ``UsageError`` where it is missing or no JSON Lines."""
    if not path.is_file():
        raise UsageError(f"No labels at {path}. Expected the files that quality/claims/README.md describes.")
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except json.JSONDecodeError as error:
        raise UsageError(f"{path} is not JSON Lines ({error.msg}). Put the file back as it was.") from error


def _stance(row: Mapping[str, Any]) -> LabelledStance:
    by = None if row["outlet_speaks"] or not row.get("by") else Span(*row["by"])
    return LabelledStance(
        row["id"], row["group"], row["split"], row["doc"], row["sha256"][row["doc"]], Span(*row["at"]), row["claim"], by, row["label"]
    )  # fmt: skip


def within(at: Span, statements: Iterable[Statement]) -> list[Statement]:
    """The statements whose content or cue stands in a passage, at least in part."""
    return [each for each in statements if any(_meets(span, at) for span in (*each.content.spans, *each.cue.spans))]


def of_party(one: LabelledStance, text: str, findings: Findings) -> list[Statement]:
    """Those of them that the party makes: by its own words as source, or as speaker."""
    if one.by is None:
        return []
    by, words = one.by, stems(text[slice(*one.by)])
    own = {
        referent.id
        for referent in findings.referents
        if any(_meets(mention.span, by) or stems(mention.text) & words for mention in referent.mentions)
    }
    return [
        each
        for each in within(one.at, findings.statements)
        if each.speaker in own or (each.source is not None and any(_meets(span, by) for span in each.source.spans))
    ]


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def stems(text: str) -> frozenset[str]:
    """Words of content, by their first letters, so that forms of one word meet."""
    return frozenset(word[:5] for word in _WORD.findall(text.lower()) if len(word) >= _CONTENT)


Judge = Callable[[LabelledStance], str]


def accuracy(labels: Sequence[LabelledStance], judge: Judge) -> float:
    """The share of labels that are found."""
    return sum(judge(one) == one.label for one in labels) / len(labels) if labels else 0.0


def commonest(tuned: Sequence[LabelledStance]) -> Judge:
    """Always the commonest label of the half that is tuned on."""
    label = Counter(one.label for one in tuned).most_common(1)[0][0]
    return lambda _: label


def most_alike(tuned: Sequence[LabelledStance], texts: Mapping[str, str]) -> Judge:
    """The label of the passage of the tuned half that shares most words; never its own."""
    bags = {one.name: stems(texts[one.document][slice(*one.at)]) for one in tuned}

    def judge(one: LabelledStance) -> str:
        words = stems(texts[one.document][slice(*one.at)])
        others = [other for other in tuned if other.name != one.name]
        return max(
            others, key=lambda other: (len(words & bags[other.name]) / max(1, len(words | bags[other.name])), other.name)
        ).label

    return judge


def confusion(labels: Sequence[LabelledStance], judge: Judge) -> Iterable[str]:
    """How often each label was found as which, as a table's lines."""
    counts = Counter((one.label, judge(one)) for one in labels)
    yield "label     found     times"
    yield from (f"{label:<10}{found:<10}{times:>5}" for (label, found), times in sorted(counts.items()))
