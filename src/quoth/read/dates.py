"""Dates of publication: as metadata gives them, as a text says them, and a missing year from its surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

import dateparser

from quoth.lexicon.times import time_words

_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?(?:\[.*\])?",
    re.ASCII,  # figures of other scripts are words: ISO 8601 has none
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?", re.ASCII)
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4}")
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?![\d:])")
_DAY_MONTH = re.compile(r"(?<![\d.:])(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([^\W\d_]{3,9})\.?(?:,? (\d{4}))?(?![\d:])")
_NUMERIC = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])|(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_AMBIGUOUS = re.compile(r"(?!(\d{1,2})/\1/)(?:0?\d|1[0-2])/(?:0?\d|1[0-2])/\d{2,4}")
"""Day and month could change places ("03/12/2022"): nobody can tell."""

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\b)?", re.IGNORECASE)

NEAREST = 92
"""Days: a date without a year takes the year in which it comes nearest to a dated neighbour, if that is within a quarter."""


class DayOfYear(NamedTuple):
    """A date in words that may lack its year."""

    month: int
    day: int
    year: int | None


def read_date(value: object) -> str | None:
    """A date or date-time of metadata as ISO 8601, with the offset it gives; None where it is none.

    Takes ISO 8601 in its usual spellings, seconds or milliseconds since 1970, RFC 2822, and dates in words of many languages with day,
    month and year (by ``dateparser``). A time is kept only where one is given; ``03/12/2022`` is nobody's date.
    """
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if not text:
        return None
    found = _ISO.match(text)
    if found is not None:
        return _from_iso(found)
    if _AMBIGUOUS.match(text):
        return None
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    if _MAIL.match(text):
        return _from_mail(text)
    return _from_words(text)


def read_day(words: str) -> DayOfYear | None:
    """Month, day and, where said, year of a date in words ("October 24", "24 окт", "24.10.2022"); None where it is none."""
    for found in _days(words):
        return found
    return _foreign_day(words)


def find_full_dates(text: str) -> list[date]:
    """All dates with day, month and year that a text spells out in English or figures, in order."""
    return [date(found.year, found.month, found.day) for found in _days(text) if found.year is not None]


def date_in_name(name: str) -> str | None:
    """The date in a file's name or a URL's path (``2022-10-24``, ``20221024``, ``2022/10/24``), ISO 8601; None where there is none."""
    for found in _IN_NAME.finditer(name.replace("/", "-")):
        if _exists(int(found[1]), int(found[3]), int(found[4])):
            return f"{found[1]}-{found[3]}-{found[4]}"
    return None


def with_year(day: DayOfYear, near: Iterable[date]) -> date | None:
    """The date of a day whose year is missing: the year that puts it nearest to one of ``near``, within ``NEAREST`` days."""
    if day.year is not None:
        return date(day.year, day.month, day.day) if _exists(day.year, day.month, day.day) else None
    options = {
        (abs((found - other).days), found)
        for other in near
        for year in (other.year - 1, other.year, other.year + 1)
        if _exists(year, day.month, day.day)
        for found in [date(year, day.month, day.day)]
    }
    distance, nearest = min(options, default=(NEAREST + 1, None))
    return nearest if distance <= NEAREST else None


def _days(text: str) -> Iterator[DayOfYear]:
    found = [*_numeric_days(text), *_worded_days(text)]
    yield from (day for _, day in sorted(found))


def _numeric_days(text: str) -> Iterator[tuple[int, DayOfYear]]:
    for found in _NUMERIC.finditer(text):
        year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        if _exists(int(year), int(month), int(day)):
            yield found.start(), DayOfYear(int(month), int(day), int(year))


def _worded_days(text: str) -> Iterator[tuple[int, DayOfYear]]:
    for pattern, month_at, day_at in ((_MONTH_DAY, 1, 2), (_DAY_MONTH, 2, 1)):
        for found in pattern.finditer(text):
            month = _month(found[month_at])
            year = int(found[3]) if found[3] else None
            if month is not None and _exists(year or 2000, month, int(found[day_at])):
                yield found.start(), DayOfYear(month, int(found[day_at]), year)


def _month(word: str) -> int | None:
    entry = time_words().get(word.lower().rstrip("."))
    return int(entry.value) if entry is not None and entry.kind == "month" else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _from_iso(found: re.Match[str]) -> str | None:
    if not _exists(int(found[1]), int(found[2]), int(found[3])):
        return None
    day = f"{found[1]}-{found[2]}-{found[3]}"
    if found[4] is None or int(found[4]) > 23 or int(found[5]) > 59 or int(found[6] or 0) > 59:
        return day
    return f"{day}T{found[4]}:{found[5]}:{found[6] or '00'}{_offset(found[7])}"


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in {"Z", "UTC", "GMT"}:
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}" if int(digits[:2]) <= 14 and int(digits[2:]) <= 59 else ""


def _from_epoch(seconds: float) -> str | None:
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _from_mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except ValueError:
        return _from_words(text)


def _from_words(text: str) -> str | None:
    """A date in words: English ones by the project's own reading, others by ``dateparser``; day, month and year must be there."""
    if len(text) > 80:
        return None
    own = next((day for day in _days(text) if day.year is not None), None)
    if own is not None:
        return f"{own.year:04d}-{own.month:02d}-{own.day:02d}{_clock(text)}"
    return _foreign_date(text)


def _clock(text: str) -> str:
    found = _CLOCK.search(text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return ""
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0) if found[3] else int(found[1])
    return f"T{hour:02d}:{found[2]}:00"


def _foreign_date(text: str) -> str | None:
    if not re.search(r"\d{4}", text) or not re.search(r"\d", re.sub(r"\d{4}", "", text, count=1)):
        return None
    found = _parse(text)
    return None if found is None or str(found.year) not in text else f"{found.date().isoformat()}{_clock(text)}"


def _foreign_day(words: str) -> DayOfYear | None:
    if not re.search(r"\d", words):
        return None
    found = _parse(words.strip(" .,"))
    if found is None:
        return None
    return DayOfYear(found.month, found.day, found.year if str(found.year) in words else None)


def _parse(text: str) -> datetime | None:
    """``dateparser``'s reading against a fixed day, so that it never depends on when it is run."""
    settings = {"RELATIVE_BASE": datetime(2000, 1, 1), "REQUIRE_PARTS": ["day", "month"], "PARSERS": ["absolute-time"]}  # noqa: DTZ001  (a clock without a zone is what is wanted)
    return dateparser.parse(text, settings=settings)  # type: ignore[no-any-return, arg-type, unused-ignore]
