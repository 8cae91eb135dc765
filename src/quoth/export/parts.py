"""The parts that rows of the export contract are made of: words with their places, actors, and what a claim holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from quoth.records import PositionStance, StepKind

Pair = Annotated[tuple[int, int], "A stretch of the document's text: first code point, and the one after the last."]
Edtf = Annotated[str | None, "An EDTF date (Library of Congress, 2019); null where unknown."]


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, or a referent of one document where linking has joined none."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words and where they stand."""

    text: Annotated[str, "The spans' own words, parts joined by one space."]
    spans: list[Pair]


@dataclass(frozen=True, slots=True)
class ReceiptShape:
    """Why two documents are joined, with the passages that show it in each."""

    reason: str
    spans_from: list[Pair]
    spans_to: list[Pair]


@dataclass(frozen=True, slots=True)
class ClaimStatementShape:
    """A statement that takes a stance on the claim."""

    statement: str
    stance: PositionStance
    answers: Annotated[str | None, "The statement, perhaps a denial, by answering which it takes its stance; null for the others."]


@dataclass(frozen=True, slots=True)
class PositionShape:
    """Where one actor stands on the claim, over all its statements."""

    actor: Named
    stance: PositionStance
    first: Annotated[str | None, "EDTF date of its earliest statement."]
    statements: list[str]


@dataclass(frozen=True, slots=True)
class IntervalShape:
    """How many origins: sure to possible. Both null where not measured."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class SilenceShape:
    """An outlet in whose documents of the story the claim was not found."""

    outlet: str
    documents: list[str]


@dataclass(frozen=True, slots=True)
class TellingShape:
    """One document that makes the claim on the word of one source."""

    id: Annotated[str, "That of the first of its statements."]
    document: str
    statements: list[str]
    spans: Annotated[list[Pair], "The words that make the claim."]
    named: Annotated[list[str], "Whom it names as where it has the claim from, whoever knows it last."]


@dataclass(frozen=True, slots=True)
class StepShape:
    """A step that joins two groups of tellings to one text or one origin."""

    kind: StepKind
    sure: Annotated[bool, "Whether the words alone oblige another reader too; possible steps give the lower bound only."]
    from_: Annotated[str, "The telling that had it first; where `decided` is false, the earlier one."]
    to: Annotated[str, "The other telling."]
    decided: Annotated[bool, "Whether it is known that one took it from the other."]
    receipt: ReceiptShape


@dataclass(frozen=True, slots=True)
class ReckoningShape:
    """How texts and origins were counted."""

    tellings: list[TellingShape]
    steps: list[StepShape]
    circles: Annotated[list[list[str]], "Documents that credit each other in a ring."]


@dataclass(frozen=True, slots=True)
class GivenShape:
    """Words that give a value."""

    document: str
    start: int
    end: int
    statement: Annotated[str | None, "The statement that they stand in; null where the outlet says so in its own voice."]
    outlet: Annotated[str | None, "The outlet that says so in its own voice; null where a statement does, or it is not known."]
