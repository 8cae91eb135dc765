"""Which texts are worth comparing: those that share fingerprints. Never all with all.

The bearers of one fingerprint stand in a fixed order, and each meets those next to it: ``NEAR`` on either side, one where more than
``CROWD`` bear it. So what a fingerprint costs grows with its bearers, not with their square; who meets whom depends on which documents
there are and not on when they came; and a new bearer parts only those between whom it comes to stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quoth.link.passages import NONE, Common, within
from quoth.link.shingles import Flags, Marks
from quoth.link.sketches import OWNER

NEAR = 12
"""Bearers before and after in the order whom each meets: up to thirteen texts of one story are compared each with each."""
CROWD = 256
"""Bearers from which on a fingerprint tells little: then each meets one before and one after it only."""
MANY = 5
"""Outlets that print a fingerprint, from which on it is no evidence of copying between any two of them."""
WEIGHT, WEIGHT_PRINTED = 5, 2
"""What a fingerprint counts by which two texts meet, and one that many outlets print: sharing nothing but a quotation is not enough."""
LEAST_SHARED = 0.04
"""What two texts met by, as a share of what all fingerprints of the shorter count, from which they are compared."""
LEAST_SHARED_OWN = 0.25
"""The same within one outlet."""

Numbers = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int64]


def meetings(marks: Marks, numbers: Numbers, *, printed: Marks) -> tuple[Numbers, Numbers, Counts]:
    """Who meets whom, once for each fingerprint by which they do, and what that counts. ``marks`` are sorted, and ``numbers`` within each
    mark; ``printed`` (sorted) are those that many outlets print."""
    several = _several(marks)
    marks, numbers = marks[several], numbers[several]
    few = np.repeat(*_few_or_crowd(marks))
    weights = np.where(within(marks, printed), WEIGHT_PRINTED, WEIGHT)
    met = [(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for step in range(1, NEAR + 1):
        same = marks[step:] == marks[:-step]
        if step > 1:
            same &= few[step:]
        met.append((numbers[:-step][same], numbers[step:][same], weights[step:][same]))
    first, second, weight = (np.concatenate(each) for each in zip(*met, strict=True))
    return first, second, weight


def _several(marks: Marks) -> Flags:
    """Where a mark stands beside another of its value."""
    same = marks[1:] == marks[:-1]
    return np.concatenate((same, [False])) | np.concatenate(([False], same)) if len(marks) else np.zeros(0, np.bool_)


def _few_or_crowd(marks: Marks) -> tuple[Flags, Counts]:
    """For each mark in turn whether few bear it, and how many."""
    counts = (
        np.diff(np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1], [True])))) if len(marks) else np.zeros(0, np.int64)
    )
    return counts <= CROWD, counts


def find_common(marks: Marks, bearers: Numbers) -> Common:
    """The fingerprints that ``MANY`` outlets print, and those of crowds. ``marks`` are sorted, and ``bearers`` within each mark."""
    several = _several(marks)
    marks, owners = marks[several], bearers[several] >> OWNER
    if not len(marks):
        return NONE
    begins = np.concatenate(([True], marks[1:] != marks[:-1]))
    fresh = begins | np.concatenate(([True], owners[1:] != owners[:-1]))
    places = np.flatnonzero(begins)
    printed = np.add.reduceat(fresh.astype(np.int64), places) >= MANY
    crowded = np.diff(np.concatenate((places, [len(marks)]))) > CROWD
    return Common(marks[places[printed]], marks[places[crowded]])


def enough(met: Counts, shorter: Counts, same_owner: Flags) -> Flags:
    """Whether two texts that meet by what counts ``met`` are worth comparing; ``shorter``: fingerprints of that which has fewer."""
    return np.asarray(met >= np.where(same_owner, LEAST_SHARED_OWN, LEAST_SHARED) * (WEIGHT * shorter), np.bool_)


def is_enough(met: int, shorter: int, *, same_owner: bool) -> bool:
    """``enough`` for one pair."""
    return met > 0 and met >= (LEAST_SHARED_OWN if same_owner else LEAST_SHARED) * (WEIGHT * shorter)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The bearers of a fingerprint around one of them, in order: all, or the next ``CROWD`` and more on either side."""

    mark: int
    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def bearers(self) -> int:
        """How many, the one in the middle left out; no more than are told of."""
        return len(self.before) + len(self.after)

    def met(self) -> Iterator[int]:
        """Whom the one in the middle meets."""
        near = _near(self.bearers + 1)
        yield from self.before[-near:]
        yield from self.after[:near]

    def parted(self) -> Iterator[tuple[int, int]]:
        """Who met before the one in the middle came between, and may meet no more."""
        row, place, near = (*self.before, *self.after), len(self.before), _near(self.bearers)
        if near > 1 and _near(self.bearers + 1) == 1:
            yield from ((row[first], row[first + step]) for step in range(1, near + 1) for first in range(len(row) - step))
        else:
            yield from (
                (row[first], row[first + near])
                for first in range(max(0, place - near), place)
                if first + near in range(place, len(row))
            )

    def owners(self, *others: int) -> int:
        """How many outlets those told of belong to, ``others`` with them."""
        return len({bearer >> OWNER for bearer in (*self.before, *self.after, *others)})


def _near(bearers: int) -> int:
    return NEAR if bearers <= CROWD else 1


def count_met(neighbours: Sequence[Neighbours], *, printed: AbstractSet[int]) -> Counter[int]:
    """Whom the one in the middle meets, and what that counts."""
    met: Counter[int] = Counter()
    for one in neighbours:
        weight = WEIGHT_PRINTED if one.mark in printed else WEIGHT
        for bearer in one.met():
            met[bearer] += weight
    return met
