"""The words around each place where a document cites an outlet are kept: they tell which of its articles is meant.

Revision: 0019
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, PrimaryKeyConstraint, Text

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table anew: what it holds is read again from the documents."""
    _make_anew(Column("words", LargeBinary, nullable=False))


def downgrade() -> None:
    """Make it as it was."""
    _make_anew()


def _make_anew(*added: Column[bytes]) -> None:
    op.drop_table("credited")
    op.execute("DELETE FROM finished WHERE stage = 'citations'")
    op.create_table(
        "credited",
        Column("outlet", Text, nullable=False),
        Column("number", BigInteger, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        *added,
        Column("source", Text),
        Column("score", Float),
        Column("second", Float),
        PrimaryKeyConstraint("outlet", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_credited_source", "credited", ["source"])
    op.create_index("ix_credited_number", "credited", ["number"])
