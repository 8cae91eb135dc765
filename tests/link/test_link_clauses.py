"""What a statement says beside its first clause bears on claims of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_claims import ground, only, proposition, stands, statement

from quoth.link.claims import align_claims
from quoth.link.clauses import cut, with_clauses
from quoth.records import Clause, Passage, Proposition, Span, Statement

POISONED = "Vessian hands will poison the water behind the lower dam"
BOTH = (
    "the pump of the mill at the upper lock has been out of order since May, the town council has put off its repair four times and the miller has "
    f"gone to court over the fees that he is asked to pay for it, and {POISONED}"
)


def told_of_both(name: str = "a1") -> Statement:
    """A statement of the mill, whose further clause is of the dam."""
    mill = Proposition("be", ("pump",), ("old",), ("pump", "mill", "old"), (), negated=False, modality="did", tense="present")
    found = statement(name, "Marland", mill, BOTH)
    start = found.content.spans[0].start + BOTH.index(POISONED)
    further = (Clause((Span(start, start + len(POISONED)),), proposition("Vessia")),)
    return replace(found, proposition=replace(mill, further=further))


def test_the_second_clause_of_one_article_is_what_another_tells_alone() -> None:
    found = only(align_claims([told_of_both(), statement("b1", "Orrin", proposition("Vessia"))], ground=ground()))
    assert stands(found) == {"Marland": "asserts", "Orrin": "asserts"}
    assert [one.statement for one in found.statements] == ["a1", "b1"]


def test_without_its_clauses_a_statement_tells_the_first_alone() -> None:
    first = told_of_both()
    assert first.proposition is not None
    alone = replace(first, proposition=replace(first.proposition, further=()))
    assert align_claims([alone, statement("b1", "Orrin", proposition("Vessia"))], ground=ground()) == ()


def test_who_denies_the_second_clause_stands_against_it() -> None:
    denial = statement("b1", "Vessia", proposition("Vessia"), stance="denies")
    assert stands(only(align_claims([told_of_both(), denial], ground=ground()))) == {"Marland": "asserts", "Vessia": "denies"}


def test_two_statements_of_the_same_two_clauses_are_one_claim_not_two() -> None:
    again = replace(told_of_both("b1"), speaker="r-Orrin")
    assert len(only(align_claims([told_of_both(), again], ground=ground())).statements) == 2


def test_what_one_party_adds_in_two_articles_is_no_claim_until_another_takes_a_stand() -> None:
    again = statement("b1", "Marland", proposition("Vessia"))
    assert align_claims([told_of_both(), again], ground=ground()) == ()
    denial = statement("c1", "Vessia", proposition("Vessia"), stance="denies")
    assert stands(only(align_claims([told_of_both(), again, denial], ground=ground()))) == {
        "Marland": "asserts",
        "Vessia": "denies",
    }


def test_within_one_article_a_clause_makes_no_claim() -> None:
    assert align_claims([told_of_both(), statement("a3", "Orrin", proposition("Vessia"))], ground=ground()) == ()


def test_a_clause_that_a_statement_within_tells_is_not_told_twice() -> None:
    outer = told_of_both()
    clause = outer.proposition.further[0] if outer.proposition else None
    assert clause is not None
    inner = replace(statement("a2", "Orrin", clause.proposition, POISONED, parent="a1"), content=Passage(POISONED, clause.spans))
    assert [one.id for one in with_clauses([outer])] == ["a1", "a1.1"]
    assert [one.id for one in with_clauses([outer, inner])] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("spans", "words"), [((Span(4, 8),), "pump"), ((Span(30, 33),), "old"), ((Span(4, 8), Span(30, 33)), "pump old")]
)
def test_the_words_of_a_clause_are_cut_from_those_of_the_content(spans: tuple[Span, ...], words: str) -> None:
    assert cut(Passage("The pump is old", (Span(0, 8), Span(27, 33))), spans) == words
