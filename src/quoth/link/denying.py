"""Cues by which somebody denies something: "denied", "has repeatedly denied", "disputed"; not "to deny", "was denied", "did not deny"."""

from __future__ import annotations

import re

from quoth.records import Statement

_UNSAID = "to|was|were|are|be|been|would|could|should|can|may|might|will|not|never"
"""Words before a verb by which it was not said, or not by whom it stands beside."""
_BEFORE = rf"(?:(?!(?:{_UNSAID})\b)[\w’'-]+,? ){{0,4}}"
_DENYING = re.compile(rf"{_BEFORE}(?:den(?:y|ies|ied|ying)|(?:disput|refut|rebut)\w*)(?: \w+)?", re.IGNORECASE)
_REJECTING = re.compile(rf"{_BEFORE}(?:reject|dismiss|contradict)\w*(?: \w+)?", re.IGNORECASE)


def denies_outright(statement: Statement) -> bool:
    """Whether the cue is that somebody denies something, not that it was denied or will be."""
    return _DENYING.fullmatch(statement.cue.text) is not None


def rejects_outright(statement: Statement) -> bool:
    """Whether the cue is that somebody rejects something, which denies it where that is something told: "rejected the claim that …"."""
    return _REJECTING.fullmatch(statement.cue.text) is not None
