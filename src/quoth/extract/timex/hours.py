"""Which day an hour is of, where its own clause names one: "a midnight curfew went into effect Saturday night"."""

from __future__ import annotations

import re

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.clocks import LATEST_AT_NIGHT, NOON
from quoth.extract.timex.tense import ARRANGED
from quoth.syntax import Paragraph, Token

LATE = re.compile(r"T(AF|EV|NI)$")
BOUNDS = frozenset({"until", "till", "by", "before", "after", "since", "from", "for", "to", "through", "of", "ahead"})
"""Words before a day that make it no day on which something is."""


def of_part(clock: Moment, part: Moment, *, halved: bool) -> Moment:
    """An hour of a part of a day ("7:15 a.m. Wednesday morning"); the small hours of a night are those of the next day.

    ``halved``: whether its words say which half of the day it is in; "9:30 last night" is of the later one.
    """
    said, late = (clock.value or "T").split("T", 1)[1], LATE.search(part.value or "")
    hour = int(said[:2])
    small = late is not None and late[1] == "NI" and hour < LATEST_AT_NIGHT
    if late is not None and not halved and LATEST_AT_NIGHT <= hour < NOON:
        said = f"{hour + NOON}{said[2:]}"
    return cal.at_clock(_day_of(part, later=int(small)), said)


def _day_of(moment: Moment, *, later: int) -> Moment:
    day = None if moment.day is None else cal.step(moment.day, later, "D")
    known = cal.day_of(day)
    return Moment("DATE", known.value, known.edtf, day, seen_from=moment.seen_from, against=moment.against)


def is_of_clause(paragraph: Paragraph, hour: int, day: int) -> bool:
    """Whether an hour and a day behind it, given by tokens, say when the same is: both hang on one verb, or the day on what that arranges
    ("a midnight curfew was set to begin on Sunday")."""
    verb, below = _verb_over(paragraph, hour), _verb_over(paragraph, day)
    if verb is None or below is None or not _is_when(paragraph, day, below):
        return False
    arranged = verb.lemma in ARRANGED and verb.tag == "VBN" and below.head == verb.index and below.dep == "xcomp"
    return verb.index == below.index or arranged


def _verb_over(paragraph: Paragraph, index: int) -> Token | None:
    return next((one for one in paragraph.ancestors(index) if one.pos in {"VERB", "AUX"}), None)


def _is_when(paragraph: Paragraph, day: int, verb: Token) -> bool:
    """Whether a day modifies a verb itself, as "on Sunday" and "Saturday night" do."""
    token = paragraph.tokens[day]
    while token.dep in {"compound", "nummod", "advmod", "pobj"} and token.head not in {token.index, verb.index}:
        token = paragraph.tokens[token.head]
        if token.text.lower() in BOUNDS:
            return False
    return token.head == verb.index and token.dep in {"npadvmod", "prep", "advmod"}
