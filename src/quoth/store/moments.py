"""Dates of publication in the order in which they happened: two clock times of different zones stand by their moment, not by their hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Select, func

UNDATED = "~"
"""Stands for no date: it comes after every date."""
_TIMED = len("2031-03-15T15:10")
_SECONDS = len("2031-03-15T15:10:00")
_MARGIN = timedelta(days=2)
"""More than a moment in UTC and the hour on the spot lie apart, twice over."""


@lru_cache(maxsize=100_000)
def moment_key(published: str | None) -> str:
    """Sorts ISO 8601 dates and times by when they were: times by their moment in UTC, a bare day before the times of that day, no date last."""
    if not published:
        return UNDATED
    if len(published) < _TIMED or published.endswith(("Z", "+00:00")):
        return published[:_SECONDS]
    try:
        told = datetime.fromisoformat(published)
        return (told.astimezone(UTC) if told.tzinfo else told).isoformat()[:_SECONDS]
    except (ValueError, OverflowError):  # a date with a mark, an interval; a moment beyond the calendar
        return published


def page_in_time(
    connection: Connection, rows: Select[Any], published: Column[Any], *, limit: int, offset: int, newest: bool = False
) -> Sequence[Any]:
    """One page of ``rows`` by the moment of ``published``, their last column, none of which is null; those of one moment by their other columns.

    Only what was published within days of the page is read: where a row stands by the hour on the spot, one of nearly that moment stands by
    its moment, so an index of dates as they are written finds the page.
    """
    edge = rows.with_only_columns(published).order_by(published.desc() if newest else published).limit(limit).offset(offset)
    written = list(connection.scalars(edge))
    if not written:
        return ()
    low, high = _moved(min(written), -_MARGIN), _moved(max(written), _MARGIN)
    earlier, later = [published < low] if low else [], [published >= high] if high else []
    outside = later if newest else earlier
    before = connection.scalar(rows.with_only_columns(func.count()).where(*outside)) or 0 if outside else 0
    near = [*([published >= low] if low else []), *([published < high] if high else [])]
    found = sorted(connection.execute(rows.where(*near)), key=lambda row: tuple(row)[:-1])
    found.sort(key=lambda row: moment_key(row[-1]), reverse=newest)
    return found[offset - before : offset - before + limit]


def _moved(written: str, by: timedelta) -> str | None:
    """The day of a date, moved; None for no bound, where it has none."""
    if written == UNDATED:
        return UNDATED if by < timedelta(0) else None
    try:
        return (date.fromisoformat(written[:10]) + by).isoformat()
    except (ValueError, OverflowError):
        return None
