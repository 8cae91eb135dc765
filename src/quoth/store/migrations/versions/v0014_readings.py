"""How many documents were read under which name, how many articles they are, and how often they changed: what a page says of the whole ledger
costs no look at all of it.

Revision: 0014
"""

# ruff: noqa: S608 - every name in these statements is ours

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Text

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

AWAKE = "NOT EXISTS (SELECT 1 FROM finished WHERE stage = 'recount')"
"""While all is counted anew, row by row nothing is."""
CHANGED = "UPDATE corpus SET number = number + 1, name = NULL;"
ONE_MORE = "ON CONFLICT (fingerprint, language) DO UPDATE SET documents = documents + 1"
UNDER = "SELECT fingerprint FROM finished WHERE stage = 'extract' AND part = {row}.id"

ALONE = "NOT EXISTS (SELECT 1 FROM documents WHERE article = {row}.article AND id <> {row}.id)"
"""Whether a document is the only version of its article: 1 or 0."""

DOCUMENT_IN = f"""
  UPDATE corpus SET articles = articles + ({ALONE.format(row="new")});
  INSERT INTO readings VALUES ('', coalesce(new.language, ''), 1) {ONE_MORE};
  INSERT INTO readings SELECT fingerprint, coalesce(new.language, ''), 1 FROM finished
    WHERE stage = 'extract' AND part = new.id {ONE_MORE};"""
DOCUMENT_OUT = f"""
  UPDATE corpus SET articles = articles - ({ALONE.format(row="old")});
  UPDATE readings SET documents = documents - 1
    WHERE language = coalesce(old.language, '') AND (fingerprint = '' OR fingerprint IN ({UNDER.format(row="old")}));
  DELETE FROM readings WHERE documents <= 0;"""
READ_IN = f"""
  INSERT INTO readings SELECT new.fingerprint, coalesce(language, ''), 1 FROM documents WHERE id = new.part {ONE_MORE};"""
READ_OUT = """
  UPDATE readings SET documents = documents - 1
    WHERE fingerprint = old.fingerprint AND language = (SELECT coalesce(language, '') FROM documents WHERE id = old.part);
  DELETE FROM readings WHERE documents <= 0;"""

COUNTING = (
    ("readings_documents_in", "AFTER INSERT ON documents", "", DOCUMENT_IN),
    ("readings_documents_out", "BEFORE DELETE ON documents", "", DOCUMENT_OUT),
    ("readings_documents_change", "AFTER UPDATE OF language, article ON documents", "", DOCUMENT_OUT + DOCUMENT_IN),
    ("readings_in", "AFTER INSERT ON finished", "new.stage = 'extract' AND ", READ_IN),
    ("readings_out", "AFTER DELETE ON finished", "old.stage = 'extract' AND ", READ_OUT),
)
"""Name, event, of which rows, what is done."""
CHANGES = (
    ("corpus_documents_in", "AFTER INSERT ON documents", ""),
    ("corpus_documents_out", "AFTER DELETE ON documents", ""),
    ("corpus_in", "AFTER INSERT ON finished", "WHEN new.stage = 'extract'"),
    ("corpus_out", "AFTER DELETE ON finished", "WHEN old.stage = 'extract'"),
)


def upgrade() -> None:
    """Make the tables; keep them true where the database is SQLite. ``quoth.store.counting`` fills them."""
    op.create_table(
        "readings",
        Column("fingerprint", Text),
        Column("language", Text),
        Column("documents", Integer, nullable=False),
        PrimaryKeyConstraint("fingerprint", "language"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "corpus", Column("number", Integer, nullable=False), Column("articles", Integer, nullable=False), Column("name", Text)
    )
    op.execute("INSERT INTO corpus VALUES (0, 0, NULL)")
    if op.get_bind().dialect.name == "sqlite":
        for name, event, rows, body in COUNTING:
            op.execute(f"CREATE TRIGGER {name} {event} WHEN {rows}{AWAKE} BEGIN {body} END")
        for name, event, rows in CHANGES:
            op.execute(f"CREATE TRIGGER {name} {event} {rows} BEGIN {CHANGED} END")


def downgrade() -> None:
    """Drop the tables and what keeps them true."""
    if op.get_bind().dialect.name == "sqlite":
        for name, *_ in (*COUNTING, *CHANGES):
            op.execute(f"DROP TRIGGER {name}")
    for name in ("corpus", "readings"):
        op.drop_table(name)
