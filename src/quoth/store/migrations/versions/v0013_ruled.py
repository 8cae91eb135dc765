"""Judgements turned round: what each is about, and in which article, so that a page reads those that concern it.

Revision: 0013
"""

# ruff: noqa: S608 - every name in these statements is ours

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, PrimaryKeyConstraint, Text

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

THINGS = """json_each('[' || replace(json_quote({row}.subject), ' ', '","') || ']')"""
"""What a judgement is about: its subject names it by identifiers with spaces between."""
FILL = f"""INSERT OR IGNORE INTO ruled SELECT t.value, {{row}}.kind, {{row}}.id, json_extract({{row}}.found, '$.row.document')
  FROM {{beside}}{THINGS} t WHERE t.value <> ''"""


def upgrade() -> None:
    """Make the table and fill it; keep it true where the database is SQLite."""
    op.create_table(
        "ruled",
        Column("thing", Text),
        Column("kind", Text),
        Column("judgement", Text),
        Column("document", Text),
        PrimaryKeyConstraint("thing", "kind", "judgement"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ruled_document", "ruled", ["document"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(FILL.format(row="j", beside="judgements j, "))
        op.execute(f"CREATE TRIGGER ruled_in AFTER INSERT ON judgements BEGIN {FILL.format(row='new', beside='')}; END")
        op.execute("CREATE TRIGGER ruled_out AFTER DELETE ON judgements BEGIN DELETE FROM ruled WHERE judgement = old.id; END")


def downgrade() -> None:
    """Drop the table and what keeps it true."""
    if op.get_bind().dialect.name == "sqlite":
        for name in ("ruled_in", "ruled_out"):
            op.execute(f"DROP TRIGGER {name}")
    op.drop_table("ruled")
