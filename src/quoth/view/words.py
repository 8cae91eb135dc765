"""The words that a line of the ledger stands on: excerpts with what is source, cue and content, and the chain they came through."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from quoth.extract.reference.pronouns import FIRST_AND_SECOND, NEUTER, PLURAL, SINGULAR
from quoth.link.sentences import is_shortened
from quoth.records import Act, AnchorFrom, Channel, PositionStance, Segment, Span, Stance, Statement, TimeExpression
from quoth.view.coverage import Coverage, Who
from quoth.view.dates import date_label
from quoth.view.houses import is_same_body
from quoth.view.judged import NOBODY, AsJudged

Mark = Literal["source", "cue", "content", "found"]

AROUND = 90
"""Code points shown at most on either side of the marked words; less where the paragraph ends."""
WHOLE = 240
"""Code points up to which a sentence is shown whole."""
FAR = 260
"""Unmarked words between two marked stretches longer than this are left out of an excerpt."""
ELLIPSIS = " … "
_ANCHORS: dict[AnchorFrom, str] = {
    "dateline": "the dateline",
    "metadata": "the day of publication",
    "file": "the date of its file",
    "expression": "an earlier date",
    "unknown": "where that came from is not known",
}
"""Where the date that an expression was read against came from, in words."""
_PRONOUNS = FIRST_AND_SECOND | SINGULAR.keys() | PLURAL | NEUTER | {"who"}
_START = attrgetter("start")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)/”\"’][.!?])[”’\"]?(\s+)(?=[“‘\"]?[A-Z])")
"""A full stop after a small letter, figure or quotation mark, and a capital after it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt, with what it is; None for words around."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a document with marks. ``start`` is where the marked words begin in its text."""

    document: str
    start: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words without their marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Also:
    """Another place where the same speaker is given with the same words."""

    id: str
    document: str
    outlet: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as a page shows it."""

    id: str
    document: str
    outlet: str
    title: str
    form: str
    stance: Stance
    negated: bool
    on_claim: PositionStance | None
    """Its stance on the claim it is shown under, where it is."""
    speaker: Who | None
    speaker_text: str
    """The speaker's name, else the source's words (``somebody`` with them where they are a pronoun), else why there is none."""
    undecided: str | None
    role: str | None
    addressee: Who | None
    chain: tuple[str, ...]
    """Outlet, then each reporter between, then the speaker."""
    excerpt: Excerpt
    content: str
    time: str | None
    """EDTF: when it was said."""
    anchor: str | None
    """How that date was read ("“Friday”, read against Mon 24 Oct 2022 (the dateline)")."""
    published: str | None
    score: float
    unsure: bool
    """It scores so low that it is marked."""
    copied_by: int
    """Documents that took the article over, whole or in part."""
    sha256: str
    act: Act | None
    channel: Channel | None
    also: tuple[Also, ...] = ()
    """Where else the same words stand, when statements were folded."""
    judged: AsJudged | None = None
    """Who judged it, where somebody did."""


def said(coverage: Coverage, statement: Statement, *, on_claim: PositionStance | None = None) -> Said:
    """The statement with its words, chain, date and where it stands."""
    document = coverage.documents[statement.document]
    speaker = coverage.who(statement.speaker)
    return Said(
        id=statement.id,
        document=document.id,
        outlet=coverage.outlet(document),
        title=document.title or "",
        form=statement.form,
        stance=statement.stance,
        negated=statement.negated,
        on_claim=on_claim,
        speaker=speaker,
        speaker_text=" ".join(speaker.name.split()) if speaker else unnamed(statement),
        undecided=statement.undecided,
        role=coverage.role(statement.speaker),
        addressee=coverage.who(statement.addressee),
        chain=chain_of(coverage, statement),
        excerpt=statement_excerpt(document.text, coverage.segments.get(document.id, ()), statement),
        content=" ".join(statement.content.text.split()),
        time=statement.time,
        anchor=_anchor_of(coverage, statement),
        published=coverage.published(statement),
        score=statement.score,
        unsure=coverage.is_unsure(statement.score),
        copied_by=coverage.takers.get(document.id, 0),
        sha256=document.sha256,
        act=statement.act,
        channel=statement.channel,
        judged=coverage.rulings.statement(statement, lambda one: found.name if (found := coverage.who(one)) else NOBODY),
    )


def said_all(coverage: Coverage, identifiers: Iterable[str]) -> tuple[Said, ...]:
    """These statements as a page shows them; those outside the coverage are passed over."""
    return tuple(said(coverage, coverage.statements[identifier]) for identifier in identifiers if identifier in coverage.statements)


def fold_same(rows: Iterable[Said]) -> tuple[Said, ...]:
    """The statements, those of one speaker with the same words and stance as one: the first, which names the others."""
    grouped: dict[tuple[str, str, str], list[Said]] = {}
    for one in rows:
        grouped.setdefault((one.speaker_text, one.on_claim or one.stance, one.content.casefold()), []).append(one)
    return tuple(
        replace(first, also=tuple(Also(one.id, one.document, one.outlet, one.published) for one in others))
        for first, *others in grouped.values()
    )


def begun(text: str) -> str:
    """A text as a line of its own: without line breaks, its first letter a capital."""
    line = " ".join(text.split())
    return line[:1].upper() + line[1:]


def shorten(text: str, length: int) -> str:
    """The text, cut where it is longer: between two words, unless that leaves little of it."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    whole = cut if text[length - 1].isspace() else cut.rpartition(" ")[0]
    return (whole if len(whole) >= 0.5 * length else cut).rstrip(" ,;:–—-") + "…"


def squeeze(text: str, length: int) -> str:
    """The text, cut in its middle where it is longer, between words: what sets headings apart often stands last."""
    if len(text) <= length:
        return text
    head = shorten(text, length * 3 // 5)
    tail = text[len(text) - (length - len(head) - 1) :]
    return f"{head} {tail.partition(' ')[2] or tail}"


def chain_of(coverage: Coverage, statement: Statement) -> tuple[str, ...]:
    """Outlet, each reporter between the reader and the speaker, and the speaker; neighbours of one name are one step."""
    steps = [coverage.outlet(coverage.documents[statement.document])]
    for via in statement.via:
        who = coverage.who(via.referent)
        steps.append(who.name if who else " ".join(via.text.split()))
    speaker = coverage.who(statement.speaker)
    if speaker or statement.source:
        steps.append(speaker.name if speaker else unnamed(statement))
    return tuple(step for index, step in enumerate(steps) if index == 0 or not is_same_body(step, steps[index - 1]))


def unnamed(statement: Statement) -> str:
    """What a speaker is called whom nothing names: a pronoun alone would name whoever reads it."""
    if statement.source is None:
        return "speaker undecided"
    words = " ".join(statement.source.text.split())
    return f"somebody (“{words}”)" if words.casefold() in _PRONOUNS else words


def statement_excerpt(text: str, segments: Sequence[Segment], statement: Statement) -> Excerpt:
    """The statement's words and what stands around them, no further than their paragraphs."""
    marked: list[tuple[Span, Mark]] = [(span, "content") for span in statement.content.spans]
    marked += [(span, "source") for span in (statement.source.spans if statement.source else ())]
    marked += [(span, "cue") for span in statement.cue.spans]
    return excerpt(statement.document, text, segments, marked)


def excerpt(document: str, text: str, segments: Sequence[Segment], marked: Collection[tuple[Span, Mark]]) -> Excerpt:
    """The marked stretches of a text with words around them. Later marks lie over earlier ones; long gaps are left out."""
    if not marked:
        return Excerpt(document, 0, ())
    pieces: list[Piece] = []
    end = 0
    for start, end in _windows(text, segments, [span for span, _ in marked]):
        if pieces:
            pieces.append(Piece(ELLIPSIS))
        elif not _begins_sentence(text, segments, start):
            pieces.append(Piece("… "))
        pieces.extend(_painted(text, start, end, marked))
    if end < len(text) and not any(segment.end == end for segment in segments) and text[end - 1] not in '.!?”"’':
        pieces.append(Piece(ELLIPSIS.rstrip()))
    return Excerpt(document, min(span.start for span, _ in marked), tuple(pieces))


def passage_excerpt(document: str, text: str, segments: Sequence[Segment], spans: Iterable[Span]) -> Excerpt:
    """An excerpt with the found words marked."""
    return excerpt(document, text, segments, [(span, "found") for span in spans])


def anchor_text(time: TimeExpression) -> str | None:
    """How a relative expression was read: its words, the date it was read against and where that came from; None for full dates."""
    if time.anchor.source == "expression" or time.anchor.value is None:
        return None
    return f"“{time.text}”, read against {date_label(time.anchor.value)} ({_ANCHORS[time.anchor.source]})"


def dated_by(coverage: Coverage, statement: Statement) -> TimeExpression | None:
    """The time expression that tells when a statement was said: of those with its date the one closest to its cue."""
    if statement.time is None:
        return None
    near = min((span.start for span in statement.cue.spans), default=0)
    times = [time for time in coverage.times.get(statement.document, ()) if time.edtf == statement.time]
    return min(times, key=lambda time: (abs(time.span.start - near), time.id), default=None)


def _anchor_of(coverage: Coverage, statement: Statement) -> str | None:
    closest = dated_by(coverage, statement)
    return anchor_text(closest) if closest else None


def _windows(text: str, segments: Sequence[Segment], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The stretches to show: marked spans widened to words around them, joined where they come close."""
    widened = sorted(_widened(text, segments, span) for span in spans)
    joined: list[tuple[int, int]] = []
    for start, end in widened:
        if joined and start - joined[-1][1] <= FAR - 2 * AROUND:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _widened(text: str, segments: Sequence[Segment], span: Span) -> tuple[int, int]:
    """The span with its own sentence around it: whole where it is no longer than ``WHOLE``, else as far as ``AROUND`` allows."""
    low, high = _paragraph(segments, span, len(text))
    first, last = _sentence(text, max(low, span.start - WHOLE), min(high, span.end + WHOLE), span)
    cut = (first == span.start - WHOLE > low) or (last == span.end + WHOLE < high)
    if last - first <= WHOLE and not cut:
        return first, last
    start, end = max(low, span.start - AROUND), min(high, span.end + AROUND)
    start = low if start == low else _next_word(text, start, span.start)
    end = high if end == high else max(span.end, text.rfind(" ", span.end, end))
    return _sentence(text, start, end, span)


def _sentence(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    """Where the sentence of a span begins and ends, as far as that is between these two places."""
    before = max((one.end() for one in _stops(text, start, span.start + 2) if one.end() <= span.start), default=start)
    stop = next(_stops(text, max(span.end - 1, span.start), end), None)
    return before, (max(span.end, stop.start(1)) if stop else end)


def _stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where sentences end."""
    return (match for match in _SENTENCE_END.finditer(text, start, end) if not is_shortened(text, match.start() - 1))


def _next_word(text: str, start: int, limit: int) -> int:
    space = text.find(" ", start, limit)
    return space + 1 if space >= 0 else start


def _paragraph(segments: Sequence[Segment], span: Span, length: int) -> tuple[int, int]:
    index = bisect_right([segment.start for segment in segments], span.start) - 1
    if index < 0:
        return 0, length
    segment = segments[index]
    return (segment.start, max(segment.end, span.end)) if span.start < segment.end else (0, length)


def _begins_sentence(text: str, segments: Sequence[Segment], start: int) -> bool:
    return text[max(0, start - AROUND) : start].rstrip()[-1:] in {"", ".", "!", "?", "”", '"', "’"} or any(
        segment.start == start for segment in segments
    )


def _painted(text: str, start: int, end: int, marked: Collection[tuple[Span, Mark]]) -> Iterable[Piece]:
    inside = [(max(span.start, start), min(span.end, end), mark) for span, mark in marked if span.start < end and span.end > start]
    edges = sorted({start, end, *(low for low, _, _ in inside), *(high for _, high, _ in inside)})
    for low, high in pairwise(edges):
        marks = [mark for first, last, mark in inside if first <= low and high <= last]
        yield Piece(text[low:high], marks[-1] if marks else None)
