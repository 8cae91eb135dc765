"""The tagger's two graphs behind one small door: ONNX with int8 weights, run by onnxruntime on one thread.

The weights lie beside this file, in ``weights/``, with their model card. They were trained by ``make train``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoth.errors import Unavailable
from quoth.extract.tagger.words import Numbers

Reals = NDArray[np.float32]

SLOWER = "SkipLayerNormFusion"
"""What onnxruntime makes of a sum and the norm behind it: it takes seven times as long as the two (1.31, on one thread)."""
WEIGHTS = resources.files("quoth.extract.tagger") / "weights"


@dataclass(frozen=True, slots=True)
class Calibration:
    """From what the network says of an attribution to the share of such attributions that are right: logistic regression (Platt 1999)."""

    constant: float
    cue: float
    """Weight of the cue's log odds."""
    parts: float
    """Weight of the parts' log likelihood."""


class Vectors(NamedTuple):
    """What the encoder says of words, each of shape (words, part)."""

    words: Reals
    """As words around a cue."""
    asking: Reals
    """As cues."""


class Network:
    """Both graphs. Raises ``Unavailable`` where onnxruntime or the weights are missing."""

    def __init__(self, weights: Traversable = WEIGHTS) -> None:
        self._encoder, self._parts = _session(weights / "encoder.onnx"), _session(weights / "parts.onnx")
        self.follows = np.array(json.loads((weights / "transitions.json").read_text(encoding="utf-8")))
        """What a role adds to the score of the next one, shape (roles, roles)."""

    def encode(self, ids: Numbers, features: Numbers, heads: Numbers) -> tuple[Vectors, Reals, Reals]:
        """The vectors of a window's words, for each word the probabilities that it is the head of the cue of an outermost attribution and of any,
        shape (words, 2), and the scores of its entity labels, shape (words, labels)."""
        words, asking, cues, names = self._encoder.run(None, {"ids": ids, "features": features, "heads": heads})
        return Vectors(words, asking), cues, names

    def parts(self, vectors: Vectors, cues: Numbers, around: Numbers, mask: NDArray[np.bool_]) -> NDArray[np.float64]:
        """The scores of every role of every word around each cue, shape (cues, width, roles). ``cues`` and ``around[..., 0]`` are rows of ``vectors``;
        the rest of ``around``, shape (cues, width, 4), are relation, mark by the rules, distance; ``mask`` is true where there is a word."""
        given = {"words": vectors.words, "asking": vectors.asking, "cues": cues, "around": around, "mask": mask}
        scores: Reals = self._parts.run(None, given)[0]
        return scores.astype(np.float64)


def _session(path: Traversable) -> Any:
    try:
        import onnxruntime  # noqa: PLC0415 - slow to load, and only the trained reader needs it
    except ImportError as error:
        raise Unavailable(
            "The trained reader needs onnxruntime. Install it (pip install onnxruntime), or read with --reader rules."
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    if not path.is_file():
        raise Unavailable(
            f"The trained reader's weights are missing ({path.name}). Install quoth anew, or read with --reader rules."
        )
    return onnxruntime.InferenceSession(
        path.read_bytes(), options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOWER]
    )


@cache
def load_network() -> Network:
    """The network, loaded once a process."""
    return Network()


@cache
def load_calibration() -> Calibration:
    """The weights of the scores."""
    return Calibration(**json.loads((WEIGHTS / "calibration.json").read_text(encoding="utf-8")))


@cache
def _tokenizer() -> Any:
    from tokenizers import Tokenizer  # noqa: PLC0415 - only the trained reader needs it

    tokenizer = Tokenizer.from_str((WEIGHTS / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@lru_cache(maxsize=200_000)
def pieces(word: str) -> tuple[int, ...]:
    """The ids of the word pieces of one word."""
    return tuple(_tokenizer().encode(word, add_special_tokens=False).ids)
