"""What each piece of evidence is worth for two statements of a story restating one claim."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from quoth.lexicon.table import read_table

Reading: TypeAlias = Literal["near", "far"]
CONSTANT = "constant"


@cache
def restating_weights(reading: Reading) -> Mapping[str, float]:
    """The weights of ``restating.tsv`` in log odds, with the constant among them: where it is known how ``near`` the statement encoder places the
    two, and where it was not asked (``far``)."""
    return {row["evidence"]: float(row[reading]) for row in read_table("restating") if row[reading]}
