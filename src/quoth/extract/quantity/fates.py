"""What befell the people whom a figure counts: killed, moved, taken to hospital."""

from __future__ import annotations

from quoth.lexicon.titles import titles
from quoth.lexicon.units import unit_words
from quoth.syntax import Paragraph, Token

LIGHT = frozenset({"be", "have", "put", "stand", "rise", "climb", "reach", "hit", "say", "report", "confirm", "see", "include", "give", "do",
                   "make", "take", "get", "revise", "cut", "raise", "lower", "fall", "increase", "decrease", "grow", "total", "number", "tell", "believe",
                   "think", "call", "claim", "estimate", "expect", "declare"})  # fmt: skip
"""Verbs that say nothing of what befell the counted."""
DEEDS = frozenset({"leave", "flee", "gather", "march", "protest", "vote", "attend", "participate", "survive", "return", "cross", "arrive",
                   "live", "work", "demonstrate", "take", "join", "serve"})  # fmt: skip
"""What people counted do of themselves that a figure is told for."""
LEAVING = frozenset({"leave", "flee", "abandon", "evacuate", "vacate", "quit"})
GETTING = frozenset({"seek", "receive", "need", "require", "get", "obtain"})
MEDICAL = frozenset({"medical", "hospital", "emergency"})
MOVED = "moved"
"""What befell those who had to leave their homes."""
STILL = frozenset({"are", "is", "were", "was", "be", "been", "have", "has", "had", "remain", "remains", "remained", "still", "now", "also", "already", "confirmed",
                   "officially", "known", "listed", "registered", "reported", "as", "to"})  # fmt: skip
"""Words that may stand between the counted and what they are said to be ("121 still missing", "60 are confirmed dead"); who is feared dead is not dead."""
BETWEEN = 5
"""Words behind the counted among which what they are is looked for."""
STATES = frozenset({"dead", "missing", "unaccounted", "injured", "homeless", "hurt", "wounded"})
"""What people are said to be, in the words that ``unit_words("event")`` knows."""


def what_befell(paragraph: Paragraph, noun: Token) -> str | None:
    """What befell the people counted, by their verb or an adjective: "killed", "moved", "missing"."""
    events = unit_words("event")
    over = _noun_over(paragraph, noun)
    for told in (noun, *over):
        if told.lemma in events:
            return events[told.lemma]
    for child in paragraph.children(noun.index, "acl", "amod", "relcl"):
        if child.lemma in events or (child.tag == "VBN" and child.dep == "acl"):
            return events.get(child.lemma) or events.get(child.text.lower()) or child.text.lower()
    following = paragraph.tokens[noun.index + 1] if noun.index + 1 < len(paragraph.tokens) else None
    owned = any(is_owned(paragraph, told) for told in over)
    if following is not None and (following.text.lower() in events or (not owned and _is_participle(noun, following))):
        return events.get(following.text.lower()) or events.get(following.lemma) or following.text.lower()
    return (
        said_to_be(paragraph, noun.index)
        or _brought(paragraph, noun)
        or _bidden(paragraph, noun)
        or _cared_for(paragraph, noun)
        or _by_deed(paragraph, noun)
    )


def said_to_be(paragraph: Paragraph, last: int) -> str | None:
    """What the words behind the counted say they are: "80 people remained *missing*", "60 are confirmed *dead*"; ``last`` is the token of their end."""
    for token in paragraph.tokens[last + 1 : last + 1 + BETWEEN]:
        word = token.text.lower()
        if word in STATES:
            return unit_words("event").get(word)
        if word not in STILL or token.begins_sentence:
            return None
    return None


def _cared_for(paragraph: Paragraph, noun: Token) -> str | None:
    """Reads "three workers have received medical help", "ten people needed hospital treatment": told with who got it."""
    verb, kinds = paragraph.tokens[noun.head], unit_words("care")
    if noun.dep != "nsubj" or verb.lemma not in GETTING:
        return None
    for care in paragraph.children(verb.index, "dobj"):
        told = {child.lemma for child in paragraph.children(care.index, "amod", "compound")}
        if care.lemma in kinds and not told.isdisjoint(MEDICAL):
            return kinds[care.lemma]
    return None


def _bidden(paragraph: Paragraph, noun: Token) -> str | None:
    """Reads "telling 4,300 people to keep their windows shut", "300 were told to stay": those whom somebody tells to do something."""
    verb = paragraph.tokens[noun.head]
    bidding = paragraph.tokens[verb.head] if noun.dep == "nsubj" and verb.dep in {"ccomp", "xcomp"} else verb
    done = [verb] if bidding is not verb else paragraph.children(verb.index, "xcomp", "ccomp")
    over = noun.dep in {"dobj", "nsubjpass"} or bidding is not verb
    bare = any(one.tag == "VB" and one.index > noun.index and paragraph.children(one.index, "aux") for one in done)
    return "told" if over and bare and bidding.lemma == "tell" else None


def _by_deed(paragraph: Paragraph, noun: Token) -> str | None:
    """What befell the counted by the verb that they are subject or object of."""
    verb, events = verb_over(paragraph, noun), unit_words("event")
    if verb is None:
        return None
    if _left_home(paragraph, verb):
        return MOVED
    told = noun.dep != "nsubj" or verb.lemma in events or verb.lemma in DEEDS
    return events.get(verb.lemma) or verb.text.lower() if told else None


def _noun_over(paragraph: Paragraph, noun: Token) -> tuple[Token, ...]:
    """The noun behind which "of" leads to the counted: "the *deaths* of five people"."""
    of = paragraph.tokens[noun.head]
    above = paragraph.tokens[of.head]
    return (above,) if noun.dep == "pobj" and of.lemma == "of" and above.pos == "NOUN" else ()


def is_owned(paragraph: Paragraph, noun: Token) -> bool:
    """Whether "of" behind a noun tells whose it is rather than of how many it is: "*the* phones of 12 people"."""
    if all(child.text.lower() != "the" for child in paragraph.children(noun.index, "det")):
        return False
    word = titles().get(noun.lemma)
    many = word is not None and not word.kinds.isdisjoint({"collective", "body"})
    return not many and not any(noun.lemma in unit_words(kind) for kind in ("people", "event", "tally"))


def _left_home(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a verb takes people out of their homes: "had to leave their homes", "were driven from their homes"."""
    left = paragraph.children(verb.index, "dobj") if verb.lemma in LEAVING else ()
    outer = paragraph.children(verb.index, "prep")
    ways = (way for prep in outer for way in (prep, *paragraph.children(prep.index, "prep")) if way.lemma in {"from", "of"})
    places = (*left, *(place for way in ways for place in paragraph.children(way.index, "pobj")))
    return any(place.lemma in unit_words("home") and paragraph.children(place.index, "poss") for place in places)


def _brought(paragraph: Paragraph, noun: Token) -> str | None:
    """What the place tells to which the people counted were brought: "taken to hospital", "led into custody"."""
    places = unit_words("destination")
    verb = paragraph.tokens[noun.head] if noun.dep in {"nsubjpass", "dobj"} else noun
    for to in paragraph.children(verb.index, "prep", "dative", "acl"):
        ways = paragraph.children(to.index, "prep") if to.dep == "acl" else (to,)
        for way in ways:
            for place in paragraph.children(way.index, "pobj"):
                if way.lemma in {"to", "into"} and place.lemma in places:
                    return places[place.lemma]
    return None


def told_by_verb(verb: Token | None) -> str | None:
    """What a verb says befell its object or subject, in one form for one thing; None for no verb."""
    return None if verb is None else unit_words("event").get(verb.lemma) or verb.text.lower()


def _is_participle(noun: Token, following: Token) -> bool:
    """Whether the verb form right behind the counted tells what befell them ("people moved out of the valley")."""
    if following.pos != "VERB" or following.lemma in LIGHT:
        return False
    return (following.tag == "VBN" and following.dep != "ROOT") or (following.tag in {"VBD", "VBN"} and noun.dep == "pobj")


def verb_over(paragraph: Paragraph, token: Token) -> Token | None:
    """The verb that the counted are subject or object of, past conjuncts and auxiliary verbs ("had to leave")."""
    while token.dep == "conj" and paragraph.tokens[token.head].pos in {"NOUN", "PROPN", "NUM"}:
        token = paragraph.tokens[token.head]
    verb = paragraph.tokens[token.head]
    if token.dep not in {"nsubj", "nsubjpass", "dobj"} or verb.pos not in {"VERB", "AUX"}:
        return None
    while verb.lemma in {"have", "be", "force", "need"} and (inner := paragraph.children(verb.index, "xcomp")):
        verb = inner[0]
    return None if verb.lemma in LIGHT else verb
