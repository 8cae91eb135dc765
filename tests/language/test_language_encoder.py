from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.errors import Unavailable
from quoth.language.encoder.reader import MOST_PIECES, SIZE, StatementEncoder, load_statement_encoder

BURNT = "The harbour master said the fire had begun in the engine room."
TEXTS = st.sampled_from([BURNT, "Nobody warned the pilots.", "", "Bread will be dear, he said.", "«Нет», - said the mayor."])


def near(first: str, second: str) -> float:
    one, other = load_statement_encoder().read([first, second])
    return float(one @ other)


def test_nothing_to_read_is_no_vector() -> None:
    assert load_statement_encoder().read([]).shape == (0, SIZE)


@settings(max_examples=15, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_each_statement_is_placed_alone_on_the_unit_sphere(texts: list[str]) -> None:
    read = load_statement_encoder().read(texts)
    assert read.shape == (len(texts), SIZE)
    assert np.allclose(np.linalg.norm(read, axis=1), 1, atol=1e-3)
    assert np.array_equal(read[-1], load_statement_encoder().read([texts[-1]])[0])


@pytest.mark.parametrize(
    ("told", "one", "other"),
    [
        (
            BURNT,
            "Flames broke out beside the ferry's diesels, a stoker testified.",
            "The harbour master said the quay would be closed.",
        ),
        (BURNT, "“Nothing burnt down below; look at the galley,” the owner insisted.", "The owner said the ferry was insured."),
        (
            "The union blamed the road depot, whose salt got into the reservoir.",
            "Lene Arnholt told the council that nothing from the depot had ever reached the drinking water.",
            "Lene Arnholt told the council that the union would be heard on Monday.",
        ),
    ],
)
def test_other_words_on_one_claim_lie_nearer_than_the_same_people_on_another(told: str, one: str, other: str) -> None:
    assert near(told, one) > near(told, other)


def test_of_a_long_statement_the_beginning_is_read() -> None:
    long = "word " * (2 * MOST_PIECES)
    one, other = load_statement_encoder().read([long, long + "and much more of it"])
    assert np.array_equal(one, other)


def test_without_its_weights_it_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"encoder\.onnx"):
        StatementEncoder(tmp_path)
    with pytest.raises(Unavailable, match=r"tokenizer\.json"):
        StatementEncoder(tokenizer=tmp_path / "tokenizer.json")
