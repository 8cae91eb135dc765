"""quoth keeps a ledger of who said what, to whom, when, and according to whom, every line bound to the words it stands on.

``quoth.open(path)`` opens a ledger; see ``quoth.ledger.Ledger``. Records are in ``quoth.records``.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quoth.errors import Busy, Conflict, IntegrityError, LedgerError, QuothError, Unavailable, UnusableInput, UsageError
    from quoth.ledger import Ledger
    from quoth.ledger import open_ledger as open  # noqa: A004 - quoth.open is the library's one door
    from quoth.run.events import Outcome, Progress
    from quoth.settings import Settings
    from quoth.store import ReadView, StatementFilter

__all__ = [
    "Busy",
    "Conflict",
    "IntegrityError",
    "Ledger",
    "LedgerError",
    "Outcome",
    "Progress",
    "QuothError",
    "ReadView",
    "Settings",
    "StatementFilter",
    "Unavailable",
    "UnusableInput",
    "UsageError",
    "open",
]

_HOMES = {
    "Busy": "quoth.errors",
    "Conflict": "quoth.errors",
    "IntegrityError": "quoth.errors",
    "Ledger": "quoth.ledger",
    "LedgerError": "quoth.errors",
    "Outcome": "quoth.run.events",
    "Progress": "quoth.run.events",
    "QuothError": "quoth.errors",
    "ReadView": "quoth.store",
    "Settings": "quoth.settings",
    "StatementFilter": "quoth.store",
    "Unavailable": "quoth.errors",
    "UnusableInput": "quoth.errors",
    "UsageError": "quoth.errors",
}
"""Where each name lives; it is loaded when first used, so that ``import quoth`` and ``quoth --help`` cost nothing."""


def __getattr__(name: str) -> Any:
    if name == "open":
        return importlib.import_module("quoth.ledger").open_ledger
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'quoth' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
