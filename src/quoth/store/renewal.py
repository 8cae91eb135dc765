"""Links written anew, only those rows that changed; and what linking must know to work out no more than that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    type_coerce,
    update,
)

from quoth.records import Actor, ActorKind, Claim, ContactEvent, Copy, Disagreement, Links, Story
from quoth.store import tables
from quoth.store.blocks import keep_blocks
from quoth.store.counting import offices, recount, rest
from quoth.store.database import Source, dump, reading
from quoth.store.fetch import in_chunks
from quoth.store.places import actors_between, places_of
from quoth.store.rows import codec

STAGE = "stories"
"""The stage under whose name it is noted how stories were linked."""
JUDGED = "stories-judged"
"""The stage under which the judgements are noted that went into how stories are linked."""
NOTHING = "[]"
"""How no parts are written."""
MANY = 3000
"""Changed rows from which on all is counted anew: row by row takes longer."""

stirred = Table("stirred", tables.metadata, Column("document", Text, primary_key=True), Column("times", Integer, nullable=False))
"""Documents of which findings came, went or changed since links were worked out, with how often: triggers of the database note it."""
asked = Table(
    "asked",
    tables.metadata,
    Column("outlet", Text),
    Column("story", Text),
    PrimaryKeyConstraint("outlet", "story"),
    Index("ix_asked_story", "story"),
    sqlite_with_rowid=False,
)
"""Keys of outlets on which the claims of a story depend: whether the corpus has them."""

_LINKS: tuple[tuple[Table, type[Any], str], ...] = (
    (tables.stories, Story, "stories"),
    (tables.actors, Actor, "actors"),
    (tables.copies, Copy, "copies"),
    (tables.events, ContactEvent, "events"),
    (tables.claims, Claim, "claims"),
    (tables.disagreements, Disagreement, "disagreements"),
)
_OF_STORIES = frozenset({tables.claims.name, tables.disagreements.name})


# --- what is known ------------------------------------------------------------------------------------------------------------


def is_noted(source: Source) -> bool:
    """Whether the database notes what changes: only SQLite does."""
    with reading(source) as connection:
        return connection.dialect.name == "sqlite"


def linked_under(source: Source) -> str | None:
    """The name under which all stories were linked; None where nothing is known of it."""
    columns = tables.finished.c
    with reading(source) as connection:
        if not is_noted(connection):
            return None
        return connection.scalar(select(columns.fingerprint).where(columns.stage == STAGE))


def judged_before(source: Source) -> set[str]:
    """The judgements that went into how stories are linked."""
    columns = tables.finished.c
    with reading(source) as connection:
        return set(connection.scalars(select(columns.part).where(columns.stage == JUDGED)))


def is_judged_since(source: Source) -> bool:
    """Whether anybody judged, or took a judgement back, since links were worked out."""
    columns = tables.finished.c
    if linked_under(source) is None:
        return False
    known = select(columns.part).where(columns.stage == JUDGED)
    with reading(source) as connection:
        return connection.scalar(select(tables.judgements.c.id).where(tables.judgements.c.id.not_in(known)).limit(1)) is not None


class Called(NamedTuple):
    """An actor in short."""

    id: str
    name: str
    kind: ActorKind
    country: str | None


def called_actors(
    source: Source, *, ids: Collection[str] | None = None, kinds: Collection[ActorKind] | None = None
) -> dict[str, Called]:
    """Actors in short, by identifier: these, or all of some kinds."""
    columns = tables.actors.c
    query = select(columns.id, columns.name, columns.kind, columns.country)
    queries = [query] if ids is None else [query.where(columns.id.in_(chunk)) for chunk in in_chunks(ids, 500)]
    if kinds is not None:
        stretches = [actors_between(kind) for kind in kinds]
        queries = [query.where(columns.position >= first, columns.position < after) for first, after in stretches]
    with reading(source) as connection:
        return {row[0]: Called(*row) for each in queries for row in connection.execute(each)}


def titles_of(source: Source, actors: Collection[str]) -> dict[str, list[str]]:
    """The titles that documents give these actors."""
    columns, found = offices.c, dict[str, list[str]]()
    with reading(source) as connection:
        for chunk in in_chunks(actors, 500):
            query = select(columns.actor, columns.title).where(columns.actor.in_(chunk)).distinct()
            for actor, title in connection.execute(query):
                found.setdefault(actor, []).append(title)
    return found


def stirred_documents(source: Source) -> dict[str, int]:
    """The documents of which findings changed since links were worked out, with how often."""
    with reading(source) as connection:
        return dict(connection.execute(select(stirred.c.document, stirred.c.times)).all())


def stories_asking(source: Source, outlets: Collection[str]) -> set[str]:
    """The stories whose claims depend on whether the corpus has one of these outlets."""
    with reading(source) as connection:
        chunks = in_chunks(outlets)
        return {id_ for chunk in chunks for id_ in connection.scalars(select(asked.c.story).where(asked.c.outlet.in_(chunk)))}


def note_renewed(connection: Connection, links: Links) -> None:
    """Keep what links rest on."""
    renewed = links.renewed
    keep_blocks(connection, renewed.blocks if renewed else None)
    connection.execute(delete(tables.finished).where(tables.finished.c.stage == STAGE))
    if renewed is None:
        return
    connection.execute(insert(tables.finished), [{"stage": STAGE, "fingerprint": renewed.under, "part": STAGE}])
    judged = [{"stage": JUDGED, "fingerprint": "", "part": id_} for id_ in sorted(links.judged - judged_before(connection))]
    if judged:
        connection.execute(insert(tables.finished), judged)
    if renewed.seen:
        quiet = delete(stirred).where(stirred.c.document == bindparam("name"), stirred.c.times == bindparam("so_often"))
        connection.execute(quiet, [{"name": document, "so_often": times} for document, times in renewed.seen.items()])
    held = {story.id for story in links.stories}
    gone = set(connection.scalars(select(asked.c.story).distinct())) if renewed.stories is None else renewed.asked.keys()
    gone = {*gone, *(id_ for id_ in connection.scalars(select(asked.c.story).distinct()) if id_ not in held)}
    for chunk in in_chunks(gone):
        connection.execute(delete(asked).where(asked.c.story.in_(chunk)))
    rows = [{"outlet": outlet, "story": story} for story, keys in renewed.asked.items() for outlet in sorted(keys)]
    if rows:
        connection.execute(insert(asked), rows)


# --- writing ------------------------------------------------------------------------------------------------------------------


def renew_links(connection: Connection, links: Links) -> None:
    """Let the tables of links hold these, and change no row that holds them already."""
    changes = [*_all_changes(connection, links)]
    went, came = _memberships(connection, links.actors, next(one for one in changes if one.table is tables.actors))
    many = sum(len(one.gone) + len(one.came) + len(one.changed) for one in changes) + len(went) + len(came) > MANY
    if many:
        rest(connection)
    for chunk in in_chunks(went, 500):
        connection.execute(delete(tables.memberships).where(tables.memberships.c.referent.in_(chunk)))
    for one in changes:
        _change(connection, one)
    if came:
        connection.execute(insert(tables.memberships), came)
    if many:
        recount(connection)


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows of a table that go, come and change."""

    table: Table
    gone: Sequence[str]
    came: Sequence[dict[str, Any]]
    changed: Sequence[dict[str, Any]]


def _change(connection: Connection, changes: Changes) -> None:
    table = changes.table
    for chunk in in_chunks(changes.gone, 500):
        connection.execute(delete(table).where(table.c.id.in_(chunk)))
    if changes.came:
        connection.execute(insert(table), changes.came)
    if changes.changed:
        values: dict[str, Any] = {column.name: bindparam(f"new_{column.name}") for column in table.columns if column.name != "id"}
        rows = [{f"new_{name}": value for name, value in row.items()} for row in changes.changed]
        connection.execute(update(table).where(table.c.id == bindparam("new_id")).values(values), rows)


def _all_changes(connection: Connection, links: Links) -> Iterator[Changes]:
    fresh = links.renewed.stories if links.renewed else None
    replaced = links.renewed.actors if links.renewed else None
    gone: Collection[str] = ()
    for table, record, name in _LINKS:
        write = codec(record)
        nested = [isinstance(table.c[column].type, JSON) for column in write.columns]
        if name == "actors" and replaced is not None:
            held = _held(connection, table, write.columns, table.c.id, replaced | {one.id for one in links.actors})
        elif name in _OF_STORIES and fresh is not None:
            held = _held(connection, table, write.columns, table.c.story, {*fresh, *gone})
        else:
            held = _held(connection, table, write.columns)
        seen: set[str] = set()
        came, changed = list[dict[str, Any]](), list[dict[str, Any]]()
        for one, place in zip(getattr(links, name), places_of(links, name), strict=True):
            if one.id in seen:
                continue
            seen.add(one.id)
            values, before = write.values(one), held.pop(one.id, None)
            if before != (place, *_plain(values, nested)):
                row = {"position": place, **dict(zip(write.columns, values, strict=True))}
                (came if before is None else changed).append(row)
        gone = list(held) if name == "stories" else gone
        yield Changes(table, list(held), came, changed)


def _held(
    connection: Connection, table: Table, names: Sequence[str], by: Column[Any] | None = None, values: Collection[str] = ()
) -> dict[str, tuple[Any, ...]]:
    """The rows of a table, as they are written, by identifier: the place, then these columns; those with some values in a column, and none."""
    columns = [table.c[name] for name in names]
    written = [type_coerce(column, Text) if isinstance(column.type, JSON) else column for column in columns]
    query = select(table.c.id, table.c.position, *written)
    if by is None:
        return {row[0]: tuple(row[1:]) for row in connection.execute(query)}
    parts = [by.is_(None), *(by.in_(chunk) for chunk in in_chunks(sorted(values), 500))]
    return {row[0]: tuple(row[1:]) for part in parts for row in connection.execute(query.where(part))}


def _plain(values: Iterable[Any], nested: Iterable[bool]) -> list[Any]:
    """Values as they are written. ``nested``: whether each has parts."""
    return [
        (dump(value) if value else NOTHING) if parts and value is not None else value
        for value, parts in zip(values, nested, strict=True)
    ]


def _memberships(connection: Connection, actors: Iterable[Actor], changes: Changes) -> tuple[list[str], list[dict[str, str]]]:
    """The referents that leave an actor, and the memberships that come; of actors that stay as they are, none do."""
    columns, held = tables.memberships.c, dict[str, str]()
    other = {*changes.gone, *(row["id"] for row in (*changes.came, *changes.changed))}
    query = select(columns.referent, columns.actor)
    for chunk in in_chunks(sorted(other), 500):
        held.update(connection.execute(query.where(columns.actor.in_(chunk))).all())
    now: dict[str, str] = {}
    for actor in actors:
        for referent in actor.referents if actor.id in other else ():
            now.setdefault(referent, actor.id)
    went = [referent for referent, actor in held.items() if now.get(referent) != actor]
    came = [{"referent": referent, "actor": actor} for referent, actor in now.items() if held.get(referent) != actor]
    return went, came
