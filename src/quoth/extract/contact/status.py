"""Whether a contact came about, is planned, was called off, or was refused."""

from __future__ import annotations

from typing import Literal

from quoth.extract.contact.moods import ARRANGED, FUTURE, MOTION, PURPOSES, UNREAL, WISHED, Status, first_joined, status_of_verb
from quoth.extract.contact.subjects import subject_of
from quoth.extract.timex.tense import tense_at
from quoth.lexicon.contacts import contact_words
from quoth.syntax import Paragraph, Token

WANTED = frozenset({"want", "seek", "request", "propose", "demand"})
COMING = frozenset({"join", "attend", "come", "appear", "travel"})
"""Verbs by which somebody was at a contact, or was not ("did not join Reeve for the meeting")."""
SET_FOR = frozenset({"schedule", "plan", "slate", "slat"})
"""Participles of what is to come: "the summit scheduled for June 12"."""
LOST = frozenset({"cancel", "cancelled", "postpone", "scrap", "shelve", "abandon"})
DENYING = frozenset({"deny", "aware"})
LIKELY = frozenset({"possible", "likely", "imminent"})
USUAL = frozenset({"usual", "unusual", "common", "uncommon", "rare", "routine", "normal", "standard", "typical"})
TO_COME = frozenset(
    {
        "planned",
        "upcoming",
        "scheduled",
        "forthcoming",
        "plan",
        "proposed",
        "future",
        "potential",
        "possible",
        "long-planned",
        "propose",
        "schedule",
        "desired",
        "desire",
        "announced",
        "announce",
    }
)
AGREED = frozenset({"prepare", "agree", "plan", "hope", "invite", "ask", "wait", "call", "push", "appeal"})
"""Verbs whose "to" or "for" leads to a contact that is ahead."""
THROUGH = 4
"""Prepositions between a contact's noun and the verb that it hangs on ("pulled out of …")."""


def status_of(paragraph: Paragraph, verb: int | None, noun: int | None) -> Status | None:
    """Whether the contact was held, is planned, was called off or refused; None where the text leaves it open."""
    above = _verb_over(paragraph, noun) if noun is not None else None
    if above is not None and noun is not None:
        lost = _status_where_lost(paragraph, above, noun)
        if lost is not None:
            return lost if status_of_verb(paragraph, above) in {"held", "planned"} else None
    if noun is not None:
        told = _status_of_noun(paragraph, paragraph.tokens[noun])
        if told is not None:
            return None if told == "open" else told
    if verb is not None and noun is not None and _is_asked_for(paragraph, verb, noun):
        told = status_of_verb(paragraph, paragraph.tokens[verb])
        return "planned" if told == "held" else told
    if verb is not None:
        told = status_of_verb(paragraph, paragraph.tokens[verb])
        return "held" if told == "denied" and _is_judged(paragraph, verb, noun) else told
    if above is not None and noun is not None and _is_ahead(paragraph, above, noun):
        return "planned" if status_of_verb(paragraph, above) is not None or above.lemma not in AGREED else None
    return "held" if above is None or noun is None else _status_over(paragraph, above, noun)


def _is_judged(paragraph: Paragraph, verb: int, noun: int | None) -> bool:
    """Whether a contact that was is said not to be something: "their meeting was not a success"."""
    said = paragraph.tokens[verb].lemma == "be" and bool(paragraph.children(verb, "attr", "acomp"))
    return said and noun is not None and paragraph.tokens[noun].dep == "nsubj"


def _status_over(paragraph: Paragraph, verb: Token, noun: int) -> Status | None:
    """What the verb over a contact's noun says of it where nothing else does."""
    if verb.lemma in COMING and paragraph.children(verb.index, "neg"):
        return "denied"
    return None if _is_supposed(paragraph, verb, noun) or _is_asked_how(paragraph, verb) else "held"


def _is_asked_how(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a clause only says how something is done: "explained how to hold talks with Reeve"."""
    asks = any(
        child.text.lower() in {"how", "when", "where", "whether"} for child in paragraph.children(verb.index, "advmod", "mark")
    )
    return asks and verb.tag == "VB"


def _is_supposed(paragraph: Paragraph, verb: Token, noun: int) -> bool:
    """Whether a contact is the object or the way of what could only be: "would involve talks", "could win it through talks"."""
    token = paragraph.tokens[noun]
    way = (
        token.dep == "pobj" and paragraph.tokens[token.head].text.lower() in {"through", "via", "for"} and token.head != verb.index
    )
    helpers = {child.text.lower() for child in paragraph.children(verb.index, "aux")}
    hangs = (token.dep == "dobj" and token.head == verb.index) or way
    return hangs and bool(helpers & UNREAL) and status_of_verb(paragraph, verb) is None


def _is_asked_for(paragraph: Paragraph, verb: int, noun: int) -> bool:
    """Whether a contact is the object of asking: "requested a meeting"; one that "was requested" may have been held."""
    asked = paragraph.tokens[verb].lemma in {"request", "seek", "propose", "want", "demand", "offer", "schedule", "plan", "arrange"}
    return asked and paragraph.tokens[noun].dep == "dobj"


def wisher(paragraph: Paragraph, index: int) -> Token | None:
    """The verb by which one side wants or proposes the contact that the verb ``index`` tells of; None where none does."""
    verb = first_joined(paragraph, paragraph.tokens[index])
    verb = paragraph.tokens[verb.head] if verb.dep == "conj" else verb
    above = paragraph.tokens[verb.head]
    if above.index == verb.index or above.lemma not in WISHED or verb.dep not in {"xcomp", "ccomp", "advcl", "acl"}:
        return None
    helpers = {child.text.lower() for child in paragraph.children(verb.index, "aux")}
    if any(child.text.lower() in {"if", "whether"} for child in paragraph.children(verb.index, "mark")):
        return None
    return above if helpers & {"to", "would", "will"} else None


def _verb_over(paragraph: Paragraph, noun: int) -> Token | None:
    """The verb that a contact's noun hangs on, as its object or through prepositions."""
    token = paragraph.tokens[noun]
    for _ in range(THROUGH):
        above = paragraph.tokens[token.head]
        if above.index == token.index or token.dep in {"relcl", "advcl", "nsubj", "poss"}:
            return None
        if above.pos in {"VERB", "AUX"}:
            return above
        if token.dep == "pobj" or above.pos == "ADP" or (token.dep in {"conj", "prep"} and above.pos in {"ADP", "NOUN", "ADV"}):
            token = above
            continue
        return None
    return None


def _status_where_lost(paragraph: Paragraph, verb: Token, noun: int) -> Status | None:
    """Cancelled or denied where the verb over a contact's noun says so: "scrapped", "pulled out of", "declined"."""
    token = paragraph.tokens[noun]
    straight = token.dep in {"dobj", "nsubjpass"} and token.head == verb.index
    if straight and verb.lemma in contact_words("halt"):
        return "cancelled"
    if straight and verb.lemma in contact_words("refuse"):
        return "denied"
    particles = {child.text.lower() for child in paragraph.children(verb.index, "prt", "advmod")}
    particles |= {above.text.lower() for above in [token, *paragraph.ancestors(noun)] if above.head == verb.index}
    phrases = {f"{verb.lemma} {word}" for word in particles}
    if phrases & contact_words("refuse").keys():
        return "denied"
    return "cancelled" if phrases & contact_words("halt").keys() else None


def calls_off(paragraph: Paragraph, noun: int) -> Token | None:
    """Who calls off or refuses the contact that a noun means: "*Arden* pulled out of Monday's meeting"; None where nobody does."""
    above = _verb_over(paragraph, noun)
    if above is None or _status_where_lost(paragraph, above, noun) is None:
        return None
    return subject_of(paragraph, above.index)


def _status_of_noun(paragraph: Paragraph, noun: Token) -> Status | Literal["open"] | None:
    """What the words around a contact's noun say of it; "open" where it is any contact, None where they say nothing."""
    determiners = {child.text.lower() for child in paragraph.children(noun.index, "det")}
    if noun.dep == "pobj" and paragraph.tokens[noun.head].text.lower() == "without":
        return "open"
    if "no" in determiners:
        return "denied"
    if _is_condition(paragraph, noun):
        return "open"
    if determiners & {"any", "every", "either"} or _is_of_a_sort(paragraph, noun):
        return "denied" if "any" in determiners and _is_unheard_of(paragraph, noun) else "open"
    return _status_by_modifier(paragraph, noun) or ("planned" if _is_to_come(paragraph, noun) else _status_after(paragraph, noun))


def _is_condition(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a contact that nobody told of before is what something hangs on: "if talks between the two move on"."""
    verb = paragraph.tokens[noun.head]
    supposed = any(child.text.lower() in {"if", "unless", "whether"} for child in paragraph.children(verb.index, "mark"))
    return supposed and noun.dep in {"nsubj", "nsubjpass", "dobj"} and not paragraph.children(noun.index, "det", "poss")


def _is_unheard_of(paragraph: Paragraph, noun: Token) -> bool:
    """Whether any such contact is said not to have been: "is not aware of any meeting", "denies that there was any such meeting"."""
    below = noun
    for above in paragraph.ancestors(noun.index):
        if above.lemma in DENYING:
            return above.lemma != "aware" or bool(paragraph.children(paragraph.tokens[above.head].index, "neg"))
        existed = above.lemma == "be" and bool(paragraph.children(above.index, "expl"))
        had = above.lemma in {"have", "hold"} and below.dep == "dobj"
        if had and paragraph.children(above.index, "neg"):
            return True
        if not existed and not had and above.pos != "ADP":
            return False
        below = above
    return False


def _status_by_modifier(paragraph: Paragraph, noun: Token) -> Status | None:
    """What an adjective or a clause of the noun says: "the cancelled talks", "an upcoming visit", "a meeting that Reeve wanted"."""
    before = {child.lemma for child in paragraph.children(noun.index, "amod")}
    set_for = any(clause.tag == "VBN" and clause.lemma in SET_FOR for clause in paragraph.children(noun.index, "acl"))
    wanted = set_for or any(clause.lemma in WANTED for clause in paragraph.children(noun.index, "relcl"))
    if before & LOST:
        return "cancelled"
    return "planned" if wanted or before & TO_COME else None


def _is_of_a_sort(paragraph: Paragraph, noun: Token) -> bool:
    """Whether contacts of a sort are spoken of, not some that were held: "talks between staff and envoys are not unusual"."""
    above = paragraph.tokens[noun.head]
    usual = any(child.lemma in USUAL for child in paragraph.children(above.index, "acomp", "attr"))
    return noun.dep == "nsubj" and noun.tag == "NNS" and above.lemma == "be" and above.tag != "VBD" and usual


def _is_to_come(paragraph: Paragraph, noun: Token) -> bool:
    """Whether the verb over a contact's noun says that it is ahead: "a meeting is possible", "is planned", "will be his first"."""
    above = paragraph.tokens[noun.head]
    words = {child.text.lower() for child in paragraph.children(above.index, "aux", "auxpass")}
    likely = any(child.lemma in LIKELY for child in paragraph.children(above.index, "acomp"))
    if above.lemma == "be":
        return (noun.dep == "nsubj" and likely) or (noun.dep == "attr" and bool(words & FUTURE))
    yet = not words & {"was", "were", "had"} or bool(paragraph.children(above.index, "xcomp"))  # "was set to take place"
    return above.lemma in ARRANGED and noun.dep == "nsubjpass" and yet


def _status_after(paragraph: Paragraph, noun: Token) -> Status | None:
    """Planned after "ahead of", "hopes for", "an invitation to"."""
    preposition = paragraph.tokens[noun.head]
    if noun.dep != "pobj":
        return None
    above = paragraph.tokens[preposition.head]
    if preposition.text.lower() == "of" and above.text.lower() == "ahead":
        return "planned"
    meant = [above, *paragraph.children(above.index, "nsubj", "nsubjpass")] if preposition.text.lower() == "for" else [above]
    if preposition.text.lower() in {"for", "to", "of"} and any(one.lemma in PURPOSES and one.pos == "NOUN" for one in meant):
        none = any(child.text.lower() == "no" for one in meant for child in paragraph.children(one.index, "det"))
        return "denied" if none else "planned"
    return None


def _is_ahead(paragraph: Paragraph, verb: Token, noun: int) -> bool:
    """Whether a noun's clause looks ahead to the contact: "will raise it at a meeting with", "looks forward to a meeting"."""
    token = paragraph.tokens[noun]
    if verb.lemma == "look" and any(child.text.lower() == "forward" for child in paragraph.children(verb.index)):
        return True
    if token.head == verb.index:
        return token.dep == "dobj" and verb.lemma in ARRANGED | WISHED
    preposition = paragraph.tokens[token.head].text.lower()
    if verb.lemma in MOTION and preposition in {"for", "on"}:
        return status_of_verb(paragraph, verb) == "planned"
    if preposition in {"for", "to", "on"} and verb.lemma in AGREED and (verb.lemma, preposition) != ("call", "to"):
        return True
    done = verb.tag in {"VBN", "VBD"}
    return not done and preposition in {"in", "at", "during", "with"} and tense_at(paragraph, noun) > 0
