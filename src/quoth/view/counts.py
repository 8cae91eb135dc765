"""Counts in words."""

from __future__ import annotations

from collections.abc import Sized


def interval(low: int | None, high: int | None) -> str | None:
    """A count as an interval ("2–3"); None where not measured."""
    if low is None or high is None:
        return None
    return str(low) if low == high else f"{low}–{high}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun ("1 article", "3 articles")."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def count_of(rows: Sized, one: str, many: str) -> str:
    """How many rows there are, with their noun."""
    return count(len(rows), one, many)
