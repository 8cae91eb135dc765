"""The statement encoder: a small network that gives each statement a vector, so that statements which bear on one claim, whatever their words and
whichever side they take, point the same way. ONNX with int8 weights, run by onnxruntime; trained by ``python -m training.encoder``.

Each statement is read once, however many it is compared with, so all pairs of a story can be looked at. Nearness is one piece of evidence
(``link/restating.py`` weighs it beside others): alone it mistakes many a pair. The pieces are those of the pair reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from quoth.language.graphs import open_graph, open_tokenizer

Vectors = NDArray[np.float32]

WEIGHTS = resources.files("quoth.language.encoder") / "weights"
TOKENIZER = resources.files("quoth.language.pairs") / "weights" / "tokenizer.json"
SIZE = 384
"""Numbers of a vector."""
MOST_PIECES = 80
"""Word pieces of a statement that are read."""
THREADS = 2


class StatementEncoder:
    """The network. Raises ``Unavailable`` where onnxruntime or the weights are missing."""

    def __init__(self, weights: Traversable = WEIGHTS, tokenizer: Traversable = TOKENIZER) -> None:
        self._session = open_graph(weights / "encoder.onnx")
        self._tokenizer = open_tokenizer(tokenizer, MOST_PIECES)

    def read(self, texts: Sequence[str]) -> Vectors:
        """A vector of length one for each text, shape (texts, ``SIZE``). Each is read alone: what stands beside it makes no difference."""
        if not texts:
            return np.zeros((0, SIZE), np.float32)
        read = [pieces.ids for pieces in self._tokenizer.encode_batch(list(texts))]
        with ThreadPoolExecutor(THREADS) as threads:
            return np.stack(list(threads.map(self._read, read)))

    def _read(self, pieces: Sequence[int]) -> Vectors:
        vector: Vectors = self._session.run(None, {"ids": np.array(pieces, np.int64)})[0]
        return vector


@cache
def load_statement_encoder() -> StatementEncoder:
    """The network, loaded once a process."""
    return StatementEncoder()
