from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.records import Anchor, Span, TimeExpression, identify
from quoth.store import ReadView
from quoth.view.contacts import ContactRow, Initiative, contacts_page, lay_out_contacts
from quoth.view.coverage import Coverage, gather
from quoth.view.timeline import Entry, contact_text, day_of, is_beginning, lay_out_timeline


def entries(coverage: Coverage, kind: str) -> list[Entry]:
    return [entry for moment in lay_out_timeline(coverage).moments for entry in moment.entries if entry.kind == kind]


def with_time(coverage: Coverage, outlet: str, words: str, edtf: str) -> Coverage:
    """The coverage with one more time expression, at the first place where an outlet's article has these words."""
    document = next(one for one in coverage.documents.values() if one.outlet == outlet)
    span = Span(document.text.index(words), document.text.index(words) + len(words))
    time = TimeExpression(identify("time", span), document.id, span, words, "DATE", edtf, edtf, Anchor("2031-03-17", "metadata"))
    return replace(coverage, times={**coverage.times, document.id: (*coverage.times.get(document.id, ()), time)})


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2031-03-16T02:40:00", "2031-03-16"),
        ("2031-03-16T02:40:00+03:00", "2031-03-16"),
        ("2031-03-16T02:40:00Z?", "2031-03-16?"),
        ("2031-03-16T02:40/2031-03-16T04:10", "2031-03-16"),
        ("2031-03-16T22:40/2031-03-17T04:10", "2031-03-16/2031-03-17"),
        ("[2031-03-16T02:40,2031-03-17T02:40]", "[2031-03-16,2031-03-17]"),
        ("2031-03", "2031-03"),
    ],
)
def test_a_clock_time_falls_on_its_day_and_stays_as_vague_as_it_is(edtf: str, day: str) -> None:
    assert day_of(edtf) == day


def test_a_contact_told_of_as_fridays_stands_on_its_friday(told: ReadView) -> None:
    (moment,) = [one for one in lay_out_timeline(gather(told)).moments if one.entries[0].kind == "contact"]
    assert (moment.date, moment.uncertain) == ("2031-03-14", False)
    assert moment.entries[0].text == "Marek Dolan, Anna Reeve and the defence department: call, who asked is disputed"
    assert moment.entries[0].why == "2 articles, first NTA ▸ Norvian defence ministry"


def account(name: str, party: str, *by: str) -> Initiative:
    return Initiative(name, party, by or ("Somebody",))


@pytest.mark.parametrize(
    ("accounts", "words"),
    [
        ((), "call"),
        ((account("Marek Dolan", "Norvia"),), "call, asked for by Marek Dolan, according to Somebody"),
        ((account("Norvia", "Norvia"), account("Marek Dolan", "Norvia")), "call, asked for by Marek Dolan, according to Somebody"),
        ((account("Norvia", "Norvia"), account("Anna Reeve", "Arden")), "call, who asked is disputed"),
        (
            (account("Norvia", "Norvia", "NTA ▸ Dolan", "Arden Herald ▸ NTA ▸ Dolan", "Arden Herald", "Coastwire ▸ Marsh"),),
            "call, asked for by Norvia, according to Dolan, Arden Herald and 1 more",
        ),
    ],
)
def test_who_asked_is_disputed_only_where_the_sides_differ(accounts: tuple[Initiative, ...], words: str, told: ReadView) -> None:
    (row,) = contacts_page(told).rows
    asked: ContactRow = replace(row, initiatives=accounts, parties=row.parties[:2])
    assert contact_text(asked) == f"Marek Dolan and Anna Reeve: {words}"


def test_a_statement_says_what_was_done_and_through_whom_it_came(told: ReadView) -> None:
    coverage = gather(told)
    changed = {name: replace(one, act="blame", time="2031-03-16") for name, one in coverage.statements.items() if one.parent}
    coverage = replace(coverage, statements={**coverage.statements, **changed})
    (entry,) = [one for one in entries(coverage, "statement") if one.ref in changed]
    assert entry.text == "Marek Dolan blames that Brenn had taken orders"
    assert entry.why.endswith("Arden Herald ▸ NTA ▸ Marek Dolan")


def test_a_passage_that_only_dates_a_statement_is_not_told_twice(told: ReadView) -> None:
    coverage = with_time(gather(told), "NTA", "March 16", "2031-03-16")
    told_once = [one.why for one in entries(coverage, "statement") if "accuses" in one.text]
    assert told_once == ["“March 16”, read against Mon 17 Mar 2031 (the day of publication) · NTA ▸ Marek Dolan"]
    assert entries(coverage, "passage") == []


def test_a_dated_passage_inside_a_statement_is_according_to_its_speaker(told: ReadView) -> None:
    coverage = with_time(gather(told), "Arden Herald", "at least 4,000", "2031-03-12")
    (entry,) = entries(coverage, "passage")
    assert entry.why.endswith("· Arden Herald ▸ a senior official")


def test_a_contact_of_which_only_the_weekday_is_told_keeps_it(told: ReadView) -> None:
    coverage = gather(told)
    vague = {name: replace(one, date=None, weekday=5) for name, one in coverage.contacts.items()}
    (row,) = lay_out_contacts(replace(coverage, contacts=vague)).rows
    assert (row.date, row.weekday, row.when) == (None, 5, "a Friday")
    (dated,) = lay_out_contacts(coverage).rows
    assert (dated.weekday, dated.when) == (None, "Fri 14 Mar 2031")


def test_tellings_stand_in_the_order_of_their_articles(told: ReadView) -> None:
    coverage = gather(told)
    turned = tuple(replace(event, contacts=tuple(reversed(event.contacts))) for event in coverage.events)
    (row,) = lay_out_contacts(replace(coverage, events=turned)).rows
    assert [one.outlet for one in row.tellings] == ["NTA", "Arden Herald"]


def test_a_statement_that_only_points_back_shows_its_sentence(told: ReadView) -> None:
    coverage = gather(told)
    one = next(one for one in coverage.statements.values() if one.time and one.stance != "none")
    bare = replace(one, content=replace(one.content, text="which"))
    (entry,) = [
        entry
        for entry in entries(replace(coverage, statements={**coverage.statements, one.id: bare}), "statement")
        if entry.ref == one.id
    ]
    assert not entry.text.endswith(" which")
    assert len(entry.text.split()) > 4


@pytest.mark.parametrize(
    ("text", "when", "beginning"),
    [
        ("It was the first call between them since May.", "May", True),
        ("The lock has been shut since early May.", "May", True),
        ("Shares fell since 17 May, when the lock broke.", "17 May", False),
        ("The lock broke in May.", "May", False),
    ],
)
def test_since_when_something_is_so_is_no_date_of_what_happened(text: str, when: str, *, beginning: bool) -> None:
    span = Span(text.index(when), text.index(when) + len(when))
    time = TimeExpression("t", "d", span, when, "DATE", "2031-05", "2031-05", Anchor("2031-10-25", "metadata"))
    assert is_beginning(text, time) is beginning
