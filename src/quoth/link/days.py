"""Days of dates: of ISO 8601 dates and times, and of EDTF dates with their uncertainty."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_POINT = re.compile(r"(?<![\d:])(\d[\dX]{3})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?![\d:])")


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
    """Whether one ISO date or time is surely before another: a bare date is only before another day; zones are reckoned with."""
    start, end = _moment(first), _moment(second)
    if start is not None and end is not None and (start.tzinfo is None) == (end.tzinfo is None):
        return start < end
    days = days_between(first, second)
    return days is not None and days > 0


def published_key(published: str | None) -> tuple[str, bool, str]:
    """Sorts by when something came out: by its day, on one day what tells the time before what does not, by the time in one zone.

    What has no date comes last.
    """
    moment = _moment(published)
    if moment is None:
        return (published or "9999-99-99")[:10], True, ""
    try:
        told = moment.astimezone(UTC) if moment.tzinfo else moment
    except OverflowError:  # at an end of the calendar
        told = moment
    return told.date().isoformat(), False, told.time().isoformat()


def _moment(text: str | None) -> datetime | None:
    """The point in time that an ISO date-time names; None for a bare date."""
    if text is None or len(text) < len("2025-03-15T15:10"):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # an EDTF date with a mark, an interval
        return None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a date may mean, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it may mean."""
        return (self.last - self.first).days + 1

    def meets(self, other: Stretch) -> bool:
        """Whether both may mean one day."""
        return self.first <= other.last and other.first <= self.last

    def days_after(self, other: Stretch) -> int:
        """Days from the end of another stretch to the beginning of this one; negative where it begins before."""
        return (self.first - other.last).days


@lru_cache(maxsize=50_000)
def stretch_of(edtf: str | None) -> Stretch | None:
    """The days that an EDTF date (or ISO date-time) may mean: a month all its days, a set or interval from its first to its last.

    None where it has no year, or is open at an end. Uncertainty marks are passed over.
    """
    if not edtf or ".." in edtf or edtf.startswith("/") or edtf.endswith("/"):
        return None
    parts = [found for match in _POINT.finditer(edtf) if (found := _stretch(*match.groups())) is not None]
    return Stretch(min(part.first for part in parts), max(part.last for part in parts)) if parts else None


def _stretch(year: str, month: str | None, day: str | None) -> Stretch | None:
    """The days of one EDTF point; ``X`` stands for any digit, months 21 to 41 (seasons and quarters) for the whole year."""
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not low:
        return None
    if month is None or "X" in month or not 1 <= int(month) <= 12:
        return Stretch(date(low, 1, 1), date(high, 12, 31))
    length, last = monthrange(low, int(month))[1], monthrange(high, int(month))[1]
    if day is None or "X" in day or not 1 <= int(day) <= length:
        return Stretch(date(low, int(month), 1), date(high, int(month), last))
    return Stretch(date(low, int(month), int(day)), date(high, int(month), min(int(day), last)))
