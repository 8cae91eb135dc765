"""Whether a statement says something that others can say too: most of what a claim is gathered from is decided here.

No claim is what only points back, a wish, what somebody may say, a plan that another reports, that somebody called or met somebody (contacts and their events tell that),
and what only names somebody or something: "has read the joint statement of Tarl and Orrin" says nothing of either.
"""

from __future__ import annotations

import re

from quoth.lexicon.answering import answering
from quoth.lexicon.classes import word_class
from quoth.link.answers import points_back, rebuffs
from quoth.link.contesting import SPEAKING
from quoth.link.meanings import Meaning
from quoth.link.stances import NOT_SAID, TAKES
from quoth.records import Statement

CONTACTS = frozenset({"call", "talk", "meeting", "speak"})
"""Deeds, levelled, that are told by contacts and their events, not by claims."""
TAKING = frozenset({"receive", "get", "answer", "place"})
"""Deeds that are one of these with what they are done to: "received a telephone call from Dolan"."""
CALLS = frozenset({"call"})
"""What is received so, levelled."""
_BIDDING = re.compile(
    r"(?:(?:just|please|so|go and|go ahead and) )?(?:say|tell|admit|repeat|imagine|suppose|pretend)\b(?! that$)", re.IGNORECASE
)
"""A cue without anybody who says it that bids to say it."""
_MENTION = re.compile(r"(?:that )?(?:the|a) (?:words?|phrase|expression|term) [“”\"‘'«]", re.IGNORECASE)
"""A content that is a word: "the word 'traitor'" claims nothing."""
_DECIDED = re.compile(r"\b(?:decision|choice|refusal|readiness|willingness)$", re.IGNORECASE)
_DOING = re.compile(r"to [a-z]+", re.IGNORECASE)
WORDY = 8
"""Content words from which on a content without a deed may still say something."""


def makes_a_claim(statement: Statement, meaning: Meaning | None) -> bool:
    """Whether a statement, which has this meaning, makes a claim; answers and rebuffs make none of their own."""
    taken = NOT_SAID if statement.negated else TAKES
    if meaning is None or statement.stance not in taken or _is_reported_plan(statement) or may_be_said(statement):
        return False
    if is_bidden(statement) or _MENTION.match(statement.content.text):
        return False
    if points_back(statement) or rebuffs(statement) or only_names(statement):
        return False
    if statement.stance == "thinks" and not word_class("wish").isdisjoint(statement.cue.text.lower().split()):
        return False  # to want something is not to claim it
    return not _is_contact(meaning) or "request" in meaning.things  # who asked for a contact is a claim; that it was is an event


def may_be_said(statement: Statement) -> bool:
    """Whether somebody is only told to be able to say it: "which it may claim"; "I might add" says it."""
    spoken = statement.source.text.lower() if statement.source else ""
    return spoken not in SPEAKING and answering()["possible"].match(statement.cue.text) is not None


def is_bidden(statement: Statement) -> bool:
    """Whether somebody is told to say it, and nobody does: "just say that I will leave"."""
    return statement.source is None and _BIDDING.match(statement.cue.text.strip()) is not None


def _is_reported_plan(statement: Statement) -> bool:
    """Whether a plan, threat or decision to do something is told by another, whose word it is: "warned that X planned to", "that X's decision to
    leave was right"."""
    decided = _DECIDED.search(statement.cue.text) is not None and _DOING.match(statement.content.text.strip()) is not None
    return statement.parent is not None and (decided or statement.stance in {"promises", "threatens"})


def _is_contact(meaning: Meaning) -> bool:
    return meaning.deed in CONTACTS or (meaning.deed in TAKING and not CALLS.isdisjoint(meaning.things))


def only_names(statement: Statement) -> bool:
    """Whether a content without a verb or figure only names somebody or something: "the joint statement of Tarl and Orrin"."""
    proposition = statement.proposition
    if proposition is None or not 0 <= proposition.main < len(proposition.parts) or statement.stance == "accuses":
        return False
    clause = proposition.tense is not None or any(part.kind == "deed" for part in proposition.parts)
    says_more = proposition.subject or proposition.numbers or proposition.negated or len(proposition.words) >= WORDY
    return proposition.parts[proposition.main].kind == "name" and not clause and not says_more
