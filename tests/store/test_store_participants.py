"""All participants at once: the very ones that documents tell of, without their mentions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.run.test_run_link import add, coverage

from quoth.records import Title
from quoth.store import Store, open_store
from quoth.store.participants import every_referent


def test_all_participants_are_those_of_the_documents_without_their_mentions(tmp_path: Path) -> None:
    articles = coverage(4)
    told = articles[0].findings
    called = replace(told.referents[0], titles=(Title("mayor", "Orrin"), Title("envoy")), members=(told.referents[-1].id,))
    articles[0] = replace(articles[0], findings=replace(told, referents=(called, *told.referents[1:])))
    with open_store(tmp_path / "a.db", create=True) as store:
        add(store, articles)
        expected = [replace(one, mentions=()) for one in store.read().referents()]
        found = every_referent(store.engine)
        assert len({one.name for one in found}) < len(found)
        assert sorted(found, key=lambda one: one.id) == sorted(expected, key=lambda one: one.id)


def test_an_empty_ledger_has_no_participants(store: Store) -> None:
    assert every_referent(store.engine) == []
