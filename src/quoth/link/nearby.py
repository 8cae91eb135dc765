"""Which of many statements lie nearest to one, by the vectors that the statement encoder gives them."""

from __future__ import annotations

import numpy as np

from quoth.language.encoder.reader import SIZE, Vectors

NEAREST = 8
"""Statements that are found at most."""
LEAST = 0.5
"""Nearness (cosine) from which on one is found."""

DIGITS = 4
"""Decimals of nearness that count: the last bits of a product depend on the machine."""


class Nearby:
    """Vectors with the number of the draft that each belongs to; room for more is doubled as it fills."""

    def __init__(self) -> None:
        self._vectors = np.zeros((16, SIZE), np.float32)
        self._numbers: list[int] = []

    def add(self, vector: Vectors, number: int) -> None:
        """Keep a vector."""
        if len(self._numbers) == len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        self._vectors[len(self._numbers)] = vector
        self._numbers.append(number)

    def find(self, vector: Vectors) -> set[int]:
        """The numbers of those that lie nearest, at most ``NEAREST`` vectors, none farther than ``LEAST``; of equally near ones those that were kept first."""
        near = np.round(self._vectors[: len(self._numbers)] @ vector, DIGITS)
        found = np.flatnonzero(near >= LEAST)
        most = found[np.argsort(-near[found], kind="stable")[:NEAREST]]
        return {self._numbers[place] for place in most}
