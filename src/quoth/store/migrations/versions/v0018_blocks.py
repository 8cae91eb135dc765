"""Which mentions bear on each other: one more document has only the actors worked out anew that it bears on.

Revision: 0018
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, PrimaryKeyConstraint, Text

from quoth.store.tables import Nested

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = ("blocks", "bearings", "settled", "companies", "company_names", "lent", "listed", "press")


def upgrade() -> None:
    """Make the tables."""
    _table("blocks", [_text("referent")], _text("document"), _number("block"), Column("state", Text))
    _table("bearings", [_number("key"), _number("block"), _number("asks")])
    titles = Column("titles", Nested, nullable=False)
    _table("settled", [_text("referent")], _text("kind"), titles, Column("country", Text), _number("told"))
    op.create_table(
        "companies",
        _text("document"),
        Column("story", Text),
        _number("alone"),
        Column("digest", BigInteger),
        Column("names", Nested, nullable=False),
        PrimaryKeyConstraint("document"),
    )
    _table("company_names", [_text("name")], _number("documents"))
    _table("lent", [_number("key"), _text("referent")], _text("state"))
    _table("listed", [_text("member"), _text("list")])
    op.create_table("press", _text("name"), Column("content", Nested, nullable=False), PrimaryKeyConstraint("name"))
    for table, column in (
        ("blocks", "document"),
        ("blocks", "block"),
        ("bearings", "block"),
        ("company_names", "documents"),
        ("lent", "referent"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Drop the tables."""
    for name in reversed(TABLES):
        op.drop_table(name)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), nullable=False, autoincrement=False)


def _table(name: str, keys: Sequence[Column[Any]], *beside: Column[Any]) -> None:
    op.create_table(name, *keys, *beside, PrimaryKeyConstraint(*(column.name for column in keys)), sqlite_with_rowid=False)
