"""The first schema.

Revision: 0001
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WORDS = {"documents": ("title", "text"), "statements": ("source", "cue", "content")}
"""The columns of a table whose words are found by full-text search."""


def upgrade() -> None:
    """Make every table, and full-text search where the database is SQLite."""
    for create in (
        create_originals,
        create_documents,
        create_segments,
        create_set_aside,
        create_finished,
        create_judgements,
        create_referents,
        create_statements,
        create_times,
        create_quantities,
        create_contacts,
        create_terms,
        create_actors,
        create_memberships,
        create_copies,
        create_events,
        create_stories,
        create_claims,
        create_disagreements,
    ):
        create()
    if op.get_bind().dialect.name == "sqlite":
        for table, columns in WORDS.items():
            create_search(table, columns)


def number(name: str) -> Column[int]:
    """The key that full-text search refers to."""
    return Column(name, Integer, nullable=False, autoincrement=True)


def text(name: str, *, nullable: bool = False) -> Column[str]:
    """Words."""
    return Column(name, Text, nullable=nullable)


def whole(name: str, *, nullable: bool = False) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=nullable)


def figure(name: str, *, nullable: bool = False) -> Column[float]:
    """Any number."""
    return Column(name, Float, nullable=nullable)


def truth(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)


def content(name: str) -> Column[bytes]:
    """Bytes."""
    return Column(name, LargeBinary, nullable=False)


def nested(name: str, *, nullable: bool = False) -> Column[object]:
    """A nested part."""
    return Column(name, JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"), nullable=nullable)


def create_search(table: str, columns: tuple[str, ...]) -> None:
    """A full-text index over the table's own columns (no second copy of the words), kept true by triggers."""
    names = ", ".join(columns)
    new, old = (", ".join(f"{row}.{name}" for name in columns) for row in ("new", "old"))
    words = f"{table}_words"
    add = f"INSERT INTO {words}(rowid, {names}) VALUES (new.number, {new});"  # noqa: S608 - names are ours
    remove = f"INSERT INTO {words}({words}, rowid, {names}) VALUES ('delete', old.number, {old});"  # noqa: S608 - as above
    op.execute(
        f"CREATE VIRTUAL TABLE {words} USING fts5({names}, content='{table}', content_rowid='number', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(f"CREATE TRIGGER {words}_insert AFTER INSERT ON {table} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {words}_delete AFTER DELETE ON {table} BEGIN {remove} END")
    op.execute(f"CREATE TRIGGER {words}_update AFTER UPDATE ON {table} BEGIN {remove} {add} END")


def create_originals() -> None:
    """The bytes that documents were read from."""
    op.create_table(
        "originals",
        text("sha256"), content("content"), text("media_type"), text("encoding", nullable=True), PrimaryKeyConstraint("sha256"),
    )  # fmt: skip


def create_documents() -> None:
    """Articles and posts, every version."""
    op.create_table(
        "documents",
        number("number"), text("id"), text("article"), text("input_id", nullable=True), text("outlet", nullable=True),
        text("url", nullable=True), text("title", nullable=True), nested("authors"), text("published", nullable=True),
        text("published_from"), text("fetched", nullable=True), text("language", nullable=True), text("sha256"),
        nested("origin", nullable=True), text("text"), text("original"), text("forwarded_from", nullable=True),
        text("reply_to", nullable=True), nested("based_on"), nested("extra"), text("modified", nullable=True), text("around", nullable=True),
        text("file", nullable=True), PrimaryKeyConstraint("number"), ForeignKeyConstraint(["original"], ["originals.sha256"]),
        UniqueConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_documents_article", "documents", ["article"])
    op.create_index("ix_documents_original", "documents", ["original"])
    op.create_index("ix_documents_outlet", "documents", ["outlet"])
    op.create_index("ix_documents_published_id", "documents", ["published", "id"])


def create_segments() -> None:
    """Stretches of documents by kind."""
    op.create_table(
        "segments",
        text("document"), whole("position"), text("kind"), whole("start"), whole("end"),
        PrimaryKeyConstraint("document", "position"), ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
    )  # fmt: skip


def create_set_aside() -> None:
    """Inputs that could not be used."""
    op.create_table(
        "set_aside",
        text("name"), text("sha256", nullable=True), text("stage"), text("reason"), text("message"),
        text("file", nullable=True), text("document", nullable=True), text("fingerprint", nullable=True),
        PrimaryKeyConstraint("stage", "name", "message"),
    )  # fmt: skip


def create_finished() -> None:
    """The ledger of finished work."""
    op.create_table(
        "finished",
        text("stage"), text("fingerprint"), text("part"), PrimaryKeyConstraint("stage", "fingerprint", "part"),
    )  # fmt: skip


def create_judgements() -> None:
    """People's decisions."""
    op.create_table(
        "judgements",
        text("id"), text("kind"), text("subject"), text("verdict"), text("by"), text("at"), text("note", nullable=True),
        PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_judgements_subject", "judgements", ["subject"])


def create_referents() -> None:
    """Participants as documents tell of them."""
    op.create_table(
        "referents",
        number("number"), text("id"), text("document"), whole("position"), text("name"), text("kind"), nested("names"),
        nested("titles"), nested("mentions"), text("country", nullable=True), nested("members"), PrimaryKeyConstraint("number"),
        ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"), UniqueConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_referents_document_position", "referents", ["document", "position"])
    op.create_index("ix_referents_name", "referents", ["name"])


def create_statements() -> None:
    """Who said what."""
    op.create_table(
        "statements",
        number("number"), text("id"), text("document"), whole("position"), text("form"), text("stance"),
        text("source", nullable=True), nested("source_spans", nullable=True), text("cue"), nested("cue_spans"), text("content"),
        nested("content_spans"), text("speaker", nullable=True), text("undecided", nullable=True),
        text("addressee", nullable=True), nested("via"), text("parent", nullable=True), truth("negated"), figure("score"),
        text("time", nullable=True), nested("proposition", nullable=True), PrimaryKeyConstraint("number"),
        ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"), UniqueConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_statements_document_position", "statements", ["document", "position"])
    op.create_index("ix_statements_parent", "statements", ["parent"])
    op.create_index("ix_statements_speaker", "statements", ["speaker"])
    op.create_index("ix_statements_stance", "statements", ["stance"])


def create_times() -> None:
    """Time expressions."""
    op.create_table(
        "times",
        number("number"), text("id"), text("document"), whole("position"), whole("start"), whole("end"), text("text"),
        text("type"), text("value", nullable=True), text("edtf", nullable=True), nested("anchor"),
        PrimaryKeyConstraint("number"), ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        UniqueConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_times_document_position", "times", ["document", "position"])


def create_quantities() -> None:
    """Figures."""
    op.create_table(
        "quantities",
        number("number"), text("id"), text("document"), whole("position"), whole("start"), whole("end"), text("text"),
        figure("value", nullable=True), figure("low", nullable=True), figure("high", nullable=True),
        text("unit", nullable=True), text("of", nullable=True), text("as_of", nullable=True), text("statement", nullable=True),
        PrimaryKeyConstraint("number"), ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        UniqueConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_quantities_document_position", "quantities", ["document", "position"])


def create_contacts() -> None:
    """Calls, meetings, letters."""
    op.create_table(
        "contacts",
        number("number"), text("id"), text("document"), whole("position"), text("kind"), nested("parties"),
        nested("initiator", nullable=True), text("date", nullable=True), nested("topics"), whole("start"), whole("end"),
        text("statement", nullable=True), text("status"), whole("weekday", nullable=True), PrimaryKeyConstraint("number"),
        ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"), UniqueConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_contacts_document_position", "contacts", ["document", "position"])


def create_terms() -> None:
    """Definitions."""
    op.create_table(
        "terms",
        number("number"), text("id"), text("document"), whole("position"), text("term"), whole("start"), whole("end"),
        text("definition"), nested("definition_spans"), text("statement", nullable=True), PrimaryKeyConstraint("number"),
        ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"), UniqueConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_terms_document_position", "terms", ["document", "position"])


def create_actors() -> None:
    """Participants over all documents."""
    op.create_table(
        "actors",
        text("id"), whole("position"), text("name"), text("kind"), text("country", nullable=True), nested("referents"),
        nested("evidence"), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_actors_name", "actors", ["name"])
    op.create_index("ix_actors_position", "actors", ["position"], unique=True)


def create_memberships() -> None:
    """The actor of each referent."""
    op.create_table(
        "memberships",
        text("referent"), text("actor"), PrimaryKeyConstraint("referent"),
        ForeignKeyConstraint(["actor"], ["actors.id"], ondelete="CASCADE"),
    )  # fmt: skip
    op.create_index("ix_memberships_actor", "memberships", ["actor"])


def create_copies() -> None:
    """Edges between documents."""
    op.create_table(
        "copies",
        text("id"), whole("position"), text("copy"), text("source"), text("kind"), figure("score"), truth("decided"),
        nested("receipt"), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_copies_copy", "copies", ["copy"])
    op.create_index("ix_copies_position", "copies", ["position"], unique=True)
    op.create_index("ix_copies_source", "copies", ["source"])


def create_events() -> None:
    """Contacts as a whole."""
    op.create_table(
        "events",
        text("id"), whole("position"), nested("contacts"), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_events_position", "events", ["position"], unique=True)


def create_stories() -> None:
    """Documents about the same run of events."""
    op.create_table(
        "stories",
        text("id"), whole("position"), text("title"), nested("documents"), text("first", nullable=True),
        text("last", nullable=True), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_stories_position", "stories", ["position"], unique=True)


def create_claims() -> None:
    """Propositions and who stands where."""
    op.create_table(
        "claims",
        text("id"), whole("position"), text("text"), text("story", nullable=True), nested("statements"), nested("positions"),
        nested("documents"), whole("texts"), whole("origins_low", nullable=True), whole("origins_high", nullable=True),
        nested("silent"), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_claims_position", "claims", ["position"], unique=True)
    op.create_index("ix_claims_story", "claims", ["story"])


def create_disagreements() -> None:
    """Points on which accounts differ."""
    op.create_table(
        "disagreements",
        text("id"), whole("position"), text("story", nullable=True), text("about"), text("kind"), nested("readings"),
        text("claim", nullable=True), text("event", nullable=True), truth("revised"), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_disagreements_position", "disagreements", ["position"], unique=True)
    op.create_index("ix_disagreements_story", "disagreements", ["story"])
