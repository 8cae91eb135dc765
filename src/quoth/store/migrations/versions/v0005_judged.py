"""What people judged, with what they answered and what they saw; and what the machine had where a judgement changed it.

Revision: 0005
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, PrimaryKeyConstraint, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and make the table."""
    nested = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    op.add_column("judgements", Column("answers", Text))
    op.add_column("judgements", Column("found", nested))
    op.create_table(
        "unjudged",
        Column("kind", Text, nullable=False),
        Column("id", Text, nullable=False),
        Column("document", Text),
        Column("row", nested),
        PrimaryKeyConstraint("kind", "id"),
    )
    op.create_index("ix_unjudged_document", "unjudged", ["document"])
