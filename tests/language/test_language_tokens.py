from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoth.language.tokens import close_up, tree


@st.composite
def forests(draw: st.DrawFn) -> list[int]:
    """Heads of up to twelve tokens without a circle: in some order, each has one before it there, or itself."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    heads = [0] * len(order)
    for at, token in enumerate(order):
        heads[token] = order[draw(st.integers(0, at))]
    return heads


def governors(heads: list[int], token: int) -> list[int]:
    """The token and all that govern it."""
    chain = [token]
    while heads[chain[-1]] != chain[-1]:
        chain.append(heads[chain[-1]])
    return chain


@given(forests())
def test_a_subtree_reaches_from_its_first_to_its_last_word(heads: list[int]) -> None:
    children, edges = tree(heads)
    for token in range(len(heads)):
        below = [other for other in range(len(heads)) if token in governors(heads, other)]
        assert edges[token] == (min(below), max(below))
        assert list(children[token]) == [other for other in below if other != token and heads[other] == token]


@given(forests(), st.data())
def test_a_token_whose_head_is_left_out_goes_to_the_next_one_above_it(heads: list[int], data: st.DataObject) -> None:
    kept = sorted(data.draw(st.sets(st.integers(0, len(heads) - 1))))
    for at, head in enumerate(close_up(heads, kept)):
        above = [token for token in governors(heads, kept[at])[1:] if token in kept]
        assert kept[head] == (above[0] if above else kept[at])
