"""Two articles side by side: which passages they share, which are each one's own, and what joins them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.errors import UsageError
from quoth.link.passages import compare
from quoth.link.shingles import Text, read_text
from quoth.records import READABLE, Document, Segment, SegmentKind, Span
from quoth.store import ReadView
from quoth.view.both import ToldClaim, claims_of_both
from quoth.view.copies import CopyRow, lay_out_copies
from quoth.view.coverage import SHORT, gather, headline, outlet_name
from quoth.view.find import find_document
from quoth.view.houses import house_of, names_of

GAP = 24
"""Code points between two shared passages, in both texts, below which they are shown as one: a comma or a word was changed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both articles have, or that one has. ``passage`` is the same number on both sides; None for words of its own."""

    text: str
    passage: int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One segment of an article, cut where a shared passage begins or ends."""

    kind: SegmentKind
    furniture: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two articles."""

    document: str
    outlet: str
    title: str
    published: str | None
    sha256: str
    share: float
    """Share of its words that stand in shared passages, 0 to 1."""
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two articles, the passages of eight words or more that both have, the edges between them, and the claims that they tell."""

    first: Half
    second: Half
    passages: int
    edges: tuple[CopyRow, ...]
    claims: tuple[ToldClaim, ...]
    """Those that both tell first."""


@dataclass(frozen=True, slots=True)
class Unmeant:
    """What was typed for an article and means none, or several: why, and those that it may mean, by identifier and title."""

    problem: str
    choices: tuple[tuple[str, str], ...]


def look_for(read: ReadView, text: str) -> Unmeant | None:
    """Why these words mean no one article; None where they do."""
    try:
        find_document(read, text)
    except UsageError as error:
        pairs = (hint.partition("  ") for hint in error.hints)
        return Unmeant(error.message, tuple((name, title) for name, _, title in pairs))
    return None


def compare_page(read: ReadView, one: str, other: str) -> ComparePage:
    """The two articles that identifiers, addresses or words of titles mean. Raises ``UsageError`` where none or several fit."""
    first, second = find_document(read, one), find_document(read, other)
    if first.id == second.id:
        raise UsageError(
            f"{one!r} and {other!r} are one article: give two.", command="Those that share text are listed by: quoth show copies"
        )
    segments = read.segments_of([first.id, second.id])
    mine, theirs = segments.get(first.id, ()), segments.get(second.id, ())
    sides = read_text(first, mine), read_text(second, theirs)
    overlap = compare(*sides)
    whole = zip(overlap.spans_first, overlap.spans_second, strict=True)
    pairs = [pair for places in parted(whole, sides, (mine, theirs)).values() for pair in joined_pairs(places)]
    pairs.sort()
    coverage = gather(read, {first.id, second.id})
    houses = names_of(read.outlets())
    return ComparePage(
        first=_half(first, houses, mine, [pair[0] for pair in pairs], overlap.share_first),
        second=_half(second, houses, theirs, [pair[1] for pair in pairs], overlap.share_second),
        passages=len(pairs),
        edges=lay_out_copies(coverage).rows,
        claims=claims_of_both(read, coverage, first.id, second.id),
    )


def parted(
    pairs: Iterable[tuple[Span, Span]], texts: tuple[Text, Text], segments: tuple[Sequence[Segment], Sequence[Segment]]
) -> dict[tuple[int, int], list[tuple[Span, Span]]]:
    """Shared passages, cut where a paragraph ends in either article, by the paragraphs in which they stand."""
    starts = [[one.start for one in each] for each in segments]
    found: dict[tuple[int, int], list[tuple[Span, Span]]] = {}
    for here, there in pairs:
        for one, other in zip(_words(texts[0], here), _words(texts[1], there), strict=False):
            places = (bisect_right(starts[0], one.start), bisect_right(starts[1], other.start))
            found.setdefault(places, []).append((one, other))
    return found


def _words(text: Text, span: Span) -> list[Span]:
    first, last = text.starts.searchsorted(span.start), text.starts.searchsorted(span.end)
    return [Span(start, end) for start, end in zip(text.starts[first:last].tolist(), text.ends[first:last].tolist(), strict=True)]


def joined_pairs(pairs: Sequence[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """Pairs of shared passages in order of the first article, those that are close in both as one."""
    joined: list[tuple[Span, Span]] = []
    for here, there in sorted(pairs):
        if joined and 0 <= here.start - joined[-1][0].end <= GAP and 0 <= there.start - joined[-1][1].end <= GAP:
            joined[-1] = (Span(joined[-1][0].start, here.end), Span(joined[-1][1].start, there.end))
        else:
            joined.append((here, there))
    return joined


def _half(
    document: Document, houses: Mapping[str, str], segments: Sequence[Segment], passages: Sequence[Span], share: float
) -> Half:
    start = next((one.start for one in segments if one.kind in READABLE), 0)
    return Half(
        document=document.id,
        outlet=house_of(document.outlet, houses) or outlet_name(document, headed=headline(document, start=start, width=SHORT)),
        title=headline(document, start=start),
        published=document.published,
        sha256=document.sha256,
        share=share,
        paragraphs=tuple(
            Paragraph(one.kind, one.kind not in READABLE, tuple(_cut(document.text, one, passages))) for one in segments
        ),
    )


def _cut(text: str, segment: Segment, passages: Sequence[Span]) -> Iterator[Stretch]:
    """A segment's words, each stretch with the number of the passage that it belongs to: the longest where several meet."""
    longest = sorted(range(len(passages)), key=lambda number: passages[number].start - passages[number].end)
    ends = (end for passage in passages for end in passage if segment.start < end < segment.end)
    edges = sorted({segment.start, segment.end, *ends})
    for start, end in pairwise(edges):
        number = next((one for one in longest if passages[one].start <= start and end <= passages[one].end), None)
        yield Stretch(text[start:end], None if number is None else number + 1)
