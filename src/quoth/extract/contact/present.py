"""Who was at a contact by the participles under its noun: "attended by", "hosted by", "involving"."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.extract.contact.parties import Ground, parties_of
from quoth.extract.contact.subjects import agent_of
from quoth.records import Party
from quoth.syntax import Paragraph, Token

INVOLVING = frozenset({"involve", "gather", "unite"})
"""Participles whose object was at it."""


def attendants_of(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Who were at it: "a meeting attended by Dolan and Reeve", "a call involving Dolan and Reeve"; none where only one is named."""
    heads = [*agents_of(ground.paragraph, noun, frozenset({"attend"})), *_involved(ground.paragraph, noun)]
    found = next((parties_of(ground, head) for head in heads), ())
    return found if len(found) > 1 else ()


def agents_of(paragraph: Paragraph, noun: Token, verbs: frozenset[str]) -> Iterator[Token]:
    """Heads after "by" of one of the verbs, "hosted by", "sent by", under a contact's noun."""
    for clause in paragraph.children(noun.index, "acl", "relcl"):
        agent = agent_of(paragraph, clause.index) if clause.lemma in verbs else None
        if agent is not None:
            yield agent


def _involved(paragraph: Paragraph, noun: Token) -> Iterator[Token]:
    for clause in paragraph.children(noun.index, "acl", "prep"):
        if clause.lemma in INVOLVING and clause.text.lower().endswith("ing"):
            yield from paragraph.children(clause.index, "dobj", "pobj")
    verb = paragraph.tokens[noun.head]
    together = any(child.text.lower() == "together" for child in paragraph.children(verb.index, "prt", "advmod"))
    if noun.dep == "nsubj" and (verb.lemma == "involve" or (verb.lemma == "bring" and together)):
        yield from paragraph.children(verb.index, "dobj")  # "the talks brought together Dolan and Reeve"
