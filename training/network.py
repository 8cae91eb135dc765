"""The tagger's network in PyTorch: an encoder over word pieces, a head that finds cues, and a head that gives each cue its parts.

The encoder is MiniLM-L6 (Wang et al. 2020; the packaged ``all-MiniLM-L6-v2``, Apache-2.0) and what a word's letters do not tell is added to
its pieces: case, quotation marks, syntax, the reading by rules, and during training who annotated the article. The second head reads the
words around one cue at a time: what the encoder says of each, of the cue, and how the two stand to each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from quoth.extract.tagger.decode import BEGINS, FOLLOWS, ROLES
from quoth.extract.tagger.names import LABELS
from quoth.extract.tagger.relations import DISTANCES, RELATIONS, RULE_MARKS
from quoth.extract.tagger.words import SIZES

ANNOTATORS = ("4b22", "4e07", "5fec", "6b86", "d473", "ef2d")
"""PolNeAR's annotators, by the names of its files; 0 stands for none of them."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the network."""

    vocabulary: int = 30_522
    positions: int = 512
    hidden: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    cue: int = 192
    """Hidden units of the head that finds cues."""
    part: int = 160
    """Hidden units of the head that reads the words around a cue."""
    part_heads: int = 4
    part_layers: int = 2


class Layer(nn.Module):
    """A transformer layer; ``first`` normalises before each half (Xiong et al. 2020) rather than after (as BERT does)."""

    def __init__(self, size: int, inner: int, heads: int, *, drop: float, first: bool) -> None:
        super().__init__()
        self.heads, self.drop, self.first = heads, drop, first
        self.query, self.key, self.value, self.joined = (nn.Linear(size, size) for _ in range(4))
        self.wide, self.narrow = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norms = nn.ModuleList([nn.LayerNorm(size, eps=1e-12 if not first else 1e-5) for _ in range(2)])

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x``: (batch, words, size); ``mask``: (batch, words), true where there is a word; none where all are."""
        if self.first:
            x = x + self._drop(self._attend(self.norms[0](x), mask))
            return x + self._drop(self.narrow(functional.gelu(self.wide(self.norms[1](x)))))
        x = self.norms[0](x + self._drop(self._attend(x, mask)))
        return self.norms[1](x + self._drop(self.narrow(functional.gelu(self.wide(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.drop, self.training)

    def _attend(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, words, size = x.shape
        split = (batch, words, self.heads, size // self.heads)
        q, k, v = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        found = functional.scaled_dot_product_attention(q, k, v, attn_mask=None if mask is None else mask[:, None, None, :])
        return self.joined(found.transpose(1, 2).reshape(batch, words, size))


class Encoder(nn.Module):
    """Word pieces in, one vector a word out, with two scores a word for being the head of a cue, and scores of its entity label."""

    def __init__(self, shape: Shape, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.pieces = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.ModuleList([nn.Embedding(size, shape.hidden) for size in SIZES.values()])
        self.annotators = nn.Embedding(len(ANNOTATORS) + 1, shape.hidden)
        for added in (*self.features, self.annotators):
            nn.init.zeros_(added.weight)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(
            [Layer(shape.hidden, shape.inner, shape.heads, drop=drop, first=False) for _ in range(shape.layers)]
        )
        self.names = nn.Linear(shape.hidden, LABELS)
        self.cue = nn.Sequential(nn.Linear(shape.hidden, shape.cue), nn.GELU(), nn.Dropout(drop), nn.Linear(shape.cue, 2))

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, heads: Tensor, annotator: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """``ids``, ``mask``: (batch, pieces); ``features``: (batch, pieces, columns), -1 for pieces that are no word's; ``heads``: (batch,
        words), the first piece of each word; ``annotator``: (batch,). Gives (batch, words, hidden), logits (batch, words, 2)
        of the head of the cue of an outermost attribution and of any, and logits (batch, words, labels of names)."""
        known = (features[..., 0] >= 0).unsqueeze(-1)
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        told = sum(table(features[..., column].clamp(min=0)) for column, table in enumerate(self.features))
        x = self.norm(x + told * known + self.annotators(annotator)[:, None])
        x = functional.dropout(x, self.drop, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        words = torch.gather(x, 1, heads.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
        return words, self.cue(words), self.names(words)


class Parts(nn.Module):
    """For one cue at a time the role of each word around it: scores of a linear-chain conditional random field (Lafferty et al. 2001)."""

    def __init__(self, shape: Shape, drop: float = 0.1) -> None:
        super().__init__()
        size = shape.part
        self.word, self.cue = nn.Linear(shape.hidden, size), nn.Linear(shape.hidden, size)
        self.relations, self.rules, self.distance = (nn.Embedding(rows, size) for rows in (RELATIONS, RULE_MARKS, DISTANCES))
        for added in (self.relations, self.rules, self.distance):
            nn.init.normal_(added.weight, std=0.05)
        self.layers = nn.ModuleList(
            [Layer(size, 2 * size, shape.part_heads, drop=drop, first=True) for _ in range(shape.part_layers)]
        )
        self.norm, self.role = nn.LayerNorm(size), nn.Linear(size, ROLES)
        self.follows = nn.Parameter(torch.zeros(ROLES, ROLES))
        """What a role adds to the score of the next one."""

    def forward(self, words: Tensor, cues: Tensor, around: Tensor, mask: Tensor | None) -> Tensor:
        """``words``: (all words, hidden); ``cues``: (cues,), rows of ``words``; ``around``: (cues, width, 4), for each word around a cue its row of
        ``words``, relation, mark by the rules and distance; ``mask``: (cues, width), true where there is a word. Gives scores (cues,
        width, ROLES)."""
        at, relations, rules, distance = around.unbind(-1)
        x = (
            self.word(words)[at]
            + self.cue(words)[cues][:, None]
            + self.relations(relations)
            + self.rules(rules)
            + self.distance(distance)
        )
        for layer in self.layers:
            x = layer(x, mask)
        return self.role(self.norm(x))

    def transitions(self) -> Tensor:
        """``follows`` with what cannot follow forbidden, shape (ROLES, ROLES)."""
        return self.follows + torch.from_numpy(FOLLOWS).to(self.follows)

    def loss(self, scores: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        """The negative log likelihood of the roles of each cue, shape (cues,). The first word of each has a place in ``mask``."""
        follows = self.transitions()
        begins = scores[:, 0] + torch.from_numpy(BEGINS).to(scores)
        rows = torch.arange(len(roles))
        right = begins[rows, roles[:, 0]]
        total = begins
        for at in range(1, scores.shape[1]):
            there = mask[:, at]
            right = right + there * (follows[roles[:, at - 1], roles[:, at]] + scores[rows, at, roles[:, at]])
            step = torch.logsumexp(total[:, :, None] + follows, 1) + scores[:, at]
            total = torch.where(there[:, None], step, total)
        return torch.logsumexp(total, 1) - right


class Tagger(nn.Module):
    """Both parts."""

    def __init__(self, shape: Shape | None = None, drop: float = 0.1) -> None:
        super().__init__()
        self.shape = shape or Shape()
        self.encoder, self.parts = Encoder(self.shape, drop), Parts(self.shape, drop)


def from_bert(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights of a BERT encoder under the names of ``Encoder``."""
    names = {
        "embeddings.word_embeddings": "pieces",
        "embeddings.position_embeddings": "positions",
        "embeddings.LayerNorm": "norm",
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "joined",
        "attention.output.LayerNorm": "norms.0",
        "intermediate.dense": "wide",
        "output.dense": "narrow",
        "output.LayerNorm": "norms.1",
    }
    renamed = {}
    for name, weight in weights.items():
        stem, _, kind = name.removeprefix("bert.").rpartition(".")
        for old, new in names.items():
            if stem == old:
                renamed[f"{new}.{kind}"] = weight
            elif stem.startswith("encoder.layer.") and stem.split(".", 3)[3] == old:
                renamed[f"layers.{stem.split('.')[2]}.{new}.{kind}"] = weight
    # The kind of every piece is the same, so its embedding is added to each position once and for all.
    renamed["positions.weight"] = renamed["positions.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    return renamed
