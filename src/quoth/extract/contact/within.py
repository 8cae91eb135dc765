"""Who had a contact by what one of them did to the other in it: "a call in which A asked B to …", "A asked B to … during a call"."""

from __future__ import annotations

from dataclasses import replace

from quoth.extract.contact.holders import SAYING
from quoth.extract.contact.parties import Ground, parties_of, without
from quoth.extract.contact.subjects import subject_of
from quoth.extract.contact.telling import Telling
from quoth.syntax import Paragraph, Token

INSIDE = frozenset({"in", "during", "at", "on", "over"})
WHICH = frozenset({"which", "whom", "where"})
ACTED_ON = frozenset(
    {"fire", "attack", "kill", "shoot", "defeat", "win", "arrest", "injure", "hire", "replace", "sign", "see", "make"}
)
"""Verbs with an object and an infinitive or clause that are no speech to the object."""


def told_within(ground: Ground, noun: Token, telling: Telling) -> Telling | None:
    """The telling with who spoke in the contact of a noun, and to whom; None where no clause around it tells that."""
    paragraph = ground.paragraph
    for clause in (*_clauses_in_it(paragraph, noun), *_clause_over(paragraph, noun)):
        heads = paragraph.children(clause.index, "dobj", "dative")
        subject = subject_of(paragraph, clause.index)
        if subject is None or not heads or not _is_speech(paragraph, clause):
            continue
        ones, others = parties_of(ground, subject), parties_of(ground, heads[0])
        others = without(others, ones)
        if ones and others:
            return replace(telling, ones=ones, others=others, verb=clause.index, inside=True)
    return None


def _is_speech(paragraph: Paragraph, clause: Token) -> bool:
    """Whether a verb tells what somebody says to somebody: "asked Reeve to come", "told her that …", "pressed her"."""
    goes_on = any(
        child.tag == "VB" or child.dep == "ccomp" for child in paragraph.children(clause.index, "xcomp", "ccomp", "advcl")
    )
    return clause.lemma in SAYING or (goes_on and clause.lemma not in ACTED_ON)


def _clauses_in_it(paragraph: Paragraph, noun: Token) -> list[Token]:
    """The relative clauses of a noun that tell what went on in it ("in which", "during which")."""
    clauses = [
        clause
        for clause in paragraph.children(noun.index, "relcl")
        if any(
            child.text.lower() in INSIDE
            and any(head.text.lower() in WHICH for head in paragraph.children(child.index, "pobj", "pcomp"))
            for child in paragraph.children(clause.index, "prep")
        )
    ]
    # "a dinner at which he says Reeve asked him to resign"
    return [*clauses, *(said for clause in clauses for said in paragraph.children(clause.index, "ccomp"))]


def _clause_over(paragraph: Paragraph, noun: Token) -> list[Token]:
    """The verb of speech over the infinitive that a contact is set in: "asked Reeve to look into it during a call"."""
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    if noun.dep != "pobj" or preposition.text.lower() not in INSIDE or verb.dep not in {"xcomp", "ccomp"} or verb.tag != "VB":
        return []
    above = paragraph.tokens[verb.head]
    return [above] if above.pos == "VERB" else []
