"""Contacts one of whose sides stands elsewhere in the sentence, lists that go on, authors and posts, and words of contact that mean something else."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts import read
from tests.extract.test_extract_contacts_forms import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Dolan was able to avoid a vote after quiet negotiations with Reeve led to a bill.",
            [("talks", "held", ["Dolan", "Reeve"])],
        ),
        ("Dolan and Reeve pledged to work together after a meeting Thursday.", [("meeting", "held", ["Dolan", "Reeve"])]),
        ("Kenya and Ghana have agreed to lower tariffs as talks progress.", [("talks", "held", ["Ghana", "Kenya"])]),
        ("Kenya and Ghana differ. Kenyan-Ghanaian trade talks ended on Friday.", [("talks", "held", ["Ghanaian", "Kenyan"])]),
        ("More than half of Dolan's meetings were with Reeve.", [("meeting", "held", ["Dolan", "Reeve"])]),
        ("The text messages released on Thursday between Dolan and Reeve fill a page.", [("message", "held", ["Dolan", "Reeve"])]),
        ("Dolan repeated it in a letter responding to a request by Reeve.", [("letter", "held", ["Dolan", "Reeve"])]),
        ("Dolan said so in a draft of a letter to Wekesa.", [("letter", "held", ["Dolan", "Wekesa"])]),
        ("Dolan published an open letter urging Reeve to come.", [("letter", "held", ["Dolan", "Reeve"])]),
        ("Dolan paid Reeve a visit on Friday.", [("visit", "held", ["Dolan", "Reeve"])]),
        ("Dolan met with Reeve and a dozen other lawmakers.", [("meeting", "held", ["Dolan", "Reeve", "lawmakers"])]),
        ("Dolan and others close to him met with Reeve.", [("meeting", "held", ["Dolan", "Reeve", "others"])]),
        ("Dolan has never talked to Reeve or anyone near her.", [("talks", "denied", ["Dolan", "Reeve", "anyone"])]),
        ("The mayor said she's also met Anna Reeve.", [("meeting", "held", ["Reeve", "she"])]),
        ("Dolan met Reps. Anna Reeve and Jon Hale on Monday.", [("meeting", "held", ["Dolan", "Hale", "Reeve"])]),
        ("Dolan crossed paths with Reeve.", [("meeting", "held", ["Dolan", "Reeve"])]),
        ("Dolan met at the State Department with Reeve.", [("meeting", "held", ["Dolan", "Reeve"])]),
        ("Dolan spoke at length with Reeve.", [("talks", "held", ["Dolan", "Reeve"])]),
        ("Dolan will host Reeve for dinner.", [("meeting", "planned", ["Dolan", "Reeve"])]),
        ("Dolan tweeted at Reeve.", [("message", "held", ["Dolan", "Reeve"])]),
        ("Neither Dolan nor Hale has spoken with Reeve.", [("talks", "denied", ["Dolan", "Hale", "Reeve"])]),
        ("The inquiry is about Dolan's phone call pressing Reeve to resign.", [("call", "held", ["Dolan", "Reeve"])]),
        ("It was agreed in a phone call with Dolan and Reeve.", [("call", "held", ["Dolan", "Reeve"])]),
        ("Dolan, rebel leaders hold talks.", [("talks", "held", ["Dolan", "leaders"])]),
        ("Kenya allowed Dolan to visit Ghana.", [("visit", "planned", ["Dolan", "Ghana"])]),
    ],
)
def test_a_contact_is_found_where_a_side_stands_elsewhere(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == found


def test_who_writes_in_the_first_person_had_the_contact() -> None:
    (found,) = read("Last year I met Anna Reeve, who runs a mill.")
    assert {party.text for party in found.parties} == {"I", "Anna Reeve"}


@pytest.mark.parametrize(
    "text",
    [
        "Dolan held daily press briefings with Reeve.",
        "Dolan's bus tour with Reeve goes on.",
        "Dolan had physical contact with Reeve.",
        "The law would mandate that Kenya notifies Ghana.",
        "Dolan likes meeting Reeve.",
        "Dolan visited Reeve Tower on Friday.",
        "Dolan hosted a watch party for the game.",
        "Calls between ministers and envoys are not unusual.",
        "Dolan and Reeve spoke with some uncertainty.",
        "Dolan and Reeve have spoken out against it.",
        "Things would be better had Dolan consulted Reeve.",
        "Dolan told visiting officials that the dam was safe.",
    ],
)
def test_words_of_contact_that_tell_of_none_are_passed_over(text: str) -> None:
    assert read(text) == ()


def test_a_day_told_again_is_no_further_contact() -> None:
    found = read("Dolan had a meeting Saturday with Reeve. Dolan said more. Saturday's meeting was also about trade.")
    assert len(found) == 1


def test_what_was_said_in_that_call_is_no_further_contact() -> None:
    found = read("Dolan had a call with Reeve. In that call, Dolan told Reeve that the dam was safe.")
    assert len(found) == 1


def test_the_two_are_those_of_whom_the_sentence_before_tells() -> None:
    (found,) = read("Marek Dolan welcomes what Anna Reeve did. The two leaders spoke by phone on Monday.")
    assert {party.text for party in found.parties} == {"Marek Dolan", "Anna Reeve"}
