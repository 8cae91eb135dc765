"""What the search for copies keeps in the ledger: sketches, their fingerprints turned round, and the edges found."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, text

from quoth.records import Copy, Document, Segment
from quoth.store import tables
from quoth.store.fetch import fetch_named, in_chunks
from quoth.store.rows import codec

if TYPE_CHECKING:
    from sqlalchemy import Table

OWNER = 43
"""Bits of a bearer below those of its owner (as in ``quoth.link.sketches``)."""

ROWS = 100_000
"""Rows that are handed to the database at once."""
TOGETHER = 50
"""Of these, those of one statement."""

STAGE = "copies"
"""The stage under whose name finished work is noted."""

_AROUND = text(
    "SELECT wanted.value,"
    " (SELECT group_concat(bearer) FROM (SELECT bearer FROM fingerprints"
    "   WHERE mark = wanted.value AND bearer < :bearer ORDER BY bearer DESC LIMIT :limit)),"
    " (SELECT group_concat(bearer) FROM (SELECT bearer FROM fingerprints"
    "   WHERE mark = wanted.value AND bearer > :bearer ORDER BY bearer LIMIT :limit))"
    " FROM json_each(:marks) AS wanted"
)
_BETWEEN = text(
    "SELECT wanted.value,"
    " (SELECT count(*) FROM (SELECT 1 FROM fingerprints"
    "   WHERE mark = wanted.value AND bearer > :low AND bearer < :high LIMIT :near)),"
    " (SELECT count(*) FROM (SELECT 1 FROM fingerprints WHERE mark = wanted.value LIMIT :crowd))"
    " FROM json_each(:marks) AS wanted"
)
_NEXT_OWNER = text("SELECT bearer FROM fingerprints WHERE mark = :mark AND bearer >= :bearer ORDER BY bearer LIMIT 1")

Marks = npt.NDArray[np.int64]


class Kept(NamedTuple):
    """A sketch as it is kept."""

    number: int
    """The document's in the ledger: they are sketched in this order."""
    document: str
    bearer: int
    article: str
    outlet: str | None
    size: int
    """How many fingerprints it has."""


class Around(NamedTuple):
    """The bearers of a mark before and after one place, in order; no more than the limit on either side."""

    mark: int
    before: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Reads and writes them within one transaction."""

    connection: Connection

    # --- documents ---------------------------------------------------------------------------------------------------

    def pages(self, ids: Collection[str]) -> Iterator[tuple[Document, tuple[Segment, ...]]]:
        """Documents with their segments, in no set order."""
        columns = tables.segments.c
        query = select(columns.document, columns.kind, columns.start, columns.end).order_by(columns.document, columns.position)
        for chunk in in_chunks(ids):
            segments: dict[str, list[Segment]] = {}
            for id_, kind, start, end in self.connection.execute(query.where(columns.document.in_(chunk))).all():
                segments.setdefault(id_, []).append(Segment(kind, start, end))
            for document in fetch_named(self.connection, tables.documents, Document, chunk):
                yield document, tuple(segments.get(document.id, ()))

    def waiting(self) -> list[tuple[int, str]]:
        """The documents that came since the last sketch: number and identifier, in order."""
        documents = tables.documents.c
        last = select(func.coalesce(func.max(tables.sketches.c.number), -1)).scalar_subquery()
        query = select(documents.number, documents.id).where(documents.number > last).order_by(documents.number)
        return [(number, id_) for number, id_ in self.connection.execute(query)]

    def last(self) -> int:
        """The number of the last document that was sketched: about how many there are."""
        return self.connection.scalar(select(func.max(tables.sketches.c.number))) or 0

    # --- whether they are whole --------------------------------------------------------------------------------------

    def is_whole(self, fingerprint: str | None = None) -> bool:
        """Whether all that is kept was made under this fingerprint (any, where none is given), and no document went or changed since."""
        columns = tables.finished.c
        query = select(columns.part).where(
            columns.stage == STAGE, *([] if fingerprint is None else [columns.fingerprint == fingerprint])
        )
        return self.connection.execute(query).first() is not None

    def finish(self, fingerprint: str) -> None:
        """Note that all that is kept was made under this fingerprint."""
        self.connection.execute(insert(tables.finished).values(stage=STAGE, fingerprint=fingerprint, part="sketches"))

    def clear(self) -> None:
        """Forget everything."""
        self.connection.execute(delete(tables.finished).where(tables.finished.c.stage == STAGE))
        for table in tables.SEARCH:
            self.connection.execute(delete(table))

    # --- sketches ----------------------------------------------------------------------------------------------------

    def add_sketches(self, kept: Sequence[Kept], namings: Sequence[tuple[str, int]]) -> None:
        """Keep sketches, and what may be an outlet in their documents' furniture."""
        self._insert(tables.sketches, kept)
        self._insert(tables.namings, namings)

    def add_fingerprints(self, marks: Marks, bearers: Marks) -> None:
        """Keep who bears which mark: many rows a statement, which takes a third of the time of one each."""
        flat = np.stack((marks, bearers), axis=1).ravel()
        whole = len(marks) // TOGETHER * 2 * TOGETHER
        for part, rows in ((flat[:whole], TOGETHER), (flat[whole:], 1)):
            statement = f"INSERT INTO fingerprints (mark, bearer) VALUES {', '.join(['(?, ?)'] * rows)}"  # noqa: S608 - our own marks of place
            for start in range(0, len(part), 2 * ROWS):
                values = map(tuple, part[start : start + 2 * ROWS].reshape(-1, 2 * rows).tolist())
                self.connection.exec_driver_sql(statement, list(values))

    def _insert(self, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
        """Insert rows given in the order of the columns: by the driver itself, for there are a hundred a document."""
        if rows:
            statement = insert(table).compile(dialect=self.connection.dialect)
            self.connection.exec_driver_sql(str(statement), list(rows))

    def borne_by(self, bearers: Collection[int]) -> dict[int, Kept]:
        """The sketches of bearers."""
        columns = tables.sketches.c
        return {one.bearer: one for chunk in in_chunks(bearers, 500) for one in self._kept(columns.bearer.in_(chunk))}

    def versions(self, article: str) -> list[Kept]:
        """The sketches of an article's versions."""
        return list(self._kept(tables.sketches.c.article == article))

    def versions_together(self) -> list[list[str]]:
        """The documents of each article that has several versions."""
        columns, found = tables.sketches.c, dict[str, list[str]]()
        several = select(columns.article).group_by(columns.article).having(func.count() > 1)
        for article, document in self.connection.execute(
            select(columns.article, columns.document).where(columns.article.in_(several))
        ):
            found.setdefault(article, []).append(document)
        return list(found.values())

    def _kept(self, where: ColumnElement[bool]) -> Iterator[Kept]:
        columns = tables.sketches.c
        query = select(columns.number, columns.document, columns.bearer, columns.article, columns.outlet, columns.size)
        return (Kept(*row) for row in self.connection.execute(query.where(where)))

    # --- outlets -----------------------------------------------------------------------------------------------------

    def outlets(self, keys: Collection[str]) -> frozenset[str]:
        """Which of the keys are those of outlets that documents say they are of."""
        column = tables.sketches.c.outlet
        chunks = (select(column).where(column.in_(chunk)).distinct() for chunk in in_chunks(keys, 500))
        return frozenset(key for query in chunks for key in self.connection.scalars(query))

    def every_outlet(self) -> frozenset[str]:
        """The outlets that documents say they are of."""
        column = tables.sketches.c.outlet
        return frozenset(self.connection.scalars(select(column).where(column.is_not(None)).distinct()))

    def naming(self, key: str) -> list[int]:
        """Who names what may be an outlet."""
        columns = tables.namings.c
        return list(self.connection.scalars(select(columns.bearer).where(columns.name == key).order_by(columns.bearer)))

    # --- fingerprints ------------------------------------------------------------------------------------------------

    def around(self, marks: Marks, bearer: int, *, limit: int) -> list[Around]:
        """The bearers of marks around one of them."""
        rows = self.connection.execute(_AROUND, {"marks": json.dumps(marks.tolist()), "bearer": bearer, "limit": limit})
        return [Around(mark, _numbers(before)[::-1], _numbers(after)) for mark, before, after in rows]

    def between(self, marks: Marks, one: int, other: int, *, near: int, crowd: int) -> list[tuple[int, int, int]]:
        """Each mark with how many bear it between two bearers (no more than ``near`` are counted), and how many altogether (``crowd``)."""
        low, high = sorted((one, other))
        asked = {"marks": json.dumps(marks.tolist()), "low": low, "high": high, "near": near, "crowd": crowd}
        return [(mark, between, every) for mark, between, every in self.connection.execute(_BETWEEN, asked)]

    def count_owners(self, mark: int, *, limit: int) -> int:
        """How many outlets bear a mark; no more than ``limit`` are counted."""
        place, count = 0, 0
        while count < limit:
            bearer = self.connection.scalar(_NEXT_OWNER, {"mark": mark, "bearer": place})
            if bearer is None:
                break
            count, place = count + 1, ((bearer >> OWNER) + 1) << OWNER
        return count

    def bearers(self, mark: int) -> list[int]:
        """All who bear a mark."""
        columns = tables.fingerprints.c
        return list(self.connection.scalars(select(columns.bearer).where(columns.mark == mark).order_by(columns.bearer)))

    # --- edges -------------------------------------------------------------------------------------------------------

    def overlaps(self, documents: Collection[str] | None = None) -> Iterator[Copy]:
        """The edges found, in order of copy and source; those that touch one of ``documents``."""
        read, columns = codec(Copy), tables.overlaps.c
        query = select(*(columns[name] for name in read.columns)).order_by(columns.copy, columns.source)
        for chunk in [None] if documents is None else in_chunks(documents, 200):
            limited = query if chunk is None else query.where(or_(columns.copy.in_(chunk), columns.source.in_(chunk)))
            yield from map(read.decode, self.connection.execute(limited))

    def add_overlaps(self, found: Iterable[Copy]) -> None:
        """Keep edges."""
        write = codec(Copy)
        for chunk in in_chunks(found, 1000):
            self.connection.execute(insert(tables.overlaps), [write.encode(one) for one in chunk])

    def remove_overlaps(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Forget the edges between documents, whichever way they went."""
        columns = tables.overlaps.c
        for one, other in pairs:
            for copy, source in ((one, other), (other, one)):
                self.connection.execute(delete(tables.overlaps).where(columns.copy == copy, columns.source == source))


def _numbers(listed: str | None) -> tuple[int, ...]:
    return tuple(map(int, listed.split(","))) if listed else ()
