"""Contacts whose parties the parser hung elsewhere, that are told as arranged or remembered, and words that tell of none."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts import read, who
from tests.extract.test_extract_contacts_forms import told


@pytest.mark.parametrize(
    "text",
    [
        "Dolan put a stop to it in Kenya.",
        "The talks of the council came to a stop with Dolan.",
        "In a video that he posted, Dolan accused Wekesa of fraud.",
        "Dolan asked Wekesa not to call the police.",
        "Dolan was greeted by protesters in Tessen.",
        "Demonstrators greeted Dolan at the gate.",
    ],
)
def test_stops_videos_requests_and_crowds_are_no_contacts(text: str) -> None:
    assert told(text) == []


def test_who_wrote_the_article_remembers_a_contact() -> None:
    (contact,) = read("I remember a conversation I had with Lev Orlow in May.")
    assert [party.text for party in contact.parties] == ["I", "Lev Orlow"]


def test_nobody_meets_himself_by_a_pronoun_of_his_own() -> None:
    before, again = read(
        "Carter Orlow met Lev Brand in May. Orlow first suggested the existence of tapes after Brand revealed that he wrote memos of his "
        "private conversations with Orlow leading up to his firing."
    )
    assert {party.referent for party in before.parties} == {party.referent for party in again.parties}


def test_meetings_that_somebody_says_are_scheduled_are_theirs() -> None:
    (contact,) = read("The Foreign Ministry of Arden said a meeting was also scheduled with Lev Orlow.")
    assert {party.text for party in contact.parties} == {"The Foreign Ministry of Arden", "Lev Orlow"}
    assert contact.status == "planned"


def test_as_well_as_joins_parties() -> None:
    (contact,) = read("Lev Orlow plans to meet with union leaders as well as farmers.")
    assert [party.text for party in contact.parties] == ["Lev Orlow", "union leaders", "farmers"]


def test_close_contact_with_a_state_is_one() -> None:
    (contact,) = read("Ana Brand said that officials of Norvia had been in close contact with the French since the attack.")
    assert "the French" in [party.text for party in contact.parties]


def test_close_contact_with_the_sick_is_none() -> None:
    assert told("People who are in close contact with patients wear masks.") == []


def test_who_is_congratulated_on_a_trip_made_it() -> None:
    met, trip = read("Ana Brand met Lev Orlow on Friday. Brand congratulated Orlow on his “very successful” trip to Kenya.")
    assert trip.parties[0].referent == next(party.referent for party in met.parties if party.text == "Lev Orlow") is not None


def test_openness_to_meeting_somebody_is_a_plan() -> None:
    (contact,) = read("Lev Orlow has expressed openness to meeting with Ana Brand.")
    assert (who(contact), contact.status) == (["Brand", "Orlow"], "planned")


def test_a_name_hung_on_its_verb_as_a_measure_wrote_the_letter() -> None:
    (contact,) = read(
        "Nine months after Ilmar voted to leave, Tim Barrow, Ilmar’s ambassador to the union, hand-delivered a letter to Council President "
        "Lev Orlow."
    )
    assert who(contact) == ["Barrow", "Orlow"]


def test_figures_of_a_party_are_people() -> None:
    (contact,) = read("Lev Orlow met with opposition figures on Friday.")
    assert who(contact) == ["Orlow", "figures"]


def test_the_only_person_told_of_right_before_had_the_call() -> None:
    (contact,) = read("The week was hard for Lev Orlow.\nThe week was hard for Lev Orlow. The call with Ana Brand was short.")
    assert who(contact) == ["Brand", "Orlow"]
