"""Who may come in at this desk: accounts with a role and a password, in a file of their own beside the ledger, so that a ledger can be
passed on without them."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import BoundedSemaphore
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from quoth.errors import LedgerError, UsageError

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What an account may do, each also what those before it may: reads; judges, adds and publishes; looks after the accounts."""
SHORTEST, LONGEST = 15, 1_000
"""Characters of a password. Length is all that is asked (NIST SP 800-63B-4, 3.1.1: 15 where it is the only factor)."""
LONGEST_NAME = 80
PATIENCE = 10.0
"""Seconds that one waits while another writes, or works out a password."""
VERSION = 1
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS accounts (
  folded TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT NOT NULL, made TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (
  token TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE, begun REAL NOT NULL, seen REAL NOT NULL);
CREATE TABLE IF NOT EXISTS attempts (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, at REAL NOT NULL, passed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS attempts_name ON attempts (name, at);
CREATE INDEX IF NOT EXISTS attempts_address ON attempts (address, at);
PRAGMA user_version = {VERSION};
COMMIT;
"""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that are not seen, or turn round what is."""
_AT_ONCE = BoundedSemaphore(2)
"""Passwords worked out at once: each takes 64 MiB for a moment."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may come in."""

    name: str
    """Stands beside what they judge."""
    role: Role
    made: str


def accounts_file(ledger: Path) -> Path:
    """Where the accounts of a ledger's desk are kept."""
    return ledger.with_name(f"{ledger.name}.accounts")


def clean_name(name: str) -> str:
    """A name as it is shown: in one line, of bearable length, without what is not seen."""
    return " ".join(CONTROL.sub(" ", name).split())[:LONGEST_NAME]


def fold_name(name: str) -> str:
    """What two writings of one name have in common."""
    return unicodedata.normalize("NFKC", clean_name(name)).casefold()


def hashed(secret: str) -> str:
    """What is kept of a text that is only to be known again."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def at_least(role: Role, needed: Role) -> bool:
    """Whether a role may do what another one may."""
    return ROLES.index(role) >= ROLES.index(needed)


@contextmanager
def opened(path: Path, *, writing: bool = False) -> Iterator[sqlite3.Connection]:
    """The file of accounts, in one transaction. It is made where there is none, for its owner alone to read."""
    if not path.exists():
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise LedgerError(
                f"The accounts cannot be kept in {path} ({error.strerror}). Check that you may write there."
            ) from error
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        held = connection.execute("PRAGMA user_version").fetchone()[0]
        if held > VERSION:
            raise LedgerError(f"{path} was written by a later version of quoth. Bring quoth up to date.")
        if held < VERSION:
            connection.executescript(_TABLES)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE" if writing else "BEGIN DEFERRED")
        yield connection
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise LedgerError(f"The accounts in {path} cannot be read or written now ({error}). Try again.") from error
    finally:
        connection.close()


@dataclass(frozen=True)
class Accounts:
    """The accounts kept in a file."""

    path: Path
    hasher: PasswordHasher = field(default_factory=PasswordHasher)
    """Argon2id as RFC 9106 has it for little memory."""

    def every(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        if not self.path.exists():
            return ()
        with opened(self.path) as connection:
            return tuple(Account(*row) for row in connection.execute("SELECT name, role, made FROM accounts ORDER BY folded"))

    def find(self, name: str) -> Account:
        """The account of that name. Raises ``UsageError`` where there is none."""
        found = next((one for one in self.every() if fold_name(one.name) == fold_name(name)), None)
        if found is None:
            raise UsageError(f"There is no account {clean_name(name)!r}.", hints=tuple(one.name for one in self.every()[:3]))
        return found

    def add(self, name: str, role: Role, password: str) -> Account:
        """A new account. Raises ``UsageError`` for a name that is taken and a password that is too short."""
        account = Account(clean_name(name), role, datetime.now(UTC).isoformat(timespec="seconds"))
        if not fold_name(name):
            raise UsageError("An account needs a name: it stands beside what its owner judges.")
        row = (fold_name(name), account.name, role, self._hash(password), account.made)
        with opened(self.path, writing=True) as connection:
            if connection.execute("SELECT 1 FROM accounts WHERE folded = ?", row[:1]).fetchone():
                raise UsageError(f"There is an account {account.name!r} already. Take another name.")
            connection.execute("INSERT INTO accounts VALUES (?, ?, ?, ?, ?)", row)
        return account

    def remove(self, name: str) -> None:
        """Take an account away, and end its sessions. What it judged stays, under its name."""
        found = self.find(name)
        with opened(self.path, writing=True) as connection:
            connection.execute("DELETE FROM accounts WHERE folded = ?", (fold_name(found.name),))
            _keep_an_admin(connection)

    def set_role(self, name: str, role: Role) -> None:
        """Give an account another role; it holds from its next request."""
        found = self.find(name)
        with opened(self.path, writing=True) as connection:
            connection.execute("UPDATE accounts SET role = ? WHERE folded = ?", (role, fold_name(found.name)))
            _keep_an_admin(connection)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password: all its sessions end, and failed attempts on it are forgotten."""
        found, kept = self.find(name), self._hash(password)
        with opened(self.path, writing=True) as connection:
            connection.execute("UPDATE accounts SET password = ? WHERE folded = ?", (kept, fold_name(found.name)))
            connection.execute("DELETE FROM sessions WHERE account = ?", (fold_name(found.name),))
            connection.execute("DELETE FROM attempts WHERE name = ? AND NOT passed", (hashed(fold_name(found.name)),))

    def verify(self, name: str, password: str) -> Account | None:
        """The account that this name and password open. For an unknown name it takes as long as for a wrong password."""
        folded, nobody = fold_name(name), self._nobody
        with opened(self.path) as connection:
            row = connection.execute("SELECT name, role, made, password FROM accounts WHERE folded = ?", (folded,)).fetchone()
        held = row[3] if row else nobody
        with _room():
            right = self._is_right(held, password)
            anew = self.hasher.hash(_normal(password)) if right and row and self.hasher.check_needs_rehash(held) else None
        if anew:
            with opened(self.path, writing=True) as connection:
                connection.execute("UPDATE accounts SET password = ? WHERE folded = ? AND password = ?", (anew, folded, held))
        return Account(*row[:3]) if row and right else None

    def _hash(self, password: str) -> str:
        if not SHORTEST <= len(_normal(password)) <= LONGEST:
            raise UsageError(
                f"A password has {SHORTEST} to {LONGEST:,} characters, but this one has {len(_normal(password))}. A few words in a row are "
                "easy to keep; nothing but the length is asked."
            )
        with _room():
            return self.hasher.hash(_normal(password))

    def _is_right(self, held: str, password: str) -> bool:
        try:
            return self.hasher.verify(held, _normal(password)[: LONGEST + 1])
        except (VerifyMismatchError, InvalidHashError):
            return False

    @cached_property
    def _nobody(self) -> str:
        """The hash of a password that nobody knows, of the same cost as all others."""
        with _room():
            return self.hasher.hash(os.urandom(16))


@contextmanager
def _room() -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=PATIENCE):
        raise LedgerError("Too many people sign in at once. Try again in a moment.")
    try:
        yield
    finally:
        _AT_ONCE.release()


def _normal(password: str) -> str:
    """A password as it is compared: the same characters, however a keyboard composed them."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode())


def _keep_an_admin(connection: sqlite3.Connection) -> None:
    """Refuse, before anything is kept, what would leave nobody to look after the accounts."""
    left = dict(connection.execute("SELECT role, count(*) FROM accounts GROUP BY role"))
    if left and "admin" not in left:
        raise UsageError("Nobody would be left to look after the accounts. Make somebody else an admin first.")
