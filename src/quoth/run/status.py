"""How a ledger stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from quoth.records import ReadBy, SetAside
from quoth.run.corpus import corpus_part
from quoth.settings import Reader, Settings
from quoth.store import ReadView
from quoth.store.corpus import count_other_languages, count_waiting


@dataclass(frozen=True, slots=True)
class ReadShare:
    """The documents that one reader read."""

    reader: str
    model: str | None
    address: str | None
    documents: int
    dropped_spans: int | None
    """As ``records.ReadBy``, of all these documents."""
    dropped_statements: int | None


@dataclass(frozen=True, slots=True)
class Status:
    """What a ledger holds and what is left to do."""

    counts: Mapping[str, int]
    """Rows by kind."""
    waiting: int
    """Documents not yet read for statements."""
    earlier: int
    """Of these, how many were read before, by an earlier version of quoth or with other settings."""
    other_language: int
    """Documents in other languages than the one that is read for statements."""
    linked: bool
    """Whether links are up to date with the documents."""
    set_aside: tuple[SetAside, ...]
    readers: tuple[ReadShare, ...] = ()
    """By which readers documents were read for statements."""


def read_status(view: ReadView, *, settings: Settings | None = None) -> Status:
    """How a ledger stands, as seen with these settings; without any, a document counts as read whichever reader read it."""
    readers = tuple(_share(by, documents) for by, documents in view.read_by())
    chosen = [settings] if settings else [Settings(), *map(_settings, readers)]
    settings = settings or Settings()
    counts = view.counts()
    under = {one.fingerprint("extract") for one in chosen}
    waiting, earlier = count_waiting(view.engine, under, language=settings.language)
    return Status(
        counts=counts,
        waiting=waiting,
        earlier=earlier,
        other_language=count_other_languages(view.engine, settings.language),
        linked=not counts["documents"] or view.is_finished("link", settings.fingerprint("link"), corpus_part(view)),
        set_aside=view.set_aside(),
        readers=readers,
    )


def _share(by: ReadBy, documents: int) -> ReadShare:
    return ReadShare(by.reader, by.model, by.address, documents, by.dropped_spans, by.dropped_statements)


def _settings(share: ReadShare) -> Settings:
    """The settings with which a reader reads now."""
    return Settings(reader=cast("Reader", share.reader), llm_url=share.address, llm_model=share.model)
