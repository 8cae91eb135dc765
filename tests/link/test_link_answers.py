from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quoth.link.answers import (
    calls_untrue,
    counters,
    find_answers,
    is_of_claim,
    points_back,
    rebuffs,
    stance_of_answer,
    tells_of_giving,
)
from quoth.records import Part, PartKind, Passage, PositionStance, Proposition, Span, Stance, Statement

WIDTH = 100


def told(*words: str) -> Proposition:
    return Proposition(words[-1], words[:1], words[1:], words, (), negated=False, modality="did")


def statement(place: int, speaker: str, stance: Stance, content: str, words: tuple[str, ...], **more: Any) -> Statement:
    start = place * WIDTH
    values: dict[str, Any] = {
        "id": f"s{place}", "document": "d", "form": "indirect", "stance": stance, "source": None, "cue": Passage("said", (Span(start, start + 4),)),
        "content": Passage(content, (Span(start + 5, start + 5 + len(content)),)), "speaker": f"r-{speaker}", "undecided": None,
        "addressee": None, "via": (), "parent": None, "negated": False, "score": 1.0, "time": None, "proposition": told(*words),
    }  # fmt: skip
    return Statement(**(values | more))


ACCUSED = statement(0, "Norvia", "accuses", "Kastel of preparing to poison the lake", ("kastel", "poison", "lake"))
DENIED = statement(1, "Kastel", "denies", "the allegation", ("allegation",))


def answers(*statements: Statement, **more: Any) -> dict[str, str]:
    return find_answers(statements, doers={}, keys={one.id: frozenset({str(one.speaker)}) for one in statements}, **more)


def test_an_allegation_is_what_somebody_is_accused_of_not_what_was_said_last() -> None:
    praised = statement(0, "Norvia", "asserts", "the council is among the best", ("council", "best"))
    assert answers(praised, DENIED) == {}
    assert answers(ACCUSED, replace(praised, id="s9"), DENIED) == {"s1": "s0"}
    assert answers(replace(praised, cue=Passage("alleged", praised.cue.spans)), DENIED) == {"s1": "s0"}
    asked = replace(DENIED, content=Passage("that", DENIED.content.spans), proposition=told("that"))
    assert answers(praised, asked) == {"s1": "s0"}


@pytest.mark.parametrize(("kind", "negated", "answered"), [("deed", False, True), ("quality", False, False), ("deed", True, False)])
def test_an_allegation_is_that_somebody_did_something_not_that_they_are_good_or_did_not(
    kind: PartKind, *, negated: bool, answered: bool
) -> None:
    said = told("r-Kastel", "poison")
    said = replace(said, negated=negated, main=0, parts=(Part("poison", kind, "what", -1),))
    named = statement(0, "Norvia", "asserts", "that Kastel had poisoned the lake", ("poison",), proposition=said)
    assert answers(named, DENIED) == ({"s1": "s0"} if answered else {})


def test_who_is_challenged_is_nothing_that_was_said() -> None:
    challenged = statement(1, "Kastel", "doubts", "him", ("him",), proposition=None)
    assert answers(ACCUSED, challenged) == {}


def test_what_a_warning_is_meant_for_is_said_of_a_claim() -> None:
    words = ("suggestion", "warning", "mean", "prepare", "raid")
    assert is_of_claim(statement(2, "Norvia", "denies", "the suggestion that the warning was meant to prepare a raid", words))
    assert is_of_claim(
        statement(2, "Norvia", "denies", "its warning is a pretext for a raid", ("warning", "pretext", "raid", "lake"))
    )
    assert not is_of_claim(statement(2, "Norvia", "denies", "the warning was read out to prepare a raid", words))


def test_a_dismissed_denial_is_answered_not_the_claim() -> None:
    dismissed = statement(2, "Norvia", "denies", "the denial", ("denial",))
    assert answers(ACCUSED, DENIED, dismissed) == {"s1": "s0", "s2": "s1"}


def test_a_dismissed_statement_is_the_denial_of_who_spoke_last() -> None:
    dismissed = statement(2, "Norvia", "denies", "the statement", ("statement",))
    assert answers(ACCUSED, DENIED, dismissed)["s2"] == "s1"


def test_who_calls_denials_unfounded_answers_the_denial_within_the_words() -> None:
    words = "the unfounded denials by colleagues that these are falsehoods are not serious"
    outer = statement(2, "Norvia", "asserts", words, ("unfounded", "denial", "serious"))
    inner = statement(3, "Arden", "denies", "that these are falsehoods", ("falsehood",), parent="s2")
    assert rebuffs(outer)
    assert answers(ACCUSED, outer, inner) == {"s2": "s3", "s3": "s0"}


def test_what_these_are_is_the_claim_that_is_told_elsewhere_too() -> None:
    aside = statement(1, "Norvia", "asserts", "more talks are planned", ("talk", "plan"))
    denial = statement(2, "Arden", "denies", "that these are falsehoods", ("falsehood",))
    assert answers(ACCUSED, aside, denial, told={"s0"}) == {"s2": "s0"}
    assert answers(ACCUSED, aside, denial) == {"s2": "s1"}


def test_which_within_the_words_of_another_is_what_stands_before_it_there() -> None:
    warned = statement(
        1, "Arden", "warns", "that Norvia could stage an incident, which Norvia denied", ("norvia", "incident", "stage")
    )
    at = warned.content.spans[0].start + 37
    which = replace(
        statement(2, "Norvia", "denies", "which", ("which",), parent="s1", proposition=None),
        content=Passage("which", (Span(at, at + 5),)),
    )
    assert answers(ACCUSED, warned, which) == {"s2": "s1"}
    assert answers(ACCUSED, warned, replace(which, content=Passage("it", which.content.spans))) == {}
    assert answers(ACCUSED, warned, replace(which, speaker=warned.speaker)) != {"s2": "s1"}


def test_an_assertion_that_names_a_denial_without_judging_it_answers_nothing() -> None:
    assert not rebuffs(statement(2, "Ilmar", "asserts", "the denial came late", ("denial", "late")))


@pytest.mark.parametrize(
    ("stance", "base", "expected"),
    [
        ("denies", "asserts", "denies"),
        ("denies", "hedges", "denies"),
        ("denies", "denies", "asserts"),
        ("denies", "doubts", "asserts"),
        ("doubts", "denies", "hedges"),
        ("doubts", "asserts", "doubts"),
        ("confirms", "asserts", "asserts"),
        ("confirms", "denies", "denies"),
        ("declines", "asserts", "declines"),
        ("declines", "denies", "declines"),
    ],
)
def test_the_stance_of_an_answer_follows_from_what_it_answers(
    stance: Stance, base: PositionStance, expected: PositionStance
) -> None:
    assert stance_of_answer(replace(DENIED, stance=stance), base) == expected


def test_a_fear_of_what_a_claim_may_be_for_counters_it() -> None:
    fear = statement(
        2, "officials", "thinks", "the accusation could be an excuse for an attack", ("accusation", "excuse", "attack", "lake")
    )
    assert counters(fear)
    assert not counters(replace(fear, stance="asserts"))
    assert is_of_claim(replace(fear, stance="asserts"))


def test_that_there_is_a_claim_says_nothing_of_it() -> None:
    assert not is_of_claim(statement(2, "officials", "thinks", "the accusation is new", ("accusation", "new")))


def test_a_claim_that_is_used_as_cover_is_spoken_of_too() -> None:
    used = statement(
        2, "officials", "thinks", "Norvia may use the accusation as cover", ("norvia", "use", "accusation", "cover", "dam")
    )
    assert counters(used)
    assert not counters(statement(2, "officials", "thinks", "Norvia repeats it", ("norvia", "repeat", "accusation", "dam", "lake")))


@pytest.mark.parametrize(
    ("stance", "cue", "content", "answered"),
    [
        ("asserts", "said", "this was not true", "denies"),
        ("asserts", "said", "“The claims are simply absurd. Nobody went there.”", "denies"),
        ("asserts", "said", "“That is a lie,”", "denies"),
        ("asserts", "said", "it was wrong to describe them so", None),
        ("asserts", "said", "it would be absurd to think so", None),
        ("asserts", "said", "this is false hope", None),
        ("asserts", "said", "“It is not something I would do,”", None),
        ("asserts", "said", "“This is the lie that they were elected on,”", None),
        ("thinks", "did not believe", "a word of it", "doubts"),
        ("thinks", "does not think", "that’s the case", "doubts"),
        ("thinks", "did not want", "it", None),
        ("denies", "rejected", "her figure", None),
    ],
)
def test_that_it_is_not_so_or_not_believed_answers_what_was_said(
    stance: Stance, cue: str, content: str, answered: str | None
) -> None:
    answer = statement(
        1, "Kastel", stance, content, ("word", "thing", "some"), cue=Passage(cue, DENIED.cue.spans), negated=stance == "thinks"
    )
    found = answers(ACCUSED, answer)
    assert found == ({} if answered is None else {"s1": "s0"})
    assert answered is None or stance_of_answer(answer, "asserts") == answered


def test_a_rejected_figure_is_the_one_that_was_given() -> None:
    given = statement(
        0, "Lind", "asserts", "six people had died", ("people", "die"), proposition=replace(told("people", "die"), numbers=(6.0,))
    )
    rejected = statement(1, "Orlec", "denies", "her figure", ("figure",))
    assert answers(given, rejected) == {"s1": "s0"}
    assert answers(ACCUSED, rejected) == {}


def test_of_what_was_said_before_the_one_is_meant_that_shares_most_words_then_the_nearest() -> None:
    other = statement(1, "Norvia", "asserts", "the names were passed on", ("name", "pass"))
    denial = statement(
        2, "Kastel", "asserts", "that it is all an invention. Nobody would poison a lake", ("nobody", "poison", "lake")
    )
    assert calls_untrue(denial)
    assert points_back(denial)
    assert answers(ACCUSED, other, denial) == {"s2": "s0"}
    assert answers(ACCUSED, other, replace(denial, proposition=told("nobody"))) == {"s2": "s1"}


def test_giving_a_figure_is_another_matter_than_the_figure() -> None:
    assert tells_of_giving("that it never gave that figure")
    assert not tells_of_giving("that figure")


REPORTED = statement(
    0, "Pell Wire", "asserts", "a Marland envoy had admitted that no guards were there", ("envoy", "admit", "guard")
)
ADMITTED = statement(1, "Envoy", "confirms", "that no guards were there", ("guard",), parent="s0")


@pytest.mark.parametrize(
    "words",
    [
        "“No one in this house said that.”",
        "“I never said that. Nobody did.”",
        "that she did not say it",
        "Nobody here told them any such thing",
    ],
)
def test_who_says_that_it_was_not_said_answers_who_tells_of_it(words: str) -> None:
    unsaid = statement(2, "Marland", "asserts", words, ("house", "say"))
    assert answers(REPORTED, ADMITTED, unsaid) == {"s2": "s0"}
    assert stance_of_answer(unsaid, "asserts") == "denies"


@pytest.mark.parametrize("words", ["“No one in this house said when.”", "that she never said that the gate was shut"])
def test_what_was_not_said_of_something_else_answers_nothing(words: str) -> None:
    assert answers(REPORTED, ADMITTED, statement(2, "Marland", "asserts", words, ("house", "say"))) == {}


def test_where_nobody_is_told_to_have_said_anything_it_is_not_denied() -> None:
    unsaid = statement(2, "Marland", "asserts", "“No one in this house said that.”", ("house", "say"))
    assert answers(replace(ACCUSED, id="s0"), unsaid) == {}


def test_who_never_gave_a_figure_denies_that_somebody_has_it_from_them() -> None:
    received = statement(1, "Pell Wire", "asserts", "it was told by the harbour office", ("tell", "harbour", "office"))
    never = statement(2, "Harbour", "denies", "ever giving such a number to anybody", ("give", "number", "anybody"))
    assert answers(received, never) == {"s2": "s1"}
    counted = replace(told("nine", "lose"), numbers=(9.0,))
    nine = statement(0, "Pell Wire", "asserts", "nine were lost", ("nine",), proposition=counted)
    assert answers(nine, received, never) == {"s2": "s0"}


def test_a_meeting_that_is_denied_is_the_one_of_which_it_was_said_that_somebody_met() -> None:
    met = statement(0, "Brand", "asserts", "that Holm met an envoy of Dolan at an inn", ("holm", "meet", "envoy", "dolan", "inn"))
    date = statement(1, "Ilsen", "asserts", "a date is not yet settled", ("date", "settle"))
    denied = statement(2, "Kastel", "denies", "that there was any such meeting", ("meeting",))
    assert answers(met, date, denied) == {"s2": "s0"}
