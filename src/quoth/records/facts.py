"""What one document tells besides statements: times, figures, contacts and definitions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quoth.records.evidence import Passage, Span
from quoth.records.vocabulary import AnchorFrom, ContactKind, TimexType


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date a relative expression was read against, and where that date came from."""

    value: str | None
    source: AnchorFrom


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 value and EDTF date."""

    id: str
    document: str
    span: Span
    text: str
    type: TimexType
    value: str | None
    edtf: str | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: what is counted, how many, as of when, according to which statement."""

    id: str
    document: str
    span: Span
    text: str
    value: float | None
    low: float | None
    """Lower bound; None where open below."""
    high: float | None
    """Upper bound; None where open above ("at least 40")."""
    unit: str | None
    """``people``, a currency code, ``percent``, ``km`` …; None for a bare count."""
    of: str | None
    """What is counted, in the text's words, lower case: ``killed``, ``evacuated``, ``missiles``."""
    as_of: str | None
    statement: str | None
    where: str | None = None
    """The place where that is, in the text's words."""


@dataclass(frozen=True, slots=True)
class Party:
    """One party of a contact, as the text names it."""

    text: str
    span: Span
    referent: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A call, meeting, letter or message between parties, as one passage tells of it."""

    id: str
    document: str
    kind: ContactKind
    parties: tuple[Party, ...]
    initiator: Party | None
    """Who asked for it or began it, where the passage says so."""
    date: str | None
    """EDTF."""
    topics: tuple[str, ...]
    span: Span
    statement: str | None
    """The innermost statement whose content the telling stands in: according to whom."""
    status: Literal["held", "planned", "cancelled", "denied"] = "held"
    weekday: int | None = None
    """ISO day of the week (Monday 1) that the telling names where ``date`` is open: "Friday's call" in an undated article."""


@dataclass(frozen=True, slots=True)
class Term:
    """A definition that a document gives of an expression."""

    id: str
    document: str
    term: str
    span: Span
    definition: Passage
    statement: str | None
