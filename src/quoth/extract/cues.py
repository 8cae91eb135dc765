"""The cue of an attribution: a verb with its group, a noun with its light verb, an adjective with its copula, "according to"."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.extract.contents import NONE, Complement, adjective_complement, noun_complement, verb_complement
from quoth.extract.ranges import Range, cut, subtree
from quoth.extract.sources import noun_range, noun_source, verb_source
from quoth.syntax import Paragraph, Token

GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
LIGHT = frozenset(
    {
        "make",
        "express",
        "raise",
        "voice",
        "issue",
        "release",
        "have",
        "give",
        "offer",
        "reiterate",
        "repeat",
        "take",
        "show",
        "send",
        "deliver",
        "lodge",
        "level",
        "publish",
        "announce",
        "get",
        "put",
        "draw",
        "cast",
        "pose",
        "share",
    }
)
CATENATIVE = frozenset(
    {
        "try",
        "continue",
        "go",
        "begin",
        "start",
        "appear",
        "seem",
        "come",
        "decline",
        "refuse",
        "use",
        "tend",
        "have",
        "manage",
        "rush",
        "keep",
        "stop",
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution within one paragraph: token indices and ranges."""

    head: int
    kind: str
    """``v`` verb, ``n`` noun, ``a`` adjective, ``p`` preposition."""
    frame: str
    cue: Range
    source: Range | None
    contents: tuple[Range, ...]


def read_head(paragraph: Paragraph, head: int) -> Candidate | None:
    """The attribution that the token ``head`` would make as a cue; None where it stands in no frame that could carry one."""
    token = paragraph.tokens[head]
    if token.pos in {"VERB", "AUX"}:
        return _verb(paragraph, token)
    if token.pos == "NOUN":
        return _noun(paragraph, token)
    if token.pos == "ADJ":
        return _adjective(paragraph, token)
    if token.lemma == "accord" or token.text.lower() == "according":
        return _according(paragraph, token)
    return None


def _verb(paragraph: Paragraph, token: Token) -> Candidate:
    if token.text.lower() == "according":
        found = _according(paragraph, token)
        if found is not None:
            return found
    complement = verb_complement(paragraph, token.index)
    cue = verb_group(paragraph, token.index, link=complement.link)
    source = verb_source(paragraph, token.index)
    return Candidate(token.index, "v", complement.frame, cue, source, complement.contents)


def verb_group(paragraph: Paragraph, head: int, *, link: int | None = None) -> Range:
    """A verb with the auxiliaries, negation, adverbs and particle that stand next to it, and the preposition to its content."""
    first = last = head
    group = {child.index for child in paragraph.children(head) if child.dep in GROUP}
    while first - 1 in group:
        first -= 1
    while last + 1 in group and paragraph.tokens[last + 1].dep in {"prt", "neg"}:
        last += 1
    if link == last + 1:
        last = link
    return Range(first, last)


def _noun(paragraph: Paragraph, token: Token) -> Candidate | None:
    complement = noun_complement(paragraph, token.index)
    if complement is NONE:
        return None
    verb = paragraph.tokens[token.head]
    source = noun_source(paragraph, token.index)
    cue = Range(token.index, complement.link if complement.link == token.index + 1 else token.index)
    light = token.dep == "dobj" and verb.lemma in LIGHT
    if light and complement.link != token.index + 1:
        cue = Range(token.index, token.index)
    if light:
        cue = Range(verb_group(paragraph, verb.index).first, cue.last)
        source = source or verb_source(paragraph, verb.index)
    return Candidate(token.index, "n", ("L:" if light else "") + complement.frame, cue, source, complement.contents)


def _adjective(paragraph: Paragraph, token: Token) -> Candidate | None:
    complement = adjective_complement(paragraph, token.index)
    if complement is NONE:
        return None
    cue = Range(token.index, complement.link if complement.link == token.index + 1 else token.index)
    source = None
    if token.dep == "acomp":
        cue = Range(verb_group(paragraph, token.head).first, cue.last)
        source = verb_source(paragraph, token.head)
    return Candidate(token.index, "a", complement.frame, cue, source, complement.contents)


def _according(paragraph: Paragraph, token: Token) -> Candidate | None:
    if token.index + 1 >= len(paragraph.tokens) or paragraph.tokens[token.index + 1].lemma != "to":
        return None
    link = paragraph.tokens[token.index + 1]
    source = next((noun_range(paragraph, thing.index) for thing in paragraph.children(link.index, "pobj")), None)
    if source is None:
        return None
    own = subtree(paragraph, token.index)
    host = next((at for at in paragraph.ancestors(token.index) if at.pos in {"VERB", "AUX"}), paragraph.tokens[token.head])
    contents = tuple(cut(subtree(paragraph, host.index), own))
    return Candidate(token.index, "p", "()", Range(token.index, link.index), source, contents)


__all__ = ["Candidate", "Complement", "read_head", "verb_group"]
