"""What a parser says of a paragraph: tokens with their place in the document, and the dependency tree over them.

Labels are those of Universal Dependencies' English converter in ClearNLP style (``nsubj, ccomp, prep, pobj …``), tags those of the Penn
Treebank, entity types those of OntoNotes 5. Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from quoth.records import Document, Segment, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``start`` and ``end`` are code points into the *document's* text; ``head`` is an index in the paragraph."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the governor; a sentence's root is its own head."""
    entity: str
    """OntoNotes type of the entity it is part of, or ``""``."""
    begins_entity: bool
    begins_sentence: bool
    space_after: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document, parsed on its own."""

    segment: Segment
    start: int
    end: int
    tokens: tuple[Token, ...]
    dependents: tuple[tuple[int, ...], ...] = field(repr=False)
    """For each token the indices of its dependents, in order."""
    edges: tuple[tuple[int, int], ...] = field(repr=False)
    """For each token the first and last index of its subtree (inclusive)."""
    holes: tuple[Span, ...] = ()
    """What stands inside it and is none of it: links that a page sets behind names."""

    def children(self, index: int, *labels: str) -> tuple[Token, ...]:
        """Direct dependents of a token, those with one of ``labels`` where any are given."""
        found = [self.tokens[child] for child in self.dependents[index]]
        return tuple([token for token in found if token.dep in labels] if labels else found)

    def subtree(self, index: int) -> tuple[Token, ...]:
        """All tokens from the first to the last of the subtree (its projection)."""
        first, last = self.edges[index]
        return self.tokens[first : last + 1]

    def span(self, first: int, last: int) -> Span:
        """The stretch of the document from token ``first`` to token ``last``, inclusive."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def spans(self, first: int, last: int) -> tuple[Span, ...]:
        """The same without the holes in it, in order."""
        whole = self.span(first, last)
        edges = [whole.start]
        for hole in self.holes:
            if whole.start < hole.start and hole.end < whole.end:
                after = next(token.start for token in self.tokens[first : last + 1] if token.start >= hole.end)
                before = next(token.end for token in reversed(self.tokens[first : last + 1]) if token.end <= hole.start)
                edges += [before, after]
        return tuple(Span(start, end) for start, end in zip(edges[::2], [*edges[1::2], whole.end], strict=True))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Half-open token ranges of the sentences."""
        starts = [token.index for token in self.tokens if token.begins_sentence]
        yield from zip(starts, [*starts[1:], len(self.tokens)], strict=True)

    def sentence_of(self, index: int) -> tuple[int, int]:
        """The half-open token range of the sentence that a token stands in."""
        return next((first, stop) for first, stop in self.sentences() if first <= index < stop)

    def ancestors(self, index: int) -> Iterator[Token]:
        """Governors of a token, nearest first, up to the root of its sentence."""
        while (head := self.tokens[index].head) != index:
            yield self.tokens[head]
            index = head


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document, its segments, and its readable paragraphs parsed in order."""

    document: Document
    segments: tuple[Segment, ...]
    paragraphs: tuple[Paragraph, ...]
