from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Table, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from quoth.errors import LedgerError
from quoth.store import Store, open_store
from quoth.store.database import writing
from quoth.store.revision import HEAD, KNOWN, configuration
from quoth.store.tables import metadata


def test_a_ledger_that_is_not_there_is_not_made_by_asking_for_it(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no ledger at .* quoth add"):
        open_store(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_folder_or_a_file_in_a_missing_folder_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        open_store(tmp_path, create=True)
    with pytest.raises(LedgerError, match="does not exist"):
        open_store(tmp_path / "missing" / "x.db", create=True)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and long enough not to be taken for an empty database. " * 30)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a quoth ledger"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    with pytest.raises(LedgerError, match="not a quoth ledger"):
        open_store(path, create=True)


def test_an_empty_file_becomes_a_ledger_only_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with pytest.raises(LedgerError, match="is empty"):
        open_store(path)
    open_store(path, create=True).close()
    open_store(path).close()


def test_a_ledger_of_a_later_version_is_refused(store: Store) -> None:
    with writing(store.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(LedgerError, match="later version of quoth"):
        open_store(store.path)


def test_the_migrations_end_at_the_schema_that_the_code_uses(store: Store) -> None:
    scripts = ScriptDirectory.from_config(configuration())
    assert scripts.get_heads() == [HEAD]
    assert {script.revision for script in scripts.walk_revisions()} == KNOWN
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": lambda name, *_: "_words" not in (name or "")})
        assert compare_metadata(context, metadata) == []


def test_a_current_ledger_is_opened_without_loading_the_migration_machinery(store: Store) -> None:
    import subprocess
    import sys

    store.close()
    program = "import sys, pathlib; from quoth.store import open_store; open_store(pathlib.Path(sys.argv[1])); print('alembic' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program, str(store.path)], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def write_and_fail() -> None:
        with store.write() as writer:
            writer.finish("read", "f", "p")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_and_fail()
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM finished")).scalar() == 0


def test_a_ledger_that_another_process_writes_is_named_as_such(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quoth.store.database.PATIENCE", 0.05)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="another process"), open_store(store.path) as second, second.write() as writer:
        writer.finish("read", "f", "p")
    other.close()


def test_a_damaged_ledger_is_named_as_such(store: Store) -> None:
    store.close()
    content = bytearray(store.path.read_bytes())
    content[4096:] = b"\x07" * (len(content) - 4096)
    store.path.write_bytes(bytes(content))
    with pytest.raises(LedgerError, match="not a quoth ledger, or is damaged"), open_store(store.path) as opened:
        opened.read().counts()


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_on_postgresql(table: Table) -> None:
    dialect: Any = postgresql.dialect
    made = str(CreateTable(table).compile(dialect=dialect()))
    assert "JSON " not in made
    assert "DATETIME" not in made
