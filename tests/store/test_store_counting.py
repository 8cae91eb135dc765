"""What is counted and turned round row by row is what counting everything anew gives."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from tests.store.conftest import make_findings, make_reading

from quoth.records import Actor, Judgement, Referent, Statement
from quoth.run import subjects
from quoth.run.judge import judge, undo
from quoth.store import Store, open_store, tables
from quoth.store.counting import COUNTED, actor_tallies, names, recount
from quoth.store.database import writing


@pytest.fixture
def store(handmade: Path, tmp_path: Path) -> Iterator[Store]:
    copy = tmp_path / "copy.db"
    shutil.copy(handmade, copy)
    with open_store(copy) as opened:
        yield opened


def kept(store: Store) -> dict[str, set[tuple[Any, ...]]]:
    """Everything that is counted; the numbers of names are the database's own."""
    with store.engine.connect() as connection:
        return {
            table.name: {tuple(row) for row in connection.execute(select(*(one for one in table.c if table is not names or one.name != "number")))}
            for table in COUNTED
        }  # fmt: skip


def assert_true(store: Store) -> None:
    before = kept(store)
    with writing(store.engine) as connection:
        recount(connection)
    after = kept(store)
    assert {name for name, rows in before.items() if rows} >= {"sayings", "names", "members", "claim_tallies", "quoted"}
    assert before == after


def test_linking_counts_everything(store: Store) -> None:
    assert_true(store)
    with store.engine.connect() as connection:
        assert connection.execute(select(tables.finished.c.part).where(tables.finished.c.stage == "recount")).first() is None


def test_judgements_and_taking_them_back_keep_the_counts_true(store: Store) -> None:
    read = store.read()
    told = [one for one in read.statements() if one.speaker]
    people = sorted((one for one in read.actors() if one.kind == "person"), key=lambda one: one.name)
    claims, stories = list(read.claims()), list(read.stories())
    made: list[Judgement] = []
    for decision in (
        subjects.right(read, told[0].id, speaker=people[-1].id),
        subjects.right(read, told[1].id, speaker=""),
        subjects.reject(read, "statement", told[2].id),
        subjects.reject(read, "copy", next(read.copies()).id),
        subjects.MERGES["actor"](read, [people[0].id, people[1].id]),
        subjects.MERGES["claim"](read, [claims[0].id, claims[1].id]),
        subjects.SPLITS["story"](read, stories[0].id, [stories[0].documents[0]]),
    ):
        made.append(judge(store, decision, by="Ada"))
        assert_true(store)
    for one in reversed(made):
        undo(store, one.id, by="Ada")
        assert_true(store)


def test_reading_again_and_removing_documents_keep_the_counts_true(store: Store) -> None:
    text = "Arda said the bridge was hit by a missile."
    reading = make_reading(text, file="more.txt")
    document = reading[1][0][0]
    with store.write() as writer:
        writer.add_readings([reading])
        writer.add_findings([make_findings(document)], fingerprint="first")
    assert_true(store)
    found = make_findings(document)
    own = Actor("f" * 20, "Arda", "person", None, (found.referents[0].id,), ("undecided: may be somebody else",))
    with store.write() as writer:
        writer.overlay.change("actors", own.id, own)
    assert_true(store)
    with store.write() as writer:
        statement: Statement = found.statements[0]
        referent: Referent = found.referents[0]
        writer.overlay.change("statements", statement.id, replace(statement, score=0.9, speaker=None))
        writer.overlay.change("actors", own.id, replace(own, name="Arda Sol"))
        writer.overlay.change("referents", referent.id, None)
    assert_true(store)
    with store.write() as writer:
        writer.add_findings([found], fingerprint="second")
    assert_true(store)
    with store.write() as writer:
        writer.connection.execute(tables.documents.delete().where(tables.documents.c.id == document.id))
    assert_true(store)


def test_an_actor_is_counted_by_statements_documents_and_mentions(store: Store) -> None:
    read = store.read()
    for actor in read.actors():
        referents = list(read.referents(ids=actor.referents))
        said = [one for one in read.statements() if one.speaker in set(actor.referents)]
        with store.engine.connect() as connection:
            row = connection.execute(select(actor_tallies).where(actor_tallies.c.actor == actor.id)).one()
        assert (row.statements, row.documents) == (len(said), len({one.document for one in said}))
        assert (row.mentions, row.appearances) == (
            sum(len(one.mentions) for one in referents),
            len({one.document for one in referents}),
        )
