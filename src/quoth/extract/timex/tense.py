"""Whether the clause around a word tells of the past or of what is to come."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Literal

from quoth.lexicon.classes import word_class
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.numbers import read_ordinal
from quoth.syntax import Paragraph, Token

Tense = Literal[-1, 0, 1]
"""-1 past, 1 future, 0 not to be told."""

AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "could", "can", "should", "must"})
PLANNING = frozenset(
    {"plan", "schedule", "expect", "set", "due", "slate", "intend", "hope", "agree", "want", "vow", "propose", "decide", "prepare",
     "promise", "ask", "urge", "call", "invite", "go", "need", "aim", "seek", "wish", "expire", "order", "tell", "demand", "begin"}
)  # fmt: skip
"""Verbs whose infinitive lies ahead of them."""
ARRANGED = frozenset({"plan", "schedule", "set", "slate", "slat", "expect", "due"})
"""Verbs of arranging; "slat" is the parser's lemma of "slated"."""
TIMETABLED = frozenset(
    {
        "begin",
        "start",
        "open",
        "close",
        "end",
        "conclude",
        "expire",
        "resume",
        "reopen",
        "depart",
        "arrive",
        "convene",
        "meet",
        "vote",
    }
)
"""Verbs whose simple present tells what a timetable has ("the tour ends Sunday")."""
COMING = frozenset({"planned", "scheduled", "upcoming", "forthcoming", "expected", "proposed", "due", "future", "coming"})

WILL = frozenset({"will", "'ll", "’ll", "wo"})
"""Words in a clause about something that make it lie ahead ("the election, when a third of seats *will* be filled")."""

PUT_OFF = frozenset({"delay", "defer", "put off", "push back"})
"""Words, with their particles, for putting something off."""
FORESEEING = frozenset({"predict", "forecast", "await", "anticipate", "expect", "face", "eye", "foresee"})
"""Verbs whose object lies ahead of them ("was predicting wins in Tuesday's vote")."""
CONDITIONS = frozenset({"if", "when", "once", "until", "till", "unless", "before", "after"})
"""Words whose clause in the present tells of what is to come ("when the house returns in May")."""


BEGUN = frozenset({"begin", "start", "continue", "manage", "go"})
"""Verbs that in the past tense tell that what they open was done ("began to ebb", "went on to win")."""
RANKED = frozenset({"last", "only", "latest"})
"""Words, beside ordinals and superlatives, for the place in a row of those who did something: "the second climber to fall"."""


def tense_at(paragraph: Paragraph, index: int) -> Tense:
    """The tense of the clause in which token ``index`` stands, as its nearest governing verbs show it."""
    token, done, below, behind = paragraph.tokens[index], False, "", False
    if known := _of_itself(paragraph, token):
        return known
    for governor in (token, *paragraph.ancestors(index)):
        if governor.text.lower() == "ahead" or _is_coming(paragraph, governor):
            return 1
        if governor.tag == "VBG" and below == "ccomp" and governor.lemma in word_class("people_say"):
            break
        if governor.pos in {"VERB", "AUX"}:
            if governor.lemma in FORESEEING and (below == "dobj" or token.dep in {"poss", "compound"}):
                return 1
            found = _of_verb(paragraph, governor, adverbial=below in {"", "prep", "npadvmod", "advmod"})
            if found is not None:
                going_on = found == 1 and behind and governor.tag == "VBG" and not _is_modal(paragraph, governor)
                return -1 if (done and found == 0) or going_on else found
            done = done or (governor.tag == "VBN" and governor.dep == "acl")
        below, behind = governor.dep, behind or (governor.lemma == "after" and governor.pos == "ADP")
    return -1 if done else 0


def _is_modal(paragraph: Paragraph, verb: Token) -> bool:
    return any(child.text.lower() in AHEAD for child in paragraph.children(verb.index, "aux"))


def _of_itself(paragraph: Paragraph, token: Token) -> Tense:
    """The tense of a date that what it stands beside tells, whatever the verbs above it do; 0 where that tells none."""
    return 1 if _is_said_of(paragraph, token) else -1 if _is_of_mishap(paragraph, token) else 0


def _is_coming(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun is of something to come: "the scheduled vote"."""
    beside = paragraph.children(noun.index, "amod") if noun.pos == "NOUN" else ()
    clauses = paragraph.children(noun.index, "relcl") if noun.pos == "NOUN" else ()
    will = (child.text.lower() for clause in clauses for child in paragraph.children(clause.index, "aux"))
    return any(COMING & {child.lemma, child.text.lower()} for child in beside) or not WILL.isdisjoint(will)


def _is_of_mishap(paragraph: Paragraph, token: Token) -> bool:
    """Whether a date is that of something nobody tells of beforehand: "after Friday's killing", "the crash on Tuesday"."""
    above = paragraph.tokens[token.head]
    above = paragraph.tokens[above.head] if token.dep == "pobj" and above.lemma in {"on", "in"} else above
    while (
        token.dep == "pobj"
        and above.dep == "pobj"
        and paragraph.tokens[above.head].lemma in {"at", "in", "on"}
        and above.index < token.index
    ):
        above = paragraph.tokens[paragraph.tokens[above.head].head]  # "the *crash* at the school in February"
    beside = token.dep in {"poss", "compound", "nmod", "pobj"} and above.pos == "NOUN"
    return beside and above.lemma in word_class("mishap") and not _is_coming(paragraph, above)


def is_perfect_at(paragraph: Paragraph, index: int) -> bool:
    """Whether the clause around a word tells of what has been done and holds still."""
    verbs = (governor for governor in paragraph.ancestors(index) if governor.pos in {"VERB", "AUX"})
    return any(child.text.lower() in {"has", "have"} for verb in verbs for child in paragraph.children(verb.index, "aux"))


def _is_said_of(paragraph: Paragraph, token: Token) -> bool:
    """Whether a date is what something "is": "the vote is on Friday" lies ahead, "Friday's vote is the second" does not."""
    while token.dep in {"nummod", "compound"} and token.head != token.index:
        token = paragraph.tokens[token.head]
    above = paragraph.tokens[token.head]
    above = paragraph.tokens[above.head] if token.dep == "pobj" and above.dep == "prep" else above
    direct = token.dep in {"pobj", "npadvmod", "attr"}
    return direct and above.lemma == "be" and above.tag in {"VBZ", "VBP"} and above.index < token.index


def _of_verb(paragraph: Paragraph, verb: Token, *, adverbial: bool = True) -> Tense | None:
    """The tense of one verb; None where it takes that of the verb above it (participles, infinitives).

    ``adverbial``: whether the date says when the verb's deed is, and is not part of who does it or what is done.
    """
    helpers = paragraph.children(verb.index, "aux", "auxpass")
    words = {child.text.lower() for child in helpers}
    tags = {child.tag for child in helpers}
    if words & AHEAD or verb.tag == "MD":
        return -1 if words & {"have"} else 1
    if (
        verb.lemma in ARRANGED
        and verb.tag == "VBN"
        and (words & {"have", "has", "is", "are"} or _is_called_off(paragraph, verb, words) or _is_of_called_off(paragraph, verb))
    ):
        return 1
    if verb.dep == "acl" and verb.lemma in ARRANGED and not helpers:
        return 1
    if verb.tag == "VBD" or "VBD" in tags or words & {"have", "has", "'ve", "’ve"}:
        return -1
    if (verb.tag in {"VBZ", "VBP"} or tags & {"VBZ", "VBP"}) and adverbial and _is_condition(paragraph, verb):
        return 1
    return _without_helper(paragraph, verb, present="VBZ" in tags or "VBP" in tags, infinitive="to" in words)


def _is_called_off(paragraph: Paragraph, verb: Token, words: AbstractSet[str]) -> bool:
    """Whether "had been planned for Thursday" tells of a plan, given up or changed in most cases: the day lies ahead all the same."""
    return {"had", "been"} <= words and any(child.lemma == "for" for child in paragraph.children(verb.index, "prep"))


def _is_of_called_off(paragraph: Paragraph, verb: Token) -> bool:
    """Whether "that was planned for Friday" says when something was to be that is called off ("has cancelled a visit that was …"): it never was,
    and its day lies ahead."""
    if verb.dep not in {"relcl", "acl"}:
        return False
    over = next((token for token in paragraph.ancestors(verb.index) if token.pos in {"VERB", "AUX"}), None)
    if over is None:
        return False
    particles = {child.text.lower() for child in paragraph.children(over.index, "prt", "advmod", "prep")}
    halted = contact_words("halt").keys() | PUT_OFF
    return over.lemma in halted or any(f"{over.lemma} {word}" in halted for word in particles)


def _without_helper(paragraph: Paragraph, verb: Token, *, present: bool, infinitive: bool) -> Tense | None:
    if present:
        ahead = (verb.tag == "VBN" and verb.lemma in PLANNING) or (verb.tag == "VBG" and verb.lemma != "be")
        return 1 if ahead else 0
    if infinitive:
        return _of_infinitive(paragraph, verb)
    if verb.tag in {"VBN", "VBG"}:
        return _of_participle(paragraph, verb)
    if verb.tag in {"VBZ", "VBP"} and verb.lemma in TIMETABLED:
        return 1
    return 0 if verb.dep == "ROOT" or verb.tag in {"VBZ", "VBP"} else None


def _of_infinitive(paragraph: Paragraph, verb: Token) -> Tense | None:
    """Of "plans to vote on Friday"; None where it takes the tense of what it hangs on ("began to ebb", "the second man to fall")."""
    above = paragraph.tokens[verb.head]
    if above.pos == "ADJ" and above.dep == "acomp":
        return 1 if paragraph.tokens[above.head].tag in {"VBZ", "VBP"} else None
    if above.pos == "NOUN" and verb.dep in {"relcl", "acl"} and _is_ranked(paragraph, above):
        return None
    if above.tag == "VBD" and above.lemma in BEGUN:
        return None
    planned = (
        above.lemma in PLANNING
        or above.lemma == "be"
        or (above.pos == "NOUN" and above.lemma in {"plan", "decision", "offer", "deadline"})
    )
    return 1 if planned or verb.dep == "ROOT" or above.pos in {"NOUN", "PROPN"} else None


def is_since_arranged_at(paragraph: Paragraph, index: int) -> bool:
    """Whether a date is that of what was arranged or ordered in the past ("was set to begin on Sunday", "ordered them to leave on Thursday"):
    it may have come about, or lie ahead."""
    verb = next((one for one in paragraph.ancestors(index) if one.pos in {"VERB", "AUX"}), None)
    above = None if verb is None or verb.tag != "VB" else paragraph.tokens[verb.head]
    if verb is None or above is None or not any(child.text.lower() == "to" for child in paragraph.children(verb.index, "aux")):
        return False
    was = {child.tag for child in paragraph.children(above.index, "aux", "auxpass")} == {"VBD"}
    return (above.lemma in ARRANGED and above.tag == "VBN" and was) or (above.lemma == "order" and above.tag == "VBD")


def _is_ranked(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun is that of one among those who did the same: "the second climber", "the youngest woman"."""
    beside = paragraph.children(noun.index, "amod", "nummod")
    return any(child.tag == "JJS" or child.text.lower() in RANKED or read_ordinal(child.text.lower()) for child in beside)


def _is_condition(paragraph: Paragraph, verb: Token) -> bool:
    return verb.dep == "advcl" and any(
        child.text.lower() in CONDITIONS for child in paragraph.children(verb.index, "mark", "advmod")
    )


def _of_participle(paragraph: Paragraph, verb: Token) -> Tense | None:
    """Of "after winning on Tuesday"; None where it takes the tense of what it hangs on."""
    if verb.dep == "ROOT":
        return -1
    if verb.tag == "VBN":
        return None
    return -1 if verb.dep == "pcomp" and paragraph.tokens[verb.head].lemma == "after" else None
