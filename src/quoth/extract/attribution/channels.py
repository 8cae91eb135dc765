"""How something was said: the words near a cue for what it was said in, at or by ("in a statement", "by telephone")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.clauses import own_subject
from quoth.extract.attribution.posts import KIND as POST
from quoth.lexicon.channels import ChannelWord, channel_word
from quoth.lexicon.cues import cue_class, cue_words
from quoth.records import Channel
from quoth.syntax import Paragraph, Token

SAID_IN: frozenset[Channel] = frozenset({"statement", "interview", "post", "letter", "message", "speech"})
"""Channels that a clause ends with only as the occasion of saying so, where they are new to the text ("in a statement")."""
OWN = frozenset({"compound", "amod", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """What something was said in or at: its word in the text, and what the lexicon says of it."""

    token: Token
    word: ChannelWord


def channel_of(paragraph: Paragraph, attribution: Attribution) -> Channel | None:
    """How it was said, where the words around the cue tell."""
    head = paragraph.tokens[attribution.head]
    if attribution.kind == POST:
        return "post"
    if attribution.kind == "verb" and not _is_thought(head, attribution):
        verb = channel_word("verb", head.lemma)
        if verb is not None:
            return verb.channel
        heard = _audience(paragraph, head)
        if heard is not None:
            return heard.channel
    occasion = next(occasions(paragraph, attribution), None)
    return occasion.word.channel if occasion else None


def _is_thought(head: Token, attribution: Attribution) -> bool:
    """Whether a cue tells of a thought or wish, which has no channel: what was told "in an interview" is that somebody has it."""
    word = cue_words().get((head.lemma, attribution.kind))
    return word is not None and word.stance in {"thinks", "none"} and attribution.kind != "noun"


def occasions(paragraph: Paragraph, attribution: Attribution) -> Iterator[Occasion]:
    """What it was said in, the words nearest to the cue first: what hangs on it, the cue's own noun, the clause beside it, the source."""
    head = paragraph.tokens[attribution.head]
    if _is_thought(head, attribution):
        return
    yield from _behind(paragraph, attribution, head)
    yield from _cue_nouns(paragraph, attribution)
    yield from _at_the_end(paragraph, attribution, head)
    for verb in beside(paragraph, head):
        yield from _behind(paragraph, attribution, verb)
    yield from _sources(paragraph, attribution)


def beside(paragraph: Paragraph, head: Token) -> Iterator[Token]:
    """The verbs of clauses that tell of the same saying: "speaking to them", "asked by them", "wrote to them, warning"."""
    subject = own_subject(paragraph, head.index)
    asides = () if subject is None else paragraph.children(subject.index, "acl")
    yield from (child for child in (*paragraph.children(head.index, "advcl"), *asides) if child.tag in {"VBG", "VBN"})
    over = paragraph.tokens[head.head]
    goes_on = head.tag == "VBG" and head.dep == "advcl" and over.index < head.index
    joined = head.dep in {"conj", "xcomp"} and over.pos == "VERB" and subject is None
    if goes_on or joined:
        yield over


def _behind(paragraph: Paragraph, attribution: Attribution, verb: Token) -> Iterator[Occasion]:
    """The channels that prepositions join to a verb; of the verb over a cue that it is coordinated with only what begins the sentence."""
    shared = verb.index != attribution.head and paragraph.tokens[attribution.head].dep == "conj"
    for link in paragraph.children(verb.index, "prep", "agent", "advmod"):
        if shared and link.index > verb.index:
            continue
        for thing in paragraph.children(link.index, "pobj"):
            found = occasion_at(paragraph, thing, behind=link.lemma)
            if found is not None:
                yield found


def _at_the_end(paragraph: Paragraph, attribution: Attribution, head: Token) -> Iterator[Occasion]:
    """The channel at the end of what was told, where the parser hangs it: "said the dam had held in a statement"."""
    for clause in paragraph.children(head.index, "ccomp"):
        end = paragraph.edges[clause.index][1]
        for link in paragraph.children(clause.index, "prep"):
            things = paragraph.children(link.index, "pobj") if link.lemma == "in" and paragraph.edges[link.index][1] == end else ()
            for thing in things:
                found = occasion_at(paragraph, thing, behind="in")
                new = any(child.text.lower() in {"a", "an"} for child in paragraph.children(thing.index, "det"))
                if found is not None and new and attribution.kind == "verb" and found.word.channel in SAID_IN:
                    yield found


def occasion_at(paragraph: Paragraph, thing: Token, *, behind: str = "") -> Occasion | None:
    """The channel that a noun tells, behind a preposition where one is given."""
    own = {child.text.lower() for child in paragraph.children(thing.index, *OWN)} | _hyphened(paragraph, thing)
    word = channel_word("platform", thing.text) or channel_word("noun", thing.lemma.lower(), beside=own)
    return Occasion(thing, word) if word is not None and (not behind or behind in word.behind) else None


def _hyphened(paragraph: Paragraph, thing: Token) -> set[str]:
    """The first part of a word that the parser cut at its hyphen: "op" of "op-ed"."""
    at = thing.index
    return {paragraph.tokens[at - 2].text.lower()} if at > 1 and paragraph.tokens[at - 1].text == "-" else set()


def _audience(paragraph: Paragraph, head: Token) -> ChannelWord | None:
    """The channel that the hearer means: "told the court"."""
    if head.lemma not in cue_class("listener"):
        return None
    for child in paragraph.children(head.index, "dobj", "dative"):
        own = {one.text.lower() for one in paragraph.children(child.index, *OWN)}
        word = channel_word("audience", child.lemma.lower(), beside=own)
        if word is not None:
            return word
    return None


def is_occasion(paragraph: Paragraph, hearer: Token) -> bool:
    """Whether a hearer is an event, not somebody: "told a news conference"."""
    own = {one.text.lower() for one in paragraph.children(hearer.index, *OWN)}
    word = channel_word("audience", hearer.lemma.lower(), beside=own)
    return word is not None and word.channel in {"conference", "speech"} and hearer.lemma != "crowd"


def _cue_nouns(paragraph: Paragraph, attribution: Attribution) -> Iterator[Occasion]:
    """Nouns of the cue itself: "issued a statement saying", "their letter that …", "in a statement" where the cue takes it in."""
    head = paragraph.tokens[attribution.head]
    carrier = paragraph.tokens[head.head]
    if attribution.kind == "verb" and head.dep in {"acl", "relcl"} and carrier.pos == "NOUN":
        found = occasion_at(paragraph, carrier)
        if found is not None:
            yield found
    for index in range(attribution.cue.first, attribution.cue.last + 1):
        token = paragraph.tokens[index]
        if token.pos == "NOUN" and (index != attribution.head or attribution.kind == "noun"):
            found = occasion_at(paragraph, token)
            if found is not None and not _is_only_words(paragraph, token):
                yield found


def _is_only_words(paragraph: Paragraph, token: Token) -> bool:
    """Whether a noun of the cue names words, not what they were said in: a call for something, remarks, statements that were made."""
    if token.lemma == "statement":
        return token.dep == "dobj" and paragraph.tokens[token.head].lemma == "make"
    return token.lemma in {"call", "remark", "talk", "address", "message"} and not paragraph.children(token.index, "compound")


def _sources(paragraph: Paragraph, attribution: Attribution) -> Iterator[Occasion]:
    """The document that is itself the source: "the report said", "according to a statement by the ministry"."""
    if attribution.source is None:
        return
    first, last = attribution.source
    for index in range(first, last + 1):
        token = paragraph.tokens[index]
        if token.pos == "NOUN" and not first <= token.head <= last:
            found = occasion_at(paragraph, token)
            if found is not None and found.word.channel not in {"meeting", "call"}:
                yield found
            return
