"""From trained weights to what the package ships: two ONNX graphs with int8 weights.

The encoder's matrices are quantised per channel, activations as they come (onnxruntime's dynamic quantisation); the table of word pieces keeps
one scale a row. What decides at the end (the last layer of each head) stays in 32 bits.
"""

from __future__ import annotations

import copy
import json
import tempfile
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from quoth.extract.tagger.words import SIZES
from training.network import Encoder, Layer, Tagger

Features: TypeAlias = tuple[Tensor, Tensor, Tensor]
"""Pieces, features and heads of one window, as ``OneWindow`` takes them."""


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


class OneWindow(nn.Module):
    """The encoder for one window: no padding, one annotator for all."""

    def __init__(self, encoder: Encoder, annotator: int | None) -> None:
        super().__init__()
        self.encoder = encoder
        self.layers = nn.ModuleList([FusedLayer(layer) for layer in encoder.layers])
        self.rows = Rows(encoder.pieces.weight.detach())
        told = encoder.annotators.weight.detach()
        self.register_buffer("annotator", told[1:].mean(0) if annotator is None else told[annotator])
        # One table for all features, each with a row for "no word".
        tables = [torch.cat([torch.zeros(1, table.weight.shape[1]), table.weight.detach()]) for table in encoder.features]
        self.register_buffer("table", torch.cat(tables))
        self.register_buffer("offsets", torch.tensor([0, *[size + 1 for size in SIZES.values()][:-1]]).cumsum(0))

    def forward(self, ids: Tensor, features: Tensor, heads: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``ids``: (pieces,); ``features``: (pieces, columns), -1 for pieces that are no word's; ``heads``: (words,)."""
        told = self.table[features + 1 + self.offsets].sum(1)
        x = self.rows(ids) + told + self.annotator + self.encoder.positions.weight[: ids.shape[0]]
        x = self.encoder.norm(x)
        for layer in self.layers:
            x = layer(x)
        words = x[heads]
        return words, torch.sigmoid(self.encoder.cue(words)), self.encoder.names(words)


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


def export(tagger: Tagger, folder: Path, *, annotator: int | None = None, quantised: bool = True) -> None:
    """Write ``encoder.onnx``, ``parts.onnx`` and ``transitions.json`` into ``folder``. ``annotator``: as whom to read; None for the mean of all."""
    tagger.eval()
    pieces, words, cues, width = 40, 30, 5, 20
    folder.mkdir(parents=True, exist_ok=True)
    encoder_inputs = (torch.arange(pieces), torch.zeros(pieces, len(SIZES), dtype=torch.int64), torch.arange(words))
    around = torch.zeros(cues, width, 4, dtype=torch.int64)
    parts_inputs = (torch.zeros(words, tagger.shape.hidden), torch.arange(cues), around, torch.ones(cues, width, dtype=torch.bool))
    encoder = OneWindow(copy.deepcopy(tagger.encoder), annotator).eval()
    pieces_, words_, cues_, width_ = (torch.export.Dim(name, min=2) for name in ("pieces", "words", "cues", "width"))
    write_graph(
        encoder, encoder_inputs, folder / "encoder.onnx", ["ids", "features", "heads"], ["vectors", "cue", "names"],
        ({0: pieces_}, {0: pieces_}, {0: words_}), quantised=quantised,
    )  # fmt: skip
    write_graph(
        tagger.parts, parts_inputs, folder / "parts.onnx", ["vectors", "cues", "around", "mask"], ["scores"],
        ({0: words_}, {0: cues_}, {0: cues_, 1: width_}, {0: cues_, 1: width_}), quantised=quantised,
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
