from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from quoth.export.calendar import SUMMARY, write_ics
from quoth.export.written import Written
from quoth.records import Anchor, Span, TimeExpression, identify
from quoth.store import ReadView
from quoth.view.coverage import Coverage, gather

Write = Callable[..., Written]


def events(made: Written) -> list[Event]:
    """The events as icalendar reads them, with no fault in any."""
    calendar = Calendar.from_ical(made.text)
    assert [fault for component in calendar.walk() for fault in component.errors] == []
    return [component for component in calendar.walk("VEVENT") if isinstance(component, Event)]


@pytest.fixture
def written(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> Write:
    """The calendar of a coverage of one's own."""

    def write(coverage: Coverage) -> Written:
        monkeypatch.setattr("quoth.export.calendar.gather", lambda *_, **__: coverage)
        return write_ics(told)

    return write


def on(coverage: Coverage, edtf: str, status: str = "held") -> Coverage:
    """The coverage with its contact on this date."""
    changed = {name: replace(one, date=edtf, status=status) for name, one in coverage.contacts.items()}  # type: ignore[arg-type]
    return replace(coverage, contacts=changed)


def with_passage(coverage: Coverage, edtf: str) -> Coverage:
    """The coverage with one dated passage, in the article of Dam Watch."""
    document = next(one for one in coverage.documents.values() if one.outlet == "Dam Watch")
    span = Span(0, 18)
    time = TimeExpression(
        identify("time", span), document.id, span, "A mirror operation", "DATE", edtf, edtf, Anchor(None, "unknown")
    )
    return replace(coverage, times={document.id: (time,)})


def test_a_dated_contact_is_a_whole_day_with_who_asked_and_who_tells_it(told: ReadView) -> None:
    (event,) = events(write_ics(told))
    assert (event.start, event.end) == (date(2031, 3, 14), date(2031, 3, 15))
    assert event["summary"] == "Marek Dolan, Anna Reeve and the defence department: call, who asked is disputed"
    assert "Asked for by Anna Reeve, according to: NTA ▸ Norvian defence ministry" in str(event.description)
    assert "Arden Herald ▸ the defence department: Sunday’s call was requested by Dolan" in str(event.description)
    assert "https://nta.example/" in str(event.description)
    assert event["status"] == "CONFIRMED"
    assert event.categories == ["contact", "call"]


def test_the_file_has_what_the_standard_requires(told: ReadView) -> None:
    made = write_ics(told)
    calendar = Calendar.from_ical(made.text)
    assert calendar["version"] == "2.0"
    assert str(calendar["prodid"]).startswith("-//quoth//")
    assert made.text.startswith("BEGIN:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in made.text.split("\r\n"))
    for event in events(made):
        assert event["uid"]
        assert event.stamp == datetime(2031, 3, 17, tzinfo=UTC)
        assert "DTSTART;VALUE=DATE:20310314" in made.text


@pytest.mark.parametrize(
    ("edtf", "first", "last", "note"),
    [
        ("2031-03-14?", date(2031, 3, 14), date(2031, 3, 14), "(perhaps Fri 14 Mar 2031)"),
        ("2031-03-14/2031-03-16", date(2031, 3, 14), date(2031, 3, 16), "(Fri 14 Mar – Sun 16 Mar 2031)"),
        ("[2031-03-17,2031-03-18]", date(2031, 3, 17), date(2031, 3, 18), "(Mon 17 Mar or Tue 18 Mar 2031)"),
    ],
)
def test_less_than_one_known_day_is_tentative_and_says_so(
    edtf: str, first: date, last: date, note: str, told: ReadView, written: Write
) -> None:
    (event,) = events(written(on(gather(told), edtf)))
    assert (event.start, event.end) == (first, last + timedelta(days=1))
    assert event["status"] == "TENTATIVE"
    assert str(event["summary"]).endswith(note)


@pytest.mark.parametrize("edtf", ["2031-03", "2031", "2031-03-16/..", "2031-22"])
def test_a_month_a_year_and_an_open_stretch_are_left_out_and_counted(edtf: str, told: ReadView, written: Write) -> None:
    made = written(on(gather(told), edtf))
    assert events(made) == []
    assert made.notes[0] == "1 contact or event not dated to the day: left out."


@pytest.mark.parametrize(("status", "shown"), [("cancelled", "CANCELLED"), ("planned", "TENTATIVE"), ("denied", "TENTATIVE")])
def test_a_contact_that_was_not_held_is_not_confirmed(status: str, shown: str, told: ReadView, written: Write) -> None:
    (event,) = events(written(on(gather(told), "2031-03-14", status)))
    assert (event["status"], f"({status})" in str(event.summary)) == (shown, True)


def test_a_dated_passage_is_an_event_and_a_dated_statement_is_none(told: ReadView, written: Write) -> None:
    found = events(written(with_passage(gather(told), "2031-03-18")))
    assert [event.categories for event in found] == [["contact", "call"], ["event"]]
    passage = found[1]
    assert passage.start == date(2031, 3, 18)
    assert len(str(passage.summary)) <= SUMMARY
    assert "Dam Watch" in str(passage.description)


def test_what_has_no_date_is_counted(told: ReadView, written: Write) -> None:
    coverage = gather(told)
    undated = {name: replace(one, date=None) for name, one in coverage.contacts.items()}
    made = written(replace(coverage, contacts=undated))
    assert made.notes == ("1 time or contact without a date: left out.",)


def test_an_article_without_a_date_still_gives_a_stamp_and_the_same_one(told: ReadView, written: Write) -> None:
    coverage = gather(told)
    bare = {name: replace(one, published=None, fetched=None, modified="lately") for name, one in coverage.documents.items()}
    made = written(replace(coverage, documents=bare))
    assert events(made)[0].stamp == datetime(2031, 3, 14, tzinfo=UTC)


def test_the_same_ledger_gives_the_same_bytes_and_one_story_its_own(told: ReadView) -> None:
    assert write_ics(told) == write_ics(told)
    assert events(write_ics(told, story="none such")) == []
