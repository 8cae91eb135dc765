from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.errors import Unavailable
from quoth.language.pairs.reader import ANSWERS, PairReader, load_pair_reader

SHELLED = "Marland's army shelled the lower dam on Friday."
TEXTS = st.sampled_from(
    [
        SHELLED,
        "The dam was not shelled.",
        "A ferry sank off Tessen.",
        "Two guards were hurt.",
        "",
        "The premier has resigned, twice.",
    ]
)


def share(first: str, second: str, answer: str) -> float:
    return float(load_pair_reader().read([(first, second)])[0, ANSWERS.index(answer)])


def test_the_answers_of_each_kind_sum_to_one() -> None:
    read = load_pair_reader().read([(SHELLED, "A ferry sank."), (SHELLED, SHELLED)])
    assert read.shape == (2, len(ANSWERS))
    for kind in (slice(0, 4), slice(4, 8), slice(8, 11)):
        assert np.allclose(read[:, kind].sum(1), 1, atol=1e-4)


def test_nothing_to_read_is_no_answer() -> None:
    assert load_pair_reader().read([]).shape == (0, len(ANSWERS))


def test_the_same_words_are_the_same_and_another_matter_is_not() -> None:
    assert share(SHELLED, SHELLED, "told same") > 0.8
    assert share(SHELLED, "The bakery on Quay Street won a prize for its rye bread.", "told same") < 0.2


def test_a_denial_is_nearer_to_opposed_than_the_statement_itself() -> None:
    denial = "Marland's army did not shell the lower dam on Friday."
    assert share(SHELLED, denial, "made opposed") > share(SHELLED, SHELLED, "made opposed")


@settings(max_examples=15, deadline=None)
@given(TEXTS, TEXTS)
def test_neither_the_order_nor_the_company_of_a_pair_matters(first: str, second: str) -> None:
    reader = load_pair_reader()
    alone = reader.read([(first, second)])
    among = reader.read([(second, first), (SHELLED, "A ferry sank.")])
    assert np.array_equal(alone[0], among[0])


def test_without_its_weights_it_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"pairs\.onnx"):
        PairReader(tmp_path)
