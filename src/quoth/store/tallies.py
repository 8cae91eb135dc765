"""Counts and short rows that lists are made of, worked out by the database: no text of an article is fetched for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, and_, distinct, func, or_, select

from quoth.store import prepared, tables
from quoth.store.corpus import count_articles
from quoth.store.counted import ActorTally, Dated, Edge, Head, Member, OutletTally, StoryHead, StoryOrder, StorySummary, StoryTitle
from quoth.store.counting import (
    actor_tallies,
    claim_tallies,
    exchanges,
    members,
    outlet_tallies,
    point_tallies,
    quoted,
    silences,
    standings,
    story_tallies,
    taken,
    told,
)
from quoth.store.database import Source, reading
from quoth.store.fetch import CHUNK, WANTED, in_chunks
from quoth.store.lasting import lasting
from quoth.store.moments import moment_key, page_in_time


@dataclass(frozen=True, slots=True)
class Tallies:
    """Counts over a ledger."""

    engine: Source

    def heads(self, ids: Collection[str] | None = None) -> Iterator[Head]:
        """Documents without their texts, in no set order; those of ``ids`` where given."""
        if ids is None:
            yield from (Head(*row) for row in self._rows(prepared.HEADS))
            return
        for chunk in in_chunks(ids, 5 * CHUNK):
            yield from (Head(*row) for row in self._rows(prepared.HEADS_OF, chunk))

    def versions(self, articles: Collection[str]) -> Iterator[Dated]:
        """The documents of those of the articles that have several, in no set order."""
        for chunk in in_chunks(articles, 5 * CHUNK):
            yield from (Dated(*row) for row in self._rows(prepared.VERSIONS, chunk))

    def beginnings(self, length: int) -> dict[str, str]:
        """How the documents without a title begin, so many characters of each."""
        columns = tables.documents.c
        query = select(columns.id, func.substr(columns.text, 1, length)).where(func.coalesce(columns.title, "") == "")
        return dict(map(tuple, self._rows(query)))

    def known_as(self, name: str) -> list[str]:
        """The documents that came with this identifier or from this address."""
        columns = tables.documents.c
        return [row[0] for row in self._rows(select(columns.id).where(or_(columns.input_id == name, columns.url == name)))]

    def outlets(self) -> list[OutletTally]:
        """Every outlet, None for documents of unknown outlet; those with most articles first."""
        return list(lasting(self.engine, "outlet tallies", _tally_outlets))

    def documents_of(self, outlet: Collection[str], *, limit: int, offset: int = 0) -> list[str]:
        """The documents of an outlet, by all its names, newest first."""
        columns = tables.documents.c
        rows = select(columns.id, columns.published).where(columns.outlet.in_(outlet))
        dated = rows.where(columns.published.is_not(None))
        with reading(self.engine) as connection:
            page = page_in_time(connection, dated, columns.published, limit=limit, offset=offset, newest=True)
            found = [row[0] for row in page]
            if len(found) < limit:
                before = connection.scalar(dated.with_only_columns(func.count())) or 0
                undated = rows.where(columns.published.is_(None)).order_by(columns.id)
                found += connection.scalars(undated.limit(limit - len(found)).offset(max(0, offset - before)))
        return found

    # --- actors ------------------------------------------------------------------------------------------------------

    def actors(
        self,
        *,
        kinds: Collection[str] = (),
        words: str | None = None,
        mute: Collection[str] | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> list[ActorTally]:
        """Actors with those that say most first, of these kinds, whose name holds ``words``; where ``mute`` names are given without groups of
        these names and those that say nothing."""
        who = actor_tallies.c
        query = (
            select(who.actor, who.name, who.kind, who.country, who.statements, who.documents)
            .where(*_named(kinds, words, mute=mute))
            .order_by(who.statements.desc(), who.name, who.actor)
        )
        return [ActorTally(*row) for row in self._rows(query.limit(limit).offset(offset))]

    def count_actors(self, *, kinds: Collection[str] = (), words: str | None = None, mute: Collection[str] | None = None) -> int:
        """How many actors there are of these kinds, whose name holds ``words``; ``mute`` as in ``actors``."""
        return self._count(select(func.count()).select_from(actor_tallies).where(*_named(kinds, words, mute=mute)))

    def speakers_of(self, outlet: Collection[str], *, limit: int) -> tuple[list[ActorTally], int]:
        """Whom an outlet quotes, under all its names, those that say most first, and how many those are in all."""
        who, said = actor_tallies.c, quoted.c
        statements = func.sum(said.statements)
        query = (
            select(who.actor, who.name, who.kind, who.country, statements, func.sum(said.documents))
            .join_from(quoted, actor_tallies, who.actor == said.actor)
            .where(said.outlet.in_(outlet))
            .group_by(who.actor)
            .order_by(statements.desc(), who.name, who.actor)
            .limit(limit)
        )
        found = self._count(select(func.count(distinct(said.actor))).where(said.outlet.in_(outlet)))
        return [ActorTally(*row) for row in self._rows(query)], found

    # --- outlets -----------------------------------------------------------------------------------------------------

    def span_of(self, outlet: Collection[str]) -> tuple[int, str | None, str | None]:
        """How many documents an outlet has, by all its names, and between which dates."""
        columns = tables.documents.c
        query = select(func.count(), func.min(columns.published), func.max(columns.published)).where(columns.outlet.in_(outlet))
        count, first, last = self._rows(query)[0]
        return count, (first or "")[:10] or None, (last or "")[:10] or None

    def count_statements_of(self, outlet: Collection[str]) -> int:
        """How many statements the documents of an outlet have."""
        return self._count(
            select(func.coalesce(func.sum(outlet_tallies.c.statements), 0)).where(outlet_tallies.c.outlet.in_(outlet))
        )

    def exchanges_of(self, outlet: Collection[str], *, given: bool) -> list[tuple[str, int, int]]:
        """From which outlets one took words (or which took words from it, ``given``), in how many copies and citations."""
        columns = exchanges.c
        own, other = (columns.giver, columns.taker) if given else (columns.taker, columns.giver)
        query = select(other, columns.copies, columns.citations).where(own.in_(outlet), other.not_in(outlet))
        return [tuple(row) for row in self._rows(query.order_by((columns.copies + columns.citations).desc(), other))]

    def stories_of(self, outlet: Collection[str]) -> list[tuple[str, str, int]]:
        """The stories that an outlet tells, with their titles and how many of its documents each has."""
        documents = func.sum(told.c.documents)
        query = select(told.c.story, story_tallies.c.title, documents).join_from(
            told, story_tallies, story_tallies.c.story == told.c.story
        )
        query = query.where(told.c.outlet.in_(outlet)).group_by(told.c.story)
        return [tuple(row) for row in self._rows(query.order_by(documents.desc(), story_tallies.c.title, told.c.story))]

    def silent_of(self, outlet: Collection[str], *, limit: int, offset: int = 0) -> tuple[list[tuple[str, str, int]], int]:
        """Claims behind ``offset`` that were looked for in an outlet's documents and not found, with their words and in how many; how many in
        all."""
        columns = silences.c
        query = (
            select(columns.claim, tables.claims.c.text, columns.documents)
            .join_from(silences, tables.claims, tables.claims.c.id == columns.claim)
            .where(columns.outlet.in_(outlet))
            .order_by(columns.outlet, columns.claim)
            .limit(limit)
            .offset(offset)
        )
        found = self._count(select(func.count()).select_from(silences).where(columns.outlet.in_(outlet)))
        return [tuple(row) for row in self._rows(query)], found

    def statements_of(self, documents: Collection[str]) -> dict[str, int]:
        """How many statements each of these documents has; those without any are left out."""
        return {id_: count for chunk in in_chunks(documents, 5 * CHUNK) for id_, count in self._rows(prepared.STATEMENTS, chunk)}

    def takers(self, documents: Collection[str]) -> dict[str, int]:
        """How many documents took over each of these, whole or in part; those that none took over are left out."""
        return {id_: count for chunk in in_chunks(documents, 5 * CHUNK) for id_, count in self._rows(prepared.TAKERS, chunk)}

    # --- stories -----------------------------------------------------------------------------------------------------

    def stories(
        self,
        *,
        order: StoryOrder = "large",
        disputed: bool = False,
        outlets: Collection[str] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[StoryHead]:
        """Stories without their documents; only those with a dispute (``disputed``), or with a document of one of these outlets."""
        columns = story_tallies.c
        query = select(columns.story.label("id"), *(one for one in story_tallies.columns if one.name != "story")).where(
            *_of_stories(disputed=disputed, outlets=outlets)
        )
        with reading(self.engine) as connection:
            rows = connection.execute(query.order_by(*_story_order(order)).limit(limit).offset(offset)).mappings().all()
        return [StoryHead(**{**row, "summary": _summary(row["summary"])}) for row in rows]

    def story_heads(self, ids: Collection[str]) -> dict[str, StoryHead]:
        """These stories, as ``stories`` has them."""
        columns, found = story_tallies.c, dict[str, StoryHead]()
        query = select(columns.story.label("id"), *(one for one in story_tallies.columns if one.name != "story"))
        with reading(self.engine) as connection:
            for chunk in in_chunks(ids, CHUNK):
                rows = connection.execute(query.where(columns.story.in_(chunk))).mappings().all()
                found.update({row["id"]: StoryHead(**{**row, "summary": _summary(row["summary"])}) for row in rows})
        return found

    def story_titles(
        self,
        *,
        order: StoryOrder = "large",
        disputed: bool = False,
        outlets: Collection[str] | None = None,
        words: Collection[str] = (),
    ) -> list[StoryTitle]:
        """What stories are called and between which dates they lie, in the order of ``stories`` and as limited there; of those in plain letters
        only the ones that hold these words, whatever their case."""
        columns = story_tallies.c
        accented = columns.title.op("GLOB")("*[^\x01-\x7f]*")
        holding = [or_(accented, columns.title.icontains(word, autoescape=True)) for word in words if word.isascii()]
        query = select(columns.story, columns.title, columns.first, columns.last).where(
            *_of_stories(disputed=disputed, outlets=outlets), *holding
        )
        return [StoryTitle(*row) for row in self._rows(query.order_by(*_story_order(order)))]

    def titles_with(self, words: Collection[str]) -> dict[str, str]:
        """Stories whose titles hold one of the words, with their titles."""
        if not words:
            return {}
        columns = story_tallies.c
        holding = or_(*(columns.title.icontains(word, autoescape=True) for word in words))
        return dict(map(tuple, self._rows(select(columns.story, columns.title).where(holding))))

    def unsummed(self) -> list[str]:
        """Stories of which it is not kept what their documents come to."""
        return [row[0] for row in self._rows(select(story_tallies.c.story).where(story_tallies.c.summary.is_(None)))]

    def count_stories(self, *, disputed: bool = False, outlets: Collection[str] | None = None) -> int:
        """How many stories there are; as ``stories``."""
        return self._count(select(func.count()).select_from(story_tallies).where(*_of_stories(disputed=disputed, outlets=outlets)))

    def latest(self) -> str | None:
        """The last day of the latest story."""
        found: str | None = self._rows(select(func.max(story_tallies.c.last)))[0][0]
        return found[:10] if found else None

    def members(self, stories: Collection[str]) -> list[Member]:
        """The documents of stories, in order of publication, undated ones last."""
        columns = tables.documents.c
        query = (
            select(members.c.story, columns.id, columns.article, columns.outlet, columns.published)
            .join_from(members, tables.documents, columns.id == members.c.document)
            .where(members.c.story.in_(list(stories)))
        )
        found = [Member(*row) for row in self._rows(query)]
        return sorted(found, key=lambda one: (moment_key(one.published), one.article, one.id))

    def edges_among(self, stories: Collection[str]) -> list[Edge]:
        """The edges of copying from documents of stories."""
        columns = tables.copies.c
        query = (
            select(columns.copy, columns.source, columns.kind, columns.score)
            .join_from(members, tables.copies, columns.copy == members.c.document)
            .where(members.c.story.in_(list(stories)))
        )
        return [Edge(*row) for row in self._rows(query)]

    def story_of(self, document: str) -> tuple[str, str] | None:
        """The identifier and title of the story that a document belongs to."""
        columns = story_tallies.c
        query = select(columns.story, columns.title).join_from(members, story_tallies, columns.story == members.c.story)
        return next((tuple(row) for row in self._rows(query.where(members.c.document == document).limit(1))), None)

    def stories_with(self, documents: Collection[str]) -> dict[str, str]:
        """The story of each of these documents; those of none are left out."""
        return {id_: story for chunk in in_chunks(documents, 5 * CHUNK) for id_, story in self._rows(prepared.STORIES, chunk)}

    # --- claims and points -------------------------------------------------------------------------------------------

    def claims(self, story: str | None = None, *, disputed: bool = False, limit: int | None = None, offset: int = 0) -> list[str]:
        """Claims, or those of a story: disputed ones first, then those with most parties and documents."""
        columns = claim_tallies.c
        query = select(columns.claim).where(*_of_claims(story, disputed=disputed))
        order = (columns.disputed.desc(), columns.parties.desc(), columns.documents.desc(), columns.claim)
        return [row[0] for row in self._rows(query.order_by(*order).limit(limit).offset(offset))]

    def count_claims(self, story: str | None = None, *, disputed: bool = False) -> int:
        """How many claims there are, or a story has."""
        return self._count(select(func.count()).select_from(claim_tallies).where(*_of_claims(story, disputed=disputed)))

    def most_disputed(self, stories: Collection[str]) -> dict[str, tuple[str, str]]:
        """Of each of these stories the first of its disputed claims, with its words; those that have none are left out."""
        with reading(self.engine) as connection:
            found = {story: connection.execute(prepared.DISPUTED, {"story": story}).first() for story in stories}
        return {story: tuple(row) for story, row in found.items() if row}

    def claim_texts(self, story: str | None) -> list[tuple[str, str]]:
        """The claims of a story (of no story for None) with their words."""
        columns = tables.claims.c
        return [tuple(row) for row in self._rows(select(columns.id, columns.text).where(columns.story.is_not_distinct_from(story)))]

    def actors_of_story(self, story: str) -> set[str]:
        """Everybody who has a position on a claim of a story."""
        query = select(standings.c.actor).join_from(claim_tallies, standings, standings.c.claim == claim_tallies.c.claim)
        return {row[0] for row in self._rows(query.where(claim_tallies.c.story == story))}

    def claims_with(self, *statements: str) -> list[str]:
        """The claims on which one of these statements takes a stance."""
        query, found = select(taken.c.claim), dict[str, None]()
        for chunk in in_chunks(statements, 5 * CHUNK):
            found |= {row[0]: None for row in self._rows(query.where(taken.c.statement.in_(chunk)))}
        return list(found)

    def points(self, kind: str, *, limit: int | None = None, offset: int = 0) -> list[str]:
        """Points of difference of a kind, those in most documents first."""
        columns = point_tallies.c
        query = select(columns.point).where(columns.kind == kind).order_by(columns.documents.desc(), columns.point)
        return [row[0] for row in self._rows(query.limit(limit).offset(offset))]

    def count_points(self, kind: str) -> int:
        """How many points of difference of a kind there are."""
        return self._count(select(func.count()).select_from(point_tallies).where(point_tallies.c.kind == kind))

    # --- the whole ---------------------------------------------------------------------------------------------------

    def terms(self) -> list[str]:
        """Every expression that is defined, as it is written."""
        return [row[0] for row in self._rows(select(tables.terms.c.term).distinct().order_by(tables.terms.c.term))]

    def documents_defining(self, terms: Collection[str]) -> list[str]:
        """The documents that define one of these expressions."""
        columns = tables.terms.c
        return [row[0] for row in self._rows(select(columns.document).distinct().where(columns.term.in_(list(terms))))]

    def count_documents(self) -> int:
        """How many documents there are."""
        return self._count(select(func.count()).select_from(tables.documents))

    def count_articles(self) -> int:
        """How many articles there are, the versions of one counted once."""
        return count_articles(self.engine)

    def count_set_aside(self, reason: str | None = None) -> int:
        """How many inputs could not be used, or only in part; those of one reason, where it is given."""
        every = select(func.count()).select_from(tables.set_aside)
        return self._count(every if reason is None else every.where(tables.set_aside.c.reason == reason))

    def _count(self, query: Executable) -> int:
        found = self._rows(query)
        return int(found[0][0]) if found else 0

    def _rows(self, query: Executable, wanted: Collection[str] | None = None) -> Any:
        with reading(self.engine) as connection:
            return connection.execute(query, None if wanted is None else {WANTED: wanted}).all()


def _summary(kept: Any) -> StorySummary | None:
    return None if kept is None else StorySummary(kept[0], kept[1], tuple(kept[2]), kept[3])


def _named(kinds: Collection[str], words: str | None, *, mute: Collection[str] | None) -> list[ColumnElement[bool]]:
    columns = actor_tallies.c
    where: list[ColumnElement[bool]] = [columns.kind.in_(list(kinds))] if kinds else []
    if mute is not None:
        speaking = and_(columns.statements > 0, func.lower(columns.name).not_in(sorted(mute)))
        where.append(or_(columns.kind != "group", speaking))
    return where + [columns.name.icontains(word, autoescape=True) for word in (words or "").split()]


def _of_stories(*, disputed: bool, outlets: Collection[str] | None) -> list[ColumnElement[bool]]:
    columns = story_tallies.c
    where: list[ColumnElement[bool]] = [or_(columns.disputed > 0, columns.points > 0)] if disputed else []
    return where + ([] if outlets is None else [columns.story.in_(select(told.c.story).where(told.c.outlet.in_(list(outlets))))])


def _of_claims(story: str | None, *, disputed: bool) -> list[ColumnElement[bool]]:
    columns = claim_tallies.c
    where: list[ColumnElement[bool]] = [] if story is None else [columns.story == story]
    return [*where, columns.disputed] if disputed else where


def _story_order(order: StoryOrder) -> tuple[ColumnElement[Any], ...]:
    columns = story_tallies.c
    first: dict[StoryOrder, tuple[ColumnElement[Any], ...]] = {
        "large": (columns.documents.desc(),),
        "new": (columns.last.desc(), columns.documents.desc()),
        "disputed": (columns.disputed.desc(), columns.points.desc()),
    }
    return (*first[order], func.coalesce(columns.first, "~"), columns.story)


def _tally_outlets(connection: Connection) -> tuple[OutletTally, ...]:
    columns, count = tables.documents.c, func.count()
    query = select(columns.outlet, count, func.min(columns.published), func.max(columns.published)).group_by(columns.outlet)
    several = select(columns.article).group_by(columns.article).having(count > 1)
    versions = select(columns.outlet, count - func.count(distinct(columns.article))).where(columns.article.in_(several))
    more = dict(map(tuple, connection.execute(versions.group_by(columns.outlet))))  # few documents are versions of one article
    found = [OutletTally(outlet, n, n - more.get(outlet, 0), first, last) for outlet, n, first, last in connection.execute(query)]
    return tuple(sorted(found, key=lambda one: (-one.articles, one.outlet is not None, one.outlet or "")))
