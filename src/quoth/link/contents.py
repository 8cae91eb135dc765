"""The words of a statement as they are compared: its content without the marks around it, its first sentence, all words with those of the attribution."""

from __future__ import annotations

from quoth.link.sentences import sentence_ends
from quoth.records import Statement

_MARKS = " \t\n“”\"„«»'‘’,;:.!–—-"


def bare(words: str) -> str:
    """Words without quotation marks, dashes and stops around them."""
    return words.strip(_MARKS)


def plain_content(statement: Statement) -> str:
    """The content on one line, bare."""
    return bare(" ".join(statement.content.text.split()))


def first_sentence(statement: Statement) -> str:
    """The first sentence of the content, bare."""
    plain = plain_content(statement)
    return bare(plain[: next(sentence_ends(plain, 0, len(plain)), None)])


def whole_words(statement: Statement) -> str:
    """The words of a statement with those of its attribution, in their order."""
    parts = [part for part in (statement.source, statement.cue, statement.content) if part is not None]
    return " ".join(" ".join(part.text for part in sorted(parts, key=lambda part: part.spans[0].start)).split())
