"""Processes that only read: each draws one page after the other, so that many people are answered at once.

They are forked from a process that has no threads, no open ledger and no connection, so none of these is ever shared. One that ends is
replaced; until then, and before the first is there, the desk's own process draws.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from quoth.web.draw import Drawn
from quoth.web.one_reader import question_of, read_for

MOST = 4
"""Readers where nothing else was asked for: as many as there are cores, but no more than this."""
PATIENCE = 5.0
"""Seconds that a reader has for ending once its pipe is closed."""
FIRST = 1.0
"""Seconds before the first is started: what is loaded for it must not take the processor from the page that the desk was opened for."""
PAUSE = 1.0
"""Seconds between two looks whether all are there; before another is started where one ended before it was."""


@dataclass(frozen=True, slots=True)
class _Reader:
    process: BaseProcess
    pipe: Connection

    def end(self) -> None:
        """Let it end, or end it."""
        self.pipe.close()
        self.process.join(PATIENCE)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()


@dataclass(slots=True)
class Readers:
    """The processes of one desk that only read: ``count`` of them once they are started; none where that is 0."""

    ledger: Path
    accounts: Path | None = None
    count: int = 0
    _idle: list[_Reader] = field(default_factory=list)
    _there: int = 0
    """Those that are idle or draw."""
    _changed: Condition = field(default_factory=Condition)
    _closed: bool = False

    def start(self) -> None:
        """Begin to start them, and to replace those that end."""
        if self.count:
            Thread(target=self._tend, name="tending readers", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait until all of them are there; whether they are."""
        with self._changed:
            return self._changed.wait_for(lambda: self._there >= self.count, seconds)

    def draw(self, scope: Mapping[str, Any]) -> Drawn | None:
        """The page, once one of them is free to draw it; None where none of them can."""
        one = self._take()
        if one is None:
            return None
        try:
            one.pipe.send(question_of(scope))
            drawn: Drawn = one.pipe.recv()
        except (EOFError, OSError):
            self._lose(one)
            return None
        self._give_back(one)
        return drawn

    def close(self) -> None:
        """End all of them; those that draw end when they have drawn."""
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            self._there -= len(idle)
            self._changed.notify_all()
        for one in idle:
            one.end()

    def _take(self) -> _Reader | None:
        with self._changed:
            self._changed.wait_for(lambda: self._idle or not self._there)
            return self._idle.pop() if self._idle else None

    def _give_back(self, one: _Reader) -> None:
        with self._changed:
            if not self._closed:
                self._idle.append(one)
                self._changed.notify_all()
                return
        one.end()

    def _lose(self, gone: _Reader) -> None:
        with self._changed:
            self._there -= 1
            self._changed.notify_all()
        gone.end()

    def _tend(self) -> None:
        """Start one after the other, for as long as one is missing."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed, FIRST)
        while not self._closed:
            failed = self._is_missing() and not self._add()
            with self._changed:
                self._changed.wait_for(lambda: self._closed or (not failed and self._there < self.count), PAUSE)  # noqa: B023 - at once

    def _is_missing(self) -> bool:
        """Whether there are too few; those that ended while nobody asked them for anything are given up."""
        with self._changed:
            gone = [one for one in self._idle if not one.process.is_alive()]
            self._idle = [one for one in self._idle if one not in gone]
            self._there -= len(gone)
            missing = self._there < self.count
        for one in gone:
            one.end()
        return missing

    def _add(self) -> bool:
        """Start one and wait until it says that it is there; whether it did."""
        context = _context()
        ours, theirs = context.Pipe()
        process = context.Process(target=read_for, args=(theirs, self.ledger, self.accounts), name="reader", daemon=True)
        process.start()
        theirs.close()
        one = _Reader(process, ours)
        try:
            ours.recv()
        except (EOFError, OSError):
            one.end()
            return False
        with self._changed:
            self._there += 1
        self._give_back(one)
        return True


def readers_for(processes: int | None) -> int:
    """How many readers there are where so many processes draw pages: none beside the desk's own where that is the only one. Where nothing
    was asked for, as many draw as there are cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = min(MOST, cores) if processes is None else processes
    return wanted if wanted > 1 else 0


def _context() -> Any:
    """How they are started: forked from a process that loaded what they need; where that cannot be, as fresh ones."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["quoth.web.ready"])
    return context
