"""Vectors of words, and the cosines of many of them with many others at once.

Weights are whole multiples of ``GRAIN``, so that sums of them and of their products are exact: the same whatever is summed first, and
whichever other vectors are at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
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

    def __init__(self, vectors: Sequence[Mapping[str, float] | Iterable[str]]) -> None:
        """``vectors``; of bare words each weighs 1."""
        columns: dict[str, int] = {}
        ends, found, weights = [0], list[int](), list[float]()
        for vector in vectors:
            found += [columns.setdefault(word, len(columns)) for word in vector]
            weights += vector.values() if isinstance(vector, Mapping) else [1.0] * (len(found) - ends[-1])
            ends.append(len(found))
        shape = (len(vectors), max(1, len(columns)))
        self._rows = csr_matrix((np.array(weights, np.float64), np.array(found, np.int64), np.array(ends, np.int64)), shape=shape)

    def products(self, rows: Numbers, others: Numbers) -> Reals:
        """Of each of some vectors with each of others: for those of length one, their cosines."""
        return np.asarray((self._rows[rows] @ self._rows[others].T).toarray(), np.float64)


def unit(weights: Mapping[str, float], *, kept: int | None = None) -> dict[str, float]:
    """The heaviest ``kept`` of the words, or all, as a vector of length one."""
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:kept]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    rounded = ((word, round(weight / length / GRAIN) * GRAIN) for word, weight in heaviest)
    return {word: weight for word, weight in rounded if weight > 0.0}
