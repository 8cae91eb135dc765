"""The store: the ledger as one SQLite file, with one writer, a read-only view and full-text search.

``open_store(path)`` gives a ``Store``; ``store.read()`` a ``ReadView``, ``store.write()`` a ``Writer`` for one transaction.
"""

from quoth.store.filters import StatementFilter
from quoth.store.read import ReadView
from quoth.store.search import MARKS, Hit
from quoth.store.store import Store, open_store
from quoth.store.tallies import ActorTally, ClaimHead, Head, OutletTally, StoryHead, Tallies
from quoth.store.write import Writer

__all__ = [
    "MARKS",
    "ActorTally",
    "ClaimHead",
    "Head",
    "Hit",
    "OutletTally",
    "ReadView",
    "StatementFilter",
    "Store",
    "StoryHead",
    "Tallies",
    "Writer",
    "open_store",
]
