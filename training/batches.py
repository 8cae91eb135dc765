"""Windows of articles, put together and padded for the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor

from quoth.extract.tagger.pieces import LONGEST, Window, cut_windows, encode_window
from quoth.extract.tagger.relations import stack, within
from quoth.extract.tagger.words import SIZES, Numbers
from training.data import Article, Version
from training.invented import Invented
from training.network import ANNOTATORS

RULES = list(SIZES).index("rules")
MASK = 103
"""BERT's [MASK]."""


@dataclass(frozen=True)
class Example:
    """A window of an article as one annotator marked it."""

    article: Article
    version: Version
    window: Window


@dataclass(frozen=True)
class Noise:
    """What is hidden from the network while it learns, as probabilities."""

    annotator: float = 0.3
    """That it is not told who annotated."""
    rules: float = 0.15
    """That it is not told what the rules found in a window."""
    piece: float = 0.02
    """That a word piece is masked."""
    inner: float = 0.3
    """Not a chance: how much the parts of an inner attribution count, which only the rules tell."""
    renamed: float = 0.0
    """That the names of a window are replaced by invented ones."""


@dataclass(frozen=True)
class Batch:
    """Tensors as ``training.network`` takes them. ``heads_of`` tells which words are heads of outermost cues,
    ``any_of`` which are heads at any depth, ``in_core`` which count,
    ``names`` their entity labels;
    ``cues`` are rows of all words of all windows one after the other, ``around`` too."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    heads: Tensor
    annotator: Tensor
    heads_of: Tensor
    in_core: Tensor
    any_of: Tensor
    names: Tensor
    cues: Tensor
    around: Tensor
    there: Tensor
    roles: Tensor
    weight: Tensor


def epoch(articles: Sequence[Article], size: int, rng: Random) -> list[list[Example]]:
    """All windows of all articles in batches of windows alike in length, in a random order; where windows begin differs from epoch to epoch."""
    examples = [
        Example(article, version, window)
        for article in articles
        for version in article.versions
        for window in cut_windows(article.words, article.sizes, rng.randint(LONGEST * 3 // 4, LONGEST))
    ]
    rng.shuffle(examples)
    batches = [batch for some in _chunks(examples, size * 20) for batch in _chunks(sorted(some, key=_length), size)]
    rng.shuffle(batches)
    return batches


def admissible(roles: Numbers) -> Numbers:
    """The roles of a stretch, a further word that follows none of its part made a first one: parts are cut by windows, and by one another."""
    before = np.concatenate([[0], roles[:-1]])
    further = (roles > 0) & (roles % 2 == 0)
    return np.where(further & (before != roles) & (before != roles - 1), roles - 1, roles)


def _pieces(example: Example, rng: np.random.Generator, noise: Noise, invented: Invented | None) -> list[tuple[int, ...]]:
    if invented is None or rng.random() >= noise.renamed:
        return example.article.pieces
    return invented.rename(example.article, example.window, rng)


def _length(example: Example) -> int:
    return example.window.last - example.window.first


def _chunks(items: list[Example], size: int) -> Iterator[list[Example]]:
    return (items[first : first + size] for first in range(0, len(items), size))


def collate(examples: Sequence[Example], rng: np.random.Generator, noise: Noise, invented: Invented | None = None) -> Batch:
    """The tensors of some windows; ``invented``: where the names come from that ``noise.renamed`` asks for."""
    encoded = [encode_window(one.article.words, _pieces(one, rng, noise, invented), one.window) for one in examples]
    count, longest, most = len(examples), max(len(one.ids) for one in encoded), max(len(one.heads) for one in encoded)
    ids, heads = np.zeros((count, longest), np.int64), np.zeros((count, most), np.int64)
    features, mask = np.full((count, longest, len(SIZES)), -1, np.int64), np.zeros((count, longest), bool)
    marks = np.zeros((3, count, most), np.float32)
    annotator, names = np.zeros(count, np.int64), np.zeros((count, most), np.int64)
    cues, around, roles, weight = [], [], [], []
    for row, (example, pieces) in enumerate(zip(examples, encoded, strict=True)):
        window, words = example.window, len(pieces.heads)
        known = pieces.words >= 0
        ids[row, : len(known)] = np.where(known & (rng.random(len(known)) < noise.piece), MASK, pieces.ids)
        mask[row, : len(known)] = True
        heads[row, :words] = pieces.heads
        features[row, : len(known)][known] = example.article.words.features[pieces.words[known]]
        blind = rng.random() < noise.rules
        if blind:
            features[row, : len(known), RULES][known] = 0
        annotator[row] = 0 if rng.random() < noise.annotator else ANNOTATORS.index(example.version.annotator) + 1
        marks[1, row, window.core_first - window.first : window.core_last - window.first] = 1
        names[row, :words] = example.article.names[window.first : window.last]
        both = [(item, 1.0) for item in example.version.heads.items()] + [
            (item, noise.inner) for item in example.version.inner.items()
        ]
        for (head, cue), certain in both:
            if window.core_first <= head < window.core_last:
                marks[0, row, head - window.first] = certain == 1.0
                marks[2, row, head - window.first] = 1
                weight.append(certain)
                cues.append(row * most + head - window.first)
                kept = (cue.around[:, 0] >= window.first) & (cue.around[:, 0] < window.last)
                shift = np.array([window.first - row * most, 0, 0, 0])
                around.append((within(window, cue.around) - shift) * np.array([1, 1, not blind, 1]))
                roles.append(admissible(cue.roles[kept]))
    stacked, present = stack(around) if around else (np.zeros((0, 1, 4), np.int64), np.zeros((0, 1), bool))
    labels = np.zeros(present.shape, np.int64)
    for row, one in enumerate(roles):
        labels[row, : len(one)] = one
    arrays = (
        ids,
        features,
        mask,
        heads,
        annotator,
        *marks,
        names,
        np.array(cues, np.int64),
        stacked,
        present,
        labels,
        np.array(weight, np.float32),
    )
    return Batch(*(torch.from_numpy(one) for one in arrays))
