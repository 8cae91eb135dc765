"""Which documents are copies of which, and how a claim's tellings come from its origins."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records.evidence import Span
from quoth.records.vocabulary import CopyKind, StepKind


@dataclass(frozen=True, slots=True)
class Receipt:
    """Why two documents are joined, with the passages that show it in each."""

    reason: str
    spans_from: tuple[Span, ...]
    """In the source: what the words were taken from."""
    spans_to: tuple[Span, ...]
    """In the copy: where they went to."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An edge between documents: ``copy`` took from ``source``. ``decided`` is False where direction is unknown (then
    ``source`` is the earlier in order of publication, else of identifier)."""

    id: str
    copy: str
    source: str
    kind: CopyKind
    score: float
    """Share of the copy's body words that stand in the source, 0 to 1; for citations how sure the reading is."""
    decided: bool
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Telling:
    """One document that makes a claim on the word of one source; ``id`` is that of the first of ``statements`` that do so."""

    id: str
    document: str
    statements: tuple[str, ...]
    spans: tuple[Span, ...]
    """Its words, in the document."""
    named: tuple[str, ...]
    """Whom it names as where it has the claim from, whoever knows it last; empty where it names nobody."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step from tellings to origins: ``copy`` and ``source`` (identifiers of tellings) go back to one place."""

    kind: StepKind
    sure: bool
    """Whether the words alone oblige another reader too; else it is only possible."""
    source: str
    copy: str
    decided: bool
    """Whether it is known that ``copy`` took it from ``source``; else they only have it from one place."""
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How the texts and origins of a claim were counted: its tellings, each step that joined two groups of them, and its circles."""

    tellings: tuple[Telling, ...]
    steps: tuple[Step, ...]
    circles: tuple[tuple[str, ...], ...] = ()
    """Documents that credit each other in a ring, each the next and the last the first."""
