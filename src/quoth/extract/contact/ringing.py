"""Whether "called X" rings X up, or says what X is called, appeals to X, or summons X."""

from __future__ import annotations

from quoth.extract.contact.parties import Ground, parties_of
from quoth.extract.contact.pieces import RELATIVE
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.titles import titles
from quoth.records import Party
from quoth.syntax import Paragraph, Token

BEHIND_VERB = frozenset({"on", "upon", "out", "off", "for", "in", "into", "together", "back", "forth", "attention", "it"})
"""What right behind "call" makes it another verb ("called for", "called together"); "called into question" too."""
BEHIND_OBJECT = frozenset({"into", "to", "by", "up", "out", "together", "off"})
"""What behind the object makes it another verb ("called Reeve to the stand", "called her out")."""
SUMMONS = frozenset({"testify", "appear", "come", "serve", "strike", "answer", "account", "return"})
"""What somebody is called to do who is not rung up."""
SUMMONED = frozenset({"home", "election", "vote", "strike", "witness", "bluff", "attention", "shot", "referendum", "hearing"})
"""What is called and not rung up; "home" is what a place is called."""
SAID_TO = frozenset(
    {"congratulate", "thank", "ask", "tell", "warn", "urge", "inform", "reassure", "assure", "wish", "remind", "alert", "brief"}
)
"""What somebody is rung up to be told: "called to congratulate Reeve"."""
ANSWERING = frozenset({"answer", "pick", "take"})
MOMENTS = frozenset({"day", "time", "night", "morning", "week", "moment", "evening", "hour"})


def is_other_call(paragraph: Paragraph, verb: Token) -> bool:
    """Whether "call" is another verb by what stands right behind it: "called for", "called on", "called off"."""
    if verb.lemma != "call":
        return False
    following = paragraph.tokens[verb.index + 1 : verb.index + 2]
    led = paragraph.tokens[verb.index + 2 : verb.index + 3]
    if not following or following[0].text.lower() not in BEHIND_VERB:
        return False
    return not led or led[0].entity not in {"DATE", "TIME"}


def who_answered(ground: Ground, verb: Token) -> tuple[Party, ...]:
    """Who took a call of which nothing else says whom it was to: "Dolan rang, and I answered"."""
    paragraph = ground.paragraph
    if told := _rung_to_be_told(ground, verb):
        return told
    if paragraph.children(verb.index, "dobj", "prep", "oprd", "ccomp", "prt"):
        return ()
    joined = (clause for clause in paragraph.children(verb.index, "conj") if clause.lemma in ANSWERING)
    heads = (subject for clause in joined for subject in paragraph.children(clause.index, "nsubj"))
    return next((parties_of(ground, head) for head in heads), ())


def _rung_to_be_told(ground: Ground, verb: Token) -> tuple[Party, ...]:
    """Whom somebody rang to say something to: "called to congratulate Reeve"."""
    paragraph = ground.paragraph
    behind = paragraph.tokens[verb.index + 1 : verb.index + 3]
    if len(behind) < 2 or behind[0].text.lower() != "to" or behind[1].lemma not in SAID_TO or behind[1].head != verb.index:
        return ()
    return next((parties_of(ground, head) for head in paragraph.children(behind[1].index, "dobj", "dative")), ())


def is_rung_up(paragraph: Paragraph, verb: Token, found: Token) -> bool:
    """Whether nothing behind the object of a verb says what it is called: "called Reeve on Friday", not "called Reeve a liar"."""
    called = verb.lemma == "call"
    told = verb.tag in {"VBZ", "VBP"} and paragraph.segment.kind not in {"title", "caption"}
    if called and (
        told or _is_named_so(paragraph, verb, found) or _is_name_of(paragraph, verb, found) or _is_summons(paragraph, verb)
    ):
        return False
    after = paragraph.edges[found.index][1] + 1
    following = paragraph.tokens[after] if after < len(paragraph.tokens) else None
    if following is None:
        return True
    # a name of several parts is none: "called al-Dolan a crook"
    if following.text == "-" or (following.text.lower() == "on" and called and _is_reproach(paragraph, following)):
        return False
    clause = any(one.index > following.index for one in paragraph.children(verb.index, "advcl"))
    named = following.text.lower() == "as" and following.dep != "mark" and not clause
    if named or (following.pos != "PART" and following.text.lower() in BEHIND_OBJECT):
        return False
    ends = following.pos in {"ADP", "SCONJ", "CCONJ", "ADV", "PART"} or following.text in {".", ",", ";"}
    return ends or not called or bool(following.entity)


def _is_named_so(paragraph: Paragraph, verb: Token, found: Token) -> bool:
    """Whether what somebody is called stands behind the verb, wherever the parser hung it: "called Reeve “a crook”", "called Dolan, the
    minister, a liar", "called his party unacceptable"."""
    tokens = paragraph.tokens
    last = min(paragraph.edges[found.index][1] + 1, len(tokens) - 1)
    last += tokens[last].text == "," and last + 1 < len(tokens)
    for index in range(verb.index + 1, last + 1):
        token, before = tokens[index], tokens[index - 1]
        beside = before.pos in {"NOUN", "PROPN", "PRON"} or before.text == ","
        quoted = token.tag == "``" and (index <= paragraph.edges[found.index][1] or before.text != ",")
        article = token.text.lower() in {"a", "an"} and beside and index > verb.index + 1
        judged = token.pos == "ADJ" and found.index < index == paragraph.edges[found.index][1] and beside and not token.entity
        if quoted or article or judged:
            return True
    behind = tokens[verb.index + 1 : found.index]
    thing = [one for one in behind if one.pos == "NOUN" and one.text.lower() not in titles()]
    named = found.pos == "PROPN" and behind[:1] and behind[0].text.lower() in {"the", "this", "that", "his", "her", "their"}
    event = found.lemma in contact_words("noun").keys() | SUMMONED  # "called a press conference"
    return event or bool(named and thing and thing[-1].index == found.index - 1)


def _is_name_of(paragraph: Paragraph, verb: Token, found: Token) -> bool:
    """Whether a clause tells what something goes by: "a party called the Bloc", "a faction that he called the Old Guard", "as some call it"."""
    beside = paragraph.children(verb.index, "mark", "advmod")
    if any(one.text.lower() == "as" for one in beside if one.index < verb.index) and not paragraph.children(verb.index, "aux"):
        return True
    if _is_right_behind_name(paragraph, verb) and found.lemma not in contact_words("service"):
        return True
    above = paragraph.tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VBN" and above.pos == "NOUN" and not paragraph.children(verb.index, "aux", "auxpass"):
        return found.lemma not in contact_words("service")
    subjects = paragraph.children(verb.index, "nsubj")
    relative = subjects and subjects[0].text.lower() in RELATIVE
    return verb.dep == "relcl" and found.index > verb.index and not relative and above.lemma not in MOMENTS


def _is_right_behind_name(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a thing that is no part of the subject stands right before the verb: "her role in a series called “The Dam”"."""
    before = paragraph.tokens[verb.index - 1] if verb.index else verb
    subjects = paragraph.children(verb.index, "nsubj", "nsubjpass")
    over = []
    for above in (before, *paragraph.ancestors(before.index)):
        over.append(above)
        if above.dep == "relcl":
            break
    inside = any(one in over for one in subjects)
    word = titles().get(before.text.lower()) or titles().get(before.lemma)
    thing = before.pos in {"NOUN", "PROPN"} and before.text[:1].islower() and not before.entity
    return thing and not inside and (word is None or not word.person)


def _is_summons(paragraph: Paragraph, verb: Token) -> bool:
    """Whether somebody is called to do what one does in person: "called him to testify"."""
    return any(clause.lemma in SUMMONS and clause.tag == "VB" for clause in paragraph.children(verb.index, "advcl", "xcomp"))


def _is_reproach(paragraph: Paragraph, on: Token) -> bool:
    """Whether "on" leads to what somebody is taken up on: "called him on it", not "called him on Friday", "on the phone"."""
    heads = paragraph.children(on.index, "pobj")
    return any(head.entity not in {"DATE", "TIME"} and head.lemma not in contact_words("means").keys() | {"line"} for head in heads)
