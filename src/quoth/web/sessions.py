"""Who is in: sessions that only the browser knows the token of, and how often somebody may try to come in."""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from pathlib import Path

from quoth.web.accounts import Account, fold_name, hashed, opened

LIFE = 7 * 24 * 3600
"""Seconds after which one signs in again, whatever one does."""
IDLE = 12 * 3600
"""Seconds without a request after which one signs in again."""
NOTED = 60
"""Seconds between two notes of when a session was last seen."""
WINDOW, DAY, MONTH = 15 * 60, 24 * 3600, 30 * 24 * 3600
FOR_PAIR, FOR_ADDRESS, FOR_NAME = 5, 30, 100
"""Failed attempts: of one name from one address and of all names from one address within the window, of one name from anywhere within
a day (NIST SP 800-63B-4, 3.2.2: no more than 100 in a row). The last does not count where that name came in within a month."""
_BYTES = 32


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is in."""

    account: Account
    begun: float
    seen: float
    key: str
    """Names the session; nobody can come in with it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Too many attempts failed: seconds until the next is heard."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions kept in a file of accounts: only hashes of their tokens."""

    path: Path
    clock: Callable[[], float] = time.time

    def open(self, account: Account) -> str:
        """A new session; its token, which is kept nowhere here."""
        token, now = secrets.token_urlsafe(_BYTES), self.clock()
        with opened(self.path, writing=True) as connection:
            connection.execute("DELETE FROM sessions WHERE begun < ? OR seen < ?", (now - LIFE, now - IDLE))
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", (hashed(token), fold_name(account.name), now, now))
        return token

    def find(self, token: str | None) -> Session | None:
        """The session that a token opens, where it is neither over nor was left alone for too long."""
        if not token or not self.path.exists():
            return None
        now, key = self.clock(), hashed(token)
        with opened(self.path) as connection:
            row = connection.execute(
                "SELECT a.name, a.role, a.made, s.begun, s.seen FROM sessions s JOIN accounts a ON a.folded = s.account "
                "WHERE s.token = ? AND s.begun > ? AND s.seen > ?",
                (key, now - LIFE, now - IDLE),
            ).fetchone()
        if row is None:
            return None
        if now - row[4] > NOTED:
            with opened(self.path, writing=True) as connection:
                connection.execute("UPDATE sessions SET seen = ? WHERE token = ?", (now, key))
        return Session(Account(*row[:3]), row[3], row[4], key)

    def every(self, name: str) -> tuple[Session, ...]:
        """All sessions of an account, the latest first."""
        now = self.clock()
        with opened(self.path) as connection:
            rows = connection.execute(
                "SELECT a.name, a.role, a.made, s.begun, s.seen, s.token FROM sessions s JOIN accounts a ON a.folded = s.account "
                "WHERE s.account = ? AND s.begun > ? AND s.seen > ? ORDER BY s.begun DESC",
                (fold_name(name), now - LIFE, now - IDLE),
            ).fetchall()
        return tuple(Session(Account(*row[:3]), *row[3:]) for row in rows)

    def close(self, session: Session) -> None:
        """End one session."""
        with opened(self.path, writing=True) as connection:
            connection.execute("DELETE FROM sessions WHERE token = ?", (session.key,))

    def close_all(self, name: str) -> None:
        """End every session of an account."""
        with opened(self.path, writing=True) as connection:
            connection.execute("DELETE FROM sessions WHERE account = ?", (fold_name(name),))

    def attempt(self, name: str, address: str) -> int | Waiting:
        """Note an attempt to come in before it is heard, so that many at once are counted too: its number, or how long to wait."""
        now, folded, place = self.clock(), hashed(fold_name(name)), network_of(address)
        with opened(self.path, writing=True) as connection:
            connection.execute("DELETE FROM attempts WHERE at < ? OR (at < ? AND NOT passed)", (now - MONTH, now - DAY))
            wait = _wait(connection, now, folded, place)
            if wait:
                return Waiting(wait)
            made = connection.execute("INSERT INTO attempts (name, address, at) VALUES (?, ?, ?)", (folded, place, now))
            return int(made.lastrowid or 0)

    def passed(self, number: int) -> None:
        """An attempt was right: those that failed before it under that name from there are forgotten."""
        with opened(self.path, writing=True) as connection:
            connection.execute("UPDATE attempts SET passed = 1 WHERE number = ?", (number,))
            connection.execute(
                "DELETE FROM attempts WHERE NOT passed AND (name, address) = (SELECT name, address FROM attempts WHERE number = ?)",
                (number,),
            )


def network_of(address: str) -> str:
    """What is counted as one address: of IPv6 the network that one household has."""
    try:
        found = ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or IPv6Network((found, 64), strict=False))
    return str(found)


def _wait(connection: sqlite3.Connection, now: float, name: str, address: str) -> int:
    """Seconds until another attempt is heard; 0 for at once."""
    known = connection.execute("SELECT 1 FROM attempts WHERE name = ? AND address = ? AND passed", (name, address)).fetchone()
    limits = [
        ("name = ? AND address = ?", (name, address), WINDOW, FOR_PAIR),
        ("address = ?", (address,), WINDOW, FOR_ADDRESS),
        *([] if known else [("name = ?", (name,), DAY, FOR_NAME)]),
    ]
    longest = 0.0
    for where, values, window, most in limits:
        failed = connection.execute(
            f"SELECT at FROM attempts WHERE {where} AND NOT passed AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?",  # noqa: S608 - our words
            (*values, now - window, most - 1),
        ).fetchone()
        if failed:
            longest = max(longest, failed[0] + window - now)
    return int(longest) + 1 if longest else 0
