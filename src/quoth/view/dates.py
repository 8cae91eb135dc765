"""EDTF dates as a reader sees them: a short label, whether it is uncertain, where it stands in order, and the days it may be.

Source: Extended Date/Time Format, Library of Congress, 2019; levels 0 and 1, and of level 2 the sets ``[a,b]`` and ``{a,b}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PARTS = {
    33: ("first quarter", 1, 3), 34: ("second quarter", 4, 6), 35: ("third quarter", 7, 9), 36: ("fourth quarter", 10, 12),
    40: ("first half", 1, 6), 41: ("second half", 7, 12),
}  # fmt: skip
"""Quarters and halves of a year, with their first and last months."""
_POINT = re.compile(r"^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$")
_UNSPECIFIED = re.compile(r"^[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?$")
_QUALIFIERS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}
_POINTS = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}")
_WITHIN = re.compile(r"\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])")
"""A day in ISO 8601, with its time where it has one, within a sentence."""
_BEFORE_CHRIST = re.compile(r"(?:^|[/,.])-")
LAST = "9999"
"""The sort key of what has no date: after everything that has one."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a date may be, or lasts: the first and the last, either open (None); ``exact`` where both are named to the day."""

    first: date | None
    last: date | None
    exact: bool


def date_label(edtf: str | None, *, year: str | None = None) -> str:
    """A short English label of an EDTF date; the year is left out where it is ``year``. ``date unknown`` for None.

    Clock times are told in UTC, so that they can be held side by side; where it is another day there, the place's own stand before it. What is not understood is given as it is, never guessed.
    """
    if not edtf:
        return "date unknown"
    if edtf[0] in "[{" and edtf[-1] in "]}":
        return _set_label(edtf, year)
    start, slash, end = edtf.partition("/")
    if slash:
        return _range_label(start, end, year)
    return _point_label(edtf, year)


def spell_dates(text: str, *, year: str | None = None) -> str:
    """A sentence with its days in ISO 8601 as labels ("published later (Sun 16 Mar 2031, 16:31 UTC after …)")."""
    return _WITHIN.sub(lambda match: date_label(match[0], year=year), text)


def is_uncertain(edtf: str | None) -> bool:
    """Whether the date is less than one known day: unknown, qualified, a set, a range, or only a month or year."""
    return edtf is None or any(mark in edtf for mark in "?~%[{X/.") or re.match(r"^\d{4}-\d\d-\d\d", edtf) is None


def date_key(edtf: str | None) -> str:
    """A text that sorts dates by their earliest day; open starts by their end, unknown dates last."""
    if not edtf:
        return LAST
    points = re.findall(r"\d[\dX]{3}(?:-[\dX]{2}){0,2}(?:T[\d:]+)?", edtf)
    return min(_begun(points[0].replace("X", "0")), LAST) if points else LAST


def _begun(point: str) -> str:
    """The point with the first month of a quarter or a half in its place."""
    year, dash, part = point.partition("-")
    return f"{year}-{_PARTS[int(part)][1]:02}" if part.isdigit() and int(part) in _PARTS else f"{year}{dash}{part}"


def weekday_label(weekday: int | None) -> str:
    """What is said of a contact of which no more than the day of the week is told ("a Friday"); ``date unknown`` where not even that is."""
    return f"a {_WEEKDAYS[weekday - 1]}" if weekday else "date unknown"


def days_of(edtf: str | None) -> Days | None:
    """The days that an EDTF date may be or lasts, from the earliest to the latest of all that it names; None where they cannot be told.

    A season may be any day of its year: which months it has depends on where one is.
    """
    text = (edtf or "").strip("[]{}")
    points = [_point_days(point) for point in _POINTS.findall(text)]
    known = [days for days in points if days]
    if not known or len(known) < len(points) or _BEFORE_CHRIST.search(text):
        return None
    first = None if text.startswith(("/", "..")) else min(days[0] for days in known)
    last = None if text.endswith(("/", "..")) else max(days[1] for days in known)
    return Days(first, last, first is not None and last is not None and all(low == high for low, high in known))


def _point_days(point: str) -> tuple[date, date] | None:
    """The first and the last day of a year, month or day with unspecified digits; None for a day that does not exist."""
    year, month, day = (*point.split("-"), "XX", "XX")[:3]
    season = month.isdigit() and int(month) in _SEASONS
    months = range(1, 13) if "X" in month or season else _months(int(month))
    found = sorted(one for which in months for one in _ends(year, which, day))
    return (found[0], found[-1]) if found else None


def _months(month: int) -> tuple[int, ...]:
    """The first and the last month of a quarter or a half; a month alone."""
    return _PARTS[month][1:] if month in _PARTS else (month,)


def _ends(year: str, month: int, day: str) -> Iterator[date]:
    """The first and the last day of a month, or the one day, in the first and the last year that the digits may be."""
    for filler in "09":
        number = int(year.replace("X", filler))
        try:
            first = date(number, month, 1 if "X" in day else int(day))
            after = date(number + month // 12, month % 12 + 1, 1)
        except ValueError:
            continue
        yield from (first, after - timedelta(days=1)) if "X" in day else (first,)


def year_of(edtf: str | None) -> str | None:
    """The year of the earliest day, or None."""
    key = date_key(edtf)
    return None if key == LAST else key[:4]


def _point_label(text: str, year: str | None) -> str:
    qualifier = "".join(sorted({mark for mark in text if mark in _QUALIFIERS}))
    bare = text.translate(str.maketrans("", "", "?~%"))
    prefix = _QUALIFIERS.get(qualifier, "perhaps about " if qualifier else "")
    match = _POINT.match(bare)
    if match is None:
        return prefix + (_unspecified_label(bare) if _UNSPECIFIED.match(bare) else text)
    return prefix + _parts_label(*match.groups(), hidden=year)


def _parts_label(year: str, month: str | None, day: str | None, clock: str | None, zone: str | None, *, hidden: str | None) -> str:
    tail = "" if year == hidden else f" {year}"
    if month is None:
        return year
    if int(month) in _SEASONS:
        return f"{_SEASONS[int(month)]}{tail}"
    if int(month) in _PARTS:
        return f"{_PARTS[int(month)][0]} of {year}"
    if not 1 <= int(month) <= len(_MONTHS):
        return f"{year}-{month}"
    name = _MONTHS[int(month) - 1]
    if day is None:
        return f"{name}{tail}" if tail else _LONG[int(month) - 1]  # alone it would be taken for a word that was cut off
    label = f"{_weekday(year, month, day)}{int(day)} {name}{tail}"
    return label + (f", {_clock_label(f'{year}-{month}-{day}', clock, zone)}" if clock else "")


def _weekday(year: str, month: str, day: str) -> str:
    try:
        return _DAYS[date(int(year), int(month), int(day)).weekday()] + " "
    except ValueError:
        return ""


def _clock_label(day: str, clock: str, zone: str | None) -> str:
    """The time in UTC; as it stands where nothing tells its zone."""
    if zone is None:
        return clock
    try:
        told = datetime.fromisoformat(f"{day}T{clock}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):  # no moment, or in UTC one beyond the calendar
        return f"{clock} UTC{zone}"
    there = f"{told:%H:%M} UTC"
    return there if told.date().isoformat() == day else f"{clock} UTC{zone} ({_DAYS[told.weekday()]}, {there})"


def _unspecified_label(text: str) -> str:
    year, *rest = text.split("-")
    if rest and rest[0] != "XX" and rest[0].isdigit() and 1 <= int(rest[0]) <= len(_MONTHS):
        return f"a day in {_MONTHS[int(rest[0]) - 1]} {year if year.isdigit() else ''}".strip()
    if year.isdigit():
        return f"some time in {year}"
    return f"the {year.replace('X', '0')}s" if year.endswith("X") and year[:3].isdigit() else text


def _range_label(start: str, end: str, year: str | None) -> str:
    if start in {"", ".."}:
        return f"until {_point_label(end, year)}" if end not in {"", ".."} else "date unknown"
    if end in {"", ".."}:
        return f"since {_point_label(start, year)}"
    shared = year_of(start) if year_of(start) == year_of(end) else None
    return f"{_point_label(start, shared or year)} – {_point_label(end, year)}"


def _set_label(text: str, year: str | None) -> str:
    joint = " or " if text[0] == "[" else " and "
    members = [member.strip() for member in text[1:-1].split(",") if member.strip()]
    if not members:
        return text
    years = {year_of(member) for member in members}
    hidden = [years.copy().pop() if len(years) == 1 else year] * (len(members) - 1) + [year]
    return joint.join(_member_label(member, shown) for member, shown in zip(members, hidden, strict=True))


def _member_label(member: str, year: str | None) -> str:
    if ".." not in member:
        return _point_label(member, year)
    start, _, end = member.partition("..")
    return _range_label(start, end, year)
