"""What is asked of the whole ledger for page after page, kept with a connection for as long as nobody writes the ledger."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection

from quoth.store.database import Source, reading

Answer = TypeVar("Answer")
_STATE = "state of the ledger"


def lasting(source: Source, question: Hashable, ask: Callable[[Connection], Answer]) -> Answer:
    """The answer to a question, which is asked once for each state of the ledger; nobody may change it. Inside a transaction that writes it is asked every time: what is seen
    there may be taken back."""
    with reading(source) as connection:
        if connection.get_execution_options().get("writing"):
            return ask(connection)
        kept, state = connection.info, _state(connection)
        if kept.get(_STATE) != state:
            kept.clear()
            kept[_STATE] = state
        if question not in kept:
            kept[question] = ask(connection)
        answer: Answer = kept[question]
        return answer


def _state(connection: Connection) -> tuple[int, int]:
    """Changes with what others wrote that this connection sees, and with what it wrote itself."""
    own: Any = connection.connection.dbapi_connection
    return own.execute("PRAGMA data_version").fetchone()[0], own.total_changes
