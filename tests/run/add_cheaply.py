"""Adds a folder with the cheap rooms, telling of each event on a line: what the kill test starts, kills and starts again.

Given a number, the process kills itself with SIGKILL before that database statement, so that kills fall inside transactions too.
The last line tells how many statements there were.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
from pathlib import Path

from sqlalchemy import Engine, event
from tests.run.cheap_rooms import CHEAP

from quoth.run.add import add
from quoth.run.events import Progress
from quoth.settings import Settings
from quoth.store import open_store

COUNT = itertools.count(1)


def tell(progress: Progress) -> None:
    sys.stdout.write(f"{progress.stage} {progress.done}\n")
    sys.stdout.flush()


def main(ledger: str, folder: str, workers: str, batch: str, fatal: str = "0") -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job inherits an ignored one

    def count(*_: object) -> None:
        if next(COUNT) == int(fatal):
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    with open_store(Path(ledger), create=True) as store:
        settings = Settings(workers=int(workers), batch=int(batch))
        add(store, [Path(folder)], rooms=CHEAP, settings=settings, on_event=tell)
    sys.stdout.write(f"{next(COUNT) - 1}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
