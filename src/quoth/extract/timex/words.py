"""A paragraph as words of time: each word with a one-letter class, so that a rule of the grammar is a regular expression.

``LETTERS`` maps class names, as used in ``lexicon/times.tsv`` and in the patterns of ``rules.py``, to letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.lexicon.numbers import is_number_word, read_ordinal, scale_of
from quoth.lexicon.times import TimeWord, begins_phrase, find_phrase, time_words
from quoth.syntax import Paragraph, Token

LETTERS = {
    "month": "M", "weekday": "W", "weekdays": "w", "unit": "U", "units": "u", "quarter": "Q", "part": "P", "parts": "p",
    "today": "T", "tonight": "N", "overnight": "V", "season": "S", "weekend": "K", "weekends": "k", "relation": "R",
    "reference": "r", "zone": "Z", "early": "E", "edge": "X", "vague": "v", "approximately": "g", "more": "h", "than": "i",
    "at": "@", "least": "j", "up": "l", "frequency": "F", "every": "e", "ago": "A", "later": "L", "meridiem": "m", "noon": "n",
    "oclock": "o", "feast": "H", "the": "t", "a": "a", "of": "f", "and": "&", "or": "/", "to": ">", "dash": "-",
    "longdash": "_", "comma": ",", "open": "<", "close": "=", "half": "b", "owner": "'", "in": "q", "on": "!", "from": "s",
    "long": "G", "more_of": "J", "time": "x", "times": "y", "local": "z", "once": "O", "future": "B", "history": "C",
    "small": "1", "year": "4", "figure": "0", "number": "2", "ordinal": "3", "clock": "5", "date": "6", "decade": "7",
    "numbered_quarter": "8", "clock_of_day": "9", "other": "~",
    "compared": "%", "circa": "c", "final": "d", "row": "Y", "fiscal": "$", "school": "?", "all": ":", "ahead": ";", "away": "+",
    "other_one": "^", "point": "|", "period": "#", "near": "}", "era": "{", "scale": "I", "numbered_half": "D", "foreign_month": "`", "foreign_era": "*", "year_end": "]",
}  # fmt: skip
CORES = frozenset("MWwUuQPpTNVSKkRrEZFnH4567893B'mo|{D`]$")
"""Classes without which a paragraph holds no time expression."""

NEIGHBOURS = frozenset(
    ["in", "since", "of", "by", "until", "till", "from", "to", "during", "early", "late", "mid", "last", "next", "this", "through", "and", "or",
     "before", "after", "on", "between", "(", "-", "–", ",", "for", "every", "around", "about", "past", "throughout"]
)  # fmt: skip
"""Words after which an ambiguous month, weekday or season ("May", "Sun", "fall") is one."""
DATED = re.compile(r"\d|of \d|, (?:19|20)\d\d\b")
"""What may stand behind a month: a day, a year."""
STEMS = re.compile(r"(mid|early|late|pre|post)-(.+)", re.IGNORECASE)
SPANS = re.compile(r"([12]\d{3}|\d{1,2})([–—])(\d{4}|\d{2}|\d)")
STAMP = re.compile(r"(\d\d)(T)(\d\d:\d\d(?::\d\d)?)(.*)")
FISCAL = re.compile(r"(FY)((?:19|20)?\d\d)")
NUMERIC = (
    (re.compile(r"[0-2]?\d[:.][0-5]\d(?:[ap]\.?m\.?)|[01]?\d(?:[ap]\.?m\.?)", re.IGNORECASE), "clock_of_day"),
    (re.compile(r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?"), "clock"),
    (re.compile(r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}"), "date"),
    (re.compile(r"(?:1\d|20)?\d0['’]?s"), "decade"),
    (re.compile(r"[1-9]|[12]\d|3[01]|0[1-9]"), "small"),
    (re.compile(r"1[1-9]\d\d|2[01]\d\d"), "year"),
    (re.compile(r"\d[\d,.]*[½¼¾]?"), "figure"),
)
COUNTED = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
YEAR_AFTER = frozenset(
    {"in", "since", "of", "by", "from", "until", "to", "before", "after", "(", "around", "about", "between", "and"}
)
LONG_AGO = 1800
"""Years before this one are taken for years only after one of ``YEAR_AFTER``: "1600 Pennsylvania Avenue" is none."""
NEXT_CENTURY = 2100
AHEAD_AFTER = frozenset({"by", "in", "until", "till", "year", "through", "before", "after", "beyond"})
"""Words after which 2100 and later numbers are years."""
NEVER_YEAR_AFTER = frozenset("$ £ € ¥ us$ no. no number about some nearly almost than least over".split())  # noqa: SIM905
HARD_TO_TELL = frozenset({"month", "weekday"})
"""Classes of words that are names of people and papers as well."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a part of a hyphenated one, or a phrase: lower-case text, place in the document, first and last token in the
    paragraph, value in the lexicon."""

    text: str
    start: int
    end: int
    token: int
    last: int
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
    for word, kind in _classified(paragraph.tokens):
        letters.append(LETTERS[kind])
        words.append(word)
    joined = "".join(letters)
    return None if CORES.isdisjoint(joined) else Words(paragraph, tuple(words), joined)


def _classified(tokens: Sequence[Token]) -> Iterator[tuple[Word, str]]:
    index = 0
    while index < len(tokens):
        token, phrase = tokens[index], _phrase(tokens, index)
        if phrase is not None:
            last, entry = phrase
            text = " ".join(part.text.lower() for part in tokens[index : last + 1])
            yield Word(text, token.start, tokens[last].end, index, last, entry.value), entry.kind
            index = last
        else:
            for text, start in _pieces(token):
                kind, value = _classify(text, token, tokens)
                yield Word(text.lower(), start, start + len(text), index, index, value), kind
        index += 1


def _phrase(tokens: Sequence[Token], index: int) -> tuple[int, TimeWord] | None:
    """The last token of the longest phrase that begins here, and what it stands for."""
    if not begins_phrase(tokens[index].text.lower()):
        return None
    found = find_phrase([token.text.lower().replace("’", "'") for token in tokens[index : index + 6]])
    if found is None or (found[1].strict == "capital" and not tokens[index].text[0].isupper()):
        return None
    return index + found[0] - 1, found[1]


def _pieces(token: Token) -> tuple[tuple[str, int], ...]:
    """A token, or its parts where it is a stem before a year or month ("mid-2011"), a range ("1994–96"), a fiscal year ("FY13") or
    the end of a time stamp ("02T10:00Z")."""
    text, start = token.text, token.start
    if text.isalpha():
        return ((text, start),)
    for pattern in (SPANS, FISCAL, STAMP):
        if (match := pattern.fullmatch(text)) is not None:
            return tuple((part, start + match.start(group)) for group, part in enumerate(match.groups(), 1) if part)
    if text[-1] in "-–" and len(text) > 1:
        return (text[:-1], start), (text[-1], start + len(text) - 1)
    if "-" not in text or (match := STEMS.fullmatch(text)) is None:
        return ((text, start),)
    first, rest = match[1], match[2]
    return (first, start), ("-", start + len(first)), (rest, start + len(first) + 1)


def _classify(text: str, token: Token, tokens: Sequence[Token]) -> tuple[str, str]:
    lower = text.lower()
    known = time_words().get(lower)
    if known is not None:
        return (known.kind, known.value) if _allowed(known, text, token, tokens) else ("other", "")
    if text[0].isdecimal() or (text[0] in "'’" and text[1:2].isdigit()):
        return _numeric(lower, token, tokens), ""
    if len(lower) == 2 and lower[0] in "qh" and lower[1] in "1234":
        return _numbered(lower)
    if is_number_word(lower):
        return ("number" if scale_of(lower) is None else "scale"), ""
    if (place := read_ordinal(lower)) is not None:
        return "ordinal", str(place)
    return "other", ""


def _numbered(text: str) -> tuple[str, str]:
    """The class and number of "q3", a quarter, and "h1", a half year."""
    if text[0] == "q":
        return "numbered_quarter", text[1]
    return ("numbered_half", text[1]) if text[1] in "12" else ("other", "")


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
    feast = time_words().get(before)
    named = token.entity in {"ORG", "PRODUCT"} and not token.begins_entity and (feast is None or feast.kind != "feast")
    never = before in NEVER_YEAR_AFTER and not _roughly_in(token, tokens) and not _at_least_since(token, tokens)
    far = year < LONG_AGO and before not in YEAR_AFTER
    if never or named or far or (year >= NEXT_CENTURY and before not in AHEAD_AFTER):
        return False
    following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    if following is not None and following.pos == "PROPN" and token.index and _is_name(tokens[token.index - 1]):
        return False
    counts = following is not None and following.tag == "NNS" and token.dep == "nummod" and token.head == following.index
    return not (counts and before not in {"the", "in", "of", "'s", "’s"}) and not (token.entity in COUNTED and counts)


def _roughly_in(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a number stands as "in about 1990"."""
    before = [word.text.lower() for word in tokens[max(0, token.index - 2) : token.index]]
    return before[-1:] == ["about"] and before[0] in YEAR_AFTER


def _at_least_since(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a number stands as "since at least 1990"."""
    before = [word.text.lower() for word in tokens[max(0, token.index - 3) : token.index]]
    return before[1:] == ["at", "least"] and before[0] in {"since", "until", "till", "between", "through"}


def _is_name(token: Token) -> bool:
    """Whether a token is part of a name and no month: the number after it is too ("the Marston 2000 Index")."""
    return token.pos == "PROPN" and token.entity != "DATE" and token.text[:1].isalpha()


def _allowed(word: TimeWord, text: str, token: Token, tokens: Sequence[Token]) -> bool:
    if word.kind == "relation" and token.dep == "mark":
        return False
    if not word.strict:
        return word.kind not in HARD_TO_TELL or token.entity != "PERSON" or _beside(token, tokens)
    if word.strict == "upper":
        return text.isupper()
    if word.strict == "capital" or word.kind != "season":
        return text[0].isupper() and (word.strict == "capital" or _beside(token, tokens))
    return token.pos in {"NOUN", "PROPN"} and (_beside(token, tokens) or _beside_the(token, tokens))


def _beside(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a neighbour makes an ambiguous word a time word: a preposition before it, or a number on either side."""
    before = tokens[token.index - 1].text.lower() if token.index else ""
    after = [following.text for following in tokens[token.index + 1 : token.index + 3]]
    dated = DATED.match(" ".join(after)) is not None
    placed = before in NEIGHBOURS and token.entity != "PERSON"
    return placed or before[:1].isdigit() or dated or _names_a_month(token, tokens)


def _names_a_month(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether the parser takes a word before a common noun for a date ("the March primaries", not "the March for Peace")."""
    following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    return token.entity == "DATE" and token.tag == "NNP" and following is not None and following.tag in {"NN", "NNS"}


def _beside_the(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a season stands as "in the spring", which "a spring" and "the fall of the tower" do not."""
    before = [word.text.lower() for word in tokens[max(0, token.index - 2) : token.index]]
    after = tokens[token.index + 1].text.lower() if token.index + 1 < len(tokens) else ""
    return before[-1:] == ["the"] and before[0] in NEIGHBOURS and after != "of"
