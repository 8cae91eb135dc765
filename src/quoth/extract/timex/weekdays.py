"""Readers of weekdays and weekends, as they are seen from the day of writing, or from a day named before."""

from __future__ import annotations

from datetime import date, timedelta

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import BACK, FROM_BEFORE, LATE_BY_A_DAY, NEXT, SAME, THAT, Found
from quoth.extract.timex.words import LETTERS

WEEK = 7
"""Days."""


def weekday(found: Found) -> Moment | None:
    """Reads "Friday", "last Monday", "late on Sunday evening", "the following Tuesday"."""
    number, relation = int(found.value("weekday")), found.relation()
    word = found.word("relation")
    part = found.value("part") or ("NI" if found.word("night") else "MO" if found.word("hours") else "")
    if found.value("hours") not in {"", "TH"}:
        return None
    if _is_beside_another(found):
        return Moment("DATE", f"XXXX-WXX-{number}", None)
    base = found.ground.previous if word is not None and (word.text in FROM_BEFORE or relation == THAT) else None
    if base is not None:
        moment = cal.day_of(_weekday_beside(base, number, relation or SAME))
        return found.told(cal.at_clock(moment, part) if part else moment, base)
    moment = _weekday(found, number, relation)
    return found.seen(cal.at_clock(moment, part) if part else moment)


def _is_beside_another(found: Found) -> bool:
    """Whether the weekday is counted from something else than the day of writing: "the Sunday after the attack"."""
    following = found.following(1)
    own = following is not None and following.text.lower() not in {"last", "next", "this"} and following.pos != "PUNCT"
    return own and LETTERS["the"] in found.letters() and found.is_before({"after", "before", "following", "preceding"})


def night_to(found: Found) -> Moment | None:
    """Reads "the night to Tuesday": that between Monday and Tuesday."""
    day = _weekday(found, int(found.value("weekday")), None).day
    before = cal.step(day, -1, "D") if day is not None else None
    if found.value("night") != "NI" or before is None or not found.is_after({"in", "on", "during"}):
        return None
    return found.seen(cal.through_night(cal.at_clock(cal.day_of(before), "NI")))


def _weekday_beside(base: date, number: int, relation: int) -> date | None:
    """The weekday before or after a day; of "that Friday", the one in its week."""
    ahead = (number - base.isoweekday()) % 7
    if relation == BACK:
        return cal.step(base, ahead - 7, "D")
    if relation == NEXT:
        return cal.step(base, ahead or 7, "D")
    return cal.step(base, number - base.isoweekday(), "D")


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
    near = not found.is_since_arranged() or 7 - back < back
    ahead = back and (
        (found.tense() > 0 and near) or found.is_of_arranged() or (relation is None and _is_of_day_after(found, back))
    )
    return cal.day_of(anchor + timedelta(days=7 - back) if ahead else anchor - timedelta(days=back))


def _is_of_day_after(found: Found, back: int) -> bool:
    """Whether a weekday is that of the day after the date: an article whose text is a day younger than its date, or tells of what is to come, names
    it far oftener than one six days back, unless it says what had been."""
    listed = found.words.letters[found.match.end() : found.match.end() + 2] == LETTERS["and"] + LETTERS["weekday"]
    return back == WEEK - LATE_BY_A_DAY and not listed and not found.is_since() and not found.is_of_what_had_been()


def weekday_of_week(found: Found) -> Moment | None:
    """Reads "Monday last week", "Friday of this week"."""
    relation = found.relation()
    if found.value("unit") != "W" or relation not in {BACK, SAME, NEXT} or found.ground.anchor is None:
        return None
    monday = found.ground.anchor - timedelta(days=found.ground.anchor.isoweekday() - 1)
    return found.seen(cal.day_of(monday + timedelta(days=7 * relation + int(found.value("weekday")) - 1)))


def weekday_away(found: Found) -> Moment | None:
    """Reads "two Fridays ago", "a week ago Friday", "a week from Tuesday"."""
    anchor, count = found.ground.anchor, found.count()
    unit = found.value("unit") or "W"
    if unit != "W" or count is None or count != int(count):
        return None
    number = int(found.value("weekday"))
    if anchor is None:
        return Moment("DATE", f"XXXX-WXX-{number}", None)
    back = (anchor.isoweekday() - number) % 7
    if found.word("ago"):
        weeks = int(count) if found.word("unit") else int(count) - (1 if back else 0)
        return found.seen(cal.day_of(cal.step(anchor, -back - 7 * weeks, "D")))
    return found.seen(cal.day_of(cal.step(anchor, (-back % 7 or 7) + 7 * int(count), "D")))


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
