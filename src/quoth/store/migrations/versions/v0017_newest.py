"""Pages that are kept of stories are made anew: the newest version of an article speaks in them, and their claims tell who took words from whom.

Revision: 0017
"""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forget the pages."""
    op.execute("DELETE FROM sheets")


def downgrade() -> None:
    """Forget the pages."""
    op.execute("DELETE FROM sheets")
