"""The pair reader: a small network that reads two texts together and says how likely it is that they say the same, oppose each other, or
neither. ONNX with int8 weights, run by onnxruntime; trained by ``python -m training.pairs``.

What it says is one piece of evidence (``link/verdicts.py`` weighs it beside others): alone it mistakes many a pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quoth.language.graphs import open_graph, open_tokenizer

Reals = NDArray[np.float64]

WEIGHTS = resources.files("quoth.language.pairs") / "weights"
ANSWERS = (
    "made same", "made opposed", "made related", "made unrelated",
    "told same", "told opposed", "told related", "told unrelated",
    "entailed", "contradicted", "neither",
)  # fmt: skip
"""What it gives a probability of, in this order: of pairs made by rule (where every detail counts), of passages of news (where more detail is
allowed), of captions. Those of each kind sum to one."""
MOST_PIECES = 120
"""Word pieces of a pair that are read; the longer text is cut first."""
THREADS = 2


class PairReader:
    """The network. Raises ``Unavailable`` where onnxruntime or the weights are missing."""

    def __init__(self, weights: Traversable = WEIGHTS) -> None:
        self._session = open_graph(weights / "pairs.onnx")
        self._tokenizer = open_tokenizer(weights / "tokenizer.json", MOST_PIECES)

    def read(self, pairs: Sequence[tuple[str, str]]) -> Reals:
        """The probabilities of ``ANSWERS`` for each pair, shape (pairs, answers). The order of two texts makes no difference: they are read in
        the order of their letters."""
        if not pairs:
            return np.zeros((0, len(ANSWERS)))
        read = self._tokenizer.encode_batch([(min(pair), max(pair)) for pair in pairs])
        with ThreadPoolExecutor(THREADS) as threads:
            return np.stack(list(threads.map(self._read, read)))

    def _read(self, pieces: Any) -> Reals:
        fed = {"ids": np.array(pieces.ids, np.int64), "sides": np.array(pieces.type_ids, np.int64)}
        answers: NDArray[np.float32] = self._session.run(None, fed)[0]
        return answers.astype(np.float64)


@cache
def load_pair_reader() -> PairReader:
    """The network, loaded once a process."""
    return PairReader()
