"""What the speaker does with the content, the finer act in it, and whether the saying itself is denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.extract.attribution.attributions import cue_word
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.clauses import own_subject
from quoth.extract.attribution.governors import Held, denies, held_back
from quoth.lexicon.cues import CueSense, CueWord, cue_class, cue_senses, cue_words
from quoth.lexicon.frames import frame_of_word
from quoth.records import Act, Stance
from quoth.syntax import Paragraph, Token

MARKS = frozenset({"that", "whether", "if"})
CLAIMED, NO_LONGER, UNDERTAKEN = "claimed", "no_longer", "undertaken"
"""Words of ``cue_senses.tsv`` for an object that is something claimed, for "no longer", and for a clause of what will be done."""
TO_COME = frozenset({"will", "would", "wo", "shall", "'ll", "’ll", "'d", "’d"})
QUOTES = frozenset({'"', "”", "’", "'"})
ASKING = (6, 3)
"""Within how many tokens a label ends, and of how many sentences a question is: longer turns that end in one tell more than they ask."""
NEEDING = frozenset({"have", "need"})
"""Verbs before "to" that say only that it must be done."""
PLAIN = frozenset({"state", "describe", "announce", "promise", "offer"})
"""Acts of a verb that say less than the noun it lends itself to: "issued a warning", "offered an apology", "announced plans"."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is done with a content."""

    stance: Stance
    act: Act | None
    negated: bool
    """Whether the text says that it was not done. What is declined or left unsaid is not negated: that is what was done."""


UNKNOWN = Taken("none", None, negated=False)
"""Of what is only asked about: "Did the envoy deny it?"."""
ASKED = Taken("asks", "inquire", negated=False)
UNPROVED = Taken("doubts", "doubt", negated=False)
"""Of who "found no evidence": whether it is so is neither said nor denied."""
UNTRUE = Taken("denies", "deny", negated=False)
UNANSWERED = Taken("declines", "unanswered", negated=False)
LEFT: dict[Held, Taken] = {
    "declined": Taken("declines", "decline", negated=False),
    "withheld": Taken("declines", "withhold", negated=False),
}


def take(paragraph: Paragraph, attribution: Attribution) -> Taken:
    """The stance and act of a cue in its clause."""
    head = _telling(paragraph, attribution)
    predicate = _predicate(paragraph, head)
    asking = attribution.kind == "label" and _is_asking(paragraph, attribution)
    if asking or _is_asked_about(paragraph, predicate):
        return ASKED if asking else UNKNOWN
    settled = _settled(paragraph, head, anonymous=attribution.source is None)
    if settled is not None:
        return settled
    stance, act = _meaning(paragraph, head, anothers=_is_anothers(paragraph, attribution, head))
    held = _held(paragraph, head, predicate)
    if head.lemma in cue_class("answering") | cue_class("unanswering") and (
        held == "denied" or _is_declined_comment(paragraph, head, held)
    ):
        return UNANSWERED
    if held == "denied":
        return _denied(paragraph, head, stance, act)
    if held is not None and stance not in {"thinks", "none", "declines"}:
        return LEFT[held]
    return Taken(stance, act, negated=held is not None and stance != "declines")


def _is_asking(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Whether a turn of an interview is a question: a few sentences of one paragraph, the last of which ends with its mark."""
    last = next((token.text for token in reversed(paragraph.tokens) if token.text not in QUOTES), "")
    behind = sum(token.begins_sentence for token in paragraph.tokens[attribution.cue.last + 1 :])
    return last == "?" and len(attribution.contents) == 1 and attribution.cue.first < ASKING[0] and behind <= ASKING[1]


def _stands_nowhere(paragraph: Paragraph, head: Token) -> bool:
    """Whether somebody "takes no position" on something, or has not taken any."""
    things = [child for child in paragraph.children(head.index, "dobj") if child.lemma == "position"]
    none = any(child.lemma == "no" for thing in things for child in paragraph.children(thing.index, "det"))
    return head.lemma == "take" and bool(things) and (none or denies(paragraph, head))


def _settled(paragraph: Paragraph, head: Token, *, anonymous: bool) -> Taken | None:
    """What is done where the words around the cue settle it, whatever the cue means elsewhere; ``anonymous``: nobody is told who said it, so that who
    calls it untrue is not taken for them."""
    if head.lemma in cue_class("hidden") or _stands_nowhere(paragraph, head):
        return LEFT["withheld" if head.lemma in cue_class("hidden") else "declined"]
    if _lacks_proof(paragraph, head):
        return UNPROVED
    return UNTRUE if anonymous and _is_called_untrue(paragraph, head) else None


def _lacks_proof(paragraph: Paragraph, head: Token) -> bool:
    """Whether somebody "found no evidence" of something."""
    over = paragraph.tokens[head.head] if head.dep == "dobj" else head
    things = paragraph.children(over.index, "dobj") if over.lemma in cue_class("finding") else ()
    proofs = [thing for thing in things if thing.lemma in cue_class("proof")]
    return any(child.lemma == "no" for thing in proofs for child in paragraph.children(thing.index, "det"))


def _is_called_untrue(paragraph: Paragraph, head: Token) -> bool:
    """Whether what a cue noun reports is called untrue: "the claim that … is a lie"."""
    over = paragraph.tokens[head.head]
    if head.pos != "NOUN" or head.dep != "nsubj" or over.lemma != "be" or denies(paragraph, over):
        return False
    told = [frame_of_word(child.lemma, child.pos) for child in paragraph.children(over.index, "attr", "acomp")]
    return any(frame is not None and frame.negates and frame.force is None for frame in told)


def _denied(paragraph: Paragraph, head: Token, stance: Stance, act: Act | None) -> Taken:
    """What was not done; of one who neither confirms nor denies, that he declines."""
    if stance in {"confirms", "denies"} and _other_of_two(paragraph, head) == {"confirms": "denies", "denies": "confirms"}[stance]:
        return LEFT["declined"]
    return Taken(stance, act, negated=True)


def _other_of_two(paragraph: Paragraph, head: Token) -> Stance | None:
    """The stance of the verb that "or" or "nor" joins to this one."""
    first = paragraph.tokens[head.head] if head.dep == "conj" else None
    other = first if first is not None else next(iter(paragraph.children(head.index, "conj")), None)
    start = head if first is None else first
    joined = any(child.lemma in {"or", "nor"} for child in paragraph.children(start.index, "cc"))
    word = cue_words().get((other.lemma, "verb")) if other is not None and joined else None
    return word.stance if word else None


def _predicate(paragraph: Paragraph, head: Token) -> Token:
    """The verb that tells of a saying: the cue itself, the verb that its noun leans on, its copula."""
    over = paragraph.tokens[head.head]
    if head.pos == "NOUN" and head.dep in {"dobj", "attr"} and over.pos in {"VERB", "AUX"}:
        return over
    return head


def _held(paragraph: Paragraph, head: Token, predicate: Token) -> Held | None:
    if predicate.index == head.index:
        return None if head.pos == "NOUN" and not denies(paragraph, head) else held_back(paragraph, head.index)
    if _is_phrase(paragraph, head):
        return held_back(paragraph, predicate.index)
    own = denies(paragraph, head)
    over = held_back(paragraph, predicate.index) if predicate.lemma in cue_class("light") else None
    return ("denied" if over is None else None) if own else over


def _is_phrase(paragraph: Paragraph, head: Token) -> bool:
    """Whether the "no" of a noun is part of the cue word: "no doubt"."""
    word = cue_word(paragraph, head)
    return word is not None and word.lemma.startswith("no ")


def _is_declined_comment(paragraph: Paragraph, head: Token, held: Held | None) -> bool:
    """Whether nothing was said at all where one would not: "would not respond"; "refused to comment" and "would not comment" decline."""
    return held == "declined" and head.lemma in {"respond", "reply", "answer"} and denies(paragraph, head)


def _is_asked_about(paragraph: Paragraph, predicate: Token) -> bool:
    """Whether a yes-or-no question asks for it: a helping verb before the subject, and a question mark at the end."""
    subject = own_subject(paragraph, predicate.index)
    helpers = paragraph.children(predicate.index, "aux", "auxpass")
    if subject is None or subject.tag in {"WP", "WDT"} or not any(child.index < subject.index for child in helpers):
        return False
    stop = next((token.text for token in paragraph.tokens[predicate.index :] if token.text in {".", "?", "!"}), "")
    return stop == "?"


def _telling(paragraph: Paragraph, attribution: Attribution) -> Token:
    """The word of a cue that tells what is done: its head, what a bare copula joins to it ("are | worried"), the verb of saying that it holds back
    ("stopped short of | saying"), or what somebody did it for ("took to the air *to slam*")."""
    head = paragraph.tokens[attribution.head]
    if head.lemma in cue_class("withholding") | cue_class("failing"):
        saying = [token for token in paragraph.tokens[head.index + 1 : attribution.cue.last + 1] if token.dep in {"pcomp", "xcomp"}]
        withheld = next((token for token in reversed(saying) if cue_word(paragraph, token) is not None), None)
        if withheld is not None:
            return withheld
    purpose = _purpose(paragraph, attribution, head)
    if purpose is not None:
        return purpose
    if head.lemma != "be" or cue_word(paragraph, head) is not None:
        return head
    joined = paragraph.children(head.index, "acomp", "attr", "oprd")
    return next((child for child in joined if attribution.cue.holds(child.index) and cue_word(paragraph, child)), head)


def _purpose(paragraph: Paragraph, attribution: Attribution, head: Token) -> Token | None:
    """The verb of saying that a cue ends with, where its head only leads up to it: "held calls with them *to warn* of a raid", "went on air *to
    deny* it"; None where the head tells more itself ("refused to say", "did not call to warn")."""
    word = cue_word(paragraph, head)
    leads = head.pos == "VERB" and (word is None or word.stance in {"asserts", "none"}) and head.lemma not in NEEDING
    if not leads or held_back(paragraph, head.index) is not None:
        return None
    for verb in reversed(paragraph.tokens[head.index + 1 : attribution.cue.last + 1]):
        aimed = verb.pos == "VERB" and any(child.tag == "TO" for child in paragraph.children(verb.index, "aux"))
        if aimed:
            behind = verb.head == head.index and verb.dep in {"advcl", "xcomp"} and not paragraph.children(verb.index, "prt")
            return verb if behind and (verb.lemma, "verb") in cue_words() else None
    return None


def _is_anothers(paragraph: Paragraph, attribution: Attribution, head: Token) -> bool:
    """Whether the source of a cue noun is not who acts on it: it stands within its phrase ("Arden rejected | Norvia's | allegation") or is not
    told."""
    first, last = paragraph.edges[head.index]
    return head.pos == "NOUN" and (attribution.source is None or first <= attribution.source.first <= last)


def _meaning(paragraph: Paragraph, head: Token, *, anothers: bool = False) -> tuple[Stance, Act | None]:
    """Stance and act of a cue word, in the company that it stands in; what another does with it is left out where it is ``anothers``."""
    word = cue_word(paragraph, head)
    if word is None:
        sense = _sense(paragraph, head, "verb")
        return (sense.stance, sense.act) if sense is not None else ("asserts", "state")
    answered = _answered(paragraph, head, word, anothers=anothers)
    lent = answered or _lent(paragraph, head, word) or _leant_on(paragraph, head, word, anothers=anothers)
    if lent is not None:
        return lent
    sense = _sense(paragraph, head, word.kind)
    if sense is not None:
        return sense.stance, sense.act
    if word.act == "refuse" or head.lemma in cue_class("declining"):
        return _declined(paragraph, head)
    return word.stance, word.act


def _sense(paragraph: Paragraph, head: Token, kind: str) -> CueSense | None:
    """The first sense of a word that fits its company."""
    senses = cue_senses().get((head.lemma, kind), ())
    company = set(_company(paragraph, head)) if senses else set()
    return next((sense for sense in senses if company.issuperset(sense.company)), None)


def _answered(paragraph: Paragraph, head: Token, word: CueWord, *, anothers: bool) -> tuple[Stance, Act | None] | None:
    """What a verb makes of what is claimed, its object: "took issue with the suggestion that …" disputes it. The noun may be the cue."""
    verb = head
    if word.kind == "noun":
        over = paragraph.tokens[head.head]
        verb = paragraph.tokens[over.head] if over.pos == "ADP" and head.dep == "pobj" else over
        if anothers or verb.pos != "VERB":
            return None
    sense = _sense(paragraph, verb, "verb")
    return (sense.stance, sense.act) if sense is not None and CLAIMED in sense.company else None


def _lent(paragraph: Paragraph, head: Token, word: CueWord) -> tuple[Stance, Act | None] | None:
    """The noun that a light verb lends itself to as a cue with what it says: "issued a warning that …" warns."""
    if word.kind != "verb" or head.lemma not in cue_class("light"):
        return None
    for thing in paragraph.children(head.index, "dobj"):
        given = head.lemma in cue_class("putting") and thing.lemma in cue_class("put_things")  # "put its position at 14 miles"
        noun = None if given else cue_words().get((thing.lemma, "noun"))
        if (
            noun is not None
            and thing.index > head.index
            and noun.act != "state"
            and (noun.stance != "asserts" or word.act in PLAIN)
        ):
            return noun.stance, noun.act
    return None


def _leant_on(paragraph: Paragraph, head: Token, word: CueWord, *, anothers: bool) -> tuple[Stance, Act | None] | None:
    """What the verb over a cue noun makes of it: "repeated the claim" says it again, "brushed aside the warnings" rejects them, unless
    the noun is ``anothers``, who made the claim that is rejected."""
    predicate = _predicate(paragraph, head)
    over = cue_word(paragraph, predicate) if predicate.index != head.index else None
    if over is None or word.kind != "noun":
        return None
    if over.act == "reiterate":
        return (word.stance, over.act) if word.stance == "asserts" else None
    if anothers:
        return None
    return (over.stance, over.act) if over.stance not in {"asserts", "none"} and predicate.lemma not in cue_class("light") else None


def _declined(paragraph: Paragraph, head: Token) -> tuple[Stance, Act]:
    """What it is to decline or refuse: to say something, a demand or an offer, or to do something."""
    if _declines_to_say(paragraph, head):
        return "declines", "decline"
    return "denies", "reject" if paragraph.children(head.index, "dobj") else "refuse"


def _declines_to_say(paragraph: Paragraph, head: Token) -> bool:
    """Whether what is declined is saying something ("declined to comment"), not doing something ("declined to leave")."""
    for child in paragraph.children(head.index, "xcomp", "ccomp", "advcl", "acl"):
        word = cue_words().get((child.lemma, "verb"))
        if word is not None and word.stance not in {"thinks", "promises", "none"} and child.lemma not in cue_class("granting"):
            return True
        given = paragraph.children(child.index, "dobj") if child.lemma in cue_class("light") else ()
        into = [link for link in paragraph.children(child.index, "prep") if link.lemma == "into"]
        gone_into = [thing for link in into for thing in paragraph.children(link.index, "pobj")]
        if any(map(_is_answer, (*given, *gone_into))):
            return True
    things = paragraph.children(head.index, "dobj", "ccomp")
    return any(_is_answer(thing) or _asks_for_answer(paragraph, thing) for thing in things)


def _is_answer(thing: Token) -> bool:
    return thing.lemma in cue_class("answering") | cue_class("withheld") and thing.pos == "NOUN"


def _asks_for_answer(paragraph: Paragraph, thing: Token) -> bool:
    """Whether something asks for words: "three requests *for comment*", "questions"; not "his request for money"."""
    links = [child for child in paragraph.children(thing.index, "prep") if child.lemma in {"for", "to"}]
    wanted = [each for link in links for each in paragraph.children(link.index, "pobj")]
    return thing.lemma in cue_class("asking") and any(each.lemma in cue_class("answering") | {"interview"} for each in wanted)


def _company(paragraph: Paragraph, head: Token) -> Iterator[str]:
    """What hangs on a cue word behind it, in the words of ``cue_senses.tsv``."""
    for child in paragraph.children(head.index):
        if child.dep == "advmod" and child.text.lower() == "longer" and paragraph.children(child.index, "neg"):
            yield NO_LONGER
        elif child.index < head.index:
            continue
        elif child.dep in {"prt", "prep", "dative", "advmod"}:
            yield child.lemma
            yield from (name for thing in paragraph.children(child.index, "pobj", "pcomp") for name in _object(thing))
        elif child.dep == "dobj":
            yield from _object(child)
        elif child.dep in {"xcomp", "ccomp", "advcl", "acl"}:
            yield from _clause(paragraph, child)


def _object(thing: Token) -> Iterator[str]:
    yield thing.lemma
    if thing.lemma in cue_class("claimed"):
        yield CLAIMED


def _clause(paragraph: Paragraph, clause: Token) -> Iterator[str]:
    if any(child.tag == "TO" for child in paragraph.children(clause.index, "aux")):
        yield "for" if any(child.lemma == "for" for child in paragraph.children(clause.index, "mark")) else "to"
        return
    yield from (child.lemma for child in paragraph.children(clause.index, "mark") if child.lemma in MARKS)
    if _is_undertaken(paragraph, clause):
        yield UNDERTAKEN


def _is_undertaken(paragraph: Paragraph, clause: Token) -> bool:
    """Whether a clause tells what somebody pointed back to will do, or what will be done."""
    subject = own_subject(paragraph, clause.index)
    to_come = any(child.tag == "MD" and child.lemma in TO_COME for child in paragraph.children(clause.index, "aux"))
    named = subject is not None and (subject.dep == "nsubjpass" or subject.tag == "PRP")
    return to_come and named
