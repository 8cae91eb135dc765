"""One article in full: its text with the statements marked, furniture apart, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quoth.records import READABLE, Document, Quantity, Segment, SegmentKind, Span, Statement, TimeExpression
from quoth.store import ReadView
from quoth.view.coverage import Coverage, gather
from quoth.view.find import find_document
from quoth.view.scores import Hidden, is_unsure
from quoth.view.words import Said, anchor_text, said

Role = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an article that is marked in one way throughout."""

    text: str
    role: Role | None
    """What it is in its innermost statement; None for words that no statement claims."""
    statement: str | None
    """The innermost statement it belongs to."""
    score: float | None
    """How sure that statement is."""
    unsure: bool
    depth: int
    """How many statements' contents it stands in."""
    begins: tuple[str, ...]
    """Statements whose first word stands at its start."""
    date: str | None
    """What the time expression it belongs to was read as, with its anchor."""


@dataclass(frozen=True, slots=True)
class Block:
    """One segment of an article, cut into runs."""

    kind: SegmentKind
    furniture: bool
    start: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article: where it came from, its text, and its statements in order."""

    id: str
    outlet: str
    title: str
    authors: tuple[str, ...]
    forwarded_from: str | None
    """The channel whose post it passes on."""
    published: str | None
    published_from: str
    fetched: str | None
    language: str | None
    url: str | None
    file: str | None
    place: tuple[int, int] | None
    """Where it stands in its file, in code points."""
    line: int | None
    sha256: str
    original: str
    unread: bool
    """It was not read for statements: it is in another language, or reading it failed."""
    versions: tuple[str, ...]
    """Other versions of the same article in the ledger."""
    blocks: tuple[Block, ...]
    said: tuple[Said, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    hidden: Hidden


def article_page(read: ReadView, text: str, *, min_score: float = 0.0) -> ArticlePage:
    """The article that an identifier, address or words of a title mean; statements that score less than ``min_score`` are not marked.

    Raises ``UsageError`` where no article or several fit.
    """
    document = find_document(read, text)
    others = tuple(version.id for version in read.versions(document.article) if version.id != document.id)
    return lay_out_article(gather(read, [document.id], min_score=min_score), document, versions=others)


def lay_out_article(coverage: Coverage, document: Document, *, versions: tuple[str, ...] = ()) -> ArticlePage:
    """The article with its marks."""
    statements = [
        statement for statement in (*coverage.statements.values(), *_former(coverage)) if statement.document == document.id
    ]
    origin = document.origin
    times = coverage.times.get(document.id, ())
    return ArticlePage(
        id=document.id,
        outlet=coverage.outlet(document),
        title=coverage.headline(document.id),
        authors=document.authors,
        forwarded_from=document.forwarded_from,
        published=document.published,
        published_from=document.published_from,
        fetched=document.fetched,
        language=document.language,
        url=document.url,
        file=origin.file if origin else None,
        place=(origin.start, origin.end) if origin else None,
        line=origin.line if origin else None,
        sha256=document.sha256,
        original=document.original,
        unread=document.id in coverage.unread,
        versions=versions,
        blocks=tuple(lay_out_blocks(document.text, coverage.segments.get(document.id, ()), statements, times)),
        said=tuple(said(coverage, statement) for statement in statements),
        times=times,
        quantities=tuple(one for one in coverage.quantities if one.document == document.id),
        hidden=Hidden(coverage.min_score, sum(1 for one in coverage.hidden.values() if one.document == document.id)),
    )


def _former(coverage: Coverage) -> Iterator[Statement]:
    """What an earlier version says is marked in its own text."""
    return (one for one in coverage.former.values() if one.score >= coverage.min_score)


def lay_out_blocks(
    text: str, segments: Sequence[Segment], statements: Sequence[Statement], times: Sequence[TimeExpression] = ()
) -> Iterator[Block]:
    """The segments of a text cut where a mark begins or ends: together their runs are the segments' own words, each once."""
    marks = [mark for statement in statements for mark in _marks(statement)]
    firsts = _firsts(statements)
    for segment in segments:
        inside = [mark for mark in marks if mark[0].start < segment.end and mark[0].end > segment.start]
        dated = [time for time in times if time.edtf and segment.start <= time.span.start < segment.end]
        runs = tuple(_runs(text, segment, inside, firsts, dated))
        yield Block(segment.kind, segment.kind not in READABLE, segment.start, runs)


def _marks(statement: Statement) -> Iterator[tuple[Span, Role, Statement]]:
    for span in statement.content.spans:
        yield span, "content", statement
    for span in statement.source.spans if statement.source else ():
        yield span, "source", statement
    for span in statement.cue.spans:
        yield span, "cue", statement


def _firsts(statements: Sequence[Statement]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for statement in statements:
        start = min(span.start for span, _, _ in _marks(statement))
        found[start] = (*found.get(start, ()), statement.id)
    return found


def _runs(
    text: str,
    segment: Segment,
    marks: Sequence[tuple[Span, Role, Statement]],
    firsts: dict[int, tuple[str, ...]],
    times: Sequence[TimeExpression],
) -> Iterator[Run]:
    edges = {segment.start, segment.end, *(point for span, _, _ in marks for point in span)}
    edges.update(point for time in times for point in time.span)
    edges.update(point for point in firsts if segment.start <= point < segment.end)
    ordered = sorted(point for point in edges if segment.start <= point <= segment.end)
    for start, end in pairwise(ordered):
        over = [mark for mark in marks if mark[0].start <= start and end <= mark[0].end]
        inner = min(over, key=_reach, default=None)
        yield Run(
            text=text[start:end],
            role=inner[1] if inner else None,
            statement=inner[2].id if inner else None,
            score=inner[2].score if inner else None,
            unsure=is_unsure(inner[2].score if inner else None),
            depth=sum(1 for _, role, _ in over if role == "content"),
            begins=firsts.get(start, ()),
            date=next((_date_text(time) for time in times if time.span.start <= start and end <= time.span.end), None),
        )


def _reach(mark: tuple[Span, Role, Statement]) -> tuple[bool, int, str]:
    """Cue and source lie over contents; of two contents the shorter is the inner one."""
    span, role, statement = mark
    return role == "content", span.end - span.start, statement.id


def _date_text(time: TimeExpression) -> str:
    anchor = anchor_text(time)
    return f"{time.edtf}: {anchor}" if anchor else str(time.edtf)
