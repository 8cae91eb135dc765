"""What words are said to mean, by the words of the sentence alone: where the parser does not see what "mean" has on its two sides."""

from __future__ import annotations

from quoth.extract.term.ranges import (
    CLOSING,
    EMPHASIS,
    LONGEST_TERM,
    OPENING,
    SHORTEST_DEFINITION,
    Found,
    Range,
    length,
    marked,
    quoted_from,
    stripped,
)
from quoth.syntax import Paragraph, Token

DEFINING = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
"""Parts of speech that a definition begins with; a participle is the other."""
NAMELESS = frozenset(
    {
        "this",
        "that",
        "it",
        "these",
        "which",
        "what",
        "extension",
        "time",
        "then",
        "now",
        "moment",
        "end",
        "day",
        "night",
        "week",
        "month",
        "year",
    }
)
"""Words behind "by" that name nothing, or when something was."""


def read_plainly(paragraph: Paragraph, verb: Token) -> Found | None:
    """Reads "By dark running, sailors mean …", "By abandonment the League means …", "for our purposes, “the incident” means …"."""
    if verb.lemma != "mean" or verb.tag not in {"VBZ", "VBP", "VB"} or paragraph.children(verb.index, "aux"):
        return None
    first, stop = paragraph.sentence_of(verb.index)
    if first > 0 and paragraph.tokens[first - 1].text in EMPHASIS:  # a mark of emphasis that was read as a sentence's end
        first = paragraph.sentence_of(first - 1)[0]
    definition = _definition(paragraph, verb.index + 1, stop - 1)
    term = None if definition is None else _by(paragraph, first, verb) or _quoted_before(paragraph, verb.index)
    return None if term is None or definition is None else Found(term, definition)


def is_nameless(token: Token) -> bool:
    """Whether a word behind "by" is no word that somebody means something by."""
    return token.lemma in NAMELESS or token.pos == "PRON" or token.entity in {"DATE", "TIME"}


def _definition(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """The rest of the sentence, where it can say what something is."""
    found = stripped_end(paragraph, first, last)
    head = next((token for token in paragraph.tokens[found[0] : found[1] + 1] if token.text not in OPENING), None)
    if head is None or length(found) < SHORTEST_DEFINITION:
        return None
    return found if head.pos in DEFINING or head.tag == "VBG" else None


def stripped_end(paragraph: Paragraph, first: int, last: int) -> Range:
    """A range without the quotation marks around it and the marks behind it."""
    tokens = paragraph.tokens
    while last > first and (tokens[last].pos == "PUNCT" or tokens[last].text in CLOSING):
        last -= 1
    while first < last and tokens[first].text in OPENING:
        first += 1
    return first, last


def _by(paragraph: Paragraph, first: int, verb: Token) -> Range | None:
    """The words between "by" and who means something by them."""
    tokens = paragraph.tokens
    opens = [index for index in range(first, verb.index) if tokens[index].text.lower() == "by" and _begins(paragraph, index, first)]
    start = opens[0] + 1 if opens else verb.index
    head = next(iter(paragraph.children(start - 1, "pobj")), tokens[start])
    if not opens or is_nameless(head):
        return None
    quoted = quoted_from(paragraph, start)
    if quoted is not None:
        return quoted
    comma = next((index for index in range(start, verb.index) if tokens[index].text == ","), None)
    subject = next(iter(paragraph.children(verb.index, "nsubj")), None)
    end = comma if comma is not None else paragraph.edges[subject.index][0] if subject is not None else start
    return stripped(paragraph, start, end - 1) if start < end <= start + LONGEST_TERM + 1 else None


def _begins(paragraph: Paragraph, index: int, first: int) -> bool:
    """Whether a clause begins at a word."""
    return index == first or paragraph.tokens[index - 1].pos == "PUNCT"


def _quoted_before(paragraph: Paragraph, verb: int) -> Range | None:
    """The words in quotation marks right before the verb."""
    tokens = paragraph.tokens
    if verb < 3 or tokens[verb - 1].text not in CLOSING:
        return None
    opened = next((index for index in range(verb - 2, max(-1, verb - LONGEST_TERM - 4), -1) if tokens[index].text in OPENING), None)
    return marked(paragraph, opened + 1, verb - 2) if opened is not None and opened < verb - 2 else None
