"""What the counts hold of documents of which the newest version speaks: lists leave it out of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import distinct, func, select

from quoth.store import tables
from quoth.store.corpus import count_articles, readings
from quoth.store.counted import Dated
from quoth.store.counting import quoted
from quoth.store.database import Source, reading
from quoth.store.fetch import CHUNK, in_chunks


@dataclass(frozen=True, slots=True)
class Former:
    """Counts over some documents."""

    engine: Source

    def versions(self) -> list[Dated]:
        """Every document of an article that has several."""
        columns, known = tables.documents.c, readings.c
        with reading(self.engine) as connection:
            documents = connection.scalar(select(func.sum(known.documents)).where(known.fingerprint == "")) or 0
            if documents == count_articles(connection):
                return []
            several = select(columns.article).group_by(columns.article).having(func.count() > 1)
            query = select(columns.id, columns.article, columns.published, columns.modified, columns.fetched, columns.number)
            return [Dated(*row) for row in connection.execute(query.where(columns.article.in_(several)))]

    def said(self, documents: Collection[str], actors: Collection[str] | None = None) -> dict[str, tuple[int, int]]:
        """How many statements of these documents each actor (each of ``actors``) makes, and in how many of them."""
        said, owned = tables.statements.c, tables.memberships.c
        query = select(owned.actor, func.count(), func.count(distinct(said.document)))
        query = query.join_from(tables.statements, tables.memberships, owned.referent == said.speaker).group_by(owned.actor)
        query = query if actors is None else query.where(owned.actor.in_(list(actors)))
        statements, held = Counter[str](), Counter[str]()
        with reading(self.engine) as connection:
            for chunk in in_chunks(documents, 5 * CHUNK):
                for actor, count, within in connection.execute(query.where(said.document.in_(chunk))):
                    statements[actor] += count
                    held[actor] += within
        return {actor: (count, held[actor]) for actor, count in statements.items()}

    def numbers(self, documents: Collection[str], actor: str) -> list[int]:
        """Those of the documents in which an actor says something, by their numbers."""
        said, owned, held = tables.statements.c, tables.memberships.c, tables.documents.c
        query = select(held.number).distinct().join_from(tables.statements, tables.memberships, owned.referent == said.speaker)
        query = query.join(tables.documents, held.id == said.document).where(owned.actor == actor)
        with reading(self.engine) as connection:
            return [
                number
                for chunk in in_chunks(documents, 5 * CHUNK)
                for number in connection.scalars(query.where(said.document.in_(chunk)))
            ]

    def quoted(self, outlet: Collection[str], actors: Collection[str]) -> dict[str, int]:
        """How many statements of these actors an outlet has, under all its names, in every version."""
        columns, found = quoted.c, dict[str, int]()
        query = select(columns.actor, func.sum(columns.statements)).where(columns.outlet.in_(outlet)).group_by(columns.actor)
        with reading(self.engine) as connection:
            for chunk in in_chunks(actors, 5 * CHUNK):
                found.update(dict(map(tuple, connection.execute(query.where(columns.actor.in_(chunk))))))
        return found
