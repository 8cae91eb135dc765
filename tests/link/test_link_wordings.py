"""In whose words a claim is told, and that these are whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.test_link_claims import proposition, statement

from quoth.link.wordings import choose_wording, closed, is_clear
from quoth.records import Passage, Span, Statement


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("it was held “at the initiative of the other side", "it was held “at the initiative of the other side”"),
        ('Vessia was "preparing the ground', 'Vessia was "preparing the ground"'),
        ("a plan” that nobody knew", "a plan that nobody knew"),
        ('a plan" that nobody knew', "a plan that nobody knew"),
        ("a “plan” that nobody knew", "a “plan” that nobody knew"),
    ],
)
def test_quotation_marks_of_a_wording_are_in_pairs(text: str, whole: str) -> None:
    assert closed(text) == whole


@given(st.text(alphabet='ab "“”«»', max_size=30))
def test_a_wording_has_as_many_opening_as_closing_marks(text: str) -> None:
    found = closed(text)
    assert found.count("“") == found.count("”")
    assert found.count("«") == found.count("»")
    assert found.count('"') % 2 == 0


def test_a_wording_that_begins_with_whose_gives_way_to_one_that_says_it() -> None:
    whose = statement("a1", "Marland", proposition("Vessia"), "its plan is to poison the reservoir of the lower dam")
    said = statement(
        "b1", "Orrin", proposition("Vessia"), "Vessia is said to be going to poison the reservoir of the lower dam soon"
    )
    assert choose_wording([(whose, "asserts"), (said, "asserts")]) == said.content.text


def called(*, gap: int = 1, negated: bool = False) -> Statement:
    """“Orrin called the deal "late by years"”: no clause, in a row of the article."""
    made = statement("c1", "Orrin", replace(proposition("deal", modality="did"), negated=negated), 'the deal "late by years"')
    (content,) = made.content.spans
    cue = Span(content.start - gap - len("called"), content.start - gap)
    source = Span(cue.start - 1 - len("Orrin"), cue.start - 1)
    return replace(made, source=Passage("Orrin", (source,)), cue=Passage("called", (cue,)))


def test_what_is_no_clause_is_told_with_who_says_it() -> None:
    assert choose_wording([(called(), "asserts")]) == 'Orrin called the deal "late by years"'
    assert choose_wording([(called(gap=9), "asserts")]) == 'the deal "late by years"'
    assert choose_wording([(called(), "denies")]) == 'the deal "late by years"'


def test_a_clause_goes_before_what_is_none() -> None:
    said = statement("b1", "Marland", proposition("deal"), "the deal between the two towns came years too late")
    assert choose_wording([(called(), "asserts"), (said, "asserts")]) == said.content.text


def test_where_the_article_has_a_pronoun_a_line_has_the_name() -> None:
    by_her = replace(called(), source=Passage("She", (Span(0, 3),)))
    assert choose_wording([(by_her, "asserts")], names={by_her.id: "Ada Orrin"}) == 'Ada Orrin called the deal "late by years"'
    assert (
        choose_wording([(replace(by_her, cue=Passage("calling", by_her.cue.spans)), "asserts")], names={by_her.id: "Ada"})
        == 'the deal "late by years"'
    )


def test_who_is_told_of_by_a_pronoun_is_told_with_who_says_it() -> None:
    made = statement("d1", "Orrin", proposition("Vessia"), "it would open the gates on Monday at the latest")
    (content,) = made.content.spans
    source, cue = Span(content.start - 13, content.start - 7), Span(content.start - 6, content.start - 1)
    told = replace(made, source=Passage("Vessia", (source,)), cue=Passage("vowed", (cue,)))
    assert choose_wording([(told, "asserts")]) == "Vessia vowed it would open the gates on Monday at the latest"


def test_a_content_that_its_cue_parts_into_two_sentences_is_told_by_the_first() -> None:
    first, second = "The gate was shut at Norvia's request", "Tessen has it otherwise"
    parted = statement("a1", "Orrin", proposition("gate"), f"{first} {second}")
    (span,) = parted.content.spans
    spans = (Span(span.start, span.start + len(first)), Span(span.end + 10, span.end + 10 + len(second)))
    assert choose_wording([(replace(parted, content=Passage(f"{first} {second}", spans)), "asserts")]) == first
    running = f"{first}, nobody knew"
    spans = (Span(span.start, span.start + len(first) + 1), Span(span.end + 10, span.end + 21))
    assert choose_wording([(replace(parted, content=Passage(running, spans)), "asserts")]) == running


def test_a_clause_may_begin_with_the_bound_of_its_figure() -> None:
    made = statement("a1", "Marland", proposition("people", modality="did"), "at least nine people died in the fire at the mill")
    assert is_clear([(made, "asserts")])
    assert not is_clear(
        [(replace(made, content=Passage("at the mill on Monday night of the fire", made.content.spans)), "asserts")]
    )


def test_what_somebody_is_to_do_gives_way_to_a_sentence_with_a_pronoun() -> None:
    told = replace(proposition("", ("name", ("institute",)), modality="will"), subject=())
    to_do = statement("a1", "Orrin", told, "to name the two institutes that are behind it all, it says")
    said = statement("b1", "Orrin", replace(told, modality="did", tense="past"), "She had asked for the names of the institutes")
    assert choose_wording([(to_do, "asserts"), (said, "asserts")]) == said.content.text


def test_one_name_does_not_stand_before_a_verb_of_several() -> None:
    by_us = replace(called(), source=Passage("We", (Span(0, 2),)), cue=Passage("have called", called().cue.spans))
    assert choose_wording([(by_us, "asserts")], names={by_us.id: "Ada Orrin"}) == 'the deal "late by years"'


@pytest.mark.parametrize("done", ["shot", "struck", "left behind", "brought ashore", "found", "swept away", "set free", "paid off"])
def test_who_had_something_done_to_them_says_a_claim_whatever_the_participle(done: str) -> None:
    passive = proposition("", ("do", ()), modality="did")
    said = statement("a1", "Marland", passive, f"that the warden had been {done} and asked who gave the order")
    assert is_clear([(said, "asserts")])


def test_what_is_only_asked_is_no_wording_of_a_claim() -> None:
    asked = statement(
        "a1", "Marland", proposition("Vessia"), "whether Vessia poisoned the reservoir of the lower dam", stance="declines"
    )
    assert not is_clear([(asked, "declines")])
    said = statement("b1", "Orrin", proposition("Vessia"), "that it was Vessia by whom the reservoir was poisoned")
    assert is_clear([(asked, "declines"), (said, "asserts")])
    assert choose_wording([(asked, "declines"), (said, "asserts")]).startswith("it was Vessia")
