"""Adding from the desk: jobs one after the other, each in a process of its own, through the same ``add`` as the command."""

from __future__ import annotations

import importlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeAlias

from quoth.errors import QuothError, UsageError
from quoth.run.events import Progress
from quoth.run.executors import prepare_worker
from quoth.run.tray import KEPT, OPEN, Job, Result, State, Tray

MOST = 40
"""Jobs that hold files at most: those that wait, and those that were stopped or failed and are not forgotten."""
PATIENCE = 5.0
"""Seconds that a process has for ending once it is told to."""
FULL = f"{MOST} jobs wait or were stopped, and no more are taken. Let them finish, or forget some of them."


@dataclass(frozen=True, slots=True)
class Order:
    """What a process is to do."""

    ledger: Path
    files: Path
    """The folder of what is to be added."""
    address: str | None = None
    """What is to be fetched into it first."""


def as_command(order: Order, tell: Callable[[Progress], None]) -> Result:
    """Carry an order out as ``quoth add`` does. All the stages are loaded by it, and not before: showing a ledger does not need them."""
    result: Result = importlib.import_module("quoth.run.orders").carry_out(order, tell)
    return result


Work: TypeAlias = Callable[[Order, Callable[[Progress], None]], Result]
"""Carries an order out and tells how it goes on. It runs in another process, so it must be picklable."""


@dataclass(slots=True)
class Queue:
    """The jobs of one ledger. ``work`` carries them out; nothing is started and no folder made before the first job."""

    ledger: Path
    work: Work = as_command
    started: str = "spawn"
    """How processes are started: fresh ones unless a test wants them faster."""
    _jobs: dict[str, Job] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _changed: threading.Event = field(default_factory=threading.Event)
    _held: ExitStack = field(default_factory=ExitStack)
    _thread: threading.Thread | None = None
    _process: BaseProcess | None = None
    _working: str | None = None
    _asked_to_stop: str | None = None
    _known: bool = False
    _closed: bool = False

    @property
    def tray(self) -> Tray:
        """Where the jobs and their files are."""
        return Tray(self.ledger.with_name(self.ledger.name + "-adding"))

    def jobs(self) -> tuple[Job, ...]:
        """All jobs, the latest first."""
        if not self._known and self.tray.root.is_dir():
            with self._lock:
                self._take_hold()
        return tuple(sorted(self._jobs.values(), key=lambda one: (one.made, one.id), reverse=True))

    def job(self, id: str) -> Job | None:  # noqa: A002 - named as the field
        """The job of that identifier, or None."""
        self.jobs()
        return self._jobs.get(id)

    def ahead_of(self, id: str) -> int:  # noqa: A002 - named as the field
        """How many jobs are worked on before a job that waits."""
        waits = [one.id for one in reversed(self.jobs()) if one.state in OPEN]
        return waits.index(id) if id in waits else 0

    @contextmanager
    def drafting(self, what: str, *, by: str | None, address: str | None = None) -> Iterator[Job]:
        """A job that is being put together; where that fails nothing of it stays. Raises ``UsageError`` where no more are taken,
        ``LedgerError`` where the folder cannot be written."""
        with self._lock:
            self._take_hold()
            if sum(one.state != "done" for one in self._jobs.values()) >= MOST:
                raise UsageError(FULL)
            job = self.tray.begin(what, by=by, address=address)
        with ExitStack() as unless_whole:
            unless_whole.callback(self.tray.forget, job.id)
            yield job
            unless_whole.pop_all()

    def submit(self, job: Job) -> None:
        """Let a job wait for its turn."""
        job = replace(job, state="waiting", message=None, steps=(), result=None)
        with self._lock:
            self.tray.keep(job)
            self._jobs[job.id] = job
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name="quoth-adding", daemon=True)
                self._thread.start()
        self._changed.set()

    def stop(self, id: str) -> None:  # noqa: A002 - named as the field
        """Stop a job. What was read of it stays in the ledger."""
        with self._lock:
            job = self.job(id)
            if job is None or job.state not in OPEN:
                return
            if self._working == id:
                self._asked_to_stop = "It was stopped. What was read is kept; “Go on” reads the rest."
                end(self._process)
            else:
                self._put(replace(job, state="stopped", message="It was stopped before it began."))

    def go_on(self, id: str) -> None:  # noqa: A002 - named as the field
        """Let a job that was stopped, or that failed, wait again: what was read of it is passed over."""
        job = self.job(id)
        if job is not None and job.state in {"stopped", "failed"}:
            self.submit(job)

    def forget(self, id: str) -> None:  # noqa: A002 - named as the field
        """Remove a job that is not at work, and its files. What was read of it stays in the ledger."""
        with self._lock:
            if self._working != id:
                self._jobs.pop(id, None)
                self.tray.forget(id)

    def close(self) -> None:
        """Stop what is at work, and take no more. The jobs are kept; the next desk of the ledger can go on with them."""
        with self._lock:
            self._closed = True
            self._asked_to_stop = "The desk was closed meanwhile. What was read is kept; “Go on” reads the rest."
            end(self._process)
        self._changed.set()
        if self._thread is not None:
            self._thread.join(2 * PATIENCE)
        self._held.close()

    # --- behind the door ---------------------------------------------------------------------------------------------

    def _take_hold(self) -> None:
        """Become the one desk that adds to this ledger, and see what an earlier one left."""
        if self._known:
            return
        self._held.enter_context(self.tray.alone())
        self._known = True
        for job in self.tray.jobs():
            self._jobs[job.id] = job

    def _put(self, job: Job) -> None:
        """Note how a job stands; where the folder is full, only here: the next desk then finds it as it stood before."""
        self._jobs[job.id] = job
        with suppress(OSError):
            self.tray.keep(job)

    def _run(self) -> None:
        while not self._closed:
            self._changed.clear()
            job = self._next()
            if job is None:
                self._changed.wait()
            else:
                self._attend(job.id)

    def _next(self) -> Job | None:
        """Take the job that waits longest; None where none does, or the desk closes."""
        with self._lock:
            job = next((one for one in reversed(self.jobs()) if one.state == "waiting"), None)
            if job is None or self._closed:
                return None
            self._asked_to_stop, self._working = None, job.id
            self._put(replace(job, state="working"))
            return job

    def _attend(self, id: str) -> None:  # noqa: A002 - named as the field
        """Work on a job to its end."""
        context: Any = multiprocessing.get_context(self.started)
        ours, theirs = context.Pipe(duplex=False)
        order = Order(self.ledger.absolute(), self.tray.files_of(id).absolute(), self._jobs[id].address)
        process = context.Process(target=carry_out, args=(self.work, order, theirs), daemon=True)
        with self._lock:
            if self._asked_to_stop is None:
                process.start()
                self._process = process
        theirs.close()
        with ours:
            said = self._listen(id, ours)
        if said is None and process.pid is not None:
            process.join(PATIENCE)
        self._settle(id, said, process.exitcode)
        end(process)

    def _listen(self, id: str, ours: Connection) -> Result | str | None:  # noqa: A002 - named as the field
        """The result, or why there is none; None where the process ended without a word."""
        while True:
            try:
                said: Progress | Result | str = ours.recv()
            except (EOFError, OSError):
                return None
            if not isinstance(said, Progress):
                return said
            with self._lock:
                self._jobs[id] = self._jobs[id].told(said)

    def _settle(self, id: str, said: Result | str | None, code: int | None) -> None:  # noqa: A002 - named as the field
        """Write down what came of a job."""
        with self._lock:
            self._process, self._working = None, None
            job, stopped = self._jobs[id], self._asked_to_stop
            state: State = "done" if isinstance(said, Result) else "failed" if said or not stopped else "stopped"
            if isinstance(said, Result):
                self._put(replace(job, state=state, result=said))
                self.tray.empty(id)
                self._clear()
            else:
                self._put(replace(job, state=state, message=said or stopped or _ended(code)))

    def _clear(self) -> None:
        """Forget the oldest of the jobs that are done."""
        for old in [one for one in self.jobs() if one.state == "done"][KEPT:]:
            self.forget(old.id)


def end(process: BaseProcess | None) -> None:
    """End a process, if it was started. A ledger is good after any end."""
    if process is None or process.pid is None:
        return
    process.terminate()
    process.join(PATIENCE)
    if process.is_alive():
        process.kill()
        process.join(PATIENCE)


def _ended(code: int | None) -> str:
    return (
        f"The process that reads ended without a word (exit code {code}), perhaps because memory ran out; more may stand on the terminal "
        "that the desk was started from. What was read is kept: go on, or add less at a time."
    )


def carry_out(work: Work, order: Order, tell: Connection) -> None:
    """What the process does: the work, and telling of it. It ends when the desk does."""
    prepare_worker()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the desk's: it ends this process in order
    try:
        tell.send(work(order, tell.send))
    except QuothError as error:
        tell.send(str(error))
    except BrokenPipeError:
        return
