"""What is counted and turned round for pages: the tables, and counting all of them anew. Row by row, triggers of the database keep them true."""

# ruff: noqa: S608 - every name in these statements is ours

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Boolean, Column, Connection, Float, Index, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint, text

from quoth.store import corpus
from quoth.store.moments import UNDATED
from quoth.store.tables import Nested, documents, metadata, statements, terms


def _word(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _plain(name: str, keys: tuple[str, ...], *counts: str, indexes: tuple[tuple[str, ...], ...] = ()) -> Table:
    """A table of keys (numbers with a star) with counts beside them."""
    columns = [_count(key[:-1]) if key.endswith("*") else _word(key) for key in keys]
    primary = PrimaryKeyConstraint(*(key.rstrip("*") for key in keys))
    return Table(name, metadata, *columns, *map(_count, counts), primary, *_indexes(name, *indexes), sqlite_with_rowid=False)


def _indexes(table: str, *columns: tuple[str, ...]) -> tuple[Index, ...]:
    return tuple(Index(f"ix_{table}_{'_'.join(names)}", *names) for names in columns)


actor_tallies = Table(
    "actor_tallies",
    metadata,
    Column("actor", Text, primary_key=True),
    _word("name"),
    _word("kind"),
    _word("country", nullable=True),
    Column("open", Boolean, nullable=False),  # who it is, is not decided
    _count("statements"),
    _count("documents"),  # in which it says something
    _count("mentions"),
    _count("appearances"),  # documents that mention it
    *_indexes("actor_tallies", ("statements", "name", "actor"), ("kind", "statements", "name", "actor")),
)
sayings = Table(
    "sayings",
    metadata,
    _word("actor"),
    _word("published"),
    _count("number"),  # the document's
    _count("position"),
    _word("statement"),
    Column("score", Float, nullable=False),
    PrimaryKeyConstraint("actor", "published", "number", "position"),
    sqlite_with_rowid=False,
)
"""The statements of each actor, in order of publication."""
appearances = _plain("appearances", ("actor", "number*"), "referents")
"""The documents that mention each actor, with how many of their referents are it."""
names = Table(
    "names",
    metadata,
    Column("number", Integer, primary_key=True),
    _word("actor"),
    _word("name"),
    _count("times"),
    UniqueConstraint("actor", "name"),
)
"""What each actor is called, and how often; its own name too where no document has it. Its words are found in ``names_words``."""
offices = _plain("offices", ("actor", "title", "of", "day"), "referents")
parties = _plain("parties", ("referent", "contact"), indexes=(("contact",),))
meetings = _plain("meetings", ("contact", "event"), indexes=(("event",),))
members = _plain("members", ("document", "story"), indexes=(("story",),))
story_tallies = Table(
    "story_tallies",
    metadata,
    Column("story", Text, primary_key=True),
    _word("title"),
    _word("first", nullable=True),
    _word("last", nullable=True),
    _count("documents"),
    _count("claims"),
    _count("disputed"),
    _count("points"),
    Column(
        "summary", Nested
    ),  # articles, texts, outlets, nameless; null where documents or copies changed since links were worked out
    *_indexes("story_tallies", ("documents", "story"), ("disputed", "points", "story"), ("last", "story")),
)
claim_tallies = Table(
    "claim_tallies",
    metadata,
    Column("claim", Text, primary_key=True),
    _word("story", nullable=True),
    Column("disputed", Boolean, nullable=False),
    _count("parties"),
    _count("documents"),
    *_indexes("claim_tallies", ("disputed", "parties", "documents"), ("story", "disputed", "parties", "documents")),
)
point_tallies = Table(
    "point_tallies",
    metadata,
    Column("point", Text, primary_key=True),
    _word("story", nullable=True),
    _word("kind"),
    _count("documents"),
    *_indexes("point_tallies", ("kind", "documents", "point"), ("story",)),
)
taken = _plain("taken", ("statement", "claim"), indexes=(("claim",),))
"""On which claims a statement takes a stance."""
standings = _plain("standings", ("actor", "position*", "claim"), indexes=(("claim",),))
"""On which claims an actor has a position; ``position`` is the claim's place among all."""
silences = _plain("silences", ("outlet", "claim"), "documents", indexes=(("claim",),))
outlet_tallies = _plain("outlet_tallies", ("outlet",), "statements")
quoted = _plain("quoted", ("outlet", "actor"), "statements", "documents", indexes=(("outlet", "statements"),))
told = _plain("told", ("outlet", "story"), "documents", indexes=(("outlet", "documents"),))
exchanges = _plain("exchanges", ("taker", "giver"), "copies", "citations", indexes=(("giver",),))
"""How many documents of one outlet took words from those of another; an unknown outlet is empty."""

Index(
    "ix_documents_head",
    *(documents.c[name] for name in ("id", "article", "outlet", "title", "published", "language", "number", "modified")),
)
Index("ix_documents_outlet_published_article_number", *(documents.c[name] for name in ("outlet", "published", "article", "number")))
Index("ix_statements_score_id", statements.c.score, statements.c.id)
Index(
    "ix_statements_speakerless",
    statements.c.score,
    statements.c.id,
    sqlite_where=text("speaker IS NULL AND source IS NOT NULL"),
)
Index("ix_statements_time", statements.c.time, sqlite_where=text("time IS NOT NULL"))
Index("ix_terms_term", terms.c.term)
Index("ix_actor_tallies_open", actor_tallies.c.name, actor_tallies.c.actor, sqlite_where=text("open"))

COUNTED = (
    sayings, appearances, names, offices, quoted, actor_tallies, outlet_tallies, parties, meetings, told, members, taken, standings, silences,
    claim_tallies, point_tallies, story_tallies, exchanges, corpus.readings,
)  # fmt: skip

_READ = "FROM memberships m JOIN referents r ON r.id = m.referent JOIN documents d ON d.id = r.document"
_TAKES = "EXISTS (SELECT 1 FROM json_each(c.positions) WHERE json_extract(value, '$.stance') IN ({}))"
_DISPUTED = f"""{_TAKES.format("'mixed'")} OR ({_TAKES.format("'asserts', 'hedges'")} AND {_TAKES.format("'denies', 'doubts'")})"""
_FILL = (
    f"""INSERT INTO sayings SELECT m.actor, coalesce(d.published, '{UNDATED}'), d.number, s.position, s.id, s.score
        FROM statements s JOIN memberships m ON m.referent = s.speaker JOIN documents d ON d.id = s.document""",
    f"INSERT INTO appearances SELECT m.actor, d.number, count(*) {_READ} GROUP BY 1, 2",
    f"""INSERT INTO names(actor, name, times) SELECT m.actor, json_extract(n.value, '$.text'), sum(json_extract(n.value, '$.count'))
        {_READ}, json_each(r.names) n GROUP BY 1, 2""",
    "INSERT OR IGNORE INTO names(actor, name, times) SELECT id, name, 0 FROM actors",
    "INSERT INTO names_words(names_words) VALUES ('rebuild')",
    f"""INSERT INTO offices SELECT m.actor, json_extract(t.value, '$.text'), coalesce(json_extract(t.value, '$.of'), ''),
        coalesce(substr(d.published, 1, 10), ''), count(*) {_READ}, json_each(r.titles) t GROUP BY 1, 2, 3, 4""",
    """INSERT INTO quoted SELECT d.outlet, s.actor, count(*), count(DISTINCT d.number) FROM sayings s JOIN documents d ON d.number = s.number
       WHERE d.outlet IS NOT NULL GROUP BY 1, 2""",
    f"""INSERT INTO actor_tallies SELECT a.id, a.name, a.kind, a.country, instr(a.evidence, '"undecided: ') > 0, coalesce(s.statements, 0),
        coalesce(s.documents, 0), coalesce(m.mentions, 0), coalesce(p.documents, 0) FROM actors a
        LEFT JOIN (SELECT actor, count(*) AS statements, count(DISTINCT number) AS documents FROM sayings GROUP BY 1) s ON s.actor = a.id
        LEFT JOIN (SELECT actor, count(*) AS documents FROM appearances GROUP BY 1) p ON p.actor = a.id
        LEFT JOIN (SELECT m.actor, sum(json_array_length(r.mentions)) AS mentions {_READ} GROUP BY 1) m ON m.actor = a.id""",
    """INSERT INTO outlet_tallies SELECT d.outlet, count(*) FROM statements s JOIN documents d ON d.id = s.document
       WHERE d.outlet IS NOT NULL GROUP BY 1""",
    """INSERT OR IGNORE INTO parties SELECT json_extract(p.value, '$.referent'), c.id FROM contacts c, json_each(c.parties) p
       WHERE json_extract(p.value, '$.referent') IS NOT NULL""",
    "INSERT OR IGNORE INTO meetings SELECT c.value, e.id FROM events e, json_each(e.contacts) c",
    "INSERT OR IGNORE INTO members SELECT d.value, s.id FROM stories s, json_each(s.documents) d",
    """INSERT INTO told SELECT d.outlet, m.story, count(*) FROM members m JOIN documents d ON d.id = m.document
       WHERE d.outlet IS NOT NULL GROUP BY 1, 2""",
    "INSERT OR IGNORE INTO taken SELECT json_extract(s.value, '$.statement'), c.id FROM claims c, json_each(c.statements) s",
    "INSERT OR IGNORE INTO standings SELECT json_extract(p.value, '$.actor'), c.position, c.id FROM claims c, json_each(c.positions) p",
    """INSERT OR IGNORE INTO silences SELECT json_extract(s.value, '$.outlet'), c.id, json_array_length(s.value, '$.documents')
       FROM claims c, json_each(c.silent) s""",
    f"""INSERT INTO claim_tallies SELECT c.id, c.story, {_DISPUTED}, json_array_length(c.positions), json_array_length(c.documents)
        FROM claims c""",
    """INSERT INTO point_tallies SELECT p.id, p.story, p.kind,
       coalesce((SELECT sum(json_array_length(value, '$.documents')) FROM json_each(p.readings)), 0) FROM disagreements p""",
    """INSERT INTO story_tallies SELECT s.id, s.title, s.first, s.last, json_array_length(s.documents), coalesce(c.claims, 0),
       coalesce(c.disputed, 0), coalesce(p.points, 0), NULL FROM stories s
       LEFT JOIN (SELECT story, count(*) AS claims, sum(disputed) AS disputed FROM claim_tallies GROUP BY 1) c ON c.story = s.id
       LEFT JOIN (SELECT story, count(*) AS points FROM point_tallies GROUP BY 1) p ON p.story = s.id""",
    """INSERT INTO exchanges SELECT coalesce(a.outlet, ''), coalesce(b.outlet, ''), sum(e.kind <> 'citation'), sum(e.kind = 'citation')
       FROM copies e JOIN documents a ON a.id = e.copy JOIN documents b ON b.id = e.source
       WHERE coalesce(a.outlet, '') <> coalesce(b.outlet, '') GROUP BY 1, 2""",
    *corpus.FILL,
)


def rest(connection: Connection) -> None:
    """Let the triggers rest, in this transaction, until all is counted anew; what they would have taken back is forgotten."""
    connection.execute(text("DELETE FROM sheets"))
    connection.execute(text("INSERT OR IGNORE INTO finished (stage, fingerprint, part) VALUES ('recount', '', '')"))


def recount(connection: Connection) -> None:
    """Count everything anew."""
    rest(connection)
    for table in COUNTED:
        connection.execute(table.delete())
    for statement in _FILL:
        connection.exec_driver_sql(statement)
    connection.execute(text("DELETE FROM finished WHERE stage = 'recount'"))


def keep_summaries(connection: Connection, summaries: Mapping[str, Sequence[object]]) -> None:
    """Keep what the documents of stories come to: articles, texts, outlets in order, documents of no known outlet."""
    columns = story_tallies.c
    for story, summary in summaries.items():
        connection.execute(story_tallies.update().where(columns.story == story).values(summary=list(summary)))
