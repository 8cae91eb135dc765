"""What sets two statements apart: the words in which it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["same", "opposed", "related", "unrelated"]
Entails = Literal["both", "first", "second", "neither"]
Apart = Literal[
    "shut out", "assertion", "alone", "force", "time", "number", "roles", "contrast", "party", "amount", "polarity", "clause", "kind",
    "moment", "thing", "list", "part", "place", "scope",
]  # fmt: skip
"""What sets two statements apart."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that sets two statements apart."""

    relation: Relation
    why: str
    entails: Entails = "neither"
    by: Apart = "thing"


PLACES = frozenset(
    [
        "in",
        "at",
        "on",
        "near",
        "off",
        "from",
        "to",
        "into",
        "between",
        "above",
        "below",
        "beyond",
        "outside",
        "inside",
        "under",
        "over",
        "across",
        "along",
        "behind",
        "beside",
        "through",
        "towards",
    ]
)
