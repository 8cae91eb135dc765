"""Readers of days, weeks and longer stretches as they are seen from the day of writing, or from a day named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import BACK, LONG_UNITS, NEXT, RECENT, SAME, THAT, Found


def today(found: Found) -> Moment | None:
    """Reads "today", "yesterday evening", "later today"."""
    moment = cal.day_of(_moved(found, int(found.value("today"))))
    return found.seen(cal.at_clock(moment, found.value("part")) if found.word("part") else moment)


def _moved(found: Found, steps: int, unit: str = "D") -> date | None:
    return None if found.ground.anchor is None else cal.step(found.ground.anchor, steps, unit)


def beyond_today(found: Found) -> Moment | None:
    """Reads "the day before yesterday", "the day after tomorrow"."""
    steps = int(found.value("today"))
    return found.seen(cal.day_of(_moved(found, 2 * steps))) if steps else None


def tonight(found: Found) -> Moment | None:
    """Reads "tonight", "overnight"."""
    return found.seen(cal.at_clock(cal.day_of(found.ground.anchor), "NI"))


def weekday(found: Found) -> Moment | None:
    """Reads "Friday", "last Monday", "late on Sunday evening"."""
    number = int(found.value("weekday"))
    moment = _weekday(found, number, found.relation())
    return found.seen(cal.at_clock(moment, found.value("part")) if found.word("part") else moment)


def _weekday(found: Found, number: int, relation: int | None) -> Moment:
    anchor = found.ground.anchor
    if anchor is None:
        return Moment("DATE", f"XXXX-WXX-{number}", None)
    back = (anchor.isoweekday() - number) % 7
    if relation == NEXT:
        return cal.day_of(anchor + timedelta(days=7 - back))
    if relation == BACK:
        return cal.day_of(anchor - timedelta(days=back or 7))
    changed = found.ground.changed
    if changed is not None and relation is None and anchor < (day := changed - timedelta(days=(changed.isoweekday() - number) % 7)):
        return cal.day_of(day)
    ahead = found.tense() > 0 and back
    return cal.day_of(anchor + timedelta(days=7 - back) if ahead else anchor - timedelta(days=back))


def weekday_of_week(found: Found) -> Moment | None:
    """Reads "Monday last week", "Friday of this week"."""
    relation = found.relation()
    if found.value("unit") != "W" or relation not in {BACK, SAME, NEXT} or found.ground.anchor is None:
        return None
    monday = found.ground.anchor - timedelta(days=found.ground.anchor.isoweekday() - 1)
    return found.seen(cal.day_of(monday + timedelta(days=7 * relation + int(found.value("weekday")) - 1)))


def weekend(found: Found) -> Moment | None:
    """Reads "this weekend", "last weekend", "the weekend"."""
    anchor, relation = found.ground.anchor, found.relation()
    if anchor is None:
        return cal.weekend_of(None)
    if relation == NEXT:
        return found.seen(cal.weekend_of(anchor + timedelta(days=7)))
    weekend_has_begun = anchor.isoweekday() >= 6
    past = relation == BACK or (relation != SAME and found.tense() <= 0) or (relation == SAME and found.tense() < 0)
    back = past and (not weekend_has_begun or relation == BACK)
    return found.seen(cal.weekend_of(anchor - timedelta(days=7) if back else anchor))


def part(found: Found) -> Moment | None:
    """Reads "this morning", "last night", "that evening"."""
    relation = found.relation() or 0
    clock = found.value("part")
    if relation in {THAT, RECENT} or found.words.words[found.match.end("relation") - 1].text in {"following", "previous"}:
        day = found.ground.previous or found.ground.anchor
        moved = cal.step(day, relation if abs(relation) == 1 else 0, "D") if day else None
        return found.told(cal.at_clock(cal.day_of(moved), clock))
    steps = relation if relation in {BACK, NEXT} else 0
    return found.seen(cal.at_clock(cal.day_of(_moved(found, steps)), clock))


def related(found: Found) -> Moment | None:
    """Reads "last week", "this year", "the same day", "the end of last year", "earlier this month"."""
    relation, unit = found.relation() or 0, found.value("unit")
    if unit not in LONG_UNITS or (unit == "D" and relation in {SAME, RECENT} and not found.word("early")):
        return None
    word = found.words.words[found.match.start("relation")].text
    if relation == THAT or word in {"following", "previous", "preceding"} or (unit == "D" and relation in {BACK, NEXT}):
        day = found.ground.previous or found.ground.anchor
        return found.told(cal.stretch_of(cal.step(day, relation if abs(relation) == 1 else 0, unit) if day else None, unit))
    moment = cal.stretch_of(_moved(found, relation if abs(relation) == 1 else 0, unit), unit)
    return found.seen(cal.about(moment) if found.word("early") or found.word("edge") else moment)


def edge_of_unit(found: Found) -> Moment | None:
    """Reads "the end of the year", "the start of the day"."""
    unit = found.value("unit")
    if unit not in LONG_UNITS:
        return None
    return found.seen(cal.about(cal.stretch_of(found.ground.anchor, unit)))


NOT_AFTER_THE_DAY = frozenset({"NN", "NNS", "NNP", "IN", "DT", "PRP", "WDT", "WRB", "WP", "TO", "CD", "POS", "PRP$", "HYPH"})


def the_unit(found: Found) -> Moment | None:
    """Reads "the day", where it is a day already spoken of."""
    following, preceding = found.following(), found.preceding()
    bounded = preceding is not None and preceding.lemma in {"end", "close", "begin", "start", "finish", "open", "in"}
    if found.value("unit") != "D" or (following is not None and following.tag in NOT_AFTER_THE_DAY and not bounded):
        return None
    return found.told(cal.day_of(found.ground.previous or found.ground.anchor))


def over_the_units(found: Found) -> Moment | None:
    """Reads "over the years"."""
    preceding = found.preceding()
    return cal.duration(None, found.value("unit")) if preceding is not None and preceding.text.lower() == "over" else None


def _governs(found: Found) -> bool:
    """Whether "before" or "after" at the end of the match has words of its own ("a day after the vote")."""
    later, following = found.word("later"), found.following()
    word = later is not None and later.text in {"before", "after"}
    return word and following is not None and following.pos not in {"PUNCT", "ADV", "CCONJ"}


def the_unit_before(found: Found) -> Moment | None:
    """Reads "the day before", "the year after", "the week earlier"."""
    if _governs(found):
        return None
    unit, steps = found.value("unit"), int(found.value("later"))
    day = found.ground.previous or found.ground.anchor
    if unit not in LONG_UNITS:
        return None
    return found.told(cal.stretch_of(cal.step(day, steps, unit) if day else None, unit))


def related_many(found: Found) -> Moment | None:
    """Reads "recent years", "the coming weeks"."""
    relation = found.relation()
    if relation in {BACK, RECENT}:
        return Moment("DATE", "PAST_REF", None)
    return Moment("DATE", "FUTURE_REF", None) if relation == NEXT else Moment("DATE", "PRESENT_REF", None)


def related_count(found: Found) -> Moment | None:
    """Reads "the past nine days", "the next two weeks", "the last six months"."""
    relation, unit, count = found.relation(), found.value("unit"), found.count()
    length_ = cal.duration(count, unit)
    anchor = found.ground.anchor
    if anchor is None or count is None or relation not in {BACK, NEXT} or unit not in LONG_UNITS or count != int(count):
        return length_
    other = cal.step(anchor, int(count) * relation, unit)
    if other is None:
        return length_
    first, last = sorted((anchor, other))
    return found.seen(replace(length_, edtf=_span_of(first, last, unit)))


def _span_of(first: date, last: date, unit: str) -> str | None:
    start, end = cal.stretch_of(first, unit), cal.stretch_of(last, unit)
    exact = unit in {"D", "W", "2W"}
    return cal.between(first, last) if exact else f"{start.edtf}/{end.edtf}" if unit in {"M", "Y"} else None


def ago(found: Found) -> Moment | None:
    """Reads "two days ago", "a year and a half ago", "several months ago"."""
    return _away(found, -1, found.ground.anchor, found.seen)


def from_now(found: Found) -> Moment | None:
    """Reads "two weeks from now"."""
    return _away(found, 1, found.ground.anchor, found.seen)


def after(found: Found) -> Moment | None:
    """Reads "three days later", "a year earlier", "two days before"."""
    if _governs(found):
        return None
    return _away(found, int(found.value("later")), found.ground.previous or found.ground.anchor, found.told)


def _away(found: Found, sign: int, start: date | None, mark: Callable[[Moment], Moment]) -> Moment | None:
    """The stretch that lies the counted units before or after a day; of clock units only how long."""
    unit, count = found.value("unit"), found.count()
    if unit not in LONG_UNITS:
        return cal.duration(count, unit)
    if count is None or start is None:
        return Moment("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", None)
    unit, steps = ("M", round(count * 12)) if count != int(count) and unit == "Y" else (unit, round(count))
    day = cal.step(start, sign * steps, unit)
    moment = cal.stretch_of(day, unit) if unit != "10Y" else cal.year_of(day.year if day else None)
    moment = moment if unit == "D" else cal.about(moment)
    return mark(moment)
