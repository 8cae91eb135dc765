"""Which judgements stand, what they are about, and how their verdicts are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quoth.records import Judgement

ACTOR, STORY, CLAIM, STATEMENT, ARTICLE, JUDGEMENT = "actor", "story", "claim", "statement", "article", "judgement"
SAME, APART, OPPOSED, REJECTED, ASIDE, UNDONE = "same", "apart", "opposed", "rejected", "aside", "undone"

FINDINGS: Mapping[str, str] = {
    STATEMENT: "statements",
    "contact": "contacts",
    "quantity": "quantities",
    "term": "terms",
    "time": "times",
}
"""Kinds of what is found in one document → the field of ``records.Findings`` that holds it."""
LINKS: Mapping[str, str] = {"copy": "copies", "disagreement": "disagreements"}
"""Kinds of what linking finds, and that can be rejected → the field of ``records.Links``."""
REJECTABLE = {**FINDINGS, **LINKS}
VERDICTS: Mapping[str, frozenset[str]] = {
    ACTOR: frozenset({SAME, APART}),
    STORY: frozenset({SAME, APART}),
    CLAIM: frozenset({SAME, OPPOSED, APART}),
    ARTICLE: frozenset({ASIDE}),
    JUDGEMENT: frozenset({UNDONE}),
    **{kind: frozenset({REJECTED}) for kind in REJECTABLE},
}
"""What can be decided of each kind. Of a statement also what is right instead: ``statements.read_change`` reads that."""


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements as they were made, whatever order they came in."""
    return sorted(judgements, key=lambda one: (one.at, one.id))


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, in the order in which they were made: those that nobody took back. To take back a taking back restores."""
    undone: set[str] = set()
    held: list[Judgement] = []
    for one in reversed(in_order(judgements)):
        if one.id in undone:
            continue
        if one.kind == JUDGEMENT:
            undone.add(one.subject)
        else:
            held.append(one)
    return tuple(reversed(held))


def things(judgement: Judgement) -> tuple[str, ...]:
    """The identifiers of what a judgement is about."""
    return tuple(judgement.subject.split())


def last_on(judgements: Iterable[Judgement], kind: str, subject: Iterable[str]) -> Judgement | None:
    """The last judgement that stands on any of these things."""
    wanted = set(subject)
    found = [one for one in standing(judgements) if one.kind == kind and not wanted.isdisjoint(things(one))]
    return found[-1] if found else None


def with_implied(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements, each followed by what it implies: a speaker whom the reader did not see in a document is one with the actor named."""
    return [each for one in judgements for each in (one, *_implied(one))]


def _implied(one: Judgement) -> list[Judgement]:
    found = one.found or {}
    made, named = found.get("referent"), found.get("as")
    if one.kind != STATEMENT or not isinstance(made, dict) or not named:
        return []
    return [replace(one, kind=ACTOR, subject=f"{named} {made['id']}", verdict=SAME)]
