"""What the desk's process does in tests: the runner over cheap rooms, and work that ends in other ways than well."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace

from tests.run.cheap_rooms import CHEAP

from quoth.errors import Unavailable
from quoth.run.add import add
from quoth.run.adding import Order
from quoth.run.events import Progress
from quoth.run.tray import Result
from quoth.store import open_store


def add_cheaply(order: Order, tell: Callable[[Progress], None]) -> Result:
    """Adds; waits for ever after a file called ``wait``, dies at one called ``die``, and misses its model at one called ``miss``."""
    names = sorted(path.name for path in order.files.rglob("*"))
    with open_store(order.ledger) as store:
        before = set(store.read().document_ids())
        outcome = add(store, [order.files], rooms=replace(CHEAP, copies=None), on_event=tell)
        new = tuple(one for one in store.read().document_ids() if one not in before)
    if "die.txt" in names:
        os._exit(9)
    if "miss.txt" in names:
        raise Unavailable("The model is not there. Start it.")
    while "wait.txt" in names:
        time.sleep(0.05)
    aside = outcome.set_aside
    return Result(outcome.files, outcome.unchanged, outcome.documents, aside, len(aside), new, ())
