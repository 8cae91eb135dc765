"""Words by which an answer tells what it answers, and whether it is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from quoth.lexicon.table import read_table

Answering = Literal[
    "named",
    "several",
    "giving",
    "unsaid",
    "received",
    "meant",
    "said",
    "turned down",
    "blame",
    "unmade",
    "possible",
    "believing",
    "asking",
    "not so",
    "nothing of",
    "none of it",
]


@cache
def answering() -> Mapping[Answering, re.Pattern[str]]:
    """The words of each kind of ``answering.tsv`` as one expression."""
    found: dict[Answering, list[str]] = {}
    for row in read_table("answering"):
        found.setdefault(cast("Answering", row["answering"]), []).append(row["pattern"])
    return {name: re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE) for name, patterns in found.items()}
