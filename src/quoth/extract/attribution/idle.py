"""Words of saying inside what somebody says that tell of no saying: "urged them *to ask questions*", "they *should think* so", "what they *saw*".

They say what might be said, or leave open what was. Of 173 inner statements that annotators marked in the half of the labels that may be read,
two have such a cue and none such a content. What an infinitive tells was said all the same where the word over it says that it was done, or is
to come: "reached out *to warn* us", "was forced *to write* it", "is expected *to say*".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.clauses import is_passive, own_subject
from quoth.extract.attribution.governors import denies
from quoth.extract.attribution.stances import take
from quoth.lexicon.cues import cue_class
from quoth.records import Stance
from quoth.syntax import Paragraph, Token

POSSIBLE = frozenset({"should", "ought", "might", "may", "could"})
ANYONE = frozenset({"you", "anyone", "anybody", "no one", "nobody", "who"})
BELIEVING = frozenset({"believe", "think", "buy", "accept"})
"""Verbs whose denial says of what was said that it is not so."""
WANTING = frozenset({"want", "wish", "like"})
WOULD = frozenset({"would", "'d", "’d"})
NOT = frozenset({"not", "n't", "n’t", "never"})
HELD = frozenset({"believe", "think", "know", "see", "accept", "understand", "realize", "realise", "regard", "view", "feel"})
"""What people come to do in their minds, which is no purpose that they came for."""
OPEN = frozenset({"what", "which", "whom", "who", "how", "and", "or", "but"})
BACK = frozenset(
    {"it", "him", "her", "them", "me", "us", "you", "this", "that", "these", "those", "they", "he", "she", "one", "there", "to"}
)
"""What only points to something said before; who denies, supports or does not believe that takes a stance all the same."""
TAKEN: frozenset[Stance] = frozenset({"denies", "confirms", "doubts", "accuses", "praises", "condemns", "declines"})


def without_idle(paragraphs: Sequence[Paragraph], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that stand in another's content and tell of no saying, and those that nobody is told to have said."""
    said = [one for one in found if not _is_killing(paragraphs[one.paragraph], one)]
    told = [one for one in said if not is_nobodys(paragraphs[one.paragraph], one)]
    return [one for one in told if not (is_idle(paragraphs[one.paragraph], one) and any(holds(outer, one) for outer in found))]


def holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether all of ``inner`` stands in the content of ``outer``."""
    parts = [(inner.paragraph, inner.cue), *([(inner.paragraph, inner.source)] if inner.source else []), *inner.contents]
    return all(any(number == at and part.covers(own) for at, part in outer.contents) for number, own in parts)


def is_nobodys(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether a cue tells in the passive what may or will be said of something, and by nobody: "could be praised for it"; "it should be noted
    that" is the author's own remark, who "could be heard saying" so said it, and what people may think is a view ("could be seen as a retreat")."""
    first = paragraph.tokens[one.cue.first]
    if one.source is not None or one.kind != "verb" or first.tag != "MD" or _is_negated(paragraph, one):
        return False
    said = any(token.tag == "VBG" for token in paragraph.tokens[one.head + 1 : one.cue.last + 1])
    unsaid = is_passive(paragraph, one.head) and not said and not paragraph.children(one.head, "ccomp")
    return unsaid and take(paragraph, one).stance != "thinks"


def _is_killing(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether a war, storm or illness "claims" lives, which says nothing."""
    head = paragraph.tokens[one.head]
    things = paragraph.children(head.index, "dobj", "nsubjpass") if head.lemma == "claim" else ()
    return any(thing.lemma in cue_class("claimed_by_death") for thing in things)


def is_idle(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether an attribution tells of what might be said, or of nothing that can be named."""
    return _is_possible(paragraph, one) or _is_told_to_say(paragraph, one) or _is_open(paragraph, one)


def _is_told_to_say(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether somebody is only told to say it: "*Just say* that you will not build it"."""
    head = paragraph.tokens[one.head]
    return one.source is None and one.kind == "verb" and head.tag == "VB" and head.dep != "conj" and _is_bare(paragraph, head)


def _is_bare(paragraph: Paragraph, head: Token) -> bool:
    """Whether a verb stands in its plain form without a subject or a helping word."""
    return own_subject(paragraph, head.index) is None and not paragraph.children(head.index, "aux", "auxpass", "neg", "mark")


def _is_possible(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether the saying is only wanted, asked for or possible: an infinitive, "should think"; "could not say" declines."""
    first, last = one.cue
    words = [token.text.lower() for token in paragraph.tokens[first : last + 1]]
    if paragraph.tokens[first].tag == "TO":
        return not _is_carried_out(paragraph, one) and not _is_come_to(paragraph, one)
    if paragraph.tokens[first].tag != "MD" or _is_negated(paragraph, one):
        return False
    source = one.source
    anyone = source is not None and paragraph.tokens[source.first].text.lower() in ANYONE and source.first == source.last
    return words[0] in POSSIBLE or anyone


def _is_negated(paragraph: Paragraph, one: Attribution) -> bool:
    return any(token.text.lower() in NOT for token in paragraph.tokens[one.cue.first : one.cue.last + 1])


def _is_carried_out(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether an infinitive tells of what was said, was refused, or is to be said at a time: by the word over it."""
    saying = paragraph.tokens[paragraph.tokens[one.cue.first].head]
    over = paragraph.tokens[saying.head]
    if saying.dep not in {"xcomp", "advcl", "ccomp"} or over.index > saying.index or take(paragraph, one).stance == "thinks":
        return False
    return _is_said_in_wanting(paragraph, over) or (
        not paragraph.children(saying.index, "auxpass", "mark") and _is_done(paragraph, over)
    )


def _is_done(paragraph: Paragraph, over: Token) -> bool:
    """Whether a verb tells that what its infinitive tells was done, or is to come at a time."""
    tense, passive = _tense(paragraph, over), bool(paragraph.children(over.index, "auxpass"))
    if tense is None or denies(paragraph, over):
        return False
    if over.lemma in cue_class("scheduled"):
        return passive
    led = over.lemma in cue_class("prompting") and (not passive or tense == "past")
    turned = over.lemma in cue_class("turning") and tense == "past"
    return led or turned or over.lemma in cue_class("carried_out") | cue_class("declining")


def _is_said_in_wanting(paragraph: Paragraph, over: Token) -> bool:
    """Whether somebody does so in saying that they want to: "I want *to thank* them", "we would like *to say* that"."""
    subject = own_subject(paragraph, over.index)
    helping = {child.lemma for child in paragraph.children(over.index, "aux")}
    mine = subject is not None and subject.text.lower() in {"i", "we"} and not denies(paragraph, over)
    return mine and over.lemma in WANTING and helping <= WOULD


def _is_come_to(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether somebody thinks so by now: "have come *to believe* that"."""
    held = paragraph.tokens[paragraph.tokens[one.cue.first].head]
    over = paragraph.tokens[held.head]
    come = over.lemma == "come" and over.index < held.index and held.lemma in HELD and held.dep in {"xcomp", "advcl"}
    return come and _tense(paragraph, over) is not None and not denies(paragraph, over)


def _tense(paragraph: Paragraph, over: Token) -> Literal["past", "present"] | None:
    """How a verb is told as done; None where it is not, being itself possible, wanted, in no tense, or going on to it."""
    helping = paragraph.children(over.index, "aux", "auxpass")
    finite = next((each for each in (*helping, over) if each.tag in {"VBD", "VBZ", "VBP"}), None)
    if finite is None or any(child.tag in {"MD", "TO"} for child in helping) or (over.tag == "VBG" and over.lemma == "go"):
        return None
    if finite.tag == "VBD" or any(child.lemma == "have" for child in helping):
        return "past"
    return None if over.tag == "VBG" else "present"


def _is_open(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether the content is one word that names nothing."""
    if len(one.contents) != 1 or one.contents[0][1].first != one.contents[0][1].last:
        return False
    number, part = one.contents[0]
    word = paragraph.tokens[part.first].text.lower() if number == one.paragraph else ""
    if word not in OPEN | BACK:
        return False
    taken = take(paragraph, one)
    unheld = taken.stance == "thinks" and taken.negated and paragraph.tokens[one.head].lemma in BELIEVING
    return word not in BACK | {"which"} or (taken.stance not in TAKEN and not unheld)
