"""Which documents hold a word, and how much it weighs in each: cosines of one document with all without comparing all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = Mapping[str, float]
Reals: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]

CROWDED = 2000
"""Documents that share a word, from which on it is looked up no more: it tells little, and looking it up would cost the whole corpus."""


class Index:
    """Vectors of length one by their words."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        held: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for number, vector in enumerate(vectors):
            for word, weight in vector.items():
                held[word][0].append(number)
                held[word][1].append(weight)
        self.size = len(vectors)
        self._held = {
            word: (np.array(numbers, dtype=np.int64), np.array(weights))
            for word, (numbers, weights) in held.items()
            if 1 < len(numbers) <= CROWDED
        }

    def cosines(self, vector: Vector) -> Reals:
        """With each document, by its number; 0 where no word is shared."""
        found = [(weight, self._held[word]) for word, weight in vector.items() if word in self._held]
        if not found:
            return np.zeros(self.size)
        numbers = np.concatenate([numbers for _, (numbers, _) in found])
        products = np.concatenate([weight * weights for weight, (_, weights) in found])
        return np.asarray(np.bincount(numbers, weights=products, minlength=self.size), dtype=np.float64)


def unit(weights: Mapping[str, float], *, kept: int | None = None) -> dict[str, float]:
    """The heaviest ``kept`` of the words, or all, as a vector of length one."""
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:kept]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {word: weight / length for word, weight in heaviest if weight > 0.0}
