"""What linking must know to work out anew only the stories of which anything changed; rows of links keep their places when others come.

Revision: 0011
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, PrimaryKeyConstraint, Text

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

LINKS = ("actors", "copies", "events", "stories", "claims", "disagreements")
FOUND = ("referents", "statements", "times", "quantities", "contacts")
"""What stories are linked by."""
STIR = "INSERT INTO stirred (document, times) VALUES ({row}.document, 1) ON CONFLICT (document) DO UPDATE SET times = times + 1;"


def upgrade() -> None:
    """Make the tables and triggers; places are no longer counted from 0, so two rows may share one."""
    op.create_table("stirred", Column("document", Text), Column("times", Integer, nullable=False), PrimaryKeyConstraint("document"))
    op.create_table(
        "asked", Column("outlet", Text), Column("story", Text), PrimaryKeyConstraint("outlet", "story"), sqlite_with_rowid=False
    )
    op.create_index("ix_asked_story", "asked", ["story"])
    sqlite = op.get_bind().dialect.name == "sqlite"
    for name in LINKS:
        op.drop_index(f"ix_{name}_position", name)
        if not sqlite:
            op.alter_column(name, "position", type_=BigInteger)
        op.create_index(f"ix_{name}_position", name, ["position"])
    if sqlite:
        for name, event, body in triggers():
            op.execute(f"CREATE TRIGGER {name} {event} BEGIN {body} END")
    else:
        op.alter_column("standings", "position", type_=BigInteger)


def triggers() -> list[tuple[str, str, str]]:
    """Name, event, what is done."""
    return [
        (f"stirred_{table}_{name}", f"AFTER {event} ON {table}", STIR.format(row=row))
        for table in FOUND
        for name, event, row in (("in", "INSERT", "new"), ("out", "DELETE", "old"), ("change", "UPDATE", "new"))
    ]


def downgrade() -> None:
    """Drop the tables and what keeps them true; where two rows share a place, the index of places cannot be as it was."""
    if op.get_bind().dialect.name == "sqlite":
        for name, _, _ in triggers():
            op.execute(f"DROP TRIGGER {name}")
    for name in ("asked", "stirred"):
        op.drop_table(name)
