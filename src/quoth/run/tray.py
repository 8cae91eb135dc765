"""What is to be added from the desk: jobs with their files, in a folder beside the ledger, so that none is lost when the desk closes."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal

from quoth.errors import LedgerError, UsageError
from quoth.records import SetAside, identify
from quoth.run.events import Progress

State = Literal["waiting", "working", "done", "failed", "stopped"]
OPEN: frozenset[State] = frozenset({"waiting", "working"})
"""States in which something still comes of a job."""
KEPT = 50
"""Jobs that are done and are still told of; older ones go."""
LONGEST_NAME = 120
"""Characters of one part of a file's name: file systems take 255 bytes."""
DEEPEST = 8
"""Folders of a file's name that are kept."""

_LETTERS = str.maketrans("0123456789", "ghijklmnop")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job."""

    files: int
    unchanged: int
    documents: int
    """Documents that are new in the ledger."""
    set_aside: tuple[SetAside, ...]
    """The first of what could not be used."""
    aside: int
    """How many could not be used."""
    articles: tuple[str, ...] = ()
    """The first of the new documents."""
    stories: tuple[str, ...] = ()
    """The first of the stories that hold one of the new documents."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to add, and how far it has come."""

    id: str
    made: str
    what: str
    """What is added, in a few words."""
    by: str | None
    files: int
    size: int
    """Bytes of all files."""
    address: str | None = None
    """What is to be fetched first."""
    state: State = "waiting"
    message: str | None = None
    """Why it failed or was stopped."""
    steps: tuple[Progress, ...] = ()
    """The last event of each stage that was begun."""
    result: Result | None = None

    def told(self, event: Progress) -> Job:
        """The same job, with what a stage now says."""
        return replace(self, steps=(*(one for one in self.steps if one.stage != event.stage), event))


@dataclass(frozen=True, slots=True)
class Tray:
    """The folder of the jobs of one ledger."""

    root: Path

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder against any other desk of the same ledger. Raises ``LedgerError`` where one holds it, or it cannot be made."""
        try:
            self.root.mkdir(mode=0o700, exist_ok=True)
            lock = sqlite3.connect(self.root / "lock", timeout=0, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise LedgerError(
                f"The folder {self.root.name} beside the ledger cannot be written ({error}). Check that you may write there."
            ) from error
        try:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.Error as error:
                message = "Another desk of this ledger is open, and only one adds at a time. Add there, or close it and open this page again."
                raise LedgerError(message) from error
            yield
        finally:
            lock.close()

    def begin(self, what: str, *, by: str | None, address: str | None = None) -> Job:
        """A new job without files, kept nowhere until ``keep``."""
        job = Job(secrets.token_hex(10), datetime.now(UTC).isoformat(timespec="microseconds"), what, by, 0, 0, address)
        self.files_of(job.id).mkdir(mode=0o700, parents=True)
        return job

    def files_of(self, id: str) -> Path:  # noqa: A002 - named as the field
        """The folder of a job's files."""
        return self.root / id / "files"

    def put(self, job: Job, name: str, stream: BinaryIO) -> Job:
        """Add a file to a job under a safe form of its name."""
        place = self._free(self.files_of(job.id), safe_name(name))
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with place.open("xb") as file:
            shutil.copyfileobj(stream, file)
        return replace(job, files=job.files + 1, size=job.size + place.stat().st_size)

    @staticmethod
    def _free(folder: Path, name: str) -> Path:
        """A place of that name; where it is taken already, in a numbered folder."""
        place, number = folder / name, 2
        while place.exists() or any(parent.is_file() for parent in place.parents):
            place, number = folder / str(number) / name, number + 1
        return place

    def keep(self, job: Job) -> None:
        """Write down how a job stands."""
        place = self.root / job.id / "job.json"
        draft = place.with_suffix(".new")
        draft.write_text(json.dumps(asdict(job), ensure_ascii=True), encoding="utf-8")
        os.replace(draft, place)  # noqa: PTH105 - the same on all systems

    def forget(self, id: str) -> None:  # noqa: A002 - named as the field
        """Remove a job with its files."""
        shutil.rmtree(self.root / id, ignore_errors=True)

    def empty(self, id: str) -> None:  # noqa: A002 - named as the field
        """Remove the files of a job: what could be used of them is in the ledger."""
        shutil.rmtree(self.files_of(id), ignore_errors=True)

    def jobs(self) -> list[Job]:
        """The jobs that are kept, in order of time. What was at work when the desk closed is stopped; a folder without a job goes."""
        found = []
        for folder in sorted(self.root.iterdir()) if self.root.is_dir() else ():
            if folder.is_dir():
                with suppress(OSError, ValueError, KeyError, TypeError):
                    found.append(_read(json.loads((folder / "job.json").read_text(encoding="utf-8"))))
                    continue
                shutil.rmtree(folder, ignore_errors=True)
        closed = "The desk was closed meanwhile. What was read is kept; “Go on” reads the rest."
        jobs = [replace(one, state="stopped", message=closed) if one.state in OPEN else one for one in found]
        return sorted(jobs, key=lambda one: (one.made, one.id))


def in_letters(text: str) -> str:
    """A short name for a text, without figures: those of a file's name could be taken for a date."""
    return identify("named", text)[:12].translate(_LETTERS)


def safe_name(given: str) -> str:
    """A file's name that stays in its folder: no way up, no hidden part, nothing that a file system or a terminal would obey.

    Raises ``UsageError`` where nothing is left of it.
    """
    shown = "".join(sign if sign.isprintable() or sign == " " else "\ufffd" for sign in given.replace("\\", "/"))
    parts = [part.strip().lstrip(".").strip() for part in shown.split("/")]
    kept = [_shortened(part) for part in parts if part and not part.endswith(":")][-DEEPEST:]
    if not kept:
        raise UsageError(f"The file's name {given[:80]!r} holds no name. Give it one such as article.txt.")
    return "/".join(kept)


def _shortened(part: str) -> str:
    """A name that a file system takes, its ending kept."""
    if len(part.encode("utf-8", "replace")) <= LONGEST_NAME:
        return part
    stem, dot, ending = part.rpartition(".")
    tail = f"{dot}{ending}" if dot and len(ending) <= 10 else ""
    if tail.lower() == ".gz":
        return _shortened(stem) + tail
    room = LONGEST_NAME - len(tail.encode("utf-8", "replace"))
    cut = (stem if tail else part).encode("utf-8", "replace")[:room].decode("utf-8", "ignore")
    return (cut.rstrip(" :") or "_") + tail


def _read(row: Mapping[str, Any]) -> Job:
    result = _result(row["result"]) if row["result"] else None
    return Job(**{**row, "steps": tuple(Progress(**one) for one in row["steps"]), "result": result})


def _result(row: Mapping[str, Any]) -> Result:
    lists = {name: tuple(row[name]) for name in ("articles", "stories")}
    return Result(**{**row, **lists, "set_aside": tuple(SetAside(**one) for one in row["set_aside"])})
