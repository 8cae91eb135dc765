"""Days that a rule gives: movable feasts, and dates of the Islamic, Persian and Hebrew calendars as Gregorian days.

Easter is dateutil's. The Islamic calendar is the civil one, reckoned (Dershowitz and Reingold, *Calendrical Calculations*); where the
moon is watched for, a date may fall a day or two to either side, and so it is always approximate. The Persian calendar is reckoned in
cycles of 33 years, which agrees with the equinox from 1800 to 2100; the Hebrew one is exact, each day from the evening before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.lexicon.times import time_words

RULE = re.compile(
    r"(?:(?P<reckoning>easter|pascha)|(?P<month>\d+)(?:-(?P<day>\d+)|:(?P<nth>-?\d):(?P<weekday>\d)))(?P<shift>[+-]\d+)?"
)
RETURN = 60
"""Days after a day's return within which it is still told of without its year."""
ISLAMIC_EPOCH = date(622, 7, 18).toordinal()
"""The day before the civil reckoning first's: the calendar of Mecca, which news goes by, mostly agrees with that."""
PERSIAN_EPOCH = date(622, 3, 21).toordinal()
HEBREW_EPOCH = -1373427
"""The ordinal of the first day of the Hebrew calendar, long before Python's first."""
TISHREI, NISAN, ADAR_SECOND = 7, 1, 13


def find_feast(rule: str, year: int | None) -> Moment | None:
    """The day, month or season of a feast in a year, as its rule in the lexicon says; open where the year is."""
    name, _, rest = rule.partition(" ")
    if name in CALENDARS:
        return _foreign_feast(name, rest, year)
    if is_fixed(rule):
        return cal.day_of(date.fromisoformat(rule))
    found = RULE.fullmatch(rule)
    if found is None:
        return None
    if found["day"]:
        return cal.partial_day(year, int(found["month"]), int(found["day"]))
    day = None if year is None else _movable(found, year)
    return Moment("DATE", "XXXX", None) if day is None else cal.day_of(day)


def is_fixed(rule: str) -> bool:
    """Whether a rule is one day of one year ("9/11")."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", rule) is not None


def fixed_day(month: int, day: int) -> date | None:
    """The day of one year that is called by its month and day alone ("9/11"), if this is one."""
    rules = (word.value for word in time_words().values() if word.kind == "feast" and is_fixed(word.value))
    days = (date.fromisoformat(rule) for rule in rules)
    return next((one for one in days if (one.month, one.day) == (month, day)), None)


def is_near_return(day: date, anchor: date | None) -> bool:
    """Whether something is written in the weeks after the day's return in a later year, so that its name may mean either."""
    if anchor is None or anchor.year == day.year:
        return False
    return 0 <= (anchor - day.replace(year=anchor.year)).days <= RETURN


def _movable(found: re.Match[str], year: int) -> date | None:
    if found["reckoning"]:
        day: date | None = easter(year, EASTER_WESTERN if found["reckoning"] == "easter" else EASTER_ORTHODOX)
    else:
        day = cal.nth_weekday(year, int(found["month"]), int(found["nth"]), int(found["weekday"]))
    return None if day is None else day + timedelta(days=int(found["shift"] or 0))


def _foreign_feast(calendar: str, rule: str, year: int | None) -> Moment:
    """A feast that another calendar dates: the day, or the whole month, that begins in a Gregorian year."""
    month, _, day = rule.partition("-")
    if year is None:
        return Moment("DATE", "XXXX", None)
    for own in range(own_year(calendar, year) - 1, own_year(calendar, year) + 2):
        first = foreign_day(calendar, own, int(month), int(day or 1))
        if first is not None and first.year == year:
            return dated(calendar, first) if day else _month_from(first)
    return Moment("DATE", "XXXX", None)


def _month_from(first: date) -> Moment:
    """The lunar month that begins on a day or one beside it, as an interval; TIMEX3 has no value for it."""
    last = first + timedelta(days=29)
    return Moment("DATE", None, f"{first.isoformat()}~/{last.isoformat()}~", first)


def dated(calendar: str, day: date) -> Moment:
    """A day that another calendar gave, approximate where that is watched rather than reckoned."""
    moment = cal.day_of(day)
    return cal.about(moment) if calendar == "islamic" else moment


def own_year(calendar: str, year: int) -> int:
    """The year of a calendar that begins in a Gregorian year or runs at its beginning."""
    return {"islamic": round((year - 622) * 33 / 32), "persian": year - 621, "hebrew": year + 3760}[calendar]


def foreign_day(calendar: str, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a date of another calendar; None where it has no such day."""
    if year < 1 or not 1 <= month <= 13 or not 1 <= day <= 31:
        return None
    ordinal = CALENDARS[calendar](year, month, day)
    return None if ordinal is None or not 1 <= ordinal <= date.max.toordinal() else date.fromordinal(ordinal)


def _islamic(year: int, month: int, day: int) -> int | None:
    if month > 12 or day > 30:
        return None
    return ISLAMIC_EPOCH + day - 1 + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30


def _persian(year: int, month: int, day: int) -> int | None:
    leaps = (8 * year + 21) // 33 - (8 + 21) // 33
    if month > 12 or day > (31 if month <= 6 else 30):
        return None
    return PERSIAN_EPOCH + 365 * (year - 1) + leaps + (31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6) + day - 1


def _hebrew(year: int, month: int, day: int) -> int | None:
    if day > 30 or month > _hebrew_months(year):
        return None
    before = [*range(TISHREI, _hebrew_months(year) + 1), *range(NISAN, TISHREI)]
    return _hebrew_new_year(year) + sum(_hebrew_length(year, one) for one in before[: before.index(month)]) + day - 1


def _hebrew_months(year: int) -> int:
    return 13 if (7 * year + 1) % 19 < 7 else 12


def _hebrew_new_year(year: int) -> int:
    """The ordinal of 1 Tishrei: the new moon's day, put off where the calendar's rules want it."""

    def elapsed(of: int) -> int:
        months = (235 * of - 234) // 19
        parts = 12084 + 13753 * months
        days = 29 * months + parts // 25920
        return days + 1 if 3 * (days + 1) % 7 < 3 else days

    before, this, after = elapsed(year - 1), elapsed(year), elapsed(year + 1)
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return HEBREW_EPOCH + this + delay


def _hebrew_length(year: int, month: int) -> int:
    days = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    short = {2, 4, 6, 10, ADAR_SECOND}
    leap = _hebrew_months(year) == ADAR_SECOND
    if month in short or (month == 12 and not leap) or (month == 8 and days % 10 != 5) or (month == 9 and days % 10 == 3):
        return 29
    return 30


CALENDARS: Mapping[str, Callable[[int, int, int], int | None]] = {"islamic": _islamic, "persian": _persian, "hebrew": _hebrew}
