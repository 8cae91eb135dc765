"""Answers that only point back, through whole claims: the claim that they stand on, and those on which they stand not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_claims import ground, only, proposition, stands, statement

from quoth.link.claims import align_claims
from quoth.records import Passage, Proposition, Span, Stance


def test_an_answer_that_only_points_back_denies_what_was_said_before_it() -> None:
    pointing = Proposition("allegation", (), (), ("allegation",), (), negated=False, modality="did")
    found = align_claims(
        [
            statement("a1", "Marland", proposition("Vessia"), stance="accuses"),
            statement("a3", "Vessia", pointing, "the allegation", stance="denies"),
        ],
        ground=ground(),
    )
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}


def test_an_answer_from_far_below_answers_nothing() -> None:
    pointing = Proposition("allegation", (), (), ("allegation",), (), negated=False, modality="did")
    found = align_claims(
        [statement("a1", "Marland", proposition("Vessia")), statement("a9", "Vessia", pointing, "the allegation", stance="denies")],
        ground=ground(),
    )
    assert found == ()


def giving(words: tuple[str, ...], *, negated: bool = False) -> Proposition:
    return Proposition("give", (), words, ("give", *words), (), negated=negated, modality="did")


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("that it never gave that figure", giving(("figure",), negated=True), "asserts"),
        ("ever giving such a number to anybody", giving(("number", "anybody")), "denies"),
    ],
)
def test_who_disowns_a_figure_denies_the_claim_that_gave_it(text: str, content: Proposition, stance: Stance) -> None:
    toll = proposition("people", ("die", ("explosion", "dam")), modality="did", numbers=(9.0,), tense="past")
    found = align_claims(
        [
            statement("a1", "Marland", proposition("Vessia")),
            statement("a2", "Marland", toll, "nine people died in the explosion at the dam"),
            statement("a3", "Vessia", content, text, stance=stance),
        ],
        ground=ground(),
    )
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}
    assert only(found).text == "nine people died in the explosion at the dam"


def test_who_gives_a_figure_disowns_none() -> None:
    toll = proposition("people", ("die", ("explosion", "dam")), modality="did", numbers=(9.0,), tense="past")
    given = giving(("figure",))
    found = align_claims(
        [
            statement("a2", "Marland", toll, "nine people died in the explosion at the dam"),
            statement("a3", "Vessia", given, "that it gave that figure on Sunday"),
        ],
        ground=ground(),
    )
    assert found == ()


def test_who_denies_that_such_a_warning_was_given_answers_who_reports_it() -> None:
    inner = proposition("Vessia")
    outer = proposition("Orrin", ("tell", ("poison", "reservoir", "lower", "dam")), modality="did")
    text = "Orrin had told Vessia that it would poison the reservoir of the lower dam"
    warning = Proposition("give", (), ("warning",), ("warning", "give"), (), negated=False, modality="did")
    found = align_claims(
        [
            statement("a1", "Marland", outer, text),
            statement("a2", "Orrin", inner, parent="a1", stance="warns"),
            statement("a3", "Vessia", warning, "that any such warning had been given", stance="denies"),
        ],
        ground=ground(),
    )
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}


def test_a_rejection_of_what_a_warning_is_for_stands_on_the_fear_of_it() -> None:
    fear = proposition("", ("pretext", ("accuse", "raid", "dam")), modality="may")
    fear = replace(fear, words=("accusation", "pretext", "raid", "dam"), subject=("accusation",))
    told = statement("a1", "Marland", fear, "the accusation could be a pretext for a raid on the dam", stance="thinks")
    no = replace(proposition("", ("raid", ("warning", "prepare"))), words=("suggestion", "warning", "mean", "prepare", "raid"))
    text = "the suggestion that the warning was meant to prepare a raid"
    found = align_claims([told, statement("b1", "Vessia", no, text, stance="denies")], ground=ground())
    assert stands(only(found))["Vessia"] == "denies"


def test_who_calls_the_charge_absurd_denies_what_they_are_accused_of() -> None:
    calling = Proposition("charge", (), (), ("charge", "absurd"), (), negated=False, modality="did")
    called = Passage("called", (Span(400, 406),))
    found = align_claims(
        [
            statement("a1", "Marland", proposition("Vessia"), stance="accuses"),
            statement("a2", "Vessia", calling, "the charge absurd", cue=called),
        ],
        ground=ground(),
    )
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}


def test_who_denies_having_done_so_denies_the_report_of_it() -> None:
    warned = proposition("Voss", ("warn", ("marland",)), modality="did", tense="past")
    found = align_claims(
        [
            statement("a1", "Orrin", warned, "Tilde Voss warned Marland that the dam would break"),
            statement("a2", "Tilde Voss", None, "that she had ever done so", stance="denies"),
        ],
        ground=ground(),
    )
    assert stands(only(found)) == {"Orrin": "asserts", "Tilde Voss": "denies"}


def test_an_accusation_that_is_answered_is_told_with_who_makes_it() -> None:
    pointing = Proposition("this", (), (), (), (), negated=False, modality="did")
    paying = Proposition(
        "finance", (), ("campaign",), ("vessia", "finance", "campaign"), ("Vessia",), negated=False, modality="did"
    )
    accused = statement("a1", "Marland", paying, "Vessia of having financed the campaign", stance="accuses")
    accused = replace(
        accused,
        source=Passage("Marland", (Span(200, 207),)),
        cue=Passage("accuses", (Span(208, 215),)),
        content=Passage(accused.content.text, (Span(216, 216 + len(accused.content.text)),)),
    )
    found = align_claims([accused, statement("a2", "Vessia", pointing, "this", stance="denies")], ground=ground())
    assert only(found).text == "Marland accuses Vessia of having financed the campaign"
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}
