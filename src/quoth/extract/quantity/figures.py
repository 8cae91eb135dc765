"""Figures in a paragraph: where a number stands, how much it says, and how its bounds are put."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from math import prod
from typing import Literal

from quoth.lexicon.numbers import is_number_word, number_words, read_figure, read_number, scale_of
from quoth.lexicon.units import unit_words
from quoth.syntax import Paragraph, Token

Bound = Literal["low", "high", "about", "exact"]

RANGE_SIGNS = frozenset({"-", "–", "to"})
LABELS = frozenset({"no", "no.", "number", "#", "article", "section", "chapter", "resolution", "flight", "room", "highway", "route", "page",
                    "paragraph", "level", "phase", "grade", "type", "channel", "unit", "psalm", "verse", "title"})  # fmt: skip
"""Words before a number that make it a name ("No. 2", "Resolution 2231")."""
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words or digits: tokens first to last, with the words that bound it; ``core`` is the number's own last token."""

    first: int
    core_first: int
    core: int
    last: int
    value: float | None
    low: float | None
    high: float | None


def find_figures(paragraph: Paragraph, passed_over: Collection[int]) -> Iterator[Figure]:
    """The figures of a paragraph that may count something; tokens ``passed_over`` belong to time expressions."""
    index, tokens = 0, paragraph.tokens
    while index < len(tokens):
        last = _number_end(tokens, index, passed_over)
        if last is None:
            index += 1
            continue
        figure = None if _is_label(paragraph, index, last) else _figure(paragraph, index, last, passed_over)
        if figure is not None:
            yield figure
        index = max(last, figure.last if figure else last) + 1


def _starts_number(token: Token) -> bool:
    text = token.text.lower()
    if text[0].isdigit():
        return len(text) <= MOST_DIGITS and read_figure(text) is not None
    known = number_words().get(text)
    if known is None or known.kind == "ordinal":
        return False
    if known.kind == "vague":
        return known.value is not None
    return (
        known.kind == "cardinal"
        or text == "dozen"
        or (text in {"hundred", "thousand", "million", "billion"} and token.tag in {"CD", "NN"})
    )


def _number_end(tokens: tuple[Token, ...], index: int, passed_over: Collection[int]) -> int | None:
    """The last token of the number that begins at ``index``; None where none does."""
    if index in passed_over or not _starts_number(tokens[index]):
        return None
    last = index
    while (more := _goes_on(tokens, last)) and last + 1 not in passed_over:
        last += more
    return last


def _goes_on(tokens: tuple[Token, ...], last: int) -> int:
    """How many tokens more belong to a number: a scale or a further word one, a joined word two ("twenty-five")."""
    if last + 1 >= len(tokens):
        return 0
    word, following = tokens[last].text.lower(), tokens[last + 1].text.lower()
    after = tokens[last + 2].text.lower() if last + 2 < len(tokens) else ""
    glued = tokens[last].end == tokens[last + 1].start
    scale = scale_of(following) is not None and (following not in {"m", "k"} or glued)
    if scale or (is_number_word(following) and not word[0].isdigit()):
        return 1
    joined = following in {"-", "and"} and is_number_word(after) and _joins(word, following)
    return 2 if joined or (following == "of" and _is_vague([word]) and _is_vague([after])) else 0


def _joins(before: str, sign: str) -> bool:
    """Whether a number word goes on over a hyphen ("twenty-five") or an "and" ("two hundred and ten")."""
    known = number_words().get(before)
    value = known.value if known is not None and known.value is not None else 0
    return (20 <= value <= 90) if sign == "-" else value in {100, 1000, 1_000_000}


def _is_label(paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether the number names something rather than counts: "No. 2", "Boeing 737", "F-16", a list's own numbering."""
    tokens = paragraph.tokens
    before = tokens[first - 1] if first else None
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if before is None:
        return following is not None and following.text in {".", ")"} and last == first
    if before.text.lower() in LABELS or (
        before.text == "-" and first > 1 and tokens[first - 2].text[:1].isalpha() and tokens[first].text[0].isdigit()
    ):
        return True
    named = before.pos == "PROPN" and before.text[:1].isalpha() and not before.text.endswith("$") and before.entity != "DATE"
    return (named and tokens[last].dep not in {"nummod", "nsubj", "nsubjpass", "dobj"}) or (
        named and before.head == tokens[last].head and before.dep in {"compound", "nmod"}
    )


def _figure(paragraph: Paragraph, first: int, last: int, passed_over: Collection[int]) -> Figure | None:
    words = [token.text.lower() for token in paragraph.tokens[first : last + 1]]
    value = _value(words)
    if value is None:
        return None
    low, high = (value, value) if not _is_vague(words) else (2 * value, None)
    money = first > 0 and _is_currency_sign(paragraph.tokens[first - 1])
    plain = Figure(first - money, first, last, last, None if _is_vague(words) else value, low, high)
    ranged = _range(paragraph, plain, words, passed_over) or plain
    return _bounded(paragraph, ranged)


def _is_currency_sign(token: Token) -> bool:
    return not token.text[-1].isalnum() and (token.text.lower() in unit_words("currency") or token.text.endswith("$"))


def _is_vague(words: list[str]) -> bool:
    known = number_words().get(words[-1] if len(words) == 1 else words[0])
    return known is not None and known.kind == "vague"


def _value(words: list[str]) -> float | None:
    vague = [
        known.value for word in words if (known := number_words().get(word)) is not None and known.kind == "vague" and known.value
    ]
    if vague:
        return prod(vague)
    return read_number(words)


def _range(paragraph: Paragraph, figure: Figure, words: list[str], passed_over: Collection[int]) -> Figure | None:
    """The figure with the one after it where the two are bounds of a range ("40-50", "between 40 and 50")."""
    tokens, sign = paragraph.tokens, figure.last + 1
    if sign + 1 >= len(tokens) or figure.value is None:
        return None
    before = tokens[figure.first - 1].text.lower() if figure.first else ""
    text = tokens[sign].text.lower()
    joined = (text in RANGE_SIGNS and before != "from") or (text == "and" and before == "between")
    start = sign + 2 if _is_currency_sign(tokens[sign + 1]) and sign + 2 < len(tokens) else sign + 1
    last = _number_end(tokens, start, passed_over) if joined else None
    if last is None:
        return None
    ending = [token.text.lower() for token in tokens[start : last + 1]]
    high = _value(ending)
    scale = scale_of(ending[-1]) if scale_of(words[-1]) is None else None
    low = figure.value * (scale or 1)
    if high is None or high <= low:
        return None
    first = figure.first - 1 if text == "and" else figure.first
    return Figure(first, figure.first, last, last, None, low, high)


def _bounded(paragraph: Paragraph, figure: Figure) -> Figure:
    """The figure with the words before and after it that make it a bound or an estimate."""
    words = [token.text.lower() for token in paragraph.tokens[max(0, figure.first - 3) : figure.first]]
    if words and words[-1] == "a":
        words, article = words[:-1], 1
    else:
        article = 0
    for length in range(len(words), 0, -1):
        bound = unit_words("bound").get(" ".join(words[-length:]))
        if bound is not None:
            return _with_bound(replace(figure, first=figure.first - length - article), bound)
    after = " ".join(token.text.lower() for token in paragraph.tokens[figure.last + 1 : figure.last + 3])
    bound = unit_words("bound_after").get(after)
    return figure if bound is None else _with_bound(replace(figure, last=figure.last + 2), bound)


def _with_bound(figure: Figure, bound: str) -> Figure:
    if bound == "low":
        return replace(figure, high=None)
    if bound == "high":
        return replace(figure, low=None)
    return replace(figure, low=None, high=None) if figure.value is not None else figure
