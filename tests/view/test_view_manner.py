from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import pytest

from quoth.lexicon.acts import speech_acts
from quoth.records import Act, Channel, PositionStance, Stance
from quoth.view.manner import is_plural, manner_text, stance_text, turned_text, verb_text


@dataclass(frozen=True)
class Saying:
    stance: Stance
    act: Act | None = None
    channel: Channel | None = None
    negated: bool = False
    on_claim: PositionStance | None = None
    content: str = "the dam was shut"


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Saying("asserts", "state"), ""),
        (Saying("asserts", "insist"), "insists"),
        (Saying("denies", "deny"), ""),
        (Saying("denies", "reject", "interview"), "rejects, in an interview"),
        (Saying("asserts", "state", "post"), "in a post"),
        (Saying("asserts"), ""),
        (Saying("none"), ""),
        (Saying("declines", "unanswered"), "does not answer"),
    ],
)
def test_the_manner_is_told_where_it_says_more_than_the_stance(one: Saying, text: str) -> None:
    assert manner_text(one) == text


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Saying("asserts", "state"), "says"),
        (Saying("asserts"), "says"),
        (Saying("asserts", negated=True), "does not say"),
        (Saying("asserts", "reply"), "replies"),
        (Saying("asserts", "show"), "shows"),
        (Saying("denies", "deny"), "denies"),
        (Saying("asserts", "boast"), "boasts"),
        (Saying("asserts", "announce"), "announces"),
        (Saying("confirms", "confirm", negated=True), "does not confirm"),
        (Saying("declines"), "declines to comment"),
        (Saying("threatens"), "threatens"),
    ],
)
def test_an_act_is_the_verb_of_a_sentence(one: Saying, text: str) -> None:
    assert verb_text(one) == text


def test_several_speakers_have_the_verb_of_several() -> None:
    assert verb_text(Saying("denies", "reject"), plural=True) == "reject"
    assert verb_text(Saying("confirms", "confirm", negated=True), plural=True) == "do not confirm"


@pytest.mark.parametrize(
    "name",
    [
        "allied services",
        "Two Ardenese senators",
        "Democratic senators",
        "two governments",
        "Arden and Ilmar",
        "officials of the Joint Agency",
    ],
)
def test_a_name_of_several_is_plural(name: str) -> None:
    assert is_plural(name)


@pytest.mark.parametrize("name", ["rescue service", "Marsh Holdings", "press", "spokesman for Arden and Ilmar", "Marek Dolan"])
def test_a_name_of_one_is_not(name: str) -> None:
    assert not is_plural(name)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Saying("denies"), "denies"),
        (Saying("none"), "says"),
        (Saying("denies", negated=True), "does not deny"),
        (Saying("accuses", negated=True), "does not accuse"),
        (Saying("none", negated=True), "does not say"),
    ],
)
def test_a_stance_is_a_verb_that_can_be_denied(one: Saying, text: str) -> None:
    assert stance_text(one) == text


def test_every_act_and_every_channel_has_words() -> None:
    for act, found in speech_acts().items():
        assert verb_text(Saying(found.stance, act))
    for channel in get_args(Channel):
        assert manner_text(Saying("asserts", "state", channel)).count(" ") >= 1


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Saying("denies", on_claim="denies"), "denies"),
        (Saying("asserts", on_claim="denies"), "says otherwise"),
        (Saying("thinks", on_claim="doubts"), "thinks otherwise"),
        (Saying("thinks", negated=True, on_claim="doubts"), "does not think"),
        (Saying("declines", on_claim="declines"), "declines"),
        (Saying("denies", on_claim="asserts"), "denies the contrary"),
        (Saying("denies", on_claim="asserts", content="the statement"), "rejects a denial of it"),
        (Saying("denies", on_claim="asserts", content="the denial of both governments"), "rejects a denial of it"),
        (Saying("asserts", on_claim="asserts", content="the unfounded denials are not serious"), "rejects a denial of it"),
        (Saying("asserts", on_claim="asserts", content="the denial came late"), "asserts"),
        (Saying("asserts", on_claim="denies", content="that it never gave that figure"), "denies having given it"),
        (Saying("denies", on_claim="denies", content="this figure"), "denies"),
        (Saying("asserts", content="that it never gave that figure"), "asserts"),
    ],
)
def test_a_stance_that_is_another_on_the_claim_says_how(one: Saying, text: str) -> None:
    assert stance_text(one) == text


def test_only_what_its_own_verb_does_not_tell_is_told_beside_it() -> None:
    assert turned_text(Saying("denies", on_claim="asserts", content="the statement")) == "rejects a denial of it"
    assert turned_text(Saying("asserts", on_claim="denies")) == "says otherwise"
    assert turned_text(Saying("denies", on_claim="denies")) == turned_text(Saying("denies", negated=True)) == ""
