"""The words of a document in the numbers that the tagger reads: one row a word, one column a feature.

Nothing here looks at which words they are: shape, quotation marks, syntax and the reading by rules. The words themselves go to the
encoder as word pieces (``pieces``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.attribution.ranges import Range
from quoth.syntax import Paragraph, ParsedDocument, Token

TAGS = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD",
    "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG",
    "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "_SP", "``",
)  # fmt: skip
"""Penn Treebank tags, in the parser's order."""

LABELS = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc", "ccomp", "compound",
    "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj",
    "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl",
    "xcomp",
)  # fmt: skip
"""Dependency labels (ClearNLP style), in the parser's order."""

NEAR = 8
"""Distances to a word's governor are told apart up to this many words on either side."""

SIZES = {
    "shape": 7,
    "quotation": 5,
    "tag": len(TAGS) + 1,
    "label": len(LABELS) + 1,
    "governor": 2 * NEAR + 1,
    "boundary": 4,
    "rules": 7,
}
"""The columns in order, each with how many values it can take; 0 is "none" or "unknown"."""

QUOTED = list(SIZES).index("quotation")
"""The column that tells how a word stands to quotation marks."""

_TAG = {tag: at for at, tag in enumerate(TAGS, 1)}
_LABEL = {label: at for at, label in enumerate(LABELS, 1)}

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a document's readable paragraphs, in order."""

    texts: tuple[str, ...]
    paragraphs: Numbers
    """The paragraph of each word, shape (words,)."""
    starts: Numbers
    """For each paragraph its first word, and one past the last word: shape (paragraphs + 1,)."""
    features: Numbers
    """Shape (words, columns of ``SIZES``)."""


def read_words(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> Words:
    """The words of a parsed document; ``attributions`` are those found by rules, which serve as one feature."""
    sizes = [len(paragraph.tokens) for paragraph in parsed.paragraphs]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    tokens = [token for paragraph in parsed.paragraphs for token in paragraph.tokens]
    columns = [
        [_shape(token.text) for token in tokens],
        _quoted(parsed.paragraphs),
        [_TAG.get(token.tag, 0) for token in tokens],
        [_LABEL.get(token.dep, 0) for token in tokens],
        [min(max(token.head - token.index, -NEAR), NEAR) + NEAR for token in tokens],
        [_boundary(token) for token in tokens],
        _by_rules(attributions, starts),
    ]
    return Words(
        texts=tuple(token.text for token in tokens),
        paragraphs=np.repeat(np.arange(len(sizes)), sizes).astype(np.int64),
        starts=starts,
        features=np.array(columns, dtype=np.int64).T.reshape(len(tokens), len(SIZES)),
    )


def goes_on(words: Words, number: int) -> bool:
    """Whether the paragraph ``number`` ends with a colon and another follows."""
    return number + 2 < len(words.starts) and words.texts[int(words.starts[number + 1]) - 1].endswith(":")


def _shape(text: str) -> int:
    if text.islower():
        return 1
    if text.isupper():
        return 3 if len(text) > 1 else 2
    if text[:1].isupper():
        return 2
    if any(character.isalpha() for character in text):
        return 4
    return 5 if any(character.isdigit() for character in text) else 6


def _boundary(token: Token) -> int:
    return 3 if token.index == 0 else 2 if token.begins_sentence else 1


def _quoted(paragraphs: Sequence[Paragraph]) -> list[int]:
    """0 outside of quotations, 1 at an opening mark, 2 inside, 3 at a closing mark, 4 at the last word of one that is not closed."""
    states: list[int] = []
    for paragraph, quotations in zip(paragraphs, find_quotations(paragraphs), strict=True):
        state = [0] * len(paragraph.tokens)
        for quotation in quotations:
            first, last = quotation.range
            state[first : last + 1] = [2] * (last + 1 - first)
            state[first], state[last] = 1, 3 if quotation.closed else 4
        states.extend(state)
    return states


def _by_rules(attributions: Sequence[Attribution], starts: Numbers) -> list[int]:
    """1 and 2 the first and a further word of a source, 3 and 4 of a cue, 5 and 6 of a content; inner statements are written over."""
    marks = [0] * int(starts[-1])

    def mark(paragraph: int, part: Range, label: int) -> None:
        first, last = int(starts[paragraph]) + part.first, int(starts[paragraph]) + part.last
        marks[first : last + 1] = [label + 1] * (last + 1 - first)
        marks[first] = label

    for attribution in attributions:
        for paragraph, part in attribution.contents:
            mark(paragraph, part, 5)
    for attribution in attributions:
        if attribution.source is not None:
            mark(attribution.paragraph, attribution.source, 1)
        mark(attribution.paragraph, attribution.cue, 3)
    return marks
