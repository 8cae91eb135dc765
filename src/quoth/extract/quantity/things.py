"""People and things that a figure counts, in the text's words; of people, what befell them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quoth.extract.quantity.fates import told_by_verb, verb_over, what_befell
from quoth.extract.quantity.phrases import governor, phrase
from quoth.lexicon.titles import titles
from quoth.lexicon.units import unit_words
from quoth.syntax import Paragraph, Token

PASSING = frozenset(
    {"also", "still", "now", "already", "there", "here", "not", "only", "just", "likely", "too", "then", "probably", "about"}
)
"""Words behind "were" that say nothing of the people counted."""
PLAIN = frozenset({"people", "person"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts, and the last token that belongs to its phrase."""

    unit: str | None
    of: str | None
    last: int


def count_things(paragraph: Paragraph, noun: Token, number: Token, *, exact: bool) -> Counted:
    """What a figure counts whose noun this is; ``number`` is its outermost token, ``exact`` whether it has a value."""
    if not is_people(noun):
        return Counted(None, phrase(paragraph, noun), noun.index)
    event = unit_words("people").get(noun.lemma) or what_befell(paragraph, noun)
    if noun.lemma not in PLAIN:
        told = event if event in fates() else noun.text.lower()
        return Counted("people", told, noun.index)
    if event is None and not exact and noun.dep == "pobj":
        event = told_by_verb(verb_over(paragraph, number))
    return Counted("people", event or governor(paragraph, noun, doing=True) or _where_they_were(paragraph, noun), noun.index)


def _where_they_were(paragraph: Paragraph, noun: Token) -> str | None:
    """What people counted are said to be, in one word: "24 people were *aboard*"."""
    verb = paragraph.tokens[noun.head]
    if noun.dep != "nsubj" or verb.lemma not in {"be", "remain"}:
        return None
    said = [one for one in paragraph.children(verb.index, "acomp", "advmod") if one.index == verb.index + 1]
    return said[0].text.lower() if said and said[0].tag in {"JJ", "RB"} and said[0].text.lower() not in PASSING else None


@cache
def fates() -> frozenset[str]:
    """What befalls people, in the forms that the lexicon has for it."""
    return frozenset(value for kind in ("event", "destination", "care") for value in unit_words(kind).values())


def is_people(noun: Token) -> bool:
    """Whether a noun is counted in people."""
    if (
        noun.lemma in unit_words("people")
        or noun.lemma in unit_words("event")
        or (noun.entity == "NORP" and noun.tag in {"NNS", "NNPS"})
        or (noun.tag == "NNS" and noun.text.lower().endswith("men"))  # "seamen", "councilwomen"
    ):
        return True
    word = titles().get(noun.lemma) or titles().get(noun.text.lower())
    return word is not None and word.person
