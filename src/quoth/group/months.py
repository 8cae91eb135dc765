"""What the months that two groups of documents name say against their telling of one run of events.

Two offers to one player and two elections of one country have the same words and names; what parts them is that some tell of December and others of
July. One document says little: it may look back. Where several agree, they name their own time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import log, sqrt

from quoth.group.growing import Sum
from quoth.group.index import Vector, unit

MEMBERS = 3
"""Documents of a group from which on its months are held against it."""
AGREED = 1.0
"""How much agreement counts half: the lengths of two groups' sums, multiplied. Of documents that name other months each, the sums stay short."""
BESIDE = 0.5
"""Share of a month that the one before and the one after have with it: what happens at a month's end is told of in the next."""
YEAR = 12


def find_months(dates: Mapping[str, int]) -> Vector:
    """The months of the year among the dates of ``find_dates``, as a vector of length one; empty where none is named."""
    found: dict[str, float] = defaultdict(float)
    for name, count in dates.items():
        month = name.removeprefix("month:")
        if month.isdigit():
            weight = 1.0 + log(count)
            for step, share in ((0, 1.0), (1, BESIDE), (-1, BESIDE)):
                found[str((int(month) - 1 + step) % YEAR + 1)] += share * weight
    return unit(found)


def clash(some: Sum, others: Sum) -> float:
    """How far the months of two groups are others, 0 to 1; 0 where either names none."""
    agreed = sqrt(max(some.square, 0.0) * max(others.square, 0.0))
    return max(0.0, agreed - some.shared(others)) / (agreed + AGREED)
