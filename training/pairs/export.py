"""From the trained pair reader to what the package ships: one ONNX graph with int8 weights that reads one pair at a time."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.export import Rows, write_graph
from training.network import Layer
from training.pairs.corpora import HEADS
from training.pairs.network import PairNetwork
from training.pairs.train import OFFSETS

Pieces = tuple[Tensor, Tensor]
"""Pieces of a pair and the side of each."""


class FusedLayer(nn.Module):
    """A layer of the encoder for one window: query, key and value are one product, and the scale of attention is in its weights. On one core a
    window takes a tenth less time than with three products."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        size = layer.query.in_features
        scale = (size // layer.heads) ** -0.5
        self.layer, self.heads, self.size = layer, layer.heads, size
        self.joint = nn.Linear(size, 3 * size)
        with torch.no_grad():
            self.joint.weight.copy_(torch.cat([layer.query.weight * scale, layer.key.weight, layer.value.weight]))
            self.joint.bias.copy_(torch.cat([layer.query.bias * scale, layer.key.bias, layer.value.bias]))

    def forward(self, x: Tensor) -> Tensor:
        """``x``: (pieces, size)."""
        layer, heads = self.layer, self.heads
        joint = self.joint(x).view(x.shape[0], 3 * heads, self.size // heads).transpose(0, 1)
        q, k, v = joint[:heads], joint[heads : 2 * heads], joint[2 * heads :]
        found = torch.softmax(q @ k.transpose(1, 2), -1) @ v
        x = layer.norms[0](x + layer.joined(found.transpose(0, 1).reshape(x.shape)))
        return layer.norms[1](x + layer.narrow(functional.gelu(layer.wide(x))))


class Smoothed(nn.Module):
    """A product whose inputs are brought to one size by channel before it, and its weights the other way: the few channels with large
    values then cost the others fewer of the 256 steps that an int8 activation has (SmoothQuant, Xiao et al. 2023)."""

    def __init__(self, product: nn.Linear, largest: Tensor, balance: float = 0.65) -> None:
        super().__init__()
        weight = product.weight.detach()
        factor = largest.clamp(min=1e-3) ** balance / weight.abs().amax(0).clamp(min=1e-4) ** (1 - balance)
        factor = factor / factor.mean()
        self.register_buffer("inverse", 1 / factor)
        self.product = nn.Linear(product.in_features, product.out_features)
        with torch.no_grad():
            self.product.weight.copy_(weight * factor)
            self.product.bias.copy_(product.bias)

    def forward(self, x: Tensor) -> Tensor:
        """As the product alone."""
        return self.product(x * self.inverse)


class OnePair(nn.Module):
    """The network for one pair: no padding; out come probabilities, a head after the other."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.rows = Rows(network.pieces.weight.detach())
        self.network = network
        self.layers = nn.ModuleList([FusedLayer(layer) for layer in network.layers])

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        """``ids``, ``sides``: (pieces,)."""
        x = self.rows(ids) + self.network.positions.weight[: ids.shape[0]] + self.network.sides(sides)
        x = self.network.norm(x)
        for layer in self.layers:
            x = layer(x)
        scores = self.network.answers(torch.cat([x[0], x.mean(0)], -1))
        return torch.cat(
            [torch.softmax(scores[OFFSETS[name] : OFFSETS[name] + len(answers)], -1) for name, answers in HEADS.items()]
        )


def smooth(encoder: nn.Module, layers: nn.ModuleList, windows: Sequence[tuple[Tensor, ...]]) -> None:
    """Smooth the products of each fused layer of an encoder that read a normalised vector, by the largest values that they get in some windows."""
    largest: dict[str, Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def note(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            largest[name] = torch.maximum(largest.get(name, torch.zeros(given[0].shape[-1])), given[0].abs().amax(0))

        return note

    watched = {f"{number} {name}": (owner, name) for number, layer in enumerate(layers) for owner, name in _normalised(layer)}
    hooks = [getattr(owner, name).register_forward_pre_hook(watch(place)) for place, (owner, name) in watched.items()]
    with torch.no_grad():
        for window in windows:
            encoder(*window)
    for hook in hooks:
        hook.remove()
    for place, (owner, name) in watched.items():
        setattr(owner, name, Smoothed(getattr(owner, name), largest[place]))


def _normalised(layer: FusedLayer) -> list[tuple[nn.Module, str]]:
    return [(layer, "joint"), (layer.layer, "wide")]


def export(network: PairNetwork, folder: Path, *, pairs: Sequence[Pieces], quantised: bool = True) -> None:
    """Write ``pairs.onnx`` into ``folder``. ``pairs``: some that it reads, to smooth its products by before they are quantised."""
    folder.mkdir(parents=True, exist_ok=True)
    one = OnePair(copy.deepcopy(network)).eval()
    del one.network.layers, one.network.pieces
    if pairs:
        smooth(one, one.layers, pairs)
    pieces = torch.export.Dim("pieces", min=2)
    inputs = (torch.arange(40), torch.zeros(40, dtype=torch.int64))
    write_graph(one, inputs, folder / "pairs.onnx", ["ids", "sides"], ["answers"], ({0: pieces}, {0: pieces}), quantised=quantised)
