"""How the words around a cue stand to it: by syntax, by distance, and by what the rules make of that cue.

Source and content of a cue stand in its paragraph (99 in 100 parts of PolNeAR's attributions), so that is where they are looked for; where it ends
with a colon ("He went on:"), in the next one too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from quoth.extract.attribution.attributions import read_candidate
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.quotations import Quotation, find_quotations
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.shapes import shape_contents
from quoth.extract.tagger.pieces import Window
from quoth.extract.tagger.words import LABELS, Numbers, Words, goes_on
from quoth.syntax import Paragraph, ParsedDocument

BEFORE, BEHIND = 96, 224
"""Words before and behind a cue among which its parts are looked for."""
DISTANCES = BEFORE + BEHIND + 1

_LABEL = {label: at for at, label in enumerate(LABELS, 1)}
_BELOW, _BESIDE = 4, 5 + len(LABELS)
_NEXT = 6 + 2 * len(LABELS)
RELATIONS = _NEXT + 1
"""0 in another sentence, 1 the cue itself, 2 a word that governs it, 3 elsewhere in the sentence; then by the label of the branch of the cue that the
word is in; then by the label of the branch of the cue's governor; the last one in the next paragraph."""

RULE_MARKS = 9
"""0 the rules see no statement here, 1 they do and the word has no part in it; 2 and 3 the first and a further word of its source, 4 and 5 of
its cue, 6 and 7 of its content; 8 is 1 where syntax would allow a statement and the rules hold it too weak."""
_SEEN, _WEAK = 1, 8
AGREEING = 0.4
"""The score of the rules from which on they vouch for a cue that the network doubts."""


def stretch(words: Words, word: int) -> tuple[int, int]:
    """The words among which the parts of the cue at ``word`` are looked for, half-open."""
    number = int(words.paragraphs[word])
    end = int(words.starts[number + 1])
    if goes_on(words, number):
        end = int(words.starts[number + 2])
    return max(int(words.starts[number]), word - BEFORE), min(end, word + BEHIND + 1)


def relate(words: Words, paragraphs: Sequence[Paragraph], word: int) -> Numbers:
    """The syntactic relation of every word of the stretch around ``word``."""
    number = int(words.paragraphs[word])
    paragraph, offset = paragraphs[number], int(words.starts[number])
    index = word - offset
    relation = np.zeros(len(paragraph.tokens), dtype=np.int64)
    first, last = _sentence(paragraph, index)
    relation[first:last] = 3
    governor = paragraph.tokens[index].head
    if governor != index:
        _branches(relation, paragraph, governor, _BESIDE)
    for ancestor in paragraph.ancestors(index):
        relation[ancestor.index] = 2
    begin, end = paragraph.edges[index]
    relation[begin : end + 1] = 3
    _branches(relation, paragraph, index, _BELOW)
    relation[index] = 1
    low, high = stretch(words, word)
    there = relation[low - offset : high - offset]
    return np.concatenate([there, np.full(high - low - len(there), _NEXT, dtype=np.int64)])


def _sentence(paragraph: Paragraph, index: int) -> tuple[int, int]:
    """The half-open range of the sentence that a token is in."""
    tokens = paragraph.tokens
    first = next((at for at in range(index, -1, -1) if tokens[at].begins_sentence), None)
    if first is None:
        return 0, len(tokens)
    return first, next((at for at in range(index + 1, len(tokens)) if tokens[at].begins_sentence), len(tokens))


def _branches(relation: Numbers, paragraph: Paragraph, governor: int, base: int) -> None:
    for child in paragraph.dependents[governor]:
        begin, end = paragraph.edges[child]
        relation[begin : end + 1] = base + _LABEL.get(paragraph.tokens[child].dep, 0)


def by_rules(
    words: Words,
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Sequence[Quotation]],
    attributions: Mapping[int, Attribution],
    word: int,
) -> Numbers:
    """What the rules make of the cue at ``word``, for every word of the stretch around it; ``attributions``: those that the rules found, by every
    word of their cues."""
    low, high = stretch(words, word)
    marks = np.zeros(high - low, dtype=np.int64)
    number = int(words.paragraphs[word])
    offset = int(words.starts[number])
    found = attributions.get(word)
    parts: list[tuple[int, Range, int]]
    if found is not None:
        marks[:] = _SEEN
        parts = [(int(words.starts[at]), part, 6) for at, part in found.contents]
        cue, source = found.cue, found.source
    else:
        candidate = read_candidate(paragraphs[number], word - offset, quotations[number])
        if candidate is None:
            return marks
        marks[:] = _WEAK
        parts = [(offset, part, 6) for part in shape_contents(paragraphs[number], candidate, quotations[number])]
        cue, source = candidate.cue, candidate.source
    parts += [*([(offset, source, 2)] if source else []), (offset, cue, 4)]
    for start, part, label in parts:
        first, last = part.first + start - low, part.last + start - low
        if last >= 0 and first < len(marks):
            marks[max(first, 0) : last + 1] = label + 1
            if first >= 0:
                marks[first] = label
    return marks


class CueReader:
    """Reads the surroundings of any word of a document as those of a cue."""

    def __init__(self, parsed: ParsedDocument, words: Words, rules: Sequence[Attribution]) -> None:
        self.words = words
        self._paragraphs = parsed.paragraphs
        self._quotations = find_quotations(parsed.paragraphs)
        self._rules = by_cue(words, rules)
        self.heads = find_heads(words, rules)

    def around(self, word: int) -> Numbers:
        """For every word of the stretch around ``word``: which it is, its relation, its mark by the rules, its distance; shape (width, 4)."""
        low, high = stretch(self.words, word)
        at = np.arange(low, high)
        marks = by_rules(self.words, self._paragraphs, self._quotations, self._rules, word)
        return np.stack([at, relate(self.words, self._paragraphs, word), marks, at - word + BEFORE], axis=1)


def find_heads(words: Words, rules: Sequence[Attribution]) -> frozenset[int]:
    """The words that the rules hold to be heads of cues, surely enough to vouch for them."""
    return frozenset(int(words.starts[one.paragraph]) + one.head for one in rules if one.score >= AGREEING)


def within(window: Window, around: Numbers) -> Numbers:
    """What surrounds a cue, as far as it stands in the window."""
    return around[(around[:, 0] >= window.first) & (around[:, 0] < window.last)]


def stack(rows: Sequence[Numbers]) -> tuple[Numbers, NDArray[np.bool_]]:
    """What surrounds several cues, padded at the end: shapes (cues, width, 4) and (cues, width), true where there is a word."""
    stacked = np.zeros((len(rows), max(map(len, rows)), 4), dtype=np.int64)
    mask = np.zeros(stacked.shape[:2], dtype=bool)
    for row, (one, there) in enumerate(zip(rows, mask, strict=True)):
        stacked[row, : len(one)] = one
        there[: len(one)] = True
    return stacked, mask


def by_cue(words: Words, attributions: Sequence[Attribution]) -> dict[int, Attribution]:
    """The attributions by every word of their cues; the surer first where two share one."""
    found: dict[int, Attribution] = {}
    for attribution in sorted(attributions, key=lambda one: -one.score):
        start = int(words.starts[attribution.paragraph])
        for word in range(start + attribution.cue.first, start + attribution.cue.last + 1):
            found.setdefault(word, attribution)
    return found
