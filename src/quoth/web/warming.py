"""What the first page of a kind would otherwise wait for: templates compiled, the libraries of the pictures loaded."""

from __future__ import annotations

import importlib
from threading import Thread

from quoth.web.templating import environment

DRAWING = ("networkx", "scipy.optimize")
"""Libraries that only pictures need."""


def warm() -> Thread:
    """Begin to load all of it, beside the first requests; the thread that does so."""
    thread = Thread(target=_load, name="warming", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    made = environment()
    for name in made.list_templates():
        made.get_template(name)
    for library in DRAWING:
        importlib.import_module(library)
