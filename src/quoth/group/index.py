"""Vectors of words, and the cosines of many of them with many others at once.

Weights are whole multiples of ``GRAIN``, so that sums of them and of their products are exact: the same whatever is summed first, and
whichever other vectors are at hand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain, repeat
from math import sqrt
from operator import neg
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Vector: TypeAlias = Mapping[str, float]
Reals: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]

GRAIN = 2.0**-16
"""Weights are rounded to multiples of it."""


class Index:
    """Vectors in rows, their words in columns."""

    def __init__(self, vectors: Sequence[Mapping[str, float] | Collection[str]]) -> None:
        """``vectors``; of bare words each weighs 1."""
        words = list(chain.from_iterable(vectors))
        columns = {word: column for column, word in enumerate(dict.fromkeys(words))}
        found = np.fromiter(map(columns.__getitem__, words), np.int64, len(words))
        each = (vector.values() if isinstance(vector, Mapping) else repeat(1.0, len(vector)) for vector in vectors)
        weights = np.fromiter(chain.from_iterable(each), np.float64, len(words))
        ends = np.cumsum([0, *map(len, vectors)], dtype=np.int64)
        self._rows = csr_matrix((weights, found, ends), shape=(len(vectors), max(1, len(columns))))

    def products(self, rows: Numbers, others: Numbers) -> Reals:
        """Of each of some vectors with each of others: for those of length one, their cosines."""
        return np.asarray((self._rows[rows] @ self._rows[others].T).toarray(), np.float64)


def unit(weights: Mapping[str, float], *, kept: int | None = None) -> dict[str, float]:
    """The heaviest ``kept`` of the words, or all, as a vector of length one."""
    heaviest = sorted(zip(map(neg, weights.values()), weights, strict=True))[:kept]
    length = sqrt(sum([weight * weight for weight, _ in heaviest])) or 1.0
    return {word: grains * GRAIN for weight, word in heaviest if (grains := round(-weight / length / GRAIN)) > 0}
