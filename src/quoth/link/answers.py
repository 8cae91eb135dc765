"""Answers to what was said just before: "denied the allegation", "which Norvia denied", "called it absurd"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quoth.records import Stance, Statement

ANSWERING: frozenset[Stance] = frozenset({"denies", "doubts", "confirms", "declines"})
CLAIMING: frozenset[Stance] = frozenset({"asserts", "accuses", "warns", "speculates", "thinks", "threatens"})
SHELLS = frozenset(
    {
        "accusation",
        "accuse",
        "allegation",
        "allege",
        "charge",
        "claim",
        "assertion",
        "suggestion",
        "report",
        "it",
        "this",
        "that",
        "which",
    }
    | {
        "statement",
        "comment",
        "insinuation",
        "involvement",
        "responsibility",
        "false",
        "baseless",
        "unfounded",
        "untrue",
        "invention",
    }
    | {"lie", "falsehood", "nonsense", "absurd", "story", "evidence", "role", "any", "all", "these", "those", "they", "such", "so"}
)
"""Words of a content that only point back."""
SUCH = re.compile(r"\b(?:any|no|every|all) such\b|\bsuch an?\b", re.IGNORECASE)
"""Points back whatever the noun is: "denied that any such warning had been given"."""
_SPEAKING = "warning|threat|promise|demand|request|offer|order|remark|pledge"
TOLD = re.compile(rf"\bsuch (?:an? )?(?:\w+ )?(?:{_SPEAKING})s?\b")
"""Points back to that something was said, not to what: it answers who reported the saying."""
FIGURE = re.compile(r"\b(?:that|this|those|these|such an?|any such) (?:figure|number|toll|count|total|estimate)s?\b")
"""Points back to a figure: "it never gave that figure"."""
MOST_OF_FIGURE = 4
"""Content words of a content that disowns a figure: "ever giving such a number to anybody"."""
FARTHEST = 700
"""Code points between an answer and what it answers: about two paragraphs."""


def find_answers(
    statements: Sequence[Statement], *, doers: Mapping[str, frozenset[str]], keys: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """Statement → the statement of the same document whose content it answers.

    ``statements`` are those of one document in order. ``doers`` gives the parties that a statement's content names as doers, ``keys`` those
    that its speaker is. An answer goes to the nearest claim before it of another speaker, first to one about the answering party.
    """
    found = {}
    for place, answer in enumerate(statements):
        if (answer.stance in ANSWERING or disowns(answer)) and points_back(answer):
            open_ = [claim for claim in _open(answer, reversed(statements[:place])) if _belongs(answer, claim, keys)]
            about = [claim for claim in open_ if doers.get(claim.id, frozenset()) & keys.get(answer.id, frozenset())]
            chosen = next(iter(about or open_), None)
            if chosen is not None:
                found[answer.id] = _reported(answer, chosen, statements).id
    return found


def disowns(statement: Statement) -> bool:
    """Whether a statement denies having given a figure told before: "said that it never gave that figure"."""
    proposition = statement.proposition
    if proposition is None or FIGURE.search(statement.content.text) is None:
        return False
    return statement.stance == "denies" or (statement.stance == "asserts" and proposition.negated)


def _reported(answer: Statement, claim: Statement, statements: Sequence[Statement]) -> Statement:
    """What an answer is about: the claim; where it denies that such a thing was said, the statement by which somebody reports it."""
    if TOLD.search(answer.content.text) is None or claim.parent is None:
        return claim
    outer = next((one for one in statements if one.id == claim.parent), claim)
    return outer if outer.stance in CLAIMING and outer.speaker != answer.speaker else claim


def points_back(statement: Statement) -> bool:
    """Whether a content holds nothing of its own, but whose it is ("her claims", "Norvia's allegation"), and points back to what was said."""
    if statement.proposition is None:
        return len(statement.content.text.split()) <= 3
    own = own_words(statement)
    if disowns(statement):
        return len(own) <= MOST_OF_FIGURE
    if SUCH.search(statement.content.text):
        return len(own) <= 2
    return not own or (len(own) == 1 and len(statement.proposition.words) > 1 and len(statement.content.text.split()) <= 4)


def own_words(statement: Statement) -> list[str]:
    """The content words that do not point back."""
    return [word for word in statement.proposition.words if word not in SHELLS] if statement.proposition else []


def _belongs(answer: Statement, claim: Statement, keys: Mapping[str, frozenset[str]]) -> bool:
    """Whether a claim can be the one that an answer names by whose it is; any can where it names nobody."""
    own = own_words(answer)
    if disowns(answer):
        return claim.proposition is not None and bool(claim.proposition.numbers)
    return not own or SUCH.search(answer.content.text) is not None or not keys.get(claim.id, frozenset()).isdisjoint(own)


def _open(answer: Statement, before: Iterable[Statement]) -> Iterator[Statement]:
    """Claims before an answer that it can mean, nearest first."""
    for claim in before:
        if answer.cue.spans[0].start - claim.content.spans[-1].end > FARTHEST:
            return
        if claim.stance in CLAIMING and not claim.negated and claim.speaker != answer.speaker and not points_back(claim):
            yield claim
