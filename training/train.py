"""The training loop: seeded, and taken up where it was interrupted."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch, Example, Noise, collate, epoch
from training.data import Article
from training.invented import Invented
from training.network import Shape, Tagger, from_bert


@dataclass(frozen=True)
class Recipe:
    """Everything that the result depends on beside the data."""

    seed: int = 0
    epochs: float = 5.0
    windows: int = 10
    """Windows of a batch."""
    encoder_rate: float = 1.2e-4
    """Highest learning rate of the encoder's last layer; each layer below learns at ``decay`` times the rate of the one above."""
    decay: float = 0.9
    head_rate: float = 1e-3
    feature_rate: float = 3e-4
    warm: float = 0.06
    """Share of the steps in which the rate rises; then it falls to zero in a line."""
    weight_decay: float = 0.01
    drop: float = 0.1
    average: float = 0.99
    """Decay of the exponential moving average of the weights, which is what is kept (Polyak and Juditsky 1992)."""
    average_from: float = 0.4
    average_every: int = 5
    inner: float = 0.5
    """Weight of the loss of cues at any depth."""
    names: float = 0.3
    """Weight of the loss of entity labels."""
    renamed: float = 0.0
    """Share of the windows whose names are replaced by invented ones."""
    steps: int | None = None
    """Stop after so many steps; for trying the recipe."""


RECIPES = (
    Recipe(),
    Recipe(seed=1, epochs=1.5, encoder_rate=6e-5, head_rate=4e-4, feature_rate=1.5e-4, average_from=0.5, renamed=0.25),
)
"""The first, from the pre-trained encoder, is that of the shipped weights; the second (``--further``) goes on from the weights of the first,
with a new rise of the rate (Loshchilov and Hutter 2017)."""


@dataclass
class State:
    """What a checkpoint holds."""

    step: int
    tagger: dict[str, Tensor]
    optimiser: dict[str, object]
    averaged: dict[str, Tensor] | None


def train(
    articles: Sequence[Article], start: dict[str, Tensor] | None, recipe: Recipe, checkpoint: Path, *, shape: Shape | None = None,
    trained: dict[str, Tensor] | None = None, tell: Callable[[str], None] = print,
) -> Tagger:  # fmt: skip
    """The tagger trained on ``articles`` by ``recipe``; ``start``: the weights of the pre-trained encoder, none to begin from chance;
    ``trained``: the whole weights of an earlier training, from which this one goes on.

    After every 200 steps the state is written to ``checkpoint``; where one is found there, training goes on from it. The same articles, recipe, start and
    library versions give the same weights, interrupted or not, as far as the processor adds up alike.
    """
    torch.manual_seed(recipe.seed)
    tagger = Tagger(shape, recipe.drop)
    if start is not None:
        missing = tagger.encoder.load_state_dict(from_bert(start), strict=False)
        if missing.unexpected_keys:
            raise ValueError(f"The encoder's weights have parts that this network lacks: {missing.unexpected_keys}")
    if trained is not None:
        tagger.load_state_dict(trained)
    tagger.encoder.pieces.weight.requires_grad_(False)
    optimiser = torch.optim.AdamW(_groups(tagger, recipe), betas=(0.9, 0.98), fused=True)
    per_epoch = len(epoch(articles, recipe.windows, Random(f"{recipe.seed}")))
    steps = recipe.steps or int(per_epoch * recipe.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps, recipe.warm))
    state = _resume(checkpoint, tagger, optimiser, schedule)
    tell(
        f"{sum(p.numel() for p in tagger.parameters()):,} weights, {per_epoch} batches an epoch, {steps} steps, from step {state.step}"
    )
    averaged, began, losses = state.averaged, time.monotonic(), np.zeros(4)
    step, number, batches = 0, 0, list[list[Example]]()
    noise = Noise(renamed=recipe.renamed)
    invented = Invented.of(articles, recipe.seed) if recipe.renamed else None
    tagger.train()
    while step < steps:
        if not batches:
            batches = epoch(articles, recipe.windows, Random(f"{recipe.seed}-{number}"))
            number += 1
        examples = batches.pop()
        step += 1
        if step <= state.step:
            continue
        torch.manual_seed(recipe.seed * 1_000_003 + step)
        found = _step(tagger, collate(examples, np.random.default_rng([recipe.seed, step]), noise, invented), optimiser, recipe)
        schedule.step()
        losses += found
        if step > steps * recipe.average_from and step % recipe.average_every == 0:
            averaged = _average(averaged, tagger, recipe.average)
        if step % 50 == 0:
            tell(f"step {step}/{steps}, {time.monotonic() - began:.0f} s, losses {np.round(losses / 50, 3).tolist()}")
            losses = np.zeros(4)
        if step % 200 == 0:
            _keep(State(step, tagger.state_dict(), optimiser.state_dict(), averaged), checkpoint)
    tagger.load_state_dict(averaged or tagger.state_dict())
    return tagger.eval()


def _keep(state: State, checkpoint: Path) -> None:
    """Write a checkpoint whole or not at all."""
    beside = checkpoint.with_suffix(".new")
    torch.save(vars(state), beside)
    beside.replace(checkpoint)


def _resume(
    checkpoint: Path, tagger: Tagger, optimiser: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR
) -> State:
    if not checkpoint.exists():
        checkpoint.parent.mkdir(parents=True, exist_ok=True)
        return State(0, {}, {}, None)
    state = State(**torch.load(checkpoint))
    tagger.load_state_dict(state.tagger)
    optimiser.load_state_dict(state.optimiser)
    schedule.last_epoch = state.step
    for group, rate, factor in zip(optimiser.param_groups, schedule.base_lrs, schedule.lr_lambdas, strict=True):
        group["lr"] = rate * factor(state.step)
    return state


def _groups(tagger: Tagger, recipe: Recipe) -> list[dict[str, object]]:
    return [
        {
            "params": [weight],
            "lr": _base_rate(name, recipe, len(tagger.encoder.layers)),
            "weight_decay": recipe.weight_decay * (weight.dim() > 1),
        }
        for name, weight in tagger.named_parameters()
        if weight.requires_grad
    ]


def _base_rate(name: str, recipe: Recipe, layers: int) -> float:
    if name.startswith(("encoder.features", "encoder.annotators")):
        return recipe.feature_rate
    if name.startswith("encoder.layers."):
        return recipe.encoder_rate * recipe.decay ** (layers - 1 - int(name.split(".")[2]))
    if name.startswith(("encoder.norm", "encoder.positions")):
        return recipe.encoder_rate * recipe.decay**layers
    return recipe.head_rate


def _rate(step: int, steps: int, warm: float) -> float:
    return min(1.0, (step + 1) / max(1.0, warm * steps)) * max(0.0, 1 - step / steps)


def _step(tagger: Tagger, batch: Batch, optimiser: torch.optim.Optimizer, recipe: Recipe) -> np.ndarray:
    losses = compute_losses(tagger, batch, recipe)
    optimiser.zero_grad()
    torch.stack(losses).sum().backward()
    nn.utils.clip_grad_norm_(tagger.parameters(), 5.0)
    optimiser.step()
    return np.array([float(loss.detach()) for loss in losses])


def compute_losses(tagger: Tagger, batch: Batch, recipe: Recipe) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Negative log likelihoods a cue: of the heads of outermost cues, of heads at any depth, of the roles around each cue, of
    entity labels."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors, cue, names = tagger.encoder(batch.ids, batch.features, batch.mask, batch.heads, batch.annotator)
        scores = (
            tagger.parts(vectors.reshape(-1, vectors.shape[-1]), batch.cues, batch.around, batch.there) if len(batch.cues) else None
        )
    cue, cues = cue.float(), max(1, len(batch.cues))
    outer = (
        functional.binary_cross_entropy_with_logits(cue[..., 0], batch.heads_of, reduction="none") * batch.in_core
    ).sum() / cues
    inner = functional.binary_cross_entropy_with_logits(cue[..., 1], batch.any_of, reduction="none")
    inner = (inner * batch.in_core).sum() / cues
    named = functional.cross_entropy(names.float().transpose(1, 2), batch.names, reduction="none")
    named = (named * batch.in_core).sum() / cues
    parts = (
        (tagger.parts.loss(scores.float(), batch.roles, batch.there) * batch.weight).sum() / cues
        if scores is not None
        else outer * 0
    )
    return outer, recipe.inner * inner, parts, recipe.names * named


def _average(averaged: dict[str, Tensor] | None, tagger: Tagger, decay: float) -> dict[str, Tensor]:
    if averaged is None:
        return copy.deepcopy(tagger.state_dict())
    for name, weight in tagger.state_dict().items():
        if name != "encoder.pieces.weight":
            averaged[name].lerp_(weight, 1 - decay)
    return averaged
