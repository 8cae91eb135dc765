"""Parties that stand right beside a contact's words, where the parser hung them elsewhere: "Dolan's July call", "the Reeve talks"."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.extract.contact.moods import PURPOSES
from quoth.extract.contact.parties import Ground, parties_of
from quoth.extract.contact.subjects import JUDGING
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.states import states
from quoth.records import Party
from quoth.syntax import Paragraph, Token

MODIFIERS = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "ADV", "VERB"})
"""What may stand between an owner and a contact's noun ("Dolan's planned July 25 phone call")."""
FAR = 6
"""Tokens between them."""


def owner_before(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Whose contact it is by the possessive in front of it, wherever the parser hung that."""
    tokens = ground.paragraph.tokens
    for index in range(noun.index - 1, max(-1, noun.index - FAR - 1), -1):
        token = tokens[index]
        if token.tag == "POS":
            owner = tokens[index - 1]
            return () if owner.entity in {"DATE", "TIME"} else parties_of(ground, owner)
        finite = token.pos == "VERB" and token.dep != "amod"
        if finite or (token.pos not in MODIFIERS and token.text not in {"-", "“", "”", '"', ","}):
            return ()
    return ()


def owners_of(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Whose hope or journey a contact is told as: "Dolan's hope for a summit with Reeve", "Dolan's trip to Tessen for talks with Reeve"."""
    word = contact_words("noun").get(noun.lemma)
    if noun.pos != "NOUN" or (noun.lemma not in PURPOSES and (word is None or word.kind != "visit")):
        return ()
    owners = [owner for owner in ground.paragraph.children(noun.index, "poss") if owner.entity not in {"DATE", "TIME"}]
    return parties_of(ground, owners[0]) if owners else ()


def named_before(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """The person or state whose name stands before a contact's noun: "the Reeve talks", "past Arden talks with Ilmar"."""
    for child in _names(ground.paragraph, noun):
        referent = ground.referents.at(ground.paragraph.span(child.index, child.index))
        state = states().of(child.text) is not None
        if (referent is not None and referent.kind in {"person", "state"} and child.entity != "DATE") or state:
            return parties_of(ground, child)
    return ()


def _names(paragraph: Paragraph, noun: Token) -> Iterator[Token]:
    """The names right before a noun, nearest first."""
    index = noun.index - 1
    while index >= 0 and paragraph.tokens[index].pos in {"PROPN", "NOUN", "ADJ"}:
        token = paragraph.tokens[index]
        if token.pos == "PROPN" and token.entity in {"PERSON", "GPE", "ORG", ""}:
            yield token
        index -= 1


def praised_for(paragraph: Paragraph, noun: Token) -> Token | None:
    """Who is congratulated, thanked or blamed for a contact of their own: "congratulated Dolan on his trip to Tessen"."""
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    told = noun.dep == "pobj" and preposition.text.lower() in {"on", "for", "over"} and verb.lemma in JUDGING | {"congratulate"}
    return next(iter(paragraph.children(verb.index, "dobj")), None) if told else None
