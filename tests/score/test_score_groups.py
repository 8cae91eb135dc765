"""Agreement of groupings, counts and stretches of text: what holds of them whatever is grouped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.records import Span
from quoth.score.figures import b_cubed, counted
from quoth.score.spans import likeness, shared

GROUPS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.sampled_from("xyz"), min_size=1, max_size=12)


@given(GROUPS)
def test_a_grouping_agrees_wholly_with_itself_under_any_names(groups: dict[str, str]) -> None:
    figure = b_cubed({item: group.upper() for item, group in groups.items()}, groups)
    assert figure.f1 == pytest.approx(1)


@given(GROUPS)
def test_all_in_one_group_recalls_everything_and_each_alone_is_wholly_precise(groups: dict[str, str]) -> None:
    assert b_cubed(dict.fromkeys(groups, "one"), groups).recall == pytest.approx(1)
    assert b_cubed({item: item for item in groups}, groups).precision == pytest.approx(1)


@given(GROUPS, GROUPS)
def test_measures_of_groupings_stay_between_nought_and_one(found: dict[str, str], gold: dict[str, str]) -> None:
    figure = b_cubed(found, gold)
    assert 0 <= figure.precision <= 1 + 1e-9
    assert 0 <= figure.recall <= 1 + 1e-9


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_counts_give_the_usual_f1(right: int, more: int, missed: int) -> None:
    figure = counted(right, right + more, right + missed)
    assert figure.f1 == pytest.approx(2 * right / (2 * right + more + missed) if right else 0)


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS)
def test_likeness_is_the_same_both_ways_and_whole_only_for_the_same_stretch(one: Span, other: Span) -> None:
    assert likeness((one,), (other,)) == likeness((other,), (one,))
    assert (likeness((one,), (other,)) == 1) == (one == other)
    assert shared((one,), (other,)) == len(set(range(*one)) & set(range(*other)))
