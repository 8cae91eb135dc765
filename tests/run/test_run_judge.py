"""Judging on the ledger written by hand: what is seen at once, and that all of it can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import Conflict, UsageError
from quoth.records import Claim, Span
from quoth.run import subjects
from quoth.run.judge import Decision, judge, replay, undo
from quoth.run.verify import verify
from quoth.store import ReadView, Store, open_store
from quoth.view.judgements import judgements_page

KINDS = (
    "actors",
    "copies",
    "events",
    "stories",
    "claims",
    "disagreements",
    "referents",
    "statements",
    "quantities",
    "contacts",
    "terms",
)


@pytest.fixture
def store(handmade: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(handmade, tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as opened:
        with opened.write() as writer:
            replay(writer)  # what stands in the ledger written by hand is applied as well
        yield opened


def whole(store: Store) -> dict[str, list[Any]]:
    read = store.read()
    return {kind: list(getattr(read, kind)()) for kind in KINDS}


def statement_of(read: ReadView, words: str) -> str:
    return next(one.id for one in read.statements() if words in one.content.text)


def claim_of(read: ReadView, words: str) -> Claim:
    return next(one for one in read.claims() if words in one.text)


def provocation(read: ReadView) -> Claim:
    return claim_of(read, "provocation")


MADE: dict[str, Callable[[ReadView], Decision]] = {
    "merge actors": lambda read: subjects.same_actors(read, ["Marek Dolan", "Anna Reeve"]),
    "split actor": lambda read: subjects.split_actor(read, "Marek Dolan", ["Arden rejects the claim"]),
    "merge claims": lambda read: subjects.same_claims(read, [one.id for one in read.claims()]),
    "split claim": lambda read: subjects.split_claim(read, provocation(read).id, [provocation(read).statements[2].statement]),
    "opposed": lambda read: subjects.opposed_statements(read, statement_of(read, "provocation"), statement_of(read, "Brenn had")),
    "same": lambda read: subjects.same_statements(read, statement_of(read, "provocation"), statement_of(read, "1,200 people")),
    "split story": lambda read: subjects.split_story(read, next(read.stories()).id, ["Arden rejects the claim"]),
    "reject statement": lambda read: subjects.reject(read, "statement", provocation(read).statements[0].statement),
    "reject a reporter": lambda read: subjects.reject(read, "statement", statement_of(read, "Dolan said that Brenn")),
    "reject quantity": lambda read: subjects.reject(read, "quantity", next(read.quantities()).id),
    "reject contact": lambda read: subjects.reject(read, "contact", next(read.contacts()).id),
    "reject copy": lambda read: subjects.reject(read, "copy", next(read.copies()).id),
    "reject disagreement": lambda read: subjects.reject(read, "disagreement", next(read.disagreements()).id),
    "reject term": lambda read: subjects.reject(read, "term", next(read.terms()).id),
    "right stance": lambda read: subjects.right(read, provocation(read).statements[0].statement, stance="denies"),
    "right speaker": lambda read: subjects.right(read, provocation(read).statements[0].statement, speaker="Ilmar"),
    "set aside": lambda read: subjects.set_aside(read, "Arden rejects the claim"),
    "set aside a copy": lambda read: subjects.set_aside(read, next(read.copies()).copy),
    "set aside a source": lambda read: subjects.set_aside(read, next(read.copies()).source),
    "nobody": lambda read: subjects.right(read, provocation(read).statements[0].statement, speaker=""),
    "right content": lambda read: subjects.right(read, statement_of(read, "1,200 people"), content=[Span(30, 36)]),
}


@pytest.mark.parametrize("name", MADE)
def test_every_judgement_is_seen_at_once_holds_together_and_can_be_taken_back_and_restored(name: str, store: Store) -> None:
    before = whole(store)
    made = judge(store, MADE[name](store.read()), by="Ada", note="looked it up")
    judged = whole(store)
    assert judged != before
    assert verify(store.read()).faults == ()
    undoing = undo(store, made.id, by="Bo")
    assert whole(store) == before
    undo(store, undoing.id, by="Ada")
    assert whole(store) == judged
    assert [(one.by, one.stands) for one in judgements_page(store.read()).rows][:3] == [("Ada", True), ("Bo", False), ("Ada", True)]


def test_any_of_many_judgements_can_be_taken_back_and_the_others_stay(store: Store) -> None:
    names = ["merge actors", "right stance", "same", "reject quantity", "reject contact"]
    made = {name: judge(store, MADE[name](store.read()), by="Ada") for name in names}
    judged = whole(store)
    for name in names:
        undoing = undo(store, made[name].id, by="Bo")
        assert whole(store) != judged
        undo(store, undoing.id, by="Bo")
        assert whole(store) == judged


def test_merged_actors_speak_as_one(store: Store) -> None:
    judge(store, subjects.same_actors(store.read(), ["Arden", "Ilmar"]), by="Ada")
    read = store.read()
    (merged,) = read.actors_named("Arden")
    assert read.actors_named("Ilmar") == (merged,)
    stands = {one.actor: one.stance for one in provocation(read).positions}
    assert stands[merged.id] == "denies"
    assert len(stands) == 2
    dispute = next(one for one in read.disagreements() if one.claim == provocation(read).id)
    assert dispute.readings[1].actors == (merged.id,)


def test_a_righted_stance_turns_the_claim_and_its_dispute(store: Store) -> None:
    claim = provocation(store.read())
    for link in claim.statements:
        if link.stance == "asserts":
            judge(store, subjects.right(store.read(), link.statement, stance="denies"), by="Ada")
    read = store.read()
    (now,) = [one for one in read.claims() if one.id == claim.id]
    assert {one.stance for one in now.statements} == {"denies"}
    assert [one for one in read.disagreements() if one.claim == claim.id] == []


def test_a_righted_speaker_takes_the_position_and_is_found_by_name(store: Store) -> None:
    read = store.read()
    name = provocation(read).statements[0].statement
    made = judge(store, subjects.right(read, name, speaker="Ilmar"), by="Ada")
    (ilmar,) = store.read().actors_named("Ilmar")
    stands = {one.actor: one.statements for one in provocation(store.read()).positions}
    assert name in stands[ilmar.id]
    statement = store.read().statement(name)
    assert statement is not None
    assert statement.speaker in ilmar.referents
    again = judge(store, subjects.right(store.read(), name, speaker="Anna Reeve"), by="Bo")
    (reeve,) = store.read().actors_named("Anna Reeve")
    assert name in {one.actor: one.statements for one in provocation(store.read()).positions}[reeve.id]
    assert again.answers == made.id


def test_what_was_told_in_a_rejected_statement_is_told_in_the_one_around_it(store: Store) -> None:
    read = store.read()
    outer, inner = statement_of(read, "Dolan said that Brenn"), next(one for one in read.statements() if one.parent)
    assert inner.parent == outer
    quantity = next(read.quantities())
    judge(store, subjects.reject(read, "statement", outer), by="Ada")
    judge(store, subjects.reject(read, "statement", str(quantity.statement)), by="Ada")
    now = store.read().statement(inner.id)
    assert now is not None
    assert now.parent is None
    assert [one.statement for one in store.read().quantities() if one.id == quantity.id] == [None]


def test_a_rejected_telling_leaves_its_event_and_the_points_that_rest_on_it(store: Store) -> None:
    read = store.read()
    first, second = read.contacts()
    judge(store, subjects.reject(read, "contact", first.id), by="Ada")
    assert [one.contacts for one in store.read().events()] == [(second.id,)]
    assert [one for one in store.read().disagreements() if one.event] == []
    judge(store, subjects.reject(store.read(), "contact", second.id), by="Ada")
    assert list(store.read().events()) == []


def test_a_judgement_answers_the_one_that_stood_and_a_faster_one_is_told(store: Store) -> None:
    read = store.read()
    name = provocation(read).statements[0].statement
    seen = judge(store, subjects.right(read, name, stance="doubts"), by="Ada", expected=None)
    faster = judge(store, subjects.right(store.read(), name, stance="denies"), by="Bo", expected=seen.id)
    before = whole(store)
    with pytest.raises(Conflict, match="Bo judged this in the meantime") as told:
        judge(store, subjects.right(store.read(), name, stance="asserts"), by="Cy", expected=seen.id)
    assert told.value.standing == faster.id
    with pytest.raises(Conflict, match="in the meantime"):
        judge(store, subjects.right(store.read(), name, stance="asserts"), by="Cy", expected=None)
    assert whole(store) == before
    last = judge(store, subjects.right(store.read(), name, stance="asserts"), by="Cy", expected=faster.id)
    assert last.answers == faster.id
    for one in (last, faster, seen):
        undo(store, one.id, by="Cy")
    with pytest.raises(Conflict, match="taken back"):
        judge(store, subjects.right(store.read(), name, stance="asserts"), by="Cy", expected=last.id)


def test_the_same_judgement_twice_is_one(store: Store) -> None:
    decision = MADE["merge actors"](store.read())
    assert judge(store, decision, by="Ada") == judge(store, decision, by="Bo")


def test_what_is_taken_back_cannot_be_taken_back_again(store: Store) -> None:
    made = judge(store, MADE["merge actors"](store.read()), by="Ada")
    undo(store, made.id, by="Bo")
    with pytest.raises(UsageError, match=r"taken back already by Bo.*quoth judge undo"):
        undo(store, made.id, by="Cy")
    with pytest.raises(UsageError, match="no judgement"):
        undo(store, "nowhere", by="Cy")


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision("weather", ("a",), "rejected"), "nothing called 'weather'"),
        (Decision("actor", ("a", "b"), "rejected"), "cannot be judged 'rejected', but apart or same"),
        (Decision("actor", ("a", "a"), "same"), "two different things"),
        (Decision("quantity", ("a", "b"), "rejected"), "one by one"),
        (Decision("statement", ("a",), "wrong"), "does not say what is right"),
        (Decision("judgement", ("a",), "undone"), "nothing called 'judgement'"),
    ],
)
def test_a_decision_that_cannot_be_made_is_refused(decision: Decision, said: str, store: Store) -> None:
    made = len(store.read().judgements())
    with pytest.raises(UsageError, match=said):
        judge(store, decision, by="Ada")
    assert len(store.read().judgements()) == made


def test_nobody_judges_without_a_name(store: Store) -> None:
    with pytest.raises(UsageError, match="--by"):
        judge(store, MADE["merge actors"](store.read()), by="  ")
