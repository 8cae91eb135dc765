"""What stands against a claim and what only looks like it: statements never made, one's own words, what is only spoken of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_reach import saying

from quoth.link.contesting import is_unmade, stand_apart
from quoth.records import Act, PositionStance, Stance, Statement

DAM = "Marland said that the dam was mined. Vessia denied that the dam was mined."


def stood(*taken: tuple[Statement, PositionStance]) -> dict[str, PositionStance]:
    by_id = {one.id: one for one, _ in taken}
    return {one.id: stance for one, stance in stand_apart(taken, by_id, lambda one: (one.speaker,) if one.speaker else (), {})}


def kept(*taken: tuple[Statement, PositionStance]) -> list[str]:
    return list(stood(*taken))


def claim(text: str = DAM) -> Statement:
    return saying("c", text, "Marland", "said", text.split(" said ", 1)[1].split(".", maxsplit=1)[0])


def against(text: str, source: str, cue: str, content: str, *, stance: Stance = "denies", act: Act = "deny") -> Statement:
    return saying("a", text, source, cue, content, stance=stance, act=act)


def test_a_denial_by_another_stands() -> None:
    denial = against(DAM, "Vessia", "denied", "that the dam was mined")
    assert kept((claim(), "asserts"), (denial, "denies")) == ["c", "a"]


@pytest.mark.parametrize("cue", ["to dispute", "should disavow", "would reject", "will deny"])
def test_what_is_not_said_yet_stands_against_nobody(cue: str) -> None:
    text = f"Marland said that the dam was mined. Vessia had to wait, {cue} that the dam was mined."
    assert kept((claim(text), "asserts"), (against(text, "Vessia", cue, "that the dam was mined"), "denies")) == ["c"]


@pytest.mark.parametrize(
    ("source", "cue"), [("I", "would say"), ("The ministry", "would not confirm"), ("The ministry", "could only say")]
)
def test_who_speaks_for_themselves_or_will_not_say_has_spoken(source: str, cue: str) -> None:
    assert not is_unmade(saying("c", f"{source} {cue} that the dam was mined.", source, cue, "that the dam was mined"))


def test_what_somebody_says_and_does_not_believe_in_one_breath_is_no_dispute() -> None:
    text = "Marland said: “I do not think that the dam was mined,” and left."
    outer = saying("c", text, "Marland", "said", "I do not think that the dam was mined")
    inner = replace(saying("a", text, "I", "do not think", "that the dam was mined", stance="thinks", act="believe"), negated=True)
    inner = replace(inner, speaker="Marland")
    assert len(kept((outer, "asserts"), (inner, "doubts"))) == 1


def test_of_words_read_twice_the_denial_goes() -> None:
    text = "Shrugging off the talk, Marland said that the dam was mined."
    twice = replace(against(text, "Marland", "Shrugging off", "that the dam was mined", act="reject"), speaker="Marland")
    assert kept((claim(text), "asserts"), (twice, "denies")) == ["c"]


def test_of_ones_own_plain_denial_and_other_words_the_denial_stays() -> None:
    text = "Marland said that the dam was mined, people told. Marland denied having mined the dam."
    denial = against(text, "Marland", "denied", "having mined the dam")
    assert kept((claim(text), "asserts"), (denial, "denies")) == ["a"]


def test_what_somebody_says_in_rejecting_it_is_not_a_voice_for_it() -> None:
    text = "Vessia dismissed the fears over the dam, saying that the dam was not mined."
    denial = against(text, "Vessia", "dismissed", "the fears over the dam, saying that the dam was not mined", act="reject")
    inside = saying("c", text, "the fears", "saying", "that the dam was not mined")
    assert kept((inside, "asserts"), (denial, "denies")) == ["a"]


def test_whom_a_denial_names_as_saying_so_is_a_voice_for_it() -> None:
    text = "Vessia denied Marland’s claim that the dam was mined."
    denial = against(text, "Vessia", "denied", "Marland’s claim that the dam was mined")
    inside = saying("c", text, "Marland’s", "claim", "that the dam was mined")
    assert kept((inside, "asserts"), (denial, "denies")) == ["c", "a"]


def test_what_somebody_said_but_for_a_not_stands_against_it() -> None:
    text = "Marland said that the dam was mined. Vessia said that the dam was not mined."
    other = saying("a", text, "Vessia", "said", "that the dam was not mined")
    assert kept((claim(text), "asserts"), (other, "denies")) == ["c", "a"]


def test_who_says_that_it_is_false_stands_against_it() -> None:
    text = "Marland said that the dam was mined. Vessia said that the talk of a mined dam was rubbish."
    other = saying("a", text, "Vessia", "said", "that the talk of a mined dam was rubbish")
    assert stood((claim(text), "asserts"), (other, "denies")) == {"c": "asserts", "a": "denies"}


def test_a_content_with_a_not_in_it_does_not_stand_against_the_claim_for_that() -> None:
    text = "Marland said that the dam was mined. Vessia said that the dam was not on the way."
    other = saying("a", text, "Vessia", "said", "that the dam was not on the way")
    assert stood((claim(text), "asserts"), (other, "denies")) == {"c": "asserts", "a": "asserts"}


@pytest.mark.parametrize(("cue", "content", "stands"), [
    ("questioned", "whether the dam was mined", True),
    ("questioned", "Marland’s claim that the dam was mined", True),
    ("challenged", "Marland’s claim that the dam was mined", True),
    ("faced questions about", "whether the dam was mined", False),
    ("challenged", "the soldiers of the dam", False),
    ("questioned", "the soldiers of the dam", False),
])  # fmt: skip
def test_who_questions_whether_it_is_so_doubts_it_and_who_questions_somebody_does_not(
    cue: str, content: str, *, stands: bool
) -> None:
    text = f"Marland said that the dam was mined. Vessia {cue} {content}."
    doubt = against(text, "Vessia", cue, content, stance="doubts", act="question")
    assert kept((claim(text), "asserts"), (doubt, "doubts")) == (["c", "a"] if stands else ["c"])


@pytest.mark.parametrize(("cue", "stands"), [("does not believe", True), ("does not like", False)])
def test_not_to_believe_it_is_to_doubt_it_and_not_to_like_it_is_not(cue: str, *, stands: bool) -> None:
    text = f"Marland said that the dam was mined. Vessia {cue} that the dam was mined."
    doubt = replace(against(text, "Vessia", cue, "that the dam was mined", stance="thinks"), negated=True)
    assert kept((claim(text), "asserts"), (doubt, "doubts")) == (["c", "a"] if stands else ["c"])


@pytest.mark.parametrize(("stance", "stands"), [("asserts", True), ("thinks", False), ("speculates", False)])
def test_who_does_not_believe_what_others_only_think_disputes_nothing_said(stance: Stance, *, stands: bool) -> None:
    text = "Marland thinks that the dam was mined. Vessia does not believe that the dam was mined."
    held = replace(saying("c", text, "Marland", "thinks", "that the dam was mined"), stance=stance)
    doubt = replace(against(text, "Vessia", "does not believe", "that the dam was mined", stance="thinks"), negated=True)
    assert kept((held, "asserts"), (doubt, "doubts")) == (["c", "a"] if stands else ["c"])


def test_who_denies_having_said_so_is_not_shown_as_saying_so() -> None:
    text = "Marland denied that he had said that the dam was mined."
    denial = against(text, "Marland", "denied", "that he had said that the dam was mined")
    inside = replace(saying("c", text, "he", "had said", "that the dam was mined"), speaker="Marland")
    assert kept((inside, "asserts"), (denial, "denies")) == ["a"]


@pytest.mark.parametrize(("cue", "act"), [("questioned", "question"), ("doubted", "doubt")])
def test_what_is_spoken_of_in_a_doubt_whether_it_is_so_is_no_voice_for_it(cue: str, act: Act) -> None:
    text = f"Vessia {cue} whether the crew knew that the dam was mined."
    doubt = against(text, "Vessia", cue, "whether the crew knew that the dam was mined", stance="doubts", act=act)
    inside = saying("c", text, "the crew", "knew", "that the dam was mined")
    assert kept((inside, "asserts"), (doubt, "doubts")) == ["a"]


@pytest.mark.parametrize(
    ("asked", "source", "cue", "stands"),
    [("whether the crew knew that the dam was mined", "the crew", "knew", False), ("about Marland’s claim that the dam was mined", "Marland’s", "claim", True)],
)  # fmt: skip
def test_what_somebody_only_asks_after_is_no_voice_for_it_and_a_claim_asked_about_is(
    asked: str, source: str, cue: str, *, stands: bool
) -> None:
    text = f"Orrin asked {asked}. Vessia denied that the dam was mined."
    question = saying("q", text, "Orrin", "asked", asked, stance="asks")
    inside = replace(saying("c", text, source, cue, "that the dam was mined"), parent="q")
    denial = against(text, "Vessia", "denied", "that the dam was mined")
    taken = stand_apart(
        [(inside, "asserts"), (denial, "denies")],
        {one.id: one for one in (question, inside, denial)},
        lambda one: (one.speaker or "",),
        {},
    )
    assert [one.id for one, _ in taken] == (["c", "a"] if stands else ["a"])
