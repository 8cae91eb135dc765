"""The training loop of the statement encoder: seeded; a step is a story, in which every statement is compared with every other."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.lessons import Lesson
from training.encoder.network import StatementNetwork

AT_ONCE = 16
"""Statements that are read together."""


@dataclass(frozen=True)
class Recipe:
    """Everything that the result depends on beside the data."""

    seed: int = 0
    epochs: int = 2
    rate: float = 3e-5
    decay: float = 0.9
    """Each layer learns at this times the rate of the one above."""
    warm: float = 0.1
    weight_decay: float = 0.01
    heat: float = 0.07
    """What nearness is divided by, where those of one claim are to stand out among all of a story (Khosla et al. 2020, "Supervised contrastive
    learning")."""
    apart: float = 0.5
    """How much a pair of different claims counts beside one of the same."""
    each: float = 3.0
    """How much each pair's own answer counts, by a threshold that is the same in all stories."""
    among: float = 0.5
    """How much it counts that those of one claim stand out among all of their story."""


def read(network: StatementNetwork, tokenizer: Tokenizer, texts: Sequence[str]) -> Tensor:
    """Vectors (texts, hidden), statements of like length read together."""
    pieces = [tokenizer.encode(text).ids for text in texts]
    order = sorted(range(len(pieces)), key=lambda place: len(pieces[place]))
    found: list[Tensor] = [torch.empty(0)] * len(pieces)
    for begin in range(0, len(order), AT_ONCE):
        places = order[begin : begin + AT_ONCE]
        longest = len(pieces[places[-1]])
        ids, mask = torch.zeros(len(places), longest, dtype=torch.int64), torch.zeros(len(places), longest, dtype=torch.bool)
        for row, place in enumerate(places):
            ids[row, : len(pieces[place])], mask[row, : len(pieces[place])] = torch.tensor(pieces[place]), True
        with torch.autocast("cpu", torch.bfloat16, enabled=network.training):
            vectors = network(ids, mask)
        for row, place in enumerate(places):
            found[place] = vectors[row]
    return torch.stack(found)


def same(lesson: Lesson) -> Tensor:
    """Which pairs bear on one claim: (statements, statements), 1 where they do."""
    found = torch.zeros(len(lesson.statements), len(lesson.statements))
    for first, second in lesson.same():
        found[first, second] = 1.0
    return found


def compute_loss(near: Tensor, one: Tensor, bound: Tensor, recipe: Recipe) -> Tensor:
    """How wrong nearness (statements, statements) is of a story where ``one`` says which are of one claim; ``bound``: scale and threshold."""
    self_ = torch.eye(len(one), dtype=torch.bool)
    counts = torch.where(one > 0, 1.0, recipe.apart)
    each = functional.binary_cross_entropy_with_logits(bound[0] * near + bound[1], one, reduction="none") * counts
    scores = (near / recipe.heat).masked_fill(self_, -1e4)
    shares = scores - scores.logsumexp(1, keepdim=True)
    has = one.sum(1) > 0
    among = -((shares * one).sum(1)[has] / one.sum(1)[has]).mean()
    return recipe.each * each[~self_].mean() + recipe.among * among


def train(
    network: StatementNetwork, lessons: Sequence[Lesson], tokenizer: Tokenizer, recipe: Recipe, tell: Callable[[str], None] = print
) -> StatementNetwork:  # fmt: skip
    """The network trained by ``recipe``. Of each statement now its content is read, now all with who says it and how."""
    torch.manual_seed(recipe.seed)
    rng = Random(recipe.seed)
    row = [lesson for lesson in lessons if any(True for _ in lesson.same())]
    bound = nn.Parameter(torch.tensor([8.0, -5.0]))
    optimiser = torch.optim.AdamW(_groups(network, bound, recipe), betas=(0.9, 0.98))
    steps = recipe.epochs * len(row)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (recipe.warm * steps)) * max(0.0, 1 - step / steps)
    )
    began, total = time.monotonic(), 0.0
    network.train()
    for step in range(1, steps + 1):
        if (step - 1) % len(row) == 0:
            rng.shuffle(row)
        lesson = row[(step - 1) % len(row)]
        vectors = read(network, tokenizer, [rng.choice((one.content, one.whole)) for one in lesson.statements])
        loss = compute_loss(vectors @ vectors.T, same(lesson), bound, recipe)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total += loss.item()
        if step % 20 == 0:
            tell(f"step {step}/{steps}, {time.monotonic() - began:.0f} s, loss {total / 20:.3f}")
            total = 0.0
    return network.eval()


def _groups(network: StatementNetwork, bound: Tensor, recipe: Recipe) -> list[dict[str, object]]:
    layers = len(network.layers)

    def rate(name: str) -> float:
        below = layers - 1 - int(name.split(".")[1]) if name.startswith("layers.") else layers
        return recipe.rate * recipe.decay**below

    learnt = [
        {"params": [weight], "lr": rate(name), "weight_decay": recipe.weight_decay * (weight.dim() > 1)}
        for name, weight in network.named_parameters()
    ]
    return [*learnt, {"params": [bound], "lr": 1e-2, "weight_decay": 0.0}]
