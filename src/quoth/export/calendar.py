"""Dated contacts and events as a calendar (iCalendar, RFC 5545) of whole days.

What is dated to the day, or from one day to another, stands in it. A day that is less than sure is ``TENTATIVE`` and says so in its
summary; a month, a year or an open stretch is no day of a calendar: it is left out and counted. The icalendar library (BSD-2) folds,
escapes and checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib.metadata import version
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from quoth.export.characters import in_one_line, shortened
from quoth.export.written import Written
from quoth.records import Document
from quoth.store import ReadView
from quoth.view.contacts import ContactRow, lay_out_contacts
from quoth.view.counts import count
from quoth.view.coverage import gather, story_documents
from quoth.view.dates import date_label, days_of, is_uncertain
from quoth.view.scores import noted
from quoth.view.timeline import Entry, contact_text, lay_out_timeline

TELLINGS = 12
"""Tellings of one contact that its description holds at most."""
SUMMARY = 110
"""Characters of a passage in a summary at most; the description has the whole."""
_STATUS = {"held": "CONFIRMED", "cancelled": "CANCELLED"}
"""Of a contact on a sure day; one that is planned, or that somebody denies, is tentative."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """What becomes one event of the calendar."""

    uid: str
    edtf: str
    summary: str
    lines: tuple[str, ...]
    categories: tuple[str, ...]
    status: str
    documents: tuple[str, ...]


def write_ics(read: ReadView, *, story: str | None = None) -> Written:
    """The calendar of a story, or of the whole ledger for None: its contacts, and the dated passages that tell what happened."""
    coverage = gather(read, story_documents(read, story))
    contacts = lay_out_contacts(coverage)
    page = lay_out_timeline(coverage, contacts)
    passages = [(moment.date, one) for moment in page.moments for one in moment.entries if one.kind == "passage"]
    found = [*(_contact(row, row.date) for row in contacts.rows if row.date), *(_passage(one, edtf) for edtf, one in passages)]
    placed = [(one, days.first, days.last) for one in found if (days := days_of(one.edtf)) and days.exact]
    placed.sort(key=lambda one: (one[1] or date.max, one[0].uid))
    events = [_event(one, first, last, coverage.documents) for one, first, last in placed if first and last]
    vague = len(found) - len(events)
    notes = [f"{count(vague, 'contact or event', 'contacts or events')} not dated to the day: left out."] if vague else []
    notes += [f"{count(page.undated, 'time or contact', 'times or contacts')} without a date: left out."] if page.undated else []
    return Written(_calendar(events), tuple(notes))


def _contact(row: ContactRow, edtf: str) -> _Dated:
    asked = [f"Asked for by {one.initiator}, according to: {', '.join(one.according_to)}" for one in row.initiatives]
    told = [f"{' ▸ '.join(one.according_to)}: {one.excerpt.text}" for one in row.tellings[:TELLINGS]]
    rest = [f"and {len(row.tellings) - TELLINGS} more"] if len(row.tellings) > TELLINGS else []
    return _Dated(
        uid=f"contact-{row.id}@quoth",
        edtf=edtf,
        summary=contact_text(row),
        lines=(*asked, *told, *rest),
        categories=("contact", row.kind),
        status=_STATUS.get(row.status, "TENTATIVE"),
        documents=tuple(dict.fromkeys(one.document for one in row.tellings)),
    )


def _passage(one: Entry, edtf: str) -> _Dated:
    uid = f"passage-{one.document}-{one.start}@quoth"
    lines = (one.text, noted(one.why, one))
    return _Dated(uid, edtf, shortened(one.text, SUMMARY), lines, ("event",), "CONFIRMED", (one.document,))


def _event(one: _Dated, first: date, last: date, documents: Mapping[str, Document]) -> Event:
    """A whole-day event; ``DTEND`` is the day after, as the standard has it."""
    told = [documents[name] for name in one.documents if name in documents]
    vague = is_uncertain(one.edtf)
    event = Event()
    event.add("uid", one.uid)
    event.add(
        "dtstamp", max((stamp for document in told if (stamp := _stamp(document))), default=datetime.combine(first, time(), UTC))
    )
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", in_one_line(f"{one.summary} ({date_label(one.edtf)})" if vague else one.summary))
    event.add("description", "\n".join(in_one_line(line) for line in (*one.lines, *_sources(told))))
    event.add("categories", list(one.categories))
    event.add("status", "TENTATIVE" if vague and one.status == "CONFIRMED" else one.status)
    event.add("transp", "TRANSPARENT")
    return event


def _sources(told: Iterable[Document]) -> Iterator[str]:
    """The addresses of the articles that tell it."""
    return (document.url for document in told if document.url and urlsplit(document.url).scheme in {"http", "https"})


def _stamp(document: Document) -> datetime | None:
    """When a document was last changed, published or saved, in UTC: what the calendar knows is as new as that."""
    dates = (document.modified, document.published, document.fetched)
    return next((found for one in dates if one and (found := _moment(one))), None)


def _moment(iso: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(iso)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # no moment, or in UTC one beyond the calendar
        return None


def _calendar(events: Iterable[Event]) -> str:
    calendar = Calendar()
    calendar.add("prodid", f"-//quoth//quoth {version('quoth')}//EN")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")
