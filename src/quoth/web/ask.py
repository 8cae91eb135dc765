"""What a request asks for, read with limits: words, dates, choices, numbers. Everything else is refused with what was expected."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import TypeVar

from starlette.datastructures import QueryParams

from quoth.store.filters import is_reversed
from quoth.web.answer import wrong

LONGEST = 300
"""Characters of one answer in a search form."""
MOST_PAGES = 10_000
_DATE = re.compile(r"^\d{4}(-\d\d(-\d\d)?)?$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
Choice = TypeVar("Choice", bound=str)


def words(asked: QueryParams, name: str) -> str | None:
    """The words given under ``name``; None where there are none."""
    text = _CONTROL.sub(" ", asked.get(name, "")).strip()
    if len(text) > LONGEST:
        raise wrong(f"“{name}” may have {LONGEST} characters, but {len(text)} were given. Ask for fewer words.")
    return text or None


def day(asked: QueryParams, name: str, *, label: str) -> str | None:
    """A date of any precision (2031, 2031-03, 2031-03-16); None where none was given. ``label`` is what its field is called."""
    text = words(asked, name)
    if text is not None and not (_DATE.match(text) and _is_day(text)):
        raise wrong(f"“{label}” was {text!r}, but a date was expected: 2031-03-16, 2031-03 or 2031.")
    return text


def days(asked: QueryParams) -> tuple[str | None, str | None]:
    """The first and the last day asked for, in this order."""
    since, until = day(asked, "since", label="from"), day(asked, "until", label="to")
    if is_reversed(since, until):
        raise wrong(f"“from” is {since} and “to” is {until}: the later day comes first, and no date lies between. Swap them.")
    return since, until


def _is_day(text: str) -> bool:
    """Whether the calendar has it; of a month or year its first day."""
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :]).year > 0
    except ValueError:
        return False


def window(asked: QueryParams, name: str) -> tuple[date, date] | None:
    """Two days with a slash between, the earlier first (2031-03-16/2031-03-20); None where none were given."""
    text = words(asked, name)
    if text is None:
        return None
    first, _, last = text.partition("/")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        days = None
    if days is None or days[0] > days[1] or days[1].year >= date.max.year:
        raise wrong(f"“{name}” was {text!r}, but two days were expected, the earlier first: 2031-03-16/2031-03-20.")
    return days


def choice(asked: QueryParams, name: str, known: Collection[Choice]) -> Choice | None:
    """One of the known values; None where none was given."""
    text = words(asked, name)
    if text is None:
        return None
    for one in known:
        if one == text:
            return one
    raise wrong(f"“{name}” was {text!r}, but one of these was expected: {', '.join(known)}.")


def number(asked: QueryParams, name: str, *, default: int = 1, most: int = MOST_PAGES) -> int:
    """A whole number from 1."""
    text = words(asked, name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or not 1 <= len(text) <= 6 or not 1 <= int(text) <= most:
        raise wrong(f"“{name}” was {text!r}, but a whole number from 1 to {most:,} was expected.")
    return int(text)


def least_score(asked: QueryParams) -> float:
    """The least score of what is shown: 0 to 1; 0, which hides nothing, where none was given."""
    text = words(asked, "least")
    if text is None:
        return 0.0
    if not re.fullmatch(r"[01](\.\d{1,4})?|\.\d{1,4}", text) or not 0 <= float(text) <= 1:
        raise wrong(f"“least” was {text!r}, but a score from 0 to 1 was expected, such as 0.5.")
    return float(text)


def is_on(asked: QueryParams, name: str) -> bool:
    """Whether a box is ticked."""
    return words(asked, name) is not None
