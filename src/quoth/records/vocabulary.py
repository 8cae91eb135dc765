"""The closed vocabularies of the export contract: which words a field may have."""

from __future__ import annotations

from typing import Literal, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
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
    "conclude", "reply", "complain", "apologise", "boast", "joke", "exclaim", "murmur", "deny", "reject", "refuse",
    "dispute", "refute", "retract", "doubt", "question", "downplay", "confirm", "acknowledge", "concede", "concur", "accuse", "blame",
    "allege", "charge", "warn", "threaten", "order", "demand", "forbid", "request", "urge", "appeal", "invite", "inquire",
    "promise", "offer", "agree", "plan", "propose", "advise", "praise", "support", "welcome", "thank", "condemn",
    "criticise", "oppose", "mock", "speculate", "predict", "believe", "know", "want", "hope", "fear", "feel", "decline",
    "withhold", "unanswered",
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
Force = Literal[
    "fact", "will", "likely", "may", "can", "allowed", "must", "should", "plans", "tries", "ready", "wishes", "if", "open",
]  # fmt: skip
"""How a deed stands to fact, finer than ``Modality``: ``can`` is ability, ``allowed`` permission, ``must`` duty and order, ``should`` advice
and appeal, ``open`` what is asked, feared or passed on without being asserted."""
Tense = Literal["past", "present", "future"]
PartKind = Literal["deed", "thing", "name", "quality", "manner", "number", "time", "pronoun"]
