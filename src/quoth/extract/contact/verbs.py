"""Contacts told by a verb: "spoke with", "met", "discussed", "told her by phone"."""

from __future__ import annotations

from dataclasses import replace

from quoth.extract.contact.parties import Ground, agent_of, is_plural, means_everyone, parties_of, subject_of
from quoth.extract.contact.telling import BEGUN_BY_ONE, BY_MEANS, Telling, all_after, kind_of_noun
from quoth.lexicon.contacts import ContactWord, contact_words
from quoth.lexicon.titles import titles
from quoth.records import ContactKind, Party
from quoth.syntax import Paragraph, Token


def told_by_verb(ground: Ground, verb: Token, word: ContactWord) -> Telling | None:
    """The contact that a verb of the lexicon tells of; None where it has no two sides."""
    paragraph = ground.paragraph
    kind, noun = _means_of(paragraph, verb, word)
    telling = Telling(kind=kind, apart=word.apart, verb=verb.index, noun=noun)
    if paragraph.children(verb.index, "nsubjpass"):
        return _passive(ground, verb, word, telling)
    subject = subject_of(paragraph, verb.index)
    if subject is None:
        return None
    others, topic = _others(ground, verb, word, noun)
    ones = parties_of(ground, subject)
    if others and ones:
        begun = kind in BEGUN_BY_ONE and word.kind == kind
        return replace(telling, ones=ones, others=others, topic=topic, initiator=ones[0] if begun else None)
    return None if others else _mutual(ground, subject, word, replace(telling, topic=topic))


def _mutual(ground: Ground, subject: Token, word: ContactWord, telling: Telling) -> Telling | None:
    """Reads "The two discussed …", "A and B met": all parties in the subject."""
    paragraph = ground.paragraph
    if not word.frame & {"with", "about"} or ("about" in word.frame and telling.topic is None):
        return None
    if means_everyone(paragraph, subject):
        return replace(telling, everyone=True, definite=True)
    parties = parties_of(ground, subject)
    several = len(parties) > 1 and (word.word != "speak" or telling.kind == "call")
    group = word.word == "meet" and is_plural(paragraph, subject) and bool(parties)
    if not several and not group:
        return None
    objects = paragraph.children(telling.verb or 0, "dobj")
    return None if objects and "about" not in word.frame else replace(telling, ones=parties[:1], others=parties[1:], apart=False)


def _passive(ground: Ground, verb: Token, word: ContactWord, telling: Telling) -> Telling | None:
    agent = agent_of(ground.paragraph, verb.index)
    subject = subject_of(ground.paragraph, verb.index)
    if agent is None or subject is None or "object" not in word.frame:
        return None
    ones, others = parties_of(ground, agent), parties_of(ground, subject)
    return replace(telling, ones=ones, others=others) if ones and others else None


def _others(ground: Ground, verb: Token, word: ContactWord, noun: int | None) -> tuple[tuple[Party, ...], int | None]:
    """The other side that the verb takes, and the head of its topic where its object is one."""
    paragraph = ground.paragraph
    objects = paragraph.children(verb.index, "dobj", "dative") or _mistaken(paragraph, verb)
    topic = objects[0].index if objects and "about" in word.frame else None
    if "object" in word.frame and objects and _is_contact_object(paragraph, verb, objects[0]):
        found = parties_of(ground, objects[0])
        sure = any(party.referent is not None for party in found) or objects[0].entity or objects[0].text.lower() in titles()
        if found and (sure or objects[0].pos != "PROPN"):
            return found, None
    found = all_after(ground, verb.index, word.frame & {"with", "to"})
    for anchor in (noun, topic):
        if not found and anchor is not None:
            found = all_after(ground, anchor, frozenset({"with"}))
    return found, topic


def _mistaken(paragraph: Paragraph, verb: Token) -> tuple[Token, ...]:
    """Somebody called whom the parser took for what something is called ("Dolan called Anna Reeve")."""
    return tuple(found for found in paragraph.children(verb.index, "oprd") if found.pos == "PROPN" and verb.lemma == "call")


def _is_contact_object(paragraph: Paragraph, verb: Token, found: Token) -> bool:
    """Whether "called X" rings X up rather than naming X something, and no particle makes it another verb ("called off")."""
    if paragraph.children(verb.index, "prt", "xcomp", "acomp") or found.dep == "dative":
        return False
    if found.dep != "oprd" and paragraph.children(verb.index, "oprd"):
        return False
    if verb.lemma == "receive" and found.pos != "PROPN":
        return False
    if verb.lemma not in {"call", "contact", "ring"}:
        return True
    after = paragraph.edges[found.index][1] + 1
    following = paragraph.tokens[after] if after < len(paragraph.tokens) else None
    return (
        following is None
        or following.pos in {"ADP", "SCONJ", "CCONJ", "ADV"}
        or following.text in {".", ",", ";"}
        or bool(following.entity)
    )


def _means_of(paragraph: Paragraph, verb: Token, word: ContactWord) -> tuple[ContactKind, int | None]:
    """The kind that the means make of a verb ("spoke by telephone"), and the noun that names it."""
    objects = paragraph.children(verb.index, "dobj") if "about" in word.frame else ()
    below = [child for anchor in (verb, *objects) for child in paragraph.children(anchor.index, "prep", "agent")]
    for child in below:
        if child.text.lower() in BY_MEANS:
            for noun in paragraph.children(child.index, "pobj"):
                kind = kind_of_noun(paragraph, noun, contact_words("means"))
                if kind is not None:
                    return (kind if word.kind in {"talks", "meeting"} else word.kind), noun.index
    return word.kind, None


def told_by_means(ground: Ground, noun: Token, word: ContactWord) -> Telling | None:
    """Reads "told her by phone": a verb of speech whose means make it a call."""
    paragraph = ground.paragraph
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    if preposition.text.lower() not in BY_MEANS or verb.pos != "VERB" or word.kind != "call" or verb.lemma in contact_words("verb"):
        return None
    subject, objects = subject_of(paragraph, verb.index), paragraph.children(verb.index, "dobj", "dative")
    if subject is None or not objects:
        return None
    ones, others = parties_of(ground, subject), parties_of(ground, objects[0])
    return Telling(kind="call", apart=True, ones=ones, others=others, verb=verb.index) if ones and others else None
