"""Pages that are kept of stories are made anew: their claims tell what other accounts give in their place.

Revision: 0016
"""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forget the pages."""
    op.execute("DELETE FROM sheets")


def downgrade() -> None:
    """Forget the pages."""
    op.execute("DELETE FROM sheets")
