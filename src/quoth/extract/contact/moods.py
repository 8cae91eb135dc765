"""What a verb says of the contact that it tells of: done, to come, refused, or only thought of."""

from __future__ import annotations

from typing import Literal

from quoth.extract.contact.journeys import journey_of
from quoth.extract.timex.tense import tense_at
from quoth.lexicon.contacts import contact_words
from quoth.syntax import Paragraph, Token

Status = Literal["held", "planned", "cancelled", "denied"]

ARRANGED = frozenset(
    {"plan", "schedule", "agree", "set", "expect", "due", "intend", "arrange", "slate", "slat", "promise", "vow", "decide", "prepare",
     "pledge", "aim", "commit", "go", "continue", "announce"}
)  # fmt: skip
"""Words whose infinitive or object is arranged; "slat" is the parser's lemma of "slated"."""
WISHED = frozenset({"want", "hope", "like", "wish", "offer", "seek", "propose", "invite", "ask", "request", "desire", "hop"})
"""Verbs of one side that would have a contact: it is planned, and that side is its initiator. "hop" is the parser's lemma of "hoped"."""
INCLINED = frozenset({"ready", "willing", "prepared", "eager", "keen", "open", "happy"})
OTHERS_WISH = frozenset({"urge", "tell", "order", "instruct", "press", "beg"})
"""Verbs by which somebody wants two others to have one: nobody plans it."""
DEMANDING = frozenset({"mandate", "require", "demand", "insist", "urge", "recommend", "suggest", "order"})
LIKING = frozenset({"like", "love", "enjoy", "hate", "prefer", "avoid", "dislike"})
ALLOWING = frozenset({"allow", "permit", "enable", "authorise", "authorize"})
BECOME = frozenset({"become", "remain"})
RANKED = frozenset({"first", "second", "third", "last", "latest", "only", "highest"})
"""Words before somebody who did it: "the first president to visit"."""
PURPOSES = frozenset(
    {"plan", "invitation", "offer", "proposal", "agreement", "decision", "intention", "hope", "desire", "wish", "request", "pledge",
     "promise", "readiness", "effort", "bid", "willingness", "preparation", "prospect", "possibility", "compulsion", "urge",
     "refusal", "reluctance", "eagerness"}
)  # fmt: skip
"""Nouns after which a contact is told as one to come."""
BLAME = frozenset({"investigation", "fire", "scrutiny", "criticism", "criticise", "criticize", "condemn", "slam", "attack", "thank", "praise",
                   "apologise", "apologize", "arrest", "denounce", "reason", "basis", "motive", "excuse"})  # fmt: skip
"""Words before "for" that take what follows for done."""
THOUGHTS = frozenset(
    {"idea", "notion", "thought", "concept", "prospect", "possibility", "chance", "likelihood", "option", "risk", "danger", "dream",
     "fear", "importance", "value", "benefit", "wisdom", "necessity", "point", "merit"}
)  # fmt: skip
"""Nouns whose "of meeting" is of no meeting that there was: "mocked the idea of consulting the council"."""
UNWILLING = frozenset({"refusal", "reluctance"})
UNREAL = frozenset({"may", "might", "could", "should", "would", "must", "can", "ought"})
MOTION = frozenset(
    {
        "travel",
        "fly",
        "go",
        "arrive",
        "come",
        "visit",
        "return",
        "gather",
        "land",
        "head",
        "journey",
        "cross",
        "convene",
        "depart",
        "walk",
        "drive",
        "sail",
    }
)
"""Verbs of motion: in the past tense, the meeting that they were made for is told as held."""
BROUGHT_ABOUT = frozenset(
    {
        "manage",
        "wait",
        "begin",
        "start",
        "continue",
        "get",
        "help",
        "pause",
        "hurry",
        "rush",
        "stay",
        "stop",
        "send",
        "dispatch",
        "deploy",
    }
)
"""Verbs whose infinitive is done where they are: "waited until May to meet him"."""
AHEAD_OF_ITSELF = frozenset({"meet", "visit", "host", "receive"})
"""Verbs whose present progressive tells a plan ("is meeting him on Thursday")."""
WAYS = frozenset({"detour", "break", "flight", "train", "bus", "plane", "trip", "journey", "stop", "turn", "day"})
"""What somebody takes on the way to meeting somebody."""
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})


def first_joined(paragraph: Paragraph, verb: Token) -> Token:
    """The first of the verbs that a verb without a subject of its own is joined to: "wants to end it and hold a summit"."""
    while verb.dep == "conj" and not paragraph.children(verb.index, "nsubj", "nsubjpass"):
        above = paragraph.tokens[verb.head]
        own = {child.text.lower() for child in paragraph.children(verb.index, "aux", "auxpass")}
        if above.pos not in {"VERB", "AUX"} or above.tag != verb.tag or own - {"to"}:
            break
        verb = above
    return verb


def status_of_verb(paragraph: Paragraph, told: Token) -> Status | None:
    """Whether what a verb tells was done, is to come or is refused; None where it is only thought of or ordered."""
    verb = told if paragraph.children(told.index, "neg") else first_joined(paragraph, told)
    helpers = {child.text.lower() for child in paragraph.children(verb.index, "aux", "auxpass")}
    without = verb.dep == "pcomp" and paragraph.tokens[verb.head].text.lower() == "without"
    if paragraph.children(verb.index, "neg") and not helpers & (FUTURE | UNREAL) and _is_until(paragraph, verb):
        return "held"
    if without or paragraph.children(verb.index, "neg") or _is_nobody(paragraph, verb):
        return None if helpers & (UNREAL - {"would"}) or _is_bidden(paragraph, verb) else "denied"
    if _is_reported_future(paragraph, verb, helpers):
        return "planned"
    if _is_unreal(paragraph, verb, helpers) or _is_demanded(paragraph, verb):
        return None
    dated = verb.tag in {"VBP", "VBZ"} and verb.dep == "advcl" and _is_dated(paragraph, verb) and not helpers
    if dated or helpers & FUTURE or (verb.tag == "VBN" and verb.lemma in ARRANGED - {"go", "continue"}):
        return "planned"
    return _status_without_helper(paragraph, verb, helpers, told.lemma)


def _status_without_helper(paragraph: Paragraph, verb: Token, helpers: set[str], lemma: str) -> Status | None:
    """Of infinitives, participles and all that is simply told; ``lemma`` is that of the verb which tells the contact."""
    if verb.tag == "VB" and not helpers and verb.dep in {"ROOT", "ccomp", "xcomp"}:
        return _status_of_bare(paragraph, verb)
    passive = verb.tag == "VBN" and {"be", "to"} <= helpers
    if passive or (verb.tag == "VB" and ("to" in helpers or verb.dep == "dep")):
        journey = journey_of(paragraph, verb)
        if journey is not None:
            return "planned" if tense_at(paragraph, journey.index) > 0 else "held"
        return _status_of_infinitive(paragraph, verb, paragraph.tokens[verb.head])
    if verb.dep == "pcomp" and paragraph.tokens[verb.head].text.lower() in {"on", "of", "to"}:
        over = paragraph.tokens[paragraph.tokens[verb.head].head]
        if over.lemma in ARRANGED | INCLINED | {"look", "forward", "think", "openness", "willingness", "commitment"}:
            return None if over.lemma == "think" else "planned"
        if over.lemma in THOUGHTS:
            return None
    gerund = verb.tag == "VBG" and (lemma in AHEAD_OF_ITSELF or verb.dep in {"xcomp", "pcomp"})
    return "planned" if gerund and tense_at(paragraph, verb.index) > 0 else "held"


def _status_of_bare(paragraph: Paragraph, verb: Token) -> Status | None:
    """Of a bare infinitive: "let her speak to Reeve", "asked that he brief the council"; open where it is an order."""
    above = paragraph.tokens[verb.head]
    if verb.dep == "ROOT":  # a headline's "Dolan and Reeve hold talks"
        return "held" if any(one.index < verb.index for one in paragraph.children(verb.index, "nsubj")) else None
    if above.lemma in {"let", "make", "have", "help", "see", "watch"}:
        return status_of_verb(paragraph, above)
    return "planned" if above.lemma in WISHED and paragraph.children(verb.index, "nsubj") else None


def _is_bidden(paragraph: Paragraph, verb: Token) -> bool:
    """Whether an infinitive is what somebody is told or asked to do: "asked residents not to call"."""
    above = paragraph.tokens[verb.head]
    told = above.lemma in OTHERS_WISH | {"ask", "warn", "advise", "caution", "encourage"}
    return verb.tag == "VB" and verb.dep in {"xcomp", "ccomp"} and told and bool(paragraph.children(above.index, "dobj", "dative"))


def _is_reported_future(paragraph: Paragraph, verb: Token, helpers: set[str]) -> bool:
    """Whether "would" is the future of a report: "said the talks would take place in May", "hoped he would visit"."""
    above = paragraph.tokens[verb.head]
    joined = first_joined(paragraph, verb)
    above = paragraph.tokens[joined.head] if joined.dep in {"ccomp", "conj"} else above
    supposed = any(child.text.lower() in {"if", "unless", "whether"} for child in paragraph.children(verb.index, "mark", "advmod"))
    doubted = paragraph.children(verb.index, "advcl") or paragraph.children(above.index, "neg")
    return "would" in helpers and verb.dep == "ccomp" and above.tag in {"VBD", "VBN"} and not supposed and not doubted


def _is_unreal(paragraph: Paragraph, verb: Token, helpers: set[str]) -> bool:
    """Whether a contact is only thought of: "could meet", "if they met", "without talking"."""
    behind = {child.index for child in paragraph.children(verb.index, "nsubj", "nsubjpass")}
    over = paragraph.tokens[verb.head]
    had = over if over.text == "had" and verb.dep == "ccomp" else None  # which the parser takes for the verb over it
    inverted = any(
        child.text == "had" and behind and child.index < min(behind)
        for child in (*paragraph.children(verb.index, "aux"), *([had] if had else []))
    )
    would = verb.tag == "VB" and bool(helpers & {"'d", "’d"})
    supposed = any(child.text.lower() in {"if", "unless", "whether"} for child in paragraph.children(verb.index, "mark"))
    supposed = supposed or _is_open_when(paragraph, verb) or _is_attempt(paragraph, verb) or _is_unsure(paragraph, verb)
    preposition = paragraph.tokens[verb.head]
    apart = verb.dep == "pcomp" and preposition.text.lower() in {"without", "for", "against"}
    apart = apart and paragraph.tokens[preposition.head].lemma not in BLAME  # "is under investigation for meeting Reeve"
    return bool(helpers & UNREAL) or would or inverted or supposed or apart


def _is_unsure(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a gerund is what nobody tells as done: "doesn't remember talking to", "would involve somebody contacting"."""
    above = paragraph.tokens[verb.head]
    if verb.tag != "VBG" or paragraph.children(verb.index, "aux"):
        return False
    over = above if above.pos == "VERB" else paragraph.tokens[above.head]
    forgotten = over.lemma in {"remember", "recall"} and bool(paragraph.children(over.index, "neg"))
    helpers = {child.text.lower() for child in paragraph.children(over.index, "aux")}
    return forgotten or (over.lemma in {"involve", "mean", "require", "include"} and bool(helpers & UNREAL))


def _is_until(paragraph: Paragraph, verb: Token) -> bool:
    """Whether it was done after all: "did not open talks until May"."""
    return any(child.text.lower() in {"until", "till"} for child in paragraph.children(verb.index, "prep"))


def _is_nobody(paragraph: Paragraph, verb: Token) -> bool:
    """Whether the subject says that nobody did it: "neither Dolan nor Reeve has met him", "no one has called"."""
    subjects = paragraph.children(verb.index, "nsubj", "nsubjpass")
    words = [subject.text.lower() for subject in subjects] + [
        child.text.lower() for subject in subjects for child in paragraph.children(subject.index, "det", "preconj", "cc")
    ]
    return bool({"no", "neither", "nobody", "none"} & set(words))


def _is_demanded(paragraph: Paragraph, verb: Token) -> bool:
    """Whether somebody only wants others to have a contact, or likes to have them: "requires that Dolan notify Reeve", "likes meeting people"."""
    above = paragraph.tokens[verb.head]
    demanded = verb.dep == "ccomp" and above.lemma in DEMANDING and verb.tag in {"VB", "VBZ", "VBP"}
    return demanded or (verb.dep == "xcomp" and verb.tag == "VBG" and above.lemma in LIKING)


def _is_attempt(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a contact was only tried: "hadn't tried reaching out", "is trying to meet"."""
    return verb.dep == "xcomp" and paragraph.tokens[verb.head].lemma in {"try", "attempt"}


def _is_open_when(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a clause asks or leaves open when or where: "unclear where they will meet", "when they meet"."""
    words = {child.text.lower() for child in paragraph.children(verb.index, "advmod")}
    if verb.lemma == "meet" and "how" in words and verb.dep in {"ccomp", "advcl", "pcomp"}:
        return True  # "this is how I met her": came to know
    if "when" in words and verb.dep == "advcl" and _is_dated(paragraph, verb):
        return False  # "when they meet next month"
    asks = bool(words & {"when", "where", "how", "whenever"})
    helpers = {child.text.lower() for child in paragraph.children(verb.index, "aux")}
    return asks and verb.dep in {"ccomp", "advcl", "pcomp"} and (verb.tag in {"VBZ", "VBP"} or bool(helpers & FUTURE))


def _is_dated(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a day stands beside a verb."""
    return any(child.entity == "DATE" for child in paragraph.children(verb.index, "npadvmod", "tmod", "advmod"))


def _status_of_infinitive(paragraph: Paragraph, verb: Token, above: Token) -> Status | None:
    """Of "to meet": planned under "agreed", "wants", "is", and as a headline's verb; denied under "refused"; open under others' wishes."""
    if above.index == verb.index:
        return "planned"  # a headline's "Dolan to meet Reeve"
    refused = above.lemma in contact_words("refuse")
    if refused or above.lemma in OTHERS_WISH or above.tag == "MD":
        return "denied" if refused and status_of_verb(paragraph, above) in {"held", "planned"} else None
    if above.pos in {"NOUN", "PROPN"}:
        return _status_under_noun(paragraph, verb, above)
    arranged = above.lemma in ARRANGED | WISHED | INCLINED and (above.lemma != "go" or above.tag == "VBG")
    yet = above.lemma == "have" and any(child.text.lower() == "yet" for child in paragraph.children(above.index, "advmod"))
    if arranged or yet or above.lemma == "be":
        return "denied" if yet or paragraph.children(above.index, "neg") else "planned"
    moved = (above.lemma in MOTION | BROUGHT_ABOUT and above.pos == "VERB") or _is_way_taken(paragraph, above)
    had_to = above.lemma == "have" and above.tag in {"VBD", "VBN"}
    over = status_of_verb(paragraph, above) if moved or above.lemma in ALLOWING else None
    if above.lemma in ALLOWING and over == "held":
        return "planned"
    return over or ("held" if above.lemma in BECOME or had_to else None)


def _is_way_taken(paragraph: Paragraph, verb: Token) -> bool:
    """Whether somebody made their way to do something: "took a detour to meet Reeve", "stepped off the stage to greet her"."""
    taken = any(child.lemma in WAYS for child in paragraph.children(verb.index, "dobj"))
    left = any(child.text.lower() == "off" for child in paragraph.children(verb.index, "prep", "prt"))
    return (verb.lemma in {"take", "make"} and taken) or (verb.lemma in {"step", "break"} and left)


def _status_under_noun(paragraph: Paragraph, verb: Token, noun: Token) -> Status | None:
    """Of "plans to meet", "the first president to meet", "NATO chief to meet X"."""
    before = {child.text.lower() for child in paragraph.children(noun.index, "amod", "det", "advmod")}
    if before & RANKED:
        return "held"
    if noun.lemma in PURPOSES:
        above = paragraph.tokens[noun.head]
        phrases = {f"{above.lemma} {child.text.lower()}" for child in paragraph.children(above.index, "prt")}
        refused = noun.dep == "dobj" and bool(({above.lemma} | phrases) & contact_words("refuse").keys())
        return "denied" if "no" in before or refused or noun.lemma in UNWILLING else "planned"
    headline = noun.dep == "ROOT" or noun.pos == "PROPN"
    return "planned" if verb.dep in {"acl", "relcl"} and (headline or tense_at(paragraph, noun.index) > 0) else None
