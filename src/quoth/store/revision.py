"""Whether a ledger has the schema of this version of quoth, and bringing it there."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from quoth.errors import LedgerError
from quoth.store.counting import recount
from quoth.store.database import reading, writing

HEAD = "0019"
"""The latest revision in ``migrations/versions``; held to it by a test."""

KNOWN = frozenset(
    {
        "0001",
        "0002",
        "0003",
        "0004",
        "0005",
        "0006",
        "0007",
        "0008",
        "0009",
        "0010",
        "0011",
        "0012",
        "0013",
        "0014",
        "0015",
        "0016",
        "0017",
        "0018",
        "0019",
    }
)
"""Every revision that this version can read or bring up to date."""


def ensure_schema(engine: Engine, *, create: bool) -> None:
    """Leave the ledger at ``HEAD``. The common case costs one query and does not load the migration machinery.

    Raises ``LedgerError`` where the file is no ledger, is of a later version, or is empty and ``create`` is False.
    """
    path = engine.url.database
    with reading(engine) as connection:
        revision, empty = _revision(connection)
    if revision == HEAD:
        return
    if revision is None and not empty:
        raise LedgerError(
            f"The file {path} is a database, but not a quoth ledger. Give the path of a ledger, or of a file that does not exist yet."
        )
    if revision is None and not create:
        raise LedgerError(f"The ledger {path} is empty. Add documents to it first: quoth add FOLDER --db {path}")
    if revision is not None and revision not in KNOWN:
        raise LedgerError(
            f"The ledger {path} was written by a later version of quoth (schema {revision}; this version knows up to {HEAD}). "
            "Update quoth: pip install --upgrade quoth"
        )
    upgrade(engine)


def _revision(connection: Connection) -> tuple[str | None, bool]:
    """The revision of a database (None where it has none), and whether it has no table at all."""
    names = inspect(connection).get_table_names()
    if "alembic_version" not in names:
        return None, not names
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar(), False


def upgrade(engine: Engine, *, revision: str = "head") -> None:
    """Run the migrations up to ``revision`` in one transaction, so that a kill leaves the ledger as it was."""
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")  # the journal mode can only be changed outside a transaction
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    alembic: Any = importlib.import_module("alembic.command")
    with writing(engine) as connection:
        alembic.upgrade(configuration(connection), revision)
        if revision in {"head", HEAD} and connection.dialect.name == "sqlite":
            recount(connection)


def configuration(connection: Connection | None = None) -> Any:
    """Alembic's configuration for the migrations inside the package, run over ``connection``."""
    config = importlib.import_module("alembic.config").Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
