"""Readers of calendar dates, months, quarters, seasons and years, with the year said or worked out from the anchor."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from quoth.extract.timex import almanac
from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import BACK, FAR, LATE_BY_A_DAY, NEAR, NEXT, SAME, SHORT_YEARS, Found
from quoth.extract.timex.words import LETTERS
from quoth.lexicon.classes import word_class

CYCLE = 6
"""Years within which each day of the year falls on each weekday, or all but one."""
DEADLINE = frozenset({"by", "until", "till", "before"})
"""Words between a noun and a month that mostly lies ahead, whatever the tense: a release by August may have been announced."""
LOOKS_YEAR = re.compile(r"1[89]\d\d|20\d\d")
COMING = 100
"""Days within which it does."""
YEARS_FOLLOW = frozenset({"since", "in", "of", "from", "until", "by", "before", "after", "the"})
"""Words after which "'82" is a year; elsewhere the sign may open a quotation."""


def calendar_day(found: Found) -> Moment | None:
    """Reads "October 24", "Monday, 24 October 2022"."""
    month, day, year = int(found.value("month")), found.number("day"), found.number("year")
    if day is None or _is_count(found) or not is_around(found):
        return None
    if year is not None:
        return rounded(found, cal.partial_day(year, month, day))
    meant = _related_year(found, month) if found.word("relation") else _on_weekday(found, month, day)
    if (called := _called_by_day(found, month, day)) is not None:
        return called
    moment = cal.partial_day(meant, month, day)
    return None if moment is None else rounded(found, _said_before(found, (month, day)) or found.seen(moment))


def _called_by_day(found: Found, month: int, day: int) -> Moment | None:
    """The day that what stands behind it is known by ("the Sept. 11 attacks"), whatever day it was written; open in the weeks after such a day of
    a later year, unless that is its anniversary, since either may be meant."""
    words = [token.text.lower() for token in (found.following(), found.following(1)) if token is not None]
    noun = next((word for word in words if word not in word_class("of_terror")), "")
    known = almanac.fixed_day(month, day)
    anchor, years = found.ground.anchor, found.ground.years
    if known is None or noun not in word_class("known_by_day") or (month, day) in years:
        return None
    anniversary = found.preceding() is not None and "anniversary" in _words_before(found)
    return cal.day_of(known) if anniversary or not almanac.is_near_return(known, anchor) else cal.partial_day(None, month, day)


def _words_before(found: Found) -> set[str]:
    """The two words before the match."""
    return {word.text for word in found.words.words[max(0, found.match.start() - 2) : found.match.start()]}


def _on_weekday(found: Found, month: int, day: int) -> int | None:
    """The year that the tense tells; where a weekday stands beside the day, the nearest one in which it falls on that. Of a day close to that
    of writing a wrong weekday is likelier than another year."""
    told, anchor = nearest_year(found, month, day), found.ground.anchor
    place = found.letters().find(LETTERS["weekday"])
    if told is None or anchor is None or place < 0:
        return told
    if cal.is_day(told, month, day) and abs((date(told, month, day) - anchor).days) <= NEAR:
        return told
    weekday = int(found.words.words[found.match.start() + place].value)
    years_ = [told, *sorted(range(anchor.year - CYCLE, anchor.year + 2), key=lambda year: (abs(year - anchor.year), year))]
    fitting = [year for year in years_ if cal.is_day(year, month, day) and date(year, month, day).isoweekday() == weekday]
    return fitting[0] if fitting else told


def _said_before(found: Found, day: tuple[int, int]) -> Moment | None:
    """The day as the text named it before with its year, where that is not the day around the day of writing."""
    anchor, year = found.ground.anchor, found.ground.years.get(day)
    near = None if anchor is None else nearest_year(found, *day)
    if year is None or (anchor is not None and near is not None and abs((date(near, *day) - anchor).days) <= NEAR):
        return None
    moment = cal.day_of(date(year, *day))
    return replace(moment, seen_from="expression", against=moment.day)


AROUND_AFTER = frozenset({"in", "since", "from", "by", "until", "on", "or", "of", "at"})


def is_around(found: Found) -> bool:
    """Whether the word of approximation before a date is one: "talks about the 3 May raid" has none, "in about 1990" has."""
    around = found.word("around")
    if around is None or around.text == "circa" or found.is_after(AROUND_AFTER):
        return True
    return around.text != "about" and found.words.letters[found.match.start() + 1] != LETTERS["the"]


def rounded(found: Found, moment: Moment | None) -> Moment | None:
    """The moment, approximate where the words say so ("around", "early", "the end of")."""
    vague = any(found.word(name) for name in ("around", "early", "edge"))
    return cal.about(moment) if moment is not None and vague else moment


def day_of_month(found: Found) -> Moment | None:
    """Reads "the 15th" after a preposition: of the month spoken of, or of the day of writing's, by tense."""
    day, token = found.number("day"), found.words.words[found.match.end() - 1].token
    following = found.following()
    noun = following is not None and (following.pos in {"NOUN", "PROPN", "ADJ", "NUM"} or following.text in {"-", "of", "and"})
    digits = found.words.words[found.match.end() - 1].text[0].isdigit()
    if day is None or noun or not digits or not found.is_after({"on", "by", "until", "till", "since", "before", "after", "from"}):
        return None
    if found.words.paragraph.tokens[token].dep not in {"pobj", "npadvmod", "attr", "ROOT"}:
        return None
    latest = found.ground.latest
    month_said = latest.day if latest is not None and _is_month_or_day(latest) else None
    if month_said is not None:
        moment = cal.partial_day(month_said.year, month_said.month, day)
        return None if moment is None else found.told(moment, month_said)
    return _day_by_tense(found, day)


def _is_month_or_day(moment: Moment) -> bool:
    return re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", moment.value or "") is not None


def weekday_and_day(found: Found) -> Moment | None:
    """Reads "Friday the 13th", "Monday 24th": the nearest such day."""
    day, anchor = found.number("day"), found.ground.anchor
    if day is None or not found.words.words[found.match.end() - 1].text[0].isdigit():
        return None
    return _day_by_tense(found, day) if anchor is not None else Moment("DATE", f"XXXX-XX-{day:02}", None)


def _day_by_tense(found: Found, day: int) -> Moment | None:
    anchor = found.ground.anchor
    if anchor is None:
        return Moment("DATE", f"XXXX-XX-{day:02}", None) if 1 <= day <= 31 else None
    month_ = date(anchor.year, anchor.month, 1)
    if found.tense() > 0 and day < anchor.day:
        month_ = cal.step(month_, 1, "M") or month_
    if found.tense() <= 0 and day > anchor.day:
        month_ = cal.step(month_, -1, "M") or month_
    moment = cal.partial_day(month_.year, month_.month, day)
    return None if moment is None else found.seen(moment)


def weekday_of_month(found: Found) -> Moment | None:
    """Reads "the first Tuesday in March", "the last Sunday of October 2022"."""
    month_, number = int(found.value("month")), int(found.value("weekday"))
    nth = found.place("nth") or (-1 if found.word("final") or found.relation("nth") == BACK else None)
    said = found.number("year") or nearest_year(found, month_, None)
    if nth is None:
        return None
    if said is None:
        return Moment("DATE", f"XXXX-{month_:02}", f"XXXX-{month_:02}")
    day = cal.nth_weekday(said, month_, nth, number)
    moment = None if day is None else cal.day_of(day)
    return moment if moment is None or found.word("year") else found.seen(moment)


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
    tensed = {-1: past[-1:], 0: [], 1: ahead[:1]}[-1 if found.is_since() else 1 if _goes_on_through(found) else found.tense()]
    told = tensed[0] if tensed else nearest
    near = COMING if _is_deadline(found) else NEAR if day is not None else 0
    slip = nearest is not None and told is not None and away[told] > FAR - COMING * (day is None) and away[nearest] <= near
    return nearest if slip else told


def _goes_on_through(found: Found) -> bool:
    """Whether what a clause that is not of the past tells of lasts to the end of a day or month ("a bill to fund it through Sept. 30")."""
    return found.is_after({"through"}) and found.tense() == 0 and _letter_before_that(found) != LETTERS["month"]


def _letter_before_that(found: Found) -> str:
    """The class of the word before the one that stands before the match."""
    return found.words.letters[max(0, found.match.start() - 2) : max(0, found.match.start() - 1)]


def _is_deadline(found: Found) -> bool:
    """Whether a day or month ends what a noun names ("the release of 8,000 by the end of August"), or what went on ("kept it beyond May"), or
    lies so many weeks ahead ("weeks before May 6"), and not what a past clause tells."""
    preceding = found.preceding()
    noun = preceding is not None and found.words.paragraph.tokens[preceding.head].pos == "NOUN"
    counted = found.is_after({"before"}) and _letter_before_that(found) in {LETTERS["unit"], LETTERS["units"]}
    return found.is_after({"beyond"}) or counted or (noun and found.is_after(DEADLINE))


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
    between = found.letters()
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
    parts = [int(part) for part in re.split(r"[./-]", text)]
    if parts[0] > 31:
        return cal.partial_day(parts[0], parts[1], parts[2]) if 1 <= parts[1] <= 12 else None
    year = parts[2] if parts[2] > 99 else 2000 + parts[2] - (100 if parts[2] > 68 else 0)
    orders = [(parts[1], parts[0]), (parts[0], parts[1])] if "." in text else [(parts[0], parts[1]), (parts[1], parts[0])]
    return next((cal.partial_day(year, month, day) for month, day in orders if cal.is_day(year, month, day)), None)


def month(found: Found) -> Moment | None:
    """Reads "May", "early February", "last September", "October 2022"."""
    number, year = int(found.value("month")), found.number("year")
    preceding = found.preceding()
    if (
        year is None
        and preceding is not None
        and LOOKS_YEAR.fullmatch(preceding.text)
        and found.is_before({"on", "for", "of", "against"})
    ):
        return None  # "the 1963 March on Miln"
    moment = cal.month_of(year if year is not None else _related_year(found, number), number)
    moment = rounded(found, moment) or moment
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
    last = found.word("final") is not None or found.relation("nth") == BACK
    if unit not in {"D", "W"} or year_ is None or (nth is None and not last):
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
    """Reads "2022", "early 2009", "mid-2011", "the end of 2008"; no number that a unit is glued to ("2000ft")."""
    unit, digits = found.following(), found.words.words[found.match.end() - 1]
    if not is_around(found) or (unit is not None and unit.text[0].isalpha() and unit.start == digits.end):
        return None
    return rounded(found, cal.year_of(found.number("year")))


def year_of_era(found: Found) -> Moment | None:
    """Reads "44 BC", "AD 79", "the 2nd century BC"."""
    number, era = found.number("year"), "BC" if found.value("era") == "BC" else "AD"
    if number is None or not 1 <= number <= 9999:
        return None
    if found.word("unit") is None:
        return cal.era_of(number, era)
    if found.value("unit") != "100Y":
        return None
    return cal.century_of(number) if era == "AD" else Moment("DATE", f"BC{number - 1:02}", None)


def year_meant(found: Found) -> int | None:
    """The year said outright, or "this/last/next year"."""
    if (said := found.number("year")) is not None:
        return said
    anchor, relation = found.ground.anchor, found.relation()
    return None if anchor is None or relation is None else anchor.year + (relation if abs(relation) == 1 else 0)
