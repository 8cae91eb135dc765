"""Datelines: the opening of an agency report ("MOSCOW, October 24. /TASS/.", "KYIV, Ukraine (AP) —"), and a document's line of place and date."""

from __future__ import annotations

import re
from typing import NamedTuple

from quoth.lexicon.outlets import find_outlet

_NAME = r"[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,4}?"
_DAY = (
    r"(?:[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?\.? (?:de )?[^\W\d_]{3,10}\.?(?:,? (?:de )?\d{4})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})"
)
_AGENCY = r"(?:\((?P<round>[^()\n]{2,40})\)|/(?P<slash>[^/\n]{2,40})/)"
_DASH = r"(?:--?|[–—―−])"
_PLACED = re.compile(
    rf"(?P<place>{_NAME}(?:, {_NAME})??)"
    rf"(?:(?:[,.]| {_DASH})? (?P<day>{_DAY})(?=[\s.,:(/–—-]))?"
    rf"(?:[.,]? ?{_AGENCY})?"
    rf"(?P<close>\.? ?{_DASH}(?=\s)|[.:](?=\s)|(?<=\))(?=\s))"
)
_NAMED_AFTER = re.compile(r"[ ]([^\W\d_][\w .’'-]{1,24})\.(?=\s)")
_NAMED_BETWEEN = re.compile(rf"[ ]([^\W\d_][\w.]{{1,24}}) ?{_DASH}(?=\s)")
_EMPHASIS = re.compile(r"(?P<mark>\*\*|__|\*|_)(?P<words>[^*_\n]{2,60})(?P=mark)")
_BARE = re.compile(rf"\((?P<round>[^()\n]{{2,40}})\) ?{_DASH}(?=\s)")
_BRACKETED = re.compile(rf"\((?P<place>{_NAME}), (?P<day>{_DAY})\) ?{_DASH}(?=\s)")
_LABELS = frozenset(
    [
        "ANALYSIS",
        "OPINION",
        "EXCLUSIVE",
        "BREAKING",
        "UPDATE",
        "UPDATED",
        "LIVE",
        "WATCH",
        "VIDEO",
        "PHOTO",
        "PHOTOS",
        "NOTE",
        "CORRECTION",
        "EDITORIAL",
        "COMMENTARY",
        "REVIEW",
        "INTERVIEW",
        "TRANSCRIPT",
        "FACTBOX",
        "TIMELINE",
        "EXPLAINER",
        "BRIEF",
        "SUMMARY",
        "READ",
        "MORE",
        "RELATED",
        "FILE",
        "CLOSE",
        "ADVERTISEMENT",
        "WARNING",
        "ALERT",
        "POLL",
        "On",
        "In",
        "At",
        "By",
        "Since",
        "From",
        "Until",
        "After",
        "Before",
    ]
)
"""First words that open a heading or a sentence, never a place."""

LABELLED_DATE = re.compile(r"(?<![\w-])date:? (\d{4}-\d{2}-\d{2})(?=\s+[\"“‘«„(]?[^\W\d_a-z])")
"""A collector's labelled date that runs on into the article's first sentence ("date 2022-10-24 The army …")."""

FULL_DAY = (
    r"(?:[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|er)?\.? (?:de |of )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4})"
)
_NUMBERED = r"[^\W\d_][^.!?:;\n\"“”]{0,50}?(?:\bN[or]\.?|N[°º]|№|#) ?[\w/-]*\d[\w/-]*"
_DATE_LINE = re.compile(
    rf"(?:(?P<place>{_NAME}(?:, {_NAME})??)|{_NUMBERED})(?:,| ?[/|·•]| {_DASH}) (?:[^\W\d_]{{2,12}}\.?,? ){{0,2}}"
    rf"(?P<day>{FULL_DAY})(?: ?[гр]\.| года| року)?\.?"
)
"""A line that holds nothing but a place, or what a document is and its number, and the day with its year."""

_WITHIN_SENTENCE = frozenset({"in", "on", "at", "by", "for", "to", "and", "as", "is", "was"})

REACH = 160
"""Code points: no dateline is longer."""


class Dateline(NamedTuple):
    """Where, when and by which agency a report was filed. ``end`` is the code point after its dash or full stop."""

    start: int
    end: int
    place: str | None
    day: str | None
    """The date's own words ("October 24"), with the year where it is given."""
    agency: str | None

    @property
    def sure(self) -> bool:
        """Whether a day or an agency stands in it; capitals and a dash alone may be a heading."""
        return self.day is not None or self.agency is not None


def match_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    Forms: ``MOSCOW, October 24. /TASS/.``, ``KYIV, Ukraine (AP) —``, ``LONDON, Oct 24 (Agency) -``, ``WASHINGTON —``, ``Moscow. 24 October.
    AGENCY -``, ``(Geneva, 24 October 2022) –``, ``(CNN) --``, ``Washington (CNN)``. A place in small letters needs a day, or an agency
    of the register of outlets, beside it.
    """
    limit = min(end, start + REACH)
    head = text[start:limit]
    emphasised = _EMPHASIS.match(head)
    if emphasised is not None:
        return _emphasised(head, emphasised, start)
    if not head or not (head[0] == "(" or head[0].isupper()):
        return None
    found = _bracketed(head) or _bare(head) or _placed(head)
    return found and found._replace(start=start, end=start + found.end)


def match_date_line(line: str) -> str | None:
    """The day, with its year, of a line of place and date alone ("Geneva, 24 October 2022", "Communiqué No. 4 / 24 October 2022"); else None."""
    found = _DATE_LINE.fullmatch(" ".join(line.split())) if len(line) <= REACH else None
    place = None if found is None else found["place"]
    named = place is None or (_placeable(place) and all(map(is_of_name, place.replace(",", "").split())))
    return found["day"] if found is not None and named else None


def is_of_name(word: str) -> bool:
    """Whether a word may stand in a place's name: a capital, or a particle ("Rio *de* Janeiro")."""
    return word[0].isupper() or (len(word) <= 3 and word not in _WITHIN_SENTENCE)


def _emphasised(head: str, marks: re.Match[str], start: int) -> Dateline | None:
    """A dateline whose place is set in Markdown's emphasis (``**HALDEN** –``)."""
    mark, words = marks["mark"], marks["words"]
    found = _placed(words + head[marks.end() :])
    return None if found is None or found.end <= len(words) else found._replace(start=start, end=start + found.end + 2 * len(mark))


def _bracketed(head: str) -> Dateline | None:
    found = _BRACKETED.match(head)
    return None if found is None else Dateline(0, found.end(), found["place"], found["day"], None)


def _bare(head: str) -> Dateline | None:
    found = _BARE.match(head)
    return None if found is None or find_outlet(found["round"]) is None else Dateline(0, found.end(), None, None, found["round"])


def _placed(head: str) -> Dateline | None:
    found = _PLACED.match(head)
    if found is None or not _placeable(found["place"]):
        return None
    line = Dateline(0, found.end(), found["place"], found["day"], found["round"] or found["slash"])
    line = line if line.agency else _trailing_agency(head, line)
    return line if _convinces(line, found["close"]) else None


def _trailing_agency(head: str, line: Dateline) -> Dateline:
    """An agency named after the dash ("24 Oct — RIA Novosti.") or between full stop and dash ("24 October. INTERFAX.RU -")."""
    found = (_NAMED_AFTER.match(head, line.end) or _NAMED_BETWEEN.match(head, line.end)) if line.day else None
    if found is None or find_outlet(found[1]) is None:
        return line
    return line._replace(end=found.end(), agency=found[1])


def _convinces(line: Dateline, close: str) -> bool:
    city = (line.place or "").split(",")[0]
    loud, dashed = city.isupper() and len(city) > 2, bool(close) and close[-1] not in ".:"
    known = line.agency is not None and find_outlet(line.agency) is not None
    if line.day is not None:
        return loud or known or (dashed and _dated(line.day))
    if line.agency is not None:
        return known or (loud and dashed)
    return loud and dashed


def _dated(day: str) -> bool:
    return any(sign.isdigit() for sign in day)


def _placeable(place: str) -> bool:
    words = place.replace("/", " ").split()
    return place[0].isupper() and words[0].strip(".,") not in _LABELS and len(words) <= 6
