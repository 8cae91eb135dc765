"""Sheets are kept whole or not at all, and not where something changed while they were made."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from quoth.store import SheetWriter, Store, fetch_pages, open_store, stories_without
from quoth.store.sheets import sheet_pages

PAGES = {("head", 1): [{"own": 3}], ("contacts", 2): ["a \ud800 b"]}


@pytest.fixture
def store(handmade: Path, tmp_path: Path) -> Iterator[Store]:
    copy = tmp_path / "copy.db"
    shutil.copy(handmade, copy)
    with open_store(copy) as opened:
        yield opened


@pytest.fixture
def story(store: Store) -> str:
    return stories_without(store.engine, least=1)[0]


def begin(store: Store, story: str, maker: str) -> None:
    with store.write() as writer:
        SheetWriter(writer.connection).begin([story], maker)


def keep(store: Store, story: str, maker: str) -> bool:
    with store.write() as writer:
        return SheetWriter(writer.connection).keep(story, PAGES, maker)


def test_a_sheet_that_was_begun_is_kept_and_its_pages_are_read_by_name(store: Store, story: str) -> None:
    begin(store, story, "one")
    assert fetch_pages(store.engine, story, [("head", 1)]) is None
    assert story in stories_without(store.engine, least=1)
    assert keep(store, story, "one")
    assert fetch_pages(store.engine, story, [("head", 1), ("contacts", 9)]) == {("head", 1): [{"own": 3}]}
    assert fetch_pages(store.engine, story, [("contacts", 2)]) == {("contacts", 2): ["a \ud800 b"]}
    assert story not in stories_without(store.engine, least=1)


def test_nothing_is_kept_where_something_changed_meanwhile(store: Store, story: str) -> None:
    begin(store, story, "one")
    document = next(one for one in store.read().stories() if one.id == story).documents[0]
    with store.write() as writer:
        writer.connection.exec_driver_sql("UPDATE statements SET score = score WHERE document = ?", (document,))
    assert not keep(store, story, "one")
    assert fetch_pages(store.engine, story, [("head", 1)]) is None


def test_of_two_makers_the_one_that_began_last_keeps(store: Store, story: str) -> None:
    begin(store, story, "one")
    begin(store, story, "two")
    assert not keep(store, story, "one")
    assert keep(store, story, "two")


def test_pages_of_what_does_not_hold_are_swept(store: Store, story: str) -> None:
    begin(store, story, "one")
    keep(store, story, "one")
    count = select(func.count()).select_from(sheet_pages)
    with store.write() as writer:
        SheetWriter(writer.connection).sweep()
        assert writer.connection.scalar(count) == 2
        writer.connection.exec_driver_sql("DELETE FROM sheets")
        SheetWriter(writer.connection).sweep()
        assert writer.connection.scalar(count) == 0


def test_small_stories_have_no_sheet(store: Store) -> None:
    assert stories_without(store.engine, least=100) == []
