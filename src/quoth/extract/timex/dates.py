"""Readers of calendar dates, months, quarters, seasons and years, with the year said or worked out from the anchor."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import BACK, FAR, LATE_BY_A_DAY, NEAR, NEXT, SAME, SHORT_YEARS, Found

YEARS_FOLLOW = frozenset({"since", "in", "of", "from", "until", "by", "before", "after", "the"})
"""Words after which "'82" is a year; elsewhere the sign may open a quotation."""


def calendar_day(found: Found) -> Moment | None:
    """Reads "October 24", "Monday, 24 October 2022"."""
    month, day, year = int(found.value("month")), found.number("day"), found.number("year")
    if day is None or _is_count(found):
        return None
    if year is not None:
        return cal.partial_day(year, month, day)
    moment = cal.partial_day(nearest_year(found, month, day), month, day)
    return None if moment is None else found.seen(moment)


def _is_count(found: Found) -> bool:
    """Whether "24" in "in May 24 people" counts what follows it."""
    day, following = found.word("day"), found.following()
    last = found.match.end("day") == found.match.end()
    counts = (
        following is not None
        and following.tag == "NNS"
        and found.words.paragraph.tokens[following.index - 1].head == following.index
    )
    return last and counts and day is not None and found.words.paragraph.tokens[day.token].dep == "nummod"


def nearest_year(found: Found, month: int, day: int | None) -> int | None:
    """The year of a month or day said without one: the last in the past tense, the next in the future, else the nearest."""
    anchor = found.ground.anchor
    if anchor is None:
        return None
    years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if cal.is_day(year, month, day or 1)]
    first = {year: date(year, month, day or 1) for year in years}
    last = {year: (first[year] if day else first[year] + timedelta(days=27)) for year in years}
    past = [year for year in years if first[year] <= anchor + timedelta(days=LATE_BY_A_DAY)]
    ahead = [year for year in years if last[year] >= anchor]
    away = {year: abs((first[year] - anchor).days) for year in years}
    nearest = min(years, key=lambda year: away[year], default=None)
    tensed = {-1: past[-1:], 0: [], 1: ahead[:1]}[-1 if found.is_since() else found.tense()]
    told = tensed[0] if tensed else nearest
    slip = day is not None and nearest is not None and told is not None and away[told] > FAR and away[nearest] <= NEAR
    return nearest if slip else told


def days(found: Found) -> Moment | None:
    """Reads "October 21-23", "21 or 22 October 2022"."""
    month, first, last = int(found.value("month")), found.number("day"), found.number("last")
    if first is None or last is None or last <= first or _counts_last(found):
        return None
    year = found.number("year") or nearest_year(found, month, first)
    start, end = cal.partial_day(year, month, first), cal.partial_day(year, month, last)
    if start is None or end is None:
        return None
    moment = joined(found, start, end)
    return moment if found.word("year") else found.seen(moment)


def _counts_last(found: Found) -> bool:
    following = found.following()
    return found.match.end("last") == found.match.end() and following is not None and following.tag == "NNS"


def joined(found: Found, start: Moment, end: Moment) -> Moment:
    """Two dates as one: an interval, either of two, or both, as the word between them says.

    TIMEX3 has no value for two dates in one expression; the ISO 8601 interval stands there.
    """
    between = found.words.letters[found.match.start() : found.match.end()]
    if start.day is None or end.day is None:
        return Moment("DATE", None, None)
    interval = f"{start.value}/{end.value}"
    if "/" in between:
        return Moment("DATE", interval, f"[{start.edtf},{end.edtf}]", start.day)
    return Moment("DATE", interval, f"{{{start.edtf},{end.edtf}}}" if "&" in between else interval, start.day)


def months(found: Found) -> Moment | None:
    """Reads "May-July", "May to July 2022"."""
    first, last = int(found.value("month")), int(found.value("last"))
    if last <= first:
        return None
    year = found.number("year")
    if year is not None:
        return joined(found, cal.month_of(year, first), cal.month_of(year, last))
    known = nearest_year(found, first, None)
    return found.seen(joined(found, cal.month_of(known, first), cal.month_of(known, last)))


def years(found: Found) -> Moment | None:
    """Reads "2014-16", "1990-1995"."""
    first, last = found.number("year"), found.number("last")
    if first is None or last is None:
        return None
    last = last if last > 99 else first // 100 * 100 + last
    return joined(found, cal.year_of(first), cal.year_of(last)) if first < last < first + 200 else None


def iso_day(found: Found) -> Moment | None:
    """Reads "2022-10-24"."""
    year, month, day = found.number("year"), found.number("month"), found.number("day")
    return cal.partial_day(year, month, day) if year and month and day and month <= 12 else None


def short_year(found: Found) -> Moment | None:
    """Reads "'82": two digits right behind an apostrophe that stands by itself."""
    sign, digits = found.words.words[found.match.start()], found.word("digits")
    preceding = found.preceding()
    if digits is None or len(digits.text) != 2 or digits.start != sign.end:
        return None
    if preceding is None or preceding.text.lower() not in YEARS_FOLLOW:
        return None
    number = int(digits.text)
    return cal.year_of(number + (1900 if number > SHORT_YEARS else 2000))


def numeric_day(found: Found) -> Moment | None:
    """Reads "10/24/2022", "24.10.2022", "2022/10/24": read as the one order that gives a day; day first where dots part it, and
    month first where a slash does and both would do, as English-language agencies write it.
    """
    text = found.words.words[found.match.start()].text
    parts = [int(part) for part in re.split(r"[./]", text)]
    if parts[0] > 31:
        return cal.partial_day(parts[0], parts[1], parts[2]) if 1 <= parts[1] <= 12 else None
    year = parts[2] if parts[2] > 99 else 2000 + parts[2] - (100 if parts[2] > 68 else 0)
    orders = [(parts[1], parts[0]), (parts[0], parts[1])] if "." in text else [(parts[0], parts[1]), (parts[1], parts[0])]
    return next((cal.partial_day(year, month, day) for month, day in orders if cal.is_day(year, month, day)), None)


def month(found: Found) -> Moment | None:
    """Reads "May", "early February", "last September", "October 2022"."""
    number, year = int(found.value("month")), found.number("year")
    moment = cal.month_of(year if year is not None else _related_year(found, number), number)
    moment = cal.about(moment) if found.word("early") or found.word("edge") else moment
    return moment if year is not None else found.seen(moment)


def _related_year(found: Found, number: int) -> int | None:
    """The year of "last May", "next May", or of a bare month."""
    anchor, relation = found.ground.anchor, found.relation()
    if anchor is None or relation not in {BACK, NEXT, SAME}:
        return nearest_year(found, number, None)
    if relation == BACK:
        return anchor.year if number < anchor.month else anchor.year - 1 if number > anchor.month else anchor.year
    return anchor.year if relation == SAME or number > anchor.month else anchor.year + 1


def unit_of_month(found: Found) -> Moment | None:
    """Reads "the last week of March", "the first day of October 2022"."""
    number, unit = int(found.value("month")), found.value("unit")
    nth = found.place("nth")
    year_ = found.number("year") or nearest_year(found, number, None)
    if unit not in {"D", "W"} or year_ is None or (nth is None and found.relation("nth") != BACK):
        return None
    day = _nth_day(year_, number, nth, 7 if unit == "W" else 1)
    return None if day is None else found.seen(cal.stretch_of(day, unit))


def _nth_day(year: int, month: int, nth: int | None, length: int) -> date | None:
    """The n-th day of a month, or the Thursday of its n-th week; the last where ``nth`` is None.

    A week is the month's that its Thursday falls in, as ISO 8601 has it for the year's.
    """
    last = cal.last_day(year, month)
    days_ = [day for day in range(1, last + 1) if length == 1 or date(year, month, day).isoweekday() == 4]
    place = len(days_) if nth is None else nth
    return date(year, month, days_[place - 1]) if 1 <= place <= len(days_) else None


def month_of_year(found: Found) -> Moment | None:
    """Reads "October of next year"."""
    return None if found.value("unit") != "Y" else found.seen(cal.month_of(year_meant(found), int(found.value("month"))))


def year(found: Found) -> Moment | None:
    """Reads "2022", "early 2009", "mid-2011", "the end of 2008"."""
    moment = cal.year_of(found.number("year"))
    return cal.about(moment) if found.word("early") or found.word("edge") else moment


def year_meant(found: Found) -> int | None:
    """The year said outright, or "this/last/next year"."""
    if (said := found.number("year")) is not None:
        return said
    anchor, relation = found.ground.anchor, found.relation()
    return None if anchor is None or relation is None else anchor.year + (relation if abs(relation) == 1 else 0)


def quarter(found: Found) -> Moment | None:
    """Reads "the third quarter of this year", "Q3 2022", "the last quarter"."""
    anchor, nth = found.ground.anchor, found.place("nth")
    if nth is None:
        return _quarter_beside(found)
    if not 1 <= nth <= 4:
        return None
    said = year_meant(found)
    if said is None and anchor is not None:
        said = anchor.year if found.tense() > 0 or 3 * nth - 2 <= anchor.month else anchor.year - 1
    moment = cal.quarter_of(said, nth)
    return moment if found.word("year") else found.seen(moment)


def _quarter_beside(found: Found) -> Moment | None:
    """The quarter before, of, or after the anchor; the last quarter of a year that is said."""
    relation = found.relation("nth")
    said = year_meant(found) if found.word("relation") or found.word("year") else None
    if relation == BACK and said is not None:
        return cal.quarter_of(said, 4)
    if found.ground.anchor is None or relation is None:
        return None
    day = cal.step(found.ground.anchor, relation if abs(relation) == 1 else 0, "Q")
    return found.seen(cal.stretch_of(day, "Q"))


def half(found: Found) -> Moment | None:
    """Reads "the first half of 2009", "the second half of last year"."""
    nth = found.place("nth") or (2 if found.relation("nth") == BACK else None)
    said = year_meant(found)
    if said is None and found.ground.anchor is not None:
        said = found.ground.anchor.year
    return cal.half_of(said, nth) if nth is not None and nth <= 2 else None


def season(found: Found) -> Moment | None:
    """Reads "spring", "last winter", "the summer of 2022"."""
    name, said = found.value("season"), year_meant(found)
    if said is None:
        said = nearest_year(found, cal.FIRST_MONTH[name], None)
    elif found.relation() == BACK and found.ground.anchor and cal.FIRST_MONTH[name] + 2 < found.ground.anchor.month:
        said += 1
    moment = cal.season_of(said, name)
    return moment if found.word("year") else found.seen(moment)


def decade(found: Found) -> Moment | None:
    """Reads "the 1970s", "the '80s"."""
    word = found.word("decade")
    digits = re.sub(r"\D", "", word.text) if word else ""
    if not digits:
        return None
    first = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)
    return cal.decade_of(first)


def century(found: Found) -> Moment | None:
    """Reads "the 19th century"."""
    nth = found.number("nth")
    return cal.century_of(nth) if nth is not None and found.value("unit") == "100Y" else None


def feast(found: Found) -> Moment | None:
    """Reads "Christmas", "Christmas Eve", "last Christmas"."""
    month_, day = (int(part) for part in found.value("feast").split("-"))
    day -= 1 if found.value("eve") == "-1" else 0
    said = found.number("year") or nearest_year(found, month_, day)
    moment = cal.partial_day(said, month_, day)
    return None if moment is None else found.seen(moment)
