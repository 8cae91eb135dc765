"""From the parser's document to a paragraph of tokens, with runs of white space left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from quoth.language.forms import Form
from quoth.records import Segment, Span
from quoth.syntax import Paragraph, Token

COLUMNS = ["IDX", "LENGTH", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START", "SPACY", "IS_SPACE"]
BEGINS = 3
"""``ENT_IOB`` of a token that begins an entity."""

Tree: TypeAlias = tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, int], ...]]
"""For each token its dependents, and the first and last of its subtree."""


def read_paragraph(
    doc: Any, words: Sequence[Form], segment: Segment, start: int, end: int, holes: tuple[Span, ...] = ()
) -> Paragraph:
    """A parsed paragraph that stands at ``start`` to ``end`` of its document, parsed without its ``holes``; ``words``: the form of each token."""
    name = doc.vocab.strings
    places, lengths, labels, steps, kinds, states, sentences, spaced, blank = doc.to_array(COLUMNS).astype("int64").T.tolist()
    labelled = {label: name[label % 2**64] for label in {*labels, *kinds}}
    heads = [index + step for index, step in enumerate(steps)]
    kept = [index for index, is_blank in enumerate(blank) if not is_blank]
    spaces = {index for index, is_blank in enumerate(blank) if is_blank}  # other white space than one space is a token of its own
    if len(kept) < len(heads):
        heads = close_up(heads, kept)
    passed = _passed(start, places, holes)
    tokens = tuple(
        Token(
            at,
            start + places[index] + passed[index],
            start + places[index] + passed[index] + lengths[index],
            words[index].text,
            words[index].lemma,
            words[index].pos,
            words[index].tag,
            labelled[labels[index]],
            head,
            labelled[kinds[index]],
            states[index] == BEGINS,
            sentences[index] == 1,
            bool(spaced[index]) or index + 1 in spaces,
        )
        for at, (index, head) in enumerate(zip(kept, heads, strict=True))
    )
    return Paragraph(segment, start, end, tokens, *tree(heads), holes)


def _passed(start: int, places: Sequence[int], holes: Sequence[Span]) -> Sequence[int]:
    """For each token how many code points were left out before it."""
    if not holes:
        return [0] * len(places)
    found, passed, left = list[int](), 0, list(holes)
    for place in places:
        while left and start + place + passed >= left[0].start:
            passed += left[0].end - left[0].start
            left.pop(0)
        found.append(passed)
    return found


def close_up(heads: Sequence[int], kept: Sequence[int]) -> list[int]:
    """The heads of the tokens that are kept, counted among these; where a head is left out, its own head, or none."""
    place = {index: at for at, index in enumerate(kept)}
    found = []
    for index in kept:
        head = heads[index]
        while head not in place and heads[head] != head:
            head = heads[head]
        found.append(place.get(head, place[index]))
    return found


def tree(heads: Sequence[int]) -> Tree:
    """The tree over tokens that each have a head; a root has itself."""
    children: list[list[int]] = [[] for _ in heads]
    first, last = list(range(len(heads))), list(range(len(heads)))
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
        _widen(heads, index, first, last)
    return tuple(map(tuple, children)), tuple(zip(first, last, strict=True))


def _widen(heads: Sequence[int], index: int, first: list[int], last: list[int]) -> None:
    """Widen the subtrees of all that govern a token, up to one that is wide enough: those above it are, or will be when its ends have come."""
    node = index
    while heads[node] != node:
        node = heads[node]
        if index < first[node]:
            first[node] = index
        elif index > last[node]:
            last[node] = index
        else:
            return
