"""Days of dates: of ISO 8601 dates and times, and of EDTF dates with their uncertainty."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")


@lru_cache(maxsize=50_000)
def day_of(text: str | None) -> date | None:
    """The calendar day that an ISO 8601 date or time begins with; None where it names no single day."""
    match = _DAY.match(text or "")
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return None
    try:
        return date(year, month, day)
    except ValueError:  # 30 February
        return None


def days_between(first: str | None, second: str | None) -> int | None:
    """Days from the first to the second (negative where it is before it); None where either names no day."""
    start, end = day_of(first), day_of(second)
    return None if start is None or end is None else (end - start).days


def is_earlier(first: str | None, second: str | None) -> bool:
    """Whether one ISO date or time is surely before another: a bare date is only before another day."""
    days = days_between(first, second)
    if not first or not second or days is None:
        return False
    exact = min(len(first), len(second)) >= 16 and first[19:] == second[19:]  # times in different zones are compared by day only
    return first[:19] < second[:19] if exact else days > 0
