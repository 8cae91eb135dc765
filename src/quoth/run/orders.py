"""Carrying out what the desk was given to add: the same reading and linking as ``quoth add``, with the reader that the ledger was read with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from quoth.read.walk import Input, Saved, find_inputs
from quoth.run.add import add
from quoth.run.adding import Order
from quoth.run.events import Outcome, Progress
from quoth.run.fetch import WEB, Page, Web, taken_apart
from quoth.run.house import HOUSE
from quoth.run.rooms import Rooms
from quoth.run.tray import Result, in_letters
from quoth.settings import Reader, Settings
from quoth.store import ReadView, Store, open_store

SHOWN = 100
"""New articles, stories and set-aside inputs that a result names."""


def carry_out(order: Order, tell: Callable[[Progress], None], *, rooms: Rooms = HOUSE, web: Web = WEB) -> Result:
    """Fetch what is to be fetched, add it all, and say what came of it."""
    page = None
    if order.address:
        tell(Progress("read", 0, None, "files", note="fetching the page"))
        page = web.fetch(order.address)
        (order.files / page_name(page)).write_bytes(page.content)
    rooms = replace(rooms, find=partial(find_all, page=page))
    with open_store(order.ledger) as store:
        before = set(store.read().document_ids())
        outcome = add(store, [order.files], rooms=rooms, settings=settings_of(store.read()), on_event=tell)
        return _result(store, outcome, before)


def find_all(paths: Sequence[Path], *, page: Page | None = None) -> Iterator[Input]:
    """Every file of the folders, those too that are passed over in a folder which nobody chose file by file: each was chosen here.
    A page that was fetched is said to be so."""
    for folder in paths:
        found = {one.path: one for one in find_inputs([folder])}
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            known = found.get(path) or Input(path, path.relative_to(folder).as_posix())
            yield replace(known, saved=Saved(page.address, page.fetched)) if page and path.name == page_name(page) else known


def page_name(page: Page) -> str:
    """What the file of a fetched page is called: its host, and letters that stand for the whole address. Figures could be taken for a date."""
    return f"{taken_apart(page.address).host}-{in_letters(page.address)}{page.ending}"


def settings_of(view: ReadView) -> Settings:
    """The settings with which most of a ledger was read, so that adding to it reads nothing anew."""
    shares = view.read_by()
    if not shares:
        return Settings()
    by = max(shares, key=lambda one: one[1])[0]
    return Settings(reader=cast("Reader", by.reader), llm_url=by.address, llm_model=by.model)


def _result(store: Store, outcome: Outcome, before: set[str]) -> Result:
    view = store.read()
    new = [one for one in view.document_ids() if one not in before]
    fresh = set(new)
    stories = [one.id for one in view.stories() if not fresh.isdisjoint(one.documents)] if new else []
    aside = outcome.set_aside
    return Result(
        files=outcome.files,
        unchanged=outcome.unchanged,
        documents=outcome.documents,
        set_aside=aside[:SHOWN],
        aside=len(aside),
        articles=tuple(new[:SHOWN]),
        stories=tuple(stories[:SHOWN]),
    )
