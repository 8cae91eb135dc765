"""Words that tell how somebody stands to what is said, where the verb of saying does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from quoth.lexicon.table import read_table

Posture = Literal[
    "refusal", "ignorance", "hedge", "evidential", "doubt", "effort", "unknowing", "negation", "dismissal",
    "telling", "rejecting", "rejected", "untrue", "unbelieving",
]  # fmt: skip


@cache
def postures() -> Mapping[Posture, re.Pattern[str]]:
    """The words of each posture of ``postures.tsv`` as one expression."""
    found: dict[Posture, list[str]] = {}
    for row in read_table("postures"):
        found.setdefault(cast("Posture", row["posture"]), []).append(row["pattern"])
    return {name: re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE) for name, patterns in found.items()}
