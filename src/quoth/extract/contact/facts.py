"""What is said of a contact besides its parties: when, about what, who asked for it, and whether it came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quoth.extract.contact.parties import Ground, agent_of, parties_of, side_of, subject_of
from quoth.extract.timex.tense import tense_at
from quoth.lexicon.contacts import contact_words
from quoth.records import Party, TimeExpression
from quoth.syntax import Paragraph, Token

Status = Literal["held", "planned", "cancelled", "denied"]

NOT_ITS_DATE = frozenset(
    {"since", "until", "till", "before", "after", "from", "for", "within", "ahead", "following", "between", "over", "than"}
)
"""Prepositions whose date is not the contact's own ("the first since May")."""
ABOUT = frozenset({"about", "on", "over", "regarding", "concerning"})
ARRANGED = frozenset({"plan", "schedule", "agree", "set", "expect", "due", "intend", "arrange", "slate", "promise"})
UNREAL = frozenset({"may", "might", "could", "should", "would", "must", "can", "ought"})
NOT_DONE = frozenset({"refuse", "decline", "offer", "want", "hope", "seek", "urge", "need", "try", "wish", "ready", "willing", "fail", "able",
                      "ask", "request", "invite", "propose", "like", "order", "instruct", "tell"})  # fmt: skip
"""Words over an infinitive that leave it open whether the contact came about."""
MOTION = frozenset({"travel", "fly", "go", "arrive", "come", "visit", "return", "gather"})
"""Verbs of motion: in the past tense, the meeting that they were made for is told as held."""
AHEAD_OF_ITSELF = frozenset({"meet", "visit", "host", "receive"})
"""Verbs whose present progressive tells a plan ("is meeting him on Thursday")."""
LONGEST_TOPIC = 14
"""Tokens of a topic; a longer phrase is cut at its first clause or preposition."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression by the tokens of its paragraph, the last included."""

    time: TimeExpression
    first: int
    last: int


def dated_in(paragraph: Paragraph, times: Sequence[TimeExpression]) -> tuple[Dated, ...]:
    """The expressions of a paragraph that name a date, each with its tokens; ``times`` are those of the paragraph."""
    found = []
    for time in times:
        inside = [token.index for token in paragraph.tokens if token.start < time.span.end and time.span.start < token.end]
        if inside and time.type in {"DATE", "TIME"} and time.value is not None and not time.value.endswith("_REF"):
            found.append(Dated(time, inside[0], inside[-1]))
    return tuple(found)


def dates_of(paragraph: Paragraph, anchors: frozenset[int], dates: Sequence[Dated]) -> tuple[TimeExpression, ...]:
    """The dates that modify one of ``anchors`` (the contact's verb or noun, or the verb that holds it)."""
    return tuple({dated.time.edtf or dated.time.id: dated.time for dated in dates if _modifies(paragraph, dated, anchors)}.values())


def _modifies(paragraph: Paragraph, dated: Dated, anchors: frozenset[int]) -> bool:
    """Whether the way up from a date meets an anchor before any other verb, and no preposition that makes it another's date.

    A date right behind the contact's noun is its own, wherever the parser hung it ("said in a letter on Aug. 19").
    """
    before = paragraph.tokens[dated.first - 1] if dated.first else None
    place = dated.first - 2 if before is not None and before.text.lower() in {"on", "of"} else dated.first - 1
    if place in anchors and paragraph.tokens[place].pos == "NOUN":
        return True
    inside = range(dated.first, dated.last + 1)
    top = next((index for index in inside if paragraph.tokens[index].head not in inside), dated.first)
    previous = top
    for governor in paragraph.ancestors(top):
        if governor.index in anchors:
            return _hangs_as_time(paragraph.tokens[previous], governor)
        if governor.pos in {"VERB", "AUX"} or governor.text.lower() in NOT_ITS_DATE:
            return False
        previous = governor.index
    return False


def _hangs_as_time(token: Token, governor: Token) -> bool:
    """Whether what hangs under the anchor may be its time: not its subject or a clause of its own."""
    return token.dep not in {"nsubj", "nsubjpass", "ccomp", "relcl"} or governor.pos == "NOUN"


def topics_of(ground: Ground, anchors: frozenset[int], *, direct: int | None = None) -> tuple[str, ...]:
    """What the contact was about: phrases after "about" or "on", the object of "discuss", in the text's words."""
    paragraph = ground.paragraph
    heads = [paragraph.tokens[direct]] if direct is not None else []
    for anchor in sorted(anchors):
        for child in paragraph.children(anchor, "prep"):
            if child.text.lower() in ABOUT:
                heads += [token for token in paragraph.children(child.index, "pobj") if _is_topic(token)]
        for clause in paragraph.children(anchor, "advcl", "xcomp", "relcl", "acl"):
            if clause.lemma == "discuss":
                heads += paragraph.children(clause.index, "dobj")
    return tuple(dict.fromkeys(topic for head in heads for topic in _topics(ground, head, direct=direct is not None)))


def _is_topic(token: Token) -> bool:
    """Whether what stands after "on" is a topic, and no date and no means ("on the phone")."""
    return token.entity not in {"DATE", "TIME"} and token.lemma not in contact_words("means")


def _topics(ground: Ground, head: Token, *, direct: bool) -> Iterator[str]:
    """The phrase of a topic, and those conjoined to it, each for itself."""
    paragraph = ground.paragraph
    conjoined = [child for child in paragraph.children(head.index, "conj") if child.pos in {"NOUN", "PROPN"}]
    first, last = paragraph.edges[head.index]
    stop = min([child.index for child in paragraph.children(head.index, "cc", "conj", "relcl", "advcl")] or [last + 1])
    last = min(last, stop - 1) if stop > head.index else last
    for index in range(head.index + 1, last + 1):
        token = paragraph.tokens[index]
        clause = token.dep in {"acl", "pcomp"} and token.pos == "VERB"
        means = token.dep == "prep" and any(
            noun.lemma in contact_words("means") for noun in paragraph.children(token.index, "pobj")
        )
        if (
            clause
            or means
            or (token.text.lower() == "with" and direct)
            or index - first >= LONGEST_TOPIC
            or (token.pos == "PUNCT" and token.text in {",", ";", "—", "–", "(", "."})
        ):
            last = index - 1
            break
    while first < head.index and (paragraph.tokens[first].pos in {"DET", "PUNCT"} or paragraph.tokens[first].dep == "poss"):
        first += 1
    while last > head.index and paragraph.tokens[last].pos in {"PUNCT", "CCONJ", "ADP"}:
        last -= 1
    yield ground.words(first, last)[1]
    for child in conjoined:
        yield from _topics(ground, child, direct=direct)


def initiator_of(ground: Ground, anchors: frozenset[int]) -> Party | None:
    """Who asked for the contact: "requested by X", "X initiated the call", "at X's request", "at the initiative of X"."""
    paragraph = ground.paragraph
    also = {
        verb.index
        for anchor in anchors
        for verb in paragraph.children(anchor, "conj")
        if not paragraph.children(verb.index, "nsubj")
    }
    for anchor in sorted(anchors | also):
        token = paragraph.tokens[anchor]
        found = _by_agent(paragraph, token) or _by_motive(paragraph, anchor)
        if found is not None:
            return _first(ground, found)
    return None


def _by_agent(paragraph: Paragraph, token: Token) -> Token | None:
    """The head of who is named as asking, around the contact's noun or the verb over it."""
    asks = contact_words("ask")
    for child in paragraph.children(token.index, "acl", "relcl"):
        if child.lemma in asks and (agent := agent_of(paragraph, child.index)) is not None:
            return agent
    governor = paragraph.tokens[token.head]
    if token.dep == "pobj" and governor.text.lower() == "for":
        verb = paragraph.tokens[governor.head]
        return subject_of(paragraph, verb.index) if verb.lemma == "ask" else None
    if governor.lemma not in asks or governor.index == token.index:
        return None
    if token.dep == "dobj" and governor.lemma != "ask":
        return subject_of(paragraph, governor.index)
    return agent_of(paragraph, governor.index) if token.dep == "nsubjpass" else None


def _by_motive(paragraph: Paragraph, anchor: int) -> Token | None:
    """The head of X in "at X's request", "on the initiative of X", where it hangs under the anchor."""
    for child in paragraph.children(anchor, "prep"):
        for noun in paragraph.children(child.index, "pobj"):
            if noun.lemma in contact_words("motive") and child.text.lower() in {"at", "on", "upon", "by"}:
                owners = paragraph.children(noun.index, "poss")
                inner = [token for of in paragraph.children(noun.index, "prep") if of.text.lower() in {"of", "from", "by"}
                         for token in paragraph.children(of.index, "pobj")]  # fmt: skip
                return next(iter([*owners, *inner]), None)
    return None


def _first(ground: Ground, head: Token) -> Party | None:
    party = next(iter(parties_of(ground, head)), None)
    return None if party is None else side_of(ground, party)


def status_of(paragraph: Paragraph, verb: int | None, noun: int | None) -> Status | None:
    """Whether the contact was held, is planned, was called off or is denied; None where the text leaves it open."""
    if noun is not None and _is_planned_noun(paragraph, noun):
        return "planned"
    if noun is not None and any(child.text.lower() == "no" for child in paragraph.children(noun, "det")):
        return "denied"
    if verb is None:
        return "held"
    token = paragraph.tokens[verb]
    if token.lemma in contact_words("halt"):
        return "cancelled"
    return _status_of_verb(paragraph, token)


def _is_planned_noun(paragraph: Paragraph, noun: int) -> bool:
    if any(
        child.lemma in {"planned", "upcoming", "scheduled", "forthcoming", "plan"} for child in paragraph.children(noun, "amod")
    ):
        return True
    governor = paragraph.tokens[paragraph.tokens[noun].head]
    tags = {child.text.lower() for child in paragraph.children(governor.index, "aux", "auxpass")}
    return governor.lemma in ARRANGED and paragraph.tokens[noun].dep == "nsubjpass" and not tags & {"was", "were", "had"}


def _status_of_verb(paragraph: Paragraph, verb: Token) -> Status | None:
    helpers = {child.text.lower() for child in paragraph.children(verb.index, "aux", "auxpass")}
    if paragraph.children(verb.index, "neg"):
        return "denied"
    if _is_unreal(paragraph, verb, helpers):
        return None
    if helpers & {"will", "shall", "'ll", "’ll"} or (verb.lemma in ARRANGED and verb.tag == "VBN"):
        return "planned"
    if "to" in helpers and verb.tag == "VB":
        return _status_of_infinitive(paragraph, verb, paragraph.tokens[verb.head])
    return "planned" if verb.tag == "VBG" and verb.lemma in AHEAD_OF_ITSELF and tense_at(paragraph, verb.index) > 0 else "held"


def _is_unreal(paragraph: Paragraph, verb: Token, helpers: set[str]) -> bool:
    """Whether a contact is only thought of: "could meet", "if they met", "without talking"."""
    would = verb.tag == "VB" and bool(helpers & {"'d", "’d"})
    supposed = any(child.text.lower() in {"if", "unless"} for child in paragraph.children(verb.index, "mark"))
    apart = verb.dep == "pcomp" and paragraph.tokens[verb.head].text.lower() in {"without", "for", "against"}
    return bool(helpers & UNREAL) or would or supposed or apart


def _status_of_infinitive(paragraph: Paragraph, verb: Token, above: Token) -> Status | None:
    """Of "to meet": planned under "agreed", "is", and as a headline's verb; open under wishes and requests."""
    if above.lemma in NOT_DONE or above.tag == "MD":
        return None
    if above.lemma in MOTION and above.tag in {"VBD", "VBN"}:
        return "held"
    if above.lemma in ARRANGED or above.lemma == "be" or verb.dep == "ROOT":
        return "planned"
    return "planned" if verb.dep in {"acl", "relcl"} and tense_at(paragraph, above.index) > 0 else None
