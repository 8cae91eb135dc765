"""The fields that people work in, as far as hardly anybody works in two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from quoth.lexicon.table import read_table


@cache
def fields() -> Mapping[str, str]:
    """The words of ``fields.tsv`` with their field."""
    return {row["word"]: row["field"] for row in read_table("fields")}


def fields_of(titles: Iterable[str]) -> frozenset[str]:
    """The fields of what somebody is called: that of the whole title, else of its last word."""
    words = (title.lower() for title in titles)
    found = (fields().get(title) or fields().get(title.split()[-1]) for title in words if title)
    return frozenset(field for field in found if field is not None)


def clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether hardly anybody is of both: fields are known of each, and they share none."""
    return bool(one and other and not one & other)
