"""What the first page of a kind would otherwise wait for: templates compiled, the libraries of the pictures loaded, the letters
of every script known."""

from __future__ import annotations

import gc
import importlib
from threading import Thread

from quoth.link.shingles import know_letters
from quoth.web.templating import environment

DRAWING = ("networkx", "scipy.optimize")
"""Libraries that only pictures need."""
RECORDS = 100_000
"""Things made between two looks for what is no longer needed: a page of a large story makes as many, and drops them all at its end."""


def warm() -> Thread:
    """Begin to load all of it, beside the first requests; the thread that does so."""
    thread = Thread(target=load, name="warming", daemon=True)
    thread.start()
    return thread


def load() -> None:
    """Load all of it."""
    made = environment()
    for name in made.list_templates():
        made.get_template(name)
    for library in DRAWING:
        importlib.import_module(library)
    know_letters()
    gc.freeze()
    gc.set_threshold(RECORDS, 20, 20)
