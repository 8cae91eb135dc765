"""Where the things are that a figure counts. What was read before keeps no place until it is read again.

Revision: 0007
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("quantities", Column("where", Text))
