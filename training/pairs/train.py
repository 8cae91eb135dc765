"""The training loop of the pair reader: seeded; batches of like length; what each head says counts where an example is of its corpus."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.pairs.corpora import HEADS, Example, Head

Network = TypeVar("Network", bound=nn.Module)
Pieces = tuple[list[int], list[int]]
"""The pieces of two texts, and the text that each belongs to."""

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
    hard: float = 1.0
    """How much a label counts beside what the teacher says of the pair."""
    padding: int = 0
    """The piece that stands for nothing."""
    fresh: tuple[str, ...] = ("answers.",)
    """What begins from chance and learns at the ``head_rate``."""


RECIPES = (Recipe(stop=600), Recipe(seed=1, epochs=0.4, rate=6e-5, head_rate=3e-4, warm=0.03))
"""The first, from the pre-trained encoder; the second goes on from it with a rate that falls to nothing (Loshchilov and Hutter 2017)."""
TAUGHT = Recipe(seed=2, rate=8e-5, head_rate=4e-4, warm=0.047, hard=0.3)
"""Then what the teacher says of the same pairs and of others is learnt."""
LESSONS = Recipe(seed=5, epochs=1.0, pieces=1800, rate=6e-5, head_rate=1.8e-4, decay=0.95, warm=0.06, smooth=0.08, average=0.0)
"""How what was written and labelled for quoth is learnt (``lessons.py``)."""
TEACHER = Recipe(epochs=1.0, pieces=1600, rate=4e-5, head_rate=5e-4, average=0.0, padding=1, fresh=("answers.", "sides."))
"""How the teacher itself learns."""
CAPTIONS = 0.5
"""How much what the teacher says of a pair as captions counts beside its other answers."""


@dataclass(frozen=True)
class Batch:
    """Pairs put together and padded."""

    ids: Tensor
    sides: Tensor
    mask: Tensor
    heads: Sequence[Head | None]
    answers: Tensor
    taught: Tensor | None = None
    """What the teacher says of them, as scores (batch, answers)."""


def encode(tokenizer: Tokenizer, first: str, second: str) -> Pieces:
    """Pieces of two texts and the side of each."""
    found = tokenizer.encode(first, second)
    return found.ids, found.type_ids


def prepare(tokenizer: Tokenizer) -> Tokenizer:
    """The tokenizer set to cut pairs that are too long."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES, strategy="longest_first")
    return tokenizer


def batches(
    examples: Sequence[Example], read_pair: Callable[[str, str], Pieces], recipe: Recipe, rng: Random, taught: Tensor | None = None
) -> Iterator[Batch]:
    """One epoch: every example once, turned round at random where that changes nothing, in batches of about one length."""
    turned = [(one.second, one.first) if one.turns and rng.random() < 0.5 else (one.first, one.second) for one in examples]
    read = [read_pair(*pair) for pair in turned]
    order = sorted(range(len(examples)), key=lambda place: len(read[place][0]) + rng.random() * 6)
    found: list[list[int]] = [[]]
    for place in order:
        if found[-1] and (len(found[-1]) + 1) * len(read[place][0]) > recipe.pieces:
            found.append([])
        found[-1].append(place)
    rng.shuffle(found)
    for places in found:
        longest = max(len(read[place][0]) for place in places)
        ids = torch.full((len(places), longest), recipe.padding)
        sides = torch.zeros(len(places), longest, dtype=torch.int64)
        mask = torch.zeros(len(places), longest, dtype=torch.bool)
        for row, place in enumerate(places):
            size = len(read[place][0])
            ids[row, :size], sides[row, :size] = torch.tensor(read[place][0]), torch.tensor(read[place][1])
            mask[row, :size] = True
        found_at = [examples[place] for place in places]
        answers = torch.tensor([HEADS[one.head].index(one.answer) if one.head else 0 for one in found_at])
        yield Batch(ids, sides, mask, [one.head for one in found_at], answers, None if taught is None else taught[places])


def compute_loss(scores: Tensor, batch: Batch, recipe: Recipe) -> Tensor:
    """The mean cross-entropy of each example: under the head of its corpus with its label, and under all with what the teacher says."""
    losses = [scores.new_zeros(())]
    for name, answers in HEADS.items():
        own = slice(OFFSETS[name], OFFSETS[name] + len(answers))
        rows = torch.tensor([place for place, head in enumerate(batch.heads) if head == name], dtype=torch.int64)
        if len(rows):
            loss = functional.cross_entropy(scores[rows, own], batch.answers[rows], label_smoothing=recipe.smooth, reduction="sum")
            losses.append(loss if batch.taught is None else recipe.hard * loss)
        if batch.taught is not None:
            soft = functional.cross_entropy(scores[:, own], torch.softmax(batch.taught[:, own], -1), reduction="sum")
            losses.append(soft * (CAPTIONS if name == "captions" else 1.0))
    return torch.stack(losses).sum() / len(batch.heads)


def train(
    network: Network, examples: Sequence[Example], read_pair: Callable[[str, str], Pieces], recipe: Recipe, *,
    taught: Tensor | None = None, kept: Path | None = None, tell: Callable[[str], None] = print,
) -> Network:  # fmt: skip
    """The network, which has layers and answers as ``PairNetwork`` has, trained on ``examples`` by ``recipe``. ``taught``: the scores (examples,
    answers) that the teacher gives them. ``kept``: where what there is is written every 100 steps."""
    torch.manual_seed(recipe.seed)
    rounds = [
        list(batches(examples, read_pair, recipe, Random(f"{recipe.seed}-{number}"), taught))
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
        loss = compute_loss(scores.float(), batch, recipe)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([weight for weight in network.parameters() if weight.requires_grad], 1.0)
        optimiser.step()
        schedule.step()
        total += float(loss.detach())
        if recipe.average and step > recipe.average_from * len(row):
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


def _groups(network: nn.Module, recipe: Recipe) -> list[dict[str, object]]:
    layers = len(list(network.get_submodule("layers").children()))

    def rate(name: str) -> float:
        if name.startswith(recipe.fresh):
            return recipe.head_rate
        below = layers - 1 - int(name.split(".")[1]) if name.startswith("layers.") else layers
        return recipe.rate * recipe.decay**below

    return [
        {"params": [weight], "lr": rate(name), "weight_decay": recipe.weight_decay * (weight.dim() > 1)}
        for name, weight in network.named_parameters()
        if weight.requires_grad
    ]


def _average(averaged: dict[str, Tensor], network: nn.Module, decay: float) -> None:
    for name, weight in network.state_dict().items():
        if name not in averaged:
            averaged[name] = weight.clone()
        elif name != "pieces.weight":
            averaged[name].lerp_(weight, 1 - decay)
