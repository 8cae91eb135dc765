"""Figures given for what was just counted, whatever befell them: "12 were hurt. The union says more than 90 were", "the mayor speaks of 26"."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.extract.quantity.figures import Figure
from quoth.lexicon.classes import word_class
from quoth.records import Quantity
from quoth.syntax import Paragraph, Token

TELLING = frozenset({"speak", "talk"})
"""Verbs that tell of a figure with "of"."""
LEFT_OPEN = frozenset({"be", "have"})
"""Verbs behind which the rest of a clause may be left out: "more than 90 were"."""


def given_anew(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> Quantity | None:
    """The figure in whose place a bare one is given, what befell those counted included; None where it may count something else.

    That figure stands in the same sentence or the one before, where all figures of people count the same.
    """
    first, _ = paragraph.sentence_of(figure.core)
    here = _people(paragraph, first, before)
    if here and _is_of_them(paragraph, figure):
        return here[-1]
    if not (_is_told(paragraph, figure) or _is_cut_short(paragraph, figure)):
        return None
    told = here or (_people(paragraph, paragraph.sentence_of(first - 1)[0], before) if first else ())
    return told[-1] if len({one.of for one in told}) == 1 else None


def _people(paragraph: Paragraph, first: int, before: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The figures of people from a token on, without those of a part of them."""
    start = paragraph.tokens[first].start
    return tuple(one for one in before if one.span.start >= start and one.unit == "people" and "of them" not in one.text)


def _is_told(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether somebody gives the number by itself: "the ministry speaks of 26", "doctors say at least 50", "he says there were 5,000"."""
    core = paragraph.tokens[figure.core]
    above = paragraph.tokens[core.head]
    if core.dep == "pobj" and above.text.lower() == "of":
        return paragraph.tokens[above.head].lemma in TELLING
    if core.dep == "attr" and above.lemma == "be" and paragraph.children(above.index, "expl"):
        above = paragraph.tokens[above.head]
        return above.lemma in word_class("people_say")
    return core.dep == "dobj" and above.lemma in word_class("people_say")


def _is_cut_short(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the clause breaks off behind its verb: "the opposition says more than 90 were"."""
    tokens = paragraph.tokens
    core = tokens[figure.core]
    verb = tokens[core.head]
    after = tokens[verb.index + 1] if verb.index + 1 < len(tokens) else None
    if core.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in LEFT_OPEN or verb.index < figure.last:
        return False
    return (after is None or after.pos in {"PUNCT", "CCONJ"}) and not _has_more(paragraph, verb)


def _has_more(paragraph: Paragraph, verb: Token) -> bool:
    return bool(paragraph.children(verb.index, "acomp", "attr", "dobj", "xcomp"))


def _is_of_them(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the number tells what some of those were, without a verb: "nine of them police officers"."""
    tokens = paragraph.tokens
    after = [token.text.lower() for token in tokens[figure.last + 1 : figure.last + 3]]
    comma = figure.first > 0 and tokens[figure.first - 1].text in {",", "-", "–", "—"}
    if after != ["of", "them"] or not comma:
        return False
    rest = tokens[figure.last + 3 : paragraph.sentence_of(figure.core)[1]]
    end = next((place for place, token in enumerate(rest) if token.text in {",", ";", "."}), len(rest))
    return all(token.pos not in {"VERB", "AUX"} for token in rest[:end])
