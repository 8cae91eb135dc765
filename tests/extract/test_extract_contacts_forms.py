"""Forms in which news tells contacts: plans, wishes, refusals, visits, meals, letters, invitations, several parties of one noun."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts import read_all, who

from quoth.records import Contact

KENYA = "Kenyan President Amos Wekesa, Ghanaian President Kofi Darko and Norvian President Marek Dolan were at odds."


def read(text: str) -> tuple[Contact, ...]:
    """The contacts of a text in which three presidents are introduced."""
    return read_all(f"{KENYA}\n{text}")[0]


def told(text: str) -> list[tuple[str, str, list[str]]]:
    """Kind, status and parties of each contact."""
    return [(one.kind, one.status, who(one)) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Dolan wants to meet Wekesa.", "meeting", "planned"),
        ("Dolan was ready to meet Wekesa.", "meeting", "planned"),
        ("Dolan and Wekesa were due to meet on Thursday.", "meeting", "planned"),
        ("Dolan is going to have a meeting with Wekesa.", "meeting", "planned"),
        ("Dolan made plans to meet Wekesa.", "meeting", "planned"),
        ("Dolan requested a meeting with Wekesa.", "meeting", "planned"),
        ("Dolan made the remarks ahead of a meeting with Wekesa.", "meeting", "planned"),
        ("Dolan refused to meet Wekesa.", "meeting", "denied"),
        ("Dolan declined a meeting with Wekesa.", "meeting", "denied"),
        ("There are no plans for a meeting between Dolan and Wekesa.", "meeting", "denied"),
        ("Dolan pulled out of a meeting with Wekesa.", "meeting", "cancelled"),
        ("Dolan was the first leader to meet Wekesa.", "meeting", "held"),
        ("Dolan has been in talks with Wekesa about a deal.", "talks", "held"),
        ("Dolan held a meeting with Wekesa to discuss the dam.", "meeting", "held"),
        ("Dolan had lunch with Wekesa at the club.", "meeting", "held"),
        ("Dolan hosted a dinner for Wekesa on Friday.", "meeting", "held"),
        ("Dolan attended a dinner hosted by Wekesa.", "meeting", "held"),
        ("Dolan shook hands with Wekesa.", "meeting", "held"),
        ("Dolan met face to face with Wekesa.", "meeting", "held"),
        ("The meeting, attended by Dolan and Wekesa, lasted an hour.", "meeting", "held"),
        ("Dolan told Wekesa in a phone call on Sunday that he would resign.", "call", "held"),
        ("Dolan held a video conference with Wekesa.", "call", "held"),
        ("Dolan telephoned Wekesa to congratulate him.", "call", "held"),
        ("Dolan exchanged letters with Wekesa.", "letter", "held"),
        ("A letter from Dolan to Wekesa was published on Friday.", "letter", "held"),
        ("The Dolan-Wekesa summit in Tessen ended early.", "meeting", "held"),
        ("During his meeting with Wekesa, Dolan spoke of the dam.", "meeting", "held"),
        ("Wekesa, whom Dolan met on Friday, said nothing.", "meeting", "held"),
    ],
)
def test_a_contact_is_found_in_whatever_form_it_is_told(text: str, kind: str, status: str) -> None:
    assert [(one[0], one[1]) for one in told(text)] == [(kind, status)]
    named = read(text)[0].parties
    assert len({party.referent for party in named}) == len(named) == 2


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Dolan arrived in Kenya on Friday for a two-day visit.", "held", "2025-03-14"),
        ("Dolan made a surprise visit to Kenya on Friday.", "held", "2025-03-14"),
        ("A visit by Dolan to Kenya has been postponed.", "cancelled", None),
        ("Dolan plans a trip to Kenya in May.", "planned", "2025-05"),
        ("Dolan set foot in Kenya on Friday.", "held", "2025-03-14"),
    ],
)
def test_a_visit_is_to_the_state_that_it_leads_to(text: str, status: str, day: str | None) -> None:
    (found,) = read(text)
    assert (found.kind, found.status, found.date, who(found)) == ("visit", status, day, ["Dolan", "Kenya"])


@pytest.mark.parametrize(
    ("text", "status"), [("Dolan to meet Wekesa in May", "planned"), ("Dolan to decline a meeting with Wekesa", "denied")]
)
def test_headlines_tell_what_is_to_come(text: str, status: str) -> None:
    assert [(one[0], one[1]) for one in told(text)] == [("meeting", status)]


@pytest.mark.parametrize("text", ["Dolan made a trip to Mount Elgon.", "Dolan hosted the gala on Friday."])
def test_hills_and_events_are_no_party(text: str) -> None:
    assert told(text) == []


def test_who_wishes_for_a_contact_is_its_initiator() -> None:
    (found,) = read("Dolan hopes to meet Wekesa.")
    assert found.initiator is not None
    assert found.initiator.text == "Dolan"


def test_who_invites_is_the_initiator_of_the_visit() -> None:
    (found,) = read("Wekesa invited Dolan to Kenya.")
    assert (found.kind, found.status, who(found)) == ("visit", "planned", ["Dolan", "Wekesa"])
    assert found.initiator is not None
    assert found.initiator.text == "Wekesa"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Dolan accepted an invitation from Wekesa to visit Kenya.", "planned"),
        ("Dolan rejected an invitation from Wekesa to visit Kenya.", "denied"),
    ],
)
def test_an_invitation_answered_is_one_visit_at_the_hosts_initiative(text: str, status: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.status, who(found)) == ("visit", status, ["Dolan", "Kenya"])
    assert found.initiator is not None
    assert found.initiator.text == "Wekesa"


def test_the_two_leaders_have_the_parties_of_the_contact_told_before() -> None:
    before, taken_up = read("Dolan met Wekesa on Friday. The two leaders will meet again in May.")
    assert {party.referent for party in before.parties} == {party.referent for party in taken_up.parties}
    assert (before.status, taken_up.status, taken_up.date) == ("held", "planned", "2025-05")


def test_a_letter_has_its_writer_first_and_no_initiator() -> None:
    (found,) = read("Wekesa received a letter from Dolan on Friday.")
    assert [party.text for party in found.parties] == ["Dolan", "Wekesa"]
    assert found.initiator is None


def test_leaders_of_several_states_are_as_many_parties() -> None:
    found = read("Dolan phoned the leaders of Kenya, Ghana and Egypt on Friday.")
    assert [one.parties[1].text for one in found] == ["the leaders of Kenya", "Ghana", "Egypt"]


def test_counterparts_are_those_who_hold_the_same_office() -> None:
    found = read(
        "Wekesa and Darko waited.\nDolan phoned his Kenyan and Ghanaian counterparts on Friday. Dolan met Wekesa. Dolan met Darko."
    )
    assert [one.kind for one in found] == ["call", "call", "meeting", "meeting"]
    called, met = ([one.parties[1].referent for one in found if one.kind == kind] for kind in ("call", "meeting"))
    assert called == met


def test_a_minister_of_the_armed_forces_and_a_pentagon_chief_are_counterparts_of_a_defence_minister() -> None:
    found = read_all(
        "Norvian Defence Minister Marek Dolan phoned his French and American counterparts on Friday. French Armed Forces Minister Luc Reeve and "
        "the Pentagon’s chief Ada Tarn said no. Dolan met Reeve. Dolan met Tarn."
    )[0]
    called, met = ([one.parties[1].referent for one in found if one.kind == kind] for kind in ("call", "meeting"))
    assert called == met != []


def test_each_day_belongs_to_those_named_before_it() -> None:
    found = read("Dolan met with Wekesa on Friday and with Darko on Sunday.")
    assert [(who(one), one.date) for one in found] == [(["Dolan", "Wekesa"], "2025-03-14"), (["Darko", "Dolan"], "2025-03-16")]


def test_who_is_named_after_including_is_met_each() -> None:
    found = read("Dolan has met with a number of leaders, including Wekesa and Darko.")
    assert [who(one) for one in found] == [["Dolan", "Wekesa"], ["Darko", "Dolan"]]


def test_those_who_go_along_are_parties_too() -> None:
    (found,) = read("Dolan, along with Darko, met Wekesa.")
    assert who(found) == ["Darko", "Dolan", "Wekesa"]


def test_two_days_of_which_one_is_meant_are_no_date() -> None:
    (found,) = read("Dolan will meet Wekesa on Thursday or Friday.")
    assert found.date is None


def test_what_a_sentence_tells_twice_is_one_contact() -> None:
    assert len(told("Dolan spoke by phone with Wekesa, who briefed him on the dam.")) == 1


def test_i_is_the_speaker() -> None:
    (found,) = read('"I spoke to Wekesa on Friday," Dolan said.')
    dolan = read("Dolan met Wekesa.")[0].parties[0]
    assert found.parties[0].text == "I"
    assert found.parties[0].referent == dolan.referent


@pytest.mark.parametrize(
    "text",
    [
        "He talks with Wekesa all the time, Dolan said.",
        "Dolan spoke for hours at the fair.",
        "Any meeting between Dolan and Wekesa would be a surprise.",
        "Dolan came into contact with a nerve agent.",
        "Dolan said that this year's summit was a success.",
        "Some aides urged Dolan to cancel the talks with Wekesa.",
    ],
)
def test_habits_thoughts_and_occasions_are_no_contacts(text: str) -> None:
    assert told(text) == []
