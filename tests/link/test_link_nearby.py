from __future__ import annotations

import numpy as np
import pytest

from quoth.language.encoder.reader import SIZE, Vectors
from quoth.link.nearby import LEAST, NEAREST, Nearby


def at(share: float) -> Vectors:
    """A vector whose nearness to the first axis is ``share``."""
    vector = np.zeros(SIZE, np.float32)
    vector[:2] = share, np.sqrt(1 - share**2)
    return vector


def test_nothing_is_near_where_nothing_is_kept() -> None:
    assert Nearby().find(at(1.0)) == set()


@pytest.mark.parametrize(("share", "found"), [(LEAST + 0.01, {7}), (LEAST - 0.01, set())])
def test_only_what_is_near_enough_is_found(share: float, found: set[int]) -> None:
    kept = Nearby()
    kept.add(at(share), 7)
    assert kept.find(at(1.0)) == found


def test_the_nearest_are_found_among_many() -> None:
    kept = Nearby()
    for number in range(40):
        kept.add(at(0.6 + number / 100), number)
    assert kept.find(at(1.0)) == set(range(40 - NEAREST, 40))


def test_one_draft_is_found_once_by_all_its_vectors() -> None:
    kept = Nearby()
    for _ in range(3):
        kept.add(at(0.9), 4)
    assert kept.find(at(1.0)) == {4}


def test_of_equally_near_ones_those_kept_first_are_found() -> None:
    kept = Nearby()
    for number in range(3 * NEAREST):
        kept.add(at(0.9), number)
    assert kept.find(at(1.0)) == set(range(NEAREST))
