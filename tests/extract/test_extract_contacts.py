from __future__ import annotations

import pytest

from quoth.extract.contacts import find_contacts
from quoth.extract.referents import find_referents
from quoth.extract.statements import find_statements
from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.records import Contact, Document, Segment, Statement

MONDAY = "2025-03-17"
INTRODUCED = (
    "Norvian Defense Minister Marek Dolan, Arden Secretary of Defense Anna Reeve, Ilmar Defense Minister Jonas Hale and Joint Agency chief "
    "Petra Lind are at odds over the dam."
)


def read_all(text: str, published: str | None = MONDAY) -> tuple[tuple[Contact, ...], tuple[Statement, ...]]:
    found = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=published,
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    parsed = English().parse(
        found, [Segment("body", start, start + len(line)) for start, line in zip(starts, lines, strict=True) if line]
    )
    referents = find_referents(parsed)
    statements = find_statements(parsed, referents)
    return find_contacts(parsed, referents, statements, find_times(parsed)), statements


def read(text: str, published: str | None = MONDAY) -> tuple[Contact, ...]:
    return read_all(f"{INTRODUCED}\n{text}", published)[0]


def who(contact: Contact) -> list[str]:
    """The last words of the parties, in alphabetical order."""
    return sorted(party.text.split()[-1] for party in contact.parties)


def test_contacts_of_unnamed_bodies_may_be_planned() -> None:
    (found,) = read("More contacts are planned between our defence ministries.")
    assert ([party.text.split()[-1] for party in found.parties], found.status) == (["ministries"], "planned")


def test_officials_whom_the_parser_makes_the_subject_of_what_they_heard_are_a_party() -> None:
    found = read("Dolan spoke with Arden, Ilmar and Vessian officials cautioning Brenn was preparing an attack")
    assert found
    assert all("Dolan" in who(contact) for contact in found)


@pytest.mark.parametrize(
    ("text", "kind", "parties", "day"),
    [
        ("Dolan held a telephone conversation with Reeve on Friday.", "call", ["Dolan", "Reeve"], "2025-03-14"),
        ("Dolan spoke by telephone with Reeve on Sunday.", "call", ["Dolan", "Reeve"], "2025-03-16"),
        ("Dolan called Reeve on Sunday.", "call", ["Dolan", "Reeve"], "2025-03-16"),
        ("Dolan told Reeve by phone on Sunday that the dam was safe.", "call", ["Dolan", "Reeve"], "2025-03-16"),
        ("The call between Dolan and Reeve took place in May 2024.", "call", ["Dolan", "Reeve"], "2024-05"),
        ("Dolan met Reeve in Westmere on March 3.", "meeting", ["Dolan", "Reeve"], "2025-03-03"),
        ("Dolan and Reeve met on Saturday.", "meeting", ["Dolan", "Reeve"], "2025-03-15"),
        ("Dolan wrote to Reeve on Saturday.", "letter", ["Dolan", "Reeve"], "2025-03-15"),
        ("In a telephone call with Reeve on Saturday, Dolan asked for help.", "call", ["Dolan", "Reeve"], "2025-03-15"),
        ("Hale took a telephone call from Dolan on Sunday.", "call", ["Dolan", "Hale"], "2025-03-16"),
        ("Dolan negotiated with Reeve.", "talks", ["Dolan", "Reeve"], None),
        ("Dolan discussed the dam with Reeve in a call on Sunday.", "call", ["Dolan", "Reeve"], "2025-03-16"),
        ("Dolan travelled to Westmere on Thursday to meet Reeve.", "meeting", ["Dolan", "Reeve"], "2025-03-13"),
        ("Dolan's call with Reeve on Sunday was the second in three days.", "call", ["Dolan", "Reeve"], "2025-03-16"),
    ],
)
def test_a_contact_has_its_kind_its_parties_and_its_day(text: str, kind: str, parties: list[str], day: str | None) -> None:
    (contact,) = read(text)
    assert (contact.kind, who(contact), contact.date, contact.status) == (kind, parties, day, "held")


def test_calls_with_several_are_as_many_contacts() -> None:
    found = read("Dolan held telephone conversations on Sunday with Reeve, Hale and Lind.")
    assert [(who(contact), contact.date) for contact in found] == [
        (["Dolan", "Reeve"], "2025-03-16"),
        (["Dolan", "Hale"], "2025-03-16"),
        (["Dolan", "Lind"], "2025-03-16"),
    ]


def test_a_meeting_of_several_is_one_contact() -> None:
    (contact,) = read("Dolan met with Reeve, Hale and Lind in Tessen.")
    assert who(contact) == ["Dolan", "Hale", "Lind", "Reeve"]


def test_two_days_are_two_contacts() -> None:
    found = read("Dolan talked by telephone with Reeve on Friday and Sunday.")
    assert [contact.date for contact in found] == ["2025-03-14", "2025-03-16"]
    assert len({contact.id for contact in found}) == 2


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Dolan called Reeve.", "Dolan"),
        ("Dolan spoke by phone with Reeve at the request of Arden.", "Arden"),
        ("Dolan spoke by phone with Reeve at Arden's request.", "Arden"),
        ("The call between Dolan and Reeve was initiated by Reeve.", "Reeve"),
        ("Reeve initiated the call between the two ministers.", None),
        ("The call between Dolan and Reeve was a follow-up conversation requested by Dolan.", "Dolan"),
        ("Dolan spoke by phone with Reeve.", None),
    ],
)
def test_who_asked_for_a_contact_is_told_apart_from_who_took_part(text: str, initiator: str | None) -> None:
    contacts = read(text)
    assert [contact.initiator.text if contact.initiator else None for contact in contacts] == ([initiator] if contacts else [])


def test_a_telling_without_parties_takes_up_the_contact_told_before() -> None:
    found = read("Dolan spoke by telephone with Reeve on Friday.\nFriday's call was requested by Arden, a source said.")
    assert [(who(contact), contact.date) for contact in found] == [(["Dolan", "Reeve"], "2025-03-14")] * 2
    assert [contact.initiator.text if contact.initiator else None for contact in found] == [None, "Arden"]


def test_the_call_that_tells_nothing_new_is_no_contact_of_its_own() -> None:
    (contact,) = read("Dolan spoke by telephone with Reeve on Friday. The call was short.")
    assert contact.date == "2025-03-14"


def test_a_date_since_or_after_which_is_not_the_contacts_own() -> None:
    (contact,) = read("The call between Dolan and Reeve was the first since May.")
    assert contact.date is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Dolan will meet Reeve on Friday.", "planned"),
        ("Dolan is scheduled to meet Reeve on Friday.", "planned"),
        ("Dolan did not meet Reeve.", "denied"),
        ("Dolan went months without talking to Reeve.", "denied"),
        ("Dolan postponed a meeting with Reeve.", "cancelled"),
    ],
)
def test_what_is_planned_called_off_or_denied_says_so(text: str, status: str) -> None:
    assert [contact.status for contact in read(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Dolan called Reeve a liar.",
        "Dolan called for a meeting of the council.",
        "Dolan spoke to reporters in Tessen.",
        "Dolan urged Hale to meet Reeve.",
        "Dolan could meet Reeve.",
        "The water met the standard.",
        "Her calls for peace went unheard.",
    ],
)
def test_what_is_no_contact_is_passed_over(text: str) -> None:
    assert read(text) == ()


def test_a_contact_says_according_to_whom_it_is_told() -> None:
    contacts, statements = read_all(f"{INTRODUCED}\nThe ministry said that Dolan had called Reeve on Sunday.")
    told = {statement.id: statement for statement in statements}
    (contact,) = contacts
    assert contact.statement is not None
    assert told[contact.statement].cue.text == "said"


def test_topics_are_short_phrases_of_the_text() -> None:
    (contact,) = read("Dolan and Reeve discussed the water of the dam and the safety of the valley.")
    assert contact.topics == ("water of the dam", "safety of the valley")


def test_the_means_of_a_contact_are_not_its_topic() -> None:
    (contact,) = read("Dolan spoke on the phone with Reeve.")
    assert (contact.kind, contact.topics) == ("call", ())


def test_a_list_stays_whole_where_the_parser_takes_its_end_for_a_speaker() -> None:
    text = "Dolan held calls with Arden Secretary of Defense Anna Reeve, Ilmar Defense Minister Jonas Hale and Petra Lind, the ministry said."
    assert [who(contact) for contact in read(text)] == [["Dolan", "Reeve"], ["Dolan", "Hale"], ["Dolan", "Lind"]]


def test_spans_hold_what_they_say() -> None:
    text = f"{INTRODUCED}\nOn Sunday, Dolan held calls with Reeve, the Arden minister, and with Petra Lind of the Joint Agency."
    for contact in read_all(text)[0]:
        for party in contact.parties:
            assert text[party.span.start : party.span.end] == party.text
            assert contact.span.start <= party.span.start
            assert party.span.end <= contact.span.end


def test_a_weekday_of_an_undated_article_is_kept_as_such() -> None:
    found = read("Dolan called Reeve on Friday.", published=None)
    assert [(contact.date, contact.weekday) for contact in found] == [(None, 5)]
