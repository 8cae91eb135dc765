"""What the search for copies keeps, so that one more article costs what one article costs.

Revision: 0006
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Integer, PrimaryKeyConstraint, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    nested = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    number = BigInteger().with_variant(Integer, "sqlite")
    op.create_table(
        "sketches",
        Column("number", number, nullable=False, autoincrement=False),
        Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True),
        Column("bearer", BigInteger, nullable=False, unique=True),
        Column("article", Text, nullable=False),
        Column("outlet", Text),
        Column("size", Integer, nullable=False),
        PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_sketches_article", "sketches", ["article"])
    op.create_index("ix_sketches_outlet", "sketches", ["outlet"])
    op.create_table(
        "namings",
        Column("name", Text, nullable=False),
        Column("bearer", BigInteger, nullable=False),
        PrimaryKeyConstraint("name", "bearer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fingerprints",
        Column("mark", BigInteger, nullable=False),
        Column("bearer", BigInteger, nullable=False),
        PrimaryKeyConstraint("mark", "bearer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "overlaps",
        Column("id", Text, nullable=False),
        Column("copy", Text, nullable=False),
        Column("source", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("score", Float, nullable=False),
        Column("decided", Boolean, nullable=False),
        Column("receipt", nested, nullable=False),
        PrimaryKeyConstraint("copy", "source"),
    )
    op.create_index("ix_overlaps_source", "overlaps", ["source"])
