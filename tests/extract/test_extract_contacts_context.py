"""Contacts whose parties stand in the clause around them, in the sentence before, or behind more words than usual; and what is none."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts_forms import read, told


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Ghana fell out over the dam. Negotiators from the two countries resumed talks in Tessen on Friday.",
        "Dolan said that Kenya and Ghana were close to a deal.\nReeve told governors that both nations are going to have a summit.",
        "Norvia says Kenya, Ghana to lift the ban as talks go on",
    ],
)
def test_the_two_countries_are_the_two_named_before(text: str) -> None:
    ((_, _, parties),) = told(text)
    assert parties == ["Ghana", "Kenya"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Darko wrecked a lake in Ohio. Dolan visited the state on Friday.", [("visit", "held", ["Dolan", "state"])]),
        ("Dolan praised Kenya. Reeve made a trip to the country in May.", [("visit", "held", ["Reeve", "country"])]),
        ("Dolan made an official visit to Kenya along with Amos Wekesa.", [("visit", "held", ["Dolan", "Kenya", "Wekesa"])]),
        (
            "The Kenyan government angered Ghana by announcing the dam during a visit by Darko.",
            [("visit", "held", ["Darko", "government"])],
        ),
        (
            "Protesters in Kenya have been urging Darko to speak out ahead of his visit.",
            [("visit", "planned", ["Kenya", "his"])],
        ),
        (
            "Darko invited Wekesa, along with Reeve, to receive an update on the dam in Kenya.",
            [("visit", "planned", ["Darko", "Reeve", "Wekesa"])],
        ),
        ("Darko stopped by the ministry.", [("visit", "held", ["Darko", "ministry"])]),
    ],
)
def test_a_visit_is_to_the_land_that_was_named_with_all_who_went(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == found


def test_the_country_is_the_one_named_last() -> None:
    trip, visit = read("Dolan praised Kenya. Reeve made a trip to the country in May. Hale visited Kenya in June.")
    assert trip.parties[1].text == "the country"
    assert trip.parties[1].referent == visit.parties[1].referent is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dolan met the Kenyan president and foreign minister.", [("meeting", "held", ["Dolan", "minister", "president"])]),
        ("Darko praises Wekesa after a meeting on the dam.", [("meeting", "held", ["Darko", "Wekesa"])]),
        ("Darko took a brief detour on Wednesday to meet with Wekesa.", [("meeting", "held", ["Darko", "Wekesa"])]),
        ("By taking the post without notifying Wekesa, Darko broke with custom.", [("talks", "denied", ["Darko", "Wekesa"])]),
        (
            "High-level advisers close to then-presidential nominee Amos Wekesa were in constant communication with Darko.",
            [("talks", "held", ["Darko", "advisers"])],
        ),
        (
            "Darko departs later on Monday for Nairobi to participate in two days of meetings with Wekesa.",
            [("meeting", "held", ["Darko", "Wekesa"])],
        ),
        (
            "Darko was met at the gate by Wekesa, his wife and two of the ministers.",
            [("meeting", "held", ["Darko", "Wekesa", "ministers", "wife"])],
        ),
        ("Darko talked to his aides and allies about the dam.", [("talks", "held", ["Darko", "aides", "allies"])]),
        ("We met Wekesa at the gate.", [("meeting", "held", ["We", "Wekesa"])]),
        ("Wekesa, who agreed to the Darko talks, left on Monday.", [("talks", "planned", ["Darko", "Wekesa"])]),
        (
            "During Friday's meeting at the ministry, Darko and Wekesa made little progress.",
            [("meeting", "held", ["Darko", "Wekesa"])],
        ),
        ("It was a meeting that Wekesa wanted with Darko.", [("meeting", "planned", ["Darko", "Wekesa"])]),
        (
            "Darko held meetings with key leaders such as Amos Wekesa and Efua Reeve.",
            [("meeting", "held", ["Darko", "Wekesa"]), ("meeting", "held", ["Darko", "Reeve"])],
        ),
        ("Darko returned to the building for lunch with Wekesa.", [("meeting", "held", ["Darko", "Wekesa"])]),
        (
            "Efua Reeve said that she, Marek Dolan and Kofi Darko met with Wekesa.",
            [("meeting", "held", ["Darko", "Dolan", "Wekesa", "she"])],
        ),
        (
            "Darko said that he did not join Reeve and Wekesa for the meeting.",
            [("meeting", "denied", ["Reeve", "Wekesa", "he"])],
        ),
        ("Darko discussed issues facing the town with Wekesa.", [("talks", "held", ["Darko", "Wekesa"])]),
        ("Darko met Wekesa. The town meeting was held in June.", [("meeting", "held", ["Darko", "Wekesa"])]),
        (
            "Darko talked to his aides and allies. Both spoke on the condition of anonymity.",
            [("talks", "held", ["Darko", "aides", "allies"])],
        ),
        ("Team execs meet with the minister", [("meeting", "held", ["execs", "minister"])]),
    ],
)
def test_a_contact_has_all_that_its_words_name(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Darko handed Wekesa a letter at the gate.",
        "Darko gave a letter to Wekesa.",
        "Darko relied on his faith in a letter given to Wekesa.",
        "Darko published a letter strongly disputing claims by Wekesa.",
    ],
)
def test_a_letter_is_to_whom_it_was_handed_or_whose_claims_it_disputes(text: str) -> None:
    assert told(text) == [("letter", "held", ["Darko", "Wekesa"])]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Darko approached Wekesa in May, and the two have met four times since then.", ["talks", "meeting"]),
        ("Darko hosted Wekesa at a dinner and has met him often since.", ["meeting", "meeting"]),
    ],
)
def test_who_met_again_since_had_one_more_contact(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in told(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        'Darko told Wekesa: "I will meet you in May."',
        'In a letter to Wekesa on Thursday, Darko said he was sorry. "I will meet you in May," Darko wrote.',
    ],
)
def test_you_are_whom_it_is_said_to(text: str) -> None:
    meeting = next(one for one in read(text) if one.kind == "meeting")
    wekesa = read("Wekesa met Dolan.")[0].parties[0]
    assert [party.text for party in meeting.parties] == ["I", "you"]
    assert meeting.parties[1].referent == wekesa.referent


@pytest.mark.parametrize(
    "text",
    [
        "They would not have been put there had the Harbour Office consulted with Wekesa.",
        "In an e - mail to media members on Thursday, Darko said that he was sorry.",
        "Darko visited Mount Tessen on Monday.",
        "Officials discussed their ties with the minister.",
        "Her father approached her from behind, Darko said.",
        "The office interviewed 2,545 ministers by telephone.",
        "Darko relies on lawyers who meet with such ministers.",
        "It is the last chance for Darko and Wekesa to make their case before a mass audience.",
        "Darko is willing to speak with anyone.",
        "Communications between Norvian officials were intercepted.",
    ],
)
def test_surveys_hearers_habits_and_topics_are_no_contacts(text: str) -> None:
    assert told(text) == []


def test_what_stands_before_a_dash_is_no_part_of_a_party() -> None:
    (outreach,) = read("Whatever it is, a lure or just dinner - President Marek Dolan's outreach to ministers is a change of pace.")
    assert outreach.parties[0].text == "President Marek Dolan"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Darko attended the 2009 Wekesa meeting.", [("meeting", "held", ["Darko", "Wekesa"])]),
        ("Wekesa accompanied Darko to the meeting with Dolan.", [("meeting", "held", ["Darko", "Dolan", "Wekesa"])]),
        (
            "Darko and Wekesa have had five years of fights and negotiations.",
            [("talks", "held", ["Darko", "Wekesa"])],
        ),
        ("Dolan hailed the tense U.S.-Ghanaian trade negotiations.", [("talks", "held", ["Ghanaian", "U.S."])]),
        (
            "North Korea was silent and South Korea was not. The canceled North-South talks were set for Friday.",
            [("talks", "cancelled", ["North", "South"])],
        ),
        ("The dam was raised in Darko's hope for a summit with Wekesa.", [("meeting", "planned", ["Darko", "Wekesa"])]),
        ("Darko's eagerness to meet with Wekesa has backfired.", [("meeting", "planned", ["Darko", "Wekesa"])]),
        (
            "The news came less than a week after Darko's trip to Nairobi for talks with Amos Wekesa.",
            [("visit", "held", ["Darko", "Nairobi"]), ("talks", "held", ["Darko", "Wekesa"])],
        ),
        (
            "It was jolting after two visits to Kenya by Darko to meet with Wekesa.",
            [("visit", "held", ["Darko", "Kenya"]), ("meeting", "held", ["Darko", "Wekesa"])],
        ),
        (
            "The drill broke an accord signed between Darko and Wekesa when the two met for a summit.",
            [("meeting", "held", ["Darko", "Wekesa"])],
        ),
        ("On my podcast, I spoke with Amos Wekesa.", []),
    ],
)
def test_whose_hope_or_journey_it_was_had_the_contact(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Their meeting with Wekesa was not a success, Darko said.", [("meeting", "held", ["Their", "Wekesa"])]),
        (
            "It was a start to Darko's visit to Nairobi, which began with talks with Wekesa.",
            [("visit", "held", ["Darko", "Nairobi"]), ("talks", "held", ["Darko", "Wekesa"])],
        ),
        (
            "Darko had a call with Wekesa. The two also chatted at the club.",
            [("call", "held", ["Darko", "Wekesa"]), ("call", "held", ["Darko", "Wekesa"])],
        ),
        (
            "Darko had a call with Wekesa on Friday. The two sides agreed to continue the contacts.",
            [("call", "held", ["Darko", "Wekesa"])],
        ),
        ("Amos Wekesa, Jr. corresponded with Darko.", [("letter", "held", ["Darko", "Wekesa"])]),
        ("After the encounter in May, he asked Minister Efua Reeve to leave.", []),
        ("The Senate group requested the memos from Professor Amos Wekesa.", []),
        ("He shot down previous calls from Darko to end the ban.", []),
    ],
)
def test_what_is_said_of_a_contact_neither_denies_nor_makes_it(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Darko did not open talks with Wekesa until Thursday.", "held"),
        ("Darko will not open talks with Wekesa until Thursday.", "denied"),
        ("We are now having talks with Wekesa.", "held"),
        ("Aides praised the summit scheduled for June between Darko and Wekesa.", "planned"),
        ("The Darko-Wekesa meeting was set to take place on Wednesday.", "planned"),
        ("It was linked to a desired meeting between Darko and Wekesa.", "planned"),
    ],
)
def test_what_went_on_and_what_was_set_for_a_day_are_told_apart(text: str, status: str) -> None:
    assert [found for _, found, _ in told(text)] == [status]
