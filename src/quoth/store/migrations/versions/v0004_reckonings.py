"""How the texts and origins of each claim were counted.

Claims that were worked out before have no reckoning until links are worked out again.

Revision: 0004
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("claims", Column("reckoning", JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")))
