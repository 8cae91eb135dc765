"""The pair reader's network in PyTorch: MiniLM-L6 over both texts at once, and scores of each kind of answer."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import Layer, Shape, from_bert
from training.pairs.corpora import HEADS

ANSWERS = sum(len(answers) for answers in HEADS.values())
"""Scores that the network gives, those of all heads in a row."""


class PairNetwork(nn.Module):
    """The pieces of two texts in, with the text that each belongs to; out the scores of all answers."""

    def __init__(self, shape: Shape | None = None, drop: float = 0.1) -> None:
        super().__init__()
        self.shape, self.drop = shape or Shape(), drop
        size = self.shape.hidden
        self.pieces = nn.Embedding(self.shape.vocabulary, size)
        self.positions = nn.Embedding(self.shape.positions, size)
        self.sides = nn.Embedding(2, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(
            [Layer(size, self.shape.inner, self.shape.heads, drop=drop, first=False) for _ in range(self.shape.layers)]
        )
        self.answers = nn.Sequential(nn.Linear(2 * size, size), nn.GELU(), nn.Dropout(drop), nn.Linear(size, ANSWERS))

    def forward(self, ids: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """``ids``, ``sides``, ``mask``: (batch, pieces), the mask true where there is one. Gives (batch, ANSWERS)."""
        x = self.norm(self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.sides(sides))
        x = functional.dropout(x, self.drop, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        there = mask.unsqueeze(-1).to(x)
        mean = (x * there).sum(1) / there.sum(1)
        return self.answers(torch.cat([x[:, 0], mean], -1))


def start(network: PairNetwork, weights: dict[str, Tensor]) -> None:
    """Take over the weights of a BERT encoder."""
    kinds = weights["embeddings.token_type_embeddings.weight"]
    renamed = from_bert(weights)
    renamed["positions.weight"] = renamed["positions.weight"] - kinds[0]
    unexpected = network.load_state_dict(renamed | {"sides.weight": kinds}, strict=False).unexpected_keys
    if unexpected:
        raise ValueError(f"The encoder's weights have parts that this network lacks: {unexpected}")
