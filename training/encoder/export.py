"""From the trained statement encoder to what the package ships: one ONNX graph with int8 weights that reads one statement at a time."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.network import StatementNetwork
from training.export import Rows, write_graph
from training.pairs.export import FusedLayer, smooth


class OneStatement(nn.Module):
    """The network for one statement: no padding; out comes a vector of length one."""

    def __init__(self, network: StatementNetwork) -> None:
        super().__init__()
        self.rows = Rows(network.pieces.weight.detach())
        self.network = network
        self.layers = nn.ModuleList([FusedLayer(layer) for layer in network.layers])

    def forward(self, ids: Tensor) -> Tensor:
        """``ids``: (pieces,)."""
        x = self.network.norm(self.rows(ids) + self.network.positions.weight[: ids.shape[0]])
        for layer in self.layers:
            x = layer(x)
        return functional.normalize(x.mean(0), dim=-1)


def export(network: StatementNetwork, folder: Path, *, statements: Sequence[Tensor]) -> None:
    """Write ``encoder.onnx`` into ``folder``. ``statements``: the pieces of some that it reads, to smooth its products by before they are quantised."""
    folder.mkdir(parents=True, exist_ok=True)
    one = OneStatement(copy.deepcopy(network)).eval()
    del one.network.layers, one.network.pieces
    smooth(one, one.layers, [(pieces,) for pieces in statements])
    pieces = torch.export.Dim("pieces", min=2)
    write_graph(one, (torch.arange(40),), folder / "encoder.onnx", ["ids"], ["vector"], ({0: pieces},), quantised=True)
