"""To whom something was said: the words for the listener, in the cue's own clause or in the one that it goes on with."""

from __future__ import annotations

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.ranges import Range, subtree
from quoth.extract.attribution.stances import addressee_range
from quoth.lexicon.cues import cue_class, cue_words
from quoth.syntax import Paragraph, Token


def listener_range(paragraph: Paragraph, attribution: Attribution) -> Range | None:
    """The words for whom it was said to: beside the cue, else where the clause tells that the cue's participle goes on with."""
    if attribution.kind == "verb":
        named = _compound_listener(paragraph, attribution.head)
        if named is not None:
            return named
    return addressee_range(paragraph, attribution) or _told_before(paragraph, attribution)


def _compound_listener(paragraph: Paragraph, head: int) -> Range | None:
    """The listener that the parser cut in two: "told Arden | radio"."""
    if paragraph.tokens[head].lemma not in cue_class("listener"):
        return None
    first = next(iter(paragraph.children(head, "dative")), None)
    second = next(iter(paragraph.children(head, "dobj")), None)
    if first is None or second is None or first.pos != "PROPN" or second.pos not in {"NOUN", "PROPN"}:
        return None
    whole = subtree(paragraph, second.index)
    return Range(subtree(paragraph, first.index).first, whole.last) if first.index + 1 == whole.first == second.index else None


def _told_before(paragraph: Paragraph, attribution: Attribution) -> Range | None:
    """The listener of "made the claim to B, saying …", "wrote to B, warning …", "spoke with B, saying …"."""
    token = paragraph.tokens[attribution.head]
    over = paragraph.tokens[token.head]
    if token.tag != "VBG" or token.dep != "advcl" or over.index > token.index:
        return None
    things = [child for child in paragraph.children(over.index, "dobj") if (child.lemma, "noun") in cue_words()]
    links = [link for thing in things for link in paragraph.children(thing.index, "prep")] if things else []
    if things or over.lemma in cue_class("talking"):
        links += paragraph.children(over.index, "prep", "dative")
    heard = next((link for link in links if link.lemma == "to" or (link.lemma == "with" and not things)), None)
    return None if heard is None else _first_thing(paragraph, heard)


def _first_thing(paragraph: Paragraph, link: Token) -> Range | None:
    return next((subtree(paragraph, thing.index) for thing in paragraph.children(link.index, "pobj")), None)
