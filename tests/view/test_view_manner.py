from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import pytest

from quoth.lexicon.acts import speech_acts
from quoth.records import Act, Channel, Stance
from quoth.view.manner import manner_text, verb_text


@dataclass(frozen=True)
class Saying:
    stance: Stance
    act: Act | None = None
    channel: Channel | None = None
    negated: bool = False


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


def test_every_act_and_every_channel_has_words() -> None:
    for act, found in speech_acts().items():
        assert verb_text(Saying(found.stance, act))
    for channel in get_args(Channel):
        assert manner_text(Saying("asserts", "state", channel)).count(" ") >= 1
