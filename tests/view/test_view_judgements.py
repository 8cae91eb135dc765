from __future__ import annotations

import pytest

from quoth.errors import UsageError
from quoth.records import Judgement
from quoth.store import ReadView
from quoth.view.judgements import corrections, find_judgement, judged_rows, judgements_page, tell, unmatched


def test_judgements_are_told_latest_first_with_who_and_when(told: ReadView) -> None:
    page = judgements_page(told)
    assert [(one.kind, one.by, one.stands) for one in page.rows] == [("statement", "desk", True), ("claim", "desk", True)]
    assert page.rows[0].text == "statement righted: Anna Reeve said → stance asserts"
    assert (page.standing, page.undone) == (2, 0)
    assert judgements_page(told, subject=page.rows[0].subject[0]).rows == page.rows[:1]


def test_rows_know_which_judgements_they_follow(told: ReadView) -> None:
    by_claim, by_statement = told.judgements()
    judged = judged_rows(told)
    assert judged.statements == {by_statement.subject: [by_statement.id]}
    claim = next(one for one in told.claims() if by_claim.subject.split()[0] in {link.statement for link in one.statements})
    assert judged.claims == {claim.id: [by_claim.id]}


def test_a_judgement_is_found_by_the_beginning_of_its_identifier(told: ReadView) -> None:
    one = told.judgements()[0]
    assert find_judgement(told, one.id[:8]) == one
    for text in ("", one.id[:2], "nowhere"):
        with pytest.raises(UsageError, match="quoth judge list"):
            find_judgement(told, text)


def test_corrections_have_the_article_with_what_was_found_and_what_is_right(told: ReadView) -> None:
    (one,) = corrections(told)
    assert one.found == one.judged
    assert one.changed == ("stance",)
    assert one.document.id == one.found.document
    assert corrections(told, [one.document.id]) == [one]
    assert corrections(told, ["elsewhere"]) == []


@pytest.mark.parametrize(
    ("verdict", "said"), [("same", "one actor: A = B"), ("apart", "not one actor: A ≠ B"), ("opposed", "opposed: A ↔ B")]
)
def test_each_verdict_is_a_sentence(verdict: str, said: str) -> None:
    one = Judgement("1", "actor", "a b", verdict, "Ada", "1", None, None, {"label": "A | B"})
    assert tell(one) == said
    undoing = Judgement("2", "judgement", "1", "undone", "Bo", "2", None)
    assert tell(undoing, {"1": one}) == f"taken back: {said}"
    assert tell(undoing) == "taken back: 1"


def test_judgements_on_other_articles_are_told_apart(told: ReadView) -> None:
    here = told.judgements()
    there = Judgement("1", "actor", "a b", "same", "Ada", "1", None)
    assert unmatched(told, [*here, there]) == [there]
