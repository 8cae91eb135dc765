"""The grammar of time expressions: each rule a pattern over classes of words and what it comes to.

A pattern is written in class names (``words.LETTERS``) and compiled to a regular expression over a paragraph's letters;
``name=class`` names a word for the reader. The longest match at a place wins, then the earlier rule. Readers are in
``dates.py``, ``periods.py``, ``stretches.py``, ``weekdays.py``, ``lengths.py`` and ``clocks.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from quoth.extract.timex import clocks, dates, lengths, periods, stretches, weekdays
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import Found
from quoth.extract.timex.words import LETTERS

MACROS = {
    "DAY": "[13]",
    "COUNT": "(?:[0124I]{1,5}(?:-[12])?(?:&ab)?|aI|ab|ba?|a?vI?f?|a)",
    "UNIT": "[UuQ]",
    "APPROX": "(?:[g%]|hi|@j|l>|v(?=[0124I]))",
    "COMMA": ",?",
    "PART": "[Pp]",
    "DASH": "-?",
    "RANGE": "[-_>]",
    "BOTH": "(?:R(?=R))?",
    "PLAIN": "[0124I]{1,5}",
    "ONE": "[0124]",
}


Reader: TypeAlias = Callable[[Found], Moment | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and its reader; the reader answers None where the words do not bear the reading out."""

    pattern: re.Pattern[str]
    read: Reader


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression over letters for a pattern in class names."""

    def letter(match: re.Match[str]) -> str:
        group, name, word = match.groups()
        if group:
            return f"(?P<{group}>"
        body = MACROS[word] if word in MACROS else re.escape(LETTERS[word])
        return f"(?P<{name}>{body})" if name else body

    return re.compile(re.sub(r"(\w+)=\(|(?:(\w+)=)?([A-Za-z_]+)", letter, pattern).replace(" ", ""))


DAYS: tuple[tuple[str, Reader], ...] = (
    ("(around=approximately | (the)? edge=edge of)? (relation? (early DASH)? weekday COMMA)? (the | relation=relation)? month=month (the)? day=DAY (COMMA year=year)?", dates.calendar_day),
    ("(around=approximately)? (relation? (early DASH)? weekday COMMA (the)?)? (the)? day=DAY (of)? month=month (COMMA year=year)?", dates.calendar_day),
    ("weekday (the)? day=ordinal", dates.weekday_and_day),
    ("the day=ordinal", dates.day_of_month),
    ("month=month day=DAY (RANGE | and | or) last=DAY (COMMA year=year)?", dates.days),
    ("day=DAY (RANGE | and | or) last=DAY (of)? month=month (COMMA year=year)?", dates.days),
    ("month=month (RANGE | and | or) last=month (of | comma)? year=year", dates.months),
    ("month=month dash last=month", dates.months),
    ("year=year dash last=(year | small | figure)", dates.years),
    ("year=year dash month=small dash day=small", dates.iso_day),
    ("numeric=date", dates.numeric_day),
    ("owner digits=(figure | small)", dates.short_year),
    ("day=DAY (of)? month=foreign_month (COMMA year=(year | figure) (foreign_era)?)?", periods.foreign_day),
    ("month=foreign_month day=DAY (COMMA year=(year | figure) (foreign_era)?)?", periods.foreign_day),
)  # fmt: skip
"""Calendar dates."""
MONTHS_AND_YEARS: tuple[tuple[str, Reader], ...] = (
    ("(the edge=edge of)? early=early? DASH relation=relation? month=month ((comma | of)? year=year)?", dates.month),
    ("around=(circa | approximately)? ((the)? edge=edge of)? ((the)? early=early DASH | the unit)? year=year", dates.year),
    ("era=era year=(year | figure | small)", dates.year_of_era),
    ("(the)? year=(year | figure | small | ordinal) (DASH unit=unit)? era=era", dates.year_of_era),
    ("(the)? (nth=(ordinal | relation) | final=final) unit=unit (of | in) month=month ((comma | of)? year=year)?", dates.unit_of_month),
    ("(the)? (nth=(ordinal | relation) | final=final) weekday=weekday (of | in) month=month ((comma | of)? year=year)?", dates.weekday_of_month),
    ("month=month (of)? relation=relation unit=unit", dates.month_of_year),
    ("(the)? fiscal=fiscal? (nth=(ordinal | relation) | final=final) DASH fiscal? quarter (of)? (the)? (fiscal? (relation=relation unit | (unit)? year=year))?", periods.quarter),
    ("nth=numbered_quarter (of)? (fiscal? year=year)?", periods.quarter),
    ("(the)? (nth=(ordinal | relation) | final=final) half of (the)? fiscal? (relation=relation? unit | year=year)", periods.half),
    ("nth=numbered_half (of)? year=year", periods.half),
    ("((the)? edge=edge of)? (early | later)? (the | BOTH relation=relation)? early? DASH season=season ((comma | of)? year=year)?", periods.season),
    ("(the)? early=early? DASH owner=owner? decade=decade", periods.decade),
    ("(the)? early=early? DASH (tens=number dash)? nth=ordinal DASH unit=unit", periods.century),
    ("(the)? fiscal (unit)? year=(year | small | figure)", periods.fiscal_year),
    ("(the)? year=year dash last=(year | small | figure) (fiscal | school) unit", periods.fiscal_year),
    ("(the)? relation=relation? (fiscal | school=school) unit=unit", periods.fiscal_year),
    ("BOTH relation=relation? feast=feast (COMMA year=year)?", periods.feast),
)  # fmt: skip
"""Months, years and what they are divided into."""
SEEN_FROM_THE_DAY: tuple[tuple[str, Reader], ...] = (
    ("early=(early | later)? today=today part=PART?", stretches.today),
    ("the unit later today=today", stretches.beyond_today),
    ("(early | later)? (tonight | overnight)", stretches.tonight),
    ("night=overnight on? weekday=weekday", weekdays.weekday),
    ("the night=part to weekday=weekday", weekdays.night_to),
    ("early=(early DASH)? (the)? BOTH relation=relation? weekday=weekday (early? part=PART)? (local time)?", weekdays.weekday),
    ("((the)? early hours=units (of | on) (the)? (relation=relation)?) weekday=weekday", weekdays.weekday),
    ("weekday=weekday (of)? relation=relation unit=unit", weekdays.weekday_of_week),
    ("count=COUNT weekday=weekdays ago=ago", weekdays.weekday_away),
    ("count=COUNT unit=unit ago=ago (on)? weekday=weekday", weekdays.weekday_away),
    ("count=COUNT unit=unit from weekday=weekday", weekdays.weekday_away),
    ("(the)? BOTH relation=relation weekend=weekend", weekdays.weekend),
    ("(the)? (the | early) weekend=weekend", weekdays.weekend),
    ("early? (the)? BOTH relation=relation part=PART", stretches.part),
    ("((early | the edge=edge of) PART | PART early?)? (the)? part=PART of? weekday=weekday", weekdays.weekday),
    ("(((the)? edge=edge of) | (early=(early | later) DASH))? (the)? BOTH relation=relation unit=(unit | quarter)", stretches.related),
    ("(the)? edge=edge of the unit=(unit | quarter)", stretches.edge_of_unit),
    ("(later | early) in the unit=(unit | quarter)", stretches.edge_of_unit),
    ("unit=(unit | quarter) dash end=edge", stretches.edge_of_unit),
    ("unit=year_end", stretches.edge_of_unit),
    ("mid=early dash unit=unit", stretches.middle_of_unit),
    ("the unit=(unit | quarter)", stretches.the_unit),
    ("the whole=more_of unit=(unit | quarter)", stretches.the_unit),
    ("the unit=units", stretches.over_the_units),
    ("(the)? ordinal straight=more_of unit=unit", stretches.in_a_row),
    ("(the | a)? ordinal unit=unit row", stretches.in_a_row),
    ("a ordinal unit=unit", stretches.another_in_a_row),
    ("(the)? (a)? year=unit DASH (ago | later=later) DASH (unit=(unit | quarter) | period)", stretches.same_a_year_before),
    ("(the)? same=relation (unit=(unit | quarter) | period) (of | in)? (the)? back=relation year=unit", stretches.same_a_year_before),
    ("(the)? same=relation (unit=(unit | quarter) | period) (of | in)? (a | the)? year=unit (ago | later=later)", stretches.same_a_year_before),
    ("the unit=unit later=(later | relation)", stretches.the_unit_before),
    ("the part=PART later=later", stretches.part_before),
    ("(the)? BOTH relation=relation units=units", stretches.related_many),
    ("(the)? units ((and | or) units)? ahead", stretches.related_many),
    ("(the)? BOTH relation=relation (APPROX)? count=COUNT more_of{0,3} unit=UNIT", stretches.related_count),
    ("APPROX{0,3} count=COUNT (more | more_of){0,3} DASH unit=UNIT (and a half=half)? ago=ago", stretches.ago),
    ("APPROX{0,3} count=COUNT DASH unit=UNIT ago=ago today=today", stretches.ago_to_the_day),
    ("APPROX{0,3} count=COUNT DASH unit=UNIT ago=ago same=relation of=unit", stretches.ago_to_the_day),
    ("unit=units ago", stretches.ago),
    ("APPROX{0,3} count=COUNT DASH unit=UNIT from reference", stretches.from_now),
    ("APPROX{0,3} count=COUNT (more_of){0,3} DASH unit=UNIT later=later", stretches.after),
    ("unit=units later=later", stretches.after),
)  # fmt: skip
"""Days and longer stretches seen from the day of writing, or from a day named before."""
LENGTHS: tuple[tuple[str, Reader], ...] = (
    ("the APPROX{0,3} count=COUNT (more | more_of){0,3} unit=(units | quarter)", lengths.length),
    ("(the)? (ordinal | final) count=COUNT more_of{0,3} unit=(units | quarter)", lengths.length),
    ("APPROX{0,3} count=COUNT (more | more_of){0,3} DASH unit=UNIT (and a half=half)? (DASH long)?", lengths.length),
    ("APPROX{0,3} count=PLAIN (?= joint=(or | to | and | dash) APPROX{0,3} COUNT (more | more_of){0,3} DASH unit=UNIT)", lengths.first_of_range),
    ("count=ONE DASH unit=ordinal", lengths.seconds),
    ("units=units (DASH long)?", lengths.bare_units),
    ("APPROX{0,3} (a)? quarter DASH (of)? (a)? unit=unit", lengths.part_of_unit),
    ("all unit=unit (DASH long)?", lengths.all_unit),
    ("all part=PART (DASH long)?", lengths.all_part),
    ("every=every (early | more_of | other=other_one)? count=(ordinal | COUNT)? what=(unit | units | weekday | PART | weekend | quarter | month | season)", lengths.every),
    ("what=(weekdays | weekends | parts)", lengths.every),
    ("frequency=frequency", lengths.frequency),
    ("(once | COUNT times) (a | every) unit=unit", lengths.rate),
    ("once DASH frequency=frequency", lengths.frequency),
    ("more? reference=reference", lengths.reference),
    ("(the | relation=relation)? point", lengths.at_point),
    ("relation=relation", lengths.alone),
    ("the near? future", lengths.future),
    ("the near relation", lengths.future),
)  # fmt: skip
"""Lengths of time, what comes again, and vague reference."""
TIMES: tuple[tuple[str, Reader], ...] = (
    ("(approximately | compared)? clock=(clock | small | figure | year | clock_of_day | noon) zone=zone", clocks.clock),
    ("(approximately | compared)? clock=clock meridiem=meridiem? (zone=zone | open zone2=zone close)?", clocks.clock),
    ("(approximately | compared)? clock=(small | clock_of_day) meridiem=meridiem (zone=zone)?", clocks.clock),
    ("(approximately | compared)? clock=clock_of_day (zone=zone)?", clocks.clock),
    ("(approximately | compared)? clock=(noon | clock) (local time)?", clocks.clock),
    ("(approximately | compared)? clock=(clock | small) meridiem=meridiem? local time", clocks.clock),
    ("(approximately | compared)? clock=(small | number) oclock (in the part=PART)?", clocks.clock),
    ("(approximately | compared)? clock=(small | number | clock) in the part=PART", clocks.clock),
    ("half=half relation clock=(small | number) (meridiem=meridiem | in the part=PART)?", clocks.beside_hour),
    ("quarter=quarter (relation | to) clock=(small | number) (meridiem=meridiem | in the part=PART)?", clocks.beside_hour),
    ("clock=(small | number)", clocks.bare_hour),
    ("(the)? early=early? part=PART", clocks.bare_part),
)
"""Times of day."""
PATTERNS = (*DAYS, *MONTHS_AND_YEARS, *SEEN_FROM_THE_DAY, *LENGTHS, *TIMES)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, compiled."""
    return tuple(Rule(compile_pattern(pattern), read) for pattern, read in PATTERNS)
