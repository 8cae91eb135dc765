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


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ada Lund and Tomas Verin spoke by telephone for 25 minutes on 14 March 2025.", "2025-03-14"),
        ("A meeting of the energy ministers of Poland, France and Italy, planned for 14 March 2025, was called off.", "2025-03-14"),
    ],
)
def test_a_contact_has_the_date_behind_how_long_it_was_and_that_of_its_plan(text: str, date: str) -> None:
    assert [one.date for one in read(text)] == [date]


def test_a_letter_has_the_date_behind_its_reader() -> None:
    (letter,) = read("Marek Dolan asked for access in a letter to the mayor on Saturday.")
    assert letter.date is not None


def test_it_was_she_who_had_says_who_asked() -> None:
    text = "Ada Lund and Tomas Verin spoke by telephone. An aide said Verin had asked for the call. His office said it was Lund who had."
    assert [one.initiator.text for one in read(text) if one.initiator] == ["Verin", "Lund"]
    bare = read("Ada Lund and Tomas Verin spoke by telephone. An aide said that it was Lund who had.")
    assert [one.initiator for one in bare] == [None]


def test_what_somebody_never_does_is_no_contact() -> None:
    assert told("The office answered that Dolan does not correspond with Wekesa.") == []


@pytest.mark.parametrize(
    "text",
    [
        'An aide said that Dolan "wasn\'t talking about the administration writ large," just the Council.',
        "Dolan mocked the idea of consulting Wekesa while carrying out an operation.",
        "Dolan spoke of the possibility of meeting Wekesa.",
        "They went to one school. This is how Darko met Dolan, the boy who hit her.",
    ],
)
def test_what_is_only_thought_of_or_how_two_came_to_know_each_other_is_no_contact(text: str) -> None:
    assert told(text) == []


def test_a_topic_in_several_words_keeps_who_discussed_it() -> None:
    assert told("Dolan discussed de-escalation with Mr. Wekesa by phone Tuesday.") == [("call", "held", ["Dolan", "Wekesa"])]


def test_a_title_of_several_is_no_party_beside_the_names_behind_it() -> None:
    text = "Amos Wekesa and Ada Lund spoke. At Friday's meeting Marek Dolan and Norvian leaders Amos Wekesa and Ada Lund made no progress."
    parsed = read(text)[-1]
    assert parsed.parties[1].text == "Norvian leaders Amos Wekesa"
    assert parsed.parties[1].referent == read(text)[0].parties[0].referent
