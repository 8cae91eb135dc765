"""Contacts whose parties stand around their words: objects that the parser took for something else, clauses over them, pairs told before."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_contacts_forms import told


@pytest.mark.parametrize(
    ("text", "kind", "status", "parties"),
    [
        ("Marek Dolan and Anna Reeve saw each other at the ceremony in April.", "meeting", "held", ["Dolan", "Reeve"]),
        ("Dolan was on the phone repeatedly with Wekesa during the talks.", "call", "held", ["Dolan", "Wekesa"]),
        ("Dolan walked into the building to meet with lawmakers.", "meeting", "held", ["Dolan", "lawmakers"]),
        ("Dolan sent Marek Hale to meet with union leaders on Tuesday.", "meeting", "held", ["Hale", "leaders"]),
        ("The firm dispatched Marek Hale to Cairo to meet with Wekesa.", "meeting", "held", ["Hale", "Wekesa"]),
        ("Marek Hale lied to agents about conversations with the Kenyan ambassador.", "talks", "held", ["Hale", "ambassador"]),
        ("A meeting involving Dolan and Wekesa was held on Friday.", "meeting", "held", ["Dolan", "Wekesa"]),
        (
            "In one memo, Hale described a dinner at which he said Dolan asked Wekesa to resign.",
            "meeting",
            "held",
            ["Dolan", "Wekesa"],
        ),
        ("The complaint accused Dolan of pressuring Wekesa in a July 25 phone call.", "call", "held", ["Dolan", "Wekesa"]),
        ("Hale never learned more about what happened and hadn't spoken to Dolan since.", "talks", "denied", ["Dolan", "Hale"]),
        ("Hale sent a letter to Twitter Chief Executive Anna Reeve asking why.", "letter", "held", ["Hale", "Reeve"]),
        ("Dolan and Wekesa will sign a deal when they meet next month in Cairo.", "meeting", "planned", ["Dolan", "Wekesa"]),
        ("Hale spoke with the males and left.", "talks", "held", ["Hale", "males"]),
    ],
)
def test_a_contact_has_the_parties_around_its_words(text: str, kind: str, status: str, parties: list[str]) -> None:
    assert told(text) == [(kind, status, parties)]


def test_the_two_named_by_name_are_the_two() -> None:
    text = "Days after Marek Dolan showed interest in it and Speaker Anna Reeve seemed averse to her party's nominee, the two have met."
    assert told(text) == [("meeting", "held", ["Dolan", "Reeve"])]


def test_the_pair_are_those_of_whom_the_sentence_before_tells() -> None:
    text = "Marek Hale met with Otto Brandt on Monday. Marek Dolan and Anna Reeve had been rivals. Since her departure, the pair met for dinner."
    assert ("meeting", "held", ["Dolan", "Reeve"]) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dolan and her lawyer negotiated an agreement.",
        "Dolan spoke to guests at the gathering.",
        "Dolan denied a romantic encounter with Hale.",
    ],
)
def test_what_is_no_contact_between_parties(text: str) -> None:
    assert told(text) == []


def test_others_who_go_unnamed_are_no_contact_of_their_own() -> None:
    assert told("Dolan has discussed it with Wekesa and others.") == [("talks", "held", ["Dolan", "Wekesa"])]


@pytest.mark.parametrize(
    ("text", "kind", "status", "parties"),
    [
        ("Dolan called to congratulate Wekesa.", "call", "held", ["Dolan", "Wekesa"]),
        ("The offer was made by Dolan during a meeting with Wekesa.", "meeting", "held", ["Dolan", "Wekesa"]),
        ("Dolan was among those who met Wekesa on Friday.", "meeting", "held", ["Dolan", "Wekesa"]),
        ("Dolan said he had just got off the phone with Wekesa.", "call", "held", ["Wekesa", "he"]),
        ("Dolan had asked Wekesa for a meeting.", "meeting", "planned", ["Dolan", "Wekesa"]),
        ("The meeting brought together Dolan and Wekesa.", "meeting", "held", ["Dolan", "Wekesa"]),
    ],
)
def test_a_contact_has_the_parties_of_the_clause_over_it(text: str, kind: str, status: str, parties: list[str]) -> None:
    assert told(text) == [(kind, status, parties)]


def test_a_post_quoted_after_a_colon_is_its_authors() -> None:
    assert told("Dolan praised it. He also tweeted: “Just spoke to Governor Anna Reeve about the dam.”") == [
        ("talks", "held", ["He", "Reeve"])
    ]


def test_who_stands_behind_the_time_of_a_call_was_in_it() -> None:
    text = "The agreement was reached in a phone call late Friday night with Marek Dolan and Anna Reeve."
    assert told(text) == [("call", "held", ["Dolan", "Reeve"])]


def test_talks_that_something_hangs_on_are_none_yet() -> None:
    assert told("Dolan and Reeve have clashed. The tax will go if talks between the two move on.") == []
