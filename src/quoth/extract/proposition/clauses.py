"""The further clauses of a content: what one statement says beside the first ("that the valve was open *and that the alarm was off*", the later sentences
of a quotation), each with a subject and a verb of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quoth.records import Span
from quoth.syntax import Paragraph

FEWEST = 3
"""Words of a clause that says something by itself."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def further_clauses(parts: Iterable[tuple[Paragraph, Sequence[int]]]) -> Iterator[tuple[Span, ...]]:
    """Where the further clauses of a content stand, in order; ``parts`` are the words that it has in each paragraph."""
    told = [(paragraph, clause) for paragraph, inside in parts for clause in _clauses(paragraph, inside)]
    for paragraph, clause in told[1:]:
        words = sum(paragraph.tokens[index].text[0].isalnum() for index in clause)
        if words >= FEWEST and any(_is_finite(paragraph, index) for index in clause):
            yield _spans(paragraph, clause)


def _clauses(paragraph: Paragraph, inside: Sequence[int]) -> Iterator[list[int]]:
    """The words of each sentence, those of each clause that is joined to its verb by themselves."""
    for first, stop in paragraph.sentences():
        rest = [index for index in inside if first <= index < stop]
        joined = list[list[int]]()
        for begin, end in sorted(_joined(paragraph, rest), key=lambda edges: edges[1] - edges[0]):
            joined.append([index for index in rest if begin <= index <= end])
            rest = [index for index in rest if not begin <= index <= end]
        trimmed = [_trimmed(paragraph, clause) for clause in sorted([rest, *joined])]
        yield from filter(None, trimmed)


def _joined(paragraph: Paragraph, sentence: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last word of each clause with a subject that is joined to a verb of its sentence."""
    for index in sentence:
        token = paragraph.tokens[index]
        verbs = token.pos in VERBS and token.head in sentence and paragraph.tokens[token.head].pos in VERBS
        if token.dep == "conj" and verbs and _is_finite(paragraph, index) and paragraph.children(index, *SUBJECTS):
            yield paragraph.edges[index]


def _is_finite(paragraph: Paragraph, index: int) -> bool:
    tags = (paragraph.tokens[index].tag, *(child.tag for child in paragraph.children(index, "aux", "auxpass")))
    return not FINITE.isdisjoint(tags)


def _trimmed(paragraph: Paragraph, clause: list[int]) -> list[int]:
    """A clause without the marks and the "and" around it."""
    able = [at for at, index in enumerate(clause) if _says(paragraph, index)]
    return clause[able[0] : able[-1] + 1] if able else []


def _says(paragraph: Paragraph, index: int) -> bool:
    token = paragraph.tokens[index]
    return token.text[0].isalnum() and token.dep != "cc"


def _spans(paragraph: Paragraph, clause: Sequence[int]) -> tuple[Span, ...]:
    """The words as stretches without a gap."""
    begins = [at for at, index in enumerate(clause) if at == 0 or clause[at - 1] != index - 1]
    return tuple(paragraph.span(clause[at], clause[stop - 1]) for at, stop in zip(begins, [*begins[1:], len(clause)], strict=True))
