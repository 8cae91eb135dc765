"""The user's own register of people, bodies and other actors.

Revision: 0003
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    nested = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    op.create_table(
        "register",
        Column("number", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("file", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("names", nested, nullable=False),
        Column("kind", Text),
        Column("country", Text),
        Column("titles", nested, nullable=False),
        PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_register_id", "register", ["id"])
    op.create_index("ix_register_file", "register", ["file"])
