"""The gists of documents, kept in the ledger: one more document is one more text that is read for grouping stories."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quoth.group.gists import Gist, pack, read_gist, unpack
from quoth.run.program import program
from quoth.store import ReadView, Store
from quoth.store.fetch import in_chunks
from quoth.store.gists import keep_gists, kept_gists, without_gist

PORTION = 200
"""Documents read in one transaction."""


def update_gists(store: Store) -> None:
    """Read the documents that were not yet read by this program."""
    for portion in in_chunks(without_gist(store.engine, program()), PORTION):
        with store.write() as writer:
            made = ((page[0].id, pack(read_gist(*page))) for page in writer.read().pages(portion))
            keep_gists(writer.connection, program(), made)


def gists_of(view: ReadView, documents: Collection[str]) -> list[Gist]:
    """The gists of some documents, by their identifiers; those that are not kept are made."""
    found = [unpack(kept) for kept in kept_gists(view.engine, program(), documents)]
    missing = set(documents) - {one.heading.document for one in found}
    found += [read_gist(*page) for page in view.pages(sorted(missing))] if missing else []
    return sorted(found, key=lambda one: one.heading.document)


def every_gist(view: ReadView) -> Iterator[Gist]:
    """The gists of all documents; those that are not kept are made."""
    yield from map(unpack, kept_gists(view.engine, program()))
    missing = without_gist(view.engine, program())
    if missing:
        yield from (read_gist(*page) for page in view.pages(missing))
