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
FULL = frozenset({"full", "complete", "entire", "whole", "prepared", "verbatim", "unabridged"})
WORDS = frozenset({
    "text", "testimony", "statement", "remark", "remarks", "letter", "speech", "address", "message", "email", "e-mail", "declaration", "affidavit",
    "op-ed", "essay", "apology",
})  # fmt: skip
"""What one person wrote or said; of an interview it is not known who says "I"."""
MINE = frozenset({"i", "me", "my", "mine", "myself"})
LONGEST_NAME = 4
OFTEN = 3
"""Paragraphs with "I" from which on it is who wrote them."""


def is_printing(paragraph: Paragraph, token: Token) -> bool:
    """Whether "we" is the outlet's, which tells what it printed itself: "we reported on Friday that", "we withdraw the report"."""
    verb = paragraph.tokens[token.head]
    return token.dep == "nsubj" and (verb.lemma in PRINTING or (verb.lemma == "take" and bool(_sources(paragraph, verb))))


def _sources(paragraph: Paragraph, verb: Token) -> list[Token]:
    return [child for child in paragraph.children(verb.index, "prep") if child.lemma == "from"]


def find_owner_of_all(paragraph: Paragraph) -> int | None:
    """The token for whose words follow in full: "Here is the full text of *Reeve's* statement:"; None where the paragraph leads over to none."""
    words = [token for token in paragraph.tokens if token.pos != "SPACE"]
    if not words or words[-1].text != ":":
        return None
    given = (token for token in words if token.lemma in WORDS and _is_full(paragraph, token))
    return next((owner for token in given if (owner := _owner_of(paragraph, token)) is not None), None)


def _is_full(paragraph: Paragraph, token: Token) -> bool:
    return any(child.lemma in FULL for child in paragraph.children(token.index, "amod", "compound"))


def _owner_of(paragraph: Paragraph, token: Token) -> int | None:
    """Whose words are meant: "Reeve's full statement", "the full text of the letter by Reeve"."""
    for child in paragraph.children(token.index, "poss"):
        return child.index
    for link in paragraph.children(token.index, "prep"):
        for thing in paragraph.children(link.index, "pobj") if link.lemma in {"of", "by", "from"} else ():
            return _owner_of(paragraph, thing) if thing.lemma in WORDS else thing.index
    return None


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
