"""People and things that a figure counts, in the text's words; of people, what befell them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quoth.extract.quantity.fates import told_by_verb, verb_over, what_befell
from quoth.extract.quantity.phrases import governor, phrase
from quoth.lexicon.titles import titles
from quoth.lexicon.units import unit_words
from quoth.syntax import Paragraph, Token

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
    return Counted("people", event or governor(paragraph, noun, doing=True), noun.index)


@cache
def fates() -> frozenset[str]:
    """What befalls people, in the forms that the lexicon has for it."""
    return frozenset((*unit_words("event").values(), *unit_words("destination").values()))


def is_people(noun: Token) -> bool:
    """Whether a noun is counted in people."""
    if (
        noun.lemma in unit_words("people")
        or noun.lemma in unit_words("event")
        or (noun.entity == "NORP" and noun.tag in {"NNS", "NNPS"})
    ):
        return True
    word = titles().get(noun.lemma) or titles().get(noun.text.lower())
    return word is not None and word.person
