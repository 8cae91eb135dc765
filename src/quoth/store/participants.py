"""All participants of all documents at once, as linking looks at them: lean, and what many are told by read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, select

from quoth.records import Referent
from quoth.store import tables
from quoth.store.database import Source, load, reading
from quoth.store.rows import codec


def every_referent(source: Source) -> list[Referent]:
    """The participants of all documents, without their mentions, in no set order."""
    with reading(source) as connection:
        return read_referents(connection.execute(select(*wanted())))


def wanted() -> list[ColumnElement[Any]]:
    """The columns that ``read_referents`` reads."""
    columns = tables.referents.c
    plain = (columns.id, columns.document, columns.name, columns.kind, columns.country)
    return [*plain, *(cast(columns[name], Text) for name in ("names", "titles", "members"))]


def read_referents(rows: Iterable[Sequence[Any]]) -> list[Referent]:
    """The participants of rows that begin with the columns that are ``wanted``, without their mentions."""
    names, titles, members = (_once(codec(Referent).parts[name]) for name in ("names", "titles", "members"))
    same = cache(str)
    return [
        Referent(id_, same(document), same(name), kind, names(named), titles(called), (), country, members(joint))
        for id_, document, name, kind, country, named, called, joint, *_ in rows
    ]


def _once(read: Callable[[Any], Any]) -> Callable[[str], Any]:
    """What a text reads as, worked out where it is met first: most names and titles are those of other documents too."""
    return cache(lambda text: read(load(text)))
