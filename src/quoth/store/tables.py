"""The one schema: a table a record, scalars as columns, nested parts as JSON columns.

Column names are the records' field names, with three rules: a ``Passage`` called ``content`` is ``content`` (its words) and
``content_spans``; a ``Span`` called ``span`` is ``start`` and ``end``; ``number`` and ``position`` belong to the table alone.
``position`` is a row's place in its document, in the order in which extraction told it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Nested = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""A nested part: objects by field name, tuples as arrays, spans as ``[start, end]``."""


def _text(name: str, *, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, index=index)


def _maybe(name: str, *, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=True, index=index)


def _whole(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=nullable)


def _figure(name: str) -> Column[float]:
    return Column(name, Float, nullable=True)


def _nested(name: str, *, nullable: bool = False) -> Column[object]:
    return Column(name, Nested, nullable=nullable)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


def _id() -> Column[str]:
    return Column("id", Text, nullable=False, unique=True)


def _document() -> Column[str]:
    return Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


def _finding(name: str, *columns: Column[object] | Column[str] | Column[int] | Column[float] | Column[bool]) -> Table:
    """A table of what extraction finds in a document, read in the order of ``position``."""
    place = Index(f"ix_{name}_document_position", "document", "position")
    return Table(name, metadata, _number(), _id(), _document(), _whole("position"), *columns, place)


originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),  # compressed with zlib
    _text("media_type"),
    _maybe("encoding"),
)

documents = Table(
    "documents",
    metadata,
    _number(),
    _id(),
    _text("article", index=True),
    _maybe("input_id"),
    _maybe("outlet"),
    _maybe("url"),
    _maybe("title"),
    _nested("authors"),
    _maybe("published"),
    _text("published_from"),
    _maybe("fetched"),
    _maybe("language"),
    _text("sha256"),
    _nested("origin", nullable=True),
    _text("text"),
    Column("original", Text, ForeignKey("originals.sha256"), nullable=False, index=True),
    _maybe("forwarded_from"),
    _maybe("reply_to"),
    _nested("based_on"),
    _nested("extra"),
    _maybe("modified"),
    _maybe("around"),
    _maybe("file"),  # origin.file, to find what a file gave before
    Index("ix_documents_published_id", "published", "id"),
)

segments = Table(
    "segments",
    metadata,
    _document(),
    _whole("position"),
    _text("kind"),
    _whole("start"),
    _whole("end"),
    PrimaryKeyConstraint("document", "position"),
)

set_aside = Table(
    "set_aside",
    metadata,
    _text("name"),
    _maybe("sha256"),
    _text("stage"),
    _text("reason"),
    _text("message"),
    _maybe("file"),  # the input file it came from, as documents.file
    _maybe("document"),  # the document, where one was read before it failed
    _maybe("fingerprint"),  # the settings with which it failed: with others it is tried again
    PrimaryKeyConstraint("stage", "name", "message"),
)

referents = _finding(
    "referents",
    _text("name", index=True),
    _text("kind"),
    _nested("names"),
    _nested("titles"),
    _nested("mentions"),
    _maybe("country"),
    _nested("members"),
)

statements = _finding(
    "statements",
    _text("form"),
    _text("stance", index=True),
    _maybe("source"),
    _nested("source_spans", nullable=True),
    _text("cue"),
    _nested("cue_spans"),
    _text("content"),
    _nested("content_spans"),
    _maybe("speaker", index=True),
    _maybe("undecided"),
    _maybe("addressee"),
    _nested("via"),
    _maybe("parent", index=True),
    Column("negated", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    _maybe("time"),
    _nested("proposition", nullable=True),
    _maybe("act"),
    _maybe("channel"),
)

times = _finding(
    "times", _whole("start"), _whole("end"), _text("text"), _text("type"), _maybe("value"), _maybe("edtf"), _nested("anchor")
)

quantities = _finding(
    "quantities",
    _whole("start"),
    _whole("end"),
    _text("text"),
    _figure("value"),
    _figure("low"),
    _figure("high"),
    _maybe("unit"),
    _maybe("of"),
    _maybe("as_of"),
    _maybe("statement"),
    _maybe("where"),
)

contacts = _finding(
    "contacts",
    _text("kind"),
    _nested("parties"),
    _nested("initiator", nullable=True),
    _maybe("date"),
    _nested("topics"),
    _whole("start"),
    _whole("end"),
    _maybe("statement"),
    _text("status"),
    _whole("weekday", nullable=True),
)

terms = _finding(
    "terms", _text("term"), _whole("start"), _whole("end"), _text("definition"), _nested("definition_spans"), _maybe("statement")
)

read_by = Table(
    "read_by",
    metadata,
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    _text("reader"),
    _maybe("model"),
    _maybe("address"),
    _whole("dropped_spans", nullable=True),
    _whole("dropped_statements", nullable=True),
)
"""Which reader found the statements of each document."""

FINDINGS = (referents, statements, times, quantities, contacts, terms)


def _link(name: str, *columns: Column[object] | Column[str] | Column[int] | Column[float] | Column[bool]) -> Table:
    """A table of what linking works out over the corpus, read in the order of ``position`` (``store.places``)."""
    position = Column("position", BigInteger().with_variant(Integer, "sqlite"), nullable=False)
    return Table(name, metadata, Column("id", Text, primary_key=True), position, *columns, Index(f"ix_{name}_position", "position"))


actors = _link("actors", _text("name", index=True), _text("kind"), _maybe("country"), _nested("referents"), _nested("evidence"))

memberships = Table(
    "memberships",
    metadata,
    Column("referent", Text, primary_key=True),
    Column("actor", Text, ForeignKey("actors.id", ondelete="CASCADE"), nullable=False, index=True),
)
"""``actors.referents`` turned round, for joins: the actor of each referent."""

copies = _link(
    "copies",
    _text("copy", index=True),
    _text("source", index=True),
    _text("kind"),
    Column("score", Float, nullable=False),
    Column("decided", Boolean, nullable=False),
    _nested("receipt"),
)

events = _link("events", _nested("contacts"))

stories = _link("stories", _text("title"), _nested("documents"), _maybe("first"), _maybe("last"))

claims = _link(
    "claims",
    _text("text"),
    _maybe("story", index=True),
    _nested("statements"),
    _nested("positions"),
    _nested("documents"),
    _whole("texts"),
    Column("origins_low", Integer),
    Column("origins_high", Integer),
    _nested("silent"),
    _nested("reckoning", nullable=True),
)

disagreements = _link(
    "disagreements",
    _maybe("story", index=True),
    _text("about"),
    _text("kind"),
    _nested("readings"),
    _maybe("claim"),
    _maybe("event"),
    Column("revised", Boolean, nullable=False),
)

LINKS = (memberships, actors, copies, events, stories, claims, disagreements)

sketches = Table(
    "sketches",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),  # the document's
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("bearer", BigInteger, nullable=False, unique=True),
    _text("article", index=True),
    _maybe("outlet", index=True),
    _whole("size"),
)
"""What the search for copies keeps of each document. This and the three tables that follow can be made again from the documents."""

namings = Table(
    "namings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("bearer", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""What may be an outlet in a document's furniture: which are, the corpus tells."""

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("bearer", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""``sketches.marks`` turned round: who bears each."""

overlaps = Table(
    "overlaps",
    metadata,
    _text("id"),
    Column("copy", Text, primary_key=True),
    Column("source", Text, primary_key=True, index=True),
    _text("kind"),
    Column("score", Float, nullable=False),
    Column("decided", Boolean, nullable=False),
    _nested("receipt"),
)
"""The edges of shared text, kept up to date document by document; ``copies`` holds them and the citations."""

SEARCH = (overlaps, fingerprints, namings, sketches)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    _text("kind"),
    _text("subject", index=True),
    _text("verdict"),
    _text("by"),
    _text("at"),
    _maybe("note"),
    _maybe("answers"),
    _nested("found", nullable=True),
)

unjudged = Table(
    "unjudged",
    metadata,
    _text("kind"),
    _text("id"),
    _maybe("document", index=True),
    _nested("row", nullable=True),
    PrimaryKeyConstraint("kind", "id"),
)
"""What the machine had, by table, where a judgement changed a row: the row's columns; null where it had none."""

register = Table(
    "register",
    metadata,
    _number(),
    _text("id", index=True),
    _text("file", index=True),
    _text("name"),
    _nested("names"),
    _maybe("kind"),
    _maybe("country"),
    _nested("titles"),
)
"""The user's own register: who is who, read from files of theirs."""

finished = Table(
    "finished",
    metadata,
    _text("stage"),
    _text("fingerprint"),
    _text("part"),
    PrimaryKeyConstraint("stage", "fingerprint", "part"),
    Index("ix_finished_part_stage_fingerprint", "part", "stage", "fingerprint"),
)
"""The ledger of finished work: a row is written in the same transaction as what the work put out."""
