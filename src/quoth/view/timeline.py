"""When, and after what: contacts, dated statements and dated passages in order, each with how its date was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quoth.extract.reference.pronouns import FIRST_AND_SECOND, NEUTER, PLURAL, SINGULAR
from quoth.records import READABLE, Document, Segment, Span, Stance, Statement, TimeExpression
from quoth.store import ReadView
from quoth.view.contacts import ContactRow, ContactsPage, lay_out_contacts
from quoth.view.counts import count, listed
from quoth.view.coverage import Coverage, Who, gather, story_documents
from quoth.view.dates import LAST, date_key, is_uncertain
from quoth.view.manner import is_plural, verb_text
from quoth.view.occasion import common_words, count_alike
from quoth.view.scores import Hidden
from quoth.view.versions import latest
from quoth.view.words import Excerpt, anchor_text, chain_of, dated_by, passage_excerpt, statement_excerpt

EntryKind = Literal["contact", "statement", "passage"]
_CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_OF_SOMETHING: frozenset[Stance] = frozenset({"accuses", "denies", "condemns", "praises"})
"""Stances whose verb takes what it is about without more: "accuses Norvia of …"."""
_POINTING = (
    FIRST_AND_SECOND
    | SINGULAR.keys()
    | PLURAL
    | NEUTER
    | {"which", "that", "this", "these", "those", "what", "so", "who", "one", "both"}
)
"""Words that only point to others."""
_SINCE = re.compile(
    r"\bsince\s+(?:(?:at least|about|around|the (?:start|end|beginning|middle) of|early|late|mid)\s+)?$", re.IGNORECASE
)
"""What makes a date the beginning of a time, not when something was: "the first call since May"."""
_WHEN = re.compile(r",?\s+when\b", re.IGNORECASE)
TELLERS = 2
"""Those who say who asked for a contact that a line names."""
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
    return lay_out_timeline(latest(read, gather(read, story_documents(read, story), min_score=min_score)))


def lay_out_timeline(coverage: Coverage, contacts: ContactsPage | None = None) -> TimelinePage:
    """Dated contacts, statements and passages, grouped by date. Passages that a contact is told in, or that only date a statement, are
    not shown again."""
    contacts = contacts or lay_out_contacts(coverage)
    grouped: dict[str, dict[tuple[EntryKind, str], Entry]] = {}
    for date, entry in (*_contact_entries(contacts), *_statement_entries(coverage), *_passage_entries(coverage)):
        day, key = day_of(date), (entry.kind, entry.text)
        same = grouped.setdefault(day, {}).get(key)
        grouped[day][key] = _counted(same, entry) if same else entry
    common = common_words([[one.text for one in entries.values()] for entries in grouped.values()])
    moments = [Moment(date, is_uncertain(date), _in_order([*entries.values()], common)) for date, entries in grouped.items()]
    moments.sort(key=lambda moment: (date_key(moment.date), moment.uncertain, moment.date))
    times = sum(1 for group in coverage.times.values() for time in group if time.edtf is None and time.type in {"DATE", "TIME"})
    undated = times + sum(1 for row in contacts.rows if row.date is None)
    hidden = sum(1 for statement in coverage.hidden.values() if _is_told(coverage, statement))
    return TimelinePage(tuple(moments), coverage.articles, undated, Hidden(coverage.min_score, hidden))


def day_of(edtf: str) -> str:
    """The date without its clock times, so that what falls on one day stands together."""
    start, slash, end = _CLOCK.sub("", edtf).partition("/")
    return start if start == end else f"{start}{slash}{end}"


def _in_order(entries: Sequence[Entry], common: frozenset[str]) -> tuple[Entry, ...]:
    """What most articles tell of a date first, in whatever words: it is what happened then."""
    told = count_alike([(one.text, one.document, one.tellings) for one in entries], common)
    ranked = sorted(zip(told, entries, strict=True), key=lambda each: (-each[0], *_order(each[1])))
    return tuple(one for _, one in ranked)


def _order(entry: Entry) -> tuple[int, int, str, int]:
    return _ORDER[entry.kind], -entry.tellings, entry.document, entry.start


def _counted(first: Entry, again: Entry) -> Entry:
    tellings = first.tellings + again.tellings
    if first.score is None or again.score is None or again.score <= first.score:
        return replace(first, tellings=tellings)
    return replace(first, tellings=tellings, score=again.score, unsure=again.unsure)


def _contact_entries(contacts: ContactsPage) -> Iterator[tuple[str, Entry]]:
    for row in contacts.rows:
        if row.date is not None:
            first = row.tellings[0]
            told = f"{count(row.texts, 'article')}, first {' ▸ '.join(first.according_to)}"
            why = told if row.texts > 1 else " ▸ ".join(first.according_to)
            place = (first.document, first.excerpt.start, len(row.tellings), row.id)
            yield row.date, Entry("contact", contact_text(row), why, *place, first.score, first.unsure)


def contact_text(row: ContactRow) -> str:
    """A contact in a line: the parties, what kind, whether it was held, who asked for it and according to whom."""
    names = [who.name for who in row.parties]
    parties = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    status = "" if row.status == "held" else f" ({row.status})"
    sides = {one.party for one in row.initiatives}
    asked = min(row.initiatives, key=lambda one: one.initiator == one.party).initiator if len(sides) == 1 else ""
    by = f", asked for by {asked}, according to {_tellers(row)}" if asked else ", who asked is disputed" if sides else ""
    return f"{parties}: {row.kind}{status}{by}"


def _tellers(row: ContactRow) -> str:
    """Who says who asked for a contact: the last of each chain that it came through."""
    chains = (chain.split(" ▸ ") for one in row.initiatives for chain in one.according_to)
    return listed([*dict.fromkeys(chain[-1] for chain in chains)], TELLERS)


def _statement_entries(coverage: Coverage) -> Iterator[tuple[str, Entry]]:
    for statement in coverage.statements.values():
        who = coverage.who(statement.speaker)
        if statement.time is None or who is None or not _is_told(coverage, statement):
            continue
        text = _sentence(who, statement)
        if _says_nothing(statement):
            shown = coverage.segments.get(statement.document, ())
            text = " ".join(statement_excerpt(coverage.documents[statement.document].text, shown, statement).text.split())
        time = dated_by(coverage, statement)
        why = " · ".join(part for part in (anchor_text(time) if time else None, " ▸ ".join(chain_of(coverage, statement))) if part)
        start = statement.cue.spans[0].start if statement.cue.spans else 0
        place = (statement.document, start, 1, statement.id)
        yield statement.time, Entry("statement", text, why, *place, statement.score, coverage.is_unsure(statement.score))


def _sentence(who: Who, statement: Statement) -> str:
    """Who says what, as a sentence where the words allow it ("Arden warns that …"), else the words behind a colon."""
    said, words = verb_text(statement, plural=who.kind == "group" and is_plural(who.name)), " ".join(statement.content.text.split())
    runs_on = words.startswith("that ") or (statement.form == "indirect" and statement.stance in _OF_SOMETHING)
    return f"{who.name} {said}{' ' if runs_on else ': '}{words}"


def _says_nothing(statement: Statement) -> bool:
    """Whether the content is cut to words that only point to others ("which", "it", "so")."""
    words = statement.content.text.casefold().split()
    return all(word.strip(".,;:“”\"'’") in _POINTING for word in words)


def _is_told(coverage: Coverage, statement: Statement) -> bool:
    """Whether a statement stands in the timeline: it is dated, takes a stance, and it is known who speaks."""
    return statement.time is not None and statement.stance != "none" and coverage.who(statement.speaker) is not None


def _passage_entries(coverage: Coverage) -> Iterator[tuple[str, Entry]]:
    taken: dict[str, list[Span]] = {}
    for contact in coverage.contacts.values():
        taken.setdefault(contact.document, []).append(contact.span)
    stated: dict[str, list[Statement]] = {}
    for one in coverage.statements.values():
        stated.setdefault(one.document, []).append(one)
    dating = {time.id for one in coverage.statements.values() if _is_told(coverage, one) and (time := dated_by(coverage, one))}
    for identifier, times in coverage.times.items():
        document, segments = coverage.documents[identifier], coverage.segments.get(identifier, ())
        for time in times:
            told = time.id in dating or any(span.start <= time.span.start < span.end for span in taken.get(identifier, ()))
            shown = time.edtf and not told and _is_dated(time) and _readable(segments, time)
            if time.edtf and shown and not is_beginning(document.text, time):
                yield time.edtf, _passage_entry(coverage, document, time, _innermost(stated.get(identifier, ()), time))


def is_beginning(text: str, time: TimeExpression) -> bool:
    """Whether a date only says since when: nothing is told of the day itself, unless a "when" behind it does."""
    before = text[max(0, time.span.start - 30) : time.span.start]
    return _SINCE.search(before) is not None and _WHEN.match(text, time.span.end) is None


def _innermost(statements: Sequence[Statement], time: TimeExpression) -> Statement | None:
    """The statement of the shortest content that a time expression stands in: according to whom."""
    around = [
        (span.end - span.start, one.id, one)
        for one in statements
        for span in one.content.spans
        if span.start <= time.span.start < span.end
    ]
    return min(around)[2] if around else None


def _is_dated(time: TimeExpression) -> bool:
    """Whether it names a day or month: years and decades are background, not events."""
    edtf = time.edtf or ""
    return time.type in {"DATE", "TIME"} and date_key(edtf) != LAST and len(edtf) > len("2024")


def _passage_entry(coverage: Coverage, document: Document, time: TimeExpression, statement: Statement | None) -> Entry:
    found: Excerpt = passage_excerpt(document.id, document.text, coverage.segments.get(document.id, ()), [time.span])
    chain = " ▸ ".join(chain_of(coverage, statement)) if statement else coverage.outlet(document)
    why = f"{anchor_text(time) or f'“{time.text}”'} · {chain}"
    score = statement.score if statement else None
    place = (document.id, time.span.start, 1, None)
    return Entry("passage", " ".join(found.text.split()), why, *place, score, coverage.is_unsure(score))


def _readable(segments: tuple[Segment, ...], time: TimeExpression) -> bool:
    return any(segment.kind in READABLE and segment.start <= time.span.start < segment.end for segment in segments)
