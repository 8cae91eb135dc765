"""Answers that were made already: as long as the ledger stays as it is, the same question has the same answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from starlette.responses import Response

ROOM = 48 << 20
"""Bytes of answers kept at most; those asked for longest ago go first."""


@dataclass(slots=True)
class Memory:
    """Answers by question. A question names the state of the ledger, so that an answer never outlives it."""

    _held: OrderedDict[Hashable, Response] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)

    def recall(self, question: Hashable) -> Response | None:
        """The answer given before, or None."""
        with self._lock:
            found = self._held.get(question)
            if found is not None:
                self._held.move_to_end(question)
            return found

    def keep(self, question: Hashable, answer: Response) -> None:
        """Remember an answer; one that takes up more than an eighth of the room is not kept."""
        size = len(bytes(answer.body))
        if size > ROOM // 8:
            return
        with self._lock:
            before = self._held.pop(question, None)
            self._size += size - (len(bytes(before.body)) if before else 0)
            self._held[question] = answer
            while self._size > ROOM:
                _, gone = self._held.popitem(last=False)
                self._size -= len(bytes(gone.body))


def state_of(ledger: Path) -> tuple[tuple[int, int], ...]:
    """What changes whenever the ledger is written: when its file and its write-ahead log last were, and how long they are."""
    states = []
    for path in (ledger, ledger.with_name(ledger.name + "-wal")):
        try:
            found = path.stat()
        except FileNotFoundError:
            states.append((0, 0))
        else:
            states.append((found.st_mtime_ns, found.st_size))
    return tuple(states)
