"""From the network's answers to attributions: the likeliest roles around each cue, and a set of attributions that go together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
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


def likeliest(scores: Reals, mask: NDArray[np.bool_], follows: Reals) -> tuple[NDArray[np.int64], Reals]:
    """The likeliest sequences of roles (Viterbi 1967) and the logarithms of their probabilities in the conditional random field.

    ``scores``: (cues, width, ROLES); ``mask``: (cues, width), false behind the last word; ``follows``: (ROLES, ROLES), learnt. Shapes (cues, width),
    0 behind the last word, and (cues,).
    """
    order = np.argsort(-mask.sum(1), kind="stable")
    counts, ends, rows = mask.sum(0).tolist(), mask.sum(1)[order] - 1, np.arange(len(order))
    ways = follows + FOLLOWS
    best, sure = _forward(scores[order].transpose(1, 2, 0), counts, ways)
    path = np.zeros(mask.shape[::-1], dtype=np.int64)
    path[ends, rows] = best[ends, :, rows].argmax(1)
    for at in range(len(counts) - 1, 0, -1):
        there = counts[at]
        path[at - 1, :there] = (best[at - 1, :, :there] + ways[:, path[at, :there]]).argmax(0)
    back_in_order = np.argsort(order)
    return path.T[back_in_order], (best[ends, :, rows].max(1) - sure[ends, rows])[back_in_order]


def _forward(scores: Reals, counts: Sequence[int], ways: Reals) -> tuple[Reals, Reals]:
    """For every word and role the score of the best sequence that ends so, shape (width, ROLES, cues), and for every word the logarithm of what all
    sequences sum to, shape (width, cues) (the forward algorithm with scaling, Rabiner 1989). ``scores``: (width, ROLES, cues); ``counts``: for each
    place how many cues have a word there, the longest first; ``ways``: (ROLES, ROLES)."""
    best = scores + BEGINS[:, None]
    tops = scores.max(1)
    lifted, ways_on, shares = np.exp(scores - tops[:, None]), np.exp(ways).T, np.ones(tops.shape)
    total = lifted[0] * np.exp(BEGINS)[:, None]
    shares[0] = total.sum(0)
    total /= shares[0]
    for at, there in enumerate(counts[1:], start=1):
        best[at, :, :there] = (best[at - 1, :, None, :there] + ways[:, :, None]).max(0) + scores[at, :, :there]
        ahead = (ways_on @ total[:, :there]) * lifted[at, :, :there]
        shares[at, :there] = share = ahead.sum(0)
        total[:, :there] = ahead / share
    return best, (tops + np.log(shares)).cumsum(0)


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


def choose(guesses: Sequence[Guess], *, outer: float, inner: float, vouched: Collection[int] = ()) -> list[Guess]:
    """The guesses that hold together, in the order of their cues: outermost ones at least as likely as ``outer``, or with a head that is
    ``vouched`` for, the likeliest first, no cue in another's content; then within the content of each those at least as likely as ``inner``, in
    the same way."""
    chosen = _apart([one for one in guesses if one.outer >= outer or one.head in vouched], key=lambda one: one.outer)
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
