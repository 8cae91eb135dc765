"""All participants of all documents at once, as linking looks at them: lean, and what many are told by read once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Text, cast, select

from quoth.records import Referent
from quoth.store import tables
from quoth.store.database import Source, load, reading
from quoth.store.rows import codec


class _Once(dict[str, Any]):
    """What each text reads as, worked out where it is met first: most names and titles are those of other documents too."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, text: str) -> Any:
        value = self[text] = self.read(text)
        return value


def every_referent(source: Source) -> list[Referent]:
    """The participants of all documents, without their mentions, in no set order."""
    columns, parts = tables.referents.c, codec(Referent).parts
    nested = {name: _Once(lambda text, read=parts[name]: read(load(text))) for name in ("names", "titles", "members")}  # type: ignore[misc]
    names, titles, members = nested.values()
    same = _Once(lambda text: text)
    plain = (columns.id, columns.document, columns.name, columns.kind, columns.country)
    with reading(source) as connection:
        rows = connection.execute(select(*plain, *(cast(columns[name], Text) for name in nested)))
        return [
            Referent(id_, same[document], same[name], kind, names[named], titles[called], (), country, members[joint])
            for id_, document, name, kind, country, named, called, joint in rows
        ]
