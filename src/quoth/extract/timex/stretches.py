"""Readers of days, weeks and longer stretches as they are seen from the day of writing, or from a day named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import BACK, FROM_BEFORE, LONG_UNITS, NEXT, PRAISE, RECENT, SAME, SHORT_UNITS, THAT, Found
from quoth.extract.timex.words import LETTERS

SUNDAY = 7
LENGTHS = frozenset({"W", "M", "Y", "10Y"})
UP_TO_NOW = frozenset({"over", "within", "during", "throughout", "across"})
"""Words before "the last year" that make it the twelve months up to now."""
SPRING = 6
"""The last month in which a year-end that is past is that of the year before."""


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


def part(found: Found) -> Moment | None:
    """Reads "this morning", "last night", "that evening"."""
    relation = found.relation() or 0
    clock = found.value("part")
    if relation == NEXT:
        base = found.base("D")
        return found.told(cal.at_clock(_beside(found, base or _anchor_for(found, NEXT, "D"), NEXT), clock), base)
    if relation in {THAT, RECENT} or found.words.words[found.match.end("relation") - 1].text in FROM_BEFORE:
        day = None if relation == THAT and found.is_vague_before() else found.day_spoken_of()
        if day is None:
            return cal.at_clock(cal.day_of(None), clock)
        return found.told(cal.at_clock(_beside(found, day, BACK if relation == BACK else 0), clock), found.ground.previous)
    moment = cal.at_clock(cal.day_of(_moved(found, BACK if relation == BACK else 0)), clock)
    return found.seen(cal.through_night(moment) if relation == BACK and clock == "NI" else moment)


def part_before(found: Found) -> Moment | None:
    """Reads "the night before", "the evening after"."""
    if _governs(found):
        return None
    steps, base = int(found.value("later")), found.base("D")
    return found.told(cal.at_clock(_beside(found, base or _anchor_for(found, steps, "D"), steps), found.value("part")), base)


def _beside(found: Found, day: date | None, steps: int, unit: str = "D") -> Moment:
    """The stretch before or after that of a day. Unknown where it would be to come, though the clause tells of the past: what a paragraph
    before named last was no day of the tale."""
    moved = cal.step(day, steps, unit) if day else None
    elsewhere = steps > 0 and unit == "D" and found.ground.latest is None
    return cal.stretch_of(None if elsewhere and _is_to_come(found, moved) and found.tense() < 0 else moved, unit)


def _is_to_come(found: Found, day: date | None) -> bool:
    """Whether a day lies after that of writing."""
    writing = found.ground.changed or found.ground.anchor
    return day is not None and writing is not None and day > writing


def related(found: Found) -> Moment | None:
    """Reads "last week", "this year", "the same day", "the end of last year", "earlier this month"."""
    relation, unit = found.relation() or 0, found.value("unit")
    if unit not in LONG_UNITS or (unit == "D" and relation in {SAME, RECENT} and not found.word("early")):
        return None
    word = found.words.words[found.match.start("relation")].text
    if found.words.words[found.match.start("unit")].text == "quarters":
        return related_many(found)
    if relation == THAT or word in FROM_BEFORE or (unit == "D" and relation in {BACK, NEXT}):
        same = relation == THAT and unit in SHORT_UNITS
        base = found.ground.previous if same else found.base(unit)
        day = base or (found.ground.anchor if same else _anchor_for(found, relation, unit))
        moment = _beside(found, day, relation if abs(relation) == 1 else 0, unit)
        return found.told(_qualified(found, moment), base)
    if (word == "past" or _is_length_up_to_now(found, unit)) and not found.word("early"):
        return related_count(found)
    steps = relation if abs(relation) == 1 else 0
    moment = cal.stretch_of(_moved(found, steps + _of_sunday(found, relation, unit), unit), unit)
    return found.seen(_qualified(found, moment))


def _is_length_up_to_now(found: Found, unit: str) -> bool:
    """Whether "the last year" is the length that ends now ("over the last year", "in the last decade"), not the calendar's before this one."""
    named = found.relation() in {BACK, NEXT} and found.letters()[:1] == LETTERS["the"] and not found.is_before({"of", "'s", "’s"})
    return named and unit in LENGTHS and found.is_after(UP_TO_NOW if unit != "10Y" else UP_TO_NOW | {"in"})


def _of_sunday(found: Found, relation: int, unit: str) -> int:
    """Weeks by which one told of on a Sunday lies later: "this week", of what is to come, is the next."""
    anchor = found.ground.anchor
    if unit != "W" or anchor is None or anchor.isoweekday() != SUNDAY:
        return 0
    return 1 if relation == SAME and found.tense() > 0 else 0


def _anchor_for(found: Found, step_: int, unit: str) -> date | None:
    """The day of writing, to count from where the text named no day before; not for "the next day" in a tale of the past."""
    vague = unit in SHORT_UNITS and found.is_vague_before()
    return None if vague or (step_ == NEXT and found.tense() < 0) else found.ground.anchor


def _qualified(found: Found, moment: Moment) -> Moment:
    return cal.about(moment) if found.word("early") or found.word("edge") else moment


def edge_of_unit(found: Found) -> Moment | None:
    """Reads "the end of the year", "the start of the day", "later in the week", "year-end", "mid-week"."""
    unit = found.value("unit")
    if unit not in LONG_UNITS:
        return None
    if unit == "D" and _sums_up(found):
        return None
    of_day = unit == "D" and not found.word("edge") and not found.is_vague_before()
    base = found.ground.told if of_day else None
    day = base or found.ground.anchor
    if day is not None and unit == "Y" and found.word("end") and found.tense() < 0 and day.month <= SPRING:
        day = cal.step(day, -1, "Y")
    return found.told(cal.about(cal.stretch_of(day, unit)), base)


def _sums_up(found: Found) -> bool:
    """Whether "at the end of the day" only says "after all"; in markets the day is one."""
    place = found.letters().find(LETTERS["edge"])
    ends = place >= 0 and found.words.words[found.match.start() + place].text == "end"
    before = [word.text for word in found.words.words[max(0, found.match.start() - 1) : found.match.start() + place]]
    return ends and _goes_on(found) and (before == ["at", "the"] or found.is_after({"the"}))


def _goes_on(found: Found) -> bool:
    """Whether a clause begins behind the match."""
    following = found.following()
    return following is not None and (following.text == "," or following.pos in {"PRON", "DET", "PROPN", "SCONJ", "AUX"})


def middle_of_unit(found: Found) -> Moment | None:
    """Reads "mid-week", "mid-year"."""
    return edge_of_unit(found) if found.words.words[found.match.start()].text == "mid" else None


NOT_AFTER_THE_DAY = frozenset({"NN", "NNS", "NNP", "IN", "DT", "PRP", "WDT", "WRB", "WP", "TO", "CD", "POS", "PRP$", "HYPH"})
IN_A_STRETCH = frozenset({"in", "for", "during", "through", "throughout", "over", "than"})
MOST_OF = frozenset(
    {"most", "rest", "remainder", "part", "half", "much", "all", "course", "end", "start", "beginning", "portion", "middle"}
)
NOT_THE_STRETCH = frozenset({"before", "after", "since", "when", "that", "of", "to", "leading", "following", "which", "until", "-"})
GOVERNED = frozenset({"prep", "relcl", "acl", "amod", "compound", "nummod", "poss", "advcl", "appos"})


def the_unit(found: Found) -> Moment | None:
    """Reads "the day", where it is a day already spoken of, and "for the year", "most of the week", "the entire month"."""
    unit, whole = found.value("unit"), found.word("whole")
    if whole is not None and whole.text in PRAISE:
        return None
    if unit != "D":
        return _the_stretch(found, unit)
    if [word.text for word in found.words.words[max(0, found.match.start() - 4) : found.match.start()]] == [
        "at",
        "the",
        "end",
        "of",
    ] and _goes_on(found):
        return None
    following, preceding = found.following(), found.preceding()
    bounded = preceding is not None and preceding.lemma in {"end", "close", "begin", "start", "finish", "open", "in"}
    if following is not None and following.tag in NOT_AFTER_THE_DAY and not bounded:
        return None
    base = found.ground.previous
    return found.told(cal.day_of(base or found.ground.anchor), base)


def _the_stretch(found: Found, unit: str) -> Moment | None:
    """A week, month, quarter or year that is the one spoken of, or that of the day of writing."""
    preceding = found.preceding()
    if unit not in {"W", "M", "Q", "Y"} or preceding is None:
        return None
    whole = preceding.text.lower() == "of" and found.words.paragraph.tokens[preceding.head].lemma in MOST_OF
    if not whole and preceding.text.lower() not in IN_A_STRETCH and not found.word("whole"):
        return None
    token = found.words.words[found.match.end() - 1].token
    governed = GOVERNED & {"relcl", "acl", "poss"} if whole or found.word("whole") else GOVERNED
    if found.is_before(NOT_THE_STRETCH) or found.words.paragraph.children(token, *governed):
        return None
    latest = found.ground.latest
    base = latest.day if latest is not None and latest.value is not None and latest.type == "DATE" else None
    return found.told(cal.stretch_of(base or found.ground.anchor, unit), base)


def over_the_units(found: Found) -> Moment | None:
    """Reads "over the years"."""
    return cal.duration(None, found.value("unit")) if found.is_after({"over"}) else None


def in_a_row(found: Found) -> Moment | None:
    """Reads "the fourth straight week", "a third day in a row": the one that is going on."""
    unit, straight = found.value("unit"), found.word("straight")
    if unit not in LONG_UNITS or (straight is not None and straight.text not in {"straight", "consecutive"}):
        return None
    base = found.ground.previous if unit == "D" else None
    return found.told(cal.stretch_of(base or found.ground.anchor, unit), base)


def another_in_a_row(found: Found) -> Moment | None:
    """Reads "for a second day"."""
    return in_a_row(found) if found.is_after({"for"}) else None


SAME_AS = frozenset({"same", "comparable", "corresponding"})


def same_a_year_before(found: Found) -> Moment | None:
    """Reads "the same period last year", "the same month a year ago", "the year-ago quarter", "a year-earlier period"."""
    back, same = found.relation("back"), found.word("same")
    if same is not None and same.text not in SAME_AS:
        return None
    if found.value("year") != "Y" or back not in {None, BACK, SAME} or found.value("later") == "1":
        return None
    latest = found.ground.latest
    base = latest.day if latest is not None else None
    day = base or found.ground.anchor
    moved = cal.step(day, 0 if back == SAME else -1, "Y") if day else None
    return found.told(cal.stretch_of(moved, found.value("unit") or _length_of(latest)), base)


def _length_of(moment: Moment | None) -> str:
    """The unit that a date names: its quarter, month, week, day or year."""
    value = (moment.value if moment is not None else None) or ""
    if "-Q" in value:
        return "Q"
    if "-W" in value:
        return "W"
    return {4: "Y", 7: "M"}.get(len(value), "D" if len(value) >= len("2025-03-17") else "Y")


CUT = frozenset({"...", "…"})
"""Marks behind words whose sentence is cut off there ("Two weeks after...")."""


def _governs(found: Found) -> bool:
    """Whether "before" or "after" at the end of the match has words of its own ("a day after the vote")."""
    later, following = found.word("later"), found.following()
    word = later is not None and later.text in {"before", "after", "following", "preceding"}
    governs = following is not None and (following.pos not in {"PUNCT", "ADV", "CCONJ"} or following.text in CUT)
    return (word and governs) or found.is_before({"than"})


def the_unit_before(found: Found) -> Moment | None:
    """Reads "the day before", "the year after", "the week earlier", "the year previous"."""
    if _governs(found):
        return None
    unit, steps, later = found.value("unit"), int(found.value("later")), found.word("later")
    base = found.base(unit)
    day = base or _anchor_for(found, steps, unit)
    related_ = found.match.group("later") == LETTERS["relation"]
    if unit not in LONG_UNITS or (related_ and later is not None and later.text not in FROM_BEFORE):
        return None
    return found.told(_beside(found, day, steps, unit), base)


def related_many(found: Found) -> Moment | None:
    """Reads "recent years", "the coming weeks", "the years ahead"; not "following days of protest", which lie before."""
    relation, word = found.relation() if found.word("relation") else NEXT, found.word("relation")
    told = word is not None and word.text in FROM_BEFORE
    if told and word is not None and found.words.paragraph.tokens[word.token].dep == "prep":
        return None
    if relation in {BACK, RECENT} or (told and found.tense() < 0):
        return Moment("DATE", "PAST_REF", None)
    return Moment("DATE", "FUTURE_REF", None) if relation == NEXT else Moment("DATE", "PRESENT_REF", None)


def related_count(found: Found) -> Moment | None:
    """Reads "the past nine days", "the next two weeks", "the last six months", "the past year"."""
    relation, unit = found.relation(), found.value("unit")
    count = found.count() if found.match.re.groupindex.get("count") else 1.0
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
    """Reads "two days ago", "a year and a half ago", "several months ago", "weeks ago"."""
    return _away(found, -1, found.ground.anchor, found.seen)


def ago_to_the_day(found: Found) -> Moment | None:
    """Reads "three years ago today", "fifty years ago this month"."""
    unit, count, of = found.value("unit"), found.count(), found.value("of") or "D"
    anchor = _moved(found, int(found.value("today") or 0))
    if anchor is None:
        return None
    if unit not in LONG_UNITS or count is None or count != int(count) or found.relation("same") not in {None, SAME}:
        return None
    return found.seen(cal.stretch_of(cal.step(anchor, -int(count), unit), of))


def from_now(found: Found) -> Moment | None:
    """Reads "two weeks from now"."""
    return _away(found, 1, found.ground.anchor, found.seen)


def after(found: Found) -> Moment | None:
    """Reads "three days later", "a year earlier", "two days before"."""
    if _governs(found):
        return None
    base, step_ = found.base(found.value("unit")), int(found.value("later"))
    return _away(found, step_, base or _anchor_for(found, step_, found.value("unit")), lambda moment: found.told(moment, base))


def _away(found: Found, sign: int, start: date | None, mark: Callable[[Moment], Moment]) -> Moment | None:
    """The stretch that lies the counted units before or after a day; of clock units only how long."""
    unit = found.value("unit")
    count = found.count() if found.match.re.groupindex.get("count") else None
    if unit not in LONG_UNITS:
        return cal.duration(count, unit)
    if count is None or start is None:
        return Moment("DATE", "PAST_REF" if sign < 0 or (found.word("later") and found.tense() <= 0) else "FUTURE_REF", None)
    unit, steps = ("M", round(count * 12)) if count != int(count) and unit == "Y" else (unit, round(count))
    day = cal.step(start, sign * steps, unit)
    ahead = sign > 0 and _is_to_come(found, day) and (unit not in SHORT_UNITS or not _is_to_come(found, start))
    if ahead and found.tense() < 0:
        return cal.day_of(None) if unit == "D" else Moment("DATE", "PAST_REF", None)
    moment = cal.stretch_of(day, unit) if unit != "10Y" else cal.year_of(day.year if day else None)
    moment = moment if unit == "D" else cal.about(moment)
    return mark(moment)
