"""How a party stands to a claim in some passage, by the verb of saying and by the words that leave it open, doubt it or say nothing of it.

The verb alone does not tell: "they said that they did not know whether …" says nothing, and "may have been set" asserts nothing. What the
outlet adds of its own ("allegedly") is no reserve of the party that it quotes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quoth.lexicon.postures import Posture, postures
from quoth.records import PositionStance, Statement

NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|neither|nor|without|cannot|deny|denie[sd]|denying|reject\w*|dismiss\w*|refut\w*|unfounded|false|baseless)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:could|will|may|might|should|can|must)\b", re.IGNORECASE)
TO_COME = re.compile(r"\bwill\b", re.IGNORECASE)
BUT = re.compile(r",? (?:but|though|although)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
SEEMS_NOT = re.compile(r"\b(?:appear|seem|believ|thought|report)\w*\b.{0,60}\b(?:no|not|never|nothing)\b", re.IGNORECASE)
"""A denial that is made with reserve: "there appears no reason for alarm"."""
WONDERING = re.compile(r"\bwonder", re.IGNORECASE)


def stand(
    statements: Sequence[Statement], words: str, *, claim: str, relations: Collection[str], outlet: bool = False
) -> PositionStance:
    """The stance that a party takes on a claim in a passage that is about it.

    ``statements`` are the party's in the passage, the one nearest to the claim first; ``words`` is the passage. ``relations`` are those of
    the statements' contents to the claim (``link.compare``). ``outlet``: it is the outlet's own voice.
    """
    words = nearest_part(words, claim)
    told = _by_verbs(statements, words, claim)
    return told if told is not None else _by_words(words, claim, relations, outlet=outlet or not statements)


def _by_words(words: str, claim: str, relations: Collection[str], *, outlet: bool) -> PositionStance:
    """What the words around the content tell, then how it stands to the claim; a claim of what may be is not left open by a "may"."""
    found = {posture for posture, pattern in postures().items() if pattern.search(words)}
    to_come = "effort" in found and TO_COME.search(claim) is not None
    hedged = "hedge" in found or to_come or (outlet and "evidential" in found)
    modal, negated = MODAL.search(claim) is not None, NEGATION.search(words) is not None and not NEGATION.search(claim)
    decided: tuple[tuple[bool, PositionStance], ...] = (
        ("doubt" in found, "doubts"),
        ("ignorance" in found, "hedges"),
        ("opposed" in relations or (negated and SEEMS_NOT.search(words) is not None), "denies"),
        (hedged and not modal, "hedges"),
        ("same" in relations, "asserts"),
        (hedged, "hedges"),
        (negated, "denies"),
    )
    return next((stance for holds, stance in decided if holds), "asserts")


def nearest_part(words: str, claim: str) -> str:
    """Of what stands before and after a "but" the part that shares more words with the claim; all where neither does."""
    parts = BUT.split(words)
    shared = [len(_stems(part) & _stems(claim)) for part in parts]
    most = max(shared)
    return parts[shared.index(most)] if shared.count(most) == 1 else words


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:5].lower() for word in _WORD.findall(words))


def _by_verbs(statements: Sequence[Statement], words: str, claim: str) -> PositionStance | None:
    """What the verbs of saying tell, or words for saying nothing; None where they leave it to the content."""
    refused = _has("refusal", words) and not _has("refusal", claim)
    if refused or any(statement.stance == "declines" for statement in statements):
        return "declines"
    return next((taken for statement in statements if (taken := _by_verb(statement)) is not None), None)


def _by_verb(statement: Statement) -> PositionStance | None:
    if statement.stance == "thinks" and statement.negated:
        return "hedges" if statement.act == "know" else "doubts"
    if statement.stance == "denies" and not statement.negated:
        return "denies"
    if statement.stance == "doubts":
        return "hedges" if WONDERING.search(statement.cue.text) else "doubts"
    return None


def _has(posture: Posture, words: str) -> bool:
    return postures()[posture].search(words) is not None
