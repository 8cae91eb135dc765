"""What is worked out over all articles of a story, kept page by page as a reader sees it: a page costs the reading of one row.

A sheet is made once and forgotten by triggers of the database as soon as anything changes that it rests on; what is asked for then is worked
out on the spot until a sheet is made again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    tuple_,
    update,
)

from quoth.store.counting import claim_tallies, point_tallies, story_tallies
from quoth.store.database import Source, reading
from quoth.store.fetch import WANTED, among, in_chunks
from quoth.store.tables import metadata

sheets = Table("sheets", metadata, Column("story", Text, primary_key=True), Column("made", Text, nullable=False))
"""The sheets that hold. ``made`` is empty; while a sheet is being made, it says by whom."""
sheet_pages = Table(
    "sheet_pages",
    metadata,
    Column("story", Text),
    Column("section", Text),
    Column("number", Integer),
    Column("content", LargeBinary, nullable=False),  # JSON, compressed with zlib
    PrimaryKeyConstraint("story", "section", "number"),
)

Pages: TypeAlias = Mapping[tuple[str, int], Any]
"""By section and number (from 1): plain JSON values. A line that is also read by itself is a page of its own: its identifier, and ``ALONE``."""
ALONE = 0


_HELD = select(sheets.c.made).where(sheets.c.story == bindparam("story"), sheets.c.made == "")
_PAGES = select(sheet_pages.c.section, sheet_pages.c.number, sheet_pages.c.content).where(
    sheet_pages.c.story == bindparam("story"), among(tuple_(sheet_pages.c.section, sheet_pages.c.number))
)


def fetch_pages(source: Source, story: str, wanted: Collection[tuple[str, int]]) -> Pages | None:
    """These pages of a story's sheet, those that there are; None where no sheet is kept."""
    with reading(source) as connection:
        if connection.execute(_HELD, {"story": story}).first() is None:
            return None
        rows = connection.execute(_PAGES, {"story": story, WANTED: list(wanted)})
        return {(section, number): json.loads(zlib.decompress(content)) for section, number, content in rows}


def fetch_claim_lines(source: Source, claims: Collection[str]) -> dict[str, Any]:
    """The lines of claims, those that are kept, in whichever stories they are."""
    return _fetch_lines(source, claim_tallies.c.claim, claim_tallies.c.story, claims)


def fetch_point_lines(source: Source, points: Collection[str]) -> dict[str, Any]:
    """The lines of points of difference, those that are kept, in whichever stories they are."""
    return _fetch_lines(source, point_tallies.c.point, point_tallies.c.story, points)


def _fetch_lines(source: Source, thing: Column[str], story: Column[str], things: Collection[str]) -> dict[str, Any]:
    columns = sheet_pages.c
    query = (
        select(thing, columns.content)
        .select_from(thing.table)
        .join(sheets, (sheets.c.story == story) & (sheets.c.made == ""))
        .join(sheet_pages, (columns.story == story) & (columns.section == thing) & (columns.number == ALONE))
        .where(thing.in_(list(things)))
    )
    with reading(source) as connection:
        return {name: json.loads(zlib.decompress(content)) for name, content in connection.execute(query)}


def stories_without(source: Source, *, least: int) -> list[str]:
    """The stories of at least so many documents of which no sheet is kept, the largest first."""
    columns = story_tallies.c
    joined = select(columns.story).outerjoin(sheets, (sheets.c.story == columns.story) & (sheets.c.made == ""))
    query = joined.where(columns.documents >= least, sheets.c.story.is_(None)).order_by(columns.documents.desc(), columns.story)
    with reading(source) as connection:
        return list(connection.scalars(query))


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Keeps sheets, within one transaction."""

    connection: Connection

    def begin(self, stories: Iterable[str], maker: str) -> None:
        """Note that sheets of these stories are being made by ``maker``: whatever changes from here on takes that back."""
        for chunk in in_chunks(stories):
            self.connection.execute(delete(sheets).where(sheets.c.story.in_(chunk)))
            self.connection.execute(insert(sheets), [{"story": story, "made": maker} for story in chunk])

    def keep(self, story: str, pages: Pages, maker: str) -> bool:
        """Keep a sheet in place of any before; False, and nothing is kept, where something changed since its maker began."""
        begun = (sheets.c.story == story, sheets.c.made == maker)
        if not self.connection.execute(update(sheets).where(*begun).values(made="")).rowcount:
            return False
        self.connection.execute(delete(sheet_pages).where(sheet_pages.c.story == story))
        rows = [
            {"story": story, "section": section, "number": number, "content": zlib.compress(_dump(content), 1)}
            for (section, number), content in pages.items()
        ]
        self.connection.execute(insert(sheet_pages), rows)
        return True

    def sweep(self) -> None:
        """Drop the pages of sheets that do not hold any more."""
        held = select(sheets.c.story).where(sheets.c.made == "")
        self.connection.execute(delete(sheet_pages).where(sheet_pages.c.story.not_in(held)))


def _dump(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
