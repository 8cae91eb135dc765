"""A ledger that is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from quoth.errors import LedgerError
from quoth.store.database import connect, reading, writing
from quoth.store.read import ReadView
from quoth.store.revision import ensure_schema
from quoth.store.write import Writer


@dataclass(frozen=True, slots=True)
class Store:
    """An open ledger. Use as a context manager, or call ``close``."""

    path: Path
    engine: Engine

    def read(self) -> ReadView:
        """A view that only reads; it always answers with what is in the ledger now."""
        return ReadView(self.engine)

    @contextmanager
    def read_once(self) -> Iterator[ReadView]:
        """A view of one state of the ledger: what is written meanwhile is not seen in the block."""
        with reading(self.engine) as connection:
            yield ReadView(connection)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """A writer for one transaction: everything written is kept when the block ends well, and nothing of it otherwise.

        Raises ``LedgerError`` where another process holds the ledger for too long or nothing can be written.
        """
        with writing(self.engine) as connection:
            yield Writer(connection)

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_store(path: Path, *, create: bool = False, read_only: bool = False) -> Store:
    """The ledger at ``path``, brought to this version's schema; with ``create`` a new one where there is none. With ``read_only``
    the database refuses every write, so its schema must be this version's already.

    Raises ``LedgerError`` where there is none, the file is no ledger, or a later version of quoth wrote it.
    """
    if not create and not path.exists():
        raise LedgerError(f"There is no ledger at {path}. Make one with: quoth add FOLDER --db {path}")
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, but a ledger is a file. Name a file in it, such as {path / 'quoth.db'}.")
    if not path.parent.exists():
        raise LedgerError(f"The folder {path.parent} for the ledger does not exist. Make it first, or name another file.")
    engine = connect(path, read_only=read_only)
    try:
        ensure_schema(engine, create=create)
    except LedgerError:
        engine.dispose()
        raise
    return Store(path, engine)
