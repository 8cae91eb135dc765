"""Across documents: one proposition, who stands where on it, and where accounts part."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records.evidence import Span
from quoth.records.lineage import Reckoning
from quoth.records.vocabulary import DisagreementKind, PositionStance


@dataclass(frozen=True, slots=True)
class ClaimStatement:
    """A statement that takes a stance on a claim. ``stance`` is on the claim, so a denial of its content is ``denies``."""

    statement: str
    stance: PositionStance
    answers: str | None = None
    """The statement that it answers, where it takes its stance by doing so: a denial of a denial answers that denial."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where one actor stands on one claim, over all its statements."""

    actor: str
    stance: PositionStance
    first: str | None
    """EDTF date of its earliest statement."""
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """An outlet in whose ``documents`` of the story the claim was not found."""

    outlet: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, the statements that restate it, and each actor's stance on it. ``text`` is a statement's own words."""

    id: str
    text: str
    story: str | None
    statements: tuple[ClaimStatement, ...]
    positions: tuple[Position, ...]
    documents: tuple[str, ...]
    texts: int
    """Documents left after copies are collapsed."""
    origins_low: int | None
    origins_high: int | None
    """Origins after copies and citations are collapsed, as an interval; None where not measured."""
    silent: tuple[Silence, ...]
    reckoning: Reckoning | None = None
    """How texts and origins were counted; None where nobody reckoned."""


@dataclass(frozen=True, slots=True)
class Given:
    """Words that give a value: those of a ``statement``, or of the outlet's own voice (None)."""

    document: str
    span: Span
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the values that accounts give for one thing."""

    value: str
    statements: tuple[str, ...]
    actors: tuple[str, ...]
    documents: tuple[str, ...]
    as_of: str | None = None
    given: tuple[Given, ...] = ()
    """The words themselves, where they are less than a statement or an outlet's own; empty where its statements say it all."""
    replaced: tuple[str, ...] = ()
    """Actors of it who gave another value on a later day."""
    withdrawn: tuple[str, ...] = ()
    """Documents in which an outlet takes back an article that gives it."""
    disowned: tuple[Given, ...] = ()
    """The words of those who say that they never gave it, whom others name as having given it. They are not among its actors."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which accounts differ. ``revised`` marks figures of which all are one party's own, updated over time."""

    id: str
    story: str | None
    about: str
    kind: DisagreementKind
    readings: tuple[Reading, ...]
    claim: str | None = None
    event: str | None = None
    revised: bool = False
