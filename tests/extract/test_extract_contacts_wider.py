"""Contacts where the words or the parser's tree are out of the ordinary: services called, lists hung elsewhere, parties by context."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts import read_all, who
from tests.extract.test_extract_contacts_forms import told

KENYA = "Kenyan President Amos Wekesa, Ghanaian President Kofi Darko and Norvian President Marek Dolan were at odds."


@pytest.mark.parametrize(
    ("text", "kind", "status", "parties"),
    [
        ("Dolan approached Wekesa about the dam.", "talks", "held", ["Dolan", "Wekesa"]),
        ("Dolan reached out to Wekesa.", "talks", "held", ["Dolan", "Wekesa"]),
        ("Dolan greeted Wekesa at the airport.", "meeting", "held", ["Dolan", "Wekesa"]),
        ("Dolan dined with Wekesa on Friday.", "meeting", "held", ["Dolan", "Wekesa"]),
        ("Dolan visited with Wekesa.", "visit", "held", ["Dolan", "Wekesa"]),
        ("Dolan alerted the police.", "talks", "held", ["Dolan", "police"]),
        ("Several members of the public called emergency services at 6am.", "call", "held", ["public", "services"]),
        ("Dolan had to call Wekesa.", "call", "held", ["Dolan", "Wekesa"]),
        ("Dolan waited until May to meet Wekesa.", "meeting", "held", ["Dolan", "Wekesa"]),
        ("Dolan met with hundreds of officials.", "meeting", "held", ["Dolan", "officials"]),
        ("Wekesa, with whom Dolan met in May, said nothing.", "meeting", "held", ["Dolan", "Wekesa"]),
        ("Dolan met with Israeli veterans.", "meeting", "held", ["Dolan", "veterans"]),
        ("Dolan accepted Wekesa's invitation to return for talks with Darko.", "talks", "planned", ["Darko", "Dolan"]),
        ("Dolan has yet to meet Wekesa.", "meeting", "denied", ["Dolan", "Wekesa"]),
        ("Wekesa turned down an invitation from Dolan to visit Ghana.", "visit", "denied", ["Ghana", "Wekesa"]),
        ("Dolan kept in touch with Wekesa.", "talks", "held", ["Dolan", "Wekesa"]),
        ("Dolan sent an e-mail to Wekesa.", "message", "held", ["Dolan", "Wekesa"]),
        ("Dolan had tea with Wekesa.", "meeting", "held", ["Dolan", "Wekesa"]),
        ("Wekesa took Dolan's call.", "call", "held", ["Dolan", "Wekesa"]),
        ("The talks, held Friday between Dolan and Wekesa, failed.", "talks", "held", ["Dolan", "Wekesa"]),
        ("Negotiators for Kenya and Ghana met on Friday.", "meeting", "held", ["Ghana", "Kenya"]),
        ("Dolan conferred with Wekesa over dinner.", "talks", "held", ["Dolan", "Wekesa"]),
    ],
)
def test_a_contact_is_found_in_less_common_words(text: str, kind: str, status: str, parties: list[str]) -> None:
    assert told(text) == [(kind, status, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "Dolan meets Wekesa daily.",
        "Dolan often speaks to Wekesa.",
        "It is unclear where Dolan will meet Wekesa.",
        "Dolan has tried to reach out to Wekesa.",
        "Dolan asked whether Darko will meet Wekesa.",
        "Dolan spoke to supporters in Tessen.",
        "Kenya will meet Ghana in the semifinals.",
        "The ministers met on Friday.",
        "The mail to Wekesa was late.",
        "Dolan lost his touch with voters.",
        "Dolan must agree to talks with Wekesa.",
        "Dolan declined to comment on the talks with Wekesa.",
        "Our message to Wekesa is clear, Dolan said.",
        "The film included a conversation with Wekesa.",
    ],
)
def test_habits_attempts_speeches_and_contests_are_no_contacts(text: str) -> None:
    assert told(text) == []


def test_who_is_described_after_including_leaves_those_met() -> None:
    assert [parties for _, _, parties in told("Dolan met with victims on Friday, including a woman of forty.")] == [
        ["Dolan", "victims"]
    ]


def test_talks_between_officials_of_two_states_have_two_sides() -> None:
    ((kind, _, parties),) = told("Talks between officials from Kenya and Ghana have ended.")
    assert (kind, parties) == ("talks", ["Ghana", "Kenya"])


def test_a_name_before_the_noun_is_a_side() -> None:
    (found,) = told("Past Kenya talks with Ghana have failed.")
    assert found[2] == ["Ghana", "Kenya"]


def test_somebody_is_visited_at_home() -> None:
    ((kind, _, parties),) = told("Dolan visited the villa of Amos Wekesa.")
    assert (kind, parties) == ("visit", ["Dolan", "Wekesa"])


def test_his_wife_is_no_other_name_for_him() -> None:
    (found,) = told("Dolan met with Wekesa, his wife and Darko.")
    assert found[2] == ["Darko", "Dolan", "Wekesa", "wife"]


def test_nobody_meets_himself() -> None:
    contacts = read_all(f"{KENYA}\nWekesa waited, and Dolan agreed to talk with him.")[0]
    (found,) = contacts
    assert len({party.referent for party in found.parties}) == 2


def test_each_place_of_a_trip_is_a_visit() -> None:
    assert [parties for _, _, parties in told("Dolan embarked on a trip to Kenya and Ghana.")] == [
        ["Dolan", "Kenya"],
        ["Dolan", "Ghana"],
    ]


def test_two_who_each_say_that_the_other_asked_are_its_parties() -> None:
    text = "Who asked for an earlier call is in dispute: Kenya says it was held at Ghana's initiative."
    (found,) = read_all(f"{KENYA}\n{text}")[0]
    assert (found.kind, found.status, who(found)) == ("call", "held", ["Ghana", "Kenya"])
    assert found.initiator is not None
    assert found.initiator.text == "Ghana"


def test_a_call_brought_up_without_its_parties_keeps_its_day() -> None:
    text = "Who asked for an earlier call, on Friday, is in dispute: Kenya says it was held at Ghana's initiative."
    (found,) = read_all(f"{KENYA}\n{text}")[0]
    assert (found.date, f"{KENYA}\n{text}"[slice(*found.span)]) == (
        "2025-03-14",
        "Kenya says it was held at Ghana",
    )


def test_the_side_at_whose_request_it_was_is_known_by_its_state() -> None:
    text = "Wekesa called Darko on Friday. They spoke at the request of the Ghanaian side, the ministry said."
    (_, found) = read_all(f"{KENYA}\n{text}")[0]
    assert found.initiator is not None
    assert (found.initiator.text, found.initiator.referent is None) == ("the Ghanaian side", False)


@pytest.mark.parametrize(
    ("who_left", "parties"), [("Norvia", ["Norvia"]), ("Kenya", ["Darko", "Wekesa"]), ("Darko", ["Darko", "Wekesa"])]
)
def test_what_a_third_party_calls_off_is_another_contact(who_left: str, parties: list[str]) -> None:
    text = f"Wekesa met Darko at a hotel on Friday. The ministry denies that there was any such meeting.\nOn Saturday afternoon {who_left} pulled out of Monday's meeting."
    assert [who(one) for one in read_all(f"{KENYA}\n{text}")[0] if one.status == "cancelled"] == [parties]


def test_two_men_are_the_first_two_of_a_larger_meeting() -> None:
    *_, last = read_all(f"{KENYA}\nDolan, along with Darko, met Wekesa on Friday. The two men will meet again in May.")[0]
    assert (last.status, len(last.parties)) == ("planned", 2)


def test_what_was_said_before_a_quotation_mark_is_no_writer() -> None:
    (found,) = told("“It was blocked by top officials of the council, or by aides,” Dolan wrote in a letter to Wekesa.")
    assert found[2] == ["Dolan", "Wekesa"]


def test_who_is_judged_for_it_wrote_the_letter() -> None:
    (found,) = told("Darko faults Dolan for announcing the plan in a letter to Wekesa.")
    assert found[2] == ["Dolan", "Wekesa"]


def test_a_visit_without_a_host_is_to_the_state_that_the_sentence_names() -> None:
    assert told("It was the first visit to Kenya since Dolan spoke there during a visit in 1979.") == [
        ("visit", "held", ["Dolan", "Kenya"])
    ]


def test_a_captions_shakes_hands_is_a_meeting() -> None:
    assert told("Norvian President Marek Dolan shakes hands with Amos Wekesa.") == [("meeting", "held", ["Dolan", "Wekesa"])]


def test_a_heading_that_leaves_open_whose_counterparts_were_called_tells_no_contact() -> None:
    text = "Norvian DM Calls Counterparts To Warn Of Coming Flood\n\nNorvian Defence Minister Marek Dolan made no comment."
    assert read_all(text)[0] == ()
