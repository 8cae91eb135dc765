"""The store: the ledger as one SQLite file, with one writer, a read-only view and full-text search.

``open_store(path)`` gives a ``Store``; ``store.read()`` a ``ReadView``, ``store.write()`` a ``Writer`` for one transaction.
"""

from quoth.store.counted import ActorTally, Dated, Edge, Head, Member, OutletTally, StoryHead, StorySummary, StoryTitle
from quoth.store.fetch import InOrder
from quoth.store.filters import StatementFilter
from quoth.store.former import Former
from quoth.store.moments import moment_key
from quoth.store.persons import ActorHead, Office, Persons
from quoth.store.read import HASHED, ReadView
from quoth.store.ruled import last_ruling, ruled_referents, rulings_on
from quoth.store.search import MARKS, Hit
from quoth.store.sheets import ALONE, SheetWriter, fetch_claim_lines, fetch_pages, fetch_point_lines, stories_without
from quoth.store.store import Store, open_store
from quoth.store.tallies import Tallies
from quoth.store.write import Writer

__all__ = [
    "ALONE",
    "HASHED",
    "MARKS",
    "ActorHead",
    "ActorTally",
    "Dated",
    "Edge",
    "Former",
    "Head",
    "Hit",
    "InOrder",
    "Member",
    "Office",
    "OutletTally",
    "Persons",
    "ReadView",
    "SheetWriter",
    "StatementFilter",
    "Store",
    "StoryHead",
    "StorySummary",
    "StoryTitle",
    "Tallies",
    "Writer",
    "fetch_claim_lines",
    "fetch_pages",
    "fetch_point_lines",
    "last_ruling",
    "moment_key",
    "open_store",
    "ruled_referents",
    "rulings_on",
    "stories_without",
]
