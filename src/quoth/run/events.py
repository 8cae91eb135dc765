"""What the runner tells while it works, and what it says at the end. It prints nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from quoth.records import SetAside
from quoth.settings import Stage


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one stage has come."""

    stage: Stage
    done: int
    total: int | None
    """None where the size of the work is not known beforehand."""
    unit: str
    """What is counted: ``files``, ``documents``, ``steps``."""
    set_aside: int = 0
    """How many inputs or documents this stage set aside so far, in this run."""
    note: str | None = None
    """What is being done, in a few words, where the numbers do not tell."""


OnEvent: TypeAlias = Callable[[Progress], None]


def ignore(_event: Progress) -> None:
    """A listener that does nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one ``add`` came to."""

    files: int
    """Files (or streams) that were given."""
    unchanged: int
    """Files of these that were read before and passed over."""
    documents: int
    """Documents that are new in the ledger."""
    extracted: int
    """Documents that were read for statements."""
    linked: bool
    """Whether the links across documents were worked out anew."""
    set_aside: tuple[SetAside, ...]
    """Of the files given, what could not be used, in this run or when they were read before."""
    dropped_spans: int | None = None
    """Sources and parts of contents that a model answered in this run and that do not stand in the documents; they were left out.
    None where no model was asked."""
    dropped_statements: int | None = None
    """Statements of which no cue or no content stands there."""
