"""What a statement does more finely, and by what channel; and which reader found the statements of each document.

What was read before keeps neither until it is read again.

Revision: 0002
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and make the table."""
    op.add_column("statements", Column("act", Text))
    op.add_column("statements", Column("channel", Text))
    op.create_table(
        "read_by",
        Column("document", Text, nullable=False),
        Column("reader", Text, nullable=False),
        Column("model", Text),
        Column("address", Text),
        Column("dropped_spans", Integer),
        Column("dropped_statements", Integer),
        PrimaryKeyConstraint("document"),
        ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
    )
