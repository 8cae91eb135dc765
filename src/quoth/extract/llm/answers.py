"""A model's answer, whatever it looks like, as entries: nothing in it is trusted but its words, which are then looked for in the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LONGEST = 400_000
"""Characters of an answer that are read."""
MOST = 500
"""Entries of one answer that are read."""
MOST_PARTS = 40
"""Parts of one content that are read."""
FAULTS = 60
"""Beginnings of JSON that may turn out to be none before the rest of an answer is given up: bounds the time that a hostile one takes."""

_BEGINS = re.compile(r"[{\[]")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement as the model worded it."""

    paragraph: int | None
    """Index of the paragraph, where the model gave a number."""
    source: str | None
    cue: str
    contents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer holds."""

    entries: tuple[Entry, ...]
    broken: bool
    """Whether the JSON breaks off or breaks its own rules: what is whole in it was kept."""
    beyond: int = 0
    """Entries that were left unread because there were too many."""


def read_answer(text: str) -> Answer | None:
    """The entries of an answer, each once; None where it is no answer: no JSON in it, or JSON about something else.

    Code fences, thoughts and prose around the JSON are passed over. Of JSON that breaks off the complete entries are kept.
    """
    shown = _without_thoughts(text)[:LONGEST]
    found: list[dict[str, Any]] = []
    answered = False
    faults = 0
    for value in _values(shown):
        if value is None:
            faults += 1
            continue
        entries = _entries(value)
        if entries is not None:
            answered = True
            found.extend(entries)
    if not answered:
        return None
    read = list(dict.fromkeys(_entry(one) for one in found))
    return Answer(tuple(read[:MOST]), broken=faults > 0 or len(text) > LONGEST, beyond=max(0, len(read) - MOST))


def _without_thoughts(text: str) -> str:
    """The text behind the thoughts that some models write first: drafts in them are no answer."""
    return text.rpartition("</think>")[2]


def _values(text: str) -> Iterator[Any]:
    """The JSON objects and arrays in a text, outermost first; None for each beginning of one that turns out to be none."""
    place, faults = 0, 0
    while faults < FAULTS and (begin := _BEGINS.search(text, place)):
        try:
            value, place = _DECODER.raw_decode(text, begin.start())
        except (ValueError, RecursionError):
            # Of a broken object or array what is whole inside it follows.
            faults += 1
            place = begin.end()
            yield None
        else:
            yield value


def _entries(value: Any) -> list[dict[str, Any]] | None:
    """The entries that a JSON value holds; None where it is no part of an answer."""
    if isinstance(value, dict):
        if isinstance(value.get("statements"), list):
            return _entries(value["statements"])
        if isinstance(value.get("statements"), dict):
            return [value["statements"]]
        return [value] if "cue" in value or "content" in value else None
    if isinstance(value, list):
        objects = [one for one in value if isinstance(one, dict)]
        return objects if objects or not value else None
    return None


def _entry(given: dict[str, Any]) -> Entry:
    contents = tuple(words for words in _all_words(given.get("content"))[:MOST_PARTS] if words)
    source = next(iter(_all_words(given.get("source"))), "")
    return Entry(_index(given.get("paragraph")), source or None, next(iter(_all_words(given.get("cue"))), ""), contents)


def _all_words(value: Any) -> list[str]:
    """The texts of a field that should be one or a list of them; anything else is passed over."""
    if isinstance(value, str):
        return [value.strip()]
    if isinstance(value, list):
        return [one.strip() for one in value if isinstance(one, str)]
    return []


def _index(value: Any) -> int | None:
    """The index of a paragraph from its number, which may be given as text."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < 9:
        return int(value) - 1
    return value - 1 if isinstance(value, int) and not isinstance(value, bool) else None
