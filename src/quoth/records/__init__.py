"""The frozen values that flow through quoth: standard library only, no I/O.

Every span is half-open, in Unicode code points, into ``Document.text``. Every derived record carries an ``id`` that hashes
what the thing is (document, spans, kind), never who found it or how sure it was, so that a re-run writes nothing new.

The words are those of the field: *source*, *cue* and *content* of an attribution as in PARC and PolNeAR, TIMEX3 values for
times (ISO-TimeML), EDTF (Library of Congress, 2019) for uncertain dates.

One module a subject; all are imported from here.
"""

from __future__ import annotations

from quoth.records.claims import Claim, ClaimStatement, Disagreement, Given, Position, Reading, Silence
from quoth.records.documents import Document, Origin, Original, Segment, SetAside, document_id
from quoth.records.evidence import Passage, Span, identify, passage
from quoth.records.facts import Anchor, Contact, Party, Quantity, Term, TimeExpression
from quoth.records.findings import Findings, ReadBy
from quoth.records.judgements import Judgement
from quoth.records.lineage import Copy, Receipt, Reckoning, Step, Telling
from quoth.records.links import Actor, Blocks, ContactEvent, Links, Renewed, Story
from quoth.records.propositions import Clause, Part, Proposition
from quoth.records.referents import Mention, Name, Referent, Title
from quoth.records.register import Registered, Tenure
from quoth.records.statements import Statement, Via
from quoth.records.vocabulary import (
    READABLE,
    Act,
    ActorKind,
    AnchorFrom,
    Channel,
    ContactKind,
    CopyKind,
    DisagreementKind,
    Force,
    Form,
    Json,
    Modality,
    PartKind,
    PositionStance,
    PublishedFrom,
    SegmentKind,
    Stance,
    StepKind,
    Tense,
    TimexType,
)

__all__ = [
    "READABLE",
    "Act",
    "Actor",
    "ActorKind",
    "Anchor",
    "AnchorFrom",
    "Blocks",
    "Channel",
    "Claim",
    "ClaimStatement",
    "Clause",
    "Contact",
    "ContactEvent",
    "ContactKind",
    "Copy",
    "CopyKind",
    "Disagreement",
    "DisagreementKind",
    "Document",
    "Findings",
    "Force",
    "Form",
    "Given",
    "Json",
    "Judgement",
    "Links",
    "Mention",
    "Modality",
    "Name",
    "Origin",
    "Original",
    "Part",
    "PartKind",
    "Party",
    "Passage",
    "Position",
    "PositionStance",
    "Proposition",
    "PublishedFrom",
    "Quantity",
    "ReadBy",
    "Reading",
    "Receipt",
    "Reckoning",
    "Referent",
    "Registered",
    "Renewed",
    "Segment",
    "SegmentKind",
    "SetAside",
    "Silence",
    "Span",
    "Stance",
    "Statement",
    "Step",
    "StepKind",
    "Story",
    "Telling",
    "Tense",
    "Tenure",
    "Term",
    "TimeExpression",
    "TimexType",
    "Title",
    "Via",
    "document_id",
    "identify",
    "passage",
]
