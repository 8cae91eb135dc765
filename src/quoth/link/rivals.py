"""Figures that one article sets against each other: "24 were aboard, the company said; the ministry speaks of 23"."""

from __future__ import annotations

import re

from quoth.records import Span

_ABOUT = r"(?:(?:about|around|some|nearly|almost|roughly|at|least|more|than|over|up|to|just|only|closer|as|many|an?|estimated) ){0,4}[$£€]?$"
_ANEW = re.compile(
    r"\b(?:put(?:s|ting)?)\b [\w’', $£€.-]{3,90}? at "
    + _ABOUT
    + r"|\b(?:sp(?:eaks?|oken?|eaking)|talk(?:s|ed|ing)?) of "
    + _ABOUT
    + r"|\bsa(?:ys?|id|ying) (?:that )?there (?:are|were|had been|have been) "
    + _ABOUT,
    re.IGNORECASE,
)
"""Words before a figure that is given for what was told of before it: "puts the bill at", "has spoken of", "says there were"."""
_NOT_NOW = re.compile(
    r"\b(?:previous\w*|earlier|initial\w*|original\w*|first|former\w*|then|last (?:week|month|year)|would|could|may|might|by \d{4}"
    r"|plan\w*|hope\w*|expect\w*|predict\w*|forecast\w*|project(?:s|ed|ion|ions))\b",
    re.IGNORECASE,
)
"""Words of figures of another time, or of what is to come: two such are no two accounts."""
BETWEEN = 3
"""Code points between two sentences that follow each other."""


def is_given_anew(text: str, sentence: Span, figure: Span) -> bool:
    """Whether a figure is given for what was told of before it, as it is now."""
    return (
        _ANEW.search(text, sentence.start, figure.start) is not None and _NOT_NOW.search(text, sentence.start, sentence.end) is None
    )


def are_beside(one: Span, other: Span) -> bool:
    """Whether two sentences are one, or follow each other."""
    first, second = sorted((one, other))
    return second.start <= first.end + BETWEEN
