"""The database door: an engine with the settings that the ledger relies on, and its errors in quoth's words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, Table, create_engine, event, insert
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from quoth.errors import Busy, LedgerError

PATIENCE = 30.0
"""Seconds that a connection waits while another process writes."""

Source: TypeAlias = Engine | Connection
"""What is read from: a ledger, or a connection to it inside a transaction that writes, which sees what it wrote so far."""

_ON_CONNECT = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",  # with a write-ahead log a kill loses nothing, a power cut at most the last transactions
    "PRAGMA cache_size = -32000",  # 32 MB
    "PRAGMA wal_autocheckpoint = 10000",  # 40 MB: folding in what each new article touches (half a megabyte) costs more than adding it
)
_DECODER = json.JSONDecoder()
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def connect(path: Path, *, read_only: bool = False) -> Engine:
    """An engine for the SQLite file at ``path``. The file is made when something is first written; with ``read_only`` the database
    refuses every write."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
        json_serializer=dump,
        json_deserializer=load,
        max_overflow=-1,  # a thread that waits to write holds a connection: others that read must not wait for it
    )
    event.listen(engine, "connect", _prepare)
    if read_only:
        event.listen(engine, "connect", _refuse_writes)
    event.listen(engine, "begin", _begin)
    return engine


def dump(value: object) -> str:
    """A value as it is kept in a column of nested parts."""
    return _ENCODER.encode(value)


def load(text: str) -> Any:
    """A value that ``dump`` wrote: without the checks that ``json.loads`` makes on what may come from anywhere."""
    return [] if text == "[]" else _DECODER.raw_decode(text)[0]


def _prepare(connection: Any, _record: object) -> None:
    # The driver must leave transactions to us: it begins them late, and never around schema changes.
    connection.isolation_level = None
    for pragma in _ON_CONNECT:
        connection.execute(pragma)


def _refuse_writes(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -8000")  # 8 MB: a desk holds one connection for each reader of the moment


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: a transaction that reads first and writes later can fail half-way.
    mode = "IMMEDIATE" if connection.get_execution_options().get("writing") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it is kept, or on an exception nothing."""
    with plain_errors(engine), engine.connect().execution_options(writing=True) as connection, connection.begin():
        yield connection


@contextmanager
def reading(source: Source) -> Iterator[Connection]:
    """One transaction that reads one state of the ledger; within a transaction that writes, that one."""
    if isinstance(source, Connection):
        with plain_errors(source.engine):
            yield source
        return
    with plain_errors(source), source.connect() as connection, connection.begin():
        yield connection


def insert_rows(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows of plain values in these columns: with less work than by name, where the driver takes values by their places."""
    if not rows:
        return
    made = insert(table).compile(dialect=connection.dialect, column_keys=list(names))
    if made.positiontup is None or list(made.positiontup) != list(names):
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
    else:
        connection.exec_driver_sql(made.string, list(rows))


@contextmanager
def plain_errors(engine: Engine) -> Iterator[None]:
    """Errors of the database as ``LedgerError``; errors in our own queries stay what they are."""
    try:
        yield
    except DBAPIError as error:
        message = _explain(str(error.orig), str(engine.url.database), error)
        if message is None:
            raise
        raise (Busy if _is_busy(str(error.orig)) else LedgerError)(message) from error


def _is_busy(said: str) -> bool:
    return "locked" in said or "busy" in said


def _explain(said: str, path: str, error: DBAPIError) -> str | None:
    if _is_busy(said):
        return (
            f"The ledger {path} is being written by another process (waited {PATIENCE:.0f} seconds). "
            "One process writes at a time. Wait until the other is done, then run the command again."
        )
    if "full" in said and isinstance(error, OperationalError):
        return f"There is no room to write the ledger {path} ({said}). Everything finished is kept. Free some space and run again."
    if "readonly" in said or "unable to open" in said:
        return f"The ledger {path} cannot be written or opened ({said}). Check that the folder exists and that you may write there."
    if "malformed" in said or "not a database" in said or type(error) is DatabaseError:
        return f"The file {path} is not a quoth ledger, or is damaged ({said}). Give the path of a ledger that `quoth add` made."
    return None
