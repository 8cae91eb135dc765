"""What the first page of a kind would otherwise wait for: templates compiled, the libraries of the pictures loaded, the letters
of every script known, the lexicons read."""

from __future__ import annotations

import gc
import importlib
import sys
import time
from threading import Thread

from quoth.lexicon.commonness import commonness
from quoth.lexicon.states import states
from quoth.lexicon.times import time_words
from quoth.lexicon.titles import titles
from quoth.link.shingles import know_letters
from quoth.web.templating import environment

DRAWING = ("networkx", "scipy.optimize")
"""Libraries that only pictures need."""
LEXICONS = (commonness, states, time_words, titles)
"""Those that pages ask, without which the first page of a kind takes twice its time."""
RECORDS = 100_000
"""Things made between two looks for what is no longer needed: a page of a large story makes as many, and drops them all at its end."""


FIRST = 1.0
"""Seconds before that begins: the page that the desk was opened for comes before it."""
TURN = 0.0005
"""Seconds after which what is loaded lets a page go on: at ten times as long a page would wait so at every row that it reads."""


def warm() -> Thread:
    """Begin soon to load all of it, beside the first requests; the thread that does so."""
    thread = Thread(target=_load_gently, name="warming", daemon=True)
    thread.start()
    return thread


def _load_gently() -> None:
    time.sleep(FIRST)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    load()
    sys.setswitchinterval(usual)


def load() -> None:
    """Load all of it."""
    made = environment()
    for name in made.list_templates():
        made.get_template(name)
    for library in DRAWING:
        importlib.import_module(library)
    know_letters()
    for lexicon in LEXICONS:
        lexicon()
    gc.freeze()
    gc.set_threshold(RECORDS, 20, 20)
