"""The statement encoder's network in PyTorch: MiniLM-L6 over one statement, the mean of what it says of the pieces, brought to length one."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from training.network import Layer, Shape, from_bert


class StatementNetwork(nn.Module):
    """Pieces of statements in, a vector of each out."""

    def __init__(self, shape: Shape | None = None, drop: float = 0.1) -> None:
        super().__init__()
        self.shape, self.drop = shape or Shape(), drop
        size = self.shape.hidden
        self.pieces = nn.Embedding(self.shape.vocabulary, size)
        self.positions = nn.Embedding(self.shape.positions, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(
            [Layer(size, self.shape.inner, self.shape.heads, drop=drop, first=False) for _ in range(self.shape.layers)]
        )

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """``ids``, ``mask``: (statements, pieces), the mask true where there is one. Gives (statements, hidden)."""
        x = self.norm(self.pieces(ids) + self.positions.weight[: ids.shape[1]])
        x = functional.dropout(x, self.drop, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        there = mask.unsqueeze(-1).to(x)
        return functional.normalize(((x * there).sum(1) / there.sum(1)).float(), dim=-1)


def start(network: StatementNetwork, weights: dict[str, Tensor]) -> None:
    """Take over the weights of a BERT encoder."""
    unexpected = network.load_state_dict(from_bert(weights), strict=False).unexpected_keys
    if unexpected:
        raise ValueError(f"The encoder's weights have parts that this network lacks: {unexpected}")
