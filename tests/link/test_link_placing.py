"""Where the encoder places texts: each is read once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from quoth.language.encoder.reader import SIZE, Vectors
from quoth.link import placing


def test_a_text_is_read_once_and_new_ones_at_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[Sequence[str]]()

    class Encoder:
        def read(self, texts: Sequence[str]) -> Vectors:
            asked.append(texts)
            return np.stack([np.eye(SIZE, dtype=np.float32)[len(text)] for text in texts])

    monkeypatch.setattr(placing, "load_statement_encoder", Encoder)
    places = placing.Places()
    assert list(places.of(["a", "bb", "a"])) == ["a", "bb"]
    assert [places.near("bb", "cc"), places.near("a", "bb"), places.near("a", "a")] == [1.0, 0.0, 1.0]
    assert asked == [["a", "bb"], ["cc"]]
