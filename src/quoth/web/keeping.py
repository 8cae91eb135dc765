"""Beside the desk's pages: what a large story's pages are read from is worked out again once the ledger has changed and is quiet."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from quoth.errors import LedgerError
from quoth.run.sheets import keep_counts, keep_sheets
from quoth.store import open_store
from quoth.web.memory import state_of

SECONDS = 3.0
"""Between two looks at the ledger. It is quiet when it did not change from one to the next."""
LONGEST = 60.0
"""Seconds that are waited for quiet."""


def keep_up(ledger: Path, *, seconds: float = SECONDS) -> Callable[[], None]:
    """Begin to look after a ledger; what ends that."""
    ended = Event()
    Thread(target=_look_after, args=(ledger, ended, seconds), name="keeping", daemon=True).start()
    return ended.set


def _look_after(ledger: Path, ended: Event, seconds: float) -> None:
    done = seen = None
    waited, store = 0.0, None
    while not ended.wait(seconds):
        state = state_of(ledger)
        if state == done:
            continue
        waited += seconds
        if state != seen and waited < LONGEST:
            seen = state
            continue
        waited = 0.0
        with suppress(LedgerError):  # another process writes, or nobody may: pages are worked out as they are asked for until then
            store = store or open_store(ledger)
            keep_counts(store)
            keep_sheets(store, gently=True)
            done = state  # what was written meanwhile, by whomever, is looked at again
    if store:
        store.close()
