"""A copy of the handmade ledger in which what was judged has been replayed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quoth.run.judge import replay
from quoth.store import Store, open_store


@contextmanager
def replayed(handmade: Path, folder: Path) -> Iterator[Store]:
    """The copy, in this folder, open."""
    shutil.copy(handmade, folder / "x.db")
    with open_store(folder / "x.db") as opened:
        with opened.write() as writer:
            replay(writer)
        yield opened
