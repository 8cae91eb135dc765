"""Verbs of the lexicon that tell of no contact: habits, contests, speeches to hearers, and works that are written."""

from __future__ import annotations

from quoth.extract.contact.subjects import agent_of, subject_of
from quoth.extract.contact.telling import after_preposition
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

OFTEN = frozenset(
    {"daily", "often", "regularly", "usually", "frequently", "always", "weekly", "routinely", "sometimes", "occasionally", "generally",
     "typically", "rarely", "seldom", "constantly"}
)  # fmt: skip
AIRED = frozenset({"podcast", "show", "program", "programme", "broadcast", "radio", "interview"})
"""Where what is said is an interview."""
LETTERS = frozenset(
    {"line", "word", "request", "complaint", "appeal", "response", "reply", "warning", "petition", "tweet", "missive"}
)
"""What is written to somebody, besides the nouns of contacts."""

GREETED_BY = frozenset({"greet", "welcome", "meet", "receive"})
CROWD = frozenset(
    {"protester", "protestor", "demonstrator", "crowd", "supporter", "fan", "well-wisher", "onlooker", "audience", "cheer"}
)
"""Who line the way of whom they greet, and meet nobody."""


def is_habit(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a verb tells a habit ("he talks with her", "meets him daily"); in a caption or headline the present tells one event."""
    helpers = {child.text.lower() for child in paragraph.children(verb.index, "aux")}
    if helpers & {"does", "do"} and paragraph.children(verb.index, "neg"):
        return True  # "does not correspond with bloggers"
    if verb.tag not in {"VBZ", "VBP"} or paragraph.segment.kind in {"title", "caption"}:
        return False
    beside = {child.text.lower() for child in paragraph.subtree(verb.index) if child.tag == "RB" or child.dep == "advmod"}
    if verb.dep == "relcl" and verb.lemma == "meet" and not paragraph.children(verb.index, "aux"):
        return True  # "lawyers who meet with such people"
    always = " ".join(token.text.lower() for token in paragraph.subtree(verb.index)).find("all the time") >= 0
    return verb.lemma in {"talk", "speak"} or always or bool(beside & OFTEN)


def is_contest(paragraph: Paragraph, verb: Token) -> bool:
    """Whether teams meet: "will meet Tessen in the semifinals"."""
    nouns = (noun for child in paragraph.children(verb.index, "prep") for noun in paragraph.children(child.index, "pobj"))
    return verb.lemma in {"meet", "host", "visit"} and any(noun.lemma in contact_words("contest") for noun in nouns)


def is_speech(paragraph: Paragraph, verb: Token) -> bool:
    """Whether somebody speaks to hearers, not with them: "spoke to troops"."""
    aside = verb.lemma == "speak" and verb.tag == "VBG" and verb.dep == "advcl"
    if aside and not paragraph.children(verb.index, "aux", "mark", "advmod"):
        return True  # "Dolan, speaking to business leaders, said"
    if any(child.text.lower() in {"out", "up", "down"} for child in paragraph.children(verb.index, "prt")):
        return verb.lemma in {"speak", "talk"}
    aired = (head for on in paragraph.children(verb.index, "prep") if on.text.lower() in {"on", "in"}
             for head in paragraph.children(on.index, "pobj"))  # fmt: skip
    if verb.lemma in {"speak", "talk", "chat"} and any(head.lemma in AIRED for head in aired):
        return True  # "spoke with Reeve on her podcast"
    heads = after_preposition(paragraph, verb.index, frozenset({"to"}))
    return verb.lemma in {"speak", "talk"} and any(head.lemma in contact_words("hearer") for head in heads)


def is_work(paragraph: Paragraph, verb: Token) -> bool:
    """Whether somebody writes a thing, not to somebody: "wrote four books", "writing checks to hospitals"."""
    objects = paragraph.children(verb.index, "dobj")
    beside = bool(objects) and paragraph.edges[objects[0].index][0] == verb.index + 1 and objects[0].tag == "NNS"
    held_up = verb.dep == "xcomp" or (verb.dep == "pcomp" and paragraph.tokens[verb.head].text.lower() == "to")
    if verb.tag == "VBG" and verb.lemma in {"approach", "visit"} and beside and held_up:
        return True  # "told visiting officials", "to approaching drivers"
    things = [one for one in paragraph.children(verb.index, "dobj") if one.pos == "NOUN" and one.text.lower() not in titles()]
    return verb.lemma == "write" and any(one.lemma not in contact_words("noun").keys() | LETTERS for one in things)


def is_by_crowd(paragraph: Paragraph, verb: Token) -> bool:
    """Whether those who line somebody's way greet them: "was greeted by protesters"."""
    agent = agent_of(paragraph, verb.index) if paragraph.children(verb.index, "nsubjpass") else None
    by = agent if agent is not None or verb.lemma != "greet" else subject_of(paragraph, verb.index)
    return verb.lemma in GREETED_BY and by is not None and by.lemma in CROWD
