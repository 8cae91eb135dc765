"""The rows of what people judged: their decisions, and statements as they corrected them, to learn from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from quoth.export.parts import Named, Words
from quoth.records import Form, Passage, Stance, Statement
from quoth.store import ReadView
from quoth.view.judgements import Correction, corrections, judgements_page


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A person's decision over a finding."""

    id: Annotated[str, "Names the decision."]
    kind: Annotated[
        str, "What it is about: `actor`, `story`, `claim`, a kind of finding, or `judgement` for one that takes another back."
    ]
    subject: Annotated[
        str, "Identifiers, parted by a space: of the finding; of the referents, documents or statements that are one or several."
    ]
    verdict: Annotated[str, "`same`, `apart`, `opposed`, `rejected`, `undone`, or what is right instead, as a JSON object."]
    by: Annotated[str, "Who decided."]
    at: Annotated[str, "ISO 8601 date-time."]
    note: Annotated[str | None, "Why, in their words."]
    answers: Annotated[str | None, "The decision on the same things that stood before; null for the first."]
    found: Annotated[dict[str, Any] | None, "What was found when it was judged."]
    stands: Annotated[bool, "Whether it holds: nobody took it back."]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A statement as far as people judge it."""

    form: Form
    stance: Stance
    source: Words | None
    cue: Words
    content: Words
    speaker: Named | None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A statement that a person rejected or righted, with the article that it stands in."""

    id: Annotated[str, "The decision."]
    statement: Annotated[str, "The statement's identifier."]
    document: Annotated[str, "The document's `id`."]
    verdict: Literal["rejected", "righted"]
    changed: Annotated[list[str], "What was righted: some of `speaker`, `stance`, `source`, `cue`, `content`."]
    text: Annotated[str, "The document's whole text; spans point into it."]
    found: Annotated[Sketch, "What was found."]
    judged: Annotated[Sketch | None, "What is right; null where there is no statement."]
    by: Annotated[str, "Who decided."]
    at: Annotated[str, "ISO 8601 date-time."]
    note: Annotated[str | None, "Why, in their words."]


Naming = Callable[[str | None], Named | None]
"""Gives the actor behind a referent."""


def judgement_rows(read: ReadView) -> Iterator[JudgementRow]:
    """All decisions, in the order in which they were made."""
    made = read.judgements()
    holding = {row.id for row in judgements_page(read).rows if row.stands}
    for one in made:
        yield JudgementRow(
            one.id, one.kind, one.subject, one.verdict, one.by, one.at, one.note, one.answers, one.found, stands=one.id in holding
        )


def correction_rows(read: ReadView, named: Naming, documents: Collection[str] | None = None) -> Iterator[CorrectionRow]:
    """Statements that people corrected, each with what was found and what they judged."""
    return (_correction_row(one, named) for one in corrections(read, documents))


def _correction_row(one: Correction, named: Naming) -> CorrectionRow:
    return CorrectionRow(
        id=one.judgement.id,
        statement=one.found.id,
        document=one.document.id,
        verdict="righted" if one.judged else "rejected",
        changed=list(one.changed),
        text=one.document.text,
        found=_sketch(one.found, named(one.found.speaker)),
        judged=_sketch(one.judged, named(one.judged.speaker)) if one.judged else None,
        by=one.judgement.by,
        at=one.judgement.at,
        note=one.judgement.note,
    )


def _sketch(one: Statement, speaker: Named | None) -> Sketch:
    source = _words(one.source) if one.source else None
    return Sketch(one.form, one.stance, source, _words(one.cue), _words(one.content), speaker)


def _words(passage: Passage) -> Words:
    return Words(passage.text, [(span.start, span.end) for span in passage.spans])
