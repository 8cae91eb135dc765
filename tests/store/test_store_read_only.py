"""A ledger that is only read: nothing is written over it, and one view sees one state."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from quoth.errors import LedgerError
from quoth.records import SetAside
from quoth.store import open_store


def test_a_store_opened_to_read_refuses_every_write(handmade: Path) -> None:
    with open_store(handmade, read_only=True) as store:
        assert store.read().document_ids()
        with pytest.raises(LedgerError, match="cannot be written"), store.write() as writer:
            writer.add_set_aside([SetAside("a", None, "read", "empty", "b")])


def test_one_view_sees_one_state_whatever_is_written_meanwhile(handmade: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    shutil.copy(handmade, path)
    with open_store(path, read_only=True) as reader, open_store(path) as other:
        with reader.read_once() as read:
            before = len(read.set_aside())
            with other.write() as writer:
                writer.add_set_aside([SetAside("late.txt", None, "read", "empty", "It is empty.")])
            assert len(read.set_aside()) == before
        with reader.read_once() as read:
            assert len(read.set_aside()) == before + 1
