from __future__ import annotations

from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.score.clusterings import compare, compare_pairs

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}
FOUND = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y", "f": "z"}


def test_the_measures_of_a_worked_example() -> None:
    one = compare(FOUND, GOLD)
    assert one.muc.precision == pytest.approx(2 / 3)
    assert one.muc.recall == pytest.approx(2 / 3)
    assert one.b_cubed.precision == pytest.approx((2 * 1 + 1 / 3 + 2 * 2 / 3 + 1) / 6)
    assert one.b_cubed.recall == pytest.approx((2 * 2 / 3 + 1 / 3 + 2 * 1 + 1) / 6)
    assert one.ceaf.f1 == pytest.approx((4 / 5 + 4 / 5 + 1) / 3)
    assert one.conll == pytest.approx((one.muc.f1 + one.b_cubed.f1 + one.ceaf.f1) / 3)


def test_pairs_of_one_place_are_not_counted() -> None:
    pairs = compare_pairs(FOUND, GOLD, {"a": 1, "b": 1, "c": 2, "d": 3, "e": 4, "f": 5})
    assert (pairs.right, pairs.found, pairs.gold, pairs.false) == (1, 3, 3, 2)


def test_nothing_compared_is_nothing() -> None:
    one = compare({}, {})
    assert (one.conll, compare_pairs({}, {}, {}).figure.f1) == (0, 0)


GROUPS = st.dictionaries(st.sampled_from("abcdefghijkl"), st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2)


@given(GROUPS)
def test_a_grouping_is_perfect_beside_itself_and_measures_are_shares(groups: dict[str, tuple[int, int]]) -> None:
    gold: dict[str, Hashable] = {item: one for item, (one, _) in groups.items()}
    found: dict[str, Hashable] = {item: other for item, (_, other) in groups.items()}
    same, other = compare(gold, gold), compare(found, gold)
    assert same.b_cubed.f1 == pytest.approx(1)
    assert same.ceaf.f1 == pytest.approx(1)
    for figure in (other.muc, other.b_cubed, other.ceaf):
        assert 0 <= figure.precision <= 1 + 1e-9
        assert 0 <= figure.recall <= 1 + 1e-9


@given(GROUPS)
def test_pairs_are_counted_as_by_listing_them(groups: dict[str, tuple[int, int]]) -> None:
    gold: dict[str, Hashable] = {item: one for item, (one, _) in groups.items()}
    found: dict[str, Hashable] = {item: other for item, (_, other) in groups.items()}
    place: dict[str, Hashable] = {item: number % 3 for number, item in enumerate(groups)}
    listed = [(one, other) for one in groups for other in groups if one < other and place[one] != place[other]]
    pairs = compare_pairs(found, gold, place)
    assert pairs.found == sum(found[one] == found[other] for one, other in listed)
    assert pairs.gold == sum(gold[one] == gold[other] for one, other in listed)
    assert pairs.right == sum(found[one] == found[other] and gold[one] == gold[other] for one, other in listed)
