"""What a word that only points back can mean, and what it cannot: too far away, a plan, a person, what another is accused of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.link.reach import reaches
from quoth.records import Act, Passage, Proposition, Span, Stance, Statement

EMPTY = frozenset({"the", "that", "had", "of", "any", "to", "a"})
CLAIM = "Marland said that Vessia had staged the blast."


def passage(text: str, words: str) -> Passage:
    at = text.rindex(words)
    return Passage(words, (Span(at, at + len(words)),))


def saying(
    name: str, text: str, source: str, cue: str, content: str, *, stance: Stance = "asserts", act: Act | None = None
) -> Statement:
    words = tuple(word for word in content.lower().split() if word not in EMPTY)
    return Statement(
        name, "d", "indirect", stance, passage(text, source), passage(text, cue), passage(text, content), source, None, None, (), None, False,
        0.9, None, Proposition(None, (), (), words, (), negated=False, modality="did"), act,
    )  # fmt: skip


def meant(text: str, cue: str, content: str, *, act: Act = "deny", source: str = "Orrin", claim: Statement | None = None) -> bool:
    told = claim or saying("c", text, "Marland", "said", "that Vessia had staged the blast")
    answer = saying("a", text, source, cue, content, stance="denies", act=act)
    return reaches(answer, told, {source.lower()}, (told, answer), text)


@pytest.mark.parametrize("between", ["", " It gave no proof."])
def test_a_pronoun_means_what_was_said_in_its_sentence_or_the_one_before(between: str) -> None:
    assert meant(f"{CLAIM}{between} Orrin denied it.", "denied", "it") is not bool(between)


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Marland said that Vessia had staged the blast, as Gov. Brand wrote. Orrin denied it."
    assert meant(text, "denied", "it")


def test_a_noun_reaches_further_than_a_pronoun_and_not_any_length() -> None:
    text = f"{CLAIM} It gave no proof. Orrin denied the claim."
    assert meant(text, "denied", "the claim")
    assert not meant(text.replace("proof.", "proof. It rained. A dog barked. The harbour closed."), "denied", "the claim")


def test_what_names_who_answers_is_meant_from_further_away() -> None:
    text = f"{CLAIM} It gave no proof. It rained. Vessia denied the claim."
    assert meant(text, "denied", "the claim", source="Vessia")


def test_whose_claim_it_is_is_meant_however_far_away_it_stands() -> None:
    text = f"{CLAIM} It gave no proof. It rained. A dog barked. The harbour closed. Orrin denied Marland’s claim."
    assert meant(text, "denied", "Marland’s claim")


@pytest.mark.parametrize("between", ["", " It gave no proof."])
@pytest.mark.parametrize("content", ["this was not true", "these are falsehoods", "it is a bad joke"])
def test_what_says_of_it_that_it_is_untrue_reaches_as_far_as_a_pronoun(content: str, between: str) -> None:
    assert meant(f"{CLAIM}{between} Orrin wrote {content}.", "wrote", content, act="state") is not bool(between)


@pytest.mark.parametrize("between", ["", " It gave no proof."])
def test_who_does_not_believe_a_word_of_it_means_what_was_just_said(between: str) -> None:
    text = f"{CLAIM}{between} Orrin did not believe a word of it."
    told = saying("c", text, "Marland", "said", "that Vessia had staged the blast")
    answer = replace(saying("a", text, "Orrin", "did not believe", "a word of it", stance="thinks", act="believe"), negated=True)
    assert reaches(answer, told, {"orrin"}, (told, answer), text) is not bool(between)


@pytest.mark.parametrize(("cue", "content", "doubted"), [
    ("questioned", "it", True), ("questioned", "the claim", True), ("called it a question of", "when", False),
])  # fmt: skip
def test_who_questions_it_means_what_was_said_and_a_question_of_when_means_nothing(
    cue: str, content: str, *, doubted: bool
) -> None:
    assert meant(f"{CLAIM} Orrin {cue} {content}.", cue, content, act="question") is doubted


def test_a_which_means_what_stands_right_before_it() -> None:
    assert meant("Marland said that Vessia had staged the blast, which Orrin denied.", "denied", "which")
    assert not meant(f"{CLAIM} A report on the ferry, which Orrin denied, came later.", "denied", "which")


def test_a_which_in_the_words_of_a_claim_means_it() -> None:
    said = "that Vessia had staged the blast, which Orrin denied, to win the vote"
    text = f"Marland said {said}."
    assert meant(text, "denied", "which", claim=saying("c", text, "Marland", "said", said))


@pytest.mark.parametrize("text", [
    f"{CLAIM} The tolls, which Orrin denied, rose.",
    "Marland said that Vessia had staged the blast in a note on harbour dues, ferries and tolls, which Orrin denied.",
    "The tolls, which Orrin denied, rose, and Marland said that Vessia had staged the blast.",
], ids=["of the next sentence", "behind other things", "before the claim"])  # fmt: skip
def test_a_which_means_no_claim_that_it_does_not_stand_beside(text: str) -> None:
    assert not meant(text, "denied", "which")


def test_a_which_that_is_rejected_means_a_claim_only_in_its_own_words() -> None:
    text = "Marland said that Vessia had staged the blast, which Orrin rejects, and fled."
    whole = saying("c", text, "Marland", "said", "that Vessia had staged the blast, which Orrin rejects, and fled")
    assert meant(text, "rejects", "which", act="reject", claim=whole)
    plan = "Marland said that Vessia offered a truce, which Orrin rejected."
    offer = saying("c", plan, "Marland", "said", "that Vessia offered a truce")
    assert not meant(plan, "rejected", "which", act="reject", claim=offer)


@pytest.mark.parametrize(
    ("cue", "content"), [("vetoed", "it"), ("rejected", "it"), ("turned down", "the offer"), ("dismissed", "him")]
)
def test_who_turns_down_a_plan_an_offer_or_a_person_answers_no_claim(cue: str, content: str) -> None:
    assert not meant(f"{CLAIM} Orrin {cue} {content}.", cue, content, act="reject")


@pytest.mark.parametrize(("cue", "content"), [("rejected", "the claim"), ("dismissed", "this"), ("rejected", "the report")])
def test_who_turns_down_something_said_answers_it(cue: str, content: str) -> None:
    assert meant(f"{CLAIM} Orrin {cue} {content}.", cue, content, act="reject")


def test_an_accusation_can_be_rejected_by_a_pronoun() -> None:
    text = "Marland accused Vessia of staging the blast. Orrin rejected it."
    accusing = saying("c", text, "Marland", "accused", "Vessia of staging the blast", stance="accuses")
    assert meant(text, "rejected", "it", act="reject", claim=accusing)


def test_who_takes_something_back_answers_nobody() -> None:
    assert not meant(f"{CLAIM} Orrin retracted it.", "retracted", "it", act="retract")


def test_involvement_is_denied_in_what_somebody_is_accused_of() -> None:
    text = "Marland accused Vessia of staging the blast. Vessia denied any involvement."
    accusing = saying("c", text, "Marland", "accused", "Vessia of staging the blast", stance="accuses")
    assert meant(text, "denied", "any involvement", source="Vessia", claim=accusing)
    assert not meant(f"{CLAIM} Orrin denied any involvement.", "denied", "any involvement")


def test_who_says_something_else_first_means_that() -> None:
    text = "Marland said that Vessia had staged the blast. Orrin spoke of a plan to leave and denied it."
    told = saying("c", text, "Marland", "said", "that Vessia had staged the blast")
    other = saying("b", text, "Orrin", "spoke of", "a plan to leave")
    answer = saying("a", text, "Orrin", "denied", "it", stance="denies", act="deny")
    assert not reaches(answer, told, {"orrin"}, (told, other, answer), text)
    assert reaches(answer, told, {"orrin"}, (told, answer), text)


@pytest.mark.parametrize(
    "beside",
    [
        "The allegations against Orrin were read out, and Orrin denied",
        "Orrin had been accused by three guards of theft, which he shrugged at and Orrin denied",
    ],
)
def test_where_a_charge_is_told_beside_an_answer_it_is_no_claim_of_another_matter(beside: str) -> None:
    text = f"{CLAIM} {beside} them."
    assert not meant(text, "denied", "them")
    assert meant(f"{CLAIM} Orrin denied it.", "denied", "it")
    assert meant(
        text.replace("Vessia had staged the blast", "Orrin had staged the blast"),
        "denied",
        "them",
        claim=saying("c", text.replace("Vessia", "Orrin"), "Marland", "said", "that Orrin had staged the blast"),
    )
