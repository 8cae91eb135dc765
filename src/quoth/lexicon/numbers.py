"""English number words and figures as numbers: "1,850", "twenty-five", "1.5bn", "two hundred and ten"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quoth.lexicon.table import read_table

FRACTIONS: Mapping[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+|[½¼¾⅓⅔])?|\.\d+|[½¼¾⅓⅔]")
"""Digits as English groups them, with a fraction ("3½") or without a whole (".358"); "1.850" is one point eight five."""
SCALED = re.compile(rf"({FIGURE.pattern})(k|m|mn|mln|bn|bln|tn)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number word: ``kind`` is cardinal, scale, ordinal or vague; ``value`` is None where it has none of its own ("several")."""

    kind: str
    value: float | None


@cache
def number_words() -> Mapping[str, NumberWord]:
    """The words of ``numbers.tsv``, in lower case."""
    return {row["word"]: NumberWord(row["kind"], float(row["value"]) if row["value"] else None) for row in read_table("numbers")}


def read_figure(text: str) -> float | None:
    """The number that digits stand for, with a scale set to it or not ("1,850", "3.5", "20m"); None for anything else."""
    if FIGURE.fullmatch(text):
        return _digits(text)
    scaled = SCALED.fullmatch(text)
    return None if scaled is None else _digits(scaled[1]) * (scale_of(scaled[2]) or 1)


def _digits(text: str) -> float:
    fraction = FRACTIONS.get(text[-1], 0.0)
    whole = text.replace(",", "")[: -1 if fraction else None]
    return float(whole or 0) + fraction


def scale_of(word: str) -> float | None:
    """The factor of a scale word ("million", "bn", "dozen"), in lower case or not."""
    found = number_words().get(word.lower())
    return found.value if found is not None and found.kind == "scale" else None


def is_number_word(word: str) -> bool:
    """Whether a lower-case word is a cardinal or scale spelled out."""
    found = number_words().get(word)
    return found is not None and found.kind in {"cardinal", "scale"}


def read_number(words: Sequence[str]) -> float | None:
    """The number that lower-case words spell together ("two", "hundred", "and", "ten" → 210); None where they are no number.

    Words add up below a scale and are multiplied by it, as English says them; "and" and hyphens are passed over.
    """
    total = group = 0.0
    found = False
    for word in words:
        if word in {"and", "-", "a", "an"}:
            continue
        figure = read_figure(word)
        known = number_words().get(word)
        if figure is not None:
            if group and figure >= 1 and not _adds_up(group, figure):
                return None
            group += figure
        elif known is None or known.value is None or known.kind in {"vague", "ordinal"}:
            return None
        elif known.kind == "cardinal":
            if group and not _adds_up(group, known.value):
                return None
            group += known.value
        else:
            total, group = _scale(total, group, known.value)
        found = True
    return total + group if found else None


def _adds_up(group: float, value: float) -> bool:
    """Whether a number goes on with another as English says one ("twenty five", "two hundred ten"); "two nine" are two numbers."""
    return (group % 100 == 0 and value < 100) or (20 <= group % 100 <= 90 and group % 10 == 0 and 1 <= value < 10)


def _scale(total: float, group: float, factor: float) -> tuple[float, float]:
    """Total and open group after a scale word: hundreds and dozens stay open for more, thousands and above close the group."""
    scaled = (group or 1.0) * factor
    return (total, scaled) if factor < 1000 else (total + scaled, 0.0)


def read_ordinal(word: str) -> int | None:
    """The place that an ordinal names ("2nd", "third"), else None."""
    known = number_words().get(word)
    if known is not None and known.kind == "ordinal" and known.value is not None:
        return int(known.value)
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    return int(match[1]) if match else None
