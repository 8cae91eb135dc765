"""The days, months and years that a text names, as keys that two texts can share, and its figures.

Only what stands written out: ``2 May 2013``, ``May 2013``, ``Friday``. Nothing is reckoned, because many documents are undated; times with
their values are ``extract.times``' work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from quoth.lexicon.times import time_words

_YEAR = r"(?:19[5-9]|20[0-4])\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"


@cache
def _numbers(kind: str) -> Mapping[str, int]:
    """Months or weekdays by each of their names, in small letters and without a dot."""
    return {word.rstrip("."): int(entry.value) for word, entry in time_words().items() if entry.kind == kind}


@cache
def _pattern() -> re.Pattern[str]:
    """A month with its day and year, in either order; a year; a weekday. All names begin with a capital or stand in capitals."""
    months = "|".join(sorted((_either(name) for name in _numbers("month")), key=len, reverse=True))
    weekdays = "|".join(sorted((_either(name) for name in _numbers("weekday") if name.endswith("day")), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<before>{_DAY})(?:st|nd|rd|th)? +)?(?P<month>{months})\b\.?(?: *(?P<after>{_DAY})(?:st|nd|rd|th)?\b(?!\d))?"
        rf"(?: *,? *(?P<of>{_YEAR})\b)?"
        rf"|(?<![\w.,])(?P<year>{_YEAR})(?![\w%]|[.,]\d)"
        rf"|\b(?P<weekday>{weekdays})\b"
    )


def _either(name: str) -> str:
    return f"{name.capitalize()}|{name.upper()}"


def find_dates(text: str) -> Counter[str]:
    """How often each is named: ``year:2013``, ``month:2013-5`` (with its year), ``month:5``, ``day:5-2``, ``weekday:5``.

    ``May`` and ``March`` without a day or year are no months: too many people and walks are called so.
    """
    found: Counter[str] = Counter()
    for match in _pattern().finditer(text):
        month, year = match["month"], match["of"] or match["year"]
        if month:
            number, day = _numbers("month")[month.lower()], match["before"] or match["after"]
            if day or match["of"] or len(month) > len("March"):
                found[f"month:{number}"] += 1
            if day:
                found[f"day:{number}-{int(day)}"] += 1
            if match["of"]:
                found[f"month:{match['of']}-{number}"] += 1
        if year:
            found[f"year:{year}"] += 1
        if match["weekday"]:
            found[f"weekday:{_numbers('weekday')[match['weekday'].lower()]}"] += 1
    return found
