"""Claims that were put together, and the one answer to all of them; what an article that is taken back had said; who denies having said it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_claims import ground, proposition, stands, statement
from tests.link.test_link_claims_answered import giving

from quoth.link.claims import align_claims
from quoth.records import Claim, Passage, Proposition, Span, Statement, Via

STAGED = proposition("Vessia", ("stage", ("blast", "pump", "station")), modality="did", tense="past")
SHUT = proposition("Orrin", ("close", ("harbour", "ferry")), modality="did", tense="past")


def accusing(*, gap: int = 5, second: Proposition | None = None) -> list[Statement]:
    """“Marland said that Vessia had staged the blast at the pump station and alleged that it was preparing to poison the reservoir.”"""
    first = statement("a1", "Marland", STAGED, "Vessia had staged the blast at the pump station")
    end = first.content.spans[-1].end
    told = statement(
        "a2",
        "Marland",
        second or proposition("Vessia"),
        "Vessia was preparing to poison the reservoir of the lower dam",
        stance="accuses",
    )
    cue, start = Span(end + gap, end + gap + 7), end + gap + 8
    content = Passage(told.content.text, (Span(start, start + len(told.content.text)),))
    return [first, replace(told, cue=Passage("accused", (cue,)), content=content)]


def answer(text: str) -> Statement:
    word = text.rsplit(maxsplit=1)[-1].removesuffix("s")
    return statement("a3", "Vessia", Proposition(word, (), (), (word,), (), negated=False, modality="did"), text, stance="denies")


def denied(told: list[Statement], said: Statement) -> list[set[str]]:
    return [
        {link.statement for link in claim.statements} for claim in align_claims([*told, said], ground=ground()) if has_denial(claim)
    ]


def has_denial(claim: Claim) -> bool:
    return stands(claim).get("Vessia") == "denies"


def test_who_denies_the_allegation_denies_both_that_were_put_together_in_one_sentence() -> None:
    assert denied(accusing(), answer("the allegation")) == [{"a1", "a3"}, {"a2", "a3"}]


def test_allegations_are_all_that_somebody_made_since_another_spoke() -> None:
    assert denied(accusing(gap=60), answer("the allegations")) == [{"a1", "a3"}, {"a2", "a3"}]


@pytest.mark.parametrize("text", ["the allegation", "it"])
def test_one_allegation_is_not_what_was_said_in_another_sentence(text: str) -> None:
    assert denied(accusing(gap=60), answer(text)) == [{"a2", "a3"}]


def test_it_is_one_thing_even_of_two_in_a_sentence() -> None:
    assert denied(accusing(), answer("it")) == [{"a2", "a3"}]


def test_of_what_was_put_together_an_allegation_is_only_what_the_denier_is_accused_of() -> None:
    first, second = accusing()
    harmless = replace(
        first, proposition=SHUT, content=replace(first.content, text="Orrin had closed the harbour to the ferry, all day")
    )
    assert denied([harmless, second], answer("the allegation")) == [{"a2", "a3"}]


def test_what_an_article_said_that_was_taken_back_is_said_by_nobody_there() -> None:
    source = Passage("The article", (Span(0, 11),))
    told = [
        statement("a1", "Marland", STAGED, "Vessia had staged the blast at the pump station"),
        statement("b1", "Orrin", STAGED, "Vessia staged the blast at the pump station"),
        replace(statement("c1", None, STAGED, "Vessia had staged the blast at the pump station"), source=source),
    ]
    whole = ground()

    def claims(title: str) -> set[str]:
        documents = {**whole.documents, "c": replace(whole.documents["c"], title=title)}
        (claim,) = align_claims(told, ground=replace(whole, documents=documents))
        return {link.statement for link in claim.statements}

    assert claims("The pump station: what is known") == {"a1", "b1", "c1"}
    assert claims("Retraction: the pump station") == {"a1", "b1"}


def test_who_denies_having_given_a_figure_does_not_also_assert_it_because_others_say_so() -> None:
    toll = proposition("people", ("die", ("explosion", "dam")), modality="did", numbers=(9.0,), tense="past")
    named = replace(
        statement("a2", "Vessia", toll, "nine people died in the explosion at the dam"), via=(Via("Marland", (), "r-Marland"),)
    )
    told = [
        named,
        statement("b2", "Marland", toll, "nine people died in the explosion at the dam"),
        statement("b3", "Vessia", giving(("figure",), negated=True), "that it never gave that figure"),
    ]
    (claim,) = align_claims(told, ground=ground())
    assert stands(claim) == {"Vessia": "denies", "Marland": "asserts"}
    (claim,) = align_claims([replace(named, via=()), *told[1:]], ground=ground())
    assert stands(claim) == {"Vessia": "mixed", "Marland": "asserts"}
