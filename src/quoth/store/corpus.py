"""What is known of the whole corpus without looking at all of it: how many documents were read under which name, how many articles they are, how
often they changed, and what they were called then. Triggers of the database keep the counts."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    distinct,
    func,
    or_,
    select,
    update,
)

from quoth.store import tables
from quoth.store.database import Source, reading

readings = Table(
    "readings",
    tables.metadata,
    Column("fingerprint", Text),
    Column("language", Text),
    Column("documents", Integer, nullable=False),
    PrimaryKeyConstraint("fingerprint", "language"),
    sqlite_with_rowid=False,
)
"""How many documents of a language (empty where none could be told) were read for findings under a fingerprint; under the empty one, how many
there are."""
corpus = Table(
    "corpus",
    tables.metadata,
    Column("number", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("name", Text),
)
"""One row: how often a document came or went, was read or was to be read again (``number``); how many articles there are, the versions of one
counted once; what the documents and their readings are called, null where that was not worked out since the last change."""

FILL = (
    "INSERT INTO readings SELECT '', coalesce(language, ''), count(*) FROM documents GROUP BY 2",
    """INSERT INTO readings SELECT f.fingerprint, coalesce(d.language, ''), count(*) FROM finished f JOIN documents d ON d.id = f.part
       WHERE f.stage = 'extract' GROUP BY 1, 2""",
    "UPDATE corpus SET articles = (SELECT count(DISTINCT article) FROM documents)",
)
"""How they are counted anew."""


def count_waiting(source: Source, fingerprints: Collection[str], *, language: str) -> tuple[int, int]:
    """How many documents of the language (or of none that could be told) were neither read nor set aside under any of these fingerprints; how many
    of them were read under another."""
    columns, failed, done = readings.c, tables.set_aside.c, tables.finished.c
    counted = select(columns.fingerprint, func.sum(columns.documents)).where(columns.language.in_((language, "")))
    read = (done.stage == "extract") & (done.part == failed.document)
    lost = (
        select(func.count(distinct(failed.document)), func.count(distinct(done.part)))
        .select_from(
            tables.set_aside.join(tables.documents, tables.documents.c.id == failed.document).outerjoin(tables.finished, read)
        )
        .where(
            failed.fingerprint.in_(fingerprints),
            or_(tables.documents.c.language == language, tables.documents.c.language.is_(None)),
            or_(done.fingerprint.is_(None), done.fingerprint.not_in(fingerprints)),
        )
    )
    with reading(source) as connection:
        found: dict[str, int] = dict(map(tuple, connection.execute(counted.group_by(columns.fingerprint))))
        aside, aside_read = connection.execute(lost).one()
    every = found.pop("", 0)
    earlier = sum(documents for name, documents in found.items() if name not in fingerprints)
    return every - (sum(found.values()) - earlier) - aside, earlier - aside_read


def count_other_languages(source: Source, language: str) -> int:
    """How many documents are known to be in another language."""
    columns = readings.c
    query = select(func.sum(columns.documents)).where(columns.fingerprint == "", columns.language.not_in((language, "")))
    with reading(source) as connection:
        return connection.scalar(query) or 0


def count_articles(source: Source) -> int:
    """How many articles there are, the versions of one counted once."""
    with reading(source) as connection:
        return connection.scalar(select(corpus.c.articles)) or 0


def count_changes(source: Source) -> int:
    """How often the documents or their readings changed."""
    with reading(source) as connection:
        return connection.scalar(select(corpus.c.number)) or 0


def noted_name(source: Source) -> str | None:
    """What the documents and their readings are called as they are now; None where that is not noted."""
    with reading(source) as connection:
        return connection.scalar(select(corpus.c.name))


def note_name(connection: Connection, name: str, changes: int) -> None:
    """Note what they were called after so many changes; nothing where there were more since."""
    connection.execute(update(corpus).where(corpus.c.number == changes).values(name=name))
