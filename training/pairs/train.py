"""The training loop of the pair reader: seeded; batches of like length; what each head says counts where an example is of its corpus."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.network import Shape
from training.pairs.corpora import HEADS, Example, Head
from training.pairs.network import PairNetwork, start

OFFSETS: Mapping[Head, int] = {
    name: sum(len(answers) for answers in list(HEADS.values())[:place]) for place, name in enumerate(HEADS)
}
"""Where the scores of a head begin."""
MOST_PIECES = 120
"""Pieces of a pair that are read; the longer text is cut first."""


@dataclass(frozen=True)
class Recipe:
    """Everything that the result depends on beside the data."""

    seed: int = 0
    epochs: float = 2.0
    pieces: int = 1500
    """Pieces of a batch, padding with them."""
    rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    """Each layer learns at this times the rate of the one above."""
    warm: float = 0.08
    weight_decay: float = 0.01
    drop: float = 0.1
    smooth: float = 0.1
    """Label smoothing: the labels of news are not sure."""
    average: float = 0.98
    """Decay of the moving average of the weights, which is what is kept."""
    average_from: float = 0.6
    stop: int | None = None
    """Stop after so many steps, the rate still high; what is kept are then the last weights."""


RECIPES = (Recipe(stop=600), Recipe(seed=1, epochs=0.4, rate=6e-5, head_rate=3e-4, warm=0.03))
"""The first, from the pre-trained encoder; the second goes on from it with a rate that falls to nothing (Loshchilov and Hutter 2017)."""


@dataclass(frozen=True)
class Batch:
    """Pairs put together and padded."""

    ids: Tensor
    sides: Tensor
    mask: Tensor
    heads: Sequence[Head]
    answers: Tensor


def encode(tokenizer: Tokenizer, first: str, second: str) -> tuple[list[int], list[int]]:
    """Pieces of two texts and the side of each."""
    found = tokenizer.encode(first, second)
    return found.ids, found.type_ids


def prepare(tokenizer: Tokenizer) -> Tokenizer:
    """The tokenizer set to cut pairs that are too long."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES, strategy="longest_first")
    return tokenizer


def batches(examples: Sequence[Example], tokenizer: Tokenizer, pieces: int, rng: Random) -> Iterator[Batch]:
    """One epoch: every example once, turned round at random where that changes nothing, in batches of about one length."""
    turned = [(one.second, one.first) if one.turns and rng.random() < 0.5 else (one.first, one.second) for one in examples]
    read = [encode(tokenizer, *pair) for pair in turned]
    order = sorted(range(len(examples)), key=lambda place: len(read[place][0]) + rng.random() * 6)
    found: list[list[int]] = [[]]
    for place in order:
        if found[-1] and (len(found[-1]) + 1) * len(read[place][0]) > pieces:
            found.append([])
        found[-1].append(place)
    rng.shuffle(found)
    for places in found:
        longest = max(len(read[place][0]) for place in places)
        ids, sides = (torch.zeros(len(places), longest, dtype=torch.int64) for _ in range(2))
        mask = torch.zeros(len(places), longest, dtype=torch.bool)
        for row, place in enumerate(places):
            size = len(read[place][0])
            ids[row, :size], sides[row, :size] = torch.tensor(read[place][0]), torch.tensor(read[place][1])
            mask[row, :size] = True
        answers = torch.tensor([HEADS[examples[place].head].index(examples[place].answer) for place in places])
        yield Batch(ids, sides, mask, [examples[place].head for place in places], answers)


def compute_loss(scores: Tensor, batch: Batch, smooth: float) -> Tensor:
    """The mean cross-entropy of each example under the head of its corpus."""
    losses = []
    for name, answers in HEADS.items():
        rows = torch.tensor([place for place, head in enumerate(batch.heads) if head == name], dtype=torch.int64)
        if len(rows):
            told = scores[rows, OFFSETS[name] : OFFSETS[name] + len(answers)]
            losses.append(functional.cross_entropy(told, batch.answers[rows], label_smoothing=smooth, reduction="sum"))
    return torch.stack(losses).sum() / len(batch.heads)


def train(  # noqa: PLR0913 - what it learns from, where it begins, what it tells
    examples: Sequence[Example], weights: dict[str, Tensor] | None, tokenizer: Tokenizer, recipe: Recipe, *, shape: Shape | None = None,
    trained: dict[str, Tensor] | None = None, kept: Path | None = None, tell: Callable[[str], None] = print,
) -> PairNetwork:  # fmt: skip
    """The network trained on ``examples`` by ``recipe`` from the weights of an encoder (none: from chance) or from ``trained``, the whole weights of
    an earlier training. ``kept``: where what there is is written every 100 steps."""
    torch.manual_seed(recipe.seed)
    network = PairNetwork(shape, recipe.drop)
    if weights is not None:
        start(network, weights)
    if trained is not None:
        network.load_state_dict(trained)
    network.pieces.weight.requires_grad_(False)
    rounds = [
        list(batches(examples, tokenizer, recipe.pieces, Random(f"{recipe.seed}-{number}")))
        for number in range(int(recipe.epochs + 0.999))
    ]
    row = [batch for batched in rounds for batch in batched][: int(recipe.epochs * len(rounds[0]))]
    optimiser = torch.optim.AdamW(_groups(network, recipe), betas=(0.9, 0.98), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, len(row), recipe.warm))
    averaged, began, total = dict[str, Tensor](), time.monotonic(), 0.0
    tell(f"{len(examples)} pairs, {len(row)} steps")
    network.train()
    for step, batch in enumerate(row, 1):
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(batch.ids, batch.sides, batch.mask)
        loss = compute_loss(scores.float(), batch, recipe.smooth)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total += float(loss.detach())
        if step > recipe.average_from * len(row):
            _average(averaged, network, recipe.average)
        if step % 20 == 0:
            tell(f"step {step}/{len(row)}, {time.monotonic() - began:.0f} s, loss {total / 20:.3f}")
            total = 0.0
        if step % 100 == 0 and kept is not None:
            torch.save(averaged or network.state_dict(), kept)
        if step == recipe.stop:
            return network.eval()
    network.load_state_dict(averaged or network.state_dict())
    return network.eval()


def _rate(step: int, steps: int, warm: float) -> float:
    return min(1.0, (step + 1) / max(1.0, warm * steps)) * max(0.0, 1 - step / steps)


def _groups(network: PairNetwork, recipe: Recipe) -> list[dict[str, object]]:
    layers = len(network.layers)

    def rate(name: str) -> float:
        if name.startswith("answers."):
            return recipe.head_rate
        below = layers - 1 - int(name.split(".")[1]) if name.startswith("layers.") else layers
        return recipe.rate * recipe.decay**below

    return [
        {"params": [weight], "lr": rate(name), "weight_decay": recipe.weight_decay * (weight.dim() > 1)}
        for name, weight in network.named_parameters()
        if weight.requires_grad
    ]


def _average(averaged: dict[str, Tensor], network: PairNetwork, decay: float) -> None:
    for name, weight in network.state_dict().items():
        if name not in averaged:
            averaged[name] = weight.clone()
        elif name != "pieces.weight":
            averaged[name].lerp_(weight, 1 - decay)
