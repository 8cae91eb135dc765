"""Who speaks in a document as its "I", and when its "we" is the outlet's, which tells what it printed itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from quoth.extract.reference.participants import Participant
from quoth.lexicon.names import given_names
from quoth.lexicon.titles import NEWS, titles
from quoth.records import Document
from quoth.syntax import Paragraph, Token

PRINTING = frozenset(
    {"report", "publish", "print", "write", "withdraw", "retract", "correct", "misstate", "misreport", "apologise", "apologize"}
)
"""What an outlet says that it did with its own articles."""
LONGEST_NAME = 4
OFTEN = 3
"""Paragraphs with "I" from which on it is who wrote them."""


def is_printing(paragraph: Paragraph, token: Token) -> bool:
    """Whether "we" is the outlet's, which tells what it printed itself: "we reported on Friday that", "we withdraw the report"."""
    verb = paragraph.tokens[token.head]
    return token.dep == "nsubj" and (verb.lemma in PRINTING or (verb.lemma == "take" and bool(_sources(paragraph, verb))))


def _sources(paragraph: Paragraph, verb: Token) -> list[Token]:
    return [child for child in paragraph.children(verb.index, "prep") if child.lemma == "from"]


def is_essay(paragraphs: Sequence[Paragraph], quoted: Sequence[AbstractSet[int]]) -> bool:
    """Whether who wrote a document speaks in it as "I", outside quotation marks and in several paragraphs; one may be a post set in."""
    with_i = (
        any(token.text == "I" and token.index not in inside for token in one.tokens)
        for one, inside in zip(paragraphs, quoted, strict=True)
    )
    return sum(with_i) >= OFTEN


def find_author(document: Document, people: Iterable[Participant]) -> Participant | None:
    """The one person who signs a document, whose its "I" is: one of the ``people`` known so far, else a new one."""
    name = document.authors[0] if len(document.authors) == 1 else ""
    words = name.split()
    general = any(word.lower() in NEWS or word.lower() in titles() for word in words) or words[:1] == ["The"]
    if general or not 1 < len(words) <= LONGEST_NAME or not all(word[0].isupper() for word in words):
        return None
    known = next((one for one in people if name in {one.name, *one.names}), None)
    given = given_names().get(words[0])
    return known or Participant("person", name, gender=given.gender if given else None)
