"""Contacts told by a verb: "spoke with", "met", "discussed", "told her by phone"."""

from __future__ import annotations

from dataclasses import replace

from quoth.extract.contact.idle import is_by_crowd, is_contest, is_habit, is_speech, is_work
from quoth.extract.contact.lands import land_meant
from quoth.extract.contact.leading import doers_of
from quoth.extract.contact.mutual import EACH_OTHER, is_note, mutual
from quoth.extract.contact.parties import Ground, parties_of, without
from quoth.extract.contact.pieces import RELATIVE, WEEKDAYS
from quoth.extract.contact.ringing import is_other_call, is_rung_up, who_answered
from quoth.extract.contact.shared import shared_out
from quoth.extract.contact.status import wisher
from quoth.extract.contact.subjects import agent_of, subject_of
from quoth.extract.contact.telling import (
    BY_MEANS,
    INCLUDING,
    Telling,
    after_preposition,
    all_after,
    examples_under,
    is_named,
    kind_of_noun,
)
from quoth.lexicon.contacts import ContactWord, contact_words
from quoth.lexicon.titles import titles
from quoth.records import ContactKind, Party
from quoth.syntax import Paragraph, Token

BEFORE_PARTY = frozenset({"with", "to", "in", "into", "on", "at", "by"})
HOSTING = frozenset({"host", "receive", "welcome"})
OCCASIONS = frozenset(
    {
        "party",
        "fundraiser",
        "event",
        "show",
        "forum",
        "concert",
        "adoration",
        "game",
        "tournament",
        "award",
        "day",
        "week",
        "conference",
    }
)
"""What is hosted or received and is nobody."""
GREETING = frozenset({"greet", "welcome", "meet", "host", "receive", "visit", "telephone", "phone"})
"""Verbs of a contact that are followed by nothing but whom it is with, whatever the parser takes the name for."""
WATCHING = frozenset(
    {"like", "love", "want", "hate", "prefer", "wish", "hope", "need", "expect", "surprise", "surprised", "happy", "glad"}
)
"""Words after which "to see" is to find somebody so, not to meet them."""
BEGINNING = frozenset({"approach", "reach out"})
"""Verbs whose subject asked for the contact."""
WITH_IT = frozenset(
    {
        "relationship",
        "relation",
        "tie",
        "war",
        "cooperation",
        "alliance",
        "friendship",
        "partnership",
        "link",
        "connection",
        "trade",
    }
)
"""Topics whose "with" leads to what they are about, not to who hears of them: "discussed the ties with the mayor"."""
ASKING_MANY = frozenset({"survey", "interview", "poll", "question", "sample", "canvass"})
DASHES = frozenset({"-", "–", "—"})
MANY = 2
"""Others from which on a meeting under way is taken for several."""


def word_of(paragraph: Paragraph, verb: Token) -> ContactWord | None:
    """The lexicon's word for a verb, alone or with the word that makes it one ("shook hands", "sat down", "ran into")."""
    beside = paragraph.children(verb.index, "dobj", "prt", "prep", "advmod", "acomp")
    ahead = contact_words("ahead").get(verb.lemma)
    lemma = verb.lemma.lower()  # "to FaceTime"
    # the parser's lemma of "dined" is "din"; "writ" is not "write"
    lemmas = (lemma,) if lemma == verb.text.lower() else (lemma, f"{lemma}e")
    if ahead is not None and any(found.text.lower() in EACH_OTHER for found in paragraph.children(verb.index, "dobj")):
        return contact_words("verb")["meet"]  # "saw each other"
    if ahead is not None:
        return ahead if _is_to_come(paragraph, verb) else None
    words = [f"{verb.lemma} {child.lemma.lower()}" for child in beside] + list(lemmas)
    return next((contact_words("verb")[word] for word in words if word in contact_words("verb")), None)


def _is_to_come(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a verb is told as to come and of people met, not of what they are seen to do ("will see leaders")."""
    helpers = {child.text.lower() for child in paragraph.children(verb.index, "aux")}
    watched = paragraph.children(verb.index, "ccomp", "xcomp", "acomp", "oprd", "prt")
    objects = paragraph.children(verb.index, "dobj")
    clauses = [clause for found in objects for clause in paragraph.children(found.index, "acl", "relcl")]
    wished = "to" in helpers and paragraph.tokens[verb.head].lemma in WATCHING  # "would like to see Democrats in control"
    roles = (role for child in paragraph.children(verb.index, "prep") if child.text.lower() == "as"
             for role in paragraph.children(child.index, "pobj"))  # fmt: skip
    judged = any(role.lemma != "part" for role in roles)  # "came to see him as a friend"
    return bool(helpers & {"to", "will", "'ll", "’ll"}) and bool(objects) and not (watched or clauses or wished or judged)


def told_by_verb(ground: Ground, verb: Token, word: ContactWord) -> Telling | None:
    """The contact that a verb of the lexicon tells of; None where it has no two sides."""
    paragraph = ground.paragraph
    kind, noun = _means_of(paragraph, verb, word)
    ground = replace(ground, outlets=word.word in {"meet", "dine", "lunch", "breakfast"})
    telling = Telling(kind=kind, apart=word.apart, verb=verb.index, noun=noun)
    if any(is_none(paragraph, verb) for is_none in (is_other_call, is_work, is_habit, is_contest, is_speech, is_by_crowd)):
        return None
    if paragraph.children(verb.index, "nsubjpass") and not paragraph.children(verb.index, "dobj"):  # not "she's met him"
        return _passive(ground, verb, word, telling)
    subject, ones = subject_of(paragraph, verb.index), doers_of(ground, verb.index)
    if subject is None and not ones:
        return _noted(ground, verb, word, telling)
    others, topic = _others(ground, verb, word, noun)
    others = others or (who_answered(ground, verb) if word.kind == "call" else ())
    listed = _listed(ground, verb, word, ones)
    begun = bool(ones) and (word.word in BEGINNING or (kind == "call" and word.kind == kind))
    telling = replace(telling, initiator=ones[0] if begun else None)
    if ones and listed:
        return replace(telling, ones=ones, others=listed, apart=True, aside=True)
    if not others and word.kind == "visit":
        others = _wishing_host(ground, verb, ones)
    if others and ones:
        telling = replace(telling, apart=word.apart or _is_under_way(paragraph, verb, others) or _is_separate(ground, verb, others))
        return replace(telling, ones=ones, others=others, topic=topic)
    together = replace(telling, topic=topic, initiator=None)
    return mutual(ground, subject, word, together) if subject is not None and not others else None


def _noted(ground: Ground, verb: Token, word: ContactWord, telling: Telling) -> Telling | None:
    """Reads "Just spoke to Governor Reeve", posted by who did."""
    if not is_note(ground.paragraph, verb):
        return None
    found, topic = _others(ground, verb, word, telling.noun)
    known = bool(found) and found[0].text != "them"
    return replace(telling, others=found, topic=topic, everyone=True, definite=True) if known else None


def _is_under_way(paragraph: Paragraph, verb: Token, others: tuple[Party, ...]) -> bool:
    """Whether a verb tells a round of meetings, one after another: "was meeting with A, B and C"."""
    return verb.tag == "VBG" and bool(paragraph.children(verb.index, "aux")) and len(others) > MANY


def _is_separate(ground: Ground, verb: Token, others: tuple[Party, ...]) -> bool:
    """Whether a verb's contacts are told to be several: "met separately with A and B", "met A and later B"."""
    between = ground.text[others[0].span.end : others[-1].span.start].lower().split()
    words = {token.text.lower() for token in ground.paragraph.subtree(verb.index)}
    return bool(words & {"separately", "separate", "individually"}) or bool({"then", "later"} & set(between))


def _listed(ground: Ground, verb: Token, word: ContactWord, ones: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those of several others who are named: "met with leaders, including A and B", "spoke with Arden and Ilmar officials"."""
    paragraph = ground.paragraph
    heads = list(after_preposition(paragraph, verb.index, word.frame & {"with", "to"}))
    objects = paragraph.children(verb.index, "dobj")
    heads += objects if "object" in word.frame else ()
    for topic in objects if "about" in word.frame else ():
        heads += after_preposition(paragraph, topic.index, frozenset({"with"}))
    inner = [name for head in (verb, *heads) for name in after_preposition(paragraph, head.index, INCLUDING)]
    named = [party for head in inner for party in parties_of(ground, head) if is_named(party)]
    named = named or [party for head in heads for party in examples_under(ground, head)]
    if named or not word.apart:
        return without(named, ones)
    return shared_out(ground, heads[0], ones[0] if ones else None) if len(heads) == 1 else ()


def _wishing_host(ground: Ground, verb: Token, ones: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who wants to be visited: "Dolan wants Reeve to visit"."""
    wish = wisher(ground.paragraph, verb.index)
    subject = subject_of(ground.paragraph, wish.index) if wish is not None else None
    objects = ground.paragraph.children(verb.index, "dobj")
    return without(parties_of(ground, subject), ones) if subject is not None and not objects else ()


def _passive(ground: Ground, verb: Token, word: ContactWord, telling: Telling) -> Telling | None:
    agent = agent_of(ground.paragraph, verb.index)
    subject = subject_of(ground.paragraph, verb.index)
    if agent is None or subject is None or "object" not in word.frame:
        return None
    ones, others = parties_of(ground, agent), parties_of(ground, subject)
    if verb.lemma in HOSTING and not _are_people(ground, subject, others):
        return None  # "the money was received by the bank"
    return replace(telling, ones=ones, others=others) if ones and others else None


def _others(ground: Ground, verb: Token, word: ContactWord, noun: int | None) -> tuple[tuple[Party, ...], int | None]:
    """The other side that the verb takes, and the head of its topic where its object is one."""
    paragraph = ground.paragraph
    objects = paragraph.children(verb.index, "dobj", "dative") or _mistaken(paragraph, verb, word)
    told = bool(objects) and "about" in word.frame and objects[0].pos != "PRON"
    topic = objects[-1].index if told else None  # "de-escalation", which the parser takes for three of them
    behind = any(child.text.lower() in {"from", "behind"} for child in paragraph.children(verb.index, "prep"))
    if word.word in BEGINNING and objects and (behind or objects[0].entity in {"GPE", "LOC", "FAC"}):
        return (), None  # "approached the capital", "approached her from behind"
    if "object" in word.frame and objects and _is_contact_object(paragraph, verb, objects[0]):
        found = parties_of(ground, _meant(paragraph, objects[0], verb))
        if verb.lemma in HOSTING and not _are_people(ground, objects[0], found):
            return (), None
        if not found and word.kind == "visit":
            found = _at_home(ground, objects[0]) or land_meant(ground, objects[0])
        sure = any(party.referent is not None for party in found) or objects[0].entity or objects[0].text.lower() in titles()
        sure = sure or objects[0].lemma in contact_words("service")
        if found and (sure or objects[0].text[0].islower()):
            return found, None
    if objects and word.frame == {"object"}:
        return (), None
    found = all_after(ground, verb.index, word.frame & BEFORE_PARTY) or _with_whom(ground, verb, word)
    part = next((one.index for one in objects if one.lemma in word.word.split()), None)  # "crossed paths with"
    for anchor in (noun, topic, part):
        about = (
            anchor == topic
            and verb.lemma == "discuss"
            and anchor is not None
            and paragraph.tokens[anchor].lemma in WITH_IT | contact_words("noun").keys()
        )
        if not found and anchor is not None and not about:
            found = all_after(ground, anchor, frozenset({"with"}))
    return found, topic


def _at_home(ground: Ground, place: Token) -> tuple[Party, ...]:
    """Whose place it is that somebody visited: "visited the villa of Reeve", "visited Reeve's home"."""
    of = (inner for child in ground.paragraph.children(place.index, "prep") if child.text.lower() == "of"
          for inner in ground.paragraph.children(child.index, "pobj"))  # fmt: skip
    owners = [*ground.paragraph.children(place.index, "poss"), *of]
    return next((parties_of(ground, owner) for owner in owners if owner.entity == "PERSON"), ())


def _with_whom(ground: Ground, verb: Token, word: ContactWord) -> tuple[Party, ...]:
    """Whom a relative clause is about: "Reeve, with whom Dolan met", "the officials Dolan met with"."""
    words = [child for child in ground.paragraph.children(verb.index, "prep") if child.text.lower() in word.frame]
    behind = [ground.paragraph.children(child.index, "pobj", "pcomp") for child in words]
    open_ = any(not heads or heads[0].text.lower() in RELATIVE for heads in behind)
    return parties_of(ground, ground.paragraph.tokens[verb.head]) if verb.dep == "relcl" and open_ else ()


def _mistaken(paragraph: Paragraph, verb: Token, word: ContactWord) -> tuple[Token, ...]:
    """Somebody called whom the parser took for what something is called ("Dolan called Anna Reeve"), or a name for a measure."""
    if "object" in word.frame and verb.lemma != "call":
        behind = paragraph.children(verb.index, "npadvmod")
        # "telephoned Dolan Sunday", read as a Sunday of Dolan's
        hung = [name for day in behind if day.text in WEEKDAYS for name in paragraph.children(day.index, "compound")]
        if hung and hung[-1].pos == "PROPN" and hung[-1].index > verb.index:
            return (hung[-1],)
        named = [found for found in behind if found.index > verb.index and found.entity in {"PERSON", "GPE", "ORG", "NORP"}]
        met = [*paragraph.children(verb.index, "attr", "oprd"), *named] if verb.lemma in GREETING else []
        close = (found for found in met if found.entity == "PERSON" and paragraph.edges[found.index][0] == verb.index + 1)
        return tuple(named)[:1] if paragraph.segment.kind == "title" else tuple(close)[:1]
    able = (found for found in paragraph.children(verb.index, "oprd") if verb.lemma == "call")
    return tuple(found for found in able if found.pos == "PROPN" or found.lemma in contact_words("service"))


def _is_contact_object(paragraph: Paragraph, verb: Token, found: Token) -> bool:
    """Whether "called X" rings X up rather than naming X something, and no particle makes it another verb ("called off")."""
    if verb.lemma == "meet" and found.lemma.lower() in contact_words("thing"):
        return False
    called = [clause for clause in paragraph.children(verb.index, "xcomp") if not paragraph.children(clause.index, "aux")]
    back = any(child.text.lower() in {"back", "out", "away"} for child in paragraph.children(verb.index, "advmod"))
    named = found.dep != "oprd" and paragraph.children(verb.index, "oprd")
    if (
        called
        or back
        or named
        or paragraph.children(verb.index, "prt", "acomp")
        or found.dep == "dative"
        or found.lemma == "witness"
    ):
        return False
    if verb.lemma == "write":
        behind = paragraph.tokens[found.index - 1].text in DASHES  # "wrote the letter - Reeve and Hale -"
        return found.entity == "PERSON" and not behind
    return verb.lemma not in {"call", "contact", "ring"} or is_rung_up(paragraph, verb, found)


def _are_people(ground: Ground, token: Token, found: tuple[Party, ...]) -> bool:
    """Whether those hosted are people, not an event or a prize: "hosted leaders", not "hosted the gala"."""
    if token.lemma in OCCASIONS:
        return False
    word = titles().get(token.text.lower()) or titles().get(token.lemma)
    people = {one.id for one in ground.referents.all if one.kind in {"person", "group"}}
    several = (
        word is not None
        and "collective" in word.kinds
        and bool(ground.paragraph.children(token.index, "det", "poss", "nummod", *(() if token.tag == "NN" else ("amod",))))
    )
    told = token.entity in {"PERSON", "NORP"} or (word is not None and word.person) or several  # not "received intelligence"
    return told or (token.tag != "NN" and any(party.referent in people for party in found))


def _meant(paragraph: Paragraph, found: Token, verb: Token) -> Token:
    """The object of a verb, or the noun that its relative pronoun stands for: "Reeve, whom Dolan met"."""
    relative = verb.dep == "relcl" and found.text.lower() in RELATIVE
    return paragraph.tokens[verb.head] if relative else found


def _means_of(paragraph: Paragraph, verb: Token, word: ContactWord) -> tuple[ContactKind, int | None]:
    """The kind that the means make of a verb ("spoke by telephone"), and the noun that names it."""
    objects = paragraph.children(verb.index, "dobj") if "about" in word.frame else ()
    below = [child for anchor in (verb, *objects) for child in paragraph.children(anchor.index, "prep", "agent")]
    nouns = [noun for child in below if child.text.lower() in BY_MEANS for noun in paragraph.children(child.index, "pobj")]
    kinds = [(kind_of_noun(paragraph, noun, contact_words("means")), noun) for noun in nouns if not _is_occasion(paragraph, noun)]
    told = [(kind, noun.index) for kind, noun in kinds if kind is not None]
    if not told:
        return word.kind, None
    kind, noun = next((one for one in told if one[0] == "call"), told[0])
    return (kind if word.kind in {"talks", "meeting"} else word.kind), noun


def _is_occasion(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun is no means but something else that went on or is shown: "spoke to her during that meeting", "said in a video"."""
    if noun.lemma == "video" and paragraph.tokens[noun.head].text.lower() == "in":
        return True
    during = paragraph.tokens[noun.head].text.lower() == "during"
    return during and any(child.text.lower() in {"the", "that", "this"} for child in paragraph.children(noun.index, "det"))


def told_by_means(ground: Ground, noun: Token, word: ContactWord) -> Telling | None:
    """Reads "told her by phone": a verb of speech whose means make it a call."""
    paragraph = ground.paragraph
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    if verb.lemma in {"be", "get", "hop"} and preposition.text.lower() in {"on", "off"} and noun.lemma in {"phone", "telephone"}:
        return _on_the_phone(ground, verb, noun)
    told = verb.lemma in contact_words("verb").keys() | ASKING_MANY
    if (
        preposition.text.lower() not in BY_MEANS
        or verb.pos != "VERB"
        or word.kind != "call"
        or told
        or _is_occasion(paragraph, noun)
    ):
        return None
    subject, objects = subject_of(paragraph, verb.index), paragraph.children(verb.index, "dobj", "dative")
    if subject is None or not objects:
        return None
    ones, others = parties_of(ground, subject), parties_of(ground, objects[0])
    return Telling(kind="call", apart=True, ones=ones, others=others, verb=verb.index) if ones and others else None


def _on_the_phone(ground: Ground, verb: Token, noun: Token) -> Telling | None:
    """Reads "was on the phone with Reeve"."""
    others = all_after(ground, verb.index, frozenset({"with"})) or all_after(ground, noun.index, frozenset({"with"}))
    ones = doers_of(ground, verb.index)
    return Telling(kind="call", apart=True, ones=ones, others=others, verb=verb.index) if ones and others else None
