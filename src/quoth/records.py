"""The frozen values that flow through quoth: standard library only, no I/O.

Every span is half-open, in Unicode code points, into ``Document.text``. Every derived record carries an ``id`` that hashes
what the thing is (document, spans, kind), never who found it or how sure it was, so that a re-run writes nothing new.

The words are those of the field: *source*, *cue* and *content* of an attribution as in PARC and PolNeAR, TIMEX3 values for
times (ISO-TimeML), EDTF (Library of Congress, 2019) for uncertain dates.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

# --- the closed vocabularies of the export contract ---------------------------------------------------------------------

PublishedFrom = Literal["metadata", "dateline", "file", "unknown"]
SegmentKind = Literal[
    "title", "dateline", "byline", "body", "quotation", "caption", "related", "provenance", "author", "disclaimer",
    "credit", "boilerplate",
]  # fmt: skip
Form = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts", "denies", "doubts", "confirms", "accuses", "warns", "threatens", "orders", "asks", "promises", "proposes",
    "praises", "condemns", "speculates", "declines", "thinks", "none",
]  # fmt: skip
Act = Literal[
    "state", "announce", "report", "reveal", "claim", "argue", "insist", "reiterate", "explain", "describe", "show",
    "conclude", "reply", "complain", "apologise", "boast", "joke", "exclaim", "murmur", "deny", "reject", "dispute",
    "refute", "retract", "doubt", "question", "downplay", "confirm", "acknowledge", "concede", "concur", "accuse", "blame",
    "allege", "charge", "warn", "threaten", "order", "demand", "forbid", "request", "urge", "appeal", "invite", "inquire",
    "promise", "offer", "agree", "plan", "propose", "advise", "praise", "support", "welcome", "thank", "condemn",
    "criticise", "oppose", "mock", "speculate", "predict", "believe", "know", "want", "hope", "fear", "feel", "decline",
    "withhold", "unanswered", "refuse",
]  # fmt: skip
"""The finer act within a stance: each belongs to one (``lexicon/acts.tsv``)."""
Channel = Literal[
    "statement", "conference", "interview", "speech", "post", "letter", "message", "call", "meeting", "broadcast", "article", "report",
    "testimony",
]  # fmt: skip
"""How something was said, where the words around the cue tell."""
PositionStance = Literal["asserts", "denies", "doubts", "hedges", "declines", "mixed"]
ActorKind = Literal["person", "body", "state", "place", "outlet", "group"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorFrom = Literal["dateline", "metadata", "file", "expression", "unknown"]
ContactKind = Literal["call", "meeting", "letter", "message", "visit", "talks"]
CopyKind = Literal["verbatim", "partial", "rewrite", "revision", "translation", "citation", "forward"]
StepKind = Literal[
    "verbatim", "partial", "rewrite", "revision", "translation", "forward", "citation", "shared-statement",
]  # fmt: skip
"""How two tellings of a claim come to be one text or to have one origin."""
DisagreementKind = Literal["figure", "date", "place", "actor", "polarity"]
Modality = Literal["did", "will", "may", "should", "unreal"]

READABLE: frozenset[SegmentKind] = frozenset({"title", "body", "quotation", "caption"})
"""Segment kinds whose words are the article's own telling. The rest is furniture: evidence of copying, never of speech."""


def identify(kind: str, *parts: object) -> str:
    """A stable identifier: the first 80 bits, in hex, of the SHA-256 of ``kind`` and ``parts``."""
    joined = "\x1f".join([kind, *("" if part is None else str(part) for part in parts)])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


class Span(NamedTuple):
    """A half-open stretch of a document's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words and where they stand. ``text`` is the spans' own text, joined by one space where there are several parts."""

    text: str
    spans: tuple[Span, ...]


def passage(text: str, *spans: Span) -> Passage:
    """The passage of ``text`` (a whole document's text) that ``spans`` mark, in document order."""
    ordered = tuple(sorted(spans))
    return Passage(" ".join(text[start:end] for start, end in ordered), ordered)


# --- one document at a time: read and segment ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in a file a document stood: for text the code points of the decoded file, for JSON Lines those of the line's
    ``text`` (0 to its length, ``line`` being the 1-based line or record)."""

    file: str
    start: int
    end: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a document was read from, exactly as given: one file, or one record of a file that holds many."""

    sha256: str
    content: bytes
    media_type: str
    """``text/plain``, ``text/markdown``, ``text/html``, ``application/json`` (one record)."""
    encoding: str | None
    """The encoding that the bytes were decoded with; None where the format fixes it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article or post, immutable. A changed article is another document that shares ``article`` with it."""

    id: str
    article: str
    """What stays the same over an article's versions: a hash of its URL, else of its outlet and given id, else of its
    file name and title."""
    input_id: str | None
    outlet: str | None
    url: str | None
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    """ISO 8601 date or date-time (with offset where one was given)."""
    published_from: PublishedFrom
    fetched: str | None
    """ISO 8601: when the file was saved, by the file itself or its metadata."""
    language: str | None
    """ISO 639-1, or None where it could not be told."""
    sha256: str
    """Of ``text`` in UTF-8."""
    origin: Origin | None
    text: str
    original: str
    """``Original.sha256`` of the bytes it was read from."""
    forwarded_from: str | None = None
    reply_to: str | None = None
    """The ``input_id`` of the post that this one answers."""
    based_on: tuple[str, ...] = ()
    """URLs that the page names as what it copies (canonical link of another host, JSON-LD ``isBasedOn``)."""
    extra: Mapping[str, Json] = field(default_factory=dict)
    """Fields of the input that quoth does not use, untouched."""
    modified: str | None = None
    """ISO 8601: when this version was last changed, where the page or post says so."""
    around: str | None = None
    """ISO 8601 date near which an undated document was written, from its surroundings (another article of the same file, the files
    beside it). A hint for reading its relative dates; never a date of publication."""


def document_id(
    article: str, outlet: str | None, title: str | None, authors: tuple[str, ...], published: str | None, text: str
) -> str:
    """The identifier of one version of an article: it changes with text, title, byline or date, and with nothing else."""
    return identify("document", article, outlet, title, "\x1e".join(authors), published, text)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document with a kind: one paragraph, heading, caption or line of furniture. Segments are in order, do not
    overlap and cover all but white space. A hard-wrapped paragraph is one segment with its newlines inside."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be used: what it was, why, and what to do about it. Listed by ``quoth status``."""

    name: str
    """File, or file and record (``posts.jsonl:17``)."""
    sha256: str | None
    stage: str
    reason: str
    """A short code: ``unreadable, empty, binary, too-large, undated, malformed, duplicate-id, no-text, failed``."""
    message: str
    """What happened, what was expected, what to do next."""


# --- one document at a time: extract ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which a referent is named, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Title:
    """An office or role said of a person ("defence minister"), with what it is of ("Russian") where the text says so."""

    text: str
    of: str | None = None
    """A state, body or outlet named with it, in its plain name (``Russia`` for "Russian")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to a referent: a name, a description ("the Ukrainian leader") or a pronoun."""

    span: Span
    text: str
    form: Literal["name", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Referent:
    """A participant as one document tells of it: all its mentions there. Referents are joined to actors across documents."""

    id: str
    """``identify("referent", document, start, end)`` of its first mention."""
    document: str
    name: str
    """The fullest name the document gives, without title and possessive; for a group its description."""
    kind: ActorKind
    names: tuple[Name, ...]
    titles: tuple[Title, ...]
    mentions: tuple[Mention, ...]
    country: str | None = None
    """The state it belongs to, by its plain English name, where the document or the gazetteer tells."""
    members: tuple[str, ...] = ()
    """``Referent.id`` of each, where this is a list that speaks as one ("France, the UK and the US")."""


@dataclass(frozen=True, slots=True)
class Via:
    """One step of the chain that a statement came through: the words of an outer source and its referent."""

    text: str
    spans: tuple[Span, ...]
    referent: str | None


Force = Literal[
    "fact", "will", "likely", "may", "can", "allowed", "must", "should", "plans", "tries", "ready", "wishes", "if", "open",
]  # fmt: skip
"""How a deed stands to fact, finer than ``Modality``: ``can`` is ability, ``allowed`` permission, ``must`` duty and order, ``should`` advice
and appeal, ``open`` what is asked, feared or passed on without being asserted."""
Tense = Literal["past", "present", "future"]
PartKind = Literal["deed", "thing", "name", "quality", "manner", "number", "time", "pronoun"]


@dataclass(frozen=True, slots=True)
class Part:
    """One content word, name, figure or time of a proposition, and what it is in it."""

    word: str
    """Lemma in lower case; a name in lower case; of a time its EDTF date, else its TIMEX3 value; of a figure its words."""
    kind: PartKind
    role: str
    """To the part that it hangs on: ``agent``, ``patient``, ``recipient``, ``owner``, ``is`` (what the subject is said to be), ``kind`` (a
    modifier), ``count``, ``how``, ``also`` (a second name), ``which`` (a clause on it), ``and`` (a further clause), ``what`` (a clause that it
    takes), else the preposition or conjunction."""
    of: int
    """Place of that part in the proposition; -1 for a part that hangs on none."""
    marks: tuple[str, ...] = ()
    """Function words on it, in small letters: articles, quantifiers, modal verbs, negation, "only", "still"; ``plural`` of a noun in the plural."""
    low: float | None = None
    high: float | None = None
    """Of a figure: its bounds; None where open."""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a content says, in a form that can be compared: read from its syntax, lemmas in lower case.

    It decides whether two contents are the same claim; ``words`` are its content words (nouns, verbs, adjectives, numbers,
    names; no stop words, no attribution cue).
    """

    predicate: str | None
    """Lemma of the main verb or event noun ("plan", "use")."""
    subject: tuple[str, ...]
    """Content words of who does it; names by their plain name."""
    object: tuple[str, ...]
    """Content words of what it is done to, prepositional complements included."""
    words: tuple[str, ...]
    names: tuple[str, ...]
    """Names of actors and places in it, adjectives of states turned into the state ("Russian" → "Russia")."""
    negated: bool
    modality: Modality
    numbers: tuple[float, ...] = ()
    parts: tuple[Part, ...] = ()
    """The same word by word, with the role of each."""
    main: int = -1
    """Place in ``parts`` of what the predicate is; -1 where it has none there."""
    forces: tuple[Force, ...] = ()
    """How the deed stands to fact, the readings of its words that are possible ("may": possibility or permission); empty where not read."""
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: who (*source*) says (*cue*) what (*content*)."""

    id: str
    """``identify("statement", document, *source spans, *cue spans, *content spans)``."""
    document: str
    form: Form
    stance: Stance
    source: Passage | None
    cue: Passage
    content: Passage
    speaker: str | None
    """``Referent.id``; None where undecided."""
    undecided: str | None
    """Why there is no speaker ("no source", "they: two candidates"); None where there is one."""
    addressee: str | None
    """``Referent.id`` of whom it was said to."""
    via: tuple[Via, ...]
    """Sources between the speaker and the reader, outermost first; the outlet itself is not repeated here."""
    parent: str | None
    """The statement whose content this one stands in."""
    negated: bool
    """The attribution is denied ("did not say"), not its content."""
    score: float
    """How sure the reader is of the whole attribution, 0 to 1."""
    time: str | None
    """When it was said: an EDTF date, or None."""
    proposition: Proposition | None
    act: Act | None = None
    """What is done in saying so, within the stance: ``reject`` and ``refute`` both deny. None for stance ``none``."""
    channel: Channel | None = None
    """How it was said: in a statement, an interview, a call. None where the words around the cue do not tell."""


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


# --- the whole corpus: link and group -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, state, place, outlet or unnamed group over all documents."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    referents: tuple[str, ...]
    evidence: tuple[str, ...]
    """Why these referents are one: one short line for each kind of evidence, with the names that it joined ("same full name: Ada Dolan");
    then, in lines that begin with ``undecided: ``, whom it may be as well."""


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
class ContactEvent:
    """One contact as a whole: the tellings of it that agree on parties, kind and day."""

    id: str
    contacts: tuple[str, ...]


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
class Reading:
    """One of the values that accounts give for one thing."""

    value: str
    statements: tuple[str, ...]
    actors: tuple[str, ...]
    documents: tuple[str, ...]
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which accounts differ. ``revised`` marks figures that one party itself updated over time."""

    id: str
    story: str | None
    about: str
    kind: DisagreementKind
    readings: tuple[Reading, ...]
    claim: str | None = None
    event: str | None = None
    revised: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about the same run of events. ``title`` is taken from the documents' own words."""

    id: str
    title: str
    documents: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Links:
    """All that linking and grouping works out over the corpus."""

    actors: tuple[Actor, ...] = ()
    copies: tuple[Copy, ...] = ()
    events: tuple[ContactEvent, ...] = ()
    stories: tuple[Story, ...] = ()
    claims: tuple[Claim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    before: Mapping[str, Mapping[str, object | None]] = field(default_factory=dict)
    """By field and identifier: what they were before people's judgements, where these changed them; None for what was not there."""
    judged: frozenset[str] = frozenset()
    """The judgements that went into them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision over a finding; kept apart from findings and never overwritten by them."""

    id: str
    kind: str
    """What it is about: ``actor``, ``story``, ``claim``, a kind of finding (``statement``, ``contact``, ``quantity``, ``term``, ``time``,
    ``copy``, ``disagreement``), or ``judgement`` for one that takes another back."""
    subject: str
    """Identifiers, parted by a space: of the finding; of two or more referents (``actor``), documents (``story``) or statements (``claim``)."""
    verdict: str
    """``same``, ``apart``, ``opposed``, ``rejected``, ``undone``, or what is right instead: a JSON object of a statement's fields."""
    by: str
    at: str
    """ISO 8601 date-time with microseconds, later than that of every judgement made in this ledger before."""
    note: str | None
    answers: str | None = None
    """The judgement on the same things that stood when this one was made; None where it was the first."""
    found: dict[str, Json] | None = None
    """What was found when it was judged: enough to know it again after another reading, and to learn from it."""


# --- what a user knows beforehand ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that a register gives somebody, with what it is of and the ISO 8601 dates of its first and last day, where it says so."""

    text: str
    of: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry of a user's own register: who somebody or something is, by all its names."""

    id: str
    """As the register has it: ``Q42``, ``NK-1``, ``mayor-of-halden``."""
    file: str
    """The file it was read from, by its name."""
    name: str
    names: tuple[str, ...]
    """All of them, ``name`` among them."""
    kind: ActorKind | None
    """None where the register does not say."""
    country: str | None
    titles: tuple[Tenure, ...] = ()
