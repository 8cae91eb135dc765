"""Counts and short rows that lists are made of, worked out by the database: no text of an article is fetched for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, distinct, func, select

from quoth.records import PositionStance
from quoth.store import tables
from quoth.store.database import Source, reading
from quoth.store.fetch import CHUNK, in_chunks


@dataclass(frozen=True, slots=True)
class Head:
    """A document without its text."""

    id: str
    article: str
    outlet: str | None
    title: str | None
    published: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class OutletTally:
    """An outlet, with how many documents and articles it has and between which dates."""

    outlet: str | None
    documents: int
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class ActorTally:
    """An actor, with how many statements it makes and in how many documents."""

    id: str
    name: str
    kind: str
    country: str | None
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class StoryHead:
    """A story without its documents."""

    id: str
    title: str
    first: str | None
    last: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class ClaimHead:
    """A claim without its words: where its positions stand."""

    id: str
    story: str | None
    stances: tuple[PositionStance, ...]
    """Of each position."""
    documents: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """Counts over a ledger."""

    engine: Source

    def heads(self, ids: Collection[str] | None = None) -> Iterator[Head]:
        """Documents without their texts, in no set order; those of ``ids`` where given."""
        columns = tables.documents.c
        query = select(columns.id, columns.article, columns.outlet, columns.title, columns.published, columns.language)
        if ids is None:
            yield from (Head(*row) for row in self._rows(query))
            return
        for chunk in in_chunks(ids, 5 * CHUNK):
            yield from (Head(*row) for row in self._rows(query.where(columns.id.in_(chunk))))

    def outlets(self) -> list[OutletTally]:
        """Every outlet, None for documents of unknown outlet; those with most articles first."""
        columns = tables.documents.c
        articles = func.count(distinct(columns.article))
        query = (
            select(columns.outlet, func.count(), articles, func.min(columns.published), func.max(columns.published))
            .group_by(columns.outlet)
            .order_by(articles.desc(), columns.outlet)
        )
        return [OutletTally(*row) for row in self._rows(query)]

    def documents_of(self, outlet: str) -> list[str]:
        """The documents of an outlet, newest first."""
        columns = tables.documents.c
        query = select(columns.id).where(columns.outlet == outlet).order_by(columns.published.desc(), columns.id)
        return [row[0] for row in self._rows(query)]

    def actors(
        self, *, kinds: Collection[str] = (), words: str | None = None, limit: int = 100, offset: int = 0
    ) -> list[ActorTally]:
        """Actors with those that say most first, of these kinds, whose name holds ``words``."""
        who, linked, said = tables.actors.c, tables.memberships.c, tables.statements.c
        spoken = (
            select(linked.actor, func.count().label("statements"), func.count(distinct(said.document)).label("documents"))
            .select_from(tables.statements.join(tables.memberships, said.speaker == linked.referent))
            .group_by(linked.actor)
        )
        if kinds or words:
            spoken = spoken.where(linked.actor.in_(select(who.id).where(*_named(kinds, words))))
        count = spoken.subquery()
        statements = func.coalesce(count.c.statements, 0)
        query = (
            select(who.id, who.name, who.kind, who.country, statements, func.coalesce(count.c.documents, 0))
            .select_from(tables.actors.outerjoin(count, count.c.actor == who.id))
            .where(*_named(kinds, words))
            .order_by(statements.desc(), who.name, who.id)
            .limit(limit)
            .offset(offset)
        )
        return [ActorTally(*row) for row in self._rows(query)]

    def count_actors(self, *, kinds: Collection[str] = (), words: str | None = None) -> int:
        """How many actors there are of these kinds, whose name holds ``words``."""
        query = select(func.count()).select_from(tables.actors).where(*_named(kinds, words))
        return int(self._rows(query)[0][0])

    def speakers(self, documents: Collection[str]) -> list[ActorTally]:
        """Who speaks in these documents, those that say most first."""
        who, linked, said = tables.actors.c, tables.memberships.c, tables.statements.c
        found: dict[str, ActorTally] = {}
        for chunk in in_chunks(documents, 5 * CHUNK):
            query = (
                select(who.id, who.name, who.kind, who.country, func.count(said.id), func.count(distinct(said.document)))
                .select_from(
                    tables.statements.join(tables.memberships, said.speaker == linked.referent).join(
                        tables.actors, linked.actor == who.id
                    )
                )
                .where(said.document.in_(chunk))
                .group_by(who.id)
            )
            for row in self._rows(query):
                one = ActorTally(*row)
                held = found.get(one.id)
                found[one.id] = (
                    one
                    if held is None
                    else ActorTally(
                        one.id, one.name, one.kind, one.country, one.statements + held.statements, one.documents + held.documents
                    )
                )
        return sorted(found.values(), key=lambda one: (-one.statements, one.name, one.id))

    def statements_of(self, documents: Collection[str]) -> dict[str, int]:
        """How many statements each of these documents has; those without any are left out."""
        columns = tables.statements.c
        found: dict[str, int] = {}
        for chunk in in_chunks(documents, 5 * CHUNK):
            query = select(columns.document, func.count()).where(columns.document.in_(chunk)).group_by(columns.document)
            found.update(dict(map(tuple, self._rows(query))))
        return found

    def stories(self) -> list[StoryHead]:
        """Every story without its documents, in no set order."""
        columns = tables.stories.c
        length = func.json_array_length(columns.documents)
        return [StoryHead(*row) for row in self._rows(select(columns.id, columns.title, columns.first, columns.last, length))]

    def claims(self, story: str | None = None) -> list[ClaimHead]:
        """Every claim, or those of a story, by where their positions stand, in no set order."""
        columns = tables.claims.c
        query = select(columns.id, columns.story, columns.positions, func.json_array_length(columns.documents))
        rows = self._rows(query if story is None else query.where(columns.story == story))
        return [ClaimHead(id_, of, tuple(one["stance"] for one in positions), documents) for id_, of, positions, documents in rows]

    def points(self, stories: Collection[str] | None = None) -> dict[str, int]:
        """On how many points the accounts of each story differ; stories without any are left out."""
        columns = tables.disagreements.c
        query = select(columns.story, func.count()).where(columns.story.is_not(None)).group_by(columns.story)
        return dict(map(tuple, self._rows(query if stories is None else query.where(columns.story.in_(list(stories))))))

    def story_of(self, document: str) -> tuple[str, str] | None:
        """The identifier and title of the story that a document belongs to."""
        columns = tables.stories.c
        query = select(columns.id, columns.title).where(cast(columns.documents, Text).contains(f'"{document}"', autoescape=True))
        return next((tuple(row) for row in self._rows(query.limit(1))), None)

    def claims_with(self, statement: str) -> list[str]:
        """The claims on which a statement takes a stance."""
        columns = tables.claims.c
        query = select(columns.id).where(cast(columns.statements, Text).contains(f'"{statement}"', autoescape=True))
        return [row[0] for row in self._rows(query)]

    def claims_of(self, actor: str) -> list[str]:
        """The claims on which an actor has a position."""
        columns = tables.claims.c
        query = select(columns.id).where(cast(columns.positions, Text).contains(f'"{actor}"', autoescape=True))
        return [row[0] for row in self._rows(query.order_by(columns.position))]

    def count_documents(self) -> int:
        """How many documents there are."""
        return int(self._rows(select(func.count()).select_from(tables.documents))[0][0])

    def count_articles(self) -> int:
        """How many articles there are, the versions of one counted once."""
        return int(self._rows(select(func.count(distinct(tables.documents.c.article))))[0][0])

    def count_set_aside(self) -> int:
        """How many inputs could not be used."""
        return int(self._rows(select(func.count()).select_from(tables.set_aside))[0][0])

    def _rows(self, query: Select[Any]) -> Any:
        with reading(self.engine) as connection:
            return connection.execute(query).all()


def _named(kinds: Collection[str], words: str | None) -> list[ColumnElement[bool]]:
    columns = tables.actors.c
    where: list[ColumnElement[bool]] = [columns.kind.in_(list(kinds))] if kinds else []
    return where + [columns.name.icontains(word, autoescape=True) for word in (words or "").split()]
