"""How a ledger stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quoth.records import SetAside
from quoth.run.add import corpus_part
from quoth.settings import Settings
from quoth.store import ReadView


@dataclass(frozen=True, slots=True)
class Status:
    """What a ledger holds and what is left to do."""

    counts: Mapping[str, int]
    """Rows by kind."""
    waiting: int
    """Documents not yet read for statements."""
    other_language: int
    """Documents in other languages than the one that is read for statements."""
    linked: bool
    """Whether links are up to date with the documents."""
    set_aside: tuple[SetAside, ...]


def read_status(view: ReadView, *, settings: Settings | None = None) -> Status:
    """How a ledger stands, as seen with these settings."""
    settings = settings or Settings()
    counts = view.counts()
    return Status(
        counts=counts,
        waiting=len(view.unextracted(settings.fingerprint("extract"), language=settings.language)),
        other_language=view.count_other_languages(settings.language),
        linked=not counts["documents"] or view.is_finished("link", settings.fingerprint("link"), corpus_part(view)),
        set_aside=view.set_aside(),
    )
