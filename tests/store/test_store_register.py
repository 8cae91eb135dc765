from __future__ import annotations

from pathlib import Path

from quoth.records import Registered, Tenure
from quoth.store import Store, open_store
from quoth.store.database import connect
from quoth.store.revision import upgrade

OKONJO = Registered(
    "ro", "r.csv", "Ruth Okonjo", ("Ruth Okonjo", "R. Okonjo"), "person", "Norvia", (Tenure("mayor", "Halden", "2020", None),)
)
WORKS = Registered("hw", "s.csv", "Halden Water Works", ("Halden Water Works",), None, None)


def test_a_register_comes_back_as_it_was_given(store: Store) -> None:
    with store.write() as writer:
        writer.replace_register((OKONJO,), file="r.csv")
        writer.replace_register((WORKS,), file="s.csv")
    assert store.read().register() == (OKONJO, WORKS)


def test_a_file_replaces_what_it_gave_before_and_nothing_else(store: Store) -> None:
    with store.write() as writer:
        writer.replace_register((OKONJO, WORKS), file=None)
        writer.replace_register((), file="r.csv")
    assert store.read().register() == (WORKS,)
    with store.write() as writer:
        writer.replace_register(())
    assert store.read().register() == ()


def test_an_older_ledger_gets_an_empty_register(tmp_path: Path) -> None:
    engine = connect(tmp_path / "old.db")
    upgrade(engine, revision="0002")
    engine.dispose()
    with open_store(tmp_path / "old.db") as store:
        assert store.read().register() == ()
