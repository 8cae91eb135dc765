"""Full-text search: what a person types, as a query of SQLite's FTS5, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Float, Integer, Select, false, func, literal_column, select, table

from quoth.store import tables
from quoth.store.database import Source, reading

Kind = Literal["statement", "document"]
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or statement in which the words were found, best first."""

    kind: Kind
    id: str
    document: str
    snippet: str
    """Words around the find; what was found stands between ``MARKS``."""


MARKS = ("\x02", "\x03")
"""Control characters (start and end of text) around what was found in a snippet: they cannot stand in readable text."""

SNIPPET = 24
"""Words of a snippet."""

WEIGHED = 10_000
"""Rows that are all weighed to find the best."""
OF_MORE = 3_000
"""Of words that stand in more, those that were added first are weighed, so many: the best cannot be told anyway, and that is told quickly."""


def match_query(text: str) -> str | None:
    """The FTS5 query for all the words of ``text`` and all its quoted phrases; None where it has no word.

    Nothing that a person types is read as an operator, so no input is a syntax error.
    """
    terms = [phrase or word.replace('"', "") for phrase, word in _TERM.findall(text)]
    quoted = [f'"{term}"' for term in terms if _WORD.search(term)]
    return " ".join(quoted) or None


def statements_with(text: str) -> Select[Any]:
    """The ``number`` of every statement with all the words of ``text``; of none where ``text`` has no word."""
    number = literal_column("rowid", Integer)
    query = select(number).select_from(table("statements_words"))
    return query.where(_matches("statements", match_query(text)))


KINDS: tuple[Kind, ...] = get_args(Kind)


def find_hits(engine: Source, text: str, *, limit: int = 20, kinds: Collection[Kind] = KINDS) -> list[Hit]:
    """Statements, then documents (those of ``kinds``), with all the words of ``text``; at most ``limit`` of each, best first."""
    query = match_query(text)
    return [] if query is None else [hit for kind in KINDS if kind in kinds for hit in _hits(engine, kind, query, limit)]


def _hits(engine: Source, kind: Kind, query: str, limit: int) -> list[Hit]:
    """The best hits. The words around them are made for these alone: SQLite would make them for every row before it sorts."""
    found = tables.documents if kind == "document" else tables.statements
    document = found.c.id if kind == "document" else found.c.document
    words = table(f"{found.name}_words")
    number, rank = literal_column("rowid", Integer), literal_column("rank", Float)
    matching = _matches(found.name, query)
    having = select(func.count()).select_from(select(number).select_from(words).where(matching).limit(WEIGHED + 1).subquery())
    with reading(engine) as connection:
        most = WEIGHED if (connection.scalar(having) or 0) <= WEIGHED else OF_MORE
    weighed = select(number.label("number"), rank.label("rank")).select_from(words).where(matching).limit(most).subquery()
    best = (
        select(found.c.number, found.c.id, document)
        .join_from(weighed, found, weighed.c.number == found.c.number)
        .order_by(weighed.c.rank, found.c.id)
        .limit(limit)
    )
    with reading(engine) as connection:
        rows = connection.execute(best).all()
        snippet = func.snippet(literal_column(words.name), -1, *MARKS, "…", SNIPPET)
        around = select(number, snippet).select_from(words).where(matching, number.in_([row[0] for row in rows]))
        snippets = dict(map(tuple, connection.execute(around))) if rows else {}
    return [Hit(kind, id_, owner, snippets[place]) for place, id_, owner in rows]


def _matches(name: str, query: str | None) -> ColumnElement[bool]:
    """The words of ``query`` stand in the row. FTS5 compares the table's own name with the query."""
    return false() if query is None else literal_column(f"{name}_words").op("MATCH")(query)
