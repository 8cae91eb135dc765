"""Weekdays of one article that mean one day: "five states vote on Tuesday … Tuesday is no different" is of one Tuesday."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.timex.tense import Tense, tense_at
from quoth.records import TimeExpression
from quoth.syntax import ParsedDocument

WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
DAY = len("2025-03-17")


def settle_weekdays(parsed: ParsedDocument, found: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions, bare weekdays whose clause tells no tense put on the day to come that others of the article tell plainly, where none tells
    a day gone by."""
    told: dict[str, dict[Tense, list[TimeExpression]]] = defaultdict(lambda: defaultdict(list))
    for time in found:
        if time.text in WEEKDAYS and time.value is not None and len(time.value) == DAY:
            told[time.text][_tense(parsed, time)].append(time)
    moved: dict[str, TimeExpression] = {}
    for by_tense in told.values():
        days = {
            (time.value or "", time.edtf)
            for time in by_tense[1]
            if time.anchor.value and (time.value or "") > time.anchor.value[:DAY]
        }
        if len(days) == 1 and not by_tense[-1]:
            value, edtf = days.pop()
            moved |= {time.id: replace(time, value=value, edtf=edtf) for time in by_tense[0] if (time.value or "") < value}
    return tuple(moved.get(time.id, time) for time in found)


def _tense(parsed: ParsedDocument, time: TimeExpression) -> Tense:
    """The tense of the clause that a weekday stands in; 0 outside of what is parsed."""
    paragraph = next((one for one in parsed.paragraphs if one.start <= time.span.start < one.end), None)
    token = None if paragraph is None else next((one for one in paragraph.tokens if one.start == time.span.start), None)
    return 0 if paragraph is None or token is None else tense_at(paragraph, token.index)
