"""People told by their office alone, as those of a contact told before: "the ministers spoke", "the leaders agreed that a meeting be held"."""

from __future__ import annotations

from quoth.extract.contact.parties import Ground, means_everyone, parties_of
from quoth.extract.contact.subjects import subject_of
from quoth.records import Party
from quoth.syntax import Paragraph, Token

OFFICES = frozenset({"minister", "leader", "president", "premier", "chancellor", "side", "secretary"})
"""Nouns for several of whom each has come up as a party."""
BESIDE = frozenset({"foreign", "defence", "defense", "prime", "interior", "finance", "two", "three", "both"})
"""What may stand before them."""
AGREEING = frozenset({"agree", "decide", "announce", "confirm"})


def are_named_before(paragraph: Paragraph, head: Token) -> bool:
    """Whether a phrase means by their office those named before: "the ministers", not "the ministers of Arden", "NATO ministers"."""
    children = paragraph.children(head.index)
    the = any(child.text.lower() == "the" for child in children)
    bare = all(child.text.lower() in {"the", ","} | BESIDE for child in children if child.index < head.index)
    more = any(child.dep in {"prep", "relcl", "acl", "conj", "appos"} for child in children)
    return head.tag in {"NNS", "NNPS"} and _singular(head) in OFFICES and the and bare and not more


def agreed_by(ground: Ground, verb: int) -> Token | None:
    """Who agreed that a contact be held: "they agreed that talks would be held"."""
    paragraph = ground.paragraph
    token = paragraph.tokens[verb]
    above = paragraph.tokens[token.head]
    told = token.dep == "ccomp" and above.lemma in AGREEING and bool(paragraph.children(verb, "nsubjpass"))
    return subject_of(paragraph, above.index) if told else None


def agreeing_parties(ground: Ground, verb: int) -> tuple[Party, ...]:
    """Those several who agreed that a contact be held, where they are named."""
    head = agreed_by(ground, verb)
    found = parties_of(ground, head) if head is not None else ()
    return found if len(found) > 1 else ()


def is_agreed_by_all(ground: Ground, verb: int | None) -> bool:
    """Whether those of a contact told before agreed that another be held."""
    head = agreed_by(ground, verb) if verb is not None else None
    return head is not None and (means_everyone(ground.paragraph, head) or are_named_before(ground.paragraph, head))


def _singular(head: Token) -> str:
    """A plural's singular; the parser leaves "the Ministers" as it is."""
    word = head.text.lower()
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
