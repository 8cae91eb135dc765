"""Who asked for a contact: "requested by X", "X initiated the call", "at X's request", "X wants to meet"."""

from __future__ import annotations

from collections.abc import Container

from quoth.extract.contact.parties import Ground, parties_of, side_of
from quoth.extract.contact.status import wisher
from quoth.extract.contact.subjects import agent_of, subject_of
from quoth.lexicon.contacts import contact_words
from quoth.records import Party
from quoth.syntax import Paragraph, Token

INVITING = frozenset({"invitation", "request", "offer", "proposal", "desire", "wish", "hope"})
"""Nouns whose owner would have the contact that their infinitive tells."""
FIRMLY = frozenset({"at", "on", "upon", "by"})


def initiator_of(ground: Ground, anchors: frozenset[int]) -> Party | None:
    """Who asked for the contact whose verb or noun ``anchors`` are, where the words say so."""
    paragraph = ground.paragraph
    also = {
        verb.index
        for anchor in anchors
        for verb in paragraph.children(anchor, "conj")
        if not paragraph.children(verb.index, "nsubj")
    }
    for anchor in sorted(anchors | also):
        token = paragraph.tokens[anchor]
        found = _by_agent(paragraph, token) or _by_motive(paragraph, anchor) or _by_wish(paragraph, token)
        if found is not None:
            return _first(ground, found)
    return None


def _by_agent(paragraph: Paragraph, token: Token) -> Token | None:
    """The head of who is named as asking, around the contact's noun or the verb over it."""
    asks = contact_words("ask")
    for child in paragraph.children(token.index, "acl", "relcl"):
        if child.lemma in asks and (agent := agent_of(paragraph, child.index)) is not None:
            return agent
    governor = paragraph.tokens[token.head]
    if token.dep == "pobj" and governor.text.lower() == "for":
        verb = paragraph.tokens[governor.head]
        return subject_of(paragraph, verb.index) if verb.lemma == "ask" else None
    if governor.lemma not in asks or governor.index == token.index:
        return None
    if token.dep == "dobj" and governor.lemma != "ask":
        return subject_of(paragraph, governor.index)
    return agent_of(paragraph, governor.index) if token.dep == "nsubjpass" else None


def inviter_of(ground: Ground, anchors: frozenset[int]) -> Party | None:
    """Who invited to the visit whose verb or noun ``anchors`` are: "at the invitation of X"."""
    found = (_by_motive(ground.paragraph, anchor, words=frozenset({"invitation"})) for anchor in sorted(anchors))
    head = next((one for one in found if one is not None), None)
    return None if head is None else _first(ground, head)


def _by_motive(paragraph: Paragraph, anchor: int, *, words: Container[str] | None = None) -> Token | None:
    """The head of X in "at X's request", "on the initiative of X", where it hangs under the anchor."""
    words = contact_words("motive") if words is None else words
    for child in paragraph.children(anchor, "prep"):
        for noun in paragraph.children(child.index, "pobj"):
            if noun.lemma in words and child.text.lower() in FIRMLY:
                owners = paragraph.children(noun.index, "poss")
                inner = [token for of in paragraph.children(noun.index, "prep") if of.text.lower() in {"of", "from", "by"}
                         for token in paragraph.children(of.index, "pobj")]  # fmt: skip
                return next(iter([*owners, *inner]), None)
    return None


def _by_wish(paragraph: Paragraph, token: Token) -> Token | None:
    """The head of who wants the contact: "X wants to meet Y", "X hoped that Y would visit"."""
    noun = paragraph.tokens[token.head]
    if token.tag == "VB" and token.dep in {"acl", "relcl"} and noun.lemma in INVITING:
        senders = (head for by in paragraph.children(noun.index, "prep") if by.text.lower() in {"from", "by"}
                   for head in paragraph.children(by.index, "pobj"))  # fmt: skip
        return next(iter([*paragraph.children(noun.index, "poss"), *senders]), None)
    verb = wisher(paragraph, token.index) if token.pos in {"VERB", "AUX"} else None
    return subject_of(paragraph, verb.index) if verb is not None and not paragraph.children(verb.index, "nsubjpass") else None


def _first(ground: Ground, head: Token) -> Party | None:
    party = next(iter(parties_of(ground, head)), None)
    return None if party is None else side_of(ground, party)
