"""The network as it is shipped, in 32 bits again: where its training goes on from. What int8 took from the weights is lost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file
from torch import Tensor, nn

from training.__main__ import pretrained
from training.network import Layer
from training.pairs.network import PairNetwork, start

Named = dict[str, Tensor]


def recover(graph: Path) -> PairNetwork:
    """The network of a graph that ``export`` has written. The table of word pieces is the base encoder's, which is never trained."""
    named = {one.name: torch.tensor(np.array(numpy_helper.to_array(one))) for one in onnx.load(str(graph)).graph.initializer}
    network = PairNetwork()
    start(network, load_file(pretrained()))
    with torch.no_grad():
        for name in ("positions.weight", "sides.weight", "norm.weight", "norm.bias", "answers.0.bias", "answers.3.bias"):
            network.get_parameter(name).copy_(named[f"network.{name}"])
        inner, last = _answers(named)
        network.get_parameter("answers.0.weight").copy_(inner)
        network.get_parameter("answers.3.weight").copy_(last)
        for number, layer in enumerate(network.layers):
            assert isinstance(layer, Layer)
            _recover_layer(layer, named, f"layers.{number}.")
    return network


def _answers(named: Named) -> tuple[Tensor, Tensor]:
    """The two products of the answers, which the graph does not name: one in int8, one in 32 bits, told by their shapes."""
    inner = next(
        name.removesuffix("_quantized") for name, one in named.items() if name.endswith("_quantized") and one.shape == (768, 384)
    )
    last = next(one for name, one in named.items() if one.dim() == 2 and one.shape[0] == 384 and one.shape[1] < 20)
    return _product(named, inner), last.T


def _product(named: Named, name: str) -> Tensor:
    """A product's weights, shape (out, in)."""
    return (named[f"{name}_quantized"].float() * named[f"{name}_scale"]).T


def _recover_layer(layer: Layer, named: Named, at: str) -> None:
    joint = _product(named, f"{at}joint.product.weight") * named[f"{at}joint.inverse"]
    size, scale = layer.query.in_features, (layer.query.in_features // layer.heads) ** -0.5
    for place, product in enumerate((layer.query, layer.key, layer.value)):
        part = slice(place * size, (place + 1) * size)
        by = 1.0 if place else 1 / scale
        product.weight.copy_(joint[part] * by)
        product.bias.copy_(named[f"{at}joint.product.bias"][part] * by)
    _copy(layer.joined, _product(named, f"{at}layer.joined.weight"), named[f"{at}layer.joined.bias"])
    wide = _product(named, f"{at}layer.wide.product.weight") * named[f"{at}layer.wide.inverse"]
    _copy(layer.wide, wide, named[f"{at}layer.wide.product.bias"])
    _copy(layer.narrow, _product(named, f"{at}layer.narrow.weight"), named[f"{at}layer.narrow.bias"])
    for place in (0, 1):
        norm = layer.norms[place]
        assert isinstance(norm, nn.LayerNorm)
        norm.weight.copy_(named[f"{at}layer.norms.{place}.weight"])
        norm.bias.copy_(named[f"{at}layer.norms.{place}.bias"])


def _copy(product: nn.Linear, weight: Tensor, bias: Tensor) -> None:
    product.weight.copy_(weight)
    product.bias.copy_(bias)
