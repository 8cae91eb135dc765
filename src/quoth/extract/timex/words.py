"""A paragraph as words of time: each word with a one-letter class, so that a rule of the grammar is a regular expression.

``LETTERS`` maps class names, as used in ``lexicon/times.tsv`` and in the patterns of ``rules.py``, to letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.lexicon.numbers import is_number_word, read_ordinal
from quoth.lexicon.times import TimeWord, time_words
from quoth.syntax import Paragraph, Token

LETTERS = {
    "month": "M", "weekday": "W", "weekdays": "w", "unit": "U", "units": "u", "quarter": "Q", "part": "P", "parts": "p",
    "today": "T", "tonight": "N", "overnight": "V", "season": "S", "weekend": "K", "weekends": "k", "relation": "R",
    "reference": "r", "zone": "Z", "early": "E", "edge": "X", "vague": "v", "approximately": "g", "more": "h", "than": "i",
    "at": "@", "least": "j", "up": "l", "frequency": "F", "every": "e", "ago": "A", "later": "L", "meridiem": "m", "noon": "n",
    "oclock": "o", "feast": "H", "eve": "I", "the": "t", "a": "a", "of": "f", "and": "&", "or": "/", "to": ">", "dash": "-",
    "longdash": "_", "comma": ",", "open": "<", "close": "=", "half": "b", "owner": "'", "in": "q", "on": "!", "from": "s",
    "long": "G", "more_of": "J", "time": "x", "times": "y", "local": "z", "once": "O", "future": "B", "history": "C", "term": "D",
    "small": "1", "year": "4", "figure": "0", "number": "2", "ordinal": "3", "clock": "5", "date": "6", "decade": "7",
    "numbered_quarter": "8", "clock_of_day": "9", "other": "~",
}  # fmt: skip
CORES = frozenset("MWwUuQPpTNVSKkRrEZFnH4567893B'")
"""Classes without which a paragraph holds no time expression."""

NEIGHBOURS = frozenset(
    [
        "in",
        "since",
        "of",
        "by",
        "until",
        "till",
        "from",
        "to",
        "during",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "through",
        "and",
        "or",
        "before",
        "after",
        "on",
        "between",
        "(",
        "-",
        "–",
        ",",
        "for",
        "every",
        "around",
        "about",
        "past",
        "throughout",
    ]
)
"""Words after which an ambiguous month, weekday or season ("May", "Sun", "fall") is one."""
STEMS = re.compile(r"(mid|early|late|pre|post)-(.+)", re.IGNORECASE)
NUMERIC = (
    (re.compile(r"[0-2]?\d[:.][0-5]\d(?:[ap]\.?m\.?)|[01]?\d(?:[ap]\.?m\.?)", re.IGNORECASE), "clock_of_day"),
    (re.compile(r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?"), "clock"),
    (re.compile(r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{4}[/.]\d{1,2}[/.]\d{1,2}"), "date"),
    (re.compile(r"(?:1\d|20)?\d0['’]?s"), "decade"),
    (re.compile(r"[1-9]|[12]\d|3[01]|0[1-9]"), "small"),
    (re.compile(r"1[1-9]\d\d|20\d\d"), "year"),
    (re.compile(r"\d[\d,.]*"), "figure"),
)
COUNTED = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
YEAR_AFTER = frozenset(
    {"in", "since", "of", "by", "from", "until", "to", "before", "after", "(", "around", "about", "between", "and"}
)
LONG_AGO = 1800
"""Years before this one are taken for years only after one of ``YEAR_AFTER``: "1600 Pennsylvania Avenue" is none."""
NEVER_YEAR_AFTER = frozenset("$ £ € ¥ us$ no. no number about some nearly almost than least over".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a part of a hyphenated one: lower-case text, place in the document, token in the paragraph, value in the lexicon."""

    text: str
    start: int
    end: int
    token: int
    value: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph's words and, letter for word, their classes."""

    paragraph: Paragraph
    words: tuple[Word, ...]
    letters: str


def read_words(paragraph: Paragraph) -> Words | None:
    """The words of a paragraph by class; None where it holds none that a time expression could stand on."""
    words: list[Word] = []
    letters: list[str] = []
    for token in paragraph.tokens:
        for text, start in _pieces(token):
            kind, value = _classify(text, token, paragraph.tokens)
            letters.append(LETTERS[kind])
            words.append(Word(text.lower(), start, start + len(text), token.index, value))
    joined = "".join(letters)
    return None if CORES.isdisjoint(joined) else Words(paragraph, tuple(words), joined)


def _pieces(token: Token) -> tuple[tuple[str, int], ...]:
    """A token, or its parts where it is a stem before a year or month ("mid-2011")."""
    if "-" not in token.text or (match := STEMS.fullmatch(token.text)) is None:
        return ((token.text, token.start),)
    first, rest = match[1], match[2]
    return (first, token.start), ("-", token.start + len(first)), (rest, token.start + len(first) + 1)


def _classify(text: str, token: Token, tokens: Sequence[Token]) -> tuple[str, str]:
    lower = text.lower()
    known = time_words().get(lower)
    if known is not None:
        return (known.kind, known.value) if _allowed(known, text, token, tokens) else ("other", "")
    if text[0].isdigit() or (text[0] in "'’" and text[1:2].isdigit()):
        return _numeric(lower, token, tokens), ""
    if lower[0] == "q" and lower[1:] in {"1", "2", "3", "4"}:
        return "numbered_quarter", lower[1]
    if is_number_word(lower):
        return "number", ""
    if (place := read_ordinal(lower)) is not None:
        return "ordinal", str(place)
    return "other", ""


def _numeric(text: str, token: Token, tokens: Sequence[Token]) -> str:
    if text[0] in "'’":
        return "decade" if text.endswith("s") else "year" if len(text) == 3 else "figure"
    if read_ordinal(text) is not None:
        return "ordinal"
    kind = next((kind for pattern, kind in NUMERIC if pattern.fullmatch(text)), "other")
    return "figure" if kind == "year" and not _is_year(int(re.sub(r"\D", "", text)), token, tokens) else kind


def _is_year(year: int, token: Token, tokens: Sequence[Token]) -> bool:
    """Whether four digits are a year: not money, and not a count of what follows ("2000 people")."""
    before = tokens[token.index - 1].text.lower() if token.index else ""
    named = token.entity in {"ORG", "PRODUCT"} and not token.begins_entity
    if before in NEVER_YEAR_AFTER or named or (year < LONG_AGO and before not in YEAR_AFTER):
        return False
    following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    if following is not None and following.pos == "PROPN" and token.index and _is_name(tokens[token.index - 1]):
        return False
    counts = following is not None and following.tag == "NNS" and token.dep == "nummod" and token.head == following.index
    return not (counts and before not in {"the", "in", "of", "'s", "’s"}) and not (token.entity in COUNTED and counts)


def _is_name(token: Token) -> bool:
    """Whether a token is part of a name and no month: the number after it is too ("the Marston 2000 Index")."""
    return token.pos == "PROPN" and token.entity != "DATE" and token.text[:1].isalpha()


def _allowed(word: TimeWord, text: str, token: Token, tokens: Sequence[Token]) -> bool:
    if word.kind == "relation" and token.dep == "mark":
        return False
    if not word.strict:
        return word.kind not in {"month", "weekday"} or token.entity != "PERSON" or _beside(token, tokens)
    if word.strict == "upper":
        return text.isupper()
    if word.strict == "capital" or word.kind != "season":
        return text[0].isupper() and (word.strict == "capital" or _beside(token, tokens))
    return token.pos in {"NOUN", "PROPN"} and _beside(token, tokens)


def _beside(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a neighbour makes an ambiguous word a time word: a preposition before it, or a number on either side."""
    before = tokens[token.index - 1].text.lower() if token.index else ""
    after = [following.text for following in tokens[token.index + 1 : token.index + 3]]
    dated = bool(after) and (after[0][0].isdigit() or (after[0] == "of" and len(after) > 1 and after[1][0].isdigit()))
    return before in NEIGHBOURS or before[:1].isdigit() or dated
