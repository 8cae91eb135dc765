"""The sheets of large stories: worked out after linking and wherever a reader found one out of date, so that a story's pages cost what they show."""

from __future__ import annotations

import time
from secrets import token_hex

from quoth.run.corpus import documents_name
from quoth.store import SheetWriter, Store, Tallies, stories_without
from quoth.store.corpus import count_changes, note_name, noted_name
from quoth.store.fetch import in_chunks
from quoth.view.find import find_story
from quoth.view.sheet import KEPT_FROM, make_sheet, plain_pages
from quoth.view.story import story_page
from quoth.view.story_list import summarise_stories

AT_ONCE = 4
"""Stories between two times that the ledger is written."""
SUMMED_AT_ONCE = 500
"""Stories that are summed up while nobody else writes."""


def keep_sheets(store: Store, *, least: int = KEPT_FROM, gently: bool = False) -> int:
    """Work out and keep what the pages of every story of at least so many articles need and is not kept; of how many that was.

    ``gently`` takes half of the time at most, so that others in the same process go on. The ledger is read without keeping others from writing; where a story changes meanwhile, its sheet is not kept.
    Raises ``LedgerError`` where the ledger cannot be written.
    """
    missing = stories_without(store.engine, least=least)
    kept = 0
    for stories in in_chunks(missing, AT_ONCE):
        begun = time.monotonic()
        kept += _keep(store, stories)
        if gently:
            time.sleep(time.monotonic() - begun)
    if missing:
        with store.write() as writer:
            SheetWriter(writer.connection).sweep()
    return kept


def keep_counts(store: Store) -> None:
    """Work out and keep what is said of the whole ledger and of each story in lists, where a change or a new version of the ledger took it back.

    Raises ``LedgerError`` where the ledger cannot be written.
    """
    if noted_name(store.engine) is None:
        changes, name = count_changes(store.engine), documents_name(store.read())
        with store.write() as writer:
            note_name(writer.connection, name, changes)
    while Tallies(store.engine).unsummed():
        with store.write() as writer:
            writer.keep_summaries(summarise_stories(writer.read(), most=SUMMED_AT_ONCE))


def _keep(store: Store, stories: list[str]) -> int:
    maker = token_hex(8)
    with store.write() as writer:
        SheetWriter(writer.connection).begin(stories, maker)
    with store.read_once() as read:
        held = {one.id for one in read.stories(stories)}
        pages = {
            one: plain_pages(make_sheet(story_page(read, find_story(read, one), articles=0, words=False)))
            for one in stories
            if one in held
        }
    with store.write() as writer:
        sheets = SheetWriter(writer.connection)
        return sum(sheets.keep(story, made, maker) for story, made in pages.items())
