"""Answers that were made already: as long as the ledger stays as it is, the same question has the same answer."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from urllib.parse import quote

from starlette.responses import Response

from quoth.errors import LedgerError

ROOM = 48 << 20
"""Bytes of answers kept at most; those asked for longest ago go first."""
EACH = 2 << 10
"""Bytes that an answer takes up beside its content."""


@dataclass(slots=True)
class Watch:
    """Tells by a number whether a ledger was written since: by this process or another, whatever a clock or the length of a file says."""

    ledger: Path
    _connection: sqlite3.Connection | None = None
    _lock: Lock = field(default_factory=Lock)

    def version(self) -> int:
        """A number that is another one after every write that was finished before it was asked for. This connection never writes, so nobody's
        writes are its own. Raises ``LedgerError`` where it cannot be read."""
        with self._lock:
            try:
                self._connection = self._connection or self._open()
                return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.Error as error:
                raise LedgerError(
                    f"The ledger {self.ledger} cannot be read ({error}). Check that the file is still there and that you may read it."
                ) from error

    def _open(self) -> sqlite3.Connection:
        address = f"file:{quote(str(self.ledger.absolute()))}?mode=rw"  # never makes a file where there is none
        connection = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)
        connection.execute("PRAGMA query_only = ON")
        return connection

    def close(self) -> None:
        """Look no more, until asked again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


@dataclass(slots=True)
class Memory:
    """Answers by question, all of one version of the ledger: what is asked about another version finds none of them left."""

    _held: OrderedDict[Hashable, Response] = field(default_factory=OrderedDict)
    _size: int = 0
    _version: int | None = None
    _lock: Lock = field(default_factory=Lock)

    def recall(self, version: int, question: Hashable) -> Response | None:
        """The answer given before, or None."""
        with self._lock:
            if version != self._version:
                self._held.clear()
                self._size, self._version = 0, version
            found = self._held.get(question)
            if found is not None:
                self._held.move_to_end(question)
            return found

    def keep(self, version: int, question: Hashable, answer: Response) -> None:
        """Remember an answer of this version, unless another was asked about since. One that takes up more than an eighth of the room is not kept."""
        size = _size(answer)
        with self._lock:
            if version != self._version or size > ROOM // 8:
                return
            before = self._held.pop(question, None)
            self._size += size - (_size(before) if before else 0)
            self._held[question] = answer
            while self._size > ROOM:
                _, gone = self._held.popitem(last=False)
                self._size -= _size(gone)


def _size(answer: Response) -> int:
    return EACH + len(bytes(answer.body))


def state_of(ledger: Path) -> tuple[tuple[int, int], ...]:
    """What changes when the ledger is written: when its file and its write-ahead log last were, and how long they are. Enough to see whether
    somebody is busy with it; two writes in one tick of the clock may look alike."""
    states = []
    for path in (ledger, ledger.with_name(ledger.name + "-wal")):
        try:
            found = path.stat()
        except FileNotFoundError:
            states.append((0, 0))
        else:
            states.append((found.st_mtime_ns, found.st_size))
    return tuple(states)
