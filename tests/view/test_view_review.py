"""What waits for a person, and what they are shown to put it right."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.errors import UsageError
from quoth.run import subjects
from quoth.run.judge import judge
from quoth.store import ReadView, Store, open_store
from quoth.view.correcting import actor_to_right, claim_to_right, finding_to_right, statement_to_right, story_to_right
from quoth.view.review import review_page


@pytest.fixture
def store(handmade: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(handmade, tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as opened:
        yield opened


def doubt(store: Store) -> tuple[str, str]:
    """Say of Dolan that he may be Reeve."""
    read = store.read()
    (one,), (other,) = read.actors_named("Marek Dolan"), read.actors_named("Anna Reeve")
    with store.write() as writer:
        writer.overlay.change("actors", one.id, replace(one, evidence=("undecided: may be Anna Reeve; nothing tells which",)))
    return one.id, other.id


def test_an_open_question_names_whom_it_may_be_until_somebody_decides(store: Store) -> None:
    one, other = doubt(store)
    (question,) = review_page(store.read(), "one").questions
    assert question.who.id == one
    assert [choice.id for choice in question.others] == [other]
    judge(store, subjects.different_actors(store.read(), [one, other]), by="Ada")
    assert all(question.others == () for question in review_page(store.read(), "one").questions)


def test_two_who_were_said_to_be_two_stay_two(store: Store) -> None:
    before = sorted(one.id for one in store.read().actors())
    judge(store, subjects.different_actors(store.read(), ["Marek Dolan", "Anna Reeve"]), by="Ada")
    assert sorted(one.id for one in store.read().actors()) == before
    with pytest.raises(UsageError, match="name one actor already"):
        subjects.different_actors(store.read(), ["Marek Dolan", "Marek Dolan"])


def test_the_pages_of_a_queue_share_nothing_and_leave_out_nothing(store: Store) -> None:
    read = store.read()
    page = review_page(read, "unsure")
    assert len(page.statements) == min(page.found, page.each)
    beyond = review_page(read, "unsure", number=1 + page.found // page.each)
    assert len(beyond.statements) == (page.found % page.each if page.found > page.each else len(page.statements))


def test_a_statement_is_shown_with_the_words_around_it(told: ReadView) -> None:
    statement = next(one for one in told.statements() if "plainly false" in one.content.text)
    page = statement_to_right(told, statement.id)
    document = told.document(statement.document)
    assert document is not None
    shown = "".join(piece.text for piece in page.around.pieces)
    assert document.text[page.around.start : page.around.start + len(shown)] == shown
    assert "".join(piece.text for piece in page.around.pieces if piece.mark == "content") == statement.content.text
    assert page.content == tuple(" ".join(document.text[start:end].split()) for start, end in statement.content.spans)
    assert page.speakers


def test_what_may_be_meant_instead_is_offered(told: ReadView) -> None:
    claim = next(one for one in told.claims() if "provocation" in one.text)
    page = claim_to_right(told, claim.id)
    assert {one.id for one in page.said} == {one.statement for one in claim.statements}
    assert claim.id not in {one.id for one in page.others}
    story = story_to_right(told, next(told.stories()).id)
    assert [one.published or "9" for one in story.articles] == sorted(one.published or "9" for one in story.articles)
    dolan = actor_to_right(told, told.actors_named("Marek Dolan")[0].referents[0])
    assert dolan.name == "Marek Dolan"
    assert dolan.articles


def test_what_is_gone_is_said_so(told: ReadView) -> None:
    for find in (statement_to_right, claim_to_right, actor_to_right, story_to_right):
        with pytest.raises(UsageError):
            find(told, "0" * 20)
    with pytest.raises(UsageError, match="holds no quantity"):
        finding_to_right(told, "quantity", "0" * 20)


def test_two_of_one_name_are_asked_about_until_somebody_says_that_they_are_two(store: Store) -> None:
    read = store.read()
    (one,), (other,) = read.actors_named("Marek Dolan"), read.actors_named("Anna Reeve")
    with store.write() as writer:
        writer.overlay.change("actors", other.id, replace(other, name="Marek Dolan", country=one.country))
    page = review_page(store.read(), "one")
    (question,) = page.questions
    assert page.found == 1
    assert {question.who.id, *(choice.id for choice in question.others)} == {one.id, other.id}
    assert question.told == "both have this name"
    judge(store, subjects.different_actors(store.read(), [one.id, other.id]), by="Ada")
    assert review_page(store.read(), "one").questions == ()
