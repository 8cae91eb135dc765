"""Where work runs: in this process, or in a pool of processes. Results come in the order of the work, so neither changes a result."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Protocol, TypeVar

from quoth.errors import Unavailable

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 2
"""Portions of work in flight for each worker: enough that none waits, few enough that memory stays bounded."""


class Executor(Protocol):
    """Does work on items and gives the results in their order."""

    def __call__(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results, as they come."""
        ...


def choose_executor(workers: int) -> Executor:
    """This process for one worker, else a pool."""
    return work_here if workers <= 1 else _Pool(workers)


def work_here(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Work in this process, one item after the other."""
    return map(work, items)


class _Pool:
    """A pool of fresh processes. ``work`` and items must be picklable."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def __call__(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=prepare_worker)
        try:
            yield from _in_order(pool, work, items, ahead=self._workers * AHEAD)
        except BrokenProcessPool as error:
            raise Unavailable(
                "A worker process died, most likely because memory ran out. All that was finished is kept. "
                "Run the same command again with fewer workers (--workers 1) to go on from there."
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, work: Callable[[Item], Result], items: Iterable[Item], *, ahead: int) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque()
    for item in items:
        waiting.append(pool.submit(work, item))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def prepare_worker() -> None:
    """A worker ends at once on Ctrl-C, without a traceback of its own, and when the main process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
