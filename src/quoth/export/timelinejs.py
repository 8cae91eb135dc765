"""The timeline as data for TimelineJS 3 (Knight Lab), in the fields that its documentation of the JSON format has.

Source: https://timeline.knightlab.com/docs/json-format.html. A date that is less than one known day is never made one: the slide goes
from the first to the last day that it may be, and says so in ``display_date``.
"""

from __future__ import annotations

import html
import json
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from quoth.export.characters import in_one_line, shortened
from quoth.export.written import Written
from quoth.records import Document
from quoth.store import ReadView
from quoth.view.counts import count
from quoth.view.coverage import story_documents
from quoth.view.dates import Days, date_label, days_of
from quoth.view.scores import noted
from quoth.view.timeline import Entry, EntryKind, Moment, timeline_page

GROUPS: dict[EntryKind, str] = {"contact": "Contacts", "statement": "Said", "passage": "Told"}
HEADLINE = 110
"""Characters of a headline at most; the whole stands in the text below it."""


def write_timelinejs(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> Written:
    """The timeline of a story, or of the whole ledger for None, as one JSON object. What cannot be placed in time is counted."""
    page = timeline_page(read, story=story, min_score=min_score)
    articles = {document.id: link for document in read.documents(story_documents(read, story)) if (link := _link(document))}
    placed = [(moment, days) for moment in page.moments if (days := days_of(moment.date)) and (days.first or days.last)]
    events = [_slide(entry, moment, days, articles.get(entry.document, "")) for moment, days in placed for entry in moment.entries]
    title = next((one.title for one in read.stories([story])), None) if story else None
    data: dict[str, Any] = {"scale": "human", "events": events}
    if title:
        data = {"title": {"text": {"headline": _escaped(title)}}, **data}
    lost = sum(len(moment.entries) for moment in page.moments) - len(events)
    missing = page.undated + lost
    notes = (f"{count(missing, 'time or contact', 'times or contacts')} without a date to place by: left out.",) if missing else ()
    return Written(json.dumps(data, ensure_ascii=False, indent=1) + "\n", notes, page.hidden)


def _slide(entry: Entry, moment: Moment, days: Days, article: str) -> dict[str, Any]:
    return {
        **_dates(moment, days),
        "text": {"headline": _escaped(shortened(entry.text, HEADLINE)), "text": _body(entry) + article},
        "group": GROUPS[entry.kind],
        "unique_id": f"{entry.kind}-{entry.ref or f'{entry.document}-{entry.start}'}",
        "autolink": False,
    }


def _dates(moment: Moment, days: Days) -> dict[str, Any]:
    """One day as it is; else the first and the last day, with the label that says how vague it is."""
    first, last = days.first or days.last, days.last or days.first
    if first is None or last is None:
        return {}
    ends = {"start_date": _date(first), **({"end_date": _date(last)} if last != first else {})}
    return {**ends, "display_date": in_one_line(date_label(moment.date))} if moment.uncertain else ends


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _body(entry: Entry) -> str:
    """The whole words where the headline has less, then how the date was read and who tells it."""
    whole = f"<p>{_escaped(entry.text)}</p>" if len(entry.text) > HEADLINE else ""
    return f"{whole}<p>{_escaped(noted(entry.why, entry))}</p>"


def _link(document: Document) -> str:
    """The article's title as a link to it; empty where it has no address."""
    url = document.url
    if url is None or urlsplit(url).scheme not in {"http", "https"}:
        return ""
    return f'<p><a href="{_escaped(url)}">{_escaped(document.title or url)}</a></p>'


def _escaped(text: str) -> str:
    return html.escape(in_one_line(text))
