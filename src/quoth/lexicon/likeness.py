"""What each thing that two documents share is worth as evidence that they tell of one run of events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quoth.lexicon.table import read_table


@cache
def likeness_weights(*, alone: bool = False) -> Mapping[str, float]:
    """The weights of ``likeness.tsv`` by feature, in log odds; ``constant`` is what two documents have that share nothing.

    ``alone``: in a corpus so small that what is nearest to a document says nothing.
    """
    return {row["feature"]: float(row["alone" if alone else "weight"]) for row in read_table("likeness")}
