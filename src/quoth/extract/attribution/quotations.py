"""Quotation marks paired within a paragraph, and quotations that run on over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.extract.attribution.ranges import Range
from quoth.syntax import Paragraph, Token

OPENING = frozenset({"“", "«", "„", "``", "‟"})
CLOSING = frozenset({"”", "»", "’’"})
STRAIGHT = frozenset({'"', "''", "＂"})
MARKS = OPENING | CLOSING | STRAIGHT
SINGLE_OPENING = "‘"
SINGLE_CLOSING = "’"
SINGLE_STRAIGHT = "'"
BEFORE_OPENING = frozenset({"(", "[", "—", "–", "-", "--", "/"})
SHORTENED = re.compile(r"\d\ds?|n|tis|twas|em|til|cause|round|bout", re.IGNORECASE)
"""Words before which an apostrophe stands for what is left out."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks included. ``paragraph`` is an index, ``range`` token indices in it."""

    paragraph: int
    range: Range
    closed: bool
    """False where it runs to the paragraph's end without a closing mark, as one does that the next paragraph goes on with."""


LONGEST_NAME = 6
"""Words of a title in quotation marks; more are a sentence in capitals."""
SMALL = frozenset({"of", "the", "a", "an", "and", "in", "on", "for", "to", "at"})


def is_name(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether what stands in quotation marks is a name or title, not words: two capitals or more, and nothing that ends a clause."""
    inside = paragraph.tokens[quotation.range.first + 1 : quotation.range.last]
    if not 2 <= len(inside) <= LONGEST_NAME or any(token.pos == "PUNCT" for token in inside):
        return False
    words = [token.text for token in inside if token.text.lower() not in SMALL]
    return len(words) > 1 and all(word[:1].isupper() for word in words) and inside[0].text[:1].isupper()


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is no more than words in quotation marks, in capitals or without an end: a heading between two paragraphs."""
    marks, inside = [token for token, _ in _marks(paragraph)], paragraph.tokens[1:-1]
    if [token.index for token in marks] != [0, len(paragraph.tokens) - 1] or not inside:
        return False
    begun = [token for token in inside if token.index == 1 or paragraph.tokens[token.index - 1].space_after]
    words = [token.text for token in begun if token.text[:1].isalpha()]
    titled = len(words) > 1 and all(word[:1].isupper() or word.lower() in SMALL for word in words)
    return titled or inside[-1].text[-1:].isalnum()


def find_quotations(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Quotation, ...], ...]:
    """For each paragraph its outermost quotations, in order."""
    return tuple(tuple(_pair(number, paragraphs)) for number in range(len(paragraphs)))


def _pair(number: int, paragraphs: Sequence[Paragraph]) -> list[Quotation]:
    paragraph = paragraphs[number]
    found: list[Quotation] = []
    opened: int | None = None
    if paragraph.tokens and paragraph.tokens[0].text == SINGLE_STRAIGHT and is_heading(paragraph):
        return []
    for token, mark in _marks(paragraph):
        if mark != "close" and opened is None:
            opened = token.index
        elif mark != "open" and opened is not None:
            found.append(Quotation(number, Range(opened, _with_inner_close(paragraph, token)), closed=True))
            opened = None
    if opened is not None and (paragraph.tokens[opened].text != SINGLE_STRAIGHT or _goes_on(number, paragraphs)):
        last = _unclosed_end(opened, number, paragraphs)
        found.append(Quotation(number, Range(opened, last), closed=False))
    return found


def _with_inner_close(paragraph: Paragraph, token: Token) -> int:
    """The index of a closing mark, or of the rest of it where the tokenizer cut three marks in a row in two."""
    after = paragraph.tokens[token.index + 1] if token.index + 1 < len(paragraph.tokens) else None
    return token.index + 1 if after is not None and not token.space_after and after.text in {"'", SINGLE_CLOSING} else token.index


def _marks(paragraph: Paragraph) -> list[tuple[Token, str]]:
    double = [(token, _side(paragraph, token)) for token in paragraph.tokens if token.text in MARKS]
    return double or _single_marks(paragraph)


def _single_marks(paragraph: Paragraph) -> list[tuple[Token, str]]:
    """Single marks count only where a paragraph has no double ones, and only as tokens of their own: the closing mark is also
    the apostrophe. Straight ones count in pairs, where no curly one opens."""
    if not any(token.text == SINGLE_OPENING for token in paragraph.tokens):
        return _straight_pairs(paragraph)
    sides = {SINGLE_OPENING: "open", SINGLE_CLOSING: "close"}
    return [
        (token, sides[token.text])
        for token in paragraph.tokens
        if token.text in sides and (token.text == SINGLE_OPENING or _ends_word(paragraph, token))
    ]


def _straight_pairs(paragraph: Paragraph) -> list[tuple[Token, str]]:
    """Straight single marks that open, and those that close after one; of two that open in a row the latter counts."""
    found: list[tuple[Token, str]] = []
    for token in paragraph.tokens:
        opened = bool(found) and found[-1][1] == "open"
        if token.text != SINGLE_STRAIGHT:
            continue
        if _begins_quoted(paragraph, token):
            found = [*(found[:-1] if opened else found), (token, "open")]
        elif opened and _ends_word(paragraph, token):
            found.append((token, "close"))
    return found


def _begins_quoted(paragraph: Paragraph, token: Token) -> bool:
    """Whether a straight single mark stands before a word that it does not shorten ("the '90s", "rock 'n' roll")."""
    before = paragraph.tokens[token.index - 1] if token.index else None
    spaced = before is None or before.space_after or before.text in BEFORE_OPENING
    after = paragraph.tokens[token.index + 1] if token.index + 1 < len(paragraph.tokens) else None
    return spaced and not token.space_after and after is not None and not SHORTENED.fullmatch(after.text)


def _ends_word(paragraph: Paragraph, token: Token) -> bool:
    """Whether a closing single mark stands after punctuation, or before it: elsewhere it is a plural's apostrophe."""
    before = paragraph.tokens[token.index - 1].text if token.index else ""
    after = paragraph.tokens[token.index + 1].text if token.index + 1 < len(paragraph.tokens) else "."
    told = token.tag == "''" and token.dep != "case"  # the parser knows a plural's apostrophe
    return told or before[-1:] in ",.!?…" or after[:1] in ",.;:!?—–)"


def _side(paragraph: Paragraph, token: Token) -> str:
    """Which way a mark faces; one that begins a paragraph opens, whichever was set. A straight one between two words that lost the space
    between them may do either."""
    if token.text in OPENING:
        return "open"
    if token.text in CLOSING:
        return "open" if token.index == 0 else "close"
    before = paragraph.tokens[token.index - 1] if token.index else None
    spaced = before is None or before.space_after or before.text in BEFORE_OPENING
    if not spaced and not token.space_after and _begins_word(paragraph, token.index + 1):
        return "either"
    return "open" if spaced and (not token.space_after or before is None) else "close"


def _begins_word(paragraph: Paragraph, index: int) -> bool:
    return index < len(paragraph.tokens) and paragraph.tokens[index].text[0].isalpha()


def _unclosed_end(opened: int, number: int, paragraphs: Sequence[Paragraph]) -> int:
    """The last token of an unclosed quotation: of its paragraph where the next one goes on with a mark of its own, or where the
    quotation opened the paragraph; else of its sentence, since a closing mark was lost."""
    paragraph = paragraphs[number]
    if opened == 0 or _goes_on(number, paragraphs):
        return len(paragraph.tokens) - 1
    return paragraph.sentence_of(opened)[1] - 1


def _goes_on(number: int, paragraphs: Sequence[Paragraph]) -> bool:
    if number + 1 >= len(paragraphs) or not paragraphs[number + 1].tokens:
        return False
    double = any(token.text in MARKS for token in paragraphs[number].tokens)
    return paragraphs[number + 1].tokens[0].text in (OPENING | STRAIGHT if double else {SINGLE_OPENING, SINGLE_STRAIGHT})
