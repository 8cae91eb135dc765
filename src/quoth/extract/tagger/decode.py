"""From the network's answers to attributions: the likeliest roles around each cue, and a set of attributions that go together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ranges = tuple[tuple[int, int], ...]
"""Half-open ranges of a document's words."""

ROLES = 7
"""Outside, then the first and a further word of a source, a cue, a content."""
SOURCE, CUE, CONTENT = 1, 3, 5
"""Labels of a first word; that of a further word is the next number."""
NEVER = -1e4
FOLLOWS = np.zeros((ROLES, ROLES))
"""What may follow what: a further word only after a word of its own role."""
BEGINS = np.zeros(ROLES)
"""What may begin."""
for _label in (SOURCE, CUE, CONTENT):
    FOLLOWS[[role for role in range(ROLES) if role not in {_label, _label + 1}], _label + 1] = NEVER
    BEGINS[_label + 1] = NEVER


@dataclass(frozen=True, slots=True)
class Guess:
    """An attribution that the network holds possible, in words of the document."""

    head: int
    outer: float
    """Probability that it is one of those that stand in no other's content."""
    any: float
    """Probability that it is one at all."""
    fit: float
    """Logarithm of the probability of the roles of all words around it."""
    source: Ranges
    cue: Ranges
    content: Ranges


def likeliest(
    scores: NDArray[np.float64], mask: NDArray[np.bool_], follows: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The likeliest sequences of roles (Viterbi 1967) and the logarithms of their probabilities in the conditional random field.

    ``scores``: (cues, width, ROLES); ``mask``: (cues, width), false behind the last word; ``follows``: (ROLES, ROLES), learnt. Shapes (cues, width),
    0 behind the last word, and (cues,).
    """
    order = np.argsort(-mask.sum(1), kind="stable")
    counts, rows = mask.sum(0).tolist(), np.arange(len(order))
    back, best, sure = _forward(scores[order], counts, follows + FOLLOWS)
    path = np.zeros(mask.shape, dtype=np.int64)
    path[:, -1] = best.argmax(1)
    for at in range(scores.shape[1] - 1, 0, -1):
        path[:, at - 1] = back[rows, at, path[:, at]]
    back_in_order = np.argsort(order)
    return np.where(mask, path[back_in_order], 0), sure[back_in_order]


def _forward(
    scores: NDArray[np.float64], counts: Sequence[int], follows: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """For every word and role the best role before it, the best score of every role of the last word, and the logarithm of the probability of the
    best sequence. ``counts``: for each place how many cues have a word there, the longest first."""
    ways_on, tops = np.exp(follows), scores.max(2)
    lifted = np.exp(scores - tops[:, :, None])
    best = scores[:, 0] + BEGINS
    total, scale = _scaled(best)
    back = np.zeros(scores.shape, dtype=np.int64) + np.arange(ROLES)
    for at, there in enumerate(counts[1:], start=1):
        ways = best[:there, :, None] + follows
        back[:there, at] = ways.argmax(1)
        best[:there] = ways.max(1) + scores[:there, at]
        ahead = (total[:there] @ ways_on) * lifted[:there, at]
        share = ahead.sum(1, keepdims=True)
        total[:there] = ahead / share
        scale[:there] = scale[:there] + tops[:there, at] + np.log(share[:, 0])
    return back, best, best.max(1) - scale


def _scaled(logs: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights that sum to 1 in each row, and the logarithm of what they were divided by (the forward algorithm's scaling, Rabiner 1989)."""
    top = logs.max(1, keepdims=True)
    weights = np.exp(logs - top)
    summed = weights.sum(1, keepdims=True)
    return weights / summed, (top + np.log(summed))[:, 0]


def read_parts(path: NDArray[np.int64], first: int, label: int) -> Ranges:
    """The ranges of the role that begins with ``label`` in one sequence of roles, that of the word ``first`` first."""
    found: list[tuple[int, int]] = []
    for at in np.flatnonzero((path == label) | (path == label + 1)).tolist():
        word = at + first
        if found and found[-1][1] == word and path[at] == label + 1:
            found[-1] = (found[-1][0], word + 1)
        else:
            found.append((word, word + 1))
    return tuple(found)


def choose(guesses: Sequence[Guess], *, outer: float, inner: float) -> list[Guess]:
    """The guesses that hold together, in the order of their cues: outermost ones at least as likely as ``outer``, the likeliest first, no cue
    in another's content; then within the content of each those at least as likely as ``inner``, in the same way."""
    chosen = _apart([one for one in guesses if one.outer >= outer], key=lambda one: one.outer)
    layer, likely = chosen, [one for one in guesses if one.any >= inner]
    while layer:
        deeper: list[Guess] = []
        heads = {one.head for one in chosen}
        for holder in layer:
            rest = [one for one in likely if one.head not in heads and _holds(holder, one)]
            deeper.extend(_apart(rest, key=lambda one: one.any))
        layer = [one for one in deeper if not any(_meet(one.cue, other.cue) for other in chosen)]
        chosen = [*chosen, *layer]
    return sorted(chosen, key=lambda one: one.cue)


def _apart(guesses: Sequence[Guess], key: Callable[[Guess], float]) -> list[Guess]:
    kept: list[Guess] = []
    for guess in sorted(guesses, key=key, reverse=True):
        if not guess.cue or not guess.content:
            continue
        if not any(_meet(guess.cue, one.cue) or _meet(guess.cue, one.content) or _within(one.head, guess.content) for one in kept):
            kept.append(guess)
    return kept


def _holds(outer: Guess, inner: Guess) -> bool:
    parts = (*inner.source, *inner.cue, *inner.content)
    return all(any(first <= start and end <= last for first, last in outer.content) for start, end in parts)


def _meet(one: Ranges, other: Ranges) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def _within(word: int, ranges: Ranges) -> bool:
    return any(start <= word < end for start, end in ranges)
