"""What documents are grouped by, and the runs of events that they make: one more document is grouped among those that it bears on.

Revision: 0015
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, PrimaryKeyConstraint, Text, UniqueConstraint

from quoth.store.tables import Nested

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TABLES = ("grouped", "postings", "alike", "tied", "runs", "probes", "rarities")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "grouped",
        _number(),
        Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        Column("event", BigInteger, nullable=False),
        Column("run", BigInteger, nullable=False),
        Column("post", Nested),
        Column("answers", Nested),
        Column("tops", Nested, nullable=False),
        Column("content", LargeBinary, nullable=False),
        PrimaryKeyConstraint("number"),
        UniqueConstraint("document"),
    )
    op.create_index("ix_grouped_event", "grouped", ["event"])
    op.create_index("ix_grouped_run", "grouped", ["run"])
    _pairs("postings", Column("word", Text), Column("day", Integer), _number(), beside=[Column("weight", Integer, nullable=False)])
    _pairs("alike", _number("one"), _number("other"))
    _pairs("tied", Column("one", Text), Column("other", Text))
    _pairs("probes", Column("word", Text), _number("run"))
    op.create_index("ix_probes_run", "probes", ["run"])
    op.create_table(
        "runs",
        _number(),
        Column("story", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("first", Text),
        Column("last", Text),
        Column("begins", Integer, nullable=False),
        Column("ends", Integer, nullable=False),
        PrimaryKeyConstraint("number"),
    )
    op.create_table("rarities", Column("name", Text), Column("content", LargeBinary, nullable=False), PrimaryKeyConstraint("name"))


def downgrade() -> None:
    """Drop the tables."""
    for name in reversed(TABLES):
        op.drop_table(name)


def _number(name: str = "number") -> Column[int]:
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), autoincrement=False)


def _pairs(name: str, *keys: Column[int] | Column[str], beside: list[Column[int]] | None = None) -> None:
    key = PrimaryKeyConstraint(*(column.name for column in keys))
    op.create_table(name, *keys, *(beside or []), key, sqlite_with_rowid=False)
