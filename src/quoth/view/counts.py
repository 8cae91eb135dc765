"""Counts in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Sized


def interval(low: int | None, high: int | None) -> str | None:
    """A count as an interval ("2–3"); None where not measured."""
    if low is None or high is None:
        return None
    return str(low) if low == high else f"{low}–{high}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun ("1 article", "3 articles")."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


UNDATED = "undated"
"""The reason of an article that is kept, though no date of it can be read."""


def aside_text(every: int, undated: int) -> str:
    """How many inputs were set aside of ``every`` one that is noted, and how many articles are kept without a date; empty for none."""
    aside = [f"{count(every - undated, 'input')} set aside"] if every > undated else []
    kept = [f"{count(undated, 'article')} without a date (kept)"] if undated else []
    return "; ".join([*aside, *kept])


def aside_reason(reason: str) -> str:
    """A reason as a page has it."""
    return "no date (kept)" if reason == UNDATED else reason


def between(names: Iterable[str]) -> str:
    """What stands between names in a row: a semicolon where one of them has a comma or a remark in brackets of its own."""
    return "; " if any("," in name or "(" in name for name in names) else ", "


def listed(names: Sequence[str], most: int) -> str:
    """The names, so many at most, and how many there are beside them."""
    return between(names).join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def given_text(names: Sequence[str], since: Iterable[str]) -> str:
    """Who gives a value, and behind a dot what became of it."""
    return " · ".join(filter(None, (between(names).join(names), *since)))


def count_of(rows: Sized, one: str, many: str) -> str:
    """How many rows there are, with their noun."""
    return count(len(rows), one, many)
