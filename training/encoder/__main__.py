"""``python -m training.encoder``: the statement encoder from the packaged encoder and the lessons (``lessons.py``), into the weights that the package
ships; eight minutes on two cores. Every eighth story is left out: of those it prints how well nearness orders their pairs before and after, and by those of
news other evidence is weighed beside nearness (``scripts/derive_restating.py``).

Needs the news data (``QUOTH_DATA``: ECB+ and ``reuse``).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from quoth.language.encoder.reader import MOST_PIECES
from training.__main__ import pretrained
from training.encoder.export import export
from training.encoder.lessons import HELD_OUT, Lesson, invented, news
from training.encoder.network import StatementNetwork, start
from training.encoder.train import Recipe, read, same, train

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
WEIGHTS = ROOT / "src" / "quoth" / "language" / "encoder" / "weights"
SAMPLE = 200
"""Statements by which the products are smoothed before they are quantised."""


def main() -> None:
    """Train, print what was asked for, and write the weights into the package."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=WEIGHTS)
    chosen = options.parse_args()
    torch.set_num_threads(os.cpu_count() or 1)
    kinds = {"invented": invented(), "news": news(DATA)}
    held = {name: lessons[::HELD_OUT] for name, lessons in kinds.items()}
    learnt = [lesson for name, lessons in kinds.items() for lesson in lessons if lesson not in held[name]]
    tokenizer = Tokenizer.from_file(str(pretrained().with_name("tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES)
    network = StatementNetwork()
    start(network, load_file(pretrained()))
    print(f"{len(learnt)} stories, {sum(len(one.statements) for one in learnt)} statements", flush=True)
    tell(network, tokenizer, held, "before")
    train(network, learnt, tokenizer, Recipe(), lambda line: print(line, flush=True))
    tell(network, tokenizer, held, "after")
    export(network, chosen.out, statements=sample(learnt, tokenizer))


def sample(lessons: Sequence[Lesson], tokenizer: Tokenizer) -> list[Tensor]:
    """The pieces of some statements."""
    whole = [one.whole for lesson in lessons for one in lesson.statements]
    return [torch.tensor(tokenizer.encode(text).ids) for text in Random(0).sample(whole, SAMPLE)]


@torch.no_grad()
def tell(network: StatementNetwork, tokenizer: Tokenizer, held: dict[str, list[Lesson]], when: str) -> None:
    """Print how well nearness orders the pairs of each story that was left out: the mean of their average precisions."""
    network.eval()
    for name, lessons in held.items():
        found = [
            average_precision(read(network, tokenizer, [one.whole for one in lesson.statements]), same(lesson))
            for lesson in lessons
        ]
        known = [value for value in found if value is not None]
        if known:
            print(f"{when}, {name}: average precision {sum(known) / len(known):.3f} over {len(known)} stories", flush=True)


def average_precision(vectors: Tensor, one: Tensor) -> float | None:
    """Of the pairs of a story in order of nearness; None where no two bear on one claim."""
    first, second = torch.triu_indices(len(one), len(one), offset=1)
    order = torch.argsort((vectors @ vectors.T)[first, second], descending=True, stable=True)
    right = one[first, second][order]
    if not right.any():
        return None
    return float((right.cumsum(0) / torch.arange(1, len(right) + 1) * right).sum() / right.sum())


if __name__ == "__main__":
    main()
