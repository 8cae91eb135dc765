"""What the desk would otherwise count and turn round at every page, kept true by triggers; and indexes for what is listed in order.

Revision: 0008
"""

# ruff: noqa: S608 - every name in these statements is ours

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, Float, Integer, PrimaryKeyConstraint, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NESTED = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
UNDATED = "~"
"""Stands for no date: it comes after every date."""
DISPUTED = (
    "EXISTS (SELECT 1 FROM json_each({row}.positions) WHERE json_extract(value, '$.stance') = 'mixed') OR ("
    "EXISTS (SELECT 1 FROM json_each({row}.positions) WHERE json_extract(value, '$.stance') IN ('asserts', 'hedges')) AND "
    "EXISTS (SELECT 1 FROM json_each({row}.positions) WHERE json_extract(value, '$.stance') IN ('denies', 'doubts')))"
)
"""As ``quoth.view.claims.is_disputed`` has it."""
WIDTH = "coalesce((SELECT sum(json_array_length(value, '$.documents')) FROM json_each({row}.readings)), 0)"
OPEN = "instr({row}.evidence, '\"undecided: ') > 0"
OUTLET = "(SELECT outlet FROM documents WHERE number = {row}.number)"
AWAKE = "NOT EXISTS (SELECT 1 FROM finished WHERE stage = 'recount')"
"""While all is counted anew, row by row nothing is."""


def upgrade() -> None:
    """Make the tables and indexes; keep them true where the database is SQLite. ``quoth.store.counting`` fills them."""
    create_tables()
    create_indexes()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE names_words USING fts5(name, content='names', content_rowid='number', "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
        for name, event, body in (*TRIGGERS, *twice(), *names_words()):
            op.execute(text(f"CREATE TRIGGER {name} {event} WHEN {AWAKE} BEGIN {body} END".replace(":", "\\:")))


# --- tables ----------------------------------------------------------------------------------------------------------------


def word(name: str, *, nullable: bool = False) -> Column[str]:
    """Words."""
    return Column(name, Text, nullable=nullable)


def count(name: str) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def create_tables() -> None:
    """Every table."""
    counts = ("statements", "documents", "mentions", "appearances")
    op.create_table(
        "actor_tallies", word("actor"), word("name"), word("kind"), word("country", nullable=True), Column("open", Boolean, nullable=False),
        *map(count, counts), PrimaryKeyConstraint("actor"),
    )  # fmt: skip
    op.create_table(
        "sayings", word("actor"), word("published"), count("number"), count("position"), word("statement"),
        Column("score", Float, nullable=False), PrimaryKeyConstraint("actor", "published", "number", "position"), sqlite_with_rowid=False,
    )  # fmt: skip
    plain("appearances", ("actor", "number*"), "referents")
    op.create_table(
        "names",
        count("number"),
        word("actor"),
        word("name"),
        count("times"),
        PrimaryKeyConstraint("number"),
        UniqueConstraint("actor", "name"),
    )
    plain("offices", ("actor", "title", "of", "day"), "referents")
    plain("parties", ("referent", "contact"))
    plain("meetings", ("contact", "event"))
    plain("members", ("document", "story"))
    op.create_table(
        "story_tallies", word("story"), word("title"), word("first", nullable=True), word("last", nullable=True),
        *map(count, ("documents", "claims", "disputed", "points")), Column("summary", NESTED), PrimaryKeyConstraint("story"),
    )  # fmt: skip
    op.create_table(
        "claim_tallies", word("claim"), word("story", nullable=True), Column("disputed", Boolean, nullable=False),
        *map(count, ("parties", "documents")), PrimaryKeyConstraint("claim"),
    )  # fmt: skip
    op.create_table(
        "point_tallies",
        word("point"),
        word("story", nullable=True),
        word("kind"),
        count("documents"),
        PrimaryKeyConstraint("point"),
    )
    plain("taken", ("statement", "claim"))
    plain("standings", ("actor", "position*", "claim"))
    plain("silences", ("outlet", "claim"), "documents")
    plain("outlet_tallies", ("outlet",), "statements")
    plain("quoted", ("outlet", "actor"), "statements", "documents")
    plain("told", ("outlet", "story"), "documents")
    plain("exchanges", ("taker", "giver"), "copies", "citations")


def plain(name: str, keys: tuple[str, ...], *counts: str) -> None:
    """A table of keys (numbers with a star) with counts beside them."""
    columns = [count(key[:-1]) if key.endswith("*") else word(key) for key in keys]
    op.create_table(
        name, *columns, *map(count, counts), PrimaryKeyConstraint(*(key.rstrip("*") for key in keys)), sqlite_with_rowid=False
    )


def create_indexes() -> None:
    """What is listed in order, or looked up the other way round."""
    for table, *columns in (
        ("actor_tallies", "statements", "name", "actor"),
        ("actor_tallies", "kind", "statements", "name", "actor"),
        ("meetings", "event"),
        ("members", "story"),
        ("story_tallies", "documents", "story"),
        ("story_tallies", "disputed", "points", "story"),
        ("story_tallies", "last", "story"),
        ("claim_tallies", "disputed", "parties", "documents"),
        ("claim_tallies", "story", "disputed", "parties", "documents"),
        ("point_tallies", "kind", "documents", "point"),
        ("point_tallies", "story"),
        ("taken", "claim"),
        ("standings", "claim"),
        ("silences", "claim"),
        ("parties", "contact"),
        ("quoted", "outlet", "statements"),
        ("told", "outlet", "documents"),
        ("exchanges", "giver"),
        ("statements", "score", "id"),
        ("terms", "term"),
        ("finished", "part", "stage", "fingerprint"),
        ("documents", "outlet", "published", "article", "number"),
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    op.drop_index("ix_documents_outlet", "documents")
    head = ["id", "article", "outlet", "title", "published", "language", "number", "modified"]
    op.create_index("ix_documents_head", "documents", head)
    speakerless = text("speaker IS NULL AND source IS NOT NULL")
    op.create_index("ix_statements_speakerless", "statements", ["score", "id"], sqlite_where=speakerless)
    op.create_index("ix_statements_time", "statements", ["time"], sqlite_where=text("time IS NOT NULL"))
    op.create_index("ix_actor_tallies_open", "actor_tallies", ["name", "actor"], sqlite_where=text("open"))


def names_words() -> list[tuple[str, str, str]]:
    """The triggers that keep the words of names."""
    return [
        ("names_words_in", "AFTER INSERT ON names", "INSERT INTO names_words(rowid, name) VALUES (new.number, new.name);"),
        ("names_words_out", "AFTER DELETE ON names",
         "INSERT INTO names_words(names_words, rowid, name) VALUES ('delete', old.number, old.name);"),
    ]  # fmt: skip


# --- one row at a time -------------------------------------------------------------------------------------------------------


def enter(actor: str, where: str) -> str:
    """A referent enters the tallies of an actor; ``where`` says which referent ``r`` and document ``d`` it is."""
    of = f"FROM referents r JOIN documents d ON d.id = r.document{{}} WHERE {where}"
    return f"""
    INSERT INTO names(actor, name, times) SELECT {actor}, json_extract(n.value, '$.text'), sum(json_extract(n.value, '$.count'))
      {of.format(", json_each(r.names) n")} GROUP BY 2 ON CONFLICT(actor, name) DO UPDATE SET times = times + excluded.times;
    INSERT INTO offices SELECT {actor}, json_extract(t.value, '$.text'), coalesce(json_extract(t.value, '$.of'), ''),
      coalesce(substr(d.published, 1, 10), ''), count(*) {of.format(", json_each(r.titles) t")} GROUP BY 2, 3, 4
      ON CONFLICT(actor, title, of, day) DO UPDATE SET referents = referents + excluded.referents;
    UPDATE actor_tallies SET mentions = mentions + (SELECT coalesce(sum(json_array_length(r.mentions)), 0) {of.format("")})
      WHERE actor = {actor};
    INSERT INTO appearances SELECT {actor}, d.number, 1 {of.format("")} ON CONFLICT(actor, number) DO UPDATE SET referents = referents + 1;"""


def leave(actor: str, where: str) -> str:
    """A referent leaves the tallies of an actor."""
    of = f"FROM referents r JOIN documents d ON d.id = r.document{{}} WHERE {where}"
    offices = (
        "json_extract(t.value, '$.text'), coalesce(json_extract(t.value, '$.of'), ''), coalesce(substr(d.published, 1, 10), '')"
    )
    days = of.format(", json_each(r.titles) t")
    title = f"actor = {actor} AND (title, of, day) IN (SELECT {offices} {days})"
    return f"""
    UPDATE names SET times = times - (SELECT sum(json_extract(n.value, '$.count')) {of.format(", json_each(r.names) n")}
        AND json_extract(n.value, '$.text') = names.name)
      WHERE actor = {actor} AND name IN (SELECT json_extract(n.value, '$.text') {of.format(", json_each(r.names) n")});
    DELETE FROM names WHERE actor = {actor} AND times <= 0 AND name IN (SELECT json_extract(n.value, '$.text')
      {of.format(", json_each(r.names) n")}) AND name IS NOT (SELECT name FROM actor_tallies WHERE actor = {actor});
    UPDATE offices SET referents = referents - (SELECT count(*) {days} AND json_extract(t.value, '$.text') = offices.title
        AND coalesce(json_extract(t.value, '$.of'), '') = offices.of) WHERE {title};
    DELETE FROM offices WHERE referents <= 0 AND {title};
    UPDATE actor_tallies SET mentions = mentions - (SELECT coalesce(sum(json_array_length(r.mentions)), 0) {of.format("")})
      WHERE actor = {actor};
    UPDATE appearances SET referents = referents - 1 WHERE actor = {actor} AND number IN (SELECT d.number {of.format("")});
    DELETE FROM appearances WHERE referents <= 0 AND actor = {actor} AND number IN (SELECT d.number {of.format("")});"""


def say(actor: str, where: str) -> str:
    """Statements ``s`` enter the sayings of an actor."""
    return f"""
    INSERT INTO sayings SELECT {actor}, coalesce(d.published, '{UNDATED}'), d.number, s.position, s.id, s.score
      FROM statements s JOIN documents d ON d.id = s.document WHERE {where};"""


def unsay(actor: str, where: str) -> str:
    """Statements ``s`` leave the sayings of an actor."""
    return f"""
    DELETE FROM sayings WHERE (actor, published, number, position) IN (SELECT {actor}, coalesce(d.published, '{UNDATED}'), d.number, s.position
      FROM statements s JOIN documents d ON d.id = s.document WHERE {where});"""


OWNER = "(SELECT actor FROM memberships WHERE referent = {})"


def one_saying(row: str) -> str:
    """A statement, by its row before or after a change, for ``FROM``."""
    return f"""(SELECT m.actor, coalesce(d.published, '{UNDATED}') AS published, d.number FROM memberships m JOIN documents d
      ON d.id = {row}.document WHERE m.referent = {row}.speaker)"""


ADD_SAYING = f"INSERT INTO sayings SELECT actor, published, number, new.position, new.id, new.score FROM {one_saying('new')};"
DROP_SAYING = f"""DELETE FROM sayings WHERE (actor, published, number, position) IN
  (SELECT actor, published, number, old.position FROM {one_saying("old")});"""
ADD_SAID = """INSERT INTO outlet_tallies SELECT outlet, 1 FROM documents WHERE id = new.document AND outlet IS NOT NULL
  ON CONFLICT(outlet) DO UPDATE SET statements = statements + 1;"""
DROP_SAID = """UPDATE outlet_tallies SET statements = statements - 1 WHERE outlet = (SELECT outlet FROM documents WHERE id = old.document);
  DELETE FROM outlet_tallies WHERE statements <= 0 AND outlet = (SELECT outlet FROM documents WHERE id = old.document);"""


def alone(row: str) -> str:
    """Whether a saying is the only one of its actor in its document: 1 or 0."""
    return f"""NOT EXISTS (SELECT 1 FROM sayings o WHERE o.actor = {row}.actor AND o.published = {row}.published
      AND o.number = {row}.number AND o.position <> {row}.position)"""


def claim_in(row: str = "new") -> str:
    """A claim enters what is turned round and counted."""
    return f"""
    INSERT INTO claim_tallies VALUES ({row}.id, {row}.story, {DISPUTED.format(row=row)}, json_array_length({row}.positions),
      json_array_length({row}.documents));
    INSERT OR IGNORE INTO taken SELECT json_extract(value, '$.statement'), {row}.id FROM json_each({row}.statements);
    INSERT OR IGNORE INTO standings SELECT json_extract(value, '$.actor'), {row}.position, {row}.id FROM json_each({row}.positions);
    INSERT OR IGNORE INTO silences SELECT json_extract(value, '$.outlet'), {row}.id, json_array_length(value, '$.documents')
      FROM json_each({row}.silent);"""


CLAIM_OUT = """DELETE FROM claim_tallies WHERE claim = old.id; DELETE FROM taken WHERE claim = old.id;
  DELETE FROM standings WHERE claim = old.id; DELETE FROM silences WHERE claim = old.id;"""


def story_in() -> str:
    """A story enters what is turned round and counted."""
    held = "FROM claim_tallies WHERE story = new.id"
    return f"""
    INSERT INTO story_tallies VALUES (new.id, new.title, new.first, new.last, json_array_length(new.documents),
      (SELECT count(*) {held}), (SELECT coalesce(sum(disputed), 0) {held}), (SELECT count(*) FROM point_tallies WHERE story = new.id), NULL);
    INSERT OR IGNORE INTO members SELECT value, new.id FROM json_each(new.documents);"""


STORY_OUT = "DELETE FROM story_tallies WHERE story = old.id; DELETE FROM members WHERE story = old.id;"
POINT_IN = f"INSERT INTO point_tallies VALUES (new.id, new.story, new.kind, {WIDTH.format(row='new')});"
POINT_OUT = "DELETE FROM point_tallies WHERE point = old.id;"
ENDS = """FROM documents a, documents b WHERE a.id = {row}.copy AND b.id = {row}.source AND coalesce(a.outlet, '') <> coalesce(b.outlet, '')"""
COPY_IN = f"""INSERT INTO exchanges SELECT coalesce(a.outlet, ''), coalesce(b.outlet, ''), new.kind <> 'citation', new.kind = 'citation'
  {ENDS.format(row="new")} ON CONFLICT(taker, giver) DO UPDATE SET copies = copies + excluded.copies, citations = citations + excluded.citations;"""
STALE = """UPDATE story_tallies SET summary = NULL WHERE story IN (SELECT story FROM members WHERE document IN ({row}.copy, {row}.source));"""
PAIR = f"(taker, giver) IN (SELECT coalesce(a.outlet, ''), coalesce(b.outlet, '') {ENDS.format(row='old')})"
COPY_OUT = f"""UPDATE exchanges SET copies = copies - (old.kind <> 'citation'), citations = citations - (old.kind = 'citation') WHERE {PAIR};
  DELETE FROM exchanges WHERE copies <= 0 AND citations <= 0 AND {PAIR};"""
MEET = "INSERT OR IGNORE INTO parties SELECT json_extract(value, '$.referent'), new.id FROM json_each(new.parties) WHERE json_extract(value, '$.referent') IS NOT NULL;"
PART = "DELETE FROM parties WHERE contact = old.id;"

TRIGGERS = (
    ("actors_in", "AFTER INSERT ON actors", f"""
     INSERT INTO actor_tallies VALUES (new.id, new.name, new.kind, new.country, {OPEN.format(row="new")}, 0, 0, 0, 0);
     INSERT OR IGNORE INTO names(actor, name, times) VALUES (new.id, new.name, 0);"""),
    ("actors_change", "AFTER UPDATE ON actors", f"""
     UPDATE actor_tallies SET name = new.name, kind = new.kind, country = new.country, open = {OPEN.format(row="new")} WHERE actor = new.id;
     INSERT OR IGNORE INTO names(actor, name, times) VALUES (new.id, new.name, 0);
     DELETE FROM names WHERE actor = new.id AND times <= 0 AND name <> new.name;"""),
    ("actors_out", "BEFORE DELETE ON actors", """
     DELETE FROM memberships WHERE actor = old.id; DELETE FROM actor_tallies WHERE actor = old.id; DELETE FROM names WHERE actor = old.id;"""),
    ("memberships_in", "AFTER INSERT ON memberships", say("new.actor", "s.speaker = new.referent") + enter("new.actor", "r.id = new.referent")),
    ("memberships_out", "AFTER DELETE ON memberships",
     unsay("old.actor", "s.speaker = old.referent") + leave("old.actor", "r.id = old.referent")),
    ("referents_in", "AFTER INSERT ON referents", enter(OWNER.format("new.id"), "r.id = new.id AND EXISTS (SELECT 1 FROM memberships WHERE referent = new.id)")),
    ("referents_out", "BEFORE DELETE ON referents", leave(OWNER.format("old.id"), "r.id = old.id")),
    ("documents_out", "BEFORE DELETE ON documents", """
     DELETE FROM statements WHERE document = old.id; DELETE FROM referents WHERE document = old.id;"""),
    ("statements_in", "AFTER INSERT ON statements", ADD_SAYING + ADD_SAID),
    ("statements_out", "AFTER DELETE ON statements", DROP_SAYING + DROP_SAID),
    ("statements_change", "AFTER UPDATE OF speaker, score, position ON statements", DROP_SAYING + ADD_SAYING),
    ("sayings_in", "AFTER INSERT ON sayings", f"""
     UPDATE actor_tallies SET statements = statements + 1, documents = documents + ({alone("new")}) WHERE actor = new.actor;
     INSERT INTO quoted SELECT outlet, new.actor, 1, 1 FROM documents WHERE number = new.number AND outlet IS NOT NULL
       ON CONFLICT(outlet, actor) DO UPDATE SET statements = statements + 1, documents = documents + ({alone("new")});"""),
    ("sayings_out", "AFTER DELETE ON sayings", f"""
     UPDATE actor_tallies SET statements = statements - 1, documents = documents - ({alone("old")}) WHERE actor = old.actor;
     UPDATE quoted SET statements = statements - 1, documents = documents - ({alone("old")})
       WHERE outlet = {OUTLET.format(row="old")} AND actor = old.actor;
     DELETE FROM quoted WHERE statements <= 0 AND outlet = {OUTLET.format(row="old")} AND actor = old.actor;"""),
    ("appearances_in", "AFTER INSERT ON appearances", "UPDATE actor_tallies SET appearances = appearances + 1 WHERE actor = new.actor;"),
    ("appearances_out", "AFTER DELETE ON appearances", "UPDATE actor_tallies SET appearances = appearances - 1 WHERE actor = old.actor;"),
    ("members_in", "AFTER INSERT ON members", """
     INSERT INTO told SELECT outlet, new.story, 1 FROM documents WHERE id = new.document AND outlet IS NOT NULL
       ON CONFLICT(outlet, story) DO UPDATE SET documents = documents + 1;"""),
    ("members_out", "AFTER DELETE ON members", """
     UPDATE told SET documents = documents - 1 WHERE story = old.story AND outlet = (SELECT outlet FROM documents WHERE id = old.document);
     DELETE FROM told WHERE documents <= 0 AND story = old.story AND outlet = (SELECT outlet FROM documents WHERE id = old.document);"""),
    ("claim_tallies_in", "AFTER INSERT ON claim_tallies",
     "UPDATE story_tallies SET claims = claims + 1, disputed = disputed + new.disputed WHERE story = new.story;"),
    ("claim_tallies_out", "AFTER DELETE ON claim_tallies",
     "UPDATE story_tallies SET claims = claims - 1, disputed = disputed - old.disputed WHERE story = old.story;"),
    ("point_tallies_in", "AFTER INSERT ON point_tallies", "UPDATE story_tallies SET points = points + 1 WHERE story = new.story;"),
    ("point_tallies_out", "AFTER DELETE ON point_tallies", "UPDATE story_tallies SET points = points - 1 WHERE story = old.story;"),
)  # fmt: skip
"""Name, event, what is done."""


def twice() -> list[tuple[str, str, str]]:
    """The triggers of tables of which a changed row goes out as it was and comes in as it is."""
    tables = {
        "claims": (claim_in(), CLAIM_OUT),
        "stories": (story_in(), STORY_OUT),
        "disagreements": (POINT_IN, POINT_OUT),
        "copies": (COPY_IN + STALE.format(row="new"), COPY_OUT + STALE.format(row="old")),
        "contacts": (MEET, PART),
        "events": (
            "INSERT OR IGNORE INTO meetings SELECT value, new.id FROM json_each(new.contacts);",
            "DELETE FROM meetings WHERE event = old.id;",
        ),
    }
    return [
        (f"{table}_{name}", f"AFTER {event} ON {table}", body)
        for table, (come, go) in tables.items()
        for name, event, body in (("in", "INSERT", come), ("out", "DELETE", go), ("change", "UPDATE", go + come))
    ]
