"""From the trained pair reader to what the package ships: one ONNX graph with int8 weights that reads one pair at a time."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import FusedLayer, Rows, smooth, write_graph
from training.pairs.corpora import HEADS
from training.pairs.network import PairNetwork
from training.pairs.train import OFFSETS

Pieces = tuple[Tensor, Tensor]
"""Pieces of a pair and the side of each."""


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
