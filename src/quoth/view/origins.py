"""Where a claim comes from: its tellings grouped to texts and origins, and every step of that reckoning with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quoth.link.joins import TEXT
from quoth.link.origins import count_origins, origins_of, part_of, texts_of
from quoth.records import READABLE, Claim, Document, Reckoning, Segment, Span, Step, StepKind, Telling
from quoth.store import ReadView
from quoth.view.coverage import SHORT, WIDTH, headline, outlet_name
from quoth.view.find import find_claim
from quoth.view.houses import house_of, names_of
from quoth.view.scores import Hidden, checked_score
from quoth.view.words import Excerpt, begun, passage_excerpt

LONGEST = 400
"""Code points of a passage that are shown at most."""
BESIDE = 80
"""Code points of a longer passage that are shown on either side of the words that make the claim."""
TAKEN: frozenset[StepKind] = frozenset({*TEXT, "rewrite"})
"""Kinds of steps in which one took the other's words."""
MOST = 2
"""Passages of a receipt that are shown at most on either side, the longest first."""


@dataclass(frozen=True, slots=True)
class TellingRow:
    """One telling: which article makes the claim, on whose word, in which words."""

    id: str
    document: str
    outlet: str
    title: str
    published: str | None
    named: tuple[str, ...]
    """Whom it names for it, whoever knows it last."""
    spans: tuple[Span, ...]
    excerpt: Excerpt
    text: int
    """Number of the text that its article belongs to, from 1."""
    origin: int
    """Number of the origin it goes back to by sure steps, from 1."""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """Tellings that go back to one place by sure steps."""

    number: int
    name: str | None
    """Whom most of them name as the one who knows it; None where none names anybody."""
    names: tuple[str, ...]
    """All whom they name."""
    tellings: tuple[TellingRow, ...]
    texts: int
    perhaps: tuple[int, ...]
    """Numbers of the origins that it may be one with, by possible steps."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: two groups of tellings became one, and why."""

    kind: StepKind
    sure: bool
    decided: bool
    source: TellingRow
    copy: TellingRow
    reason: str
    source_words: tuple[Excerpt, ...]
    copy_words: tuple[Excerpt, ...]

    @property
    def direction(self) -> str:
        """Which of the two came first, in words; of two that have it from one place there is no such thing."""
        if self.decided:
            return "the second from the first"
        return "which took it from the other is not known" if self.kind in TAKEN else "both have it from one place"


@dataclass(frozen=True, slots=True)
class OriginsPage:
    """A claim from its articles to its texts to its origins."""

    id: str
    text: str
    story: str | None
    articles: int
    texts: int
    low: int | None
    high: int | None
    unnamed: int
    """Tellings that name nobody: they may go back to any other, so they count for the upper bound alone."""
    origins: tuple[OriginRow, ...]
    steps: tuple[StepRow, ...]
    circles: tuple[tuple[str, ...], ...]
    """Outlets that credit each other in a ring."""
    hidden: Hidden
    answering: int = 0
    """Articles that deny it, doubt it or decline to comment: they count among its articles and texts, but are no tellings of it."""
    apart: int = 0
    """Texts of these that are no other article's: so many more than its tellings have."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    documents: Mapping[str, Document]
    segments: Mapping[str, Sequence[Segment]]
    houses: Mapping[str, str]
    """Every outlet of the ledger by key, as pages name it."""

    def excerpt(self, document: str, spans: Iterable[Span], *, around: Sequence[Span] = ()) -> Excerpt:
        """The longest of the spans; of those that meet ``around`` what lies about it."""
        met = [_cut(span, about) for span in spans for about in around if span.start < about.end and about.start < span.end]
        longest = sorted(met or spans, key=lambda span: (span.start - span.end, span.start))[:MOST]
        text = self.documents[document].text
        shown = [_in_words(text, Span(span.start, min(span.end, span.start + LONGEST))) for span in sorted(set(longest))]
        return passage_excerpt(document, text, self.segments.get(document, ()), shown)

    def title(self, document: str, *, width: int = WIDTH) -> str:
        first = next((one for one in self.segments.get(document, ()) if one.kind in READABLE), None)
        return headline(self.documents[document], start=first.start if first else 0, width=width)

    def outlet(self, document: str) -> str:
        held = self.documents[document]
        return house_of(held.outlet, self.houses) or outlet_name(held, headed=self.title(document, width=SHORT))


def _in_words(text: str, span: Span) -> Span:
    """The span without the ends of words at its edges that are not in it whole."""
    start, end = span
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return Span(start, end) if start < end else span


def _cut(span: Span, around: Span) -> Span:
    return Span(max(span.start, around.start - BESIDE), min(span.end, around.end + BESIDE))


def origins_page(read: ReadView, identifier: str, *, min_score: float = 0.0) -> OriginsPage:
    """The origins of one claim, by its identifier or an unambiguous beginning of it. Raises ``UsageError`` where there is none."""
    checked_score(min_score)
    return origins_pages(read, [find_claim(read, identifier)], min_score=min_score)[0]


def origins_pages(read: ReadView, claims: Sequence[Claim], *, min_score: float = 0.0) -> tuple[OriginsPage, ...]:
    """The origins of several claims, their articles fetched once."""
    names = {document for claim in claims for document in claim.documents}
    shelf = _Shelf({one.id: one for one in read.documents(names)}, read.segments_of(names), names_of(read.outlets()))
    hidden = frozenset(one.id for one in read.statements(names) if one.score < min_score) if min_score > 0 else frozenset()
    return tuple(_page(claim, shelf, hidden, min_score) for claim in claims)


def _page(claim: Claim, shelf: _Shelf, hidden: frozenset[str], min_score: float) -> OriginsPage:
    shown = [link.statement for link in claim.statements if link.statement not in hidden]
    reckoning = part_of(claim.reckoning or Reckoning((), ()), shown)
    rows = _tellings(reckoning, shelf)
    low, high = count_origins(reckoning) if claim.reckoning else (claim.origins_low, claim.origins_high)
    told = {one.document for one in reckoning.tellings}
    documents = told if hidden else set(claim.documents)
    own = len(set(texts_of(reckoning).values()))
    articles = {shelf.documents[one].article for one in documents}
    return OriginsPage(
        id=claim.id,
        text=begun(claim.text),
        story=claim.story,
        articles=len(articles),
        texts=own if hidden else claim.texts,
        low=low,
        high=high,
        unnamed=sum(1 for one in reckoning.tellings if not one.named),
        origins=_origins(reckoning, rows),
        steps=tuple(_step(step, rows, shelf) for step in reckoning.steps),
        circles=tuple(tuple(shelf.outlet(one) for one in ring) for ring in reckoning.circles),
        hidden=Hidden(min_score, len(claim.statements) - len(shown)),
        answering=len(articles - {shelf.documents[one].article for one in told}) if told else 0,
        apart=max(0, claim.texts - own) if told and not hidden else 0,
    )


def _tellings(reckoning: Reckoning, shelf: _Shelf) -> dict[str, TellingRow]:
    texts, origins = _numbers(texts_of(reckoning)), _numbers(origins_of(reckoning, sure=True))
    return {one.id: _telling(one, shelf, texts[one.document], origins[one.id]) for one in reckoning.tellings}


def _numbers(group_of: Mapping[str, str]) -> dict[str, int]:
    """Each member to the number of its group, in the order in which groups are met."""
    number_of = {group: number for number, group in enumerate(dict.fromkeys(group_of.values()), 1)}
    return {member: number_of[group] for member, group in group_of.items()}


def _telling(one: Telling, shelf: _Shelf, text: int, origin: int) -> TellingRow:
    document = shelf.documents[one.document]
    return TellingRow(
        id=one.id,
        document=one.document,
        outlet=shelf.outlet(one.document),
        title=shelf.title(one.document),
        published=document.published,
        named=one.named,
        spans=one.spans,
        excerpt=shelf.excerpt(one.document, one.spans),
        text=text,
        origin=origin,
    )


def _origins(reckoning: Reckoning, rows: Mapping[str, TellingRow]) -> tuple[OriginRow, ...]:
    perhaps = origins_of(reckoning, sure=False)
    together: dict[str, set[int]] = {}
    for one, row in rows.items():
        together.setdefault(perhaps[one], set()).add(row.origin)
    groups: dict[int, list[TellingRow]] = {}
    for row in rows.values():
        groups.setdefault(row.origin, []).append(row)
    return tuple(
        OriginRow(
            number=number,
            name=next((name for name, _ in Counter(row.named[-1] for row in told if row.named).most_common(1)), None),
            names=tuple(dict.fromkeys(name for row in told for name in row.named)),
            tellings=tuple(told),
            texts=len({row.text for row in told}),
            perhaps=tuple(sorted(together[perhaps[told[0].id]] - {number})),
        )
        for number, told in sorted(groups.items())
    )


def _step(step: Step, rows: Mapping[str, TellingRow], shelf: _Shelf) -> StepRow:
    source, copy = rows[step.source], rows[step.copy]
    return StepRow(
        kind=step.kind,
        sure=step.sure,
        decided=step.decided,
        source=source,
        copy=copy,
        reason=step.receipt.reason,
        source_words=_words(source, step.receipt.spans_from, shelf),
        copy_words=_words(copy, step.receipt.spans_to, shelf),
    )


def _words(row: TellingRow, spans: Sequence[Span], shelf: _Shelf) -> tuple[Excerpt, ...]:
    """The words of a receipt; the telling's own where it has none."""
    return (shelf.excerpt(row.document, spans, around=row.spans) if spans else row.excerpt,)
