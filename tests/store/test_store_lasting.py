"""Answers kept with a connection: asked once for each state of the ledger, whoever writes it, and never seen too old."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection
from tests.store.conftest import make_reading

from quoth.store import Store, Tallies, open_store
from quoth.store.lasting import lasting

Ask = Callable[[Connection], int]


@pytest.fixture
def asked() -> list[int]:
    """How often the question was asked."""
    return []


@pytest.fixture
def count(asked: list[int]) -> Ask:
    def ask(connection: Connection) -> int:
        asked.append(1)
        return int(connection.exec_driver_sql("SELECT count(*) FROM documents").scalar_one())

    return ask


def add(store: Store, text: str) -> None:
    with store.write() as writer:
        writer.add_reading(*make_reading(text))


def test_it_is_asked_once_until_anybody_writes(store: Store, asked: list[int], count: Ask) -> None:
    add(store, "The ferry sank.")
    with open_store(store.path, read_only=True) as reader:
        assert [lasting(reader.engine, "documents", count) for _ in range(3)] == [1, 1, 1]
        assert len(asked) == 1
        add(store, "The ferry was raised.")
        assert [lasting(reader.engine, "documents", count) for _ in range(2)] == [2, 2]
        assert len(asked) == 2


def test_what_one_s_own_connection_writes_is_seen_at_once(store: Store, count: Ask) -> None:
    assert lasting(store.engine, "documents", count) == 0
    add(store, "The ferry sank.")
    assert lasting(store.engine, "documents", count) == 1


def test_what_is_taken_back_is_not_remembered(store: Store, count: Ask) -> None:
    def begin() -> None:
        with store.write() as writer:
            writer.add_reading(*make_reading("The ferry sank."))
            assert lasting(writer.connection, "documents", count) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin()
    assert lasting(store.engine, "documents", count) == 0


def test_one_state_is_read_to_its_end_whatever_is_written_meanwhile(store: Store, count: Ask) -> None:
    with open_store(store.path, read_only=True) as reader:
        with reader.read_once() as read:
            assert lasting(read.engine, "documents", count) == 0
            add(store, "The ferry sank.")
            assert lasting(read.engine, "documents", count) == 0
            assert read.outlets() == ()
        assert lasting(reader.engine, "documents", count) == 1


def test_a_change_from_outside_is_seen_in_the_pages_counts(store: Store) -> None:
    with open_store(store.path, read_only=True) as reader:
        for number in range(3):
            with reader.read_once() as read:
                assert (len(read.outlets()), read.counts()["documents"]) == (min(number, 1), number)
                assert sum(one.documents for one in Tallies(read.engine).outlets()) == number
            add(store, f"The ferry sank {number} times.")


def test_what_is_given_out_may_be_changed_by_whoever_asked(store: Store) -> None:
    add(store, "The ferry sank.")
    tallies, read = Tallies(store.engine), store.read()
    tallies.outlets().clear()
    dict(read.counts()).clear()
    assert len(tallies.outlets()) == 1
