"""The export contract: one frozen dataclass a kind of row, each field with what it means. Schemas and reference are made from these.

A field is added, never renamed. A trailing underscore is dropped in the export (``from_`` → ``from``); an unknown is ``null``.
Spans are half-open ``[start, end]`` in Unicode code points of the document's ``text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from quoth.records import (
    ActorKind,
    AnchorFrom,
    ContactKind,
    CopyKind,
    DisagreementKind,
    Form,
    PositionStance,
    PublishedFrom,
    SegmentKind,
    Stance,
    TimexType,
)

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
class SegmentShape:
    """A stretch of a document with a kind."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OriginShape:
    """Where in a file the document stood."""

    file: str
    start: int
    end: int
    line: Annotated[int | None, "The 1-based line or record of a file of records; null for other files."]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One article or post, in one version."""

    id: str
    input_id: Annotated[str | None, "The identifier that the input gave."]
    outlet: str | None
    url: str | None
    title: str | None
    authors: list[str]
    published: Annotated[str | None, "ISO 8601 date or date-time."]
    published_from: Annotated[PublishedFrom, "Where that date was taken from."]
    fetched: Annotated[str | None, "ISO 8601: when the file was saved."]
    language: Annotated[str | None, "ISO 639-1."]
    sha256: Annotated[str, "Of `text` in UTF-8."]
    origin: OriginShape | None
    text: str
    segments: list[SegmentShape]
    article: Annotated[str, "What the versions of one article share."]
    original: Annotated[str, "SHA-256 of the bytes the document was read from."]
    forwarded_from: str | None
    reply_to: Annotated[str | None, "The `input_id` of the post that this one answers."]
    based_on: Annotated[list[str], "Addresses that the page names as what it copies."]
    extra: Annotated[dict[str, Any], "Fields of the input that quoth does not use, untouched."]


@dataclass(frozen=True, slots=True)
class ViaShape:
    """One step between the reader and the speaker."""

    text: str
    spans: list[Pair]
    actor: Named | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One attribution: who says what, in which words."""

    id: str
    document: str
    form: Form
    stance: Stance
    source: Words | None
    cue: Words
    content: Words
    speaker: Named | None
    addressee: Named | None
    via: Annotated[list[ViaShape], "Reporters between the reader and the speaker, outermost first; the outlet is not repeated."]
    negated: Annotated[bool, "The attribution is denied (“did not say”), not its content."]
    score: Annotated[float, "How sure the reading is, 0 to 1."]
    time: Annotated[str | None, "EDTF: when it was said; null where unknown."]
    parent: Annotated[str | None, "The statement whose content this one stands in."]
    undecided: Annotated[str | None, "Why there is no speaker; null where there is one."]


@dataclass(frozen=True, slots=True)
class AliasShape:
    """One way in which the actor is named, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class TitleShape:
    """An office or role, with the publication dates of the first and the last document that gives it."""

    text: str
    from_: Annotated[str | None, "ISO 8601 date."]
    to: Annotated[str | None, "ISO 8601 date."]
    of: Annotated[str | None, "The state or body it is an office of."]


@dataclass(frozen=True, slots=True)
class MentionShape:
    """Words that refer to the actor."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A person, body, state, place, outlet or unnamed group over all documents."""

    id: str
    name: str
    kind: ActorKind
    aliases: Annotated[list[AliasShape], "Most frequent first."]
    titles: list[TitleShape]
    mentions: list[MentionShape]
    country: str | None
    evidence: Annotated[list[str], "Why its mentions in several documents are taken for one actor."]


@dataclass(frozen=True, slots=True)
class AnchorShape:
    """The date that a relative expression was read against."""

    value: Edtf
    from_: AnchorFrom


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One time expression."""

    document: str
    start: int
    end: int
    text: str
    type: TimexType
    value: Annotated[str | None, "TIMEX3 value."]
    edtf: Edtf
    anchor: AnchorShape
    id: str


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """One figure."""

    document: str
    start: int
    end: int
    text: str
    value: float | None
    low: Annotated[float | None, "Lower bound; null where open below."]
    high: Annotated[float | None, "Upper bound; null where open above (“at least 40”)."]
    unit: str | None
    of: Annotated[str | None, "What is counted, in the text's words."]
    as_of: Edtf
    statement: Annotated[str | None, "According to which statement."]
    id: str


@dataclass(frozen=True, slots=True)
class PartyShape:
    """A party of a contact. `id` and `name` are null where nobody was resolved; `text` is what the passage says."""

    id: str | None
    name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A call, meeting, letter or message, as one document tells of it."""

    id: str
    event: Annotated[str | None, "Shared by the tellings of one contact."]
    kind: ContactKind
    parties: list[PartyShape]
    initiator: PartyShape | None
    date: Edtf
    topics: list[str]
    document: str
    start: int
    end: int
    statement: Annotated[str | None, "The innermost statement it is told in: according to whom."]
    status: Literal["held", "planned", "cancelled", "denied"]


@dataclass(frozen=True, slots=True)
class TermRow:
    """One definition that a document gives."""

    term: str
    definition: Words
    document: str
    statement: str | None
    id: str
    start: Annotated[int, "Where the defined expression stands."]
    end: int


@dataclass(frozen=True, slots=True)
class ReceiptShape:
    """Why two documents are joined, with the passages that show it in each."""

    reason: str
    spans_from: list[Pair]
    spans_to: list[Pair]


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One edge: words went from the document `from` (the source) to the document `to` (the copy)."""

    from_: Annotated[str, "The document that was copied or cited."]
    to: Annotated[str, "The document that took from it."]
    kind: CopyKind
    score: Annotated[float, "Share of the copy's body words that stand in the source; for citations how sure the reading is."]
    receipt: ReceiptShape
    id: str
    decided: Annotated[bool, "False where the direction is unknown; `from` is then the earlier one."]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Documents about the same run of events."""

    id: str
    title: str
    documents: list[str]
    first: Edtf
    last: Edtf


@dataclass(frozen=True, slots=True)
class ClaimStatementShape:
    """A statement that takes a stance on the claim."""

    statement: str
    stance: PositionStance


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
class ClaimRow:
    """One proposition, and each actor's stance on it."""

    id: str
    text: str
    story: str | None
    statements: list[ClaimStatementShape]
    positions: list[PositionShape]
    documents: list[str]
    texts: Annotated[int, "Documents left after copies are collapsed."]
    origins: IntervalShape
    silent: list[SilenceShape]


@dataclass(frozen=True, slots=True)
class ReadingShape:
    """One of the values given."""

    value: str
    statements: list[str]
    actors: list[Named]
    documents: list[str]
    as_of: Edtf


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """A point on which accounts differ."""

    id: str
    story: str | None
    about: str
    kind: DisagreementKind
    readings: list[ReadingShape]
    claim: str | None
    event: Annotated[str | None, "The contact event it is about."]
    revised: Annotated[bool, "The values are one party's own, updated over time."]


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A person's decision over a finding."""

    id: str
    kind: str
    subject: str
    verdict: str
    by: str
    at: Annotated[str, "ISO 8601 date-time."]
    note: str | None


Row = (
    DocumentRow
    | StatementRow
    | ActorRow
    | TimeRow
    | QuantityRow
    | ContactRow
    | TermRow
    | CopyRow
    | StoryRow
    | ClaimRow
    | DisagreementRow
    | JudgementRow
)

KINDS: dict[str, type[Row]] = {
    "documents": DocumentRow,
    "statements": StatementRow,
    "actors": ActorRow,
    "times": TimeRow,
    "quantities": QuantityRow,
    "contacts": ContactRow,
    "terms": TermRow,
    "copies": CopyRow,
    "stories": StoryRow,
    "claims": ClaimRow,
    "disagreements": DisagreementRow,
    "judgements": JudgementRow,
}
"""Every kind of export, in the order of the contract."""
