from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.link.days import Stretch, stretch_of
from quoth.link.events import join_contacts
from quoth.records import Contact, ContactEvent, ContactKind, Document, Party, Span

ACTORS = {f"{name}{number}": name for name in ("dolan", "reeve", "hale") for number in range(9)}


def document(name: str, published: str | None) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=None, url=None, title=None, authors=(), published=published,
        published_from="unknown", fetched=None, language="en", sha256="", origin=None, text="", original="",
    )  # fmt: skip


DOCUMENTS = {"d": document("d", "2025-03-17"), "e": document("e", "2025-03-18T10:00:00Z"), "old": document("old", "2024-01-01")}


def contact(name: str, *parties: str, kind: ContactKind = "call", day: str | None = "2025-03-16", where: str = "d") -> Contact:
    told = tuple(Party(party, Span(number, number + 1), party) for number, party in enumerate(parties))
    return Contact(name, where, kind, told, None, day, (), Span(0, 9), None)


def groups(*contacts: Contact) -> set[frozenset[str]]:
    return {frozenset(event.contacts) for event in join_contacts(contacts, actor_of=ACTORS, documents=DOCUMENTS)}


def test_tellings_of_one_call_are_one_event_whoever_is_named_first() -> None:
    assert groups(contact("a", "dolan1", "reeve1"), contact("b", "reeve2", "dolan2", where="e")) == {frozenset("ab")}


def test_calls_of_two_days_are_two_events() -> None:
    assert groups(contact("a", "dolan1", "reeve1"), contact("b", "dolan2", "reeve2", day="2025-03-14")) == {
        frozenset("a"),
        frozenset("b"),
    }


def test_a_call_with_somebody_else_is_another_event() -> None:
    assert len(groups(contact("a", "dolan1", "reeve1"), contact("b", "dolan2", "hale1"))) == 2


def test_a_call_may_be_told_as_talks_but_a_letter_is_no_call() -> None:
    call, talks = contact("a", "dolan1", "reeve1"), contact("b", "dolan2", "reeve2", kind="talks")
    assert groups(call, talks, contact("c", "dolan3", "reeve3", kind="letter")) == {frozenset("ab"), frozenset("c")}


def test_a_telling_without_a_date_joins_the_only_call_it_can_mean() -> None:
    assert groups(contact("a", "dolan1", "reeve1"), contact("b", "dolan2", "reeve2", day=None, where="e")) == {frozenset("ab")}


def test_a_telling_that_names_a_weekday_joins_the_call_of_that_day_and_no_other() -> None:
    friday, sunday = contact("a", "dolan1", "reeve1", day="2025-03-14"), contact("b", "dolan2", "reeve2", day="2025-03-16")
    told_of_friday = replace(contact("c", "dolan3", "reeve3", day=None, where="e"), weekday=5)
    told_of_monday = replace(contact("x", "dolan4", "reeve4", day=None, where="e"), weekday=1)
    assert groups(friday, sunday, told_of_friday, told_of_monday) == {frozenset("ac"), frozenset("b"), frozenset("x")}


def test_undated_tellings_of_two_weekdays_are_two_events() -> None:
    told = [replace(contact(name, f"dolan{day}", f"reeve{day}", day=None), weekday=day) for name, day in (("a", 5), ("b", 7))]
    assert groups(*told) == {frozenset("a"), frozenset("b")}


def test_a_telling_without_a_date_stays_alone_where_two_calls_fit() -> None:
    calls = contact("a", "dolan1", "reeve1"), contact("b", "dolan2", "reeve2", day="2025-03-14")
    assert len(groups(*calls, contact("c", "dolan3", "reeve3", day=None))) == 3


def test_a_telling_without_a_date_that_was_published_before_a_call_does_not_mean_it() -> None:
    assert len(groups(contact("a", "dolan1", "reeve1"), contact("b", "dolan2", "reeve2", day=None, where="old"))) == 2


def test_a_month_means_a_call_in_it() -> None:
    assert groups(contact("a", "dolan1", "reeve1"), contact("b", "dolan2", "reeve2", day="2025-03")) == {frozenset("ab")}
    assert len(groups(contact("a", "dolan1", "reeve1"), contact("b", "dolan2", "reeve2", day="2024-05"))) == 2


def test_two_unknown_parties_are_never_the_same() -> None:
    first = Contact(
        "a", "d", "call", (Party("he", Span(0, 1), None), Party("x", Span(2, 3), "dolan1")), None, None, (), Span(0, 9), None
    )
    second = Contact(
        "b", "d", "call", (Party("he", Span(0, 1), None), Party("x", Span(2, 3), "dolan1")), None, None, (), Span(0, 9), None
    )
    assert len(groups(first, second)) == 2


TELLINGS = st.builds(
    lambda number, parties, day, where: contact(f"c{number}", *parties, day=day, where=where),
    st.integers(0, 99),
    st.sampled_from([("dolan1", "reeve1"), ("reeve2", "dolan2"), ("dolan1", "hale1")]),
    st.sampled_from([None, "2025-03-16", "2025-03-14", "2025-03", "[2025-03-14,2025-03-16]"]),
    st.sampled_from(["d", "e"]),
)


@settings(max_examples=60)
@given(st.lists(TELLINGS, max_size=8, unique_by=lambda telling: telling.id), st.randoms(use_true_random=False))
def test_every_telling_stands_in_one_event_and_order_changes_nothing(tellings: list[Contact], random: object) -> None:
    def events(contacts: list[Contact]) -> tuple[ContactEvent, ...]:
        return join_contacts(contacts, actor_of=ACTORS, documents=DOCUMENTS)

    joined = events(tellings)
    assert sorted(name for event in joined for name in event.contacts) == sorted(telling.id for telling in tellings)
    shuffled = list(tellings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert events(shuffled) == joined


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-03-16", date(2025, 3, 16), date(2025, 3, 16)),
        ("2025-03-16T10:00:00Z", date(2025, 3, 16), date(2025, 3, 16)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024~", date(2024, 1, 1), date(2024, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("2025-22", date(2025, 1, 1), date(2025, 12, 31)),
        ("[2025-03-14,2025-03-16]", date(2025, 3, 14), date(2025, 3, 16)),
        ("2025-03-14/2025-03-16", date(2025, 3, 14), date(2025, 3, 16)),
    ],
)
def test_an_edtf_date_means_days(edtf: str, first: date, last: date) -> None:
    assert stretch_of(edtf) == Stretch(first, last)


@pytest.mark.parametrize("edtf", [None, "", "../2025", "2025-03/", "soon", "0000"])
def test_what_names_no_days_means_none(edtf: str | None) -> None:
    assert stretch_of(edtf) is None


def test_a_weekday_means_the_day_that_is_known_before_a_month_that_may_hold_it() -> None:
    dated, vague = contact("a", "dolan1", "reeve1", day="2025-03-14"), contact("b", "dolan2", "reeve2", day="2025-03")
    told = replace(contact("c", "dolan3", "reeve3", day=None, where="undated"), weekday=5)
    other = replace(contact("d", "dolan3", "reeve3", day="2024-05"), document="old")
    assert groups(dated, told, other) == {frozenset("ac"), frozenset("d")}
    assert frozenset("ac") not in groups(replace(dated, date="2025-03-15"), told, vague)
