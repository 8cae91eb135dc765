"""What is worked out over all articles of a story, kept page by page, and forgotten by triggers as soon as anything changes that it rests on.

Revision: 0010
"""

# ruff: noqa: S608 - every name in these statements is ours

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, PrimaryKeyConstraint, Text

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

OF_DOCUMENT = "SELECT story FROM members WHERE document = {row}.document"
RESTS_ON = {
    "statements": OF_DOCUMENT,
    "referents": OF_DOCUMENT,
    "times": OF_DOCUMENT,
    "quantities": OF_DOCUMENT,
    "contacts": OF_DOCUMENT,
    "terms": OF_DOCUMENT,
    "members": "SELECT {row}.story",
    "documents": "SELECT story FROM members WHERE document = {row}.id",
    "finished": "SELECT story FROM members WHERE {row}.stage = 'extract' AND document = {row}.part",
    "memberships": "SELECT m.story FROM referents r JOIN members m ON m.document = r.document WHERE r.id = {row}.referent",
    "copies": "SELECT story FROM members WHERE document IN ({row}.copy, {row}.source)",
    "meetings": "SELECT m.story FROM contacts c JOIN members m ON m.document = c.document WHERE c.id = {row}.contact",
    "claims": "SELECT {row}.story",
    "disagreements": "SELECT {row}.story",
    "stories": "SELECT {row}.id",
}
"""Table → the stories that one of its rows bears on."""
AWAKE = "NOT EXISTS (SELECT 1 FROM finished WHERE stage = 'recount')"
"""While all is counted anew there is no sheet."""
RENAMED = """SELECT m.story FROM appearances a JOIN documents d ON d.number = a.number JOIN members m ON m.document = d.id
  WHERE a.actor = new.id"""


def upgrade() -> None:
    """Make the tables; forget what is out of date where the database is SQLite."""
    op.create_table("sheets", Column("story", Text), Column("made", Text, nullable=False), PrimaryKeyConstraint("story"))
    op.create_table(
        "sheet_pages",
        Column("story", Text),
        Column("section", Text),
        Column("number", Integer),
        Column("content", LargeBinary, nullable=False),
        PrimaryKeyConstraint("story", "section", "number"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for name, event, body in triggers():
            op.execute(f"CREATE TRIGGER {name} {event} WHEN {AWAKE} BEGIN {body} END")


def triggers() -> list[tuple[str, str, str]]:
    """Name, event, what is done."""
    events = (
        ("in", "AFTER INSERT ON", ("new",)),
        ("out", "AFTER DELETE ON", ("old",)),
        ("change", "AFTER UPDATE ON", ("old", "new")),
    )
    made = [
        (f"sheets_{table}_{name}", f"{event} {table}", " ".join(forget(stories.format(row=row)) for row in rows))
        for table, stories in RESTS_ON.items()
        for name, event, rows in events
    ]
    return [*made, ("sheets_actors_change", "AFTER UPDATE OF name, kind, country ON actors", forget(RENAMED))]


def forget(stories: str) -> str:
    """The sheets of these stories are out of date."""
    return f"DELETE FROM sheets WHERE story IN ({stories});"


def downgrade() -> None:
    """Drop the tables and what keeps them true."""
    if op.get_bind().dialect.name == "sqlite":
        for name, _, _ in triggers():
            op.execute(f"DROP TRIGGER {name}")
    for name in ("sheet_pages", "sheets"):
        op.drop_table(name)
