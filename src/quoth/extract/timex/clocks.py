"""Readers of the time of day, with its zone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import Found
from quoth.extract.timex.words import LETTERS, Word
from quoth.lexicon.numbers import read_number

SAID_AT = frozenset({"at", "by", "around", "about", "until", "till", "from", "since", "of", "before", "after", "to", "and"})
"""Words before bare digits ("02:31") that make them a time of day; they may be the length of a film as well."""
AFTERNOON = frozenset({"AF", "EV", "NI"})
WEEK = 7
OF_OTHERS = frozenset({"of", "-", "–", ":", "%", "percent", "per", "in"})
"""Words behind a bare number that make it no hour."""
HALF_DAY = NOON = 12
LATEST_AT_NIGHT = 5
"""The hour up to which "at two in the night" is of the morning."""


def clock(found: Found) -> Moment | None:
    """Reads "18:00 UTC", "6:40 p.m. (GMT+8)", "3pm", "noon", "0800 GMT", "about 6 p.m. Eastern", "three in the morning"."""
    word = found.word("clock")
    if found.letters() == "5" and not found.is_after(SAID_AT):
        return None
    hours = None if word is None else _hours(word, found.value("meridiem"), found.value("part"))
    if hours is None:
        return None
    base = _scene(found, hours[0])
    day = base or found.ground.anchor
    zone, said = found.value("zone") or found.value("zone2"), f"{hours[0]:02}:{hours[1]:02}"
    return found.told(replace(cal.at_clock(cal.day_of(day), said + _offset(zone, day, said)), zone=zone), base)


def _scene(found: Found, hour: int) -> date | None:
    """The day spoken of: the last one named, unless that only says when something was said and a day of that week was named before.

    The small hours told after an evening are those of the next day.
    """
    scene, anchor = found.ground.scene, found.ground.anchor
    if scene is None or anchor is None or abs((anchor - scene).days) > WEEK:
        return found.ground.previous
    if scene > max(anchor, found.ground.changed or anchor) and found.tense() < 0:
        return found.ground.told or anchor
    past = scene < anchor and hour <= NOON
    return scene + timedelta(days=1) if found.ground.evening and hour and (past or hour < LATEST_AT_NIGHT) else scene


def on_day(clock_: Moment, day: Moment) -> Moment:
    """A time of day on the day that stands beside it; the hours from UTC are those of that day."""
    said = (clock_.value or "T").split("T", 1)[1]
    return cal.at_clock(day, said[:5] + _offset(clock_.zone, day.day, said[:5]) if clock_.zone else said)


def beside_hour(found: Found) -> Moment | None:
    """Reads "half past six", "a quarter to nine in the evening"."""
    hour, between = found.word("clock"), found.words.words[found.match.start() + 1].text
    hours = None if hour is None else _hours(hour, found.value("meridiem"), found.value("part"))
    if hours is None or between not in {"past", "to"}:
        return None
    minutes = hours[0] * 60 + (30 if found.word("half") else 15 if between == "past" else -15)
    base = _scene(found, minutes // 60)
    day = cal.day_of(base or found.ground.anchor)
    return found.told(cal.at_clock(day, f"{minutes // 60 % 24:02}:{minutes % 60:02}"), base)


def bare_hour(found: Found) -> Moment | None:
    """Reads "At nine we rang" behind another time of day in the paragraph: the first such hour after that."""
    hour, day, last = found.word("clock"), found.ground.previous, found.ground.clock
    preceding = found.preceding()
    if hour is None or day is None or last is None or preceding is None or found.is_before(OF_OTHERS):
        return None
    opens = preceding.text == "At" and found.words.paragraph.tokens[hour.token].dep == "pobj"
    told = _hours(hour, "", "") if opens else None
    if told is None or not 1 <= told[0] <= HALF_DAY:
        return None
    since, half = last[0] * 60 + last[1], HALF_DAY * 60
    minutes = since + ((told[0] * 60 - since) % half or half)
    moved = day + timedelta(days=minutes // (2 * half))
    return found.told(cal.at_clock(cal.day_of(moved), f"{minutes % (2 * half) // 60:02}:00"), day)


def _offset(zone: str, day: date | None, said: str) -> str:
    """Hours from UTC as TIMEX3 writes them: those of the lexicon, or those of a place on that day; nothing where the day is unknown."""
    if zone == "+00:00":
        return "Z"
    if not zone or zone[0] in "+-":
        return zone
    if day is None:
        return ""
    moment = datetime.combine(day, time.fromisoformat(said), tzinfo=ZoneInfo(zone))
    ahead = moment.utcoffset() or timedelta()
    minutes = int(ahead.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "Z"


def _hours(word: Word, meridiem: str, part: str) -> tuple[int, int] | None:
    """Hour and minute of a clock time, or None where there is no such time."""
    text = word.value or word.text
    letters = re.sub(r"[^apm]", "", text)
    hour, minute = _digits(text)
    half_day = 12 if letters == "pm" or meridiem == "12" else 0 if letters == "am" or meridiem == "0" else None
    if half_day is None and part and hour <= 12:
        half_day = 12 if part in AFTERNOON and not (part == "NI" and hour <= LATEST_AT_NIGHT) else 0
    if half_day is not None:
        hour = hour % 12 + half_day
    return (hour, minute) if hour < 24 and minute < 60 else None


def _digits(text: str) -> tuple[int, int]:
    digits = [int(part) for part in re.findall(r"\d+", text)] or [int(read_number([text]) or 0)]
    if len(digits) == 1 and (digits[0] >= 100 or text.startswith("00")) and re.fullmatch(r"\d{4}", text):
        digits = [digits[0] // 100, digits[0] % 100]
    return digits[0], digits[1] if len(digits) > 1 else 0


def bare_part(found: Found) -> Moment | None:
    """Reads "the evening", "in the morning", "early morning": a part of the day spoken of; "the night of the fire" is of no day that is told."""
    alone = found.match.end() - found.match.start() == 1
    if found.letters()[-1] == LETTERS["parts"] and not found.is_before({"of"}) and LETTERS["the"] not in found.letters():
        return None  # "late nights"
    last = found.words.paragraph.tokens[found.words.words[found.match.end() - 1].last]
    following = found.following()
    if last.pos == "PROPN" and last.text[0].isupper() and following is not None and following.pos == "PROPN":
        return None  # "the Sunrise Movement"
    figurative = found.words.words[found.match.end() - 1].text in {"dawn", "dusk", "sunset", "sunrise"} and found.is_before({"of"})
    if figurative or (alone and not found.is_after({"by", "at", "until", "since", "in"})):
        return None
    if found.is_before({"of"}):
        return cal.at_clock(cal.day_of(None), found.value("part"))
    base = found.ground.previous
    return found.told(cal.at_clock(cal.day_of(found.day_spoken_of()), found.value("part")), base)
