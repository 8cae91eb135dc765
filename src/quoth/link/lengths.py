"""Lengths of time as figures: how long something took, in hours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from quoth.link.values import length
from quoth.link.voices import innermost
from quoth.records import Quantity, Statement, TimeExpression

THING = "duration"
"""What such figures count."""
HOUR = 3600.0
LONGEST = 24
"""Hours up to which something is over before it is told; what goes on for days is longer in each article."""
_COUNTED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|\w+teen|\w+ty)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:about|around|some|almost|nearly|roughly|approximately)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|at least)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|under|up to|at most)\b", re.IGNORECASE)


def figures_of_lengths(times: Iterable[TimeExpression], statements: Iterable[Statement]) -> Iterator[Quantity]:
    """Every length of time that a text counts in minutes, hours, days or weeks, as a figure in hours, with the statement that gives it."""
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_document[statement.document].append(statement)
    for time in times:
        seconds = length(time.value or "") if time.type == "DURATION" else None
        if seconds is None or not _COUNTED.search(time.text) or seconds >= LONGEST * HOUR:
            continue
        value = seconds / HOUR
        about = _ABOUT.search(time.text) is not None
        yield Quantity(
            id=time.id,
            document=time.document,
            span=time.span,
            text=time.text,
            value=value,
            low=None if about or _LESS.search(time.text) else value,
            high=None if about or _MORE.search(time.text) else value,
            unit="hour",
            of=THING,
            as_of=None,
            statement=innermost(time.span, by_document.get(time.document, ())),
        )
