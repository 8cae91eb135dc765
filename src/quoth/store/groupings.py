"""What is kept of how documents are grouped: what each is compared by, which are alike, and the events and runs of events that they make."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from quoth.store import tables
from quoth.store.database import dump, insert_rows
from quoth.store.fetch import in_chunks

STAGE = "groupings"
"""The stage under whose name finished work is noted."""
UNDATED = 0
"""Stands for the day of what has none."""


def _number(name: str = "number") -> Column[int]:
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False)


grouped = Table(
    "grouped",
    tables.metadata,
    _number(),  # the document's
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("event", BigInteger, nullable=False, index=True),
    Column("run", BigInteger, nullable=False, index=True),
    Column("post", tables.Nested),
    Column("answers", tables.Nested),
    Column("tops", tables.Nested, nullable=False),
    Column("content", LargeBinary, nullable=False),  # JSON, compressed with zlib
)
"""Documents as they are grouped. This table and the others here can be made again from the documents."""

postings = Table(
    "postings",
    tables.metadata,
    Column("word", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    _number(),
    Column("weight", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The heaviest words of each document."""

alike = Table("alike", tables.metadata, _number("one"), _number("other"), sqlite_with_rowid=False)
"""Documents that are enough like each other to be joined, both ways round."""

tied = Table(
    "tied",
    tables.metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Documents that share text or answer each other, as it was when they were last grouped."""

runs = Table(
    "runs",
    tables.metadata,
    _number(),  # its first document's
    Column("story", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
)
"""Runs of events, which are stories before people judge them."""

probes = Table(
    "probes",
    tables.metadata,
    Column("word", Text, primary_key=True),
    _number("run"),
    Index("ix_probes_run", "run"),
    sqlite_with_rowid=False,
)
"""The words that runs are found by."""

rarities = Table(
    "rarities", tables.metadata, Column("name", Text, primary_key=True), Column("content", LargeBinary, nullable=False)
)
"""How rare words are, by a sample of documents."""

KEPT = (grouped, postings, alike, tied, runs, probes, rarities)


class Row(NamedTuple):
    """A document as it is kept."""

    number: int
    document: str
    event: int
    run: int
    post: Any
    answers: Any
    tops: Any
    content: Any


class RunRow(NamedTuple):
    """A run of events as it is kept."""

    number: int
    story: str
    title: str
    first: str | None
    last: str | None
    begins: int
    ends: int


def pack(value: Any) -> bytes:
    """Plain values as bytes."""
    return zlib.compress(dump(value).encode("utf-8", "surrogatepass"), 1)


def unpack(content: bytes) -> Any:
    """The plain values that ``pack`` made bytes of."""
    return json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))


class Groupings:
    """Reads and writes them within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    # --- whether they are whole --------------------------------------------------------------------------------------

    def is_whole(self, under: str) -> bool:
        """Whether all that is kept was made by this program, and no document went or changed since."""
        columns = tables.finished.c
        query = select(columns.part).where(columns.stage == STAGE, columns.fingerprint == under)
        return self.connection.execute(query).first() is not None

    def finish(self, under: str) -> None:
        """Note that all that is kept was made by this program."""
        self.connection.execute(insert(tables.finished).values(stage=STAGE, fingerprint=under, part=STAGE))

    def clear(self) -> None:
        """Forget everything."""
        self.connection.execute(delete(tables.finished).where(tables.finished.c.stage == STAGE))
        for table in KEPT:
            self.connection.execute(delete(table))

    def waiting(self) -> list[tuple[int, str]]:
        """The documents that came since the last that is grouped: number and identifier, in order."""
        columns, last = tables.documents.c, select(func.coalesce(func.max(grouped.c.number), -1)).scalar_subquery()
        query = select(columns.number, columns.id).where(columns.number > last).order_by(columns.number)
        return [(number, id_) for number, id_ in self.connection.execute(query)]

    def published(self) -> Iterator[tuple[str, str | None]]:
        """All documents, each with when it came out."""
        return (
            (id_, published)
            for id_, published in self.connection.execute(select(tables.documents.c.id, tables.documents.c.published))
        )

    def last(self) -> int:
        """The number of the last document that is grouped: about how many there are."""
        return self.connection.scalar(select(func.max(grouped.c.number))) or 0

    def keep_rarity(self, name: str, value: Any) -> None:
        """Keep how rare words are."""
        self.connection.execute(delete(rarities))
        self.connection.execute(insert(rarities).values(name=name, content=pack(value)))

    def rarity(self) -> tuple[str, Any] | None:
        """How rare words are, and under which name it was kept."""
        row = self.connection.execute(select(rarities.c.name, rarities.c.content)).first()
        return (row[0], unpack(row[1])) if row else None

    # --- documents ---------------------------------------------------------------------------------------------------

    def holding(self, words: Collection[str], days: tuple[int, int] | None) -> Iterator[tuple[str, int, int]]:
        """Word, document and weight, where one of these words is among its heaviest; undated or of these days, or any where none are given."""
        columns = postings.c
        query = select(columns.word, columns.number, columns.weight)
        spans = [None] if days is None else [columns.day == UNDATED, columns.day.between(*days)]
        for chunk in in_chunks(sorted(words)):
            for span in spans:
                within = query.where(columns.word.in_(chunk), *([] if span is None else [span]))
                yield from (tuple(row) for row in self.connection.execute(within))

    def rows(self, numbers: Collection[int]) -> Iterator[Row]:
        """Documents."""
        for chunk in in_chunks(sorted(numbers)):
            for row in self.connection.execute(select(grouped).where(grouped.c.number.in_(chunk))):
                yield Row._make((*row[:-1], unpack(row[-1])))

    def of(self, column: str, names: Collection[int]) -> set[int]:
        """The documents of an ``event`` or ``run``."""
        found: set[int] = set()
        for chunk in in_chunks(sorted(names)):
            found.update(self.connection.scalars(select(grouped.c.number).where(grouped.c[column].in_(chunk))))
        return found

    def add(self, rows: Sequence[Row], words: Iterable[tuple[str, int, int, int]]) -> None:
        """Keep documents, and their words: each with day, document and weight."""
        if rows:
            made = [{**row._asdict(), "content": pack(row.content)} for row in rows]
            self.connection.execute(insert(grouped), made)
        insert_rows(self.connection, postings, ("word", "day", "number", "weight"), list(words))

    def renew(self, rows: Iterable[tuple[int, int, int, Any]]) -> None:
        """Keep known documents with another event, run and nearest."""
        columns = grouped.c
        query = update(grouped).where(columns.number == bindparam("which"))
        values = [{"which": number, "new_event": event, "new_run": run, "new_tops": tops} for number, event, run, tops in rows]
        if values:
            changed = query.values(event=bindparam("new_event"), run=bindparam("new_run"), tops=bindparam("new_tops"))
            self.connection.execute(changed, values)

    def numbers(self, documents: Collection[str]) -> dict[str, int]:
        """The numbers of documents."""
        columns, found = grouped.c, dict[str, int]()
        for chunk in in_chunks(sorted(documents)):
            found.update(
                (row[0], row[1])
                for row in self.connection.execute(select(columns.document, columns.number).where(columns.document.in_(chunk)))
            )
        return found

    def posts(self) -> Iterator[tuple[str, str | None, Any, Any]]:
        """Documents that are posts or answer one, with their dates."""
        columns, documents = grouped.c, tables.documents.c
        query = select(columns.document, documents.published, columns.post, columns.answers).join(
            tables.documents, documents.number == columns.number
        )
        for row in self.connection.execute(query.where(or_(columns.post.is_not(None), columns.answers.is_not(None)))):
            yield row[0], row[1], row[2], row[3]

    # --- likeness ----------------------------------------------------------------------------------------------------

    def alike(self, numbers: Collection[int]) -> set[int]:
        """Those that are alike to one of these."""
        found: set[int] = set()
        for chunk in in_chunks(sorted(numbers)):
            found.update(self.connection.scalars(select(alike.c.other).where(alike.c.one.in_(chunk))))
        return found

    def add_alike(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep that documents are alike."""
        insert_rows(
            self.connection, alike, ("one", "other"), [both for one, other in pairs for both in ((one, other), (other, one))]
        )

    def ties(self) -> set[tuple[str, str]]:
        """Documents that are tied to each other."""
        return {(one, other) for one, other in self.connection.execute(select(tied))}

    def renew_ties(self, gone: Iterable[tuple[str, str]], came: Iterable[tuple[str, str]]) -> None:
        """Keep some ties in place of others."""
        columns = tied.c
        lost, won = ([{"a": one, "b": other} for one, other in pairs] for pairs in (gone, came))
        if lost:
            self.connection.execute(delete(tied).where(columns.one == bindparam("a"), columns.other == bindparam("b")), lost)
        if won:
            self.connection.execute(insert(tied).values(one=bindparam("a"), other=bindparam("b")), won)

    # --- runs of events ----------------------------------------------------------------------------------------------

    def near_runs(self, words: Collection[str], days: tuple[int, int] | None) -> set[int]:
        """Runs that are found by one of these words, undated or in these days, or of any where none are given."""
        columns, found = runs.c, set[int]()
        query = select(probes.c.run).distinct()
        if days is not None:
            within = or_(columns.begins == UNDATED, (columns.begins <= days[1]) & (columns.ends >= days[0]))
            query = query.join(runs, columns.number == probes.c.run).where(within)
        for chunk in in_chunks(sorted(words)):
            found.update(self.connection.scalars(query.where(probes.c.word.in_(chunk))))
        return found

    def renew_runs(self, gone: Collection[int], came: Sequence[tuple[RunRow, Collection[str]]]) -> None:
        """Keep some runs in place of others."""
        for chunk in in_chunks(sorted(gone)):
            self.connection.execute(delete(probes).where(probes.c.run.in_(chunk)))
            self.connection.execute(delete(runs).where(runs.c.number.in_(chunk)))
        if came:
            self.connection.execute(insert(runs), [row._asdict() for row, _ in came])
        insert_rows(self.connection, probes, ("word", "run"), [(word, row.number) for row, words in came for word in sorted(words)])

    def every_run(self) -> Iterator[tuple[RunRow, list[str]]]:
        """All runs with their documents, in order."""
        columns, documents = grouped.c, tables.documents.c
        query = select(columns.run, columns.document, documents.published).join(
            tables.documents, documents.number == columns.number
        )
        held: dict[int, list[tuple[str, str]]] = {}
        for run, document, published in self.connection.execute(query):
            held.setdefault(run, []).append((published or "9999", document))
        for row in self.connection.execute(select(runs)):
            yield RunRow(*row), [document for _, document in sorted(held[row[0]])]
