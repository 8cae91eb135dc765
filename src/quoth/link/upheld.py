"""Figures that nobody gives although they stand there: of a part, of what was before, of what comes on top, and those that were taken back."""

from __future__ import annotations

import re

from quoth.records import Quantity, Span

_PICKED = re.compile(
    r"^\W*of (?:the|its|his|her|their|our|those|these|them|whom|which|\d)|^\W*(?:in|out of) (?:\d|ten\b)|^\W*more\b(?! than)",
    re.IGNORECASE,
)
"""What follows a part of something larger, or what comes on top: "eight in ten", "three of the four", "130 more"."""
_LEFT_BEHIND = re.compile(
    r"\b(?:not|including|among them|of whom|from|than|versus|vs\.?|between|earlier|previous|initial|original|first|last|old|another|other|additional|further|extra"
    r"|(?:earlier|previous|initial|original|first|preliminary) (?:\w+ )?(?:of|at|that))\W*(?:(?:at least|more than|about|around|some|nearly) )?$",
    re.IGNORECASE,
)
"""What stands before a figure that another took the place of, that comes on top, or that is named beside it."""
_KNOWN = re.compile(r"\b(?:the|these|those)\W*$", re.IGNORECASE)
"""What stands before those who are known already: "the five"."""
_BESIDES = re.compile(r"\b(?:other|others|another|more|additional)\b(?! than)", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:per|each|every|daily|weekly|monthly|average[ds]?|compared|record|a (?:day|week|month|year)|(?:this|last) year)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:retract\w*|withdr[ae]w\w*|erroneous\w*|mistaken\w*|rumou?rs?|counted twice|falsely|hypothetical\w*|would have|can|capable of)\b",
    re.IGNORECASE,
)
"""Words of a sentence whose figure nobody upholds, or that holds in general."""
_WITHDRAWN = re.compile(
    r"\b(?:retract(?:s|ed|ing)?|withdr[ae]wn?|withdrew|disowned|(?:is|was) (?:not a number|a rumou?r|made up|invented))\b",
    re.IGNORECASE,
)
"""The same of a figure that whoever writes it does not give."""
_ENDS = re.compile(r"[.!?][\"”’)]*(?=\s|$)|\n")
SENTENCE = 400
"""Code points within which a sentence begins and ends."""
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_FORMER = re.compile(
    rf"\b(?:in|since|last|of) (?:early |late |mid-)?(?P<month>{_MONTH})\b(?! \d{{1,2}}\b)|\b(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<ago>(?:years?|months?|decades?) (?:ago|earlier|before)|last year|anniversary)\b",
    re.IGNORECASE,
)
_RETRACTION = re.compile(
    r"\W*(?:(?:retraction|retracted|correction|corrected|clarification|withdrawn|erratum)\b"
    r"|(?:withdrawal|(?:an?|our) (?:retraction|correction|clarification|withdrawal))\s*(?:$|[:–—,]|(?:of|to) (?:an? |our |the )?(?:earlier |previous )?"
    r"(?:report|article|story|item|post)s?\b))",
    re.IGNORECASE,
)


def takes_back(title: str | None) -> bool:
    """Whether an article says in its title, or its first words, that it takes back what was written before."""
    return _RETRACTION.match(title or "") is not None


def is_upheld(quantity: Quantity, text: str, sentence: Span) -> bool:
    """Whether a figure is given for something by the sentence that it stands in."""
    before, after = text[sentence.start : quantity.span.start], text[quantity.span.end : sentence.end]
    known = _KNOWN.search(before) if quantity.unit in {None, "people"} else None
    beside = known or _LEFT_BEHIND.search(before) or _BESIDES.search(quantity.text) or _PICKED.search(after)
    return beside is None and _TAKEN_BACK.search(text, sentence.start, sentence.end) is None


def is_only_mentioned(text: str, figure: Span) -> bool:
    """Whether the sentence around a figure asks about it or tells that it was taken back: whoever writes that gives it for nothing."""
    start = max((match.end() for match in _ENDS.finditer(text, max(0, figure.start - SENTENCE), figure.start)), default=0)
    end = _ENDS.search(text, figure.end, figure.end + SENTENCE)
    stop = end.end() if end else min(len(text), figure.end + SENTENCE)
    return (end is not None and end[0].startswith("?")) or _WITHDRAWN.search(text, start, stop) is not None


def former_times(text: str, part: Span) -> frozenset[str]:
    """Months, years and the like that words give for what was at another time: "in September", "in 2003", "years ago"."""
    found = (match.group(match.lastgroup or 0) for match in _FORMER.finditer(text, part.start, part.end))
    return frozenset(word.lower() for word in found)


def is_rate(text: str, part: Span) -> bool:
    """Whether words tell how many there are in a stretch of time, or beside another."""
    return _RATE.search(text, part.start, part.end) is not None
