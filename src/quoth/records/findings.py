"""All that extraction reads from one document."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records.facts import Contact, Quantity, Term, TimeExpression
from quoth.records.referents import Referent
from quoth.records.statements import Statement


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Which reader found the statements of a document, and what of a model's answer was left out of them."""

    reader: str
    """``rules``, ``trained`` or ``llm``."""
    model: str | None = None
    """The name of the model that was asked; None where none was."""
    address: str | None = None
    dropped_spans: int | None = None
    """Sources and parts of contents that the model answered and that do not stand in the document; None where none was asked."""
    dropped_statements: int | None = None
    """Statements of which no cue or no content stands there."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that extraction reads from one document."""

    document: str
    referents: tuple[Referent, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    contacts: tuple[Contact, ...] = ()
    terms: tuple[Term, ...] = ()
    read_by: ReadBy | None = None
