"""When, and after what: contacts, dated statements and dated passages in order, each with how its date was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from quoth.records import READABLE, Document, Segment, Span, Statement, TimeExpression
from quoth.store import ReadView
from quoth.view.contacts import ContactsPage, lay_out_contacts
from quoth.view.coverage import Coverage, gather, outlet_name, story_documents
from quoth.view.dates import LAST, date_key, is_uncertain
from quoth.view.scores import Hidden
from quoth.view.words import Excerpt, anchor_text, passage_excerpt

EntryKind = Literal["contact", "statement", "passage"]
_ORDER: dict[EntryKind, int] = {"contact": 0, "statement": 1, "passage": 2}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line under a date. ``why`` says how the date was read, or who tells it."""

    kind: EntryKind
    text: str
    why: str
    document: str
    start: int
    tellings: int
    """How many passages tell the same."""
    ref: str | None
    """The contact or statement it shows."""
    score: float | None = None
    """How sure the statement is that it rests on; the surest of those that tell the same."""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """All that falls on one EDTF date."""

    date: str
    uncertain: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Moments in order of their earliest day."""

    moments: tuple[Moment, ...]
    articles: int
    undated: int
    """Contacts and time expressions whose date could not be told."""
    hidden: Hidden
    """Dated statements that are not shown."""


def timeline_page(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> TimelinePage:
    """The timeline of a story; of the whole ledger for None. Statements that score less than ``min_score`` are hidden."""
    return lay_out_timeline(gather(read, story_documents(read, story), min_score=min_score))


def lay_out_timeline(coverage: Coverage, contacts: ContactsPage | None = None) -> TimelinePage:
    """Dated contacts, statements and passages, grouped by date. Passages that a contact is told in are not shown again."""
    contacts = contacts or lay_out_contacts(coverage)
    grouped: dict[str, dict[tuple[EntryKind, str], Entry]] = {}
    for date, entry in (*_contact_entries(contacts), *_statement_entries(coverage), *_passage_entries(coverage)):
        day, key = day_of(date), (entry.kind, entry.text)
        same = grouped.setdefault(day, {}).get(key)
        grouped[day][key] = _counted(same, entry) if same else entry
    moments = [Moment(date, is_uncertain(date), tuple(sorted(entries.values(), key=_order))) for date, entries in grouped.items()]
    moments.sort(key=lambda moment: (date_key(moment.date), moment.uncertain, moment.date))
    times = sum(1 for group in coverage.times.values() for time in group if time.edtf is None and time.type in {"DATE", "TIME"})
    undated = times + sum(1 for row in contacts.rows if row.date is None)
    hidden = sum(1 for statement in coverage.hidden.values() if _is_told(coverage, statement))
    return TimelinePage(tuple(moments), coverage.articles, undated, Hidden(coverage.min_score, hidden))


def day_of(edtf: str) -> str:
    """The date without its clock time, so that what falls on one day stands together."""
    return edtf.partition("T")[0] if "/" not in edtf else edtf


def _order(entry: Entry) -> tuple[int, int, str, int]:
    return _ORDER[entry.kind], -entry.tellings, entry.document, entry.start


def _counted(first: Entry, again: Entry) -> Entry:
    tellings = first.tellings + again.tellings
    if first.score is None or again.score is None or again.score <= first.score:
        return replace(first, tellings=tellings)
    return replace(first, tellings=tellings, score=again.score, unsure=again.unsure)


def _contact_entries(contacts: ContactsPage) -> Iterator[tuple[str, Entry]]:
    for row in contacts.rows:
        if row.date is None:
            continue
        names = [who.name for who in row.parties]
        text = f"{' and '.join(names)}: {row.kind}" + ("" if row.status == "held" else f" ({row.status})")
        first = row.tellings[0]
        why = f"{row.texts} article{'s' if row.texts != 1 else ''} · {' ▸ '.join(first.according_to)}"
        place = (first.document, first.excerpt.start, len(row.tellings), row.id)
        yield row.date, Entry("contact", text, why, *place, first.score, first.unsure)


def _statement_entries(coverage: Coverage) -> Iterator[tuple[str, Entry]]:
    for statement in coverage.statements.values():
        who = coverage.who(statement.speaker)
        if statement.time is None or who is None or not _is_told(coverage, statement):
            continue
        content = " ".join(statement.content.text.split())
        outlet = outlet_name(coverage.documents[statement.document])
        text = f"{who.name} {'does not say' if statement.negated else _says(statement.stance)}: {content}"
        start = statement.cue.spans[0].start if statement.cue.spans else 0
        place = (statement.document, start, 1, statement.id)
        yield statement.time, Entry("statement", text, outlet, *place, statement.score, coverage.is_unsure(statement.score))


def _is_told(coverage: Coverage, statement: Statement) -> bool:
    """Whether a statement stands in the timeline: it is dated, takes a stance, and it is known who speaks."""
    return statement.time is not None and statement.stance != "none" and coverage.who(statement.speaker) is not None


def _says(stance: str) -> str:
    return "declines to comment" if stance == "declines" else stance


def _passage_entries(coverage: Coverage) -> Iterator[tuple[str, Entry]]:
    taken: dict[str, list[Span]] = {}
    for contact in coverage.contacts.values():
        taken.setdefault(contact.document, []).append(contact.span)
    for identifier, times in coverage.times.items():
        document, segments = coverage.documents[identifier], coverage.segments.get(identifier, ())
        for time in times:
            told = any(span.start <= time.span.start < span.end for span in taken.get(identifier, ()))
            if time.edtf and not told and _is_dated(time) and _readable(segments, time):
                yield time.edtf, _passage_entry(document, segments, time)


def _is_dated(time: TimeExpression) -> bool:
    """Whether it names a day or month: years and decades are background, not events."""
    edtf = time.edtf or ""
    return time.type in {"DATE", "TIME"} and date_key(edtf) != LAST and len(edtf) > len("2024")


def _passage_entry(document: Document, segments: tuple[Segment, ...], time: TimeExpression) -> Entry:
    found: Excerpt = passage_excerpt(document.id, document.text, segments, [time.span])
    outlet = outlet_name(document)
    why = " · ".join(part for part in (anchor_text(time) or f"“{time.text}”", outlet) if part)
    return Entry("passage", " ".join(found.text.split()), why, document.id, time.span.start, 1, None)


def _readable(segments: tuple[Segment, ...], time: TimeExpression) -> bool:
    return any(segment.kind in READABLE and segment.start <= time.span.start < segment.end for segment in segments)
