"""What is kept of citations, so that one more article costs what one article costs.

Revision: 0009
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Integer, LargeBinary, PrimaryKeyConstraint, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    nested = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    op.create_table(
        "matters",
        Column("number", BigInteger().with_variant(Integer, "sqlite"), nullable=False, autoincrement=False),
        Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True),
        Column("said", Text),
        Column("outlet", Text),
        Column("published", Text),
        Column("day", Integer),
        Column("corrects", Boolean, nullable=False),
        Column("lede", nested, nullable=False),
        Column("signed", nested, nullable=False),
        Column("words", LargeBinary, nullable=False),
        Column("may_cite", LargeBinary, nullable=False),
        PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_matters_said", "matters", ["said"])
    op.create_index("ix_matters_outlet_day", "matters", ["outlet", "day"])
    op.create_table(
        "credited",
        Column("outlet", Text, nullable=False),
        Column("number", BigInteger, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("source", Text),
        Column("score", Float),
        Column("second", Float),
        PrimaryKeyConstraint("outlet", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_credited_source", "credited", ["source"])
    op.create_index("ix_credited_number", "credited", ["number"])


def downgrade() -> None:
    """Drop the tables."""
    for name in ("credited", "matters"):
        op.drop_table(name)
