"""From trained weights to what the package ships: two ONNX graphs with int8 weights.

The encoder's matrices are quantised per channel, activations as they come (onnxruntime's dynamic quantisation); the table of word pieces keeps
one scale a row. What decides at the end (the last layer of each head) stays in 32 bits.
"""

from __future__ import annotations

import copy
import json
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from quoth.extract.tagger.words import SIZES
from training.network import Layer, Parts, Tagger

FAR = 1e4
"""How far below every word is what is no word."""


class Rows(nn.Module):
    """An embedding table in int8 with one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("whole", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of ``ids``."""
        return self.whole[ids].to(torch.float32) * self.scale[ids]


class PlainLayer(nn.Module):
    """A layer as it is read: the scale of attention is in the weights of the queries, keys are turned over once, and the GELU is that by the hyperbolic
    tangent, which is nearer to the one it was trained with than a step of int8. PyTorch's own attention is written with more copies."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer, self.split = layer, (layer.heads, layer.query.in_features // layer.heads)
        scale = self.split[1] ** -0.5
        self.query = nn.Linear(layer.query.in_features, layer.query.in_features)
        with torch.no_grad():
            self.query.weight.copy_(layer.query.weight * scale)
            self.query.bias.copy_(layer.query.bias * scale)

    def forward(self, x: Tensor, *, only: Tensor | None = None, silent: Tensor | None = None) -> Tensor:
        """``x``: (..., pieces, size); ``only``: the pieces whose vectors are asked for, all without it; ``silent``: added to what every piece looks
        at, (..., 1, 1, pieces)."""
        layer = self.layer
        read = layer.norms[0](x) if layer.first else x
        asking, own = (read, x) if only is None else (functional.embedding(only, read), functional.embedding(only, x))
        queries = self.query(asking).unflatten(-1, self.split).transpose(-3, -2)
        keys = layer.key(read).unflatten(-1, self.split).movedim(-3, -1)
        values = layer.value(read).unflatten(-1, self.split).transpose(-3, -2)
        looked = queries @ keys
        found = torch.softmax(looked if silent is None else looked + silent, -1) @ values
        own = own + layer.joined(found.transpose(-3, -2).flatten(-2))
        if layer.first:
            return own + self._inner(layer.norms[1](own))
        own = layer.norms[0](own)
        return layer.norms[1](own + self._inner(own))

    def _inner(self, x: Tensor) -> Tensor:
        return self.layer.narrow(functional.gelu(self.layer.wide(x), approximate="tanh"))


class OneWindow(nn.Module):
    """The encoder for one window: no padding, one annotator for all, and in the last layer the first pieces of words alone. It ends with what the
    parts ask of words: their own vector, and that of a cue."""

    def __init__(self, tagger: Tagger, annotator: int | None) -> None:
        super().__init__()
        encoder = tagger.encoder
        self.encoder = encoder
        self.layers = nn.ModuleList([PlainLayer(layer) for layer in encoder.layers])
        self.rows = Rows(encoder.pieces.weight.detach())
        told = encoder.annotators.weight.detach()
        # A piece's place and who annotated are the same for every window.
        self.register_buffer(
            "places", encoder.positions.weight.detach() + (told[1:].mean(0) if annotator is None else told[annotator])
        )
        # One table for all features, each with a row for "no word".
        tables = [torch.cat([torch.zeros(1, table.weight.shape[1]), table.weight.detach()]) for table in encoder.features]
        self.register_buffer("table", torch.cat(tables))
        self.register_buffer("offsets", torch.tensor([1, *[size + 1 for size in SIZES.values()][:-1]]).cumsum(0))
        self.both = nn.Linear(tagger.shape.hidden, 2 * tagger.shape.part)
        with torch.no_grad():
            self.both.weight.copy_(torch.cat([tagger.parts.word.weight, tagger.parts.cue.weight]))
            self.both.bias.copy_(torch.cat([tagger.parts.word.bias, tagger.parts.cue.bias]))

    def forward(self, ids: Tensor, features: Tensor, heads: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """``ids``: (pieces,); ``features``: (pieces, columns), -1 for pieces that are no word's; ``heads``: (words,). Gives twice (words, part),
        (words, 2), (words, labels)."""
        told = functional.embedding(features + self.offsets, self.table).sum(1)
        x = self.encoder.norm(self.rows(ids) + self.places[: ids.shape[0]] + told)
        *before, last = self.layers
        for layer in before:
            x = layer(x)
        words = last(x, only=heads)
        around, asking = self.both(words).chunk(2, -1)
        return around, asking, torch.sigmoid(self.encoder.cue(words)), self.encoder.names(words)


class SomeCues(nn.Module):
    """The parts of some cues of a document, words padded at the end."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts, self.layers = parts, nn.ModuleList([PlainLayer(layer) for layer in parts.layers])

    def forward(self, words: Tensor, asking: Tensor, cues: Tensor, around: Tensor, mask: Tensor) -> Tensor:
        """``words``, ``asking``: (all words, part), as ``OneWindow`` gives them; the rest as ``Parts`` takes it."""
        parts = self.parts
        at, relations, rules, distance = around.unbind(-1)
        x = functional.embedding(at, words) + functional.embedding(cues, asking)[:, None]
        x = x + parts.relations(relations) + parts.rules(rules) + parts.distance(distance)
        silent = (mask.to(torch.float32) - 1)[:, None, None, :] * FAR
        for layer in self.layers:
            x = layer(x, silent=silent)
        scores: Tensor = parts.role(parts.norm(x))
        return scores


def export(tagger: Tagger, folder: Path, *, annotator: int | None = None, quantised: bool = True) -> None:
    """Write ``encoder.onnx``, ``parts.onnx`` and ``transitions.json`` into ``folder``. ``annotator``: as whom to read; None for the mean of all."""
    tagger.eval()
    pieces, words, cues, width = 40, 30, 5, 20
    folder.mkdir(parents=True, exist_ok=True)
    encoder_inputs = (torch.arange(pieces), torch.zeros(pieces, len(SIZES), dtype=torch.int64), torch.arange(words))
    around = torch.zeros(cues, width, 4, dtype=torch.int64)
    vectors = torch.zeros(words, tagger.shape.part)
    parts_inputs = (vectors, vectors + 1, torch.arange(cues), around, torch.ones(cues, width, dtype=torch.bool))
    encoder, parts = OneWindow(copy.deepcopy(tagger), annotator).eval(), SomeCues(copy.deepcopy(tagger.parts)).eval()
    pieces_, words_, cues_, width_ = (torch.export.Dim(name, min=2) for name in ("pieces", "words", "cues", "width"))
    write_graph(
        encoder, encoder_inputs, folder / "encoder.onnx", ["ids", "features", "heads"], ["words", "asking", "cue", "names"],
        ({0: pieces_}, {0: pieces_}, {0: words_}), quantised=quantised,
    )  # fmt: skip
    write_graph(
        parts, parts_inputs, folder / "parts.onnx", ["words", "asking", "cues", "around", "mask"], ["scores"],
        ({0: words_}, {0: words_}, {0: cues_}, {0: cues_, 1: width_}, {0: cues_, 1: width_}), quantised=quantised,
    )  # fmt: skip
    rows = tagger.parts.follows.detach().tolist()
    (folder / "transitions.json").write_text(json.dumps([[round(one, 4) for one in row] for row in rows]) + "\n", encoding="utf-8")


def write_graph(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    path: Path,
    names: list[str],
    outputs: list[str],
    shapes: tuple[dict[int, torch.export.Dim], ...],
    *,
    quantised: bool,
) -> None:
    """Write a module as an ONNX graph, its larger products in int8 where it is to be quantised."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            module.eval(), inputs, plain, input_names=names, output_names=outputs, dynamic_shapes=shapes, dynamo=True, external_data=False,
            verbose=False,
        )  # fmt: skip
        if not quantised:
            path.write_bytes(plain.read_bytes())
            return
        _without_shapes(plain, prepared)
        quantize_dynamic(
            prepared, path, op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, weight_type=QuantType.QInt8,
            nodes_to_exclude=_small(prepared), extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def _without_shapes(plain: Path, prepared: Path) -> None:
    """The same graph without the shapes noted between its nodes, which the exporter leaves wrong where it merges nodes."""
    model = onnx.load(plain)
    del model.graph.value_info[:]
    onnx.save(model, prepared)


def _small(path: Path) -> list[str]:
    """The products with matrices of fewer than 10,000 numbers."""
    model = onnx.load(path)
    sizes = {one.name: torch.tensor(list(one.dims)).prod().item() for one in model.graph.initializer}
    return [node.name for node in model.graph.node if node.op_type in {"MatMul", "Gemm"} and sizes.get(node.input[1], 1e9) < 10_000]
