"""Words that tell of contacts elsewhere and of none here, and contacts told by what was said in them."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts import INTRODUCED, read, read_all, who
from tests.extract.test_extract_contacts_forms import told


@pytest.mark.parametrize(
    "text",
    [
        "Dolan called Wekesa a liar.",
        "Dolan called Amos Wekesa, Kenya's president, a liar.",
        "Dolan called Wekesa “the last crook”.",
        "Dolan called the allegation by Wekesa absurd.",
        "Dolan called on Wekesa to resign.",
        "Dolan called together his aides.",
        "Dolan called Wekesa on it.",
        "Dolan called Wekesa up to the stage.",
        "Wekesa was called into question by Dolan.",
        "The committee called Wekesa to testify.",
        "Dolan led a party called the River Bloc.",
        "Dolan called a press conference on Friday.",
        "As Dolan calls them, the ministers are rebels.",
    ],
)
def test_what_somebody_is_called_is_no_call(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dolan sent a clear message to Wekesa.",
        "Dolan helped Wekesa in exchange for votes.",
        "Dolan voted during the roll call with Wekesa.",
        "Dolan wrote four books about Wekesa.",
        "Dolan was writing checks to hospitals in Kenya.",
        "The money was received by Dolan.",
        "Dolan would like to see Wekesa in prison.",
        "They met resistance from Wekesa in May.",
        "Dolan does not remember talking to Wekesa.",
        "That would involve a meeting between Dolan and Wekesa.",
        "Nothing was done without consultation between Dolan and Wekesa.",
        "Dolan, the minister, hopes to start a national conversation with Kenya.",
        "Dolan held up signs to approaching drivers.",
    ],
)
def test_signals_works_and_what_nobody_did_are_no_contacts(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Dolan called Wekesa at home and told him so.", "call", ["Dolan", "Wekesa"]),
        ("Dolan called Amos Wekesa to congratulate him.", "call", ["Dolan", "Wekesa"]),
        ("Dolan called Wekesa on Friday.", "call", ["Dolan", "Wekesa"]),
        ("Dolan sent a text message to Wekesa.", "message", ["Dolan", "Wekesa"]),
        ("The inquiry is about a phone call in which Dolan asked Amos Wekesa to look into the dam.", "call", ["Dolan", "Wekesa"]),
        ("Dolan asked Amos Wekesa to look into the dam during a phone call.", "call", ["Dolan", "Wekesa"]),
        ("Dolan wrote a letter urging Wekesa to resign.", "letter", ["Dolan", "Wekesa"]),
        ("Dolan has been engaged in talks with Wekesa.", "talks", ["Dolan", "Wekesa"]),
        ("Dolan was under investigation for meeting Wekesa.", "meeting", ["Dolan", "Wekesa"]),
        ("Dolan crossed the river to meet Wekesa.", "meeting", ["Dolan", "Wekesa"]),
        ("The ministry sent a letter to the states.", "letter", ["ministry", "states"]),
        ("There were contacts between members of Dolan's party and Kenyans.", "talks", ["Kenyans", "party"]),
    ],
)
def test_calls_letters_and_talks_are_told_in_many_ways(text: str, kind: str, parties: list[str]) -> None:
    ((found, _, sides),) = told(text)
    assert found == kind
    assert all(any(word in side for side in sides) for word in parties)
    assert len(sides) == len(parties)


def test_a_further_title_is_no_further_party() -> None:
    text = "Ana Brand, the firm's founder and chairman, met with Lev Orlow, a donor and activist."
    (contact,) = read(text)
    assert who(contact) == ["Brand", "Orlow"]


def test_an_office_with_and_in_its_name_is_one_party() -> None:
    (contact,) = read("Lev Orlow discussed the news with Health and Human Services Secretary Ana Brand.")
    assert who(contact) == ["Brand", "Orlow"]


def test_a_surname_that_is_a_word_for_a_document_is_a_party() -> None:
    (contact,) = read("Carter Page met with Lev Orlow.")
    assert who(contact) == ["Orlow", "Page"]


def test_a_president_beside_one_of_another_state_is_a_party_of_his_own() -> None:
    (contact,) = read(
        "Lev Orlow rules Arden. It is about a phone call between Orlow and Norvian President Ana Brand in which Orlow begged."
    )
    assert who(contact) == ["Brand", "Orlow"]


def test_a_contact_that_was_held_was_not_in_a_month_to_come() -> None:
    (contact,) = read("The complaint says that Lev Orlow asked Ana Brand for help during a November phone call.")
    assert (contact.date or "2026") < "2025-03"


def test_a_day_behind_a_name_is_no_part_of_it() -> None:
    (contact,) = read("Norvian President Marek Dolan telephoned Amos Wekesa Sunday to express his concern.")
    assert who(contact) == ["Dolan", "Wekesa"]


def test_who_tells_of_the_meeting_with_somebody_was_in_it() -> None:
    (contact,) = read("Amos Wekesa told the court that the meeting with Lev Orlow was a chance encounter.")
    assert who(contact) == ["Orlow", "Wekesa"]


def test_a_request_is_told_by_who_tells_of_it_not_by_who_made_it() -> None:
    contacts, statements = read_all(f"{INTRODUCED}\nDolan and Reeve spoke on Friday. Hale said Dolan had asked for the call.")
    by_id = {one.id: one for one in statements}
    told = {contact.initiator.text if contact.initiator else None: by_id.get(contact.statement or "") for contact in contacts}
    assert told["Dolan"] is not None
    assert told["Dolan"].source is not None
    assert told["Dolan"].source.text == "Hale"
