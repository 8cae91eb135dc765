from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import write_ledger

from quoth.records import Links
from quoth.store import Store, open_store
from quoth.store.overlay import begun, enrolled, fetch_many, fetch_one, found_before, holds, naming, told_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    write_ledger(tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as opened:
        yield opened


def whole(store: Store) -> tuple[list[object], ...]:
    """All that a ledger says of statements, quantities, actors and claims, and who is in which actor."""
    read = store.read()
    rows = (read.statements(), read.quantities(), read.actors(), read.claims(), sorted(read.actor_of().items()))
    return tuple(list(found) for found in rows)


def test_a_row_is_changed_and_what_it_was_can_be_put_back(store: Store) -> None:
    before, read = whole(store), store.read()
    statement, other, *_ = read.statements()
    actor, second, *_ = read.actors()
    claim = next(read.claims())
    with store.write() as writer:
        writer.overlay.change("statements", statement.id, replace(statement, stance="doubts"))
        writer.overlay.change("statements", other.id, None)
        writer.overlay.change("actors", actor.id, replace(actor, referents=(*actor.referents, *second.referents)))
        writer.overlay.change("actors", second.id, None)
        writer.overlay.change("claims", "new", replace(claim, id="new"))
        seen = fetch_one(writer.connection, "statements", statement.id)
        assert seen == replace(statement, stance="doubts")
    read = store.read()
    assert read.statement(other.id) is None
    assert {read.actor_of()[one] for one in second.referents} == {actor.id}
    assert [one.id for one in read.claims()][-1] == "new"
    kept = found_before(store.engine, ["statements", "actors", "claims"])
    assert kept["statements", statement.id] == statement
    assert kept["claims", "new"] is None
    with store.write() as writer:
        touched = writer.overlay.restore(["statements", "actors", "claims"])
    assert touched["statements"] == {statement.id, other.id}
    assert whole(store) == before
    assert found_before(store.engine, ["statements", "actors", "claims"]) == {}


def test_what_the_machine_had_is_kept_once_however_often_a_row_is_judged(store: Store) -> None:
    statement = next(store.read().statements())
    for stance in ("doubts", "denies", "asserts"):
        with store.write() as writer:
            writer.overlay.change("statements", statement.id, replace(statement, stance=stance))
    with store.write() as writer:
        writer.overlay.restore(["statements"])
    assert store.read().statement(statement.id) == statement


def test_full_text_search_finds_the_words_as_they_are_judged(store: Store) -> None:
    statement = next(one for one in store.read().statements() if "1,200" in one.content.text)
    with store.write() as writer:
        writer.overlay.change(
            "statements", statement.id, replace(statement, content=replace(statement.content, text="zeppelins landed"))
        )
    assert [hit.id for hit in store.read().search("zeppelins")] == [statement.id]
    with store.write() as writer:
        writer.overlay.restore(["statements"])
    assert store.read().search("zeppelins") == []


def test_to_reject_what_is_not_there_leaves_no_trace(store: Store) -> None:
    with store.write() as writer:
        writer.overlay.change("quantities", "nowhere", None)
    assert found_before(store.engine, ["quantities"]) == {}


def test_findings_that_are_read_anew_forget_what_was_judged_of_them(store: Store) -> None:
    statement = next(store.read().statements())
    with store.write() as writer:
        writer.overlay.change("statements", statement.id, None)
        writer.add_findings([], fingerprint="f")
        writer._forget([statement.document])
    assert found_before(store.engine, ["statements"]) == {}


def test_links_that_are_written_anew_bring_what_the_machine_had_with_them(store: Store) -> None:
    read = store.read()
    actor, second, *others = read.actors()
    merged = replace(actor, referents=(*actor.referents, *second.referents))
    before = {"actors": {actor.id: actor, second.id: second}}
    with store.write() as writer:
        writer.replace_links(Links(actors=(merged, *others), before=before))
    assert [one.id for one in store.read().actors()] == [actor.id, *(one.id for one in others)]
    with store.write() as writer:
        writer.overlay.restore(["actors"])
    assert {one.id: one for one in store.read().actors()} == {one.id: one for one in (actor, second, *others)}


def test_rows_are_found_by_what_they_name(store: Store) -> None:
    read = store.read()
    claim = next(one for one in read.claims() if len(one.statements) > 1)
    names = {link.statement for link in claim.statements}
    assert naming(store.engine, "claims", "statements", names) == {claim.id}
    assert naming(store.engine, "claims", "statements", {*names, *map(str, range(20))}) == {claim.id}
    assert naming(store.engine, "claims", "statements", set()) == set()
    assert naming(store.engine, "claims", "statements", {"%"}) == set()


def test_findings_are_looked_up_by_identifier_its_beginning_and_what_they_rest_on(store: Store) -> None:
    read = store.read()
    quantity = next(read.quantities())
    assert begun(store.engine, "quantities", quantity.id[:6]) == [quantity.id]
    assert begun(store.engine, "quantities", "zz") == []
    assert told_in(store.engine, "quantities", [str(quantity.statement)], [quantity.document]) == [quantity.id]
    assert holds(store.engine, "quantities", [quantity.id])
    assert not holds(store.engine, "quantities", ["nowhere"])
    assert fetch_many(store.engine, "quantities", [quantity.id, "nowhere"]) == {quantity.id: quantity}
    actor = next(read.actors())
    assert enrolled(store.engine, [*actor.referents, "nowhere"]) == dict.fromkeys(actor.referents, actor.id)
