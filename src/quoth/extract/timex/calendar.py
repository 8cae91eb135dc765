"""Dates as TIMEX3 values and EDTF: days, weeks, months, quarters, seasons, years, decades, clock times and durations.

Pure arithmetic over the calendar; what a text says is read in ``rules.py``. TIMEX3 values follow ISO-TimeML (ISO 24617-1),
EDTF the Library of Congress specification of 2019: quarters are 33-36, halves 40 and 41, seasons 21-24; weeks, which EDTF
does not know, are intervals.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from quoth.records import TimexType

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200, "1000Y": 12000}
DAYS_OF = {"D": 1, "W": 7, "2W": 14}
EARLIEST, LATEST = 1, 9999
PLAIN = re.compile(r"(?P<date>-?\d{4}(?:-(?P<month>\d\d)(?:-\d\d)?)?)(?P<mark>[~?%]?)")
"""An EDTF date to the day, month, season or year with its mark of doubt."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a time expression comes to: TIMEX3 type and value, EDTF, and the day to count from where it names one."""

    type: TimexType
    value: str | None
    edtf: str | None
    day: date | None = None
    """The day itself, or the first day of a longer stretch."""
    seen_from: Literal["anchor", "expression"] | None = None
    """What a relative expression was read against: the document's anchor or an expression before it; None where it stands
    by itself."""
    against: date | None = None
    """The day of the expression that it was read against."""
    zone: str = ""
    """The zone of a time of day as the lexicon has it, since hours from UTC hang on the day."""


def day_of(day: date | None) -> Moment:
    """A calendar day; one that is not known stays open."""
    return Moment("DATE", day.isoformat(), day.isoformat(), day) if day else Moment("DATE", "XXXX-XX-XX", None)


def partial_day(year: int | None, month: int, day: int) -> Moment | None:
    """A day whose year may be unknown; None where the calendar has no such day."""
    if year is None:
        text = f"XXXX-{month:02}-{day:02}"
        return Moment("DATE", text, text) if 1 <= day <= monthrange(2000, month)[1] else None
    return day_of(date(year, month, day)) if is_day(year, month, day) else None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def last_day(year: int, month: int) -> int:
    """The number of a month's last day."""
    return monthrange(year, month)[1]


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The n-th weekday (ISO number) of a month, the last where ``nth`` is -1; None where the month has no such day."""
    days = [day for day in range(1, last_day(year, month) + 1) if date(year, month, day).isoweekday() == weekday]
    return date(year, month, days[nth if nth < 0 else nth - 1]) if 1 <= abs(nth) <= len(days) else None


def month_of(year: int | None, month: int) -> Moment:
    """A month, of a year that may be unknown."""
    text = f"XXXX-{month:02}" if year is None else f"{year:04}-{month:02}"
    return Moment("DATE", text, text, None if year is None else date(year, month, 1))


def year_of(year: int | None) -> Moment:
    """A year."""
    if year is None or not EARLIEST <= year <= LATEST:
        return Moment("DATE", "XXXX", None)
    return Moment("DATE", f"{year:04}", f"{year:04}", date(year, 1, 1))


def week_of(day: date | None) -> Moment:
    """The ISO week in which a day falls."""
    if day is None:
        return Moment("DATE", "XXXX-WXX", None)
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Moment("DATE", f"{year:04}-W{week:02}", between(monday, monday + timedelta(days=6)), monday)


def weekend_of(day: date | None) -> Moment:
    """The Saturday and Sunday of the ISO week in which a day falls."""
    if day is None:
        return Moment("DATE", "XXXX-WXX-WE", None)
    week = week_of(day)
    saturday = day + timedelta(days=6 - day.isoweekday())
    return Moment("DATE", f"{week.value}-WE", between(saturday, saturday + timedelta(days=1)), saturday)


def quarter_of(year: int | None, quarter: int) -> Moment:
    """A quarter, 1 to 4, of a year that may be unknown."""
    if year is None:
        return Moment("DATE", f"XXXX-Q{quarter}", None)
    return Moment("DATE", f"{year:04}-Q{quarter}", f"{year:04}-{32 + quarter}", date(year, 3 * quarter - 2, 1))


def half_of(year: int | None, half: int) -> Moment:
    """The first or second half of a year that may be unknown."""
    if year is None:
        return Moment("DATE", f"XXXX-H{half}", None)
    return Moment("DATE", f"{year:04}-H{half}", f"{year:04}-{39 + half}", date(year, 6 * half - 5, 1))


def season_of(year: int | None, season: str) -> Moment:
    """A season (``SP, SU, FA, WI``) of a year that may be unknown."""
    if year is None:
        return Moment("DATE", f"XXXX-{season}", None)
    return Moment("DATE", f"{year:04}-{season}", f"{year:04}-{SEASONS[season]}", date(year, FIRST_MONTH[season], 1))


def era_of(number: int, era: str) -> Moment:
    """A year of an era ("AD 79", "44 BC"); astronomers and EDTF count the year before year 1 as 0."""
    if era == "AD":
        return year_of(number)
    return Moment("DATE", f"BC{number:04}", f"-{number - 1:04}" if number > 1 else "0000")


def decade_of(year: int) -> Moment:
    """The decade in which a year falls."""
    return Moment("DATE", f"{year // 10:03}", f"{year // 10:03}X", date(year // 10 * 10, 1, 1))


def century_of(number: int) -> Moment:
    """The n-th century, by its first two digits ("the 19th century" → 18)."""
    return Moment("DATE", f"{number - 1:02}", f"{number - 1:02}XX", date(max(EARLIEST, number * 100 - 100), 1, 1))


PARTS_OF = {
    (0.5, "Y"): (6, "M"),
    (0.5, "TH"): (30, "TM"),
    (0.25, "TH"): (15, "TM"),
    (0.5, "D"): (12, "TH"),
    (0.5, "TM"): (30, "TS"),
}
"""Halves and quarters of a unit that are whole in a smaller one."""


def duration(amount: float | None, unit: str) -> Moment:
    """A length of time: ``unit`` is TIMEX3's letter, ``TS``, ``TM``, ``TH`` for clock units, or a multiple (``2W``, ``10Y``)."""
    amount, unit = PARTS_OF.get((amount or 0.0, unit), (amount, unit))
    factor, letter = (int(unit[:-1]), unit[-1]) if unit[0].isdigit() else (1, unit.removeprefix("T"))
    time = "T" if unit[0] == "T" else ""
    if amount is None:
        many = {10: "DE", 100: "CE", 1000: "ML"}.get(factor)
        return Moment("DURATION", f"P{time}X{many or letter}", None)
    return Moment("DURATION", f"P{time}{amount * factor:g}{letter}" if amount * factor < 1e6 else None, None)


def at_clock(moment: Moment, clock: str) -> Moment:
    """A time of day (``20:00``, ``18:00Z``, ``NI``) on a day; of an unknown day where the moment names none."""
    value = f"{moment.day.isoformat() if moment.day else 'XXXX-XX-XX'}T{clock}"
    if moment.day is None:
        return Moment("TIME", value, None, seen_from=moment.seen_from, against=moment.against)
    edtf = moment.day.isoformat() if clock.isalpha() else f"{moment.day.isoformat()}T{clock[:5]}:00{clock[5:]}"
    return replace(moment, type="TIME", value=value, edtf=edtf)


def through_night(moment: Moment) -> Moment:
    """A night that is called by the day on which it began: what happened in it was on that day or early on the next."""
    after = step(moment.day, 1, "D") if moment.day else None
    return replace(moment, edtf=f"[{moment.edtf},{after.isoformat()}]") if after else moment


def between(first: date, last: date) -> str:
    """The EDTF interval from one day to another."""
    return f"{first.isoformat()}/{last.isoformat()}"


def about(moment: Moment) -> Moment:
    """The moment marked approximate, where EDTF level 1 has a form for it (dates to the day, month or year)."""
    return _marked(moment, "~")


def unsure(moment: Moment) -> Moment:
    """The moment marked uncertain ("perhaps on Monday"), where EDTF level 1 has a form for it."""
    return _marked(moment, "?")


def _marked(moment: Moment, mark: str) -> Moment:
    found = PLAIN.fullmatch(moment.edtf or "")
    if found is None or int(found["month"] or 1) > 12:
        return moment
    both = found["mark"] not in {"", mark}
    return replace(moment, edtf=f"{found['date']}{'%' if both else mark}")


def step(day: date, amount: int, unit: str) -> date | None:
    """The day ``amount`` units (``D W M Q Y`` and multiples) away; None beyond the calendar. Months keep the day where they can."""
    if unit in DAYS_OF:
        ordinal = day.toordinal() + amount * DAYS_OF[unit]
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    months = day.year * 12 + day.month - 1 + amount * MONTHS_OF[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) if EARLIEST <= year <= LATEST else None


def stretch_of(day: date | None, unit: str) -> Moment:
    """The stretch of length ``unit`` in which a day falls: its day, week, month, quarter, year, decade or century."""
    if unit in {"W", "2W"}:
        return week_of(day)
    if day is None:
        return {"D": day_of(None), "M": Moment("DATE", "XXXX-XX", None)}.get(unit, Moment("DATE", "XXXX", None))
    if unit == "Q":
        return quarter_of(day.year, (day.month + 2) // 3)
    if unit in {"D", "M"}:
        return day_of(day) if unit == "D" else month_of(day.year, day.month)
    long = {"10Y": decade_of(day.year), "100Y": century_of(day.year // 100 + 1), "1000Y": year_of(None)}
    return long.get(unit, year_of(day.year))
