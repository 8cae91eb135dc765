"""Contacts where the parser lost a verb's subject or hung a clause elsewhere, and contacts of people told before."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts_forms import read, told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Jane Pounder won. Pounder, much of whose base at home distrusts the forum, is expected to meet with Kenyan leaders.",
            [("meeting", "planned", ["Pounder", "leaders"])],
        ),
        (
            "The divide was on display during Dolan's recent visit to Ghana to meet with Wekesa.",
            [("visit", "held", ["Dolan", "Ghana"]), ("meeting", "held", ["Dolan", "Wekesa"])],
        ),
        (
            "It was not Dolan's first trip to Ghana to meet Wekesa.",
            [("visit", "held", ["Dolan", "Ghana"]), ("meeting", "held", ["Dolan", "Wekesa"])],
        ),
        ("Dolan flew to Ghana to meet Wekesa.", [("meeting", "held", ["Dolan", "Wekesa"])]),
        (
            "Dolan spoke by phone with Wekesa and twice to Darko on Monday.",
            [("call", "held", ["Dolan", "Wekesa"]), ("call", "held", ["Darko", "Dolan"])],
        ),
        ("Police came after several neighbours called emergency services.", [("call", "held", ["neighbours", "services"])]),
        ("Dolan's new strategy began over dinner Wednesday with Kenyan senators.", [("meeting", "held", ["Dolan", "senators"])]),
        ("Dolan made overtures to Wekesa.", [("talks", "held", ["Dolan", "Wekesa"])]),
        (
            "Dolan will meet Wekesa in May. It follows their first meeting last June.",
            [("meeting", "planned", ["Dolan", "Wekesa"]), ("meeting", "held", ["Dolan", "Wekesa"])],
        ),
    ],
)
def test_a_contact_is_found_where_the_tree_is_loose(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == found


def test_the_counterparts_in_two_states_are_two_contacts() -> None:
    parties = [
        parties for _, _, parties in told("Dolan made the charge in calls on Sunday to his counterparts in Kenya and Ghana.")
    ]
    assert parties == [["Dolan", "Kenya"], ["Dolan", "Ghana"]]


@pytest.mark.parametrize(
    "text", ["Kenya and Ghana's top generals met on Friday.", "Kenya and Ghana’s ministers held talks on Friday."]
)
def test_a_possessive_behind_two_states_is_both_states(text: str) -> None:
    (found,) = read(text)
    assert len({party.referent for party in found.parties}) == 2
    assert None not in {party.referent for party in found.parties}


@pytest.mark.parametrize(
    "text",
    [
        "Darko is known for her role in the series called Amos Wekesa.",
        "Recruits Don't Meet New Dolan Standard",
        'Dolan is in talks to lead "The Dam" next year.',
        "We did not call the other side, Dolan said.",
    ],
)
def test_names_of_things_and_nobody_known_are_no_contacts(text: str) -> None:
    assert told(text) == []
