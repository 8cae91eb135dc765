"""What is said of a contact besides its parties: when it was, and about what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.extract.contact.parties import Ground
from quoth.lexicon.contacts import contact_words
from quoth.records import TimeExpression
from quoth.syntax import Paragraph, Token

NOT_ITS_DATE = frozenset(
    {"since", "until", "till", "before", "after", "from", "for", "within", "ahead", "following", "between", "over", "than"}
)
"""Prepositions whose date is not the contact's own ("the first since May")."""
LENGTHS = frozenset({"minute", "hour"})
SET_FOR = frozenset({"schedule", "plan", "set", "slate", "slat"})
"""Verbs whose "for" leads to when a contact is to be."""
ABOUT = frozenset({"about", "on", "over", "regarding", "concerning"})
OCCASIONS = frozenset({"sideline", "margin", "occasion", "eve", "behalf", "condition", "floor"})
"""What may stand after "on" and is no topic."""
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


def dates_behind(paragraph: Paragraph, noun: int | None, dates: Sequence[Dated]) -> tuple[TimeExpression, ...]:
    """The date right behind a contact's noun, set off by a comma or not: "an earlier call, on Friday"."""
    if noun is None:
        return ()
    between = ({token.text.lower() for token in paragraph.tokens[noun + 1 : one.first]} for one in dates)
    return tuple(
        one.time for one, words in zip(dates, between, strict=True) if one.first > noun and words <= {",", "on", "of", "last"}
    )[:1]


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
        arranged = _is_arranging(paragraph, governor, anchors)
        lasting = governor.text.lower() == "for" and paragraph.tokens[previous].lemma in LENGTHS  # "spoke for an hour on Friday"
        if (governor.pos in {"VERB", "AUX"} and not arranged) or (
            governor.text.lower() in NOT_ITS_DATE and not lasting and not _is_set_for(paragraph, governor, anchors)
        ):
            return False
        previous = governor.index
    return False


def _is_set_for(paragraph: Paragraph, preposition: Token, anchors: frozenset[int]) -> bool:
    """Whether a date is the one that a contact is arranged for: "was scheduled for June 12"."""
    above = paragraph.tokens[preposition.head]
    set_ = above.lemma in SET_FOR and (above.index in anchors or _is_arranging(paragraph, above, anchors))
    return preposition.text.lower() == "for" and set_


def _is_arranging(paragraph: Paragraph, verb: Token, anchors: frozenset[int]) -> bool:
    """Whether a clause tells for when the contact is arranged: "the summit scheduled for June", "a visit to Tessen that was planned for
    Friday", where the parser may have hung it on the place or the guest."""
    if verb.lemma not in SET_FOR or not (verb.tag == "VBN" or verb.dep == "acl") or paragraph.children(verb.index, "nsubj"):
        return False
    over = next(
        (token for token in paragraph.ancestors(verb.index) if token.index in anchors or token.pos in {"VERB", "AUX"}), None
    )
    return verb.dep in {"acl", "relcl"} and over is not None and over.pos == "NOUN" and over.index in anchors


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
    return token.entity not in {"DATE", "TIME"} and token.lemma not in contact_words("means") and token.lemma not in OCCASIONS


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
