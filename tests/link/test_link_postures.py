from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quoth.link.compare import Comparison
from quoth.link.postures import bear, stand, without_answers
from quoth.records import Act, Modality, Passage, PositionStance, Proposition, Span, Stance, Statement

CLAIM = "The dam was mined."


def statement(stance: Stance, cue: str = "said", *, act: Act | None = None, negated: bool = False) -> Statement:
    return Statement(
        id=stance, document="d", form="indirect", stance=stance, source=None, cue=Passage(cue, (Span(0, 4),)),
        content=Passage("…", (Span(5, 6),)), speaker="r", undecided=None, addressee=None, via=(), parent=None, negated=negated, score=1.0,
        time=None, proposition=None, act=act,
    )  # fmt: skip


def found(words: str, *statements: Statement, **more: Any) -> PositionStance | None:
    return stand(statements, words, **({"claim": CLAIM} | more))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The envoy said the dam was mined", "asserts"),
        ("The envoy said the dam was not mined", "denies"),
        ("The envoy did not know whether the dam was mined", "hedges"),
        ("It was unclear whether the dam was mined", "hedges"),
        ("The envoy said the dam may have been mined", "hedges"),
        ("The dam is believed to have been mined, the envoy said", "hedges"),
        ("The envoy suspects that the dam was mined", "hedges"),
        ("Engineers are sceptical that the dam was mined", "doubts"),
        ("The envoy did not believe that the dam was mined", "doubts"),
        ("The envoy would not comment on mines at the dam", "declines"),
        ("The ministry was not available for comment", "declines"),
        ("The owner has not made any official statements", "declines"),
        ("The envoy said it was too early to say whether the dam was mined", "hedges"),
        ("Tests of whether the dam was mined are pending, the envoy said", "hedges"),
        ("The engineers have yet to establish that the dam was mined", "hedges"),
        ("The dam is being treated as mined", "hedges"),
        ("Mines at the dam would be treated as an attack, and the dam was mined", "asserts"),
        ("The service is probing whether the dam was mined", "hedges"),
        ("I am not going to discuss mines at the dam, the envoy said", "declines"),
        ("There is not much more I can say about mines at the dam", "declines"),
        ("There is a strong possibility that the dam was mined, the envoy said", "hedges"),
        ("It is possible that the dam was mined, the envoy said", "hedges"),
        ("The envoy said the dam had likely been mined", "hedges"),
        ("The envoy said the dam was mined as fully as possible", "asserts"),
        ("There is no way to know that the dam was mined, the envoy said", "hedges"),
        ("There can be no doubt that the dam was mined, the envoy said", "asserts"),
        ("The dam was beyond doubt mined, the envoy said", "asserts"),
        ("The envoy said he did not buy the tale that the dam was mined", "doubts"),
        ("The talk of a mined dam is a witch hunt, the envoy said", "denies"),
        ("The dam, whose age is unknown, was mined, the envoy said", "asserts"),
        ("The envoy could not confirm that the dam was mined", "hedges"),
        ("The envoy was unable to verify that the dam was mined", "hedges"),
        ("The envoy could not say exactly how the dam was mined", "hedges"),
        ("The envoy does not have any information on a mined dam", "hedges"),
        ("The dam was almost certainly mined, the envoy said", "hedges"),
        ("I would bet that the dam was mined, the envoy said", "hedges"),
        ("The mined dam appears to be a hoax, the envoy said", "doubts"),
        ("The dam (probably) wasn't mined, the envoy said", "doubts"),
        ("The envoy downplayed talk of a mined dam", "doubts"),
        ("The dam was mined on Sept. 3, the envoy said, and not repaired", "denies"),
        ("The mined dam is mere propaganda, the envoy said", "denies"),
        ("The envoy walked back his word that the dam was mined", "denies"),
        ("That did not stop the guards from telling that the dam was mined", "asserts"),
        ("The guards – who never slept – said the dam was mined", "asserts"),
        ("The dam was mined, said the envoy, and that he hoped to see it soon", "asserts"),
    ],
)
def test_words_tell_how_a_party_stands(words: str, expected: PositionStance) -> None:
    assert found(words) == expected


def test_who_calls_untrue_what_itself_calls_something_untrue_denies_it() -> None:
    claim = "The envoy turned down the offer."
    assert found("The envoy turned down the offer, the clerk said", claim=claim) == "asserts"
    assert found("The clerk called rubbish a report that the envoy rejected the offer", claim=claim) == "denies"


def test_who_calls_it_a_tale_or_without_foundation_denies_it() -> None:
    claim = "The dam was mined."
    assert found("She called the claim that the dam was mined “a fairy tale”", claim=claim) == "denies"
    assert found("The report that the dam was mined is without foundation, the clerk said", claim=claim) == "denies"
    assert found("There is no truth in the report that the dam was mined, the clerk said", claim=claim) == "denies"


def test_the_verb_of_saying_comes_before_the_words_around_it() -> None:
    assert found("rejects that the dam may have been mined", statement("denies", "rejects")) == "denies"
    assert found("does not know of any mines", statement("thinks", "know", act="know", negated=True)) == "hedges"
    assert found("does not think so", statement("thinks", "think", act="believe", negated=True)) == "doubts"
    assert found("is wondering if it was mined", statement("doubts", "is wondering if")) == "hedges"


def test_what_the_outlet_adds_is_no_reserve_of_who_is_quoted() -> None:
    words = "The envoy said the dam was allegedly mined"
    assert found(words, statement("asserts")) == "asserts"
    assert found(words) == "hedges"


def test_what_somebody_possibly_can_is_a_degree_and_leaves_nothing_open() -> None:
    assert found("The dam was mined as fast as they possibly can, the envoy said") == "asserts"
    assert found("The dam was possibly mined, the envoy said") == "hedges"


def test_a_claim_of_what_may_be_is_asserted_by_a_may() -> None:
    assert found("The wall could be breached", claim="The wall could break.") == "asserts"
    assert found("The wall could be breached", claim="The wall will break.") == "hedges"


@pytest.mark.parametrize(
    "words",
    [
        "The dam was mined? Rubbish, says the envoy",
        "The story of a mined dam is a hoax",
        "Envoy hits back at claims of a mined dam",
    ],
)
def test_who_calls_it_untrue_denies_it(words: str) -> None:
    assert found(words) == "denies"


def test_a_denial_that_is_itself_denied_denies_nothing() -> None:
    assert found("The mined dam is not a hoax") == "asserts"


def test_a_question_of_the_outlet_takes_no_stance_and_its_answer_does() -> None:
    assert found("Was the dam mined?") is None
    assert found("Was the dam mined? Probably not") == "doubts"


def test_of_two_parts_the_one_about_the_claim_decides() -> None:
    assert found("Nobody was hurt, but the dam was mined") == "asserts"
    assert found("The dam was shut, but it is not known whether the dam was mined") == "hedges"


def test_a_content_that_opposes_the_claim_denies_it() -> None:
    contrary = Comparison("opposed", "clear against mined", alike=0.8)
    assert found("The dam was clear of explosives", compared=(contrary,)) == "denies"
    assert found("The dam was clear of explosives", compared=(Comparison("opposed", "by a word", alike=0.3),)) == "asserts"


def test_a_negation_that_the_claim_has_too_denies_nothing() -> None:
    assert found("Police searched the flats without warrants", claim="Flats were searched without warrants.") == "asserts"


def bears(
    content: str,
    stance: Stance = "asserts",
    *,
    modality: Modality = "did",
    opposed: bool = False,
    proposition: Proposition | None = None,
    **more: Any,
) -> PositionStance | None:
    one = replace(statement(stance, **more), content=Passage(content, (Span(5, 6),)), proposition=proposition)
    return bear(one, claim=CLAIM, modality=modality, opposed=opposed)


def test_a_statement_of_a_claim_bears_on_it_by_verb_structure_and_words() -> None:
    assert bears("the dam was mined") == "asserts"
    assert bears("the dam was not mined", opposed=True) == "denies"
    assert bears("the dam was not mined", "denies", opposed=True) == "asserts"
    assert bears("the dam might be mined", modality="may") == "hedges"
    assert bears("the talk of a mined dam is rubbish") == "denies"
    assert bears("the talk of a mined dam is a fairy tale") == "denies"
    assert bears("the claim that the dam was mined “a fairy tale”", cue="called") == "denies"
    assert bears("the allegation of a mined dam as baseless", cue="has described") == "denies"
    assert bears("the claim that the dam was mined “a fairy tale”", cue="repeated") == "asserts"
    assert bears("the dam was mined", "asks") is None
    assert bears("the dam was mined", "confirms", negated=True) == "declines"


def test_a_word_of_untruth_about_something_else_denies_nothing() -> None:
    assert bears("the dam was mined by a liar with false papers") == "asserts"
    assert bears("the innocent fishers say no doubt that the dam was mined") == "asserts"
    assert bears("that the dam was mined is plainly false") == "denies"
    rejecting = Proposition("reject", ("we",), ("talk", "mine", "dam"), ("reject", "talk"), (), negated=False, modality="did")
    assert bears("we reject the talk of mines at the dam", proposition=rejecting) == "denies"
    assert bears("we reject the talk of mines at the dam") == "asserts"


def test_an_alarm_that_is_raised_is_asserted_and_one_that_is_felt_is_not() -> None:
    words = "on the concerns about possible mines at the dam"
    assert bears(words, modality="may") == "asserts"
    assert bears(words, "thinks", modality="may", act="fear") == "hedges"


def test_what_others_call_an_allegation_is_not_the_word_of_who_makes_it() -> None:
    assert bears("that the dam was mined", "accuses", cue="transparently false allegations") == "asserts"


def test_what_others_say_to_a_warning_is_not_the_word_of_who_gives_it() -> None:
    denied = "that Norvia could stage an incident on the river, which Norvia denied"
    assert without_answers(denied) == "that Norvia could stage an incident on the river "
    assert without_answers("the bridge, which was closed, may open") == "the bridge, which was closed, may open"
    assert bears("the dam was mined, which Norvia denied") == "asserts"
    assert bears("the dam was mined and Norvia denied it") == "asserts"


def test_who_is_against_a_deed_denies_it() -> None:
    warned = statement("warns", "cautioned against")
    assert found("The envoy cautioned against mining the dam", warned) == "denies"
    assert bear(warned, claim=CLAIM, modality="did", opposed=False) == "denies"
    assert bear(statement("warns", "warned"), claim=CLAIM, modality="did", opposed=False) == "asserts"


def test_who_does_not_doubt_it_asserts_it() -> None:
    assert found("The envoy did not doubt that the dam was mined", statement("doubts", "did not doubt", negated=True)) == "asserts"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Norvia has been accused of mining the dam", None),
        ("Dam 'mined by saboteurs'", "hedges"),
        ("Norvia was falsely accused of mining the dam", "denies"),
    ],
)
def test_an_outlet_does_not_answer_for_what_others_say(words: str, expected: PositionStance | None) -> None:
    assert found(words) == expected


def test_who_does_not_rule_it_out_leaves_it_open() -> None:
    for unsure in (statement("declines", "rule out"), statement("denies", "has not ruled out", negated=True)):
        assert found("The envoy could not rule out that the dam was mined", unsure) == "hedges"
        assert bear(unsure, claim=CLAIM, modality="did", opposed=False) == "hedges"


def test_who_declines_to_tell_another_thing_has_said_this_one() -> None:
    confirmed, declined = statement("confirms", "confirmed"), statement("declines", "would not confirm")
    words = "The envoy confirmed that the dam was mined, but would not confirm that guards were hurt"
    assert found(words, confirmed, declined) == "asserts"
    assert found(words, confirmed, declined, claim="Guards were hurt.") == "declines"


def test_who_only_asks_takes_no_side_and_who_answers_does() -> None:
    asked = statement("asserts")
    assert found("“Could it be that the dam was mined?” the envoy said.", asked) is None
    assert found("“Was the dam mined? It was mined by night,” the envoy said.", asked) == "asserts"


def test_who_condemns_a_thing_denies_that_it_is_right() -> None:
    condemned = statement("condemns", "condemned")
    assert found("The envoy condemned the mining", condemned, claim="The mining was right.") == "denies"
    assert found("The envoy condemned the mining", condemned, claim="The mining was a crime.") == "asserts"


def test_a_false_thing_that_somebody_did_something_with_is_no_denial_of_the_deed() -> None:
    claim = "The envoy leaked the minutes."
    assert found("The envoy leaked allegedly false information", statement("asserts"), claim=claim) == "asserts"
    assert found("The talk that the envoy leaked minutes is false", statement("asserts"), claim=claim) == "denies"


def test_a_content_that_shares_next_to_nothing_does_not_undo_a_negation() -> None:
    fragment = Comparison("same", "…", "both", alike=0.6, met=1.0, deed=False)
    assert found("No, the dam wasn't mined", compared=(fragment,)) == "denies"
