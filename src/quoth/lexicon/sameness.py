"""What each piece of evidence is worth for two statements having one main point, opposed ones, or others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from quoth.lexicon.table import read_table

ANSWERS: tuple[Literal["same", "opposed", "related", "unrelated"], ...] = ("same", "opposed", "related", "unrelated")


@dataclass(frozen=True, slots=True)
class Worth:
    """The weights: by piece of evidence one for each of ``ANSWERS``, in log odds."""

    constant: tuple[float, ...]
    evidence: Mapping[str, tuple[float, ...]]


@cache
def sameness_weights() -> Worth:
    """The weights of ``sameness.tsv``."""
    rows = {row["evidence"]: tuple(float(row[answer]) for answer in ANSWERS) for row in read_table("sameness")}
    return Worth(rows.pop("constant"), rows)
