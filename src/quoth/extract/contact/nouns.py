"""Contacts told by a noun: "held calls with", "the call between", "Friday's call", "in a letter to"."""

from __future__ import annotations

from dataclasses import replace

from quoth.extract.contact.parties import Ground, agent_of, is_plural, means_everyone, parties_of, subject_of
from quoth.extract.contact.telling import BEGUN_BY_ONE, PASSES, Telling, after_preposition, all_after, kind_of_noun
from quoth.lexicon.contacts import ContactWord, contact_words
from quoth.records import Party
from quoth.syntax import Paragraph, Token

NOT_A_CALL = frozenset({"for", "on", "upon", "off", "in"})
"""What after the noun "call" makes it an appeal ("a call for peace")."""
AROUND = frozenset({"in", "during", "at", "after", "following", "before", "on", "by", "via", "through", "with", "amid"})
QUANTITIES = frozenset({"series", "string", "flurry", "number", "round", "pair", "couple", "set", "host", "spate", "line"})
"""Nouns before "of calls" that only say how many."""


def told_by_noun(ground: Ground, noun: Token, word: ContactWord) -> Telling | None:
    """The contact that a noun of the lexicon tells of, with its sides where they are named; None where it is none."""
    paragraph = ground.paragraph
    if _is_appeal(paragraph, noun):
        return None
    kind = kind_of_noun(paragraph, noun, contact_words("noun")) or word.kind
    verb = _light_verb(paragraph, noun)
    apart = (noun.tag == "NNS" and (word.apart or kind == "call")) or bool({"separate"} & _modifiers(paragraph, noun))
    telling = Telling(
        kind=kind,
        apart=apart,
        verb=verb,
        noun=noun.index,
        definite=_is_definite(paragraph, noun),
        aside=verb is None and noun.dep == "pobj",
    )
    among = frozenset({"between", "among"})
    between = [*after_preposition(paragraph, noun.index, among), *_of_attribute(paragraph, noun)]
    between += after_preposition(paragraph, verb, among) if verb is not None else []
    if between:
        return _between(ground, between[0], telling)

    return _sided(ground, noun, telling)


def _is_appeal(paragraph: Paragraph, noun: Token) -> bool:
    """Whether "call", "message" or "visit" is not a contact: "calls for peace", "a call to act"."""
    if paragraph.children(noun.index, "acl") and any(child.tag == "VB" for child in paragraph.children(noun.index, "acl")):
        return True
    return noun.lemma == "call" and any(
        child.text.lower() in NOT_A_CALL and not _is_dated(paragraph, child) for child in paragraph.children(noun.index, "prep")
    )


def _is_dated(paragraph: Paragraph, preposition: Token) -> bool:
    inner = paragraph.children(preposition.index, "pobj")
    return bool(inner) and (inner[0].entity in {"DATE", "TIME"} or preposition.text.lower() in {"on", "in"})


def _modifiers(paragraph: Paragraph, noun: Token) -> set[str]:
    return {child.lemma for child in paragraph.children(noun.index, "amod", "compound")}


def _is_definite(paragraph: Paragraph, noun: Token) -> bool:
    determiners = {child.text.lower() for child in paragraph.children(noun.index, "det")}
    dated = any(child.entity == "DATE" for child in paragraph.children(noun.index, "poss"))
    return noun.tag == "NN" and (bool(determiners & {"the", "this", "that"}) or dated)


def _of_attribute(paragraph: Paragraph, noun: Token) -> list[Token]:
    """Heads after "between" where it hangs under what the contact is said to be ("their talk was the first between the capitals")."""
    governor = paragraph.tokens[noun.head]
    if noun.dep != "nsubj" or governor.lemma != "be":
        return []
    attributes = paragraph.children(governor.index, "attr", "acomp")
    return [head for attribute in attributes for head in after_preposition(paragraph, attribute.index, frozenset({"between"}))]


def _between(ground: Ground, head: Token, telling: Telling) -> Telling | None:
    if means_everyone(ground.paragraph, head):
        return replace(telling, everyone=True)
    parties = parties_of(ground, head)
    plural = len(parties) == 1 and is_plural(ground.paragraph, head)
    return replace(telling, ones=parties[:1], others=parties[1:], apart=False) if len(parties) > 1 or plural else None


def _light_verb(paragraph: Paragraph, noun: Token) -> int | None:
    """The verb that holds or tells of the contact: "held calls", "talks took place", "a flurry of calls"."""
    token = noun
    governor = paragraph.tokens[token.head]
    while governor.text.lower() == "of" and paragraph.tokens[governor.head].lemma in QUANTITIES:
        token = paragraph.tokens[governor.head]
        governor = paragraph.tokens[token.head]
    while token.dep == "conj" and governor.pos == "NOUN":
        token, governor = governor, paragraph.tokens[governor.head]
    if governor.pos not in {"VERB", "AUX"}:
        return None
    told = (
        governor.lemma in contact_words("light")
        or governor.lemma in contact_words("halt")
        or governor.lemma in contact_words("ask")
    )
    if token.dep in {"dobj", "nsubjpass"} and told:
        return governor.index
    return governor.index if token.dep == "nsubj" and governor.lemma in PASSES else None


def _sided(ground: Ground, noun: Token, telling: Telling) -> Telling | None:
    """A contact noun with its sides: who held it, and with whom, to whom or from whom."""
    paragraph = ground.paragraph
    ones = _holder(ground, noun, telling.verb)
    others = _listed(ground, noun, frozenset({"with"}), telling.verb)
    if not others and (others := _listed(ground, noun, frozenset({"to"}), telling.verb)) and telling.kind in BEGUN_BY_ONE and ones:
        telling = replace(telling, initiator=ones[0])
    if not others and (others := _listed(ground, noun, frozenset({"from"}), telling.verb)) and telling.kind in BEGUN_BY_ONE:
        telling = replace(telling, initiator=others[0])
    if ones and others:
        sent = noun.lemma != "message" or telling.verb is not None
        return replace(telling, ones=ones, others=others) if sent else None
    if len(ones) > 1 and telling.verb is not None:
        return replace(telling, ones=ones[:1], others=ones[1:], apart=False)
    if others or telling.definite or _is_held_by_all(paragraph, telling):
        return replace(telling, others=others, everyone=not others, ones=())
    return None


def _is_held_by_all(paragraph: Paragraph, telling: Telling) -> bool:
    if telling.verb is None:
        return False
    subject = subject_of(paragraph, telling.verb)
    return subject is not None and means_everyone(paragraph, subject)


def _listed(ground: Ground, noun: Token, words: frozenset[str], verb: int | None) -> tuple[Party, ...]:
    """Who stands after a preposition under the noun, or under the verb that holds the contact or that it is set in."""
    found = all_after(ground, noun.index, words)
    if not found and verb is not None:
        found = all_after(ground, verb, words)
    preposition = ground.paragraph.tokens[noun.head]
    around = noun.dep == "pobj" and preposition.text.lower() in {"in", "during"} and "to" in words
    if not found and around:
        found = all_after(ground, preposition.head, words)
    return found


def _holder(ground: Ground, noun: Token, verb: int | None) -> tuple[Party, ...]:
    """Who held the contact: the owner of the noun, the subject of its light verb, or of the clause that it is set in."""
    paragraph = ground.paragraph
    owners = [child for child in paragraph.children(noun.index, "poss") if child.entity not in {"DATE", "TIME"}]
    if owners:
        return parties_of(ground, owners[0])
    if verb is not None:
        token = paragraph.tokens[verb]
        if noun.dep in {"nsubj", "nsubjpass"} or paragraph.children(verb, "nsubjpass"):
            agent = agent_of(paragraph, verb)
            return parties_of(ground, agent) if agent is not None and token.lemma in contact_words("light") else ()
        subject = subject_of(paragraph, verb)
        return parties_of(ground, subject) if subject is not None else ()
    return _around(ground, noun)


def _around(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """The subject of the clause in "in a call with B, A said …"."""
    paragraph = ground.paragraph
    governor = paragraph.tokens[noun.head]
    if noun.dep != "pobj" or governor.text.lower() not in AROUND:
        return ()
    for above in paragraph.ancestors(governor.index):
        if above.pos in {"VERB", "AUX"}:
            subject = subject_of(paragraph, above.index)
            return parties_of(ground, subject) if subject is not None and subject.index != noun.index else ()
    return ()
