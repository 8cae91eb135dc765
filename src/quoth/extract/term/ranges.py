"""Stretches of a paragraph that terms and their definitions are made of, as tokens inclusive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

Range: TypeAlias = tuple[int, int]

OPENING = frozenset({"“", '"', "‘", "``", "'"})
CLOSING = frozenset({"”", '"', "’", "''", "'"})
EMPHASIS = frozenset({"*", "**", "_", "__"})
"""Marks of emphasis in Markdown."""
LONGEST_TERM = 6
"""Words of a term; a longer subject is a sentence about something, not a definition of it."""
SHORTEST_DEFINITION = 4
PLACED = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL", "NORP", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Found:
    """A definition by the tokens of one paragraph, inclusive."""

    term: Range | None
    """None where it is the term defined last: "the term means …"."""
    definition: Range


def stripped(paragraph: Paragraph, first: int, last: int) -> Range:
    """The range without articles, quotation marks and emphasis marks at its ends."""
    tokens = paragraph.tokens
    while first < last and (tokens[first].pos in {"DET", "PUNCT", "SYM"} or not tokens[first].text[0].isalnum()):
        first += 1
    while last > first and (tokens[last].pos == "PUNCT" or not tokens[last].text[-1].isalnum()):
        last -= 1
    return first, last


def marked(paragraph: Paragraph, first: int, last: int) -> Range:
    """The range without marks at its ends: of words in quotation marks the article is one ("the incident")."""
    tokens = paragraph.tokens
    while first < last and not tokens[first].text[0].isalnum():
        first += 1
    while last > first and not tokens[last].text[-1].isalnum():
        last -= 1
    return first, last


def term_range(paragraph: Paragraph, head: Token) -> Range:
    """The words of a term from its head, without clauses and appositions behind it."""
    first, last = paragraph.edges[head.index]
    stop = min(
        [child.index for child in paragraph.children(head.index, "relcl", "acl", "appos", "punct") if child.index > head.index]
        or [last + 1]
    )
    return stripped(paragraph, first, min(last, stop - 1))


def definition_range(paragraph: Paragraph, head: int) -> Range:
    """The words of a definition from its head."""
    first, last = paragraph.edges[head]
    while last > head and paragraph.tokens[last].text in {".", ",", ";", "”", '"', "!", "?", ")", "—", "–", "--"}:
        last -= 1
    return first, last


def length(span: Range) -> int:
    """How many tokens a range has."""
    return span[1] - span[0] + 1


def is_indefinite(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun has the article "a"."""
    return any(child.text.lower() in {"a", "an"} for child in paragraph.children(noun.index, "det"))


def is_person(noun: Token) -> bool:
    """Whether a noun names a person or an office."""
    word = titles().get(noun.lemma)
    return noun.entity == "PERSON" or (word is not None and word.person)


def is_quoted(paragraph: Paragraph, index: int) -> bool:
    """Whether a quotation mark stands right before a token, or before its article."""
    tokens = paragraph.tokens
    article = index > 1 and tokens[index - 1].pos == "DET"
    return index > 0 and tokens[index - 1 - article].text in OPENING


def may_stand_in_name(token: Token) -> bool:
    """Whether a token may be a noun of a name; parsers take unheard-of ones ("DREAMers") for pronouns."""
    return token.pos in {"NOUN", "PROPN", "NUM", "X"} or (token.pos == "PRON" and token.text[:2].isupper() and len(token.text) > 1)


def quoted_from(paragraph: Paragraph, first: int) -> Range | None:
    """The words in quotation marks, or in emphasis, that open at ``first``; None where none open there or they are long."""
    tokens = paragraph.tokens
    if first >= len(tokens) or tokens[first].text not in OPENING | EMPHASIS:
        return None
    closing = {tokens[first].text} if tokens[first].text in EMPHASIS else CLOSING
    for index in range(first + 1, min(first + LONGEST_TERM + 3, len(tokens))):
        if tokens[index].text in closing and index > first + 1:
            return stripped(paragraph, first + 1, index - 1)
    return None
