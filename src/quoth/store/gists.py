"""What is kept of each document to group stories by, so that its text is read once."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, Table, Text, delete, insert, select

from quoth.store.database import Source, dump, reading
from quoth.store.fetch import in_chunks
from quoth.store.tables import documents, metadata

gists = Table(
    "gists",
    metadata,
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("under", Text, nullable=False),  # the name of the code that made it
    Column("content", LargeBinary, nullable=False),  # JSON, compressed with zlib
)
"""It can be made again from the documents."""


def kept_gists(source: Source, under: str, documents: Collection[str] | None = None) -> Iterator[Any]:
    """What is kept under a name, as plain values; of some documents, where they are given."""
    query = select(gists.c.content).where(gists.c.under == under)
    parts = [query] if documents is None else [query.where(gists.c.document.in_(chunk)) for chunk in in_chunks(sorted(documents))]
    with reading(source) as connection:
        rows = [content for part in parts for content in connection.scalars(part)]
    return (json.loads(zlib.decompress(content)) for content in rows)


def without_gist(source: Source, under: str) -> list[str]:
    """The documents of which nothing is kept under a name."""
    known = select(gists.c.document).where(gists.c.under == under)
    with reading(source) as connection:
        return list(connection.scalars(select(documents.c.id).where(documents.c.id.not_in(known)).order_by(documents.c.id)))


def keep_gists(connection: Connection, under: str, made: Iterable[tuple[str, Any]]) -> None:
    """Keep plain values of documents, in place of those that were kept."""
    rows = {id_: zlib.compress(dump(value).encode(), 1) for id_, value in made}
    if rows:
        forget_gists(connection, rows)
        connection.execute(insert(gists), [{"document": id_, "under": under, "content": row} for id_, row in rows.items()])


def forget_gists(connection: Connection, ids: Collection[str]) -> None:
    """Forget what is kept of documents."""
    for chunk in in_chunks(ids, 500):
        connection.execute(delete(gists).where(gists.c.document.in_(chunk)))
