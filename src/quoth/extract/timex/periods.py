"""Readers of quarters, halves, seasons, decades, centuries, fiscal years and feasts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from quoth.extract.timex import almanac, dates
from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import BACK, FAR, NEAR, NEXT, SAME, THAT, Found
from quoth.extract.timex.words import LETTERS
from quoth.lexicon.numbers import read_number

REPORTED = 2
"""The month up to which "will report on the fourth quarter" is of the year before."""


def quarter(found: Found) -> Moment | None:
    """Reads "the third quarter of this year", "Q3 2022", "the last quarter"."""
    anchor, nth = found.ground.anchor, found.place("nth") or (4 if found.word("final") else None)
    if nth is None:
        return _quarter_beside(found)
    if not 1 <= nth <= 4:
        return None
    said = dates.year_meant(found)
    if said is None and anchor is not None:
        just_over = nth == 4 and anchor.month <= REPORTED
        ahead = found.tense() > 0 and not just_over
        said = anchor.year if ahead or 3 * nth - 2 <= anchor.month else anchor.year - 1
    moment = cal.quarter_of(said, nth)
    moment = _of_own_year(moment) if LETTERS["fiscal"] in found.letters() else moment
    return moment if found.word("year") else found.seen(moment)


def _of_own_year(moment: Moment) -> Moment:
    """The moment of a body's own year, which begins when that body says: its value is TIMEX3's, its days are not known."""
    return replace(moment, edtf=None)


def fiscal_year(found: Found) -> Moment | None:
    """Reads "fiscal 1989", "fiscal year 2013", "FY13", "the 2015-16 fiscal year", "the current fiscal year", "this school year".

    TIMEX3 writes the year that it is named for; its days are those of nobody's calendar, which EDTF says by "about".
    """
    said, last = found.number("year"), found.number("last")
    if said is not None and last is not None:
        last = last if last > 99 else said // 100 * 100 + last
        return dates.joined(found, cal.year_of(said), cal.year_of(last)) if said < last < said + 2 else None
    if said is not None:
        return cal.about(cal.year_of(said + 2000 if said < 100 else said))
    if found.value("unit") != "Y":
        return None
    if found.relation() is None and found.word("school") is not None:
        return None
    anchor, relation = found.ground.anchor, found.relation()
    steps = relation if relation is not None and abs(relation) == 1 else 0
    return found.seen(cal.about(cal.year_of(None if anchor is None else anchor.year + steps)))


def _quarter_beside(found: Found) -> Moment | None:
    """The quarter before, of, or after the anchor; the last quarter of a year that is said."""
    relation = found.relation("nth")
    said = dates.year_meant(found) if found.word("relation") or found.word("year") else None
    if relation == BACK and said is not None:
        return cal.quarter_of(said, 4)
    if found.ground.anchor is None or relation is None:
        return None
    day = cal.step(found.ground.anchor, relation if abs(relation) == 1 else 0, "Q")
    return found.seen(cal.stretch_of(day, "Q"))


def half(found: Found) -> Moment | None:
    """Reads "the first half of 2009", "the second half of last year"."""
    nth = found.place("nth") or (2 if found.word("final") or found.relation("nth") == BACK else None)
    said = dates.year_meant(found)
    if said is None and found.ground.anchor is not None:
        said = found.ground.anchor.year
    if nth is None or nth > 2:
        return None
    moment = cal.half_of(said, nth)
    return moment if found.word("year") else found.seen(moment)


def season(found: Found) -> Moment | None:
    """Reads "spring", "last winter", "the summer of 2022"."""
    name, said, following = found.value("season"), dates.year_meant(found), found.following()
    if following is not None and following.pos == "PROPN" and found.word("year") is None:
        return None
    if found.relation() == THAT:
        base = found.ground.latest.day if found.ground.latest is not None else _season_before(found, name)
        return found.told(cal.season_of(base.year if base else None, name), base)
    if said is None:
        said = dates.nearest_year(found, cal.FIRST_MONTH[name], None)
    elif found.relation() == BACK and found.ground.anchor and cal.FIRST_MONTH[name] + 2 < found.ground.anchor.month:
        said += 1
    moment = cal.season_of(said, name)
    return moment if found.word("year") else found.seen(moment)


def _season_before(found: Found, name: str) -> date | None:
    """The season last named, where it is the one."""
    last = found.ground.season
    return last.day if last is not None and (last.value or "").endswith(f"-{name}") else None


def decade(found: Found) -> Moment | None:
    """Reads "the 1970s", "the '80s", "the nineties"; not somebody's thirties, nor temperatures."""
    word, preceding, following = found.word("decade"), found.preceding(), found.following()
    if word is None or (preceding is not None and preceding.tag in {"PRP$", "POS"}):
        return None
    named = "t" in found.letters()
    degrees = following is not None and following.text.lower() in {"fahrenheit", "celsius", "percent", "degrees", "%"}
    if word.value:
        return Moment("DATE", word.value, f"{word.value}X", date(int(word.value) * 10, 1, 1)) if named else None
    digits = re.sub(r"\D", "", word.text)
    short = len(digits) < 4 and word.text[0] not in "'’" and found.word("owner") is None
    if not digits or degrees or (short and not named):
        return None
    first = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)
    return cal.decade_of(first)


def century(found: Found) -> Moment | None:
    """Reads "the 19th century"."""
    nth, tens = found.number("nth"), found.word("tens")
    following, last = found.following(), found.words.paragraph.tokens[found.words.words[found.match.end() - 1].token]
    named = following is not None and following.pos == "PROPN" and last.text[0].isupper() and following.text[0].isupper()
    if nth is None or found.value("unit") != "100Y" or named:
        return None
    return cal.century_of(nth + int(read_number([tens.text]) or 0 if tens else 0))


def feast(found: Found) -> Moment | None:
    """Reads "Christmas", "last Christmas", "Thanksgiving 2019", "Good Friday", "Ramadan"."""
    rule, said, following = found.value("feast"), found.number("year"), found.following()
    if following is not None and following.pos == "PROPN":
        return None
    anchor = found.ground.anchor
    if almanac.is_fixed(rule) and found.is_after({"on"}) and almanac.is_near_return(day := date.fromisoformat(rule), anchor):
        return cal.partial_day(None, day.month, day.day)
    if said is not None or anchor is None or almanac.is_fixed(rule):
        return almanac.find_feast(rule, said)
    near = [day for day in (almanac.find_feast(rule, anchor.year + step) for step in (-1, 0, 1)) if day is not None]
    past = [one for one in near if one.day is not None and one.day <= anchor]
    ahead = [one for one in near if one.day is not None and one.day >= anchor]
    relation, tense = found.relation(), found.tense()
    nearest = sorted((one for one in near if one.day), key=lambda one: _days_between(one, anchor))
    if relation == BACK or (relation not in {NEXT, SAME} and tense < 0):
        chosen = past[-1:]
    elif relation == NEXT or (relation != SAME and tense > 0):
        chosen = ahead[:1]
    else:
        chosen = nearest
    if relation is None and chosen and _days_between(chosen[0], anchor) > FAR and _days_between(nearest[0], anchor) <= NEAR:
        chosen = nearest
    return found.seen(chosen[0]) if chosen else almanac.find_feast(rule, None)


def _days_between(moment: Moment, day: date) -> int:
    return abs(((moment.day or day) - day).days)


def foreign_day(found: Found) -> Moment | None:
    """Reads "12 Rabi al-Awwal 1447", "1 Farvardin 1404", "9 Av": a day of another calendar, as a Gregorian day."""
    calendar, _, month = found.value("month").partition(" ")
    day, said, anchor = found.number("day"), found.number("year"), found.ground.anchor
    if day is None:
        return None
    if said is not None:
        told = almanac.foreign_day(calendar, said, int(month), day)
        return None if told is None else almanac.dated(calendar, told)
    if anchor is None:
        return Moment("DATE", "XXXX-XX-XX", None)
    years = range(almanac.own_year(calendar, anchor.year) - 1, almanac.own_year(calendar, anchor.year) + 3)
    days = [one for year in years if (one := almanac.foreign_day(calendar, year, int(month), day)) is not None]
    nearest = min(days, key=lambda one: abs((one - anchor).days), default=None)
    return None if nearest is None else found.seen(almanac.dated(calendar, nearest))
