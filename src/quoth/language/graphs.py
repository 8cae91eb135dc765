"""What the doors to the networks that compare statements share: a graph and its tokenizer, opened from the package's files."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

from quoth.errors import Unavailable


def open_graph(path: Traversable) -> Any:
    """An onnxruntime session on one thread. Raises ``Unavailable`` where onnxruntime or the weights are missing."""
    try:
        import onnxruntime  # noqa: PLC0415 - slow to load, and only needed where statements are compared
    except ImportError as error:
        raise Unavailable("Comparing statements needs onnxruntime. Install it: pip install onnxruntime.") from error
    if not path.is_file():
        raise Unavailable(f"The weights by which statements are compared are missing ({path.name}). Install quoth anew.")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])


def open_tokenizer(path: Traversable, most: int) -> Any:
    """The tokenizer, set to cut texts after ``most`` pieces, of a pair the longer first. Raises ``Unavailable`` where its file is missing."""
    from tokenizers import Tokenizer  # noqa: PLC0415 - only the networks need it

    if not path.is_file():
        raise Unavailable(f"The word pieces are missing ({path.name}). Install quoth anew.")
    tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(most, strategy="longest_first")
    return tokenizer
