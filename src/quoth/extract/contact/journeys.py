"""What was done on a journey that a noun tells of: "Dolan's visit to Arden to meet Reeve", wherever the parser hung the infinitive."""

from __future__ import annotations

from quoth.lexicon.contacts import contact_words
from quoth.syntax import Paragraph, Token

PLACES = frozenset({"GPE", "LOC", "FAC"})


def journey_of(paragraph: Paragraph, verb: Token) -> Token | None:
    """The noun of the journey whose goal stands right before an infinitive."""
    if verb.tag != "VB" or verb.index < 3 or paragraph.tokens[verb.index - 1].text.lower() != "to":
        return None
    goal = paragraph.tokens[verb.index - 2]
    preposition = paragraph.tokens[goal.head]
    noun = paragraph.tokens[preposition.head]
    if preposition.text.lower() == "by" and goal.dep == "pobj":  # "visits to Tessen by Dolan to meet Reeve"
        word = contact_words("noun").get(noun.lemma)
        return noun if word is not None and word.kind == "visit" else None
    if goal.entity not in PLACES or goal.dep != "pobj" or preposition.text.lower() not in {"to", "in"}:
        return None
    word = contact_words("noun").get(noun.lemma)
    return noun if word is not None and word.kind == "visit" else None


def traveller(paragraph: Paragraph, noun: Token) -> Token | None:
    """Whose journey it is."""
    by = (head for child in paragraph.children(noun.index, "prep") if child.text.lower() == "by"
          for head in paragraph.children(child.index, "pobj"))  # fmt: skip
    return next(iter(paragraph.children(noun.index, "poss")), None) or next(by, None)
