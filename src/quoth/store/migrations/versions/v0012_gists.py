"""What is kept of each document to group stories by, so that its text is read once.

Revision: 0012
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, LargeBinary, PrimaryKeyConstraint, Text

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "gists",
        Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        Column("under", Text, nullable=False),
        Column("content", LargeBinary, nullable=False),
        PrimaryKeyConstraint("document"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("gists")
