"""The whole path for new input: read → segment → extract → link → group, each stage resumed where it was left.

A unit of work is named by its stage, the fingerprint of the settings that change its output, and the content of the part: a
file's name and bytes, a document's identifier, the set of all extracted documents. It is finished when its mark is written,
in the transaction that wrote its output. So worker count, batch size and the order of runs change nothing in the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from quoth.run.corpus import corpus_part, documents_name
from quoth.run.events import OnEvent, Outcome, Progress, ignore
from quoth.run.extraction import extract_documents
from quoth.run.judge import catch_up, judge_findings
from quoth.run.reading import Reading, Tally
from quoth.run.rooms import Rooms
from quoth.run.sheets import keep_sheets
from quoth.settings import Settings
from quoth.store import Store
from quoth.store.corpus import count_changes, note_name
from quoth.view.story_list import summarise_stories

LINK_STEPS = 6
"""Steps that linking tells of, for the progress."""


def add(
    store: Store,
    paths: Sequence[Path],
    *,
    rooms: Rooms,
    settings: Settings | None = None,
    on_event: OnEvent = ignore,
    stream: BinaryIO | None = None,
    retry: bool = False,
) -> Outcome:
    """Add the files under ``paths``, and what comes over ``stream``, to the ledger, and bring all links up to date.

    With ``retry``, what was set aside before is tried again: files among ``paths``, and any document that failed later on.
    Raises ``UsageError`` for a path that is not there, ``LedgerError`` where the ledger cannot be written, ``Unavailable`` where
    a model is missing or cannot be reached. An interruption of any kind leaves a good ledger; the same call goes on from there.
    """
    settings = settings or Settings()
    tally = Tally()
    reading = Reading(store, rooms, settings, on_event, retry)
    reading.read_files(paths, tally)
    if stream is not None:
        reading.read_stream(stream, tally)
    extracted = extract_documents(store, rooms, settings=settings, on_event=on_event, retry=retry)
    linked = link_documents(store, rooms, settings=settings, on_event=on_event)
    keep_sheets(store)
    return Outcome(
        files=len(tally.files),
        unchanged=tally.unchanged,
        documents=tally.documents,
        extracted=extracted.documents,
        linked=linked,
        set_aside=store.read().set_aside_of(tally.files),
        dropped_spans=extracted.dropped_spans,
        dropped_statements=extracted.dropped_statements,
    )


def link_documents(store: Store, rooms: Rooms, *, settings: Settings, on_event: OnEvent = ignore) -> bool:
    """Work out all links anew where documents, or what was found in them, changed since; whether that was so."""
    view, fingerprint = store.read(), settings.fingerprint("link")
    changes, documents = count_changes(view.engine), documents_name(view)
    part = corpus_part(view, documents)
    if view.is_finished("link", fingerprint, part):
        return False
    begun: list[str] = []

    def tell(step: str) -> None:
        on_event(Progress("link", len(begun), LINK_STEPS, "steps", note=step))
        begun.append(step)

    with store.write() as writer:
        judge_findings(writer, rooms.reread)
    if rooms.copies is not None:
        rooms.copies(store, settings)
    links = rooms.link(view, tell)
    with store.write() as writer:
        writer.replace_links(links)
        writer.finish("link", fingerprint, part)
        note_name(writer.connection, documents, changes)
        catch_up(writer, links.judged, rooms.reread)
        writer.keep_summaries(summarise_stories(writer.read()))
    on_event(Progress("link", LINK_STEPS, LINK_STEPS, "steps"))
    return True
