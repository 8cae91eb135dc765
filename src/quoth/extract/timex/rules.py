"""The grammar of time expressions: each rule a pattern over classes of words and what it comes to.

A pattern is written in class names (``words.LETTERS``) and compiled to a regular expression over a paragraph's letters;
``name=class`` names a word for the reader. The longest match at a place wins, then the earlier rule. Readers are in
``dates.py``, ``stretches.py`` and ``lengths.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from quoth.extract.timex import dates, lengths, stretches
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import Found
from quoth.extract.timex.words import LETTERS

MACROS = {
    "DAY": "[13]",
    "COUNT": "(?:[0124]+(?:-[12])?(?:&ab)?|ab|ba?|a?vf?|a)",
    "UNIT": "[UuQ]",
    "APPROX": "(?:g|hi|@j|l>)",
    "COMMA": ",?",
    "PART": "[Pp]",
    "DASH": "-?",
    "RANGE": "[-_>]",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and its reader; the reader answers None where the words do not bear the reading out."""

    pattern: re.Pattern[str]
    read: Callable[[Found], Moment | None]


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression over letters for a pattern in class names."""

    def letter(match: re.Match[str]) -> str:
        group, name, word = match.groups()
        if group:
            return f"(?P<{group}>"
        body = MACROS[word] if word in MACROS else re.escape(LETTERS[word])
        return f"(?P<{name}>{body})" if name else body

    return re.compile(re.sub(r"(\w+)=\(|(?:(\w+)=)?([A-Za-z_]+)", letter, pattern).replace(" ", ""))


PATTERNS: tuple[tuple[str, Callable[[Found], Moment | None]], ...] = (
    # calendar dates
    ("((early DASH)? weekday COMMA)? (the)? month=month day=DAY (COMMA year=year)?", dates.calendar_day),
    ("((early DASH)? weekday COMMA (the)?)? (the)? day=DAY (of)? month=month (COMMA year=year)?", dates.calendar_day),
    ("month=month day=DAY (RANGE | and | or) last=DAY (COMMA year=year)?", dates.days),
    ("day=DAY (RANGE | and | or) last=DAY (of)? month=month (COMMA year=year)?", dates.days),
    ("month=month (RANGE | and | or) last=month (of | comma)? year=year", dates.months),
    ("month=month dash last=month", dates.months),
    ("year=year dash last=(year | small | figure)", dates.years),
    ("year=year dash month=small dash day=small", dates.iso_day),
    ("numeric=date", dates.numeric_day),
    ("owner digits=(figure | small)", dates.short_year),
    # months, years and their parts
    ("(the edge=edge of)? early=early? DASH relation=relation? month=month ((comma | of)? year=year)?", dates.month),
    ("((the)? edge=edge of)? ((the)? early=early DASH | the unit)? year=year", dates.year),
    ("(the)? nth=(ordinal | relation) unit=unit of month=month ((comma | of)? year=year)?", dates.unit_of_month),
    ("month=month (of)? relation=relation unit=unit", dates.month_of_year),
    ("(the)? nth=(ordinal | relation) DASH quarter (of)? (the)? (relation=relation unit | year=year)?", dates.quarter),
    ("nth=numbered_quarter (of)? year=year?", dates.quarter),
    ("(the)? nth=(ordinal | relation) half of (the)? (relation=relation? unit | year=year)", dates.half),
    ("((the)? edge=edge of)? (the | relation=relation)? early=early? DASH season=season ((comma | of)? year=year)?", dates.season),
    ("(the)? early=early? DASH decade=decade", dates.decade),
    ("(the)? early=early? nth=ordinal DASH unit=unit", dates.century),
    ("relation=relation? feast=feast eve=(eve | unit)? (COMMA year=year)?", dates.feast),
    # days and weeks seen from the day of writing
    ("early=(early | later)? today=today part=PART?", stretches.today),
    ("the unit later today=today", stretches.beyond_today),
    ("(early | later)? (tonight | overnight)", stretches.tonight),
    ("early=(early DASH)? (the)? relation=relation? weekday=weekday (early? part=PART)?", stretches.weekday),
    ("weekday=weekday (of)? relation=relation unit=unit", stretches.weekday_of_week),
    ("(the | relation=relation) weekend", stretches.weekend),
    ("(the)? relation=relation part=PART", stretches.part),
    ("((early | the edge=edge of) PART | PART early?)? (the)? part=PART of? weekday=weekday", stretches.weekday),
    # stretches seen from the day of writing
    ("(((the)? edge=edge of) | (early=(early | later) DASH))? (the)? relation=relation unit=(unit | quarter)", stretches.related),
    ("(the)? edge=edge of the unit=unit", stretches.edge_of_unit),
    ("later in the unit=unit", stretches.edge_of_unit),
    ("the unit=unit", stretches.the_unit),
    ("the unit=units", stretches.over_the_units),
    ("the unit=unit later=later", stretches.the_unit_before),
    ("(the)? relation=relation units=units", stretches.related_many),
    ("(the)? relation=relation (APPROX)? count=COUNT more_of* unit=UNIT", stretches.related_count),
    ("APPROX* count=COUNT DASH unit=UNIT (and a half=half)? ago=ago", stretches.ago),
    ("APPROX* count=COUNT DASH unit=UNIT from reference", stretches.from_now),
    ("APPROX* count=COUNT DASH unit=UNIT later=later", stretches.after),
    # lengths of time and what comes again
    ("the APPROX* count=COUNT (more | more_of)* unit=(units | quarter)", lengths.length),
    ("APPROX* count=COUNT (more | more_of)* DASH unit=UNIT (and a half=half)? (DASH long)?", lengths.length),
    ("units=units (DASH long)?", lengths.bare_units),
    ("every=every (early)? count=(ordinal | COUNT)? what=(unit | units | weekday | PART | weekend | quarter)", lengths.every),
    ("what=(weekdays | weekends | parts)", lengths.every),
    ("frequency=frequency", lengths.frequency),
    ("(once | COUNT times) (a | every) unit=unit", lengths.rate),
    # vague reference
    ("more? reference=reference", lengths.reference),
    ("relation=relation", lengths.alone),
    ("the future", lengths.future),
    # time of day
    ("clock=(clock | small | figure | year | clock_of_day | noon) zone=zone", lengths.clock),
    ("clock=clock meridiem=meridiem? (zone=zone | open zone2=zone close)?", lengths.clock),
    ("clock=(small | clock_of_day) meridiem=meridiem (zone=zone)?", lengths.clock),
    ("clock=clock_of_day (zone=zone)?", lengths.clock),
    ("clock=(noon | clock) (local time)?", lengths.clock),
    ("clock=(clock | small) meridiem=meridiem? local time", lengths.clock),
    ("clock=(small | number) oclock", lengths.clock),
    ("(the)? early=early? part=PART", lengths.bare_part),
)  # fmt: skip


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, compiled."""
    return tuple(Rule(compile_pattern(pattern), read) for pattern, read in PATTERNS)
