"""What each piece of evidence is worth for two statements having one main point, or every detail, in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from quoth.lexicon.table import read_table

ANSWERS: tuple[Literal["same", "opposed", "related", "unrelated"], ...] = ("same", "opposed", "related", "unrelated")


Question = Literal["point", "detail"]
TABLES: Mapping[Question, str] = {"point": "sameness", "detail": "sameness_in_detail"}
"""The table of each question: whether the main point is the same, and whether every detail is."""


@dataclass(frozen=True, slots=True)
class Worth:
    """The weights: by piece of evidence one for each of ``ANSWERS``, in log odds."""

    constant: tuple[float, ...]
    evidence: Mapping[str, tuple[float, ...]]


@cache
def sameness_weights(question: Question = "point") -> Worth:
    """The weights with which a question is answered."""
    rows = {row["evidence"]: tuple(float(row[answer]) for answer in ANSWERS) for row in read_table(TABLES[question])}
    return Worth(rows.pop("constant"), rows)
