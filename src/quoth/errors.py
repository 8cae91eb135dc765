"""Every exception of quoth.

QuothError
├── UsageError            the call is wrong: stop, exit code 2
├── LedgerError           the ledger cannot be used: stop, exit code 1
│   ├── IntegrityError    a hash or span does not match the stored original: report, exit code 1
│   ├── Busy              another process is writing: wait, then try again, exit code 1
│   └── Conflict          somebody judged the same thing in the meantime: look, then judge again, exit code 1
├── UnusableInput         this item cannot be used: set it aside with its reason, go on, exit code 3
└── Unavailable           something outside is not there now (model, database): retry or stop, exit code 1

Each message says what happened, what was expected, and what to do next.
"""

from __future__ import annotations


class QuothError(Exception):
    """Base of all: catching it catches everything that quoth raises on purpose."""


class UsageError(QuothError):
    """A wrong argument, option or name. ``hints`` are near misses worth offering; ``command`` says what to type next at a shell;
    ``message``, for readers who have none, is without it."""

    def __init__(self, message: str, *, hints: tuple[str, ...] = (), command: str = "") -> None:
        super().__init__(f"{message} {command}" if command else message)
        self.message = message
        self.hints = hints


class LedgerError(QuothError):
    """The ledger is missing, of a later version, locked or damaged."""


class IntegrityError(LedgerError):
    """A stored hash or span does not match the stored original."""


class Busy(LedgerError):
    """Another process is writing the ledger and did not end in time."""


class Conflict(LedgerError):
    """Somebody judged the same thing since it was looked at. Nothing was written; ``standing`` is the judgement that stands."""

    def __init__(self, message: str, *, standing: str | None = None) -> None:
        super().__init__(message)
        self.standing = standing


class UnusableInput(QuothError):
    """One input cannot be used; the runner sets it aside and goes on.

    ``reason`` is the short code of ``records.SetAside``; ``name`` the file or record.
    """

    def __init__(self, reason: str, message: str, *, name: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.name = name


class Unavailable(QuothError):
    """A model or service that is needed is not there."""
