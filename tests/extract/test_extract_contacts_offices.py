"""Contacts whose parties are told by their office, by who answered, by an invitation or behind a description, and contacts that never were."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts import who
from tests.extract.test_extract_contacts_forms import read, told


@pytest.mark.parametrize(
    ("text", "kind", "status", "parties"),
    [
        ("Dolan met an envoy of Darko's, Lucio Hale, at a hotel on Tuesday.", "meeting", "held", ["Dolan", "Hale"]),
        ("Dolan met an envoy of Darko’s, Lucio Hale, at a hotel on Tuesday.", "meeting", "held", ["Dolan", "Hale"]),
        ("Dolan has called off a trip to Kenya.", "visit", "cancelled", ["Dolan", "Kenya"]),
        ("Dolan called off talks with Wekesa.", "talks", "cancelled", ["Dolan", "Wekesa"]),
        ("Dolan convened a meeting at the palace with Wekesa.", "meeting", "held", ["Dolan", "Wekesa"]),
        ("Dolan completed a visit to Tessen at the invitation of Wekesa.", "visit", "held", ["Dolan", "Wekesa"]),
        ("Dolan completed a visit to Kenya at the invitation of Wekesa.", "visit", "held", ["Dolan", "Kenya"]),
        ("Dolan and Wekesa agreed that talks would be held in Tessen on Monday.", "talks", "planned", ["Dolan", "Wekesa"]),
        ("Darko is not aware of any meeting between Dolan and Wekesa.", "meeting", "denied", ["Dolan", "Wekesa"]),
        ("Dolan denied that he had held any talks with Wekesa.", "talks", "denied", ["Wekesa", "he"]),
        ("Dolan said that he did not have any meetings with Wekesa.", "meeting", "denied", ["Wekesa", "he"]),
    ],
)
def test_a_contact_has_the_parties_that_its_words_name(text: str, kind: str, status: str, parties: list[str]) -> None:
    assert told(text) == [(kind, status, parties)]


def test_who_answered_took_the_call_of_who_rang() -> None:
    (found,) = read('"Mr. Dolan rang, and I answered," Wekesa said.')
    assert (found.kind, who(found), found.initiator and found.initiator.text) == ("call", ["Dolan", "I"], "Mr. Dolan")


@pytest.mark.parametrize("text", ["They gave us tea.", "Dolan gave Wekesa tea.", "The wardens served Wekesa a meal."])
def test_fare_that_is_handed_to_somebody_is_no_meeting(text: str) -> None:
    assert told(text) == []
    assert told("Dolan had tea with Wekesa.") == [("meeting", "held", ["Dolan", "Wekesa"])]


@pytest.mark.parametrize("wish", ["would like", "expects"])
def test_whoever_somebody_would_like_to_come_is_the_visitor(wish: str) -> None:
    found = read(f"Dolan met Wekesa in Tessen and {wish} him to visit Kenya.")
    assert (found[-1].kind, who(found[-1])) == ("visit", ["Kenya", "him"])


def test_any_meeting_that_nobody_denies_is_open() -> None:
    assert told("Darko is aware of any meeting between Dolan and Wekesa.") == []


def test_a_preposition_said_again_leads_to_one_more_party_and_to_what_is_said_of_all() -> None:
    found = read(
        "Anna Reeve was in Tessen.\nThe visit followed telephone conversations which Dolan held with Ms Reeve and with the Vessian "
        "Foreign Minister, Paulo Hale, on Wednesday."
    )
    calls = [one for one in found if one.kind == "call"]
    assert [one.parties[0].text for one in calls] == ["Dolan", "Dolan"]
    assert len({one.parties[1].referent for one in calls}) == 2
    assert {one.date for one in calls} == {"2025-03-12"}


def test_such_a_meeting_that_somebody_denies_is_the_one_told_before() -> None:
    found = told("Dolan met Wekesa in Tessen. The ministry denies that there was any such meeting.")
    assert found == [("meeting", "held", ["Dolan", "Wekesa"]), ("meeting", "denied", ["Dolan", "Wekesa"])]


@pytest.mark.parametrize("again", ["It was Wekesa who asked.", "Darko says that it was Wekesa that rang."])
def test_a_sentence_turned_about_tells_who_asked(again: str) -> None:
    before, after = read(f"Dolan called Darko on Friday. Dolan called Wekesa on Monday. {again}")[-2:]
    assert who(after) == who(before) == ["Dolan", "Wekesa"]
    assert after.initiator
    assert after.initiator.text == "Wekesa"


def test_it_was_somebody_who_did_something_else_asks_for_no_contact() -> None:
    assert len(read("Dolan called Wekesa on Monday. It was Wekesa who asked for money.")) == 1


@pytest.mark.parametrize(
    "again",
    [
        "The presidents agreed that a further meeting would be held on Monday.",
        'A notice says the presidents spoke "at the request of the Kenyan side."',
    ],
)
def test_people_told_by_their_office_are_those_of_the_contact_before(again: str) -> None:
    _, after = told(f"Dolan met Wekesa in Tessen. {again}")
    assert after[2] == ["Dolan", "Wekesa"]


@pytest.mark.parametrize("again", ["The presidents of Kenya and Ghana met on Friday.", "Council presidents met on Friday."])
def test_an_office_with_more_words_is_not_of_those_told_before(again: str) -> None:
    (_, *after) = told(f"Dolan met Darko in Tessen. {again}")
    assert all(parties != ["Darko", "Dolan"] for _, _, parties in after)


def test_a_summit_scheduled_for_a_day_has_that_date() -> None:
    (found,) = read("Dolan will attend a summit with Wekesa scheduled for June 12.")
    assert found.date == "2025-06-12"
