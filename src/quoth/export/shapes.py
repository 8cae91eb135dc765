"""The export contract: one frozen dataclass a kind of row, each field with what it means. Schemas and reference are made from these.

A field is added, never renamed. A trailing underscore is dropped in the export (``from_`` → ``from``); an unknown is ``null``.
Spans are half-open ``[start, end]`` in Unicode code points of the document's ``text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from quoth.export.judged import CorrectionRow, JudgementRow
from quoth.export.parts import (
    ClaimStatementShape,
    Edtf,
    GivenShape,
    IntervalShape,
    Named,
    Pair,
    PositionShape,
    ReceiptShape,
    ReckoningShape,
    SilenceShape,
    Words,
)
from quoth.records import (
    Act,
    ActorKind,
    AnchorFrom,
    Channel,
    ContactKind,
    CopyKind,
    DisagreementKind,
    Form,
    PublishedFrom,
    SegmentKind,
    Stance,
    TimexType,
)


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

    id: Annotated[str, "Names this version of the article: the same in every run."]
    input_id: Annotated[str | None, "The identifier that the input gave."]
    outlet: Annotated[str | None, "Who published it."]
    url: Annotated[str | None, "Its address."]
    title: Annotated[str | None, "Its headline, where it has one."]
    authors: Annotated[list[str], "As the byline or the metadata name them."]
    published: Annotated[str | None, "ISO 8601 date or date-time."]
    published_from: Annotated[PublishedFrom, "Where that date was taken from."]
    fetched: Annotated[str | None, "ISO 8601: when the file was saved."]
    language: Annotated[str | None, "ISO 639-1."]
    sha256: Annotated[str, "Of `text` in UTF-8."]
    origin: OriginShape | None
    text: Annotated[str, "The whole text, furniture included."]
    segments: Annotated[list[SegmentShape], "Title, body, furniture: in order, without overlap."]
    article: Annotated[str, "What the versions of one article share."]
    original: Annotated[str, "SHA-256 of the bytes the document was read from."]
    forwarded_from: Annotated[str | None, "The channel that a post was forwarded from."]
    reply_to: Annotated[str | None, "The `input_id` of the post that this one answers."]
    based_on: Annotated[list[str], "Addresses that the page names as what it copies."]
    extra: Annotated[dict[str, Any], "Fields of the input that quoth does not use, untouched."]
    modified: Annotated[str | None, "ISO 8601: when this version was last changed, where page or post says so."]


@dataclass(frozen=True, slots=True)
class ViaShape:
    """One step between the reader and the speaker."""

    text: str
    spans: list[Pair]
    actor: Named | None


@dataclass(frozen=True, slots=True)
class PloverShape:
    """The event type and mode of PLOVER that an act falls under."""

    event: str
    mode: Annotated[str | None, "Null where the words of saying do not tell it."]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One attribution: who says what, in which words."""

    id: Annotated[str, "Names what it is (document, spans, kind): the same in every run."]
    document: Annotated[str, "The document's `id`."]
    form: Annotated[Form, "Whether the content is in quotation marks (`direct`), told (`indirect`), or both."]
    stance: Annotated[Stance, "What the speaker does with the content."]
    source: Annotated[Words | None, "The words that name who says it."]
    cue: Annotated[Words, "The words that say it is said."]
    content: Annotated[Words, "The words that are said."]
    speaker: Annotated[Named | None, "Whom the source means; null where undecided."]
    addressee: Annotated[Named | None, "To whom it was said."]
    via: Annotated[list[ViaShape], "Reporters between the reader and the speaker, outermost first; the outlet is not repeated."]
    negated: Annotated[bool, "The attribution is denied (“did not say”), not its content."]
    score: Annotated[float, "How sure the reading is, 0 to 1."]
    time: Annotated[str | None, "EDTF: when it was said; null where unknown."]
    parent: Annotated[str | None, "The statement whose content this one stands in."]
    undecided: Annotated[str | None, "Why there is no speaker; null where there is one."]
    act: Annotated[Act | None, "What is done in saying so, within the stance; null for stance `none`."]
    channel: Annotated[Channel | None, "How it was said; null where the words around the cue do not tell."]
    plover: Annotated[PloverShape | None, "The PLOVER code of the act; null where it has none, or where it was not done."]
    judged: Annotated[list[str], "The decisions of people that it follows; empty where it stands as it was found."]


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

    id: Annotated[str, "Names the actor."]
    name: Annotated[str, "Its fullest name."]
    kind: Annotated[ActorKind, "What it is."]
    aliases: Annotated[list[AliasShape], "Most frequent first."]
    titles: Annotated[list[TitleShape], "Offices and roles that documents give it."]
    mentions: Annotated[list[MentionShape], "Every place that refers to it."]
    country: Annotated[str | None, "The state it belongs to."]
    evidence: Annotated[
        list[str],
        "Why its mentions in several documents are taken for one actor, with the names that each reason joined; after “undecided: ” whom it may be as well.",
    ]
    judged: Annotated[list[str], "The decisions of people that it follows; empty where it stands as it was found."]


@dataclass(frozen=True, slots=True)
class AnchorShape:
    """The date that a relative expression was read against."""

    value: Edtf
    from_: AnchorFrom


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One time expression."""

    document: Annotated[str, "The document's `id`."]
    start: Annotated[int, "Its first code point."]
    end: Annotated[int, "The one after its last."]
    text: Annotated[str, "Its words."]
    type: Annotated[TimexType, "TIMEX3 type."]
    value: Annotated[str | None, "TIMEX3 value."]
    edtf: Edtf
    anchor: Annotated[AnchorShape, "The date it was read against and where that came from."]
    id: Annotated[str, "Names what it is (document, spans, kind): the same in every run."]


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """One figure."""

    document: Annotated[str, "The document's `id`."]
    start: Annotated[int, "Its first code point."]
    end: Annotated[int, "The one after its last."]
    text: Annotated[str, "Its words."]
    value: Annotated[float | None, "The number named."]
    low: Annotated[float | None, "Lower bound; null where open below."]
    high: Annotated[float | None, "Upper bound; null where open above (“at least 40”)."]
    unit: Annotated[str | None, "`people`, a currency code, `percent`, `km` …; null for a bare count."]
    of: Annotated[str | None, "What is counted, in the text's words."]
    as_of: Edtf
    statement: Annotated[str | None, "According to which statement."]
    where: Annotated[str | None, "The place where that is, in the text's words; null where the clause names none."]
    id: Annotated[str, "Names what it is (document, spans, kind): the same in every run."]


@dataclass(frozen=True, slots=True)
class PartyShape:
    """A party of a contact. `id` and `name` are null where nobody was resolved; `text` is what the passage says."""

    id: str | None
    name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A call, meeting, letter or message, as one document tells of it."""

    id: Annotated[str, "Names what it is (document, spans, kind): the same in every run."]
    event: Annotated[str | None, "Shared by the tellings of one contact."]
    kind: Annotated[ContactKind, "What kind of contact."]
    parties: Annotated[list[PartyShape], "Who took part."]
    initiator: Annotated[PartyShape | None, "Who asked for it or began it, by this telling."]
    date: Edtf
    topics: Annotated[list[str], "What it was about, in the text's words."]
    document: Annotated[str, "The document's `id`."]
    start: Annotated[int, "First code point of the telling."]
    end: Annotated[int, "The one after its last."]
    statement: Annotated[str | None, "The innermost statement it is told in: according to whom."]
    status: Annotated[Literal["held", "planned", "cancelled", "denied"], "Whether it took place."]
    weekday: Annotated[int | None, "ISO day of the week (Monday 1) where the telling names no more than that."]


@dataclass(frozen=True, slots=True)
class TermRow:
    """One definition that a document gives."""

    term: Annotated[str, "The expression that is defined."]
    definition: Annotated[Words, "What it is said to mean."]
    document: Annotated[str, "The document's `id`."]
    statement: Annotated[str | None, "According to which statement; null for the outlet itself."]
    id: Annotated[str, "Names what it is (document, spans, kind): the same in every run."]
    start: Annotated[int, "Where the defined expression stands."]
    end: Annotated[int, "The code point after it."]


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One edge: words went from the document `from` (the source) to the document `to` (the copy)."""

    from_: Annotated[str, "The document that was copied or cited."]
    to: Annotated[str, "The document that took from it."]
    kind: Annotated[CopyKind, "How it was taken over."]
    score: Annotated[float, "Share of the copy's body words that stand in the source; for citations how sure the reading is."]
    receipt: Annotated[ReceiptShape, "Why they are joined, with the passages in each."]
    id: Annotated[str, "Names what it is (document, spans, kind): the same in every run."]
    decided: Annotated[bool, "False where the direction is unknown; `from` is then the earlier one."]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Documents about the same run of events."""

    id: Annotated[str, "Names the story."]
    title: Annotated[str, "In the documents' own words."]
    documents: Annotated[list[str], "Identifiers of its documents."]
    first: Edtf
    last: Edtf
    judged: Annotated[list[str], "The decisions of people that it follows; empty where it stands as it was found."]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One proposition, and each actor's stance on it."""

    id: Annotated[str, "Names the claim."]
    text: Annotated[str, "The words of one of its statements."]
    story: Annotated[str | None, "The story it belongs to."]
    statements: Annotated[list[ClaimStatementShape], "Statements that take a stance on it."]
    positions: Annotated[list[PositionShape], "Where each actor stands on it."]
    documents: Annotated[list[str], "Documents in which it stands."]
    texts: Annotated[int, "Documents left after copies are collapsed."]
    origins: Annotated[IntervalShape, "Where it enters the coverage, after copies and citations are collapsed."]
    silent: Annotated[list[SilenceShape], "Outlets in whose documents it was not found."]
    reckoning: Annotated[ReckoningShape | None, "How texts and origins were counted, step by step; null where nobody reckoned."]
    judged: Annotated[list[str], "The decisions of people that it follows; empty where it stands as it was found."]


@dataclass(frozen=True, slots=True)
class ReadingShape:
    """One of the values given."""

    value: str
    statements: list[str]
    actors: list[Named]
    documents: list[str]
    as_of: Edtf
    given: Annotated[list[GivenShape], "The words that give it, where they are less than a statement or an outlet's own."]
    replaced: Annotated[list[Named], "Those of its actors who gave another value on a later day."]
    withdrawn: Annotated[list[str], "Documents in which an outlet takes back an article that gives it."]
    disowned: Annotated[
        list[GivenShape],
        "The words of those who say that they never gave it, as others say they did; they are not among its actors.",
    ]


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """A point on which accounts differ."""

    id: Annotated[str, "Names the point."]
    story: Annotated[str | None, "The story it belongs to."]
    about: Annotated[str, "What it is about."]
    kind: Annotated[DisagreementKind, "What differs."]
    readings: Annotated[list[ReadingShape], "Each value given, by whom."]
    claim: Annotated[str | None, "The claim it is about."]
    event: Annotated[str | None, "The contact event it is about."]
    revised: Annotated[bool, "All values are one party's own, updated over time."]


Row = (
    DocumentRow | StatementRow | ActorRow | TimeRow | QuantityRow | ContactRow | TermRow | CopyRow | StoryRow | ClaimRow | DisagreementRow
    | JudgementRow | CorrectionRow
)  # fmt: skip

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
    "corrections": CorrectionRow,
}
"""Every kind of export, in the order of the contract."""
