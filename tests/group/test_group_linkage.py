from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoth.group.index import Vector
from quoth.group.linkage import Linkage, Pair
from quoth.group.months import find_months

FLOOR = -6.0


def join(size: int, pairs: list[Pair], *, least: float = 0.0, days: list[int | None] | None = None) -> list[list[int]]:
    alone = [[number] for number in range(size)]
    return Linkage(alone, pairs, floor=FLOOR, days=days or [None] * size, fading=lambda gap: -1.0 * gap).join(least)


def test_two_that_are_alike_are_joined() -> None:
    assert join(3, [(0, 2, 1.0)]) == [[0, 2], [1]]


def test_one_that_is_like_one_of_two_is_not_joined_where_it_is_unlike_the_other() -> None:
    assert join(3, [(0, 1, 3.0), (1, 2, 2.0)]) == [[0, 1], [2]]


def test_one_that_is_enough_like_both_on_average_is_joined() -> None:
    assert join(3, [(0, 1, 3.0), (1, 2, 2.0), (0, 2, -1.0)]) == [[0, 1, 2]]


def test_what_is_bound_stays_together_without_any_likeness() -> None:
    linkage = Linkage([[0, 2], [1]], [], floor=FLOOR, days=[None] * 3, fading=float)
    assert linkage.join(0.0) == [[0, 2], [1]]


def test_days_between_two_clusters_count_once_and_from_the_nearest_ends() -> None:
    pairs = [(0, 1, 3.0), (1, 2, 3.0), (0, 2, 3.0)]
    assert join(3, pairs, days=[1, 3, 5]) == [[0, 1, 2]]
    assert join(2, [(0, 1, 3.0)], days=[1, 5]) == [[0], [1]]


def test_an_undated_one_is_near_any() -> None:
    assert join(2, [(0, 1, 1.0)], days=[1, None]) == [[0, 1]]


def test_groups_that_name_other_months_are_held_to_more_where_several_agree() -> None:
    june, december = find_months({"month:6": 1}), find_months({"month:12": 1})
    pairs = [(one, other, 3.0 if (one < 3) == (other < 3) else 0.6) for one in range(6) for other in range(one + 1, 6)]

    def joined(*months: Vector) -> list[list[int]]:
        alone = [[number] for number in range(6)]
        return Linkage(alone, pairs, floor=FLOOR, days=[None] * 6, fading=float, months=months).join(0.0)

    assert joined(*[june] * 3, *[december] * 3) == [[0, 1, 2], [3, 4, 5]]
    assert joined(*[june] * 6) == joined(*[june] * 3, {}, {}, {}) == joined(june, {}, {}, december, {}, {}) == [[0, 1, 2, 3, 4, 5]]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), st.integers(-5, 5), max_size=20
).map(lambda scores: [(one, other, float(score)) for (one, other), score in scores.items()])


@given(PAIRS)
def test_clusters_part_the_items_and_no_two_left_are_alike(pairs: list[Pair]) -> None:
    found = join(8, pairs)
    assert sorted(item for group in found for item in group) == list(range(8))
    known = {(one, other): score for one, other, score in pairs}
    for group in found:
        for other in found:
            if group < other:
                scores = [known.get((min(one, two), max(one, two)), FLOOR) for one in group for two in other]
                assert sum(scores) / len(scores) < 1e-9


@given(PAIRS)
def test_the_order_of_pairs_changes_nothing(pairs: list[Pair]) -> None:
    assert join(8, pairs[::-1]) == join(8, pairs)
