"""What one more article costs a ledger that is linked already, step by step; and whether its links are those of linking everything anew.

    python benchmarks/one.py LEDGER [--articles N] [--old] [--file PATH ...] [--check]

Works on a copy of a ledger that ``quoth add`` has filled. Seconds are of processor time, so that a shared machine changes little. With
``--check`` all is linked anew in the end, and every row of every table of links is held against what was there before. With ``--file``
these articles are added, one by one, in place of those that are made up here, whose names nobody else bears. Those are news of the day: of the days
after all others. With ``--old`` they are of 2016; what stands amid the dates of a ledger may be of the sample by which words are weighed.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import delete, update

from quoth.run.add import add, link_documents
from quoth.run.events import Progress
from quoth.run.house import HOUSE
from quoth.settings import Settings
from quoth.store import Store, open_store, tables
from quoth.store.counting import COUNTED
from quoth.store.renewal import STAGE

SETTINGS = Settings(reader="rules")
MEGABYTE = 1024
"""Kilobytes, in which the system counts memory."""
ARTICLES = (
    """Date: 2016-09-27
Outlet: The Tarn Gazette

Bridge at Lower Quill closed after a crack is found

The mayor of Quillham, Odessa Brandt, said on Tuesday that the Lower Quill bridge would stay closed until engineers had inspected a crack in its
northern pier. “Nobody will drive over it before we know,” Brandt said. The county engineer, Ruben Tallis, denied that the crack had been known for
months. At least 14 lorries were turned back, according to the police.
""",
    """Date: 2016-09-28
Outlet: Quillham Courier

Engineer rejects claims over the bridge

Ruben Tallis, the county engineer, rejected on Wednesday claims that the crack in the northern pier of the Lower Quill bridge had been known for
months. Mayor Odessa Brandt called him on Tuesday. The police said that 16 lorries had been turned back.
""",
    """Date: 2016-09-29
Outlet: Vale Observer

Ferry to run while the bridge is closed

A ferry will cross the Quill every hour while the Lower Quill bridge is closed, said Perdita Snell of the county council on Thursday. She said that
the county had known nothing of a crack in the northern pier.
""",
)


_STEPS = {"copies": "what is kept", "stories": "stories", "actors": "actors", "contacts": "contacts", "claims": "claims and points"}
"""Steps of linking, as they are told of; after the last comes writing."""


@dataclass(slots=True)
class Clock:
    """Takes down the processor time of each step, by the stage and step that it is told of."""

    steps: dict[str, float] = field(default_factory=dict)
    last: float = field(default_factory=time.process_time)
    doing: str = "read"

    def hear(self, progress: Progress) -> None:
        """A step begins: what went before is done."""
        now = time.process_time()
        self.steps[self.doing] = self.steps.get(self.doing, 0.0) + now - self.last
        self.last, self.doing = now, _step(progress)

    def tell(self) -> str:
        """All steps in a line."""
        self.steps[self.doing] = self.steps.get(self.doing, 0.0) + time.process_time() - self.last
        told = ", ".join(f"{name} {seconds:.2f}" for name, seconds in self.steps.items())
        return f"{sum(self.steps.values()):.2f} s ({told})"


def _step(progress: Progress) -> str:
    """What begins: after linking, pages of large stories are made that are kept."""
    if progress.stage != "link":
        return progress.stage
    return "pages" if progress.done == progress.total else _STEPS.get(progress.note or "", "write")


def main() -> int:
    """Print seconds and the most memory held; 1 where links differ from those of linking everything anew."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ledger", type=Path)
    options.add_argument("--articles", type=int, default=len(ARTICLES))
    options.add_argument("--old", action="store_true")
    options.add_argument("--file", type=Path, action="append", default=[])
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="quoth-") as folder:
        path = Path(shutil.copy(chosen.ledger, Path(folder) / "ledger.db"))
        with open_store(path) as store:
            take_as_read(store)
            say(f"everything: {whole(store)}")
            last = None if chosen.old else last_day(path)
            for each in chosen.file or [written(Path(folder), number, last) for number in range(chosen.articles)]:
                say(f"one more article: {one_more(store, each)}")
            if not chosen.check:
                return 0
            before = links_of(path)
            with store.write() as writer:
                writer.connection.execute(delete(tables.finished).where(tables.finished.c.stage.in_(("link", STAGE))))
            say(f"everything anew: {whole(store)}")
        return compare(before, links_of(path))


def take_as_read(store: Store) -> None:
    """Take all documents as read by this version and reader, whichever read them."""
    columns = tables.finished.c
    with store.write() as writer:
        read = update(tables.finished).where(columns.stage == "extract").values(fingerprint=SETTINGS.fingerprint("extract"))
        writer.connection.execute(read)


def whole(store: Store) -> str:
    """Link everything that is not linked."""
    clock = Clock(doing="link")
    link_documents(store, HOUSE, settings=SETTINGS, on_event=clock.hear)
    return f"{clock.tell()}; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE} MB at most"


def last_day(path: Path) -> date | None:
    """The last day of a ledger."""
    with sqlite3.connect(path) as connection:
        (last,) = connection.execute("SELECT max(published) FROM documents").fetchone()
    return date.fromisoformat(last[:10]) if last else None


def written(folder: Path, number: int, after: date | None) -> Path:
    """An article, be it one of a round before in other words; of the days after this one, where it is given."""
    path = folder / f"one-{number}.txt"
    text = ARTICLES[number % len(ARTICLES)].replace("Lower Quill", f"Lower Quill {number // len(ARTICLES) or ''}".strip())
    if after is not None:
        _, _, rest = text.partition("\n")
        text = f"Date: {after + timedelta(days=1 + number % len(ARTICLES))}\n{rest}"
    path.write_text(text)
    return path


def one_more(store: Store, path: Path) -> str:
    """Add an article."""
    clock = Clock()
    add(store, [path], rooms=HOUSE, settings=SETTINGS, on_event=clock.hear)
    return clock.tell()


def links_of(path: Path) -> dict[str, list[str]]:
    """All rows of links and of what is counted of them."""
    found = {}
    with sqlite3.connect(path) as connection:
        for table in (*tables.LINKS, *COUNTED):
            columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "number")
            found[table.name] = sorted(map(repr, connection.execute(f"SELECT {columns} FROM {table.name}")))  # noqa: S608
    return found


def compare(before: dict[str, list[str]], after: dict[str, list[str]]) -> int:
    """Tell which tables differ."""
    other = [f"{name}: {len({*rows} ^ {*after[name]})} rows" for name, rows in before.items() if rows != after[name]]
    say(f"differ from linking everything anew: {', '.join(other) or 'no rows'}")
    return int(bool(other))


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
