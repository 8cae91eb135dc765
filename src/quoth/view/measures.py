"""Figures on a scale: what a value in words comes to, and which figures of the texts it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quoth.records import Quantity, Reading

_NUMBER = re.compile(r"(\d[\d,\u00a0\u202f]*(?:\.\d+)?)(?:\s+(thousand|million|billion)\b)?", re.IGNORECASE)
_TO_NUMBER = re.compile(r"\D*?((?:[$£€]\s?)?\d[\d.,]*\d|\d)(?:\s?[-–]\s?\d[\d.,]*)?")
_TIMES = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_AT_LEAST = re.compile(r"^(?:at least|more than|over|above|upwards of|no fewer than|no less than|≥|>)", re.IGNORECASE)
_AT_MOST = re.compile(r"^(?:at most|up to|fewer than|less than|under|below|no more than|≤|<)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure on a scale: ``low`` to ``high``, either open (None); ``value`` the point named, where one is."""

    value: float | None
    low: float | None
    high: float | None

    @property
    def place(self) -> float:
        """Where it is drawn: the point named, else its closed end."""
        return next(number for number in (self.value, self.low, self.high, 0.0) if number is not None)


def measure_of(reading: Reading, quantities: Iterable[Quantity]) -> Measure | None:
    """The reading on a scale: from the figures found in its statements, else from its own words; None where it is no number."""
    numbers = _numbers(reading.value)
    found = [Measure(one.value, one.low, one.high) for one in figures_of(reading, quantities)]
    exact = [measure for measure in found if measure.low is not None and measure.low == measure.high]
    return next(iter(exact or found), None) or _measure_of_words(reading.value.strip(), numbers)


def figures_of(reading: Reading, quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """The figures that a reading rests on: those that are its words, else those of its statements or documents that name its value."""
    if reading.given:
        places = {(one.document, one.span) for one in reading.given}
        return tuple(one for one in quantities if (one.document, one.span) in places)
    stated, numbers = set(reading.statements), _numbers(reading.value)
    return tuple(
        one
        for one in quantities
        if (one.statement in stated or (not stated and one.document in reading.documents))
        and (one.text == reading.value or (numbers and numbers[0] in {one.value, one.low, one.high}))
    )


def plain_value(value: str) -> str:
    """A value with its thousands set apart where it is a bare number."""
    return f"{int(value):,}" if value.isascii() and value.isdigit() else value


def bounded_value(value: str, measure: Measure | None, words: Iterable[str]) -> str:
    """The value in figures, with what the words say of its bounds where it is no point ("more than 4,000")."""
    exact = measure is None or measure.low == measure.high
    bounded = (match[0] for told in words if (match := _TO_NUMBER.match(told)) and match[0] != match[1])
    told = value if exact else next(bounded, value)
    return told[:1].lower() + told[1:]  # a sentence may begin with it


def _numbers(text: str) -> list[float]:
    return [float(re.sub(r"[^\d.]", "", number)) * _TIMES[times.lower()] for number, times in _NUMBER.findall(text)]


def _measure_of_words(text: str, numbers: list[float]) -> Measure | None:
    if not numbers:
        return None
    if len(numbers) > 1 and numbers[0] < numbers[1]:
        return Measure(None, numbers[0], numbers[1])
    if _AT_LEAST.match(text):
        return Measure(None, numbers[0], None)
    if _AT_MOST.match(text):
        return Measure(None, None, numbers[0])
    return Measure(numbers[0], numbers[0], numbers[0])
